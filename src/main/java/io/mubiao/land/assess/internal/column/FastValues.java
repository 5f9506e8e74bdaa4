package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineSums;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Listed;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.assess.internal.near.NearOrder;
import io.mubiao.land.assess.internal.near.NearSums;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.value.ExactSum;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Means and extremes over blocks. Of an extreme only those rows are looked at exactly whose doubles can be it. Means are
 * summed as doubles with a bound, and exactly only when somebody asks for that; or exactly at once, where they are of
 * quotients of whole numbers. What a block cannot tell is left to the exact evaluator, row by row.
 */
public final class FastValues {
    private final Binding binding;
    private final Scope scope;
    private final BaselineTable known;
    private final boolean mayWait;
    private final List<Family> all = new ArrayList<>();

    /** Baselines of the same values of the same rows; the numbers that means are made of, where those are quotients. */
    private record Family(RankCodes groups, Vec value, Optional<Test> test, Truths when, boolean graded, @Nullable Ratio ratio,
            Set<NumberColumn> needed, List<Integer> extremes, List<Integer> means, List<Integer> percentiles) {
        boolean isOf(RankCodes otherGroups, Vec other, Optional<Test> otherTest, boolean otherGraded) {
            return groups == otherGroups && value == other && test.equals(otherTest) && graded == otherGraded;
        }
    }

    private FastValues(Binding binding, Scope scope, BaselineTable known, boolean mayWait) {
        this.known = known;
        this.binding = binding;
        this.scope = scope;
        this.mayWait = mayWait;
    }

    /**
     * What of the baselines of a year and level can be found in blocks.
     *
     * @param mayWait whether sums may be left until somebody asks for them exactly; then the roll is kept until that is done
     */
    public static FastValues of(Binding binding, Scope scope, boolean prior, int level, BaselineTable known, boolean mayWait) {
        FastValues values = new FastValues(binding, scope, known, mayWait);
        Inputs inputs = new Inputs(binding, known);
        inputs.know(Scope.slots(binding.rule), scope.rankings);
        VecCompiler compiler = new VecCompiler(inputs);
        for (int i = 0; i < binding.rule.baselines().size(); i++) {
            CompiledBaseline it = binding.rule.baselines().get(i);
            BaselineRule.Kind kind = it.baseline().kind();
            if (it.baseline().priorYear() == prior && it.level() == level && it.baseline().among().isEmpty() && (kind == BaselineRule.Kind.MIN || kind == BaselineRule.Kind.MAX
                    || kind == BaselineRule.Kind.MEAN || (kind == BaselineRule.Kind.PERCENTILE && mayWait))) {
                values.add(i, it, inputs, compiler);
            }
        }
        return values;
    }

    private void add(int index, CompiledBaseline it, Inputs inputs, VecCompiler compiler) {
        try {
            Num indicator = new Num.Slot(it.indicator(), "");
            Vec value = compiler.compile(indicator);
            Ratio ratio = Ratio.of(value);
            boolean isMean = it.baseline().kind() == BaselineRule.Kind.MEAN;
            if (isMean && ratio == null && (!mayWait || it.baseline().rounding().isPresent())) {
                return;
            }
            RankCodes groups = inputs.codes(it.by());
            boolean graded = it.baseline().population() == BaselineRule.Population.GRADED;
            Family family = all.stream().filter(known -> known.isOf(groups, value, it.when(), graded)).findFirst().orElse(null);
            if (family == null) {
                family = new Family(groups, value, it.when(), compiler.tests().test(it.when()), graded, ratio,
                        Needs.columns(indicator, inputs), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                all.add(family);
            }
            (isMean ? family.means() : it.baseline().kind() == BaselineRule.Kind.PERCENTILE ? family.percentiles() : family.extremes())
                    .add(index);
        } catch (VecCompiler.Unfit e) {
            // The exact evaluator does it.
        }
    }

    /** Whether a baseline is found here. */
    public boolean has(int baseline) {
        return all.stream().anyMatch(one -> one.means().contains(baseline) || one.extremes().contains(baseline)
                || one.percentiles().contains(baseline));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public void run(int rows, Workers workers, BaselineSums into) {
        Workers.Counter counter = workers.counter(Progress.Stage.BASELINES, (long) rows * all.size());
        workers.map(rows, (from, end) -> {
            BaselineSums part = new BaselineSums(binding.rule);
            for (Family one : all) {
                if (!one.means().isEmpty() || !one.extremes().isEmpty()) {
                    new Range(one, part).run(from, end);
                }
                counter.add((long) end - from);
            }
            return part;
        }).forEach(into::take);
        for (Family one : all) {
            if (!one.percentiles().isEmpty()) {
                order(one, rows, into);
            }
        }
    }

    /** Puts the values of each group in order. */
    private void order(Family one, int size, BaselineSums into) {
        NearOrder[] groups = new NearOrder[one.groups().size() + 1];
        Block block = new Block();
        Truths.Bits belong = new Truths.Bits();
        long[] population = new long[belong.yes.length];
        double[] own = block.take();
        double[] errors = block.take();
        int slot = binding.rule.baselines().get(one.percentiles().get(0)).indicator();
        for (int start = 0; start < size; start += Block.SIZE) {
            Checkpoint.pass("row", start);
            block.at(start, size);
            belong(one, block, belong, population);
            int[] codes = block.codes(one.groups());
            double[] values = one.value().shared(block, own);
            one.value().errors(block, values, errors);
            for (int i = 0; i < block.rows; i++) {
                int row = start + i;
                boolean isOpen = (belong.open[i / Long.SIZE] >>> i & 1) == 1;
                boolean belongs = isOpen ? frame(row).decided(one.test().orElseThrow()) == Truth.TRUE : (belong.yes[i / Long.SIZE] >>> i & 1) == 1;
                if (belongs && codes[i] > 0 && !lacks(one, row)) {
                    NearOrder group = groups[codes[i]];
                    if (group == null) {
                        group = new NearOrder(it -> frame(it).number(slot), one.value().factor);
                        groups[codes[i]] = group;
                    }
                    group.add(row, values[i], errors[i] * 2);
                }
            }
        }
        for (int code = 1; code < groups.length; code++) {
            NearOrder group = groups[code];
            for (int it : one.percentiles()) {
                if (group != null && group.size() > 0) {
                    ((Listed.Sorted) into.accumulator(it, one.groups().key(code - 1))).know(group.size(), group::get);
                }
            }
        }
    }

    /** Whether means of a baseline wait until they are asked for. */
    private boolean waits(int baseline, Family one) {
        return mayWait && !one.value().whole && binding.rule.baselines().get(baseline).baseline().rounding().isEmpty();
    }

    private RowFrame frame(int row) {
        return new RowFrame(binding, row, known);
    }

    /** Which rows of a block form a baseline, and who is open. */
    private void belong(Family one, Block block, Truths.Bits rows, long[] population) {
        one.when().rows(block, rows);
        scope.population(block.from, block.rows, one.graded(), population);
        for (int w = 0; w < block.words(); w++) {
            rows.set(w, rows.yes[w] & population[w], rows.open[w] & population[w]);
        }
    }

    private static boolean lacks(Family one, int row) {
        for (NumberColumn column : one.needed()) {
            if (column.isMissing(row)) {
                return true;
            }
        }
        return false;
    }

    /** The exact sum of one group of those rows that a block knows: the others were added when it was looked at. */
    private ExactSum sum(Family one, int code) {
        ExactSum sum = new ExactSum();
        Block block = new Block();
        Truths.Bits belong = new Truths.Bits();
        long[] population = new long[belong.yes.length];
        double[] overs = block.take();
        double[] unders = block.take();
        int size = binding.roll.size();
        for (int start = 0; start < size; start += Block.SIZE) {
            block.at(start, size);
            belong(one, block, belong, population);
            int[] codes = block.codes(one.groups());
            Ratio ratio = one.ratio();
            one.value().rows(block, overs);
            boolean isQuotient = ratio != null;
            if (ratio != null) {
                ratio.rows(block, overs, unders);
            }
            for (int i = 0; i < block.rows; i++) {
                if (codes[i] == code && (belong.yes[i / Long.SIZE] >>> i & 1) == 1) {
                    if (ratio != null && Ratio.isNumber(overs[i], unders[i])) {
                        ratio.add(overs[i], unders[i], sum);
                    } else if (!isQuotient && !Double.isNaN(overs[i])) {
                        Value value = frame(start + i).number(binding.rule.baselines().get(one.means().get(0)).indicator());
                        sum.add(value.number());
                    }
                }
            }
        }
        return sum;
    }

    /** The baselines of a family of some rows. */
    private final class Range {
        private final Family one;
        private final BaselineSums part;
        private final Block block = new Block();
        private final Truths.Bits belong = new Truths.Bits();
        private final long[] population = new long[belong.yes.length];
        private final double[] rows = new double[Block.SIZE];
        private final double[] scratch = new double[Block.SIZE];
        private final long[] counts;
        private final List<Extreme> extremes = new ArrayList<>();
        private final List<Integer> now;
        private final List<Integer> later;
        private final @Nullable NearSums near;

        Range(Family one, BaselineSums part) {
            this.one = one;
            this.part = part;
            this.counts = new long[one.groups().size() + 1];
            one.extremes().forEach(it -> extremes.add(new Extreme(it)));
            this.now = one.means().stream().filter(it -> !waits(it, one)).toList();
            this.later = one.means().stream().filter(it -> waits(it, one)).toList();
            this.near = later.isEmpty() ? null : new NearSums(one.value().factor, one.value().rel, one.value().abs, counts.length);
        }

        void run(int from, int end) {
            Accumulator.@Nullable Mean[] means = new Accumulator.Mean[counts.length];
            for (int start = from; start < end; start += Block.SIZE) {
                block.at(start, end);
                belong(one, block, belong, population);
                open();
                if (!extremes.isEmpty() || near != null) {
                    near();
                }
                if (!now.isEmpty()) {
                    mean(means);
                }
            }
            extremes.forEach(Extreme::end);
            for (int code = 1; code < counts.length; code++) {
                end(code, means[code]);
            }
        }

        private void end(int code, Accumulator.@Nullable Mean mean) {
            if (counts[code] == 0) {
                return;
            }
            List<String> key = one.groups().key(code - 1);
            one.extremes().forEach(it -> part.accumulator(it, key).count += counts[code]);
            for (int it : later) {
                if (near != null) {
                    ((Accumulator.Mean) part.accumulator(it, key)).defer(near.sum(code), counts[code], () -> sum(one, code));
                }
            }
            for (int it : now) {
                Accumulator.Mean own = (Accumulator.Mean) part.accumulator(it, key);
                if (mean != null) {
                    own.sum.add(mean.sum);
                }
                own.count += counts[code];
            }
        }

        private void open() {
            for (int w = 0; w < block.words(); w++) {
                for (long open = belong.open[w]; open != 0; open &= open - 1) {
                    exact(block.from + w * Long.SIZE + Long.numberOfTrailingZeros(open));
                }
            }
        }

        /** A row that a block does not know: every baseline of the family looks at it. */
        private void exact(int row) {
            if (!lacks(one, row)) {
                RowFrame frame = frame(row);
                one.extremes().forEach(it -> part.add(it, frame, scope.standing(row)));
                one.means().forEach(it -> part.add(it, frame, scope.standing(row)));
            }
        }

        private void near() {
            double[] values = one.value().shared(block, rows);
            int[] codes = block.codes(one.groups());
            for (int w = 0; w < block.words(); w++) {
                long some = belong.yes[w];
                for (long rest = some; rest != 0; rest &= rest - 1) {
                    int i = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                    boolean isNone = Double.isNaN(values[i]);
                    if (codes[i] == 0 || isNone) {
                        some &= ~(1L << i);
                        if (isNone && codes[i] > 0) {
                            exact(block.from + i);
                        }
                    } else {
                        counts[codes[i]]++;
                    }
                }
                belong.yes[w] = some;
            }
            if (!extremes.isEmpty()) {
                one.value().errors(block, values, scratch);
            }
            if (near != null) {
                near.add(values, codes, belong.yes, block.words());
            }
            for (Extreme extreme : extremes) {
                extreme.block(values, codes);
            }
        }

        private void mean(Accumulator.@Nullable Mean[] means) {
            Ratio ratio = java.util.Objects.requireNonNull(one.ratio());
            boolean isSeen = !extremes.isEmpty() || near != null;
            ratio.rows(block, rows, scratch);
            int[] codes = block.codes(one.groups());
            for (int i = 0; i < block.rows; i++) {
                int code = codes[i];
                if (code == 0 || (belong.yes[i / Long.SIZE] >>> i & 1) == 0) {
                    continue;
                }
                if (Ratio.isNumber(rows[i], scratch[i])) {
                    Accumulator.Mean mean = means[code];
                    if (mean == null) {
                        mean = new Accumulator.Mean();
                        means[code] = mean;
                    }
                    ratio.add(rows[i], scratch[i], mean.sum);
                    counts[code] += isSeen ? 0 : 1;
                } else if (!isSeen) {
                    exact(block.from + i);
                }
            }
        }

        /** Who can be an extreme: as bounds rise, fewer; in the end they are looked at exactly. */
        private final class Extreme {
            private final int baseline;
            private final double sign;
            /** What the extreme is at least, by group code, so turned that more is better. */
            private final double[] least;
            private int[] candidates = new int[64];
            private double[] most = new double[64];
            private int count;

            Extreme(int baseline) {
                this.baseline = baseline;
                this.sign = binding.rule.baselines().get(baseline).baseline().kind() == BaselineRule.Kind.MIN ? -1 : 1;
                this.least = new double[counts.length];
                Arrays.fill(least, Double.NEGATIVE_INFINITY);
            }

            void block(double[] values, int[] codes) {
                for (int w = 0; w < block.words(); w++) {
                    for (long rest = belong.yes[w]; rest != 0; rest &= rest - 1) {
                        int i = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                        double v = values[i] * sign;
                        double error = scratch[i] * 2;
                        double bound = least[codes[i]];
                        // Of equal ones that are exact one is enough.
                        if (v + error > bound || (v + error == bound && error > 0)) {
                            candidate(block.from + i, v + error);
                            least[codes[i]] = Math.max(bound, v - error);
                        }
                    }
                }
            }

            private void candidate(int row, double atMost) {
                if (count == candidates.length) {
                    candidates = Arrays.copyOf(candidates, count * 2);
                    most = Arrays.copyOf(most, count * 2);
                }
                candidates[count] = row;
                most[count++] = atMost;
            }

            void end() {
                for (int k = 0; k < count; k++) {
                    int code = one.groups().code(candidates[k]) + 1;
                    if (most[k] >= least[code]) {
                        part.add(baseline, frame(candidates[k]), scope.standing(candidates[k]));
                        part.accumulator(baseline, one.groups().key(code - 1)).count--;
                    }
                }
            }
        }
    }
}
