package io.mubiao.land.assess;

import io.mubiao.formula.Truth;
import io.mubiao.formula.Value;
import java.util.List;

/** Says why nobody can tell. */
final class Reasons {
    private Reasons() {}

    static Why of(Cohort cohort, int row) {
        RowFrame frame = cohort.frame(row);
        Titles titles = new Titles(cohort.rule);
        if (cohort.scope.standing(row) == Standing.UNDECIDED) {
            String missing = frame.missingInScope();
            return missing.isEmpty()
                    ? Why.of(Why.Kind.NO_RANKING,
                            titles.named(cohort.rule.rule().ranking().orElseThrow().by().toString()))
                    : Why.of(Why.Kind.NO_SCOPE, titles.named(missing));
        }
        Value total = frame.number(cohort.rule.slot("total"));
        if (!total.isNumber()) {
            return Why.of(total.is(Value.Absence.ZERO_DIVISOR) ? Why.Kind.ZERO_DIVISOR : Why.Kind.MISSING,
                    titles.named(total.about()));
        }
        return ofClass(cohort, frame, cohort.initial[row]);
    }

    /** Why a class, or an override of it, cannot be decided. */
    static Why ofClass(Cohort cohort, RowFrame frame, int initial) {
        Classer classer = cohort.classer;
        if (classer == null || initial < 0) {
            return Why.of(Why.Kind.NO_CLASS, Why.Named.NOTHING);
        }
        List<Classer.Step> steps = classer.steps(frame, initial);
        Classer.Step last = steps.get(steps.size() - 1);
        String missing = last.holds() == Truth.UNKNOWN
                ? cohort.rule.overrides().get(steps.size() - 1).orElseThrow().absent(frame).about() : "";
        return new Why(Why.Kind.NO_OVERRIDE, new Why.Named(last.override().id(), last.override().title()),
                new Titles(cohort.rule).named(missing));
    }
}
