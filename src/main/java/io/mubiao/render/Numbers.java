package io.mubiao.render;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.util.Optional;

/** How numbers are printed: short decimals as they are, anything longer to two decimals, half up. */
final class Numbers {
    private static final int AS_IT_IS = 4;
    private static final Rounding TWO = Rounding.halfUp(2);

    private Numbers() {}

    static String of(Rational value) {
        Optional<BigDecimal> decimal = value.asDecimal().filter(exact -> exact.scale() <= AS_IT_IS);
        return decimal.orElseGet(() -> value.round(TWO)).toPlainString();
    }

    static String of(Quantity quantity) {
        String number = quantity.decimal().filter(exact -> exact.scale() <= AS_IT_IS).map(BigDecimal::toPlainString)
                .orElseGet(() -> of(quantity.amount()));
        return number + " " + quantity.unit();
    }

    /** A share in percent, to two decimals. */
    static String percent(Rational share) {
        return share.times(Rational.HUNDRED).round(TWO).toPlainString() + "%";
    }
}
