package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.math.BigInteger;

/**
 * A number rounded to a double, in units of a factor.
 *
 * @param row the double
 * @param isExact whether it is the number; else it is off by at most {@link #REL} of it and {@link #abs}
 */
public record NearNumber(double row, boolean isExact) {
    /** Half a unit in the last place, and as much for a number that is only nearly known. */
    public static final double REL = 2 * Vec.U;

    private static final Rational LAST_DIGIT = Rational.ONE.dividedBy(Rational.of(10).power(40));

    /** The double of a number; one that is no fraction is taken to 40 digits after the point. */
    public static NearNumber of(Enclosure number, Rational factor) {
        Rational row = number.nearest().dividedBy(factor);
        double near = row.signum() == 0 ? 0 : Vec.nearest(row);
        boolean whole = number.isExact() && row.denominator().equals(BigInteger.ONE) && Math.abs(near) < Vec.EXACT;
        return new NearNumber(near, whole);
    }

    /** How far the last digit taken is, in units of a factor. */
    public static double abs(Rational factor) {
        return Vec.nearest(LAST_DIGIT.dividedBy(factor));
    }
}
