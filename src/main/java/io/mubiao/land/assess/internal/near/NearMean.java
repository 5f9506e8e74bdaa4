package io.mubiao.land.assess.internal.near;

import io.mubiao.value.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A mean that is nearly known.
 *
 * @param number what it nearly is
 * @param share the share of it that it can be off by
 */
public record NearMean(Rational number, double share) {
    /** The mean of so many; null where their sum is not known nearly enough. */
    public static @Nullable NearMean of(NearSum sum, long count) {
        double share = sum.share();
        return Double.isNaN(share) ? null : new NearMean(sum.number().times(sum.factor()).dividedBy(Rational.of(count)), share);
    }

    /** So many times this. */
    public NearMean times(Rational factor) {
        return new NearMean(number.times(factor), share);
    }
}
