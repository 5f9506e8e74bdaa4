package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.time.Duration;
import java.util.List;

/**
 * An alert on burn rate over two windows. Immutable. It fires while <em>both</em> burn faster than the factor: the long one
 * so that it matters, the short one so that it ends when the trouble does.
 *
 * <p>Published for 30 days: 14.4 over 1 h and 5 min (2 % of the budget) and 6 over 6 h and 30 min (5 %) page; 1 over 3 d and
 * 6 h (10 %) opens a ticket. Exactly the factor is not faster. A window without an answer leaves the alert unknown, unless
 * the other window is calm.
 *
 * <p>Source: mirrors of the SRE workbook, such as staging.andrz.io.
 *
 * @param factor the burn rate that must be exceeded
 * @param longWindow the long window
 * @param shortWindow the short one
 * @param urgency what it calls for
 */
public record BurnAlert(Rational factor, Duration longWindow, Duration shortWindow, Urgency urgency) {
    /** What an alert calls for. */
    public enum Urgency {
        /** Somebody at once. */
        PAGE,
        /** Somebody in working hours. */
        TICKET
    }

    /** What an alert says. */
    public enum State {
        /** Both windows burn too fast. */
        FIRING,
        /** At least one does not. */
        CALM,
        /** That cannot be said. */
        UNKNOWN
    }

    public BurnAlert {
        requireNonNull(urgency, "urgency");
        checkArgument(factor.signum() > 0, "factor must be > 0, got %s", factor);
        checkArgument(shortWindow.compareTo(longWindow) <= 0, "short window must not be longer than %s, got %s",
                longWindow, shortWindow);
    }

    /** The three published for a period of 30 days of 24 hours. */
    public static List<BurnAlert> standard() {
        return over(Duration.ofDays(30));
    }

    /**
     * The same shares of the budget (2, 5, 10 %) in the same windows for another period, such as a year: a longer period
     * is burned by a larger factor.
     */
    public static List<BurnAlert> over(Duration period) {
        return List.of(of(Rational.of(2, 100), period, Duration.ofHours(1), Duration.ofMinutes(5), Urgency.PAGE),
                of(Rational.of(5, 100), period, Duration.ofHours(6), Duration.ofMinutes(30), Urgency.PAGE),
                of(Rational.of(10, 100), period, Duration.ofDays(3), Duration.ofHours(6), Urgency.TICKET));
    }

    /** The alert at a share of the budget consumed within the long window. */
    public static BurnAlert of(Rational share, Duration period, Duration longWindow, Duration shortWindow,
            Urgency urgency) {
        return new BurnAlert(share.times(Window.ratio(period, longWindow)), longWindow, shortWindow, urgency);
    }

    /** What the alert says of the burn rates over its two windows. */
    public State state(Figure longBurn, Figure shortBurn) {
        if (isCalm(longBurn) || isCalm(shortBurn)) {
            return State.CALM;
        }
        return longBurn.isPresent() && shortBurn.isPresent() ? State.FIRING : State.UNKNOWN;
    }

    private boolean isCalm(Figure burn) {
        return burn.isPresent() && burn.amount().compareTo(factor) <= 0;
    }
}
