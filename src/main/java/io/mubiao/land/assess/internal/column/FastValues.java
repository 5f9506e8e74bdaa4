package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Num;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.internal.Accumulator;
import io.mubiao.land.assess.internal.BaselineSums;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Means and extremes over blocks. Of an extreme only those rows are looked at exactly whose doubles can be it; means of
 * quotients of whole numbers are summed as such. What a block cannot tell is left to the exact evaluator, row by row.
 */
public final class FastValues {
    private final Binding binding;
    private final Scope scope;
    private final BaselineTable known;
    private final List<One> all = new ArrayList<>();

    /** One baseline: its values, whose they are, and for means the numbers they are made of. */
    private record One(int baseline, BaselineRule.Kind kind, RankCodes groups, Vec value, Vec when, boolean graded,
            @Nullable Ratio ratio) {}

    private FastValues(Binding binding, Scope scope, BaselineTable known) {
        this.known = known;
        this.binding = binding;
        this.scope = scope;
    }

    /** What of the baselines of a year and level can be found in blocks. */
    public static FastValues of(Binding binding, Scope scope, boolean prior, int level, BaselineTable known) {
        FastValues values = new FastValues(binding, scope, known);
        Inputs inputs = new Inputs(binding, known);
        inputs.know(Scope.slots(binding.rule), scope.rankings);
        VecCompiler compiler = new VecCompiler(inputs);
        for (int i = 0; i < binding.rule.baselines().size(); i++) {
            CompiledBaseline it = binding.rule.baselines().get(i);
            BaselineRule.Kind kind = it.baseline().kind();
            if (it.baseline().priorYear() == prior && it.level() == level && it.baseline().among().isEmpty() && (kind == BaselineRule.Kind.MIN || kind == BaselineRule.Kind.MAX
                    || kind == BaselineRule.Kind.MEAN)) {
                values.add(i, it, inputs, compiler);
            }
        }
        return values;
    }

    private void add(int index, CompiledBaseline it, Inputs inputs, VecCompiler compiler) {
        try {
            Vec value = compiler.compile(new Num.Slot(it.indicator(), ""));
            BaselineRule.Kind kind = it.baseline().kind();
            Ratio ratio = kind == BaselineRule.Kind.MEAN ? Ratio.of(value) : null;
            if (kind != BaselineRule.Kind.MEAN || ratio != null) {
                all.add(new One(index, kind, inputs.codes(it.by()), value, compiler.tests().test(it.when()),
                        it.baseline().population() == BaselineRule.Population.GRADED, ratio));
            }
        } catch (VecCompiler.Unfit e) {
            // The exact evaluator does it.
        }
    }

    /** Whether a baseline is found here. */
    public boolean has(int baseline) {
        return all.stream().anyMatch(one -> one.baseline() == baseline);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public void run(int rows, Workers workers, BaselineSums into) {
        Workers.Counter counter = workers.counter(Progress.Stage.BASELINES, (long) rows * all.size());
        workers.map(rows, (from, end) -> {
            BaselineSums part = new BaselineSums(binding.rule);
            for (One one : all) {
                new Range(one, part).run(from, end);
                counter.add((long) end - from);
            }
            return part;
        }).forEach(into::take);
    }

    /** One baseline of some rows. */
    private final class Range {
        private final One one;
        private final BaselineSums part;
        private final Block block = new Block();
        private final int[] codes = new int[Block.SIZE];
        private final double[] rows = new double[Block.SIZE];
        private final double[] scratch = new double[Block.SIZE];
        private final long[] counts;
        /** What the extreme is at least, by group code + 1, so turned that more is better. */
        private final double[] least;
        private final double sign;

        Range(One one, BaselineSums part) {
            this.one = one;
            this.part = part;
            this.counts = new long[one.groups().size() + 1];
            this.least = new double[counts.length];
            this.sign = one.kind() == BaselineRule.Kind.MIN ? -1 : 1;
            java.util.Arrays.fill(least, Double.NEGATIVE_INFINITY);
        }

        void run(int from, int end) {
            Accumulator.@Nullable Mean[] means = new Accumulator.Mean[counts.length];
            for (int start = from; start < end; start += Block.SIZE) {
                block.at(start, end);
                belong(true);
                if (one.ratio() != null) {
                    mean(one.ratio(), means);
                } else {
                    bound();
                }
            }
            for (int start = from; one.ratio() == null && start < end; start += Block.SIZE) {
                block.at(start, end);
                belong(false);
                candidates();
            }
            for (int code = 1; code < counts.length; code++) {
                if (counts[code] > 0) {
                    part.accumulator(one.baseline(), one.groups().key(code - 1)).count += counts[code];
                }
            }
        }

        /** The group of every row that forms the baseline, plus one; 0 for others. */
        private void belong(boolean isFirst) {
            System.arraycopy(block.codes(one.groups()), 0, codes, 0, block.rows);
            one.when().rows(block, scratch);
            for (int i = 0; i < block.rows; i++) {
                int row = block.from + i;
                boolean belongs = one.graded() ? scope.standing(row) == io.mubiao.land.assess.Standing.GRADED
                        : scope.standing(row).isScored();
                if (belongs && Double.isNaN(scratch[i]) && isFirst) {
                    exact(row);
                }
                codes[i] = belongs && scratch[i] == 1 ? codes[i] : 0;
            }
        }

        private void exact(int row) {
            part.add(one.baseline(), new RowFrame(binding, row, known), scope.standing(row));
        }

        private void mean(Ratio ratio, Accumulator.@Nullable Mean[] means) {
            ratio.rows(block, rows, scratch);
            for (int i = 0; i < block.rows; i++) {
                int code = codes[i];
                if (code > 0 && Ratio.isNumber(rows[i], scratch[i])) {
                    Accumulator.Mean mean = means[code];
                    if (mean == null) {
                        mean = (Accumulator.Mean) part.accumulator(one.baseline(), one.groups().key(code - 1));
                        means[code] = mean;
                    }
                    ratio.add(rows[i], scratch[i], mean.sum);
                    counts[code]++;
                } else if (code > 0) {
                    exact(block.from + i);
                }
            }
        }

        private double error(double v) {
            return (Math.abs(v) * one.value().rel + one.value().abs) * 2;
        }

        private void bound() {
            one.value().rows(block, rows);
            for (int i = 0; i < block.rows; i++) {
                int code = codes[i];
                if (code > 0 && !Double.isNaN(rows[i])) {
                    double v = rows[i] * sign;
                    least[code] = Math.max(least[code], v - error(v));
                    counts[code]++;
                } else if (code > 0) {
                    exact(block.from + i);
                }
            }
        }

        /** Looks exactly at those who can be the extreme; of equal ones that are exact once. */
        private void candidates() {
            one.value().rows(block, rows);
            for (int i = 0; i < block.rows; i++) {
                int code = codes[i];
                double v = rows[i] * sign;
                if (code > 0 && v + error(v) >= least[code]) {
                    counts[code]--;
                    exact(block.from + i);
                    if (error(v) == 0) {
                        least[code] = Math.nextUp(v);
                    }
                }
            }
        }
    }
}
