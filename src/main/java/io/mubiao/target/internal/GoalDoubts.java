package io.mubiao.target.internal;

import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/** What a goal hardly can require (存疑的要求). */
public final class GoalDoubts {
    private GoalDoubts() {}

    /** A total, or a level of things counted, that need only be above some number below zero, with what was probably meant. */
    public static Optional<String> of(Goal goal) {
        if (goal instanceof Goal.Amount amount && (amount.measure() instanceof Measure.Total
                || (amount.measure() instanceof Measure.Level && isCounted(amount.require())))) {
            return belowZero(amount.require());
        }
        return goal instanceof Goal.Maintain maintain && isCounted(maintain.level()) ? belowZero(maintain.level())
                : Optional.empty();
    }

    /** A number of events or items below zero, which cannot be. */
    static Optional<String> impossible(Goal goal) {
        if (goal instanceof Goal.Amount amount && amount.measure() instanceof Measure.Count) {
            return belowZero(amount.require());
        }
        return goal instanceof Goal.StageCount count ? belowZero(count.require()) : Optional.empty();
    }

    private static boolean isCounted(Bound bound) {
        return bound.unit().filter(unit -> !unit.measureWords().isEmpty()).isPresent();
    }

    private static Optional<String> belowZero(Bound bound) {
        Optional<Quantity> number = bound instanceof Bound.Range range ? Optional.of(range.low()) : bound.reference();
        return number.filter(it -> it.amount().signum() < 0).map(it -> "'" + bound + "' is below zero; "
                + it.times(Rational.of(-1)) + " was probably meant");
    }
}
