package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Unit;

/**
 * What is scored or ranked (评价指标): a ratio, growth, amount, difference or share. Immutable.
 *
 * @param id its name in formulas
 * @param title its name for people
 * @param formula how it is worked out
 * @param unit the unit it is given in
 * @param higherIsBetter its direction
 * @param cite where it stands
 */
public record Indicator(String id, String title, Formula formula, Unit unit, boolean higherIsBetter, Cite cite) {
    public Indicator {
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
