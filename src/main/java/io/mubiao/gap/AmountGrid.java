package io.mubiao.gap;

import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The amounts that can occur in a unit: whole pieces of measure words and persons, otherwise as many decimals as figures in
 * that unit were written with. Immutable.
 *
 * @param unit the unit
 * @param step from one amount to the next
 */
record AmountGrid(Unit unit, Rational step) {
    private static final Unit PERSON = Units.builtIn().get("人");
    private static final int MOST_DECIMALS = 18;

    static AmountGrid of(Unit unit, Units units, List<Quantity> written, int least) {
        if (unit.isCompatibleWith(PERSON)) {
            return new AmountGrid(unit, PERSON.in(unit));
        }
        for (String word : unit.measureWords()) {
            Unit piece = units.find(word).orElse(unit);
            if (piece.isCompatibleWith(unit)) {
                return new AmountGrid(unit, piece.in(unit));
            }
        }
        int decimals = Math.max(least, written.stream().filter(quantity -> quantity.unit().equals(unit))
                .flatMap(quantity -> quantity.decimal().stream()).mapToInt(BigDecimal::scale)
                .filter(scale -> scale <= MOST_DECIMALS).max().orElse(0));
        return new AmountGrid(unit, Rational.ONE.dividedBy(Rational.of(10).power(Math.max(0, decimals))));
    }

    /** So many steps from an amount, up or down, first to the nearest amount of the grid behind it. */
    Quantity from(Quantity start, long steps, int direction) {
        if (steps == 0) {
            return start;
        }
        Rounding whole = new Rounding(0, direction > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
        Rational behind = Rational.of(start.in(unit).amount().dividedBy(step).round(whole));
        return quantity(behind.plus(Rational.of(direction).times(steps)).times(step));
    }

    Quantity quantity(Rational amount) {
        return amount.asDecimal().map(decimal -> Quantity.of(decimal, unit)).orElseGet(() -> Quantity.of(amount, unit));
    }
}
