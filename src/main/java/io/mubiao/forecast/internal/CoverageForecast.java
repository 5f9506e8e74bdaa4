package io.mubiao.forecast.internal;

import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.internal.Accepted;
import io.mubiao.forecast.internal.BetaBinomial;
import io.mubiao.forecast.internal.OpenMembers;
import io.mubiao.forecast.internal.Quantiles;
import io.mubiao.forecast.internal.Reals;
import io.mubiao.target.Bound;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;

/**
 * How a share will end (覆盖率预测), with Jeffreys' prior on the chance. Immutable. Two readings of what remains:
 *
 * <ul>
 * <li>{@link #of}: n members are decided, s of them satisfied; m more will come and be satisfied with the same chance:
 *     K ~ BetaBinomial(m, s + 1/2, n − s + 1/2), share (s + K)/(n + m). 8 of 10 with 10 to come: P(at least 80 %) =
 *     0.603984. For tallies, samples and lists that grow; what is decided stays decided.
 * <li>{@link #ofOpen}: all members are known, s are satisfied, the others are open and may become so: each has the same
 *     chance for the same share of the plan. At half time K ~ BetaBinomial(open, s + 1/2, open + 1/2). Nobody slips
 *     back.
 * </ul>
 *
 * <p>m counts as known: where a list grows, how far it will grow is not in the interval.
 */
public final class CoverageForecast {
    /** The most members that may be to come. */
    public static final long LIMIT = 1_000_000;

    private final long satisfied;
    private final long members;
    private final long low;
    private final long high;
    private final Rational expected;
    private final BigDecimal level;
    private final Tail atMost;

    private interface Tail extends ToDoubleFunction<Long> {}

    private CoverageForecast(long satisfied, long members, Rational expected, BigDecimal level, Tail atMost) {
        Checks.level(level);
        this.satisfied = satisfied;
        this.members = members;
        this.expected = expected;
        this.level = level;
        this.atMost = atMost;
        low = satisfied + Quantiles.smallest(k -> atMost.applyAsDouble(k) >= Reals.tail(level));
        high = satisfied + Quantiles.smallest(k -> atMost.applyAsDouble(k) >= 1 - Reals.tail(level));
    }

    /**
     * So many more to come.
     *
     * @param satisfied of those decided, 0 to {@code decided}
     * @param decided whose standing is final, at least 1 with {@code remaining}
     * @param remaining still to come, 0 to 10⁶
     */
    public static CoverageForecast of(long satisfied, long decided, long remaining, BigDecimal level) {
        Checks.range("satisfied", satisfied, 0, decided);
        Checks.range("remaining", remaining, decided == 0 ? 1 : 0, LIMIT);
        BetaBinomial more = new BetaBinomial((int) remaining, satisfied + 0.5, decided - satisfied + 0.5);
        Rational expected = Rational.of(2 * satisfied + 1, 2 * (decided + 1)).times(remaining);
        return new CoverageForecast(satisfied, decided + remaining, expected, level, more::atMost);
    }

    /**
     * So many still open.
     *
     * @param open not yet satisfied, 0 to 10⁶, at least 1 with {@code satisfied}
     * @param elapsedShare the share of the plan elapsed, above 0, at most 1
     */
    public static CoverageForecast ofOpen(long satisfied, long open, Rational elapsedShare, BigDecimal level) {
        Checks.range("satisfied", satisfied, 0, CountForecast.LIMIT);
        Checks.range("open", open, satisfied == 0 ? 1 : 0, LIMIT);
        Checks.elapsed(elapsedShare);
        double c = Reals.of(Rational.ONE.minus(elapsedShare).dividedBy(elapsedShare));
        OpenMembers more = new OpenMembers(satisfied, open, c);
        return new CoverageForecast(satisfied, satisfied + open, Rational.of(Reals.decimal(more.expected())), level,
                more::atMost);
    }

    /** The probability that the share at the end is accepted. */
    public BigDecimal probability(Bound required) {
        Accepted accepted = Accepted.of(required);
        long least = accepted.least(satisfied, members);
        long most = accepted.most(satisfied, members);
        double inside = most < least ? 0 : atMost.applyAsDouble(most) - atMost.applyAsDouble(least - 1);
        return Reals.probability(inside);
    }

    /** The interval of the share, in %. */
    public PredictionInterval interval() {
        return new PredictionInterval(share(Rational.of(low)), share(Rational.of(high)), level);
    }

    /** How many will be satisfied: the lower end. */
    public long low() {
        return low;
    }

    /** How many will be satisfied: the upper end. */
    public long high() {
        return high;
    }

    /** The mean of the share, in %. */
    public Quantity expected() {
        return share(expected.plus(Rational.of(satisfied)));
    }

    private Quantity share(Rational count) {
        return Quantity.share(count.dividedBy(Rational.of(members)));
    }

    @Override
    public String toString() {
        return low + " to " + high + " of " + members;
    }
}
