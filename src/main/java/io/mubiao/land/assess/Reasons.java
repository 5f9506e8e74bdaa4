package io.mubiao.land.assess;

import io.mubiao.formula.Truth;
import io.mubiao.formula.Value;
import java.util.List;

/** Says why nobody can tell. */
final class Reasons {
    private Reasons() {}

    static String of(Cohort cohort, int row) {
        RowFrame frame = cohort.frame(row);
        if (cohort.scope.standing(row) == Standing.UNDECIDED) {
            String missing = frame.missingInScope();
            return missing.isEmpty()
                    ? "it belongs to no ranking: a text of " + cohort.rule.rule().ranking().orElseThrow().by() + " is missing"
                    : "'" + missing + "' is missing and the scope needs it";
        }
        Value total = frame.number(cohort.rule.slot("total"));
        if (!total.isNumber()) {
            return "there is no total: " + total.about()
                    + (total.is(Value.Absence.ZERO_DIVISOR) ? " is zero" : " is missing") + ", and the rule does not say what then";
        }
        return ofClass(cohort, frame, cohort.initial[row]);
    }

    /** Why a class, or an override of it, cannot be decided. */
    static String ofClass(Cohort cohort, RowFrame frame, int initial) {
        Classer classer = cohort.classer;
        if (classer == null || initial < 0) {
            return "the class cannot be found: an input of its tests is missing";
        }
        List<Classer.Step> steps = classer.steps(frame, initial);
        Classer.Step last = steps.get(steps.size() - 1);
        String missing = last.holds() == Truth.UNKNOWN
                ? cohort.rule.overrides().get(steps.size() - 1).orElseThrow().absent(frame).about() : "";
        return "override '" + last.override().id() + "' cannot be decided: '" + missing + "' is missing";
    }
}
