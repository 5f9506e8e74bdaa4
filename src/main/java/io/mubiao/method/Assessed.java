package io.mubiao.method;

import io.mubiao.assess.Assessment;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
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

    /** Which way is good; a goal without a bound is one where more is better. */
    static Direction direction(Assessment assessment) {
        Goal goal = assessment.goal();
        if (goal instanceof Goal.Amount amount) {
            return of(amount.require());
        }
        if (goal instanceof Goal.StageCount count) {
            return of(count.require());
        }
        if (goal instanceof Goal.Coverage coverage) {
            return of(coverage.require());
        }
        if (goal instanceof Goal.Change change) {
            return of(change.require());
        }
        return goal instanceof Goal.Maintain maintain ? of(maintain.level())
                : goal instanceof Goal.RedLine ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    private static Direction of(Bound bound) {
        return bound.direction();
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
