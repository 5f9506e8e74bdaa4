package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import io.mubiao.forecast.internal.Checks;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Optional;

/**
 * What must happen from here (所需速度): (T − y) ÷ time left, beside the rate so far. Immutable, exact.
 *
 * <p>1332 of 3383 by day 11 of 30: 121.09 a day so far, 107.95 needed, ratio 1.1218: enough, although 39 % is done.
 *
 * @param state whether something is left to do and time to do it in
 * @param soFar y ÷ time elapsed; empty before any has
 * @param needed (T − y) ÷ time left; zero once nothing is left to do, empty without time left: that is missed, not
 *     infinite
 */
public record RequiredRate(State state, Optional<Quantity> soFar, Optional<Quantity> needed) {
    /** Whether something is left to do and time to do it in. */
    public enum State {
        /** Something, and time. */
        OPEN,
        /** Nothing is left to do. */
        DONE,
        /** Something is left to do and no time: missed. */
        NO_TIME_LEFT
    }

    public RequiredRate {
        requireNonNull(state, "state");
        requireNonNull(soFar, "soFar");
        requireNonNull(needed, "needed");
    }

    /**
     * Of an amount towards at least so much.
     *
     * @param elapsed periods elapsed, 0 or more
     * @param left periods left, 0 or more
     */
    public static RequiredRate of(Quantity done, Quantity target, long elapsed, long left) {
        Checks.range("elapsed", elapsed, 0, Long.MAX_VALUE);
        Checks.range("left", left, 0, Long.MAX_VALUE);
        Quantity open = target.minus(done);
        Optional<Quantity> soFar =
                elapsed == 0 ? Optional.empty() : Optional.of(done.times(Rational.of(1, elapsed)));
        if (open.amount().signum() <= 0) {
            return new RequiredRate(State.DONE, soFar, Optional.of(open.times(Rational.ZERO)));
        }
        return left == 0
                ? new RequiredRate(State.NO_TIME_LEFT, soFar, Optional.empty())
                : new RequiredRate(State.OPEN, soFar, Optional.of(open.times(Rational.of(1, left))));
    }

    /** The rate so far ÷ the rate needed: 1 or more is enough; empty where either is missing or nothing is needed. */
    public Optional<Rational> ratio() {
        return needed.filter(rate -> rate.amount().signum() > 0).flatMap(rate -> soFar.map(past -> past.ratioTo(rate)));
    }
}
