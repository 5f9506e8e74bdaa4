package io.mubiao.target.internal;

import io.mubiao.target.Bound;
import io.mubiao.target.Comparison;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.SampleReading;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/** What a goal hardly can require (存疑的要求). */
public final class GoalDoubts {
    private static final Quantity ALL = Quantity.share(Rational.ONE);

    private GoalDoubts() {}

    /**
     * A doubt.
     *
     * @param code what it is, such as NEGATIVE
     */
    public record Doubt(String code, String message) {}

    /**
     * A total, or a level of things counted, that need only be above some number below zero, with what was probably meant; one that
     * need only be zero; a bare number below zero, which zero is above.
     */
    public static Optional<Doubt> of(Goal goal) {
        Bound bound = goal instanceof Goal.Maintain maintain ? maintain.level()
                : goal instanceof Goal.Amount || goal instanceof Goal.StageCount ? goal.bound().orElseThrow() : null;
        if (bound == null) {
            return Optional.empty();
        }
        boolean amounts = goal instanceof Goal.StageCount
                || (goal instanceof Goal.Amount amount && !(amount.measure() instanceof Measure.Level || amount.measure() instanceof Measure.Ratio));
        return amounts || isCounted(bound) ? belowZero(bound).map(it -> new Doubt("NEGATIVE", it)).or(() -> fromZero(bound))
                : bareBelowZero(bound);
    }

    private static Optional<Doubt> fromZero(Bound bound) {
        Optional<String> meant = Optional.empty();
        if (bound instanceof Bound.Limit limit && (limit.comparator() == Comparison.BARE || limit.comparator() == Comparison.AT_LEAST)) {
            meant = limit.limit().known().filter(it -> it.amount().signum() == 0).map(it -> "<= " + it);
        } else if (bound instanceof Bound.About about && about.direction() != Direction.LOWER_IS_BETTER) {
            meant = about.value().known().filter(it -> it.amount().signum() > 0 && about.low().amount().signum() <= 0).map(it -> ">= " + it);
        }
        return meant.map(it -> new Doubt("ALWAYS_MET", "'" + bound + "' is met where nothing was done; write '" + it + "' if that is meant"));
    }

    static Optional<Doubt> bareBelowZero(Bound bound) {
        return bound instanceof Bound.Limit limit && limit.comparator() == Comparison.BARE
                ? limit.limit().known().filter(it -> it.amount().signum() < 0).map(it -> new Doubt("NEGATIVE", "'" + it
                        + "' without a sign of comparison is a minimum, which 0 meets too; write '<= " + it + "' or '>= " + it + "'"))
                : Optional.empty();
    }

    /** A number of events or items below zero, which cannot be. */
    static Optional<String> impossible(Goal goal) {
        if (goal instanceof Goal.Amount amount && amount.measure() instanceof Measure.Count) {
            return belowZero(amount.require());
        }
        return goal instanceof Goal.StageCount count ? belowZero(count.require()) : Optional.empty();
    }

    /** A share of members above all of them. */
    static boolean isNeverMet(Goal goal) {
        Bound bound = goal instanceof Goal.Coverage coverage ? coverage.require()
                : goal instanceof Goal.Maintain maintain && maintain.reading() instanceof SampleReading.Share share ? share.share() : null;
        if (bound == null || bound.hole().isPresent()) {
            return false;
        }
        boolean above = bound.direction() == Direction.HIGHER_IS_BETTER || (bound instanceof Bound.Range range && range.low().compareAmount(ALL) > 0);
        return above && !bound.accepts(ALL);
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
