package io.mubiao.target.internal;

import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.Target;
import io.mubiao.target.internal.GoalDoubts.Doubt;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.Optional;

/** What a growth or reduction hardly can require (存疑的增减要求). */
final class ChangeDoubts {
    private static final Rational TENTH = Rational.of(1, 1000);
    private static final Rational LITTLE_MORE = Rational.of(130, 100);
    private static final Rational MOST = Rational.of(80, 100);

    private final Goal.Change goal;
    private final Bound bound;

    private ChangeDoubts(Goal.Change goal) {
        this.goal = goal;
        bound = goal.require();
    }

    /** A doubt about how much is required. */
    static Optional<Doubt> of(Goal.Change goal) {
        ChangeDoubts doubts = new ChangeDoubts(goal);
        return doubts.bound.reference().flatMap(required -> doubts.sign(required).or(() -> doubts.size(required)));
    }

    /** A growth in whole numbers, of which 5 would be 500 %. */
    static Optional<String> impossible(Goal.Change goal) {
        return goal.require().reference().filter(it -> goal.form() != ChangeForm.POINTS && it.unit().equals(Unit.NONE)
                        && it.amount().abs().compareTo(Rational.ONE) >= 0)
                .map(it -> "a change of " + it + " is one of " + it.amount().times(Rational.HUNDRED) + " %; write '" + it + " %'");
    }

    private boolean isMinimum() {
        return bound instanceof Bound.Limit && bound.direction() == Direction.HIGHER_IS_BETTER;
    }

    private Optional<Doubt> sign(Quantity required) {
        if (!isMinimum() || required.amount().signum() >= 0) {
            return Optional.empty();
        }
        return goal.direction() == ChangeDirection.REDUCTION
                ? Optional.of(new Doubt("NEGATIVE", "a reduction of '" + bound + "' lets it grow; '" + required.times(Rational.of(-1))
                        + "' was probably meant"))
                : GoalDoubts.bareBelowZero(bound);
    }

    private Optional<Doubt> size(Quantity required) {
        if (goal.form() == ChangeForm.POINTS || !isMinimum()) {
            return Optional.empty();
        }
        Rational share = required.asShare();
        if (share.signum() > 0 && share.compareTo(TENTH) < 0) {
            return Optional.of(new Doubt("MARK_OF_SHARE", "a change of " + percent(share) + " is hardly one; '" + percent(share.times(Rational.HUNDRED))
                    + "' was probably meant"));
        }
        Rational more = share.minus(Rational.ONE);
        boolean grows = goal.direction() == ChangeDirection.GROWTH;
        if (grows && more.signum() > 0 && share.compareTo(LITTLE_MORE) <= 0) {
            return Optional.of(new Doubt("SHARE_OF_BASE", "a growth of " + percent(share) + " is more than double; if " + percent(share)
                    + " of the base is meant, write '" + percent(more) + "'"));
        } else if (!grows && share.compareTo(MOST) >= 0) {
            return Optional.of(new Doubt("SHARE_OF_BASE", "a reduction of " + percent(share) + " leaves " + percent(more.negate())
                    + " of the base; if " + percent(share) + " of the base is to be left, write '" + percent(more.abs()) + "'"));
        }
        return Optional.empty();
    }

    private static String percent(Rational share) {
        return share.times(Rational.HUNDRED) + " %";
    }

    /** A base that is of the period itself, or behind it, with the day that was probably meant. */
    static Optional<Doubt> base(Target target, Goal.Change goal) {
        Span period = target.period();
        return goal.baseline().known().map(Baseline::on).filter(on -> on.isAfter(period.first())).map(on -> {
            LocalDate before = on.minusYears(on.getYear() - period.first().getYear() + 1L);
            return new Doubt("IMPOSSIBLE_DATE", "the base is of " + on + ", which is not before the period " + period
                    + "; " + before + " was probably meant");
        });
    }
}
