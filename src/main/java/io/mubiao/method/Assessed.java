package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;

/** What an assessment hands to a method. */
final class Assessed {
    private Assessed() {}

    /** What was achieved. */
    static Figure now(Assessment assessment) {
        return assessment.actual().map(actual -> Figure.given("now", "achieved", actual))
                .orElseGet(() -> Figure.none("now", assessment.holes().isEmpty() ? NoAnswer.NO_OBSERVATION
                        : NoAnswer.NO_TARGET, detail(assessment)));
    }

    /** What is required. */
    static Figure target(Assessment assessment) {
        return target(assessment.required(), detail(assessment));
    }

    static Figure target(java.util.Optional<Quantity> required, String detail) {
        return required.map(value -> Figure.given("target", "target", value))
                .orElseGet(() -> Figure.none("target", NoAnswer.NO_TARGET, detail));
    }

    private static String detail(Assessment assessment) {
        return assessment.holes().isEmpty()
                ? assessment.target().id() + " " + assessment.detail().strip()
                : assessment.target().id() + " " + assessment.holes().get(0);
    }

    /** Whether a value is as good as the target or better. */
    static boolean reaches(Quantity value, Quantity target, Direction direction) {
        int order = value.compareAmount(target);
        return switch (direction) {
            case HIGHER_IS_BETTER -> order >= 0;
            case LOWER_IS_BETTER -> order <= 0;
            case TWO_SIDED -> order == 0;
        };
    }
}
