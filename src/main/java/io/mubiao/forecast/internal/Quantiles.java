package io.mubiao.forecast.internal;

import io.mubiao.work.internal.Checkpoint;
import java.util.function.LongPredicate;

/** Searches of whole numbers. */
public final class Quantiles {
    private Quantiles() {}

    /** The smallest k &ge; 0 from which on a monotone test holds. */
    public static long smallest(LongPredicate holds) {
        long high = 1;
        while (!holds.test(high - 1) && high < Long.MAX_VALUE / 4) {
            Checkpoint.pass();
            high *= 2;
        }
        long low = -1;
        high--;
        while (high - low > 1) {
            Checkpoint.pass();
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
