package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Policy;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.internal.column.FastMeans;
import io.mubiao.land.assess.internal.column.FastSums;
import io.mubiao.land.assess.internal.column.FastTotals;
import io.mubiao.land.assess.internal.column.FastValues;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.work.internal.Checkpoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stages in the order of the law, each over the whole roll. */
public final class Pipeline {
    private final Settings is;
    private final CompiledRule rule;
    private final Roll roll;
    private final @Nullable Roll lastYear;
    private final @Nullable Roll lastCohort;
    private final Workers workers;

    public Pipeline(CompiledRule rule, Settings settings, Roll roll) {
        this(rule, settings, roll, settings.prior(), settings.prior());
    }

    /**
     * @param lastYear last year's figures of the same enterprises
     * @param lastCohort the enterprises of last year, who form last year's baselines
     */
    public Pipeline(CompiledRule rule, Settings settings, Roll roll, @Nullable Roll lastYear, @Nullable Roll lastCohort) {
        this.lastYear = lastYear;
        this.lastCohort = lastCohort;
        this.is = settings;
        this.rule = rule;
        this.roll = roll;
        this.workers = settings.workers();
    }

    public Cohort run() {
        RankingRule ranking = rule.rule().ranking().orElse(null);
        return ranked(cohort -> ranking == null || rule.groups().isEmpty() ? null
                : new Ranker(cohort.binding, ranking, cohort.scope, cohort.totals, cohort.baselines).rank(workers));
    }

    /** Everything, with ranks that somebody makes of the totals. */
    public Cohort ranked(Function<Cohort, @Nullable Ranks> rank) {
        Cohort cohort = placed(rank).withRoom();
        if (cohort.classer != null) {
            new ClassStage(cohort, cohort.classer, workers, is.fast()).run();
        }
        return cohort;
    }

    /** Everything up to the places, with ranks that somebody makes of the totals. */
    public Cohort placed(Function<Cohort, @Nullable Ranks> rank) {
        Cohort scored = unranked();
        return scored.with(rank.apply(scored), workers, is.fast());
    }

    /** The roll with its columns tied to the rule. */
    public Binding binding() {
        return new Binding(rule, roll, lastYear, is.earlier(), is.history(), is.year());
    }

    /** Those who form last year's baselines; null where the rule needs none or nobody is given. */
    public @Nullable Binding lastYears() {
        Roll prior = lastCohort;
        return prior != null && rule.rule().baselines().stream().anyMatch(BaselineRule::priorYear)
                ? new Binding(rule, prior, null, ClassHistory.NONE, is.year() - 1) : null;
    }

    /** Everything up to the totals. */
    public Cohort unranked() {
        Binding binding = binding();
        Scope scope = Scope.of(binding, workers, is.fast());
        BaselineTable frozen = is.frozen();
        BaselineTable baselines = frozen != null ? frozen : baselines(binding, scope);
        Totals totals = totals(binding, scope, baselines);
        Classer classer = rule.classes().isEmpty() ? null : new Classer(rule, is.manual());
        boolean byPlaceAlone = classer != null && classer.isByPlaceAlone() && rule.rule().overrides().isEmpty();
        byte[] initial = new byte[classer == null || (byPlaceAlone && (totals.isScaled() || totals.near() != null)) ? 0 : roll.size()];
        byte[] last = classer == null || rule.rule().overrides().isEmpty() ? initial : new byte[roll.size()];
        return new Cohort(binding, baselines, scope, totals, null, classer, initial, last, is.manual(),
                is.day());
    }

    private BaselineTable baselines(Binding binding, Scope scope) {
        BaselineSums whole = new BaselineSums(rule);
        Binding last = lastYears();
        Scope lastScope = last == null ? null : Scope.of(last, workers, is.fast());
        BaselineTable baselines = whole.finish();
        for (int level = 0; level <= levels(rule); level++) {
            if (last != null && lastScope != null) {
                whole.take(part(last, lastScope, true, level, baselines, true));
            }
            if (isFormed(false, level)) {
                whole.take(part(binding, scope, false, level, baselines, true));
            }
            baselines = whole.finish();
        }
        return needsMeans() ? withMeans(baselines, scores(binding, scope, baselines)) : baselines;
    }

    /** How many baselines must be formed one after the other, less one. */
    public static int levels(CompiledRule rule) {
        return rule.baselines().stream().mapToInt(CompiledBaseline::level).max().orElse(0);
    }

    public boolean isFormed(boolean prior, int level) {
        return (!prior && level == 0 && !rule.places().isEmpty())
                || IntStream.range(0, rule.baselines().size()).anyMatch(i -> formedIn(prior, level, i));
    }

    /**
     * What a roll contributes to the baselines of a year.
     *
     * @param level those that wait for so many others
     * @param known the baselines that were formed before
     */
    public BaselineSums part(Binding binding, Scope scope, boolean prior, int level, BaselineTable known) {
        return part(binding, scope, prior, level, known, false);
    }

    private BaselineSums part(Binding binding, Scope scope, boolean prior, int level, BaselineTable known, boolean mayWait) {
        BaselineSums whole = new BaselineSums(rule);
        FastSums fast = FastSums.of(binding, scope, prior);
        if (is.fast() && level == 0 && !fast.isEmpty()) {
            fast.run(binding.roll.size(), workers, whole);
        }
        FastValues values = FastValues.of(binding, scope, prior, level, known, mayWait);
        if (is.fast() && !values.isEmpty()) {
            values.run(binding.roll.size(), workers, whole);
        }
        int all = rule.baselines().size() + (prior || level > 0 ? 0 : rule.places().size());
        List<Integer> rest = IntStream.range(0, all).filter(i -> i >= rule.baselines().size() || (formedIn(prior, level, i)
                && !(is.fast() && (fast.has(i) || values.has(i))))).boxed().toList();
        if (rest.isEmpty()) {
            return whole;
        }
        Workers.Counter counter = workers.counter(Progress.Stage.BASELINES, binding.roll.size());
        workers.map(binding.roll.size(), (from, end) -> {
            BaselineSums part = new BaselineSums(rule);
            for (int row = from; row < end; row++) {
                RowFrame frame = new RowFrame(binding, row, known);
                for (int baseline : rest) {
                    part.add(baseline, frame, scope.standing(row));
                }
                counter.row(from, row);
            }
            counter.end(from, end);
            return part;
        }).forEach(whole::take);
        return whole;
    }

    private boolean formedIn(boolean prior, int level, int baseline) {
        BaselineRule it = rule.baselines().get(baseline).baseline();
        return rule.baselines().get(baseline).level() == level && it.kind() != BaselineRule.Kind.CONSTANT && it.priorYear() == prior;
    }

    public boolean needsMeans() {
        return rule.groups().stream().flatMap(group -> group.items().stream()).anyMatch(Pipeline::needsMean);
    }

    public static boolean needsMean(CompiledItem item) {
        return List.of(item.item().missing(), item.item().zeroDivisor(), item.item().degenerate()).stream()
                .anyMatch(policy -> policy.kind() == Policy.Kind.MEAN_SCORE);
    }

    /** The mean score of each item that asks for it, of those in the group who have one. */
    private static Map<BaselineTable.Mean, BaselineTable.Formed> means(Map<BaselineTable.Mean, Accumulator> sums) {
        Map<BaselineTable.Mean, BaselineTable.Formed> means = new LinkedHashMap<>();
        sums.forEach((key, sum) -> means.put(key, BaselineTable.Formed.of((Accumulator.Mean) sum, Rational.ONE, value -> value)));
        return means;
    }

    /** Baselines with the mean scores of sums. */
    public static BaselineTable withMeans(BaselineTable baselines, Map<BaselineTable.Mean, Accumulator> sums) {
        return baselines.withMeans(means(sums));
    }

    /** The scores that means are of. */
    public Map<BaselineTable.Mean, Accumulator> scores(Binding binding, Scope scope, BaselineTable baselines) {
        Map<BaselineTable.Mean, Accumulator> whole = new HashMap<>();
        FastMeans fast = FastMeans.of(binding, scope, baselines, item -> is.fast() && needsMean(item));
        List<List<CompiledItem>> rest = rule.groups().stream().map(group -> group.items().stream().filter(item ->
                needsMean(item) && !fast.has(new BaselineTable.Mean(group.group().id(), item.item().id()))).toList()).toList();
        workers.map(roll.size(), (from, end) -> {
            Map<BaselineTable.Mean, Accumulator> part = fast.part(from, end);
            boolean isDone = rest.stream().allMatch(List::isEmpty);
            for (int row = from; !isDone && row < end; row++) {
                if (scope.standing(row).isScored() && !rest.get(scope.group(row)).isEmpty()) {
                    add(part, rule.groups().get(scope.group(row)), new RowFrame(binding, row, baselines),
                            rest.get(scope.group(row)));
                }
            }
            return part;
        }).forEach(part -> part.forEach((key, sum) ->
                whole.computeIfAbsent(key, it -> new Accumulator.Mean()).merge(sum)));
        return whole;
    }

    private static void add(Map<BaselineTable.Mean, Accumulator> to, CompiledGroup group, RowFrame frame,
            List<CompiledItem> items) {
        Scoring scoring = new Scoring(frame);
        for (CompiledItem item : items) {
            Value score = scoring.plainScore(item);
            if (score.isNumber()) {
                to.computeIfAbsent(new BaselineTable.Mean(group.group().id(), item.item().id()),
                        it -> new Accumulator.Mean()).add(score.number(), score.number());
            }
        }
    }

    private Totals totals(Binding binding, Scope scope, BaselineTable baselines) {
        Rounding rounding = rule.limits().rounding().orElse(null);
        boolean scaled = rounding != null && rule.rule().ranking().map(RankingRule::onRounded).orElse(true);
        if (!scaled || rounding == null) {
            FastTotals near = is.fast() ? FastTotals.near(binding, scope, baselines) : null;
            return totals(binding, scope, baselines, near == null ? Totals.exact(roll.size())
                    : Totals.near(new NearTotals(roll.size(), near.factor(), near.rel(), near.abs(), row ->
                            new Scoring(new RowFrame(binding, row, baselines)).unrounded(), near::closely)), near);
        }
        FastTotals fast = is.fast() ? FastTotals.rounded(binding, scope, baselines, rounding) : null;
        for (boolean narrow : new boolean[] {true, false}) {
            try {
                return totals(binding, scope, baselines, Totals.scaled(roll.size(), rounding.digits(), narrow), fast);
            } catch (Totals.TooWide e) {
                // The next form is wider.
            }
        }
        return totals(binding, scope, baselines, Totals.rounded(roll.size(), rounding.digits()), null);
    }

    private Totals totals(Binding binding, Scope scope, BaselineTable baselines, Totals totals, @Nullable FastTotals fast) {
        if (rule.groups().isEmpty()) {
            totals.clear(0, roll.size());
            return totals;
        }
        Workers.Counter counter = workers.counter(Progress.Stage.SCORES, roll.size());
        if (fast != null) {
            List<Optional<Histogram>> counted = workers.map(roll.size(), (from, end) -> {
                Optional<Histogram> part = fast.histogram(roll.size());
                fast.run(from, end, totals, counter, part, row -> exact(binding, baselines, totals, row));
                counter.end(from, end);
                return part;
            });
            totals.counted(counted.stream().flatMap(Optional::stream).reduce(Histogram::plus).orElse(null));
            return totals;
        }
        workers.map(roll.size(), (from, end) -> {
            totals.clear(from, end);
            for (int row = from; row < end; row++) {
                if (scope.standing(row).isScored()) {
                    exact(binding, baselines, totals, row);
                }
                counter.row(from, row);
            }
            counter.end(from, end);
            return true;
        });
        return totals;
    }

    private static void exact(Binding binding, BaselineTable baselines, Totals totals, int row) {
        Checkpoint.pass("row", row);
        Scoring scoring = new Scoring(new RowFrame(binding, row, baselines));
        totals.set(row, totals.isRounded() ? scoring.total() : scoring.unrounded());
    }

}
