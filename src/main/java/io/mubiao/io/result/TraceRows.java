package io.mubiao.io.result;

import io.mubiao.formula.Symbol;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;

/** How a number was worked out by formulas, as data. */
final class TraceRows {
    private TraceRows() {}

    static Row row(Trace trace, JsonStyle style) {
        if (trace instanceof Trace.Worked worked) {
            return new Row(style).with("name", worked.name()).with("title", worked.title())
                    .with("formula", worked.formula()).with("value", worked.number())
                    .with("operands", worked.operands().stream().map(it -> row(it, style)).toList());
        }
        Trace.Leaf leaf = (Trace.Leaf) trace;
        return new Row(style).with("name", leaf.name()).with("title", leaf.title()).with("kind", leaf.kind())
                .with("value", leaf.number().map(it -> value(leaf.kind(), it))).with("text", leaf.text()).with("origin", leaf.origin());
    }

    private static Object value(Symbol.Kind kind, Quantity number) {
        return kind == Symbol.Kind.NUMBER ? number : value(kind, number.amount());
    }

    /** A number, day or flag as it is kept, as what it is. */
    static Object value(Symbol.Kind kind, Rational number) {
        return switch (kind) {
            case DAY -> LocalDate.ofEpochDay(number.numerator().longValueExact());
            case FLAG -> number.signum() != 0;
            default -> number;
        };
    }
}
