package io.mubiao.forecast;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.internal.CoverageForecast;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of members: beta-binomial. */
class CoverageForecastTest {
    private static final BigDecimal LEVEL = new BigDecimal("0.8");

    /** Reference: SciPy, betabinom(10, 8.5, 2.5). */
    @Test
    void eightOfTenWithTenToCome() {
        CoverageForecast share = CoverageForecast.of(8, 10, 10, LEVEL);
        assertEquals(new BigDecimal("0.603984"), share.probability(bound(">= 80 %")));
        assertEquals(13, share.low());
        assertEquals(18, share.high());
        assertEquals(q("65 %"), share.interval().low());
        assertEquals(Rational.of(8).plus(Rational.of(85, 11)).dividedBy(Rational.of(20)),
                share.expected().asShare());
    }

    /** Reference: SciPy, the mixture integrated over Beta(4.5, 8.5). */
    @ParameterizedTest
    @CsvSource({"1/2, 100, 0.223227", "1/4, 100, 0.802851", "3/4, 100, 0.014339", "3/4, 80, 0.366565"})
    void eightOfTwelveAndFourOpen(String elapsed, String percent, BigDecimal expected) {
        assertEquals(expected, CoverageForecast.ofOpen(8, 4, Rational.parse(elapsed), LEVEL)
                .probability(bound(">= " + percent + " %")));
    }

    /** At the ends of the range the angle of the integral rounds to just beyond a right one. */
    @Test
    void everyNumberOfFortyHasAForecast() {
        for (int done = 0; done <= 40; done++) {
            BigDecimal chance = CoverageForecast.ofOpen(done, 40 - done, Rational.of(1, 12), LEVEL)
                    .probability(bound(">= 50 %"));
            assertTrue(chance.signum() >= 0 && chance.compareTo(BigDecimal.ONE) <= 0);
        }
    }

    /** G23: hazards are added to the list as the year goes. */
    @Test
    void aDenominatorThatGrowsWidensTheInterval() {
        PredictionInterval few = CoverageForecast.of(55, 57, 5, LEVEL).interval();
        PredictionInterval many = CoverageForecast.of(55, 57, 57, LEVEL).interval();
        assertTrue(many.low().compareAmount(few.low()) < 0);
        assertEquals(0, CoverageForecast.of(55, 57, 57, LEVEL).probability(bound(">= 100 %")).signum());
    }

    @Test
    void withNobodyToComeTheShareStands() {
        CoverageForecast share = CoverageForecast.of(9, 10, 0, LEVEL);
        assertEquals(q("90 %"), share.interval().low());
        assertEquals(0, share.probability(bound(">= 90 %")).compareTo(BigDecimal.ONE));
        assertEquals(0, share.probability(bound("> 90 %")).signum());
    }

    @Test
    void aCeilingIsTheOtherSide() {
        CoverageForecast share = CoverageForecast.of(2, 20, 10, LEVEL);
        BigDecimal sum = share.probability(bound("<= 10 %")).add(share.probability(bound("> 10 %")));
        assertTrue(sum.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.000002")) < 0);
    }
}
