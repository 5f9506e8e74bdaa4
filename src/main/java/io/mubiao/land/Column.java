package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Symbol;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A column that a rule reads (数据项). Immutable.
 *
 * @param id its name in formulas
 * @param title its header in files, without the unit
 * @param kind what it holds
 * @param unit the unit of its numbers
 * @param decimals the digits after the point that are declared; the step of a counterfactual
 * @param least the least number allowed; empty if negative numbers without limit are
 * @param most the largest number allowed, inclusive; empty if there is no limit
 * @param values the texts allowed; empty if any is
 * @param otherwise what the rule declares to hold where the cell is empty; empty if a missing cell stays missing
 * @param cite where the definition stands
 */
public record Column(String id, String title, Symbol.Kind kind, Unit unit, int decimals, Optional<BigDecimal> least,
        Optional<BigDecimal> most, List<String> values, String otherwise, Cite cite) {
    public Column {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(kind, "kind");
        requireNonNull(unit, "unit");
        requireNonNull(least, "least");
        requireNonNull(most, "most");
        values = List.copyOf(values);
        requireNonNull(otherwise, "otherwise");
        requireNonNull(cite, "cite");
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("decimals of column '" + id + "' must be from 0 to 12, got " + decimals);
        }
    }

    /** The header with its unit: 用地面积(亩). */
    public String header() {
        return unit.equals(Unit.NONE) ? title : title + "(" + unit + ")";
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
