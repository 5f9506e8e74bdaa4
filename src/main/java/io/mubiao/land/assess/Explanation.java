package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.land.BaselineRule;
import io.mubiao.lookup.LookupList;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Quota;
import io.mubiao.text.internal.Characters;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the result of one enterprise came about, from its raw inputs to what it costs (评价结果说明), as data. Immutable; the
 * words are chosen in {@code io.mubiao.render}.
 *
 * @param result the result
 * @param trial whether it binds nobody
 * @param sharing the members that share it; itself alone where nothing was merged
 * @param mergedBy the texts and figures that decided whether it was merged; empty where the rule merges nobody
 * @param members the own figures of each member that was merged; empty where nothing was
 * @param group the group of items it belongs to; empty if it has none
 * @param scope why it is not graded like the others; empty where it is
 * @param inputs the columns that were used, as they stand in the roll
 * @param looked the labels and tables that were used, and what decided them
 * @param baselines the baselines that were used, and who formed them
 * @param items the scored lines
 * @param bonuses the bonuses and deductions that were looked at
 * @param total how the total was worked out, rounded as declared also where it ranks unrounded; empty if there is none
 * @param ranking where it ranks; empty if it does not
 * @param way how the class before overrides was found, in order; empty where there is none
 * @param overrides what was looked at after the class was found, in order
 * @param charges what the class costs or brings
 * @param chargeGrounds whether each consequence that has a rate for the class is applied, and what its rate comes of
 * @param bases what the rates of charges were applied to, worked out, each by the name of its consequence
 * @param sources the documents that the citations name
 */
public record Explanation(EnterpriseResult result, boolean trial, List<String> sharing, List<Trace.Leaf> mergedBy, List<MemberFigures> members,
        Optional<GroupUsed> group, List<ScopeLine> scope,
        List<Trace.Leaf> inputs, List<LookedUp> looked, List<BaselineUsed> baselines, List<Line> items, List<BonusLine> bonuses,
        Optional<Trace.Worked> total, Optional<Placing> ranking, List<ClassStep> way, List<OverrideLine> overrides, List<Charge> charges,
        List<Charge.Ground> chargeGrounds, List<Trace.Worked> bases, LookupList<Source> sources) {
    /**
     * What a member filed itself of what was read of its unit (合并前各成员数据); what is missing has neither number nor text.
     *
     * @param lastClass its own class of last year, which counts only of the member whose id the unit has; empty where it had none
     */
    public record MemberFigures(String id, String name, List<Trace.Leaf> inputs, Optional<String> lastClass) {
        public MemberFigures {
            requireNonNull(lastClass, "lastClass");
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * The group of items that an enterprise belongs to (评价组).
     *
     * @param id its id
     * @param title its name for people
     * @param test what puts it there; of a group for all others that none of those before applies; empty where there is one group
     * @param operands what the test uses
     * @param cite where it stands
     */
    public record GroupUsed(String id, String title, Optional<Formula> test, List<Trace> operands, Cite cite) {
        public GroupUsed {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** What puts an enterprise aside. */
    public enum Aside {
        /** A requirement of the scope is not met (不符合参评条件). */
        REQUIREMENT,
        /** An exclusion holds (不参评情形). */
        EXCLUSION,
        /** An exclusion holds that leaves a place, which counts (参与排序不定级，占名额). */
        PLACE_COUNTED,
        /** An exclusion holds that leaves a place, which does not count (参与排序不定级，不占名额). */
        PLACE_UNCOUNTED,
        /** No group of the rule fits (不属于任何评价组). */
        NO_GROUP,
        /** Too few are ranked with it (同组户数不足). */
        SMALL_GROUP
    }

    /**
     * Why an enterprise is not graded like the others.
     *
     * @param kind what puts it aside
     * @param id the id of the requirement or exclusion; empty for others
     * @param title its name for people; may be empty
     * @param test the test that a requirement fails or an exclusion passes
     * @param operands what the test uses
     * @param small the small group it belongs to, where that puts it aside
     * @param cite where it stands
     */
    public record ScopeLine(Aside kind, String id, String title, Optional<Formula> test, List<Trace> operands,
            Optional<SmallGroup> small, Cite cite) {
        public ScopeLine {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * A text that a label gives, or a number of a table (归类、查表).
     *
     * @param value what it is
     * @param test what decides a label; empty for one without a test, and for a table
     * @param operands what the test uses; of a table the text it goes by
     * @param cite where it stands
     */
    public record LookedUp(Trace.Leaf value, Optional<Formula> test, List<Trace> operands, Cite cite) {
        public LookedUp {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * A baseline that was used.
     *
     * @param id its id
     * @param title its name for people
     * @param by the texts it is formed by
     * @param value its number
     * @param count how many enterprises formed it, of a place how many have one; 0 for a published number
     * @param equal of a place how many share it, itself included; 0 for others
     * @param definition how it is formed; empty for a mean score
     * @param operands what the test of who forms it uses, of this enterprise; empty without one
     * @param cite where it stands
     */
    public record BaselineUsed(String id, String title, List<String> by, Quantity value, long count, long equal,
            Optional<BaselineRule> definition, List<Trace> operands, Cite cite) {
        public BaselineUsed {
            by = List.copyOf(by);
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /** What is remarkable about an item's score. */
    public enum Mark {
        /** Held at the most points (封顶). */
        CAPPED,
        /** Held at the least points (保底). */
        FLOORED,
        /** A negative indicator (负值). */
        NEGATIVE,
        /** An indicator of zero, for which the rule says points of its own (数值为零). */
        ZERO,
        /** The indicator is missing, the rule says what then (缺失). */
        MISSING,
        /** The figures are there and the indicator's formula gives no number, such as the logarithm of zero; the rule says what then (算不出). */
        NO_FIGURE,
        /** The document gives no number for such figures, the rule says what then (文件未规定). */
        NOT_GIVEN,
        /** The indicator's own divisor is zero, the rule says what then (分母为零). */
        ZERO_DIVISOR,
        /** The score's divisor is zero, the rule says what then (基准退化). */
        DEGENERATE,
        /** The indicator is zero and the score would divide by it, the rule says what then (数值为零，不能作除数). */
        ZERO_INDICATOR,
        /** There is nothing to hold the indicator against, the rule says what then (没有基准值). */
        NO_BASE,
        /** Nobody can tell the weight, the rule says what then (权重缺失). */
        NO_WEIGHT,
        /** Left out, the other weights are raised (剔除). */
        LEFT_OUT,
        /** Nobody can score it: the rule does not say what then (不能计分). */
        NOT_SCORED
    }

    /**
     * One scored line.
     *
     * @param id its id
     * @param title the indicator's name
     * @param weight its weight
     * @param instead the name of the indicator that is missing, in whose place this one is scored; empty where it is in nobody's
     * @param indicator how the indicator was worked out; empty where it is missing
     * @param score how the score was worked out; empty where it is left out
     * @param marks what is remarkable
     * @param cite where it stands
     */
    public record Line(String id, String title, Rational weight, Optional<String> instead, Optional<Trace> indicator, Optional<Trace> score,
            List<Mark> marks, Cite cite) {
        public Line {
            marks = List.copyOf(marks);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * A bonus or deduction after its own limit.
     *
     * @param id its id
     * @param title its name for people
     * @param given whether it is given; its points are 0 where it is not
     * @param points how the points were worked out
     * @param limited whether a limit held them
     * @param test what gives it; empty where all have it
     * @param operands what the test uses
     * @param cite where it stands
     */
    public record BonusLine(String id, String title, boolean given, Trace points, boolean limited, Optional<Formula> test, List<Trace> operands, Cite cite) {
        public BonusLine {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * Where it ranks.
     *
     * @param group the texts of the ranking
     * @param place the place
     * @param equal how many have the same key, itself included
     * @param ranked how many are ranked
     * @param ungraded the places of those who are not graded and count all the same (名次计入不定级户), in order; empty where there is
     *     none, and an empty list where a part of a roll does not know them
     * @param base how many the shares of the classes are of: the ranked, or all who are scored
     * @param quota how shares became places; empty where classes do not go by rank
     * @param cutOffs the last place of each class and the lowest total there
     * @param order how equals are ordered
     * @param joined the small group it came from; empty where it did not join another
     * @param again where it ranks among those who are ranked once more, in order
     * @param cite where the ranking stands
     */
    public record Placing(List<String> group, long place, long equal, long ranked, Optional<List<Long>> ungraded, long base, Optional<Quota> quota,
            List<CutOff> cutOffs, RankOrder order, Optional<SmallGroup> joined, List<PlacedAgain> again, Cite cite) {
        public Placing {
            group = List.copyOf(group);
            ungraded = ungraded.map(List::copyOf);
            cutOffs = List.copyOf(cutOffs);
            again = List.copyOf(again);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * Whether, on what and where it is ranked once more (再排序).
     *
     * @param title its name for people
     * @param test whom it concerns, with the parameters' numbers; empty for all who are ranked
     * @param operands what the test uses
     * @param concerned whether the test holds; empty where nobody can tell
     * @param on what it is ranked on; empty where it is not ranked
     * @param place the place; empty where it is not ranked
     * @param equal how many share it, itself included; empty where it is not ranked, or a part of a roll does not know
     * @param ranked how many are ranked once more
     * @param why what it lacks to be ranked though it is concerned; else empty
     * @param cite where it stands
     */
    public record PlacedAgain(String title, Optional<Formula> test, List<Trace> operands, Optional<Boolean> concerned,
            Optional<Trace.Worked> on, OptionalLong place, OptionalLong equal, long ranked, Optional<Why> why, Cite cite) {
        public PlacedAgain {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * A small group, which was ranked with another (并入的小组) or is not graded.
     *
     * @param group its texts
     * @param ranked how many of it are ranked
     * @param minimum groups with fewer are small
     */
    public record SmallGroup(List<String> group, long ranked, int minimum) {
        public SmallGroup {
            group = List.copyOf(group);
        }
    }

    /**
     * A class and the places it has (名额线).
     *
     * @param cut what the rule gives it, together with the classes before it
     * @param written the same as the rule writes it
     * @param lastPlace its last place; that of the class before if it has none
     * @param lowest the lowest total that is in it; empty where nobody is
     */
    public record CutOff(String className, Cut cut, String written, long lastPlace, Optional<Rational> lowest) {}

    /** What leads to a class before overrides. */
    public enum Ground {
        /** The place in the ranking (名次). */
        PLACE,
        /** The least total of the class (分数线). */
        THRESHOLD,
        /** The test of the class (等级条件). */
        TEST,
        /** None of the better classes (其余). */
        REST,
        /** A further requirement of the class (另须符合). */
        REQUIREMENT,
        /** A place that an override vacated (递补). */
        REFILL,
        /** A better place is held by one whom an override lifted there (顺延). */
        DISPLACED
    }

    /**
     * Places of a class and the better ones in a ranking that overrides vacated (名额空出).
     *
     * @param className the class
     * @param isBest whether no class is better
     * @param left how many left
     * @param entered how many of those who were moved take up a place there
     * @param reach the last place that the class reaches then; 0 for none
     */
    public record Vacancy(String className, boolean isBest, long left, long entered, long reach) {
        public Vacancy {
            requireNonNull(className, "className");
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * One thing that was looked at to find the class.
     *
     * @param ground what it is
     * @param className the class it is about
     * @param holds whether it gives that class; empty where nobody can tell
     * @param next the class that follows where a requirement is not met; else empty
     * @param test the threshold, test or requirement, with the parameters' numbers; empty for the others
     * @param operands what the test uses
     * @param vacancy the places that were vacated, where one was filled again or taken; else empty
     * @param cite where it stands
     */
    public record ClassStep(Ground ground, String className, Optional<Boolean> holds, String next, Optional<Formula> test,
            List<Trace> operands, Optional<Vacancy> vacancy, Cite cite) {
        public ClassStep {
            requireNonNull(vacancy, "vacancy");
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    /**
     * An override that was looked at.
     *
     * @param id its id
     * @param title its name for people
     * @param fired whether it changed or confirmed the class; empty where nobody can tell
     * @param before the class before it
     * @param after the class after it
     * @param test whom it concerns, with the parameters' numbers; empty for a change by hand
     * @param operands what the test uses
     * @param manual who changed it by hand and why
     * @param cite where it stands
     */
    public record OverrideLine(String id, String title, Optional<Boolean> fired, String before, String after,
            Optional<Formula> test, List<Trace> operands, Optional<ManualChange> manual, Cite cite) {
        public OverrideLine {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    public Explanation {
        requireNonNull(result, "result");
        sharing = List.copyOf(sharing);
        mergedBy = List.copyOf(mergedBy);
        members = List.copyOf(members);
        requireNonNull(group, "group");
        scope = List.copyOf(scope);
        inputs = List.copyOf(inputs);
        baselines = List.copyOf(baselines);
        items = List.copyOf(items);
        bonuses = List.copyOf(bonuses);
        requireNonNull(total, "total");
        requireNonNull(ranking, "ranking");
        way = List.copyOf(way);
        overrides = List.copyOf(overrides);
        charges = List.copyOf(charges);
        chargeGrounds = List.copyOf(chargeGrounds);
        bases = List.copyOf(bases);
        requireNonNull(sources, "sources");
    }

    /** The total worked out again from the inputs in this explanation alone; empty if there is none. */
    public Optional<Rational> replay() {
        return total.map(trace -> trace.replay().amount());
    }

    @Override
    public String toString() {
        return Characters.shown("Explanation[" + result + "]");
    }
}
