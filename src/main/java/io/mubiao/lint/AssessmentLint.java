package io.mubiao.lint;

import io.mubiao.assess.Assessments;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.target.Target;
import io.mubiao.value.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * Doubts about figures that do not fit each other (数据勾稽检查). Code: CHILD_ABOVE_PARENT, a part of which more was achieved
 * than of the whole it is declared to be part of.
 */
public final class AssessmentLint {
    private AssessmentLint() {}

    /** Every doubt, in register order. */
    public static List<Problem> check(Assessments assessments) {
        Problems problems = new Problems();
        for (Target child : assessments.register().targets()) {
            if (child.partOf().isEmpty()) {
                continue;
            }
            Optional<Quantity> part = assessments.get(child.id()).actual();
            Optional<Quantity> whole = assessments.get(child.partOf()).actual();
            if (part.isPresent() && whole.isPresent() && part.get().unit().isCompatibleWith(whole.get().unit())
                    && part.get().compareAmount(whole.get()) > 0) {
                problems.error("CHILD_ABOVE_PARENT", child.id(), "achieved " + part.get() + ", but '" + child.partOf()
                        + "', of which it is a part, only " + whole.get());
            }
        }
        return problems.found();
    }
}
