package io.mubiao.render;

import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;

/** Numbers as people read them: exact where they are short, else half up to four decimals and four digits that count. */
final class PlainNumber {
    private static final int DECIMALS = 4;
    private static final int DIGITS = 4;
    private static final int LONGEST = 30;

    private PlainNumber() {}

    static String of(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= DECIMALS)
                .orElseGet(() -> Display.rounded(value, decimals(value), Rational.ZERO)).toPlainString();
    }

    static String of(Quantity quantity) {
        return withUnit(quantity.amount(), quantity.unit().symbol());
    }

    static String withUnit(Rational value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + " " + unit;
    }

    /** Four, and more for a number so small that four would show less than four digits of it. */
    private static int decimals(Rational value) {
        int decimals = DECIMALS;
        BigDecimal shown = value.round(Rounding.halfUp(decimals));
        while (decimals < LONGEST && shown.precision() < DIGITS && shown.abs().compareTo(BigDecimal.ONE) < 0) {
            decimals++;
            shown = value.round(Rounding.halfUp(decimals));
        }
        return decimals;
    }
}
