package io.mubiao.land.assess.internal.column;

import io.mubiao.value.ExactSum;
import io.mubiao.value.Rational;
import org.jspecify.annotations.Nullable;

/** Rows that are quotients of whole numbers, exact: what sums of them are made of. */
final class Ratio {
    private static final int BITS = 62;

    private final Vec over;
    private final Vec under;
    private final long above;
    private final long below;

    private Ratio(Vec over, Vec under, long above, long below) {
        this.over = over;
        this.under = under;
        this.above = above;
        this.below = below;
    }

    /** Null where rows are no such quotients, or too large for longs. */
    static @Nullable Ratio of(Vec of) {
        boolean isQuotient = of instanceof Quotient quotient && quotient.isOfWholes();
        if (!isQuotient && !of.whole) {
            return null;
        }
        Vec over = of instanceof Quotient quotient ? quotient.over() : of;
        Vec under = of instanceof Quotient quotient ? quotient.under() : new Constant(Rational.ONE);
        Rational factor = of.factor;
        boolean fits = bits(over) + factor.numerator().bitLength() <= BITS && bits(under) + factor.denominator().bitLength() <= BITS;
        return !fits ? null : new Ratio(over, under, factor.numerator().longValueExact(), factor.denominator().longValueExact());
    }

    private static int bits(Vec of) {
        return Math.getExponent(Math.max(1, of.magnitude())) + 1;
    }

    /** The two numbers of each row of a block; NaN where there is none. */
    void rows(Block block, double[] overs, double[] unders) {
        over.rows(block, overs);
        under.rows(block, unders);
    }

    /** Whether a row of {@link #rows} is a number. */
    static boolean isNumber(double over, double under) {
        return !Double.isNaN(over) && !Double.isNaN(under) && under != 0;
    }

    void add(double over, double under, ExactSum to) {
        long sign = under < 0 ? -1 : 1;
        to.add(((long) over) * above * sign, ((long) under) * below * sign);
    }
}
