package io.mubiao.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.internal.ScheduleForecast;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Progress as time. */
class ScheduleForecastTest {
    private static final List<Rational> QUARTERS =
            List.of(Rational.of(1, 4), Rational.of(1, 2), Rational.of(3, 4), Rational.ONE);

    private static ScheduleForecast of(String earned, String elapsed) {
        return ScheduleForecast.of(QUARTERS, Rational.parse(earned), Rational.parse(elapsed));
    }

    @Test
    void fortyPercentAfterTwoOfFourPeriods() {
        ScheduleForecast late = of("2/5", "2");
        assertEquals(Rational.of(8, 5), late.earnedPeriods());
        assertEquals(Rational.of(4, 5), late.spiTime());
        assertEquals(Optional.of(Rational.of(5)), late.estimate());
        assertEquals(Optional.of(Rational.of(4, 5)), late.spi());
    }

    /** The table of methods: the plain index returns to 1 when late work is done, SPI(t) keeps what was late. */
    @Test
    void nearTheEndOnlySpiOfTimeRemembersTheDelay() {
        ScheduleForecast late = of("1", "5");
        assertEquals(Optional.of(Rational.ONE), late.spi());
        assertEquals(Rational.of(4, 5), late.spiTime());
        assertEquals(Optional.of(Rational.of(5)), late.estimate());
        assertEquals(Optional.of(Rational.of(99, 100)), of("99/100", "5").spi());
    }

    @Test
    void nothingDoneGivesNoEstimate() {
        assertTrue(of("0", "2").estimate().isEmpty());
    }

    @Test
    void moreThanAllCountsAsAll() {
        assertEquals(Rational.of(4), of("3/2", "2").earnedPeriods());
        assertEquals(Optional.of(Rational.of(2)), of("3/2", "2").estimate());
    }

    @Test
    void aPlanThatIsOverEarlyTakesThatLong() {
        ScheduleForecast plan = ScheduleForecast.of(List.of(Rational.ZERO, Rational.ONE, Rational.ONE), Rational.of(1, 2),
                Rational.of(2));
        assertEquals(2, plan.plannedPeriods());
        assertEquals(Rational.of(3, 2), plan.earnedPeriods());
    }

    @Test
    void aPlanThatFallsOrDoesNotEndIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> ScheduleForecast.of(List.of(Rational.of(1, 2)), Rational.ZERO, Rational.ONE));
        assertThrows(IllegalArgumentException.class, () -> ScheduleForecast.of(
                List.of(Rational.ONE, Rational.of(1, 2), Rational.ONE), Rational.ZERO, Rational.ONE));
    }
}
