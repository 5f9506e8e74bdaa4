package io.mubiao.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.internal.CleanForecast;
import io.mubiao.forecast.internal.CountForecast;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Red lines that are clean so far. */
class CleanForecastTest {
    /** O47. */
    @Test
    void sixAndTwelveCleanMonths() {
        assertEquals(new BigDecimal("0.393038"), CleanForecast.upperBound(6));
        assertEquals(new BigDecimal("0.220922"), CleanForecast.upperBound(12));
    }

    @Test
    void sixCleanMonthsOfTwelve() {
        CleanForecast line = CleanForecast.of(6, 6);
        assertEquals(new BigDecimal("0.050000"), line.atLeast());
        assertEquals(new BigDecimal("0.707107"), line.probability());
        assertEquals(0, line.low(CountForecast.LEVEL));
        assertEquals(2, line.high(CountForecast.LEVEL));
    }

    @Test
    void noEventSoFarIsNeverCertain() {
        assertTrue(CleanForecast.of(1_000_000_000, 1).probability().compareTo(BigDecimal.ONE) < 0);
        assertTrue(CleanForecast.of(1_000_000_000, 1).atLeast().compareTo(BigDecimal.ONE) < 0);
    }

    @Test
    void theProbabilityIsNotBelowTheFloor() {
        for (int clean = 1; clean < 12; clean++) {
            CleanForecast line = CleanForecast.of(clean, 12 - clean);
            assertTrue(line.probability().compareTo(line.atLeast()) >= 0, line::toString);
        }
    }

    @Test
    void noCleanPeriodSaysNothing() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CleanForecast.of(0, 12)).toString()
                .contains("clean periods"));
    }
}
