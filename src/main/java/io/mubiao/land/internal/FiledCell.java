package io.mubiao.land.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.Roll;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.Optional;

/** What a row of a roll holds in a column (申报数据), or what the rule declares to hold where the cell is empty. */
public final class FiledCell {
    private FiledCell() {}

    /** As it is named in formulas; without number or text where it is missing. */
    public static Trace.Leaf of(Roll roll, int row, Column column) {
        if (column.kind() == Symbol.Kind.TEXT) {
            String text = roll.text(column.id()).flatMap(all -> Optional.ofNullable(all.text(row))).orElse(column.otherwise());
            return leaf(column, Optional.empty(), text);
        }
        Optional<Rational> number = roll.number(column.id()).flatMap(all -> Optional.ofNullable(all.value(row)));
        return leaf(column, number.or(() -> otherwise(column)).map(it -> Quantity.of(it, column.unit())), "");
    }

    private static Optional<Rational> otherwise(Column column) {
        return column.otherwise().isEmpty() ? Optional.empty()
                : Optional.of(Rational.of((BigDecimal) CellValue.read(column, column.otherwise())));
    }

    private static Trace.Leaf leaf(Column column, Optional<Quantity> number, String text) {
        return new Trace.Leaf(column.id(), column.title(), column.kind(), column.unit(), number, text, Trace.Origin.COLUMN);
    }
}
