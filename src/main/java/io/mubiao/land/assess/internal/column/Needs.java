package io.mubiao.land.assess.internal.column;

import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a formula cannot do without. */
final class Needs {
    private Needs() {}

    /** Whether a formula gives no number wherever a slot holds none: a score without its indicator is left to its policy. */
    static boolean of(Num num, int slot) {
        if (num instanceof Num.Slot it) {
            return it.slot() == slot;
        }
        if (num instanceof Num.Binary it) {
            return of(it.left(), slot) || of(it.right(), slot);
        }
        if (num instanceof Num.Rounded it) {
            return of(it.of(), slot);
        }
        if (num instanceof Num.Choice it) {
            boolean tested = it.test() instanceof Test.Compare compare
                    && (of(compare.left(), slot) || of(compare.right(), slot));
            return tested || (of(it.then(), slot) && of(it.otherwise(), slot));
        }
        return false;
    }

    /** The columns without which a quotient of sums and products is missing, whatever else it lacks; none of other formulas. */
    static Set<NumberColumn> columns(Num num, Inputs inputs) {
        Set<NumberColumn> columns = new LinkedHashSet<>();
        return collect(num, inputs, true, columns) ? columns : Set.of();
    }

    private static boolean collect(Num num, Inputs inputs, boolean mayDivide, Set<NumberColumn> columns) {
        if (num instanceof Num.Slot it) {
            Slot slot = inputs.slot(it.slot());
            if (slot.role() == Role.COLUMN) {
                NumberColumn column = inputs.binding.numbers(it.slot());
                if (column != null && inputs.isPlainColumn(it.slot())) {
                    columns.add(column);
                }
                return column != null;
            }
            return (slot.role() == Role.INDICATOR || slot.role() == Role.DERIVED)
                    && collect(slot.num().orElseThrow(), inputs, mayDivide, columns);
        }
        if (num instanceof Num.Binary it) {
            return switch (it.op()) {
                // Of a product with a fixed number the other factor may be a quotient: units are converted so.
                case TIMES -> collect(it.left(), inputs, mayDivide && it.right() instanceof Num.Const, columns)
                        && collect(it.right(), inputs, false, columns);
                case PLUS, MINUS -> collect(it.left(), inputs, false, columns) && collect(it.right(), inputs, false, columns);
                case DIVIDE -> mayDivide && collect(it.left(), inputs, false, columns)
                        && collect(it.right(), inputs, false, columns);
                default -> false;
            };
        }
        return num instanceof Num.Const;
    }
}
