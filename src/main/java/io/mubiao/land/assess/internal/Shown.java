package io.mubiao.land.assess.internal;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;

/** Numbers in one-line texts for developers: decimals in full, others cut after four decimals with an ellipsis. */
public final class Shown {
    private static final int IN_FULL = 18;
    private static final Rounding CUT = new Rounding(4, RoundingMode.DOWN);

    private Shown() {}

    public static String number(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= IN_FULL).map(exact -> exact.toPlainString())
                .orElseGet(() -> value.round(CUT).toPlainString() + "…");
    }

    public static String number(Quantity quantity) {
        return number(quantity.amount()) + (quantity.unit().symbol().isEmpty() ? "" : " " + quantity.unit());
    }
}
