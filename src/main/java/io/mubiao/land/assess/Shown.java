package io.mubiao.land.assess;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;

/** Numbers in one-line texts for developers: exact where short, else half up to four decimals and an ellipsis. */
final class Shown {
    private static final int DECIMALS = 4;

    private Shown() {}

    static String number(Rational value) {
        return value.asDecimal().filter(exact -> exact.scale() <= DECIMALS).map(exact -> exact.toPlainString())
                .orElseGet(() -> value.round(Rounding.halfUp(DECIMALS)).toPlainString() + "…");
    }

    static String number(Quantity quantity) {
        return number(quantity.amount()) + (quantity.unit().symbol().isEmpty() ? "" : " " + quantity.unit());
    }
}
