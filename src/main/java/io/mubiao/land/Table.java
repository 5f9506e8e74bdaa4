package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.value.Unit;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers by a text column (分类数值表), such as a coefficient or district value by industry. Immutable.
 *
 * @param id its name in formulas
 * @param title what it is
 * @param by the text column or label looked up
 * @param unit the unit of the numbers
 * @param values fixed numbers or parameters by text
 * @param otherwise the number for all other texts; empty if there is none, which makes the number missing
 * @param cite where it stands
 */
public record Table(String id, String title, String by, Unit unit, Map<String, Formula> values,
        Optional<Formula> otherwise, Cite cite) {
    public Table {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(by, "by");
        requireNonNull(unit, "unit");
        values = ImmutableMap.copyOf(values);
        requireNonNull(otherwise, "otherwise");
        requireNonNull(cite, "cite");
    }
}
