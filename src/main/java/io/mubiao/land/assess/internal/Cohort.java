package io.mubiao.land.assess.internal;

import io.mubiao.land.ClassRule;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Refill;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Followed;
import io.mubiao.land.assess.ManualChange;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Enclosure;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is kept of an evaluation: totals, places, classes, baselines. Everything else is worked out again when asked. */
public final class Cohort {
    public final Binding binding;
    public final CompiledRule rule;
    public final Roll roll;
    public final BaselineTable baselines;
    public final Scope scope;
    public final Totals totals;
    public final @Nullable Ranks ranks;
    public final @Nullable Classer classer;
    public final byte[] initial;
    public final byte[] last;
    public final Map<String, ManualChange> manual;
    public final @Nullable LocalDate day;
    private final @Nullable RowFrame own;
    private final @Nullable Again again;
    /** The id of the unit that a member of one belongs to. */
    private final UnaryOperator<String> unit;
    private final boolean follows;
    private final Map<Integer, Vacated> vacated = new ConcurrentHashMap<>();
    private volatile byte @Nullable [] found;

    Cohort(Binding binding, BaselineTable baselines, Scope scope, Totals totals, @Nullable Ranks ranks,
            @Nullable Classer classer, byte[] initial, byte[] last, Map<String, ManualChange> manual,
            @Nullable LocalDate day) {
        this(binding, baselines, scope, totals, ranks, classer, initial, last, manual, day, null, null, UnaryOperator.identity());
    }

    private Cohort(Binding binding, BaselineTable baselines, Scope scope, Totals totals, @Nullable Ranks ranks,
            @Nullable Classer classer, byte[] initial, byte[] last, Map<String, ManualChange> manual,
            @Nullable LocalDate day, @Nullable RowFrame own, @Nullable Again again, UnaryOperator<String> unit) {
        this.binding = binding;
        this.rule = binding.rule;
        this.roll = binding.roll;
        this.baselines = baselines;
        this.scope = scope;
        this.totals = totals;
        this.ranks = ranks;
        this.classer = classer;
        this.initial = initial;
        this.last = last;
        this.manual = manual;
        this.day = day;
        this.own = own;
        this.again = again;
        this.unit = unit;
        this.follows = rule.rule().exclusions().stream().anyMatch(it -> !it.classOf().isEmpty());
    }

    /** This with one row as in that frame, ranked by these totals; its classes are still to be found. */
    public Cohort instead(RowFrame changed, Totals changedTotals, Ranks made) {
        return new Cohort(binding, baselines, scope, changedTotals, made, classer, new byte[roll.size()],
                new byte[roll.size()], manual, day, placed(changed, changed.row, made), null, unit);
    }

    private RowFrame placed(RowFrame frame, int row, @Nullable Ranks made) {
        RankTable table = made == null || made.place(row) == 0 ? null : made.table(scope.rankings.code(row));
        if (table == null || made == null) {
            return frame;
        }
        RowFrame placed = frame.withPlace(made.place(row), table.ranked());
        return again == null ? placed : again.of(placed, row, made.joined(scope.rankings.code(row)));
    }

    /** This with ranks; where classes follow from places alone and nothing changes them, with those classes. */
    Cohort with(@Nullable Ranks made, Workers workers, boolean isFast) {
        byte[] classes = made == null ? null : made.classes();
        boolean done = classes != null && classer != null && classer.isByPlaceAlone() && initial == last;
        Cohort ranked = new Cohort(binding, baselines, scope, totals, made, classer, done && classes != null ? classes : initial,
                done && classes != null ? classes : last, manual, day);
        return made == null || rule.again().isEmpty() ? ranked : ranked.again(new Again(ranked, made, workers, isFast));
    }

    /** The places of those who are ranked once more; null where nobody is. */
    public @Nullable Again again() {
        return again;
    }

    private Cohort again(Again places) {
        return new Cohort(binding, baselines, scope, totals, ranks, classer, initial, last, manual, day, own, places, unit);
    }

    /** This with room for the classes of all rows. */
    Cohort withRoom() {
        if (classer == null || initial.length == roll.size()) {
            return this;
        }
        byte[] room = new byte[roll.size()];
        return new Cohort(binding, baselines, scope, totals, ranks, classer, room, room, manual, day, own, again, unit);
    }

    /** Whether a row is not as the roll has it. */
    boolean isChanged(int row) {
        return own != null && own.row == row;
    }

    public RowFrame frame(int row) {
        if (own != null && own.row == row) {
            return own;
        }
        RowFrame frame = new RowFrame(binding, row, baselines);
        return rule.usesPlace() ? placed(frame, row, ranks) : frame;
    }

    /**
     * Where a row stands after everything: exempt with its small group, or undecided for want of a total or class, also of the
     * class it takes from another. Who is not graded needs no total.
     */
    public Standing standing(int row) {
        Followed followed = followed(row);
        return followed != null && followed.state().isOpen() ? Standing.UNDECIDED : ownStanding(row);
    }

    /** Whether somebody may take the class of another. */
    public boolean follows() {
        return follows;
    }

    /** This where rows are units, whose members are asked for by their own ids. */
    public Cohort ofUnits(UnaryOperator<String> of) {
        return new Cohort(binding, baselines, scope, totals, ranks, classer, initial, last, manual, day, own, again, of);
    }

    /** The row of an enterprise, of a member of a unit the unit's. */
    Optional<Roll.Row> find(String id) {
        return roll.find(unit.apply(id));
    }

    /** Whose class a row takes; null where it follows nobody. */
    public @Nullable Followed followed(int row) {
        Standing standing = follows ? scope.standing(row) : Standing.GRADED;
        return standing == Standing.TREATED_AS || standing == Standing.COLLECTED ? new Following(this).of(row) : null;
    }

    /** Where a row stands apart from whose class it takes. */
    Standing ownStanding(int row) {
        Standing standing = scope.standing(row);
        if (standing == Standing.GRADED && !rule.groups().isEmpty() && !totals.has(row)) {
            return Standing.UNDECIDED;
        }
        if (standing == Standing.GRADED && isExempt(row)) {
            return Standing.UNGRADED;
        }
        return standing == Standing.GRADED && classer != null && last[row] == Classer.UNDECIDED
                ? Standing.UNDECIDED : standing;
    }

    public boolean isExempt(int row) {
        return ranks != null && ranks.joined(scope.rankings.code(row)) < 0;
    }

    public Optional<String> className(byte[] classes, int row) {
        return classer == null || classes[row] < 0 ? Optional.empty() : Optional.of(classer.names().get(classes[row]));
    }

    /** The class that came with the roll, of a rule that has none of its own. */
    public Optional<String> givenClass(int row) {
        return binding.given == null || ownStanding(row) != Standing.GRADED ? Optional.empty()
                : Optional.ofNullable(binding.given.text(row));
    }

    /** What stands in place of a class. */
    public String label(int row) {
        Standing standing = scope.standing(row);
        if (standing == Standing.GRADED) {
            return isExempt(row) ? rule.rule().ranking().flatMap(RankingRule::smallGroups)
                    .map(RankingRule.SmallGroups::label).orElse("") : "";
        }
        int exclusion = standing == Standing.OUT || standing == Standing.UNDECIDED ? -1 : frame(row).exclusion();
        Followed followed = followed(row);
        return followed != null ? followed.className().orElse("") : exclusion < 0 ? "" : rule.rule().exclusions().get(exclusion).label();
    }

    /** The table a row is ranked in; null if it is not ranked. */
    public @Nullable RankTable table(int row) {
        return ranks == null || ranks.place(row) == 0 ? null : ranks.table(scope.rankings.code(row));
    }

    /** The class that the place of a row gives; below 0 where it has none. */
    public int byPlace(int row) {
        RankTable table = table(row);
        return table == null || ranks == null ? Classer.NONE : table.classAt(ranks.place(row));
    }

    public RankKey key(RowFrame frame, Enclosure total) {
        return Ranker.key(rule, rule.rule().ranking().orElseThrow(), frame, total);
    }

    /** The class of every row from which its overrides began. */
    public byte[] found(Classer by) {
        byte[] known = found;
        if (known == null) {
            known = ClassStage.found(this, by);
            found = known;
        }
        return known;
    }

    /** The places of a class and the better ones that were vacated in the ranking of a row. */
    public Explanation.Vacancy vacancy(Classer by, int row, int k) {
        Ranks of = Objects.requireNonNull(ranks);
        int ranking = of.joined(scope.rankings.code(row));
        Ranks.Whole whole = of.whole();
        Vacated all = vacated.computeIfAbsent(ranking, code -> whole == null ? Vacated.of(this, by, of, code)
                : whole.vacated(scope.rankings.key(code), of, Objects.requireNonNull(of.table(code)), by.names().size()));
        Refill refill = rule.rule().refill();
        return new Explanation.Vacancy(by.names().get(k), k == 0, all.left(k, refill), all.entered(k, refill), all.reach(k));
    }

    public boolean goesByRank() {
        return rule.classes().isPresent() && rule.classes().get().rule().method() == ClassRule.Method.RANK;
    }
}
