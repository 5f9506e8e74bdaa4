package io.mubiao.forecast;

import static io.mubiao.testing.Ask.bound;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.internal.BetaBinomial;
import io.mubiao.forecast.internal.CountForecast;
import io.mubiao.forecast.internal.CoverageForecast;
import io.mubiao.forecast.internal.OpenMembers;
import io.mubiao.observe.ObservationLog;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Mixed;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every forecast. */
class ForecastPropertyTest {
    private static final BigDecimal LEVEL = new BigDecimal("0.8");

    private static BigDecimal count(long done, int share, long target) {
        return CountForecast.of(done, Rational.of(share, 100), target).probability();
    }

    private static void isProbability(BigDecimal value) {
        assertTrue(value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0 && value.scale() <= 6, value::toString);
    }

    @Property
    void moreCountedIsNeverLessLikelyAndAHigherTargetNeverMore(@ForAll @LongRange(max = 3000) long done,
            @ForAll @IntRange(min = 1, max = 100) int share, @ForAll @LongRange(max = 6000) long target) {
        BigDecimal chance = count(done, share, target);
        isProbability(chance);
        assertTrue(count(done + 1, share, target).compareTo(chance) >= 0);
        assertTrue(count(done, share, target + 1).compareTo(chance) <= 0);
    }

    @Property
    void theIntervalIsWhereTheMassIs(@ForAll @LongRange(max = 500) long done,
            @ForAll @IntRange(min = 5, max = 100) int share) {
        CountForecast count = CountForecast.of(done, Rational.of(share, 100), 0);
        assertTrue(count.low() <= count.high());
        BigDecimal expected = count.expected().round(io.mubiao.value.Rounding.halfUp(0));
        assertTrue(count.low() - 1 <= expected.longValueExact() && expected.longValueExact() <= count.high() + 1);
    }

    /** The closed form against the probabilities of each number, summed. */
    @Property(tries = 60)
    void countsEqualTheSumOfTheirProbabilities(@ForAll @LongRange(max = 60) long done,
            @ForAll @IntRange(min = 10, max = 99) int share, @ForAll @LongRange(max = 200) long target) {
        double p = share / 100.0;
        double r = done + 0.5;
        double below = 0;
        double term = Math.pow(p, r);
        long low = -1;
        long high = -1;
        double sum = 0;
        for (int k = 0; k < 3000 && high < 0; k++) {
            below += done + k < target ? term : 0;
            sum += term;
            low = low < 0 && sum >= 0.1 ? k : low;
            high = sum >= 0.9 ? k : high;
            term *= (k + r) / (k + 1) * (1 - p);
        }
        CountForecast count = CountForecast.of(done, Rational.of(share, 100), target);
        assertEquals(low, count.restLow());
        assertEquals(high, count.restHigh());
        if (count.high() >= target) {
            assertEquals(1 - below, count.probability().doubleValue(), 1e-6);
        }
    }

    @Property
    void moreSatisfiedIsNeverLessLikely(@ForAll @IntRange(max = 60) int satisfied, @ForAll @IntRange(max = 60) int failed,
            @ForAll @IntRange(min = 1, max = 80) int toCome, @ForAll @IntRange(min = 1, max = 100) int percent) {
        int decided = satisfied + failed;
        BigDecimal chance = CoverageForecast.of(satisfied, decided, toCome, LEVEL).probability(bound(">= " + percent + " %"));
        isProbability(chance);
        if (failed > 0) {
            assertTrue(CoverageForecast.of(satisfied + 1, decided, toCome, LEVEL)
                    .probability(bound(">= " + percent + " %")).compareTo(chance) >= 0);
        }
    }

    /** Beta-binomial against the product form of its probabilities. */
    @Property(tries = 60)
    void sharesEqualTheSumOfTheirProbabilities(@ForAll @IntRange(max = 30) int satisfied,
            @ForAll @IntRange(max = 30) int failed, @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(max = 40) int k) {
        double a = satisfied + 0.5;
        double b = failed + 0.5;
        double none = 1;
        for (int i = 0; i < m; i++) {
            none *= (b + i) / (a + b + i);
        }
        double sum = 0;
        double term = none;
        for (int i = 0; i <= Math.min(k, m); i++) {
            sum += term;
            term *= (m - i) * (a + i) / ((i + 1) * (b + m - i - 1));
        }
        assertEquals(sum, new BetaBinomial(m, a, b).atMost(k), 1e-9);
    }

    /** At half time the chance of the other half is the same, so the open members are beta-binomial. */
    @Property
    void openMembersAreBetaBinomialAtHalfTime(@ForAll @IntRange(max = 400) int done,
            @ForAll @IntRange(min = 1, max = 300) int open, @ForAll @IntRange(max = 300) int k) {
        assertEquals(new BetaBinomial(open, done + 0.5, open + 0.5).atMost(k), new OpenMembers(done, open, 1).atMost(k),
                1e-7);
    }

    @Property
    void moreOfTheOpenTimeLeftIsNeverWorse(@ForAll @IntRange(max = 50) int done, @ForAll @IntRange(min = 1, max = 50) int open,
            @ForAll @IntRange(min = 1, max = 98) int share) {
        BigDecimal later = CoverageForecast.ofOpen(done, open, Rational.of(share + 1, 100), LEVEL)
                .probability(bound(">= 90 %"));
        BigDecimal now = CoverageForecast.ofOpen(done, open, Rational.of(share, 100), LEVEL)
                .probability(bound(">= 90 %"));
        isProbability(now);
        assertTrue(now.compareTo(later) >= 0);
    }

    /** Whatever was observed: one of the four answers, with a probability and an interval in order, and twice the same. */
    @Property(tries = 60)
    void everyKindOfGoalGetsAnAnswer(@ForAll long seed, @ForAll @IntRange(max = 420) int day) {
        ObservationLog log = ObservationLog.of(Mixed.observations(seed, 80));
        AsOf question = AsOf.of(Ask.day("2023-12-15").plusDays(day));
        Assessments assessments = Assessor.assess(Mixed.REGISTER, log, question);
        Forecasts forecasts = Forecaster.of().forecast(assessments, log);
        assertEquals(assessments.register().targets().size(), forecasts.size());
        forecasts.forEach(forecast -> forecast.probability().ifPresent(ForecastPropertyTest::isProbability));
        assertEquals(forecasts, Forecaster.of().forecast(assessments, log));
    }
}
