package io.mubiao.land.internal;

import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import java.util.List;
import java.util.Optional;

/** Columns of results with the amounts of consequences (差别化政策金额列): {@code charge_} and an id. */
public final class ChargeColumn {
    private static final String PREFIX = "charge_";

    private ChargeColumn() {}

    /** One a consequence, in the order of the rule. */
    public static List<String> all(EvaluationRule rule) {
        return rule.consequences().stream().map(it -> PREFIX + it.id()).filter(it -> find(rule, it).isPresent()).toList();
    }

    /** The consequence whose amount a column holds; columns of the rule that are called so come first. */
    public static Optional<Consequence> find(EvaluationRule rule, String column) {
        return column.startsWith(PREFIX) && rule.columns().find(column).isEmpty() && rule.indicators().find(column).isEmpty()
                && rule.derived().find(column).isEmpty() ? rule.consequences().find(column.substring(PREFIX.length())) : Optional.empty();
    }
}
