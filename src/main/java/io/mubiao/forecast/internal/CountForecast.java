package io.mubiao.forecast.internal;

import io.mubiao.forecast.internal.NegativeBinomial;
import io.mubiao.forecast.internal.Reals;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;

/**
 * How a count will end (计数预测). With y counted while a share f of the plan elapsed and Jeffreys' prior on the rate, what is
 * still to come is negative binomial, rest ~ NB(y + 1/2, f), and P(at least T) = P(rest &ge; T − y). Its mean is (y +
 * 1/2)(1 − f)/f. The interval runs from the smallest k with P(rest &le; k) &ge; 0.1 to the smallest with &ge; 0.9 (at
 * level 0.8), plus y. Immutable.
 *
 * <p>31 of 62 counted at half time: P = 0.525383; rest 22 to 42, so 53 to 73 in all.
 *
 * <p>Nothing counted is no certainty: 0 of 1 at half time still has P = 0.292893. At f = 1 nothing is to come. Events
 * that come in clumps scatter more than this allows: the interval is then too narrow. Source: conjugate Gamma-Poisson
 * prediction; the numbers above agree with an independent implementation.
 */
public final class CountForecast {
    /** The level of an interval unless told otherwise. */
    public static final BigDecimal LEVEL = new BigDecimal("0.8");
    /** The most that can be counted here; beyond it a count is an amount. */
    public static final long LIMIT = 1_000_000_000L;

    private static final long SUMMED = 10_000;

    private final long done;
    private final Rational elapsedShare;
    private final BigDecimal probability;
    private final NegativeBinomial rest;
    private final long restLow;
    private final long restHigh;
    private final BigDecimal level;

    private CountForecast(long done, Rational elapsedShare, long least, long most, BigDecimal level) {
        Checks.range("done", done, 0, LIMIT);
        Checks.elapsed(elapsedShare);
        Checks.level(level);
        this.done = done;
        this.elapsedShare = elapsedShare;
        this.level = level;
        rest = new NegativeBinomial(done + 0.5, Reals.of(elapsedShare),
                Reals.of(Rational.ONE.minus(elapsedShare)));
        long from = Math.max(least, 0) - done;
        probability = Reals.probability(rest.within(Math.max(from, 0), most == Long.MAX_VALUE ? most : most - done));
        restLow = rest.quantile(Reals.tail(level));
        restHigh = rest.quantile(1 - Reals.tail(level));
    }

    /**
     * At least so many.
     *
     * @param done counted so far, 0 to 10⁹
     * @param elapsedShare the share of the plan elapsed, above 0, at most 1
     * @param target the count to be reached
     */
    public static CountForecast of(long done, Rational elapsedShare, long target) {
        return within(done, elapsedShare, target, Long.MAX_VALUE, LEVEL);
    }

    /**
     * From so many to so many, both included.
     *
     * @param most the most that will do; {@link Long#MAX_VALUE} for no limit
     * @param level the level of the interval, between 0 and 1
     */
    public static CountForecast within(long done, Rational elapsedShare, long least, long most, BigDecimal level) {
        return new CountForecast(done, elapsedShare, least, most, level);
    }

    /** The probability that the whole count will do, to six digits. */
    public BigDecimal probability() {
        return probability;
    }

    /** The lower end of what is still to come. */
    public long restLow() {
        return restLow;
    }

    /** The upper end of what is still to come. */
    public long restHigh() {
        return restHigh;
    }

    /** The lower end of the whole count. */
    public long low() {
        return done + restLow;
    }

    /** The upper end of the whole count. */
    public long high() {
        return done + restHigh;
    }

    /** The mean of the whole count: y + (y + 1/2)(1 − f)/f. */
    public Rational expected() {
        Rational open = Rational.ONE.minus(elapsedShare).dividedBy(elapsedShare);
        return Rational.of(done).plus(Rational.of(2 * done + 1, 2).times(open));
    }

    /** The mean of the whole count where there can be no more than so many: y + Σ P(rest &ge; k), k up to what is open. */
    public Rational expected(long ceiling) {
        if (ceiling - done > SUMMED) {
            return expected().min(Rational.of(ceiling));
        }
        double sum = 0;
        for (long k = 1; k <= ceiling - done; k++) {
            Checkpoint.pass((int) k);
            sum += rest.atLeast(k);
        }
        return Rational.of(done).plus(Rational.of(Reals.decimal(sum)));
    }

    /** The level of the interval. */
    public BigDecimal level() {
        return level;
    }

    @Override
    public String toString() {
        return "P = " + probability + ", " + low() + " to " + high();
    }
}
