package io.mubiao.forecast.internal;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Progress as time (挣得进度): the time at which the plan had what is done now. With PV the planned shares by period, ES = C +
 * (EV − PV_C) ÷ (PV_{C+1} − PV_C), where C is the last period with PV_C &le; EV; SPI(t) = ES ÷ t; estimated time = planned
 * time ÷ SPI(t). Immutable, exact.
 *
 * <p>Planned 25, 50, 75, 100 %; 40 % done after 2 periods: ES = 1.6, SPI(t) = 0.8, 5 periods instead of 4.
 *
 * <p>The plain index EV ÷ PV returns to 1 once late work is done; SPI(t) does not. Nothing done gives no estimate. A
 * point only: the method says nothing about its uncertainty.
 */
public final class ScheduleForecast {
    private static final Rounding FLOOR = new Rounding(0, RoundingMode.FLOOR);

    private final List<Rational> planned;
    private final Rational earned;
    private final Rational elapsed;

    private ScheduleForecast(List<Rational> planned, Rational earned, Rational elapsed) {
        this.planned = List.copyOf(planned);
        this.earned = earned;
        this.elapsed = elapsed;
        Rational before = Rational.ZERO;
        for (Rational share : planned) {
            if (share.compareTo(before) < 0) {
                throw new IllegalArgumentException("planned shares must not fall, got " + planned);
            }
            before = share;
        }
        if (!before.equals(Rational.ONE)) {
            throw new IllegalArgumentException("planned shares must end at 1, got " + planned);
        }
        if (earned.signum() < 0) {
            throw new IllegalArgumentException("earned must be >= 0, got " + earned);
        }
        if (elapsed.signum() <= 0) {
            throw new IllegalArgumentException("elapsed must be above 0, got " + elapsed);
        }
    }

    /**
     * From a plan and what is done.
     *
     * @param planned the share planned by the end of each period, never falling, the last 1
     * @param earned the share done, 0 or more; beyond 1 it counts as 1
     * @param elapsed periods elapsed, above 0; may be more than planned
     */
    public static ScheduleForecast of(List<Rational> planned, Rational earned, Rational elapsed) {
        return new ScheduleForecast(planned, earned, elapsed);
    }

    /** ES, in periods. */
    public Rational earnedPeriods() {
        Rational share = earned.min(Rational.ONE);
        Rational before = Rational.ZERO;
        for (int i = 0; i < planned.size(); i++) {
            Rational here = planned.get(i);
            boolean last = here.equals(Rational.ONE);
            if (share.compareTo(here) < 0 || last) {
                return Rational.of(i).plus(share.minus(before).dividedBy(here.minus(before)));
            }
            before = here;
        }
        throw new AssertionError(planned);
    }

    /** SPI(t): ES ÷ periods elapsed. */
    public Rational spiTime() {
        return earnedPeriods().dividedBy(elapsed);
    }

    /** The plain index EV ÷ PV; empty where nothing was planned by now. */
    public Optional<Rational> spi() {
        Rational plan = plannedShare();
        return plan.signum() == 0 ? Optional.empty() : Optional.of(earned.min(Rational.ONE).dividedBy(plan));
    }

    /** How many periods the plan takes: the first by whose end everything is planned. */
    public int plannedPeriods() {
        return planned.indexOf(Rational.ONE) + 1;
    }

    /** The estimated number of periods in all; empty where nothing is done. */
    public Optional<Rational> estimate() {
        Rational index = spiTime();
        return index.signum() == 0 ? Optional.empty() : Optional.of(Rational.of(plannedPeriods()).dividedBy(index));
    }

    private Rational plannedShare() {
        long whole = elapsed.min(Rational.of(planned.size())).round(FLOOR).longValueExact();
        Rational before = whole == 0 ? Rational.ZERO : planned.get((int) whole - 1);
        if (whole >= planned.size()) {
            return before;
        }
        Rational part = elapsed.minus(Rational.of(whole));
        return before.plus(planned.get((int) whole).minus(before).times(part));
    }

    @Override
    public String toString() {
        return "ES " + earnedPeriods() + ", SPI(t) " + spiTime();
    }
}
