package io.mubiao.land.assess.internal.near;

import io.mubiao.value.Rational;

/**
 * A sum that is nearly known.
 *
 * @param number the sum is {@code factor × t} with t no farther from this than the error
 */
public record NearSum(Rational number, double error, Rational factor) {
    /** A sum that is off by a larger share is worked out exactly. */
    private static final double LARGEST = 0x1p-36;

    public NearSum plus(NearSum other) {
        return new NearSum(number.plus(other.number), error + other.error, factor);
    }

    /** With one more number, which is off by less than its fortieth digit after the point. */
    public NearSum plus(Rational more) {
        return more.signum() == 0 ? this : new NearSum(number.plus(more.dividedBy(factor)), error * (1 + 0x1p-40), factor);
    }

    /** The share that it can be off by; NaN where that is too much to be of use. */
    public double share() {
        double share = error / Math.abs(number.round(io.mubiao.value.Rounding.halfUp(20)).doubleValue());
        return share < LARGEST ? share * 2 : Double.NaN;
    }
}
