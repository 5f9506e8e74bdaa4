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
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of numerators and denominators by group, over blocks of columns: whole numbers in doubles that stay below 2^53, so
 * every sum is exact. Baselines of another kind, or too large for that, are left to the exact evaluator; so are single rows
 * that a block does not know: a missing number, one that is kept aside, an open rounding.
 */
public final class FastSums {
    private final Binding binding;
    private final Scope scope;
    private final List<Pair> pairs = new ArrayList<>();

    /** The two sums of one baseline. */
    private record Pair(int baseline, RankCodes groups, Vec numerator, Vec denominator, boolean graded) {
        boolean isComplete() {
            return numerator.isComplete() && denominator.isComplete();
        }
    }

    private FastSums(Binding binding, Scope scope) {
        this.binding = binding;
        this.scope = scope;
    }

    /** What of the baselines of a year can be summed in blocks. */
    public static FastSums of(Binding binding, Scope scope, boolean prior) {
        FastSums sums = new FastSums(binding, scope);
        Inputs inputs = new Inputs(binding, BaselineTable.NONE);
        inputs.know(Scope.slots(binding.rule), scope.rankings);
        VecCompiler compiler = new VecCompiler(inputs);
        for (int i = 0; i < binding.rule.baselines().size(); i++) {
            CompiledBaseline it = binding.rule.baselines().get(i);
            if (it.baseline().kind() == BaselineRule.Kind.RATIO_OF_SUMS && it.baseline().priorYear() == prior
                    && it.when().isEmpty()) {
                sums.add(i, it, inputs, compiler);
            }
        }
        return sums;
    }

    private void add(int index, CompiledBaseline it, Inputs inputs, VecCompiler compiler) {
        int rows = binding.roll.size();
        try {
            Vec numerator = whole(compiler, it.numerator(), rows);
            Vec denominator = whole(compiler, it.denominator(), rows);
            pairs.add(new Pair(index, inputs.codes(it.by()), numerator, denominator,
                    it.baseline().population() == BaselineRule.Population.GRADED));
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
    public boolean has(int baseline) {
        return pairs.stream().anyMatch(pair -> pair.baseline() == baseline);
    }

    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    public void run(int rows, Workers workers, BaselineSums into) {
        Workers.Counter counter = workers.counter(Progress.Stage.BASELINES, rows);
        workers.map(rows, (from, end) -> {
            BaselineSums part = part(from, end);
            counter.end(from, end);
            return part;
        }).forEach(into::take);
    }

    private BaselineSums part(int from, int end) {
        BaselineSums part = new BaselineSums(binding.rule);
        List<GroupSums> all = new ArrayList<>();
        List<GroupSums> byPair = new ArrayList<>();
        for (Pair pair : pairs) {
            GroupSums sums = all.stream().filter(it -> pair.isComplete() && it.isComplete
                    && it.groups == pair.groups() && it.graded == pair.graded()).findFirst().orElse(null);
            if (sums == null) {
                sums = new GroupSums(pair.groups(), pair.graded(), pair.isComplete(), row -> exact(pair, row, part));
                all.add(sums);
            }
            sums.add(pair.numerator());
            sums.add(pair.denominator());
            byPair.add(sums);
        }
        Block block = new Block();
        for (int start = from; start < end; start += Block.SIZE) {
            Checkpoint.pass();
            block.at(start, end);
            all.forEach(it -> it.block(block, scope));
        }
        for (int i = 0; i < pairs.size(); i++) {
            give(pairs.get(i), byPair.get(i), part);
        }
        return part;
    }

    private void exact(Pair pair, int row, BaselineSums part) {
        part.add(pair.baseline(), new RowFrame(binding, row, BaselineTable.NONE), scope.standing(row));
    }

    private static void give(Pair pair, GroupSums of, BaselineSums part) {
        for (int code = 0; code < pair.groups().size(); code++) {
            if (of.count(code) > 0) {
                Accumulator.Sums sums = (Accumulator.Sums) part.accumulator(pair.baseline(), pair.groups().key(code));
                sums.numerator.add(exact(of.sum(pair.numerator(), code), pair.numerator().factor));
                sums.denominator.add(exact(of.sum(pair.denominator(), code), pair.denominator().factor));
                sums.count += of.count(code);
            }
        }
    }

    private static Rational exact(double whole, Rational factor) {
        return Rational.of(new BigDecimal(whole)).times(factor);
    }
}
