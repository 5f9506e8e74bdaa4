package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Quantity;
import java.math.BigDecimal;

/**
 * Where the result at the deadline will lie with a given probability (预测区间), equally likely to be missed on either
 * side; about the whole, what is done included. Immutable.
 *
 * @param low the lower end, included
 * @param high the upper end, included
 * @param level the probability, between 0 and 1: 0.8
 */
public record PredictionInterval(Quantity low, Quantity high, BigDecimal level) {
    public PredictionInterval {
        requireNonNull(level, "level");
        if (low.compareAmount(high) > 0) {
            throw new IllegalArgumentException("low must not be above high, got " + low + " and " + high);
        }
    }

    /** Whether an amount lies inside, ends included. */
    public boolean contains(Quantity amount) {
        return low.compareAmount(amount) <= 0 && amount.compareAmount(high) <= 0;
    }

    /** {@code [53 个, 73 个] 0.8}. */
    @Override
    public String toString() {
        return "[" + low + ", " + high + "] " + level.toPlainString();
    }
}
