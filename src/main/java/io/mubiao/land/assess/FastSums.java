package io.mubiao.land.assess;

import io.mubiao.formula.Num;
import io.mubiao.land.Baseline;
import io.mubiao.land.ResolvedRule;
import io.mubiao.land.ResolvedRule.ResolvedBaseline;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of numerators and denominators by group, over blocks of columns: whole numbers in doubles that stay below 2^53, so
 * every sum is exact. Baselines of another kind, or too large for that, are left to the exact evaluator.
 */
final class FastSums {
    private final ResolvedRule rule;
    private final Scope scope;
    private final List<Pair> pairs = new ArrayList<>();

    /** The two sums of one baseline. */
    private record Pair(int baseline, RankCodes groups, Vec numerator, Vec denominator, boolean graded) {}

    private FastSums(ResolvedRule rule, Scope scope) {
        this.rule = rule;
        this.scope = scope;
    }

    /** What of the baselines of a year can be summed in blocks. */
    static FastSums of(Binding binding, Scope scope, boolean prior) {
        FastSums sums = new FastSums(binding.rule, scope);
        VecCompiler compiler = new VecCompiler(binding, Baselines.NONE, scope);
        for (int i = 0; i < binding.rule.baselines().size(); i++) {
            ResolvedBaseline it = binding.rule.baselines().get(i);
            if (it.baseline().kind() == Baseline.Kind.RATIO_OF_SUMS && it.baseline().priorYear() == prior
                    && it.when().isEmpty()) {
                sums.add(i, it, compiler, binding.roll.size());
            }
        }
        return sums;
    }

    private void add(int index, ResolvedBaseline it, VecCompiler compiler, int rows) {
        try {
            Vec numerator = whole(compiler, it.numerator(), rows);
            Vec denominator = whole(compiler, it.denominator(), rows);
            pairs.add(new Pair(index, compiler.codes(it.by()), numerator, denominator,
                    it.baseline().population() == Baseline.Population.GRADED));
        } catch (VecCompiler.Unfit e) {
            // The exact evaluator does it.
        }
    }

    private static Vec whole(VecCompiler compiler, Num num, int rows) {
        Vec vec = compiler.compile(num);
        if (!vec.whole || vec.magnitude() * Math.max(1, rows) >= Vec.EXACT) {
            throw new VecCompiler.Unfit();
        }
        return vec;
    }

    /** Whether a baseline is summed here. */
    boolean has(int baseline) {
        return pairs.stream().anyMatch(pair -> pair.baseline() == baseline);
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    void run(int rows, Workers workers, int bits, BaselinePart into) {
        Workers.Counter counter = workers.counter(Progress.Stage.BASELINES, rows);
        workers.map(rows, (from, end) -> {
            BaselinePart part = part(from, end, bits);
            counter.end(from, end);
            return part;
        }).forEach(into::take);
    }

    private BaselinePart part(int from, int end, int bits) {
        double[][] sums = new double[pairs.size() * 2][];
        int[][] counts = new int[pairs.size()][];
        for (int p = 0; p < pairs.size(); p++) {
            int size = pairs.get(p).groups().size() + 1;
            sums[2 * p] = new double[size];
            sums[2 * p + 1] = new double[size];
            counts[p] = new int[size];
        }
        Block block = new Block();
        double[] numerator = block.take();
        double[] denominator = block.take();
        for (int start = from; start < end; start += Block.SIZE) {
            block.at(start, end);
            for (int p = 0; p < pairs.size(); p++) {
                Pair pair = pairs.get(p);
                pair.numerator().rows(block, numerator);
                pair.denominator().rows(block, denominator);
                pair.groups().read(start, block.rows, block.ints);
                if (!scope.isPlain()) {
                    leaveOut(block, pair.graded());
                }
                add(block, numerator, denominator, sums[2 * p], sums[2 * p + 1], counts[p]);
            }
        }
        BaselinePart part = new BaselinePart(rule, bits);
        for (int p = 0; p < pairs.size(); p++) {
            give(pairs.get(p), sums[2 * p], sums[2 * p + 1], counts[p], part);
        }
        return part;
    }

    private void leaveOut(Block block, boolean graded) {
        for (int i = 0; i < block.rows; i++) {
            Standing standing = scope.standing(block.from + i);
            boolean belongs = graded ? standing == Standing.GRADED : standing.isScored();
            block.ints[i] = belongs ? block.ints[i] : -1;
        }
    }

    /** Who lacks one of the two belongs to neither sum. */
    private static void add(Block block, double[] numerator, double[] denominator, double[] above, double[] below,
            int[] counts) {
        int[] codes = block.ints;
        for (int i = 0; i < block.rows; i++) {
            double n = numerator[i];
            double d = denominator[i];
            if (!Double.isNaN(n) && !Double.isNaN(d)) {
                int code = codes[i] + 1;
                above[code] += n;
                below[code] += d;
                counts[code]++;
            }
        }
    }

    private static void give(Pair pair, double[] above, double[] below, int[] counts, BaselinePart part) {
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] > 0) {
                Accumulator.Sums sums =
                        (Accumulator.Sums) part.accumulator(pair.baseline(), pair.groups().key(code - 1));
                sums.numerator = sums.numerator.plus(exact(above[code], pair.numerator().factor));
                sums.denominator = sums.denominator.plus(exact(below[code], pair.denominator().factor));
                sums.count += counts[code];
            }
        }
    }

    private static Enclosure exact(double whole, Rational factor) {
        return Enclosure.of(Rational.of(new BigDecimal(whole)).times(factor));
    }
}
