package io.mubiao.land.internal;

import io.mubiao.formula.Expr;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Merge;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that a rule asks of earlier years. */
public final class EarlierColumns {
    private EarlierColumns() {}

    /** Their names; all where a baseline is formed of last year's roll, since whoever counts there is found by any. */
    public static Set<String> of(EvaluationRule rule) {
        if (rule.baselines().stream().anyMatch(BaselineRule::priorYear)) {
            return rule.columns().stream().map(Column::id).collect(Collectors.toSet());
        }
        Set<String> asked = new HashSet<>();
        RuleFormulas.each(rule, (path, formula) -> collect(formula.expr(), asked));
        rule.merge().ifPresent(merge -> merged(merge, asked));
        return asked;
    }

    private static void merged(Merge merge, Set<String> asked) {
        asked.add(merge.by());
        merge.except().ifPresent(test -> asked.addAll(test.names()));
        merge.lead().ifPresent(test -> asked.addAll(test.names()));
    }

    private static void collect(Expr expr, Set<String> asked) {
        if (expr instanceof Expr.Call call) {
            if (call.function().equals("prior") && !call.operands().isEmpty() && call.operands().get(0) instanceof Expr.Text column) {
                asked.add(column.text());
            }
            call.operands().forEach(operand -> collect(operand, asked));
        }
    }
}
