package io.mubiao.lint;

import io.mubiao.formula.Formula;
import io.mubiao.land.Bonus;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.Problems;
import io.mubiao.value.Rational;
import java.util.Optional;

/** Limits of bonuses, of their categories and of totals that lie beyond all that they hold. */
final class LimitTraps {
    private final EvaluationRule rule;
    private final RuleReach reach;
    private final Problems problems;

    LimitTraps(EvaluationRule rule, RuleReach reach, Problems problems) {
        this.rule = rule;
        this.reach = reach;
        this.problems = problems;
    }

    void check() {
        rule.bonuses().forEach(this::bonus);
        rule.categoryLimits().forEach((name, limit) -> beyond(limit, reach.category(name)).ifPresent(most -> problems.warning("CAP_NEVER_BINDS",
                "category-limits." + name, "the limit " + limit + " never binds: the bonuses of '" + name + "' give at most " + most)));
        rule.total().limits().cap().flatMap(cap -> number(cap).filter(it -> reach.sum().most().filter(most -> most.compareTo(it) < 0).isPresent()))
                .ifPresent(cap -> problems.warning("CAP_NEVER_BINDS", "total.cap", "the cap " + cap + " never binds: items and bonuses give at most "
                        + reach.sum().most().orElseThrow()));
    }

    private void bonus(Bonus it) {
        it.limit().flatMap(limit -> beyond(limit, reach.given(it))).ifPresent(most -> problems.warning("CAP_NEVER_BINDS", "bonuses." + it.id(),
                "the limit " + it.limit().orElseThrow() + " never binds: the bonus gives at most " + most));
    }

    /** The most points either way, if a limit lies beyond. */
    private Optional<Rational> beyond(Formula limit, Reach points) {
        if (points.least().isEmpty() || points.most().isEmpty()) {
            return Optional.empty();
        }
        Rational most = points.least().get().abs().max(points.most().get().abs());
        return number(limit).filter(it -> it.compareTo(most) > 0).map(it -> most);
    }

    private static Optional<Rational> number(Formula formula) {
        return ShapeTraps.number(formula, Optional.empty());
    }
}
