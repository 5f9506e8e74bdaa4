package io.mubiao.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.internal.CountForecast;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts: negative binomial with Jeffreys' prior. */
class CountForecastTest {
    private static final Rational HALF = Rational.of(1, 2);

    /** O43. */
    @Test
    void halfOfSixtyTwoAtHalfTime() {
        CountForecast count = CountForecast.of(31, HALF, 62);
        assertEquals(new BigDecimal("0.525383"), count.probability());
        assertEquals(22, count.restLow());
        assertEquals(42, count.restHigh());
        assertEquals(53, count.low());
        assertEquals(73, count.high());
        assertEquals(Rational.of(125, 2), count.expected());
    }

    /** Reference: SciPy 1.17.1, nbinom(y + 0.5, f). */
    @ParameterizedTest
    @CsvSource({"0, 1/20, 3, 0.594503, 0, 26", "5, 1/4, 30, 0.155759, 12, 32", "700, 7/10, 1000, 0.507801, 974, 1027",
            "12, 9/10, 13, 0.732064, 12, 15", "0, 1/2, 1, 0.292893, 0, 2"})
    void agreesWithAnotherImplementation(long done, String share, long target, BigDecimal p, long low, long high) {
        CountForecast count = CountForecast.of(done, Rational.parse(share), target);
        assertEquals(p, count.probability());
        assertEquals(low, count.low());
        assertEquals(high, count.high());
    }

    /** The table of methods: a Poisson with the rate plugged in ignores that the rate is only estimated. */
    @Test
    void aPluggedInPoissonIsOverconfident() {
        PoissonDistribution plugged = new PoissonDistribution(31);
        CountForecast count = CountForecast.of(31, HALF, 62);
        assertEquals(24, plugged.inverseCumulativeProbability(0.1));
        assertEquals(38, plugged.inverseCumulativeProbability(0.9));
        assertTrue(count.restLow() < 24 && count.restHigh() > 38, count::toString);
    }

    @Test
    void nothingCountedIsNoCertainty() {
        BigDecimal chance = CountForecast.of(0, HALF, 5).probability();
        assertTrue(chance.signum() > 0 && chance.compareTo(BigDecimal.ONE) < 0, chance::toString);
    }

    @Test
    void whatIsReachedStaysReached() {
        assertEquals(0, CountForecast.of(62, HALF, 62).probability().compareTo(BigDecimal.ONE));
        assertEquals(0, CountForecast.of(70, HALF, 62).probability().compareTo(BigDecimal.ONE));
    }

    @Test
    void nothingIsToComeOnceThePlanHasElapsed() {
        CountForecast over = CountForecast.of(61, Rational.ONE, 62);
        assertEquals(0, over.probability().signum());
        assertEquals(61, over.low());
        assertEquals(61, over.high());
    }

    @Test
    void aCeilingAndABandAreSumsOverTheSameDistribution() {
        BigDecimal all = CountForecast.within(10, HALF, 0, 19, CountForecast.LEVEL).probability()
                .add(CountForecast.within(10, HALF, 20, Long.MAX_VALUE, CountForecast.LEVEL).probability());
        assertEquals(0, all.subtract(BigDecimal.ONE).setScale(5, java.math.RoundingMode.HALF_UP).signum());
        assertEquals(0, CountForecast.within(10, HALF, 0, 9, CountForecast.LEVEL).probability().signum());
    }

    @Test
    void argumentsAreNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CountForecast.of(1, Rational.ZERO, 2))
                .toString().contains("share elapsed"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CountForecast.of(-1, HALF, 2))
                .toString().contains("done must be from 0"));
    }
}
