package io.mubiao.land.assess.internal.part;

import io.mubiao.land.RankingRule;
import io.mubiao.land.Refill;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineSums;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Settings;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.ExactSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The way of an evaluation through its passes: what each gathers from some rows, and what is next after all is gathered. Immutable.
 */
public final class Track {
    private static final int ROUNDED = 16;

    private final CompiledRule rule;
    private final @Nullable BaselineTable frozen;
    private final int limit;
    private final boolean mayRange;

    /**
     * The way of a rule.
     *
     * @param frozen the baselines that are given; null where they are formed
     * @param limit so many different numbers a part may keep
     * @param mayRange whether rows may be asked to travel together by ranges
     */
    public Track(CompiledRule rule, @Nullable BaselineTable frozen, int limit, boolean mayRange) {
        this.rule = rule;
        this.frozen = frozen;
        this.limit = limit;
        this.mayRange = mayRange;
    }

    /**
     * Some rows, with what they need of earlier years.
     *
     * @param places what travelled with each, by row; null where nothing did
     */
    public record Rows(Settings settings, Roll roll, @Nullable Roll lastYear, @Nullable Roll lastCohort, @Nullable List<String> places) {
        Pipeline pipeline(CompiledRule rule, @Nullable BaselineTable baselines) {
            return new Pipeline(rule, with(baselines), roll, lastYear, lastCohort);
        }

        Settings with(@Nullable BaselineTable baselines) {
            return new Settings(settings.threads(), settings.progress(), settings.prior(), settings.history(), settings.manual(), baselines,
                    settings.year(), settings.asked(), settings.fast(), settings.earlier());
        }
    }

    public State begin() {
        return settled(frozen == null ? State.at(State.Step.BASELINES) : State.at(State.Step.TOTALS));
    }

    public Known known(State state) {
        return new Known(rule, state, frozen);
    }

    private boolean isRanking() {
        return rule.rule().ranking().isPresent() && !rule.groups().isEmpty();
    }

    /** Goes on to the next step that gathers anything. */
    private State settled(State state) {
        State now = state;
        while (true) {
            State.Step step = now.step();
            if (step == State.Step.BASELINES && !isFormed(now.level())) {
                now = now.level() < Pipeline.levels(rule) ? now.next(now.level() + 1) : now.then(State.Step.MEANS);
            } else if (step == State.Step.MEANS && !needsMeans()) {
                now = now.then(State.Step.TOTALS);
            } else if (step == State.Step.TOTALS && !isRanking()) {
                now = now.then(State.Step.DONE);
            } else {
                return now;
            }
        }
    }

    private boolean isFormed(int level) {
        return rule.baselines().stream().anyMatch(it -> it.level() == level && it.constant().isEmpty())
                || (level == 0 && !rule.places().isEmpty());
    }

    private boolean needsMeans() {
        return rule.groups().stream().flatMap(group -> group.items().stream()).anyMatch(Pipeline::needsMean);
    }

    /** What a pass gathers from no rows. */
    public Content none(State state) {
        return switch (state.step()) {
            case BASELINES -> new Sums(Map.of(), new Pools(limit, 1));
            case BASELINES_NARROWED, AGAIN, AGAIN_SPLIT -> new Pools(limit, 1);
            case BASELINES_COUNTED, TOTALS_COUNTED, AGAIN_COUNTED -> new Counts(new TreeMap<>());
            case MEANS -> new Means(Map.of());
            case TOTALS -> new Sizes(new TreeMap<>(), new TreeMap<>(), new Pools(totals(), width()));
            case TOTALS_SPLIT -> new Pools(limit, width());
            case RANGES, EDGES, AGAIN_RANGES -> Edges.none();
            case REFILL -> new Round(0, new Counts(new TreeMap<>()), new Counts(new TreeMap<>()));
            case DONE -> Nothing.NOTHING;
        };
    }

    /** Rounded totals are quickly compared: a part may keep more of them. */
    private int totals() {
        return isScaled() ? (int) Math.min(Integer.MAX_VALUE, (long) limit * ROUNDED) : limit;
    }

    private boolean isScaled() {
        return rule.limits().rounding().isPresent() && rule.rule().ranking().filter(it -> it.onRounded() && it.breakTies().isEmpty()).isPresent();
    }

    private int width() {
        return 1 + 2 * rule.rule().ranking().map(it -> it.breakTies().size()).orElse(0);
    }

    /** What a pass gathers from some rows. */
    public Content part(Rows rows, Known known) {
        State state = known.state;
        return switch (state.step()) {
            case BASELINES -> baselines(rows, known);
            case BASELINES_COUNTED -> counted(rows, known);
            case BASELINES_NARROWED -> narrowed(rows, known);
            case MEANS -> means(rows, known);
            case TOTALS -> ranks(rows, known).sizes(totals());
            case TOTALS_COUNTED -> ranks(rows, known).counts();
            case TOTALS_SPLIT -> ranks(rows, known).split();
            case AGAIN -> ranks(rows, known).again();
            case AGAIN_COUNTED -> ranks(rows, known).countsAgain();
            case AGAIN_SPLIT -> ranks(rows, known).splitAgain();
            case AGAIN_RANGES -> ranks(rows, known).edgesAgain();
            case RANGES, EDGES -> ranks(rows, known).edges();
            case REFILL -> ranks(rows, known).round();
            case DONE -> Nothing.NOTHING;
        };
    }

    private LocalRanks ranks(Rows rows, Known known) {
        return new LocalRanks(rule, rows, known, limit);
    }

    /** The evaluation of some rows after all passes. */
    public Cohort results(Rows rows, Known known) {
        return ranks(rows, known).results();
    }

    /** The range of each row, below 0 where it may be anywhere. */
    public int[] ranges(Rows rows, Known known) {
        return ranks(rows, known).ranges();
    }

    /** What must travel with each row that moves, for it to have its places where it comes to; empty where nothing must. */
    public List<String> places(Rows rows, Known known) {
        return ranks(rows, known).places();
    }

    private BaselineSums gathered(Rows rows, Known known) {
        Pipeline pipeline = rows.pipeline(rule, null);
        int level = known.state.level();
        BaselineSums whole = new BaselineSums(rule);
        Binding last = pipeline.lastYears();
        if (last != null) {
            whole.take(pipeline.part(last, Scope.of(last, rows.settings().workers(), rows.settings().fast()), true, level, known.baselines));
        }
        if (pipeline.isFormed(false, level)) {
            Binding binding = pipeline.binding();
            Scope scope = Scope.of(binding, rows.settings().workers(), rows.settings().fast());
            whole.take(pipeline.part(binding, scope, false, level, known.baselines));
        }
        return whole;
    }

    private Sums baselines(Rows rows, Known known) {
        Map<BaselineTable.Key, Accumulator> sums = new HashMap<>();
        Pools pools = new Pools(limit, 1);
        Lots lots = Lots.of(rows.roll());
        gathered(rows, known).parts().forEach((key, sum) -> {
            if (sum.numbers() == null) {
                sums.put(key, sum);
            } else {
                fill(pools.pool(new GroupSlot(key.baseline(), key.by())), keys(sum), lots);
            }
        });
        pools.settle();
        return new Sums(sums, pools);
    }

    private static List<RankKey> keys(Accumulator sum) {
        return java.util.Objects.requireNonNull(sum.numbers()).stream().map(it -> new RankKey(List.of(it))).toList();
    }

    private void fill(Pool pool, List<RankKey> keys, Lots lots) {
        Map<RankKey, Long> different = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            pool.draw(lots.of(i), keys.get(i));
            if (different.size() <= limit) {
                different.merge(keys.get(i), 1L, Long::sum);
            }
        }
        if (different.size() > limit) {
            pool.addUnseen(keys.size());
        } else {
            pool.add(Different.of(different));
        }
    }

    private Counts counted(Rows rows, Known known) {
        TreeMap<GroupSlot, Counts.Of> counts = new TreeMap<>();
        gathered(rows, known).parts().forEach((key, sum) -> {
            GroupSlot slot = new GroupSlot(key.baseline(), key.by());
            Line line = known.state.lines().get(slot);
            if (sum.numbers() != null && line != null && line.size() == 0) {
                Counts.Of of = Counts.Of.segments(line.segments(), line.of.sums().length > 0);
                for (RankKey number : keys(sum)) {
                    int segment = line.segment(number);
                    of.counts()[segment]++;
                    if (of.sums().length > 0) {
                        of.sums()[segment].add(number.values().get(0));
                    }
                }
                counts.put(slot, of);
            }
        });
        return new Counts(counts);
    }

    private Pools narrowed(Rows rows, Known known) {
        Pools pools = new Pools(limit, 1);
        Lots lots = Lots.of(rows.roll());
        gathered(rows, known).parts().forEach((key, sum) -> {
            GroupSlot slot = new GroupSlot(key.baseline(), key.by());
            Line line = known.state.lines().get(slot);
            if (sum.numbers() != null && line != null && !Known.isSettled(rule, slot, line)) {
                Map<Integer, List<RankKey>> bySegment = new HashMap<>();
                for (RankKey number : keys(sum)) {
                    bySegment.computeIfAbsent(line.segment(number), it -> new ArrayList<>()).add(number);
                }
                Known.needed(rule, slot, line).forEach(segment ->
                        fill(pools.pool(slot.at(segment)), bySegment.getOrDefault(segment, List.of()), lots));
            }
        });
        pools.settle();
        return pools;
    }

    private Means means(Rows rows, Known known) {
        Pipeline pipeline = rows.pipeline(rule, null);
        Binding binding = pipeline.binding();
        Scope scope = Scope.of(binding, rows.settings().workers(), rows.settings().fast());
        return new Means(pipeline.scores(binding, scope, known.baselines));
    }

    /**
     * What is known after a pass.
     *
     * @param merged what it gathered from all rows
     * @throws IllegalArgumentException if that does not fit the rule
     * @throws NotInPartsException if the rule needs more than parts may keep
     */
    public State next(Known known, Content merged) {
        State state = known.state;
        Content.same(none(state), merged);
        return settled(switch (state.step()) {
            case BASELINES -> afterBaselines(state, (Sums) merged);
            case BASELINES_COUNTED -> afterCounts(state, (Counts) merged);
            case BASELINES_NARROWED -> afterNarrowing(state, (Pools) merged);
            case MEANS -> state.with((Means) merged).then(State.Step.TOTALS);
            case TOTALS -> ranges(0).afterTotals(state, (Sizes) merged);
            case TOTALS_COUNTED -> ranges(0).afterCounts(state, (Counts) merged);
            case TOTALS_SPLIT -> ranges(0).afterSplit(state, (Pools) merged);
            case AGAIN -> ranges(1 + state.level()).afterAgain(state, known.joined, (Pools) merged);
            case AGAIN_COUNTED -> ranges(1 + state.level()).afterCounts(state, (Counts) merged);
            case AGAIN_SPLIT -> ranges(1 + state.level()).afterSplit(state, (Pools) merged);
            case AGAIN_RANGES -> ranges(1 + state.level()).next(state.with(state.edges().merge(merged)));
            case RANGES -> state.with((Edges) merged).then(State.Step.EDGES);
            case EDGES -> ranges(0).next(state.with(state.edges().merge(merged)));
            case REFILL -> ((Round) merged).moved() == 0 ? state.then(State.Step.DONE) : state.with((Round) merged);
            case DONE -> state;
        });
    }

    private Ranges ranges(int index) {
        return new Ranges(rule, limit, mayRange, index);
    }

    private State afterBaselines(State state, Sums merged) {
        merged.sums().forEach((key, sum) -> fits(BaselineSums.fits(rule, key.baseline(), sum)));
        TreeMap<GroupSlot, Line> lines = new TreeMap<>(state.lines());
        boolean whole = merged.pools().isWhole();
        merged.pools().pools.forEach((slot, pool) -> {
            fits(slot.segment() == 0 && BaselineSums.fits(rule, slot.index(), null));
            if (!pool.isWhole() && slot.index() >= rule.baselines().size()) {
                throw new NotInPartsException(NotInPartsException.Why.PLACES, limit);
            }
            boolean summed = slot.index() < rule.baselines().size() && rule.baselines().get(slot.index()).baseline().among().isPresent();
            lines.put(slot, pool.isWhole() ? Line.of(pool.all()) : Line.of(pool.splitters(), false, summed));
        });
        State gathered = state.with(Sums.merged(state.sums(), merged.sums())).withLines(lines);
        return whole ? nextLevel(gathered) : gathered.then(State.Step.BASELINES_COUNTED);
    }

    private State nextLevel(State state) {
        return state.level() < Pipeline.levels(rule) ? state.next(state.level() + 1) : state.then(State.Step.MEANS);
    }

    private State afterCounts(State state, Counts merged) {
        TreeMap<GroupSlot, Line> lines = new TreeMap<>(state.lines());
        merged.counts().forEach((slot, of) -> {
            Line line = state.lines().get(slot);
            fits(line != null && line.size() == 0);
            lines.put(slot, java.util.Objects.requireNonNull(line).counted(of));
        });
        State counted = state.withLines(lines);
        return isSettled(counted) ? nextLevel(counted) : counted.then(State.Step.BASELINES_NARROWED);
    }

    private boolean isSettled(State state) {
        return state.lines().entrySet().stream().allMatch(it -> Known.isSettled(rule, it.getKey(), it.getValue()));
    }

    private State afterNarrowing(State state, Pools merged) {
        TreeMap<GroupSlot, Line> lines = new TreeMap<>(state.lines());
        boolean again = false;
        for (GroupSlot slot : state.lines().keySet()) {
            Line line = java.util.Objects.requireNonNull(state.lines().get(slot));
            Map<Integer, Different> found = new TreeMap<>();
            List<RankKey> more = new ArrayList<>();
            merged.pools.forEach((at, pool) -> {
                if (at.whole().equals(slot)) {
                    fits(at.segment() < line.segments() && pool.count == line.of.counts()[at.segment()]);
                    if (pool.isWhole()) {
                        found.put(at.segment(), pool.all());
                    } else {
                        more.addAll(pool.splitters());
                    }
                }
            });
            if (!more.isEmpty()) {
                again = true;
                lines.put(slot, line.split(more));
            } else if (!found.isEmpty()) {
                lines.put(slot, line.with(found));
            }
        }
        State narrowed = state.withLines(lines);
        return again ? narrowed.then(State.Step.BASELINES_COUNTED) : nextLevel(narrowed);
    }

    static void fits(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("what was gathered does not fit the rule");
        }
    }

    /** Whether places that overrides vacate are filled again. */
    static boolean refills(CompiledRule rule) {
        return rule.rule().refill() != Refill.NONE && !rule.rule().overrides().isEmpty() && rule.classes().isPresent();
    }

    static RankingRule ranking(CompiledRule rule) {
        return rule.rule().ranking().orElseThrow();
    }

    static ExactSum[] noSums() {
        return new ExactSum[0];
    }
}
