package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.level;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.value.Rational;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a goal with two sides, too much is as far away as too little: the capped attainment is 1 inside and falls either way. */
class TwoSidedAttainmentTest {
    private static Assessment of(String require, String actual) {
        return assess(Goal.amount(Measure.level(), bound(require)), "06-30", level("06-30", actual));
    }

    @ParameterizedTest
    @CsvSource({"50, 1/2", "200, 1/2", "100, 1", "80, 4/5", "125, 4/5", "1, 1/100", "10000, 1/100", "0, 0", "-5, 0"})
    void doubleIsAsFarAsHalf(String actual, String capped) {
        assertEquals(Optional.of(Rational.parse(capped)), of("= 100 个", actual + " 个").cappedAttainment());
    }

    @ParameterizedTest
    @CsvSource({"'[90 个, 110 个]'", "~ 100 个 ± 10 个"})
    void insideIsOneAndOutsideIsLess(String require) {
        for (int actual = 90; actual <= 110; actual++) {
            assertEquals(Optional.of(Rational.ONE), of(require, actual + " 个").cappedAttainment(), require + " of " + actual);
        }
        for (int actual : new int[] {0, 1, 50, 89, 111, 150, 1000}) {
            of(require, actual + " 个").cappedAttainment().ifPresent(capped ->
                    assertTrue(capped.signum() >= 0 && capped.compareTo(Rational.ONE) < 0, require + " of " + actual + ": " + capped));
        }
    }

    @Test
    void theFurtherAwayTheLess() {
        Rational before = Rational.ONE;
        for (int actual = 101; actual < 400; actual += 7) {
            Rational capped = of("= 100 个", actual + " 个").cappedAttainment().orElseThrow();
            assertTrue(capped.compareTo(before) < 0, actual + ": " + capped);
            before = capped;
        }
    }
}
