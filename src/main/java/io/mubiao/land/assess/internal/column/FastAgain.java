package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.Again;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Workers;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.land.internal.CompiledRule.CompiledAgain;
import io.mubiao.work.internal.Checkpoint;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Who is ranked once more and by what, over blocks of columns; a row that its block does not tell is left to the exact evaluator. */
public final class FastAgain {
    private final Truths concerned;
    private final Vec on;
    private final int size;

    private FastAgain(Cohort cohort, Again before, CompiledAgain again) {
        size = cohort.roll.size();
        Inputs inputs = new Inputs(cohort.binding, cohort.baselines);
        inputs.know(Scope.slots(cohort.rule), cohort.scope.rankings);
        VecCompiler compiler = new VecCompiler(inputs);
        KnownRows.give(compiler, cohort, before);
        concerned = compiler.tests().test(again.when());
        on = compiler.compile(again.on());
    }

    /** Null where it is not fit for blocks. */
    public static @Nullable FastAgain of(Cohort cohort, Again before, CompiledAgain again) {
        try {
            return new FastAgain(cohort, before, again);
        } catch (VecCompiler.Unfit e) {
            return null;
        }
    }

    /**
     * What those who are ranked once more are ranked by; NaN for everybody else.
     *
     * @param asked the rows that may be
     * @param exact what a row is ranked by, a missing value where it is not
     */
    public NearTotals run(IntPredicate asked, IntFunction<Value> exact, Workers workers) {
        NearTotals by = new NearTotals(size, on.factor, on.rel, on.abs, exact, this::closely);
        workers.map(size, (from, end) -> {
            by.clear(from, end);
            Block block = new Block();
            double[] own = block.take();
            Truths.Bits holds = block.takeBits();
            for (int start = from; start < end; start += Block.SIZE) {
                block.at(start, end);
                Checkpoint.pass("row", start);
                concerned.rows(block, holds);
                double[] rows = on.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    boolean isOpen = is(holds.open, i);
                    if ((isOpen || is(holds.yes, i)) && asked.test(start + i)) {
                        set(by, start + i, isOpen ? Double.NaN : rows[i], exact);
                    }
                }
            }
            return true;
        });
        return by;
    }

    private static void set(NearTotals by, int row, double near, IntFunction<Value> exact) {
        if (Double.isNaN(near)) {
            Value value = exact.apply(row);
            if (value.isNumber()) {
                by.set(row, value.number());
            }
        } else {
            by.set(row, near);
        }
    }

    private static boolean is(long[] bits, int i) {
        return (bits[i / Long.SIZE] >>> i & 1) == 1;
    }

    private FastTotals.Closely closely() {
        Block one = new Block();
        Block other = new Block();
        return new FastTotals.Closely() {
            @Override
            public boolean areSame(int a, int b) {
                one.at(a, a + 1);
                other.at(b, b + 1);
                return on.isSame(one, other) || (on.isFixed(one) && on.isFixed(other) && on.row(one) == on.row(other));
            }

            @Override
            public double error(int row) {
                one.at(row, row + 1);
                return on.error(one) * 2;
            }
        };
    }
}
