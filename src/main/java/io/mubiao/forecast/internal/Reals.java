package io.mubiao.forecast.internal;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The way into doubles and back. */
public final class Reals {
    private static final int DIGITS = 6;

    private Reals() {}

    public static double of(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64).doubleValue();
    }

    static double of(Quantity value, Unit unit) {
        return of(value.in(unit).amount());
    }

    /** A probability with six digits, half up; what rounding of doubles put outside [0, 1] is put back. */
    public static BigDecimal probability(double value) {
        return decimal(Math.max(0, Math.min(1, value)));
    }

    public static BigDecimal decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("no finite number: " + value);
        }
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    public static Quantity quantity(double value, Unit unit) {
        return Quantity.of(Rational.of(decimal(value)), unit);
    }

    /** The lower and upper tail of an interval of this level: 0.1 of 0.8. */
    public static double tail(BigDecimal level) {
        return BigDecimal.ONE.subtract(level).doubleValue() / 2;
    }
}
