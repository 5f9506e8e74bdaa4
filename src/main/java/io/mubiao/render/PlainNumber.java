package io.mubiao.render;

import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as people read them: decimals in full, others half up to four decimals and four digits that count, and to more
 * where they would look like a round number that they are not.
 */
final class PlainNumber {
    private static final int IN_FULL = 18;
    private static final int DECIMALS = 4;
    private static final int DIGITS = 4;
    private static final int LONGEST = 30;

    private PlainNumber() {}

    static String of(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL)
                .orElseGet(() -> Display.rounded(value, decimals(value), Rational.ZERO)).toPlainString();
    }

    /** A number that suffices also as it is printed: upwards where it has no end. */
    static String atLeast(Rational value) {
        return isExact(value) ? of(value) : value.round(new Rounding(decimals(value), RoundingMode.CEILING)).toPlainString();
    }

    /** Whether a number is shown in full. */
    static boolean isExact(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL).isPresent();
    }

    static String of(Quantity quantity) {
        return withUnit(quantity.amount(), quantity.unit().symbol());
    }

    static String withUnit(Rational value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + " " + unit;
    }

    private static int decimals(Rational value) {
        int decimals = DECIMALS;
        while (decimals < LONGEST && saysTooLittle(value.round(Rounding.halfUp(decimals)))) {
            decimals++;
        }
        return decimals;
    }

    private static boolean saysTooLittle(BigDecimal shown) {
        boolean few = shown.precision() < DIGITS && shown.abs().compareTo(BigDecimal.ONE) < 0;
        return few || shown.stripTrailingZeros().scale() <= 1;
    }
}
