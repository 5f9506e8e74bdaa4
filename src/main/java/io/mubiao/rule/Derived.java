package io.mubiao.rule;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Unit;

/**
 * A quantity worked out from columns or inputs (计算口径): land = own + rented in − rented out. Immutable.
 *
 * @param id its name in formulas
 * @param title what it is
 * @param formula how it is worked out
 * @param unit the unit it is given in
 * @param cite where it stands
 */
public record Derived(String id, String title, Formula formula, Unit unit, Cite cite) {
    public Derived {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(formula, "formula");
        requireNonNull(unit, "unit");
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
