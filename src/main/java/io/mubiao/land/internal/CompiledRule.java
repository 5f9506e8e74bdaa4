package io.mubiao.land.internal;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.land.RankingRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Ties;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule with every parameter filled in and every formula compiled: names are slots, units are converted. What the
 * assessor runs; made once, immutable.
 *
 * @param rule the rule
 * @param slots all slots, by number
 * @param labels the tests of each label's choices; an absent test always holds
 * @param requirements the tests of the rule's requirements
 * @param exclusions the tests of the rule's exclusions
 * @param groups the groups with their items
 * @param baselines the baselines
 * @param bonuses the bonuses
 * @param categoryLimits the most points by category
 * @param limits what holds and rounds a total
 * @param classes how a class is found
 * @param overrides the tests of the rule's overrides
 * @param consequences the consequences
 * @param mergeExcept the test that keeps a row out of merging
 * @param mergeLead the test that makes a row the lead
 * @param usesPlace whether tests use the place in the ranking, or how many are ranked
 * @param places the values of indicators whose places within a group are used
 * @param ties the place of those whose values are equal
 * @param again what ranks some once more, in order
 */
public record CompiledRule(EvaluationRule rule, List<Slot> slots, List<List<Optional<Test>>> labels,
        List<Test> requirements, List<Test> exclusions, List<CompiledGroup> groups, List<CompiledBaseline> baselines,
        List<CompiledBonus> bonuses, Map<String, Rational> categoryLimits, Limits<Rational> limits,
        Optional<CompiledClasses> classes, List<Optional<Test>> overrides,
        List<CompiledConsequence> consequences, Optional<Test> mergeExcept, Optional<Test> mergeLead, boolean usesPlace, List<CompiledPlaces> places, Ties ties,
        List<CompiledAgain> again) {
    /** What a slot holds. */
    public enum Role {
        /** A column of the roll; index into the rule's columns. */
        COLUMN,
        /** A column of the roll of last year, or of a year before it. */
        PRIOR_COLUMN,
        /** A number looked up in a table. */
        TABLE,
        /** A derived quantity. */
        DERIVED,
        /** An indicator. */
        INDICATOR,
        /** A text worked out from columns. */
        LABEL,
        /** The id of the group. */
        GROUP,
        /** A baseline. */
        BASELINE,
        /** The score of an item. */
        SCORE,
        /** The sum of the items. */
        SUBTOTAL,
        /** The total. */
        TOTAL,
        /** The class found so far. */
        CLASS,
        /** The place of an indicator within a group; index into the places. */
        PLACE_OF,
        /** How many have such a place; index into the places. */
        PEERS_OF,
        /** The place in the ranking. */
        PLACE,
        /** How many are ranked there. */
        RANKED,
        /** The place among those who are ranked once more; index into these rankings. */
        PLACE_AGAIN,
        /** How many are ranked once more. */
        RANKED_AGAIN,
        /** The last day of the year evaluated. */
        YEAR_END,
        /** Last year's class. */
        PRIOR_CLASS,
        /** How many years in a row, up to last year, the class was the one named. */
        CONSECUTIVE
    }

    /**
     * One slot.
     *
     * @param symbol its number, name, kind and unit
     * @param role what it holds
     * @param index which one of its kind, in the rule's order
     * @param num how it is computed, for derived quantities and indicators
     * @param formula the same with the parameters filled in
     * @param values the numbers of a table by text; under "" the one for all others
     * @param of the text slot a table looks up; of {@link Role#PRIOR_COLUMN} how many years ago
     * @param text the class of {@link Role#CONSECUTIVE}
     */
    public record Slot(Symbol symbol, Role role, int index, Optional<Num> num, Optional<Formula> formula,
            Map<String, Rational> values, int of, String text) {
        public Slot {
            requireNonNull(symbol, "symbol");
            requireNonNull(role, "role");
            values = ImmutableMap.copyOf(values);
        }
    }

    /** A group: its test, its items, and the slot that ranks where nothing is scored (-1 for none). */
    public record CompiledGroup(Group group, Optional<Test> when, List<CompiledItem> items, int rankOn) {
        public CompiledGroup {
            items = List.copyOf(items);
        }
    }

    /**
     * An item: its slots, its score where the indicator is there (in full, and of the shape alone), its numbers, and the line
     * of those who lack the indicator.
     */
    public record CompiledItem(Item item, int slot, int indicator, Num score, Formula formula, Num shape,
            Limits<Num> limits, Num weight, Map<Policy, Num> points, Optional<CompiledItem> instead) {
        public CompiledItem {
            points = ImmutableMap.copyOf(points);
        }
    }

    /**
     * The values of an indicator in order, by the group and further texts: where places within come from.
     *
     * @param by the slots of the texts
     */
    public record CompiledPlaces(int slot, int indicator, List<Integer> by, boolean higherIsBetter) {
        public CompiledPlaces {
            by = List.copyOf(by);
        }
    }

    /** A further ranking: whom it concerns and what it ranks on. */
    public record CompiledAgain(RankingRule.Again ranking, Optional<Test> when, Num on, Unit unit) {}

    /**
     * A baseline: its slot, the indicator's slot and parts, who forms it, its numbers, how many others it waits for, and
     * whether the larger values are the better.
     */
    public record CompiledBaseline(BaselineRule baseline, int slot, int indicator, Optional<Rational> constant,
            List<Integer> by, Optional<Test> when, Rational times, Num numerator, Num denominator, Rational factor, int level,
            boolean higherIsBetter) {
        public CompiledBaseline {
            by = List.copyOf(by);
        }
    }

    /** A bonus: whom it concerns, its points or share, its limit. */
    public record CompiledBonus(Bonus bonus, Optional<Test> when, Num amount, Formula formula, Optional<Rational> limit) {}

    /** The classes: cuts by the text of a slot (-1: one set, under ""), least totals, tests, the shares of the bounds. */
    public record CompiledClasses(ClassRule rule, int cutsBy, Map<String, List<Cut>> cuts,
            Map<String, Rational> least, Map<String, Test> tests, Map<String, Test> requires, List<Rational> bounds) {
        public CompiledClasses {
            cuts = ImmutableMap.copyOf(cuts);
            least = ImmutableMap.copyOf(least);
            tests = ImmutableMap.copyOf(tests);
            requires = ImmutableMap.copyOf(requires);
            bounds = List.copyOf(bounds);
        }
    }

    /** A rate that a test gives. */
    public record CompiledCase(Optional<Test> when, Rational rate) {}

    /** A consequence: the base in its unit, rates by class or by tests, and what one base unit times one rate unit is worth. */
    public record CompiledConsequence(Consequence consequence, Num base, Map<String, List<Rational>> rates,
            List<CompiledCase> cases, Optional<Num> otherRate, Optional<Test> when, Rational worth, Unit baseUnit) {
        public CompiledConsequence {
            rates = ImmutableMap.copyOf(rates);
            cases = List.copyOf(cases);
        }
    }

    public CompiledRule {
        requireNonNull(rule, "rule");
        slots = List.copyOf(slots);
        labels = List.copyOf(labels);
        requirements = List.copyOf(requirements);
        exclusions = List.copyOf(exclusions);
        groups = List.copyOf(groups);
        baselines = List.copyOf(baselines);
        bonuses = List.copyOf(bonuses);
        categoryLimits = ImmutableMap.copyOf(categoryLimits);
        overrides = List.copyOf(overrides);
        consequences = List.copyOf(consequences);
        places = List.copyOf(places);
        again = List.copyOf(again);
    }

    /**
     * Compiles a rule.
     *
     * @throws InvalidDefinitionException if a parameter has no number yet; lists every open one
     */
    public static CompiledRule of(EvaluationRule rule) {
        Problems open = new Problems();
        rule.openParameters().forEach(parameter -> open.error("OPEN_PARAMETER", "parameters." + parameter.id(),
                parameter.title() + " has no number yet (" + parameter.cite().assumption() + "); give it with with(\""
                        + parameter.id() + "\", …), at the command line with --set " + parameter.id() + "=…"));
        open.refuse("the evaluation under rule '" + rule.id() + "'");
        return new RuleCompiler(rule).compile();
    }

    /**
     * A number as a ratio: numerator, denominator, and the factor of its unit; of anything else the number over one.
     *
     * @param isRatio whether it is one
     */
    public record Ratio(Num numerator, Num denominator, Rational factor, boolean isRatio) {
        /** The ratio that a compiled formula is. */
        public static Ratio of(Num whole) {
            Rational factor = Rational.ONE;
            Num ratio = whole;
            if (ratio instanceof Num.Binary scaled && scaled.op() == Num.Op.TIMES
                    && scaled.right() instanceof Num.Const constant) {
                factor = constant.number();
                ratio = scaled.left();
            }
            return ratio instanceof Num.Binary binary && binary.op() == Num.Op.DIVIDE
                    ? new Ratio(binary.left(), binary.right(), factor, true)
                    : new Ratio(whole, new Num.Const(Rational.ONE), Rational.ONE, false);
        }
    }

    /**
     * The total before it is rounded: items and bonuses, categories within their limits, all between floor and cap.
     *
     * @param subtotal the sum of the items
     * @param points the points of bonuses by id; one that lacks is not given
     */
    public <T> T total(T subtotal, Map<String, T> points, Arithmetic<T> of) {
        Map<String, T> categories = new LinkedHashMap<>();
        for (CompiledBonus bonus : bonuses) {
            T given = points.get(bonus.bonus().id());
            if (given != null) {
                categories.merge(bonus.bonus().category(), given, of.plus());
            }
        }
        T sum = subtotal;
        for (Map.Entry<String, T> category : categories.entrySet()) {
            Rational limit = categoryLimits.get(category.getKey());
            T held = limit == null ? category.getValue() : of.within().apply(category.getValue(), limit);
            sum = of.plus().apply(sum, held);
        }
        return limits.bound(sum, of.number(), of.min(), of.max());
    }

    /** The slot of this name. */
    public int slot(String name) {
        for (Slot slot : slots) {
            if (slot.symbol().name().equals(name)) {
                return slot.symbol().slot();
            }
        }
        throw new IllegalArgumentException("rule '" + rule.id() + "' has no '" + name + "'");
    }
}
