package io.mubiao.land.assess;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Totals over blocks of columns; a total whose rounding is not proved is left to the exact evaluator. */
final class FastTotals {
    private FastTotals() {}

    static @Nullable FastTotals of(Binding binding, Scope scope, Baselines baselines) {
        return null;
    }

    void run(int from, int end, Totals totals, Workers.Counter counter, IntConsumer exact) {
        exact.accept(from);
    }
}
