package io.mubiao.forecast.internal;

import io.mubiao.forecast.internal.NegativeBinomial;
import io.mubiao.forecast.internal.Reals;
import io.mubiao.value.Rational;
import java.math.BigDecimal;

/**
 * What a clean red line says (零发生预测): n periods without an event bound the probability of one in a period by u = 1 −
 * 0.05^(1/n) with 95 % confidence, so that the line stays clean for m more with at least (1 − u)^m = 0.05^(m/n). That
 * is a floor; the probability, with the prior that counts have (none counted in n of n + m), is √(n/(n + m)). Immutable.
 *
 * <p>6 clean months of 12: u = 0.393038, floor 0.05, probability 0.707107. 12 clean months: u = 0.220922. It is never
 * 100 % while a period is left, and no clean period at all says nothing.
 */
public final class CleanForecast {
    private static final BigDecimal ALMOST = new BigDecimal("0.999999");
    private static final BigDecimal DOUBT = new BigDecimal("0.05");

    private final long clean;
    private final long remaining;
    private final NegativeBinomial events;

    private CleanForecast(long clean, long remaining) {
        Checks.range("clean periods", clean, 1, CountForecast.LIMIT);
        Checks.range("remaining periods", remaining, 1, CountForecast.LIMIT);
        this.clean = clean;
        this.remaining = remaining;
        events = new NegativeBinomial(0.5, Reals.of(Rational.of(clean, clean + remaining)),
                Reals.of(Rational.of(remaining, clean + remaining)));
    }

    /**
     * From periods without an event.
     *
     * @param clean so many, at least 1
     * @param remaining still to come, at least 1
     */
    public static CleanForecast of(long clean, long remaining) {
        return new CleanForecast(clean, remaining);
    }

    /** The 95 % upper bound on the probability of an event per period: 1 − 0.05^(1/n). */
    public static BigDecimal upperBound(long clean) {
        Checks.range("clean periods", clean, 1, CountForecast.LIMIT);
        return Reals.probability(-Math.expm1(Math.log(DOUBT.doubleValue()) / clean));
    }

    /** The same bound of these periods. */
    public BigDecimal upperBound() {
        return upperBound(clean);
    }

    /** What the probability of staying clean is at least, with 95 % confidence: 0.05^(m/n). */
    public BigDecimal atLeast() {
        return Reals.probability(Math.pow(DOUBT.doubleValue(), (double) remaining / clean)).min(ALMOST);
    }

    /** The probability of staying clean to the deadline: √(n/(n + m)), below 1. */
    public BigDecimal probability() {
        return Reals.probability(events.atMost(0)).min(ALMOST);
    }

    /** The mean number of events still to come: m/(2n). */
    public Rational expected() {
        return Rational.of(remaining, 2 * clean);
    }

    /** The upper end of the number of events still to come; the lower is the smallest k as for counts. */
    public long high(BigDecimal level) {
        Checks.level(level);
        return events.quantile(1 - Reals.tail(level));
    }

    /** The lower end of the number of events still to come. */
    public long low(BigDecimal level) {
        Checks.level(level);
        return events.quantile(Reals.tail(level));
    }

    @Override
    public String toString() {
        return "P = " + probability() + ", at least " + atLeast();
    }
}
