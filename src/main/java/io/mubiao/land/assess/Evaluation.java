package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.LeagueRows;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Reasons;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.internal.HistoryUse;
import io.mubiao.lookup.Lookup;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a roll under a rule: totals, places, classes, and on demand everything that led to them (评价结果集), in the order of
 * the roll; where the rule merges, one result a unit, found under the id of any of its members. Immutable and thread-safe.
 *
 * <pre>{@code
 * EvaluationRule rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml");
 * Roll lastYear = Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow();
 * Roll roll = Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow();
 * Evaluation evaluation = LandAssessor.of(rule).prior(lastYear).evaluate(roll);
 * System.out.println(evaluation.classCounts()); // prints {A=86, B=174, C=151, D=23}
 * System.out.println(evaluation.get("QY0042").finalClass().orElseThrow()); // prints B
 * }</pre>
 */
public final class Evaluation implements Lookup<EnterpriseResult> {
    static {
        Inside.show(EvaluationInside::new);
    }

    private final Cohort cohort;
    private final @Nullable Merging merging;
    private final @Nullable Evaluation independent;
    private final LandAssessor assessor;
    private final boolean isChunk;

    Evaluation(Cohort cohort, LandAssessor assessor, @Nullable Merging merging, @Nullable Evaluation independent) {
        this(cohort, assessor, merging, independent, false);
    }

    private Evaluation(Cohort cohort, LandAssessor assessor, @Nullable Merging merging, @Nullable Evaluation independent, boolean isChunk) {
        this.isChunk = isChunk;
        this.cohort = cohort;
        this.assessor = assessor;
        this.merging = merging;
        this.independent = independent;
    }

    /** The results of some rows among all. */
    static Evaluation ofChunk(Cohort cohort, LandAssessor assessor, @Nullable Merging merging, @Nullable Evaluation independent) {
        return new Evaluation(cohort, assessor, merging, independent, true);
    }

    Cohort cohort() {
        return cohort;
    }

    Workers workers() {
        return assessor.settings().workers();
    }

    Threads threads() {
        return assessor.settings().threads();
    }

    /** The row of the unit of each member, in the order of {@link #ids}; none where nothing is merged. */
    int[] unitRows() {
        return merging == null ? new int[0] : merging.unitRows();
    }

    boolean isMerged() {
        return merging != null;
    }

    boolean isFrozen() {
        return assessor.settings().frozen() != null;
    }

    /** The roll before merging. */
    Roll originals() {
        return merging == null ? cohort.roll : merging.originals();
    }

    /** The merged units as they are, each under its own id. */
    Evaluation units() {
        return new Evaluation(cohort, assessor, null, null, isChunk);
    }

    /** Another roll with the same settings, with these baselines or with its own. */
    Evaluation again(Roll other, boolean frozen) {
        if (isChunk) {
            throw new IllegalStateException("these are the results of a chunk; what would be otherwise is asked of an evaluation of all rows");
        }
        return (frozen ? assessor.frozen(baselines()) : assessor.thawed()).evaluate(other);
    }

    /** The rule. */
    public EvaluationRule rule() {
        return cohort.rule.rule();
    }

    /** What was evaluated; where the rule merges, the merged units. */
    public Roll roll() {
        return cohort.roll;
    }

    /** The baselines; keep them to evaluate again with frozen baselines. */
    public Baselines baselines() {
        return new Baselines(cohort.baselines);
    }

    /** Whether the results bind nobody (试评价). */
    public boolean isTrial() {
        return rule().trial();
    }

    /** How many were evaluated; where the rule merges, how many units. */
    @Override
    public int size() {
        return cohort.roll.size();
    }

    /** The ids of all enterprises, members of merged units too, in the order of the roll. */
    public List<String> ids() {
        return merging != null ? merging.members() : cohort.roll.stream().map(Roll.Row::id).toList();
    }

    /** The members that share the result of an enterprise, itself included (合并评价成员). */
    public List<String> sharing(String id) {
        return merging == null ? List.of(id) : merging.sharing(id);
    }

    /** The evaluation of every member on its own, where the rule asks for both views. */
    public Optional<Evaluation> independent() {
        return Optional.ofNullable(independent);
    }

    int row(String id) {
        return found(id).orElseThrow(() ->
                NoSuchIdException.of("this evaluation", "enterprise", id, ids())).index();
    }

    private Optional<Roll.Row> found(String id) {
        return cohort.roll.find(merging == null ? id : merging.unit(id));
    }

    /** The result of an enterprise; of a member of a merged unit the unit's. */
    @Override
    public EnterpriseResult get(String id) {
        return named(id, row(id));
    }

    /** The result of an enterprise; of a member of a merged unit the unit's. */
    @Override
    public Optional<EnterpriseResult> find(String id) {
        return found(id).map(row -> named(id, row.index()));
    }

    @Override
    public Stream<EnterpriseResult> stream() {
        return Checkpoint.each(IntStream.range(0, size()).mapToObj(this::resultOf));
    }

    private EnterpriseResult named(String id, int row) {
        EnterpriseResult unit = resultOf(row);
        return unit.id().equals(id) || merging == null ? unit
                : new EnterpriseResult(id, merging.name(id), unit.standing(), unit.group(), unit.total(), unit.place(),
                        unit.places(), unit.initialClass(), unit.finalClass(), unit.label(), unit.followed(), unit.why());
    }

    EnterpriseResult resultOf(int row) {
        Standing standing = cohort.standing(row);
        Enclosure total = rounded(cohort.totals.value(row));
        int group = cohort.scope.group(row);
        RankTable table = cohort.table(row);
        boolean graded = standing == Standing.GRADED;
        return new EnterpriseResult(cohort.roll.id(row), cohort.roll.name(row), standing,
                standing.isScored() && group >= 0 && group < cohort.rule.groups().size()
                        ? cohort.rule.groups().get(group).group().id() : "",
                Optional.ofNullable(total).map(Enclosure::nearest),
                table == null ? OptionalLong.empty() : OptionalLong.of(cohort.ranks == null ? 0 : cohort.ranks.place(row)),
                table == null ? OptionalLong.empty() : OptionalLong.of(table.ranked()),
                graded ? cohort.className(cohort.initial, row) : Optional.empty(),
                graded ? cohort.className(cohort.last, row).or(() -> cohort.givenClass(row)) : Optional.empty(),
                cohort.label(row), Optional.ofNullable(cohort.followed(row)),
                standing == Standing.UNDECIDED ? Optional.of(Reasons.of(cohort, row)) : Optional.empty());
    }

    /** Totals that rank unrounded are shown rounded as declared. */
    private @Nullable Enclosure rounded(@Nullable Enclosure total) {
        return total == null || cohort.totals.isRounded() ? total
                : rule().total().limits().rounding().map(total::rounded).orElse(total);
    }

    /**
     * The total that ranks an enterprise (排序用总分): before rounding where the rule ranks so, else the total of its result.
     *
     * @return empty without a total
     */
    public Optional<Rational> rankingTotal(String id) {
        return Optional.ofNullable(cohort.totals.value(row(id))).map(Enclosure::nearest);
    }

    /**
     * What the class of an enterprise costs or brings it (差别化政策金额); where it has no class in force only what goes by tests,
     * which need neither a total nor a class.
     */
    public List<Charge> charges(String id) {
        int row = row(id);
        return charges(cohort.frame(row), resultOf(row));
    }

    List<Charge> charges(RowFrame frame, EnterpriseResult result) {
        Optional<Why> open = result.classInForce().isPresent() || result.standing() != Standing.UNDECIDED ? Optional.empty()
                : result.why().filter(Why::leavesScopeOpen);
        return Consequences.followed(cohort, result).map(name -> open.isPresent() ? Consequences.untold(frame, open.get())
                : Consequences.charges(frame, name, Consequences.years(cohort, result, name), cohort.day)).orElse(List.of());
    }

    /**
     * How the result of an enterprise came about.
     *
     * @throws NoSuchIdException if there is no such enterprise
     */
    public Explanation explain(String id) {
        return new ExplanationMaker(cohort, row(id)).make(get(id), resultOf(row(id)), sharing(id), originals(), charges(id));
    }

    /**
     * Any number of an enterprise by its name in formulas: a column, a derived quantity, an indicator, a score.
     *
     * @return empty if it is missing; to 40 digits after the point where it is no short fraction
     * @throws NoSuchIdException if there is no such enterprise or name
     */
    public Optional<Rational> number(String id, String name) {
        Value value = cohort.frame(row(id)).number(cohort.rule.slot(name));
        return value.isNumber() ? Optional.of(value.number().nearest()) : Optional.empty();
    }

    /** Any text of an enterprise by its name in formulas: a column, a label; empty if it is missing. */
    public Optional<String> text(String id, String name) {
        return Optional.ofNullable(cohort.frame(row(id)).text(cohort.rule.slot(name)));
    }

    /** What a name in formulas holds. */
    public Symbol.Kind kind(String name) {
        return cohort.rule.slots().get(cohort.rule.slot(name)).symbol().kind();
    }

    /** The results, the best place of each ranking first; those without a place at the end, by id. Each is made when it is asked for. */
    public List<EnterpriseResult> league() {
        return LeagueRows.of(cohort, this::resultOf);
    }

    /** How many have each final class, the best first; classes that nobody has are there with 0. */
    public Map<String, Long> classCounts() {
        Classer classer = cohort.classer;
        if (classer == null) {
            return Map.of();
        }
        long[] counts = new long[classer.names().size()];
        for (int row = 0; row < size(); row++) {
            if (cohort.last[row] >= 0 && cohort.standing(row) == Standing.GRADED) {
                counts[cohort.last[row]]++;
            }
        }
        ImmutableMap.Builder<String, Long> named = ImmutableMap.builder();
        for (int k = 0; k < counts.length; k++) {
            named.put(classer.names().get(k), counts[k]);
        }
        return named.build();
    }

    /**
     * The texts of the ranking an enterprise belongs to, of the one that its small group joined; empty if it belongs to none
     * or all are ranked together.
     */
    public List<String> ranking(String id) {
        int own = cohort.scope.rankings.code(row(id));
        int code = cohort.ranks == null || cohort.ranks.joined(own) < 0 ? own : cohort.ranks.joined(own);
        return code < 0 ? List.of() : cohort.scope.rankings.key(code);
    }

    /** The year whose figures these are; empty where neither the rule nor the assessor says one. */
    public OptionalInt year() {
        int year = assessor.settings().year();
        return year == 1 && rule().year() == 0 ? OptionalInt.empty() : OptionalInt.of(year);
    }

    /** How many have each standing. */
    public Map<Standing, Long> standingCounts() {
        Map<Standing, Long> counts = new java.util.EnumMap<>(Standing.class);
        for (int row = 0; row < size(); row++) {
            counts.merge(cohort.standing(row), 1L, Long::sum);
        }
        return ImmutableMap.copyOf(counts);
    }

    /**
     * Columns the rule reads and the roll lacks, every enterprise of which nobody can tell, with the reason, manual changes
     * that changed nothing, shares of classes outside the bounds a document sets, and texts that the rule compares with a
     * column and that nobody has. Of a chunk only what concerns single enterprises; {@link ChunkSummary} has the rest.
     */
    public List<Problem> problems() {
        Problems problems = new Problems();
        if (!isChunk) {
            lacking(cohort.binding.missingColumns(), problems);
            lacksPrior(rule().id(), cohort.binding.lacksPrior(), assessor.settings().frozen() == null, problems);
            if (size() > 0 && !hasHistory()) {
                lacksHistory(rule(), problems);
            }
        }
        for (int row = 0; row < size(); row++) {
            Checkpoint.pass();
            if (cohort.binding.given != null && cohort.standing(row) == Standing.GRADED && cohort.binding.given.text(row) == null) {
                problems.error("UNDECIDED", cohort.roll.id(row), "no class is given, from which something follows");
            }
            if (cohort.standing(row) == Standing.UNDECIDED) {
                problems.error("UNDECIDED", cohort.roll.id(row), Characters.shown(Reasons.of(cohort, row).titled()));
            }
            Followed followed = cohort.followed(row);
            if (followed != null && followed.state() == Followed.State.NO_CLASS) {
                problems.warning("FOLLOWS_NONE", cohort.roll.id(row), "it takes the class of '" + Characters.shown(followed.last().id())
                        + "', who has none");
            }
        }
        ManualCheck.check(this, assessor.settings().manual().values(), !isChunk, problems);
        if (!isChunk) {
            ShareBounds.check(cohort, problems);
            SeenTexts.check(cohort, problems);
        }
        return problems.found();
    }

    static void lacking(List<Column> columns, Problems problems) {
        for (Column column : columns) {
            problems.warning("NO_COLUMN", column.id(),
                    "the roll has no column '" + column.header() + "'; it is missing for everybody");
        }
    }

    /** Whether anybody has a class of an earlier year. */
    boolean hasHistory() {
        ClassHistory history = cohort.binding.history;
        return !history.isEmpty() && IntStream.range(0, size()).anyMatch(row -> history.knows(cohort.roll.id(row)));
    }

    /** Told where nobody has a class of an earlier year and the rule asks for it. */
    static void lacksHistory(EvaluationRule rule, Problems problems) {
        List<String> asking = HistoryUse.of(rule);
        if (!asking.isEmpty()) {
            problems.warning("NO_HISTORY", rule.id(), "the rule asks for classes of earlier years (" + String.join(", ", asking)
                    + ") and nobody of the roll has any; give them with history(classes), at the command line with --history FILE, in"
                    + " JShell with open(FILE, \"history\")");
        }
    }

    /** @param formed whether baselines are formed, so that those of the prior year lack */
    static void lacksPrior(String rule, int lacking, boolean formed, Problems problems) {
        if (lacking > 1) {
            problems.error("NO_PRIOR_ROLL", rule, "the rule uses the figures of " + lacking + " years ago; give them with prior("
                    + lacking + ", roll), at the command line with --prior " + lacking + "=FILE, in JShell with open(FILE, \"prior "
                    + lacking + "\")");
        } else if (lacking == 1 && formed) {
            problems.error("NO_PRIOR_ROLL", rule, "the rule uses last year's figures; give them with prior(roll), at the command line with"
                    + " --prior FILE, in JShell with open(FILE, \"prior\")");
        }
    }

    @Override
    public String toString() {
        return Characters.shown("Evaluation[" + rule().id() + ", " + size() + " enterprises, " + classCounts() + "]");
    }
}
