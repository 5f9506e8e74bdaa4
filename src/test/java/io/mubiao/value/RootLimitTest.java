package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.work.TooCostlyException;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootLimitTest {
    @ParameterizedTest
    @CsvSource({"1000000000, 3", "2147483647, 0", "2147483647, 999", "200000, 0", "200, 999"})
    void aRootThatNeedsTooManyDigitsIsRefusedAsSuch(int degree, int digits) {
        TooCostlyException refused = assertThrows(TooCostlyException.class, () -> Rational.of(2).root(degree, Rounding.halfUp(digits)));
        assertEquals(TooCostlyException.Cost.DIGITS, refused.cost());
        assertEquals((digits + 1L) * degree, refused.found());
    }

    @ParameterizedTest
    @CsvSource({"100, 20, 1.00695555005671880883", "10000, 3, 1.000", "1, 2, 2.00"})
    void othersAreGiven(int degree, int digits, BigDecimal root) {
        assertEquals(root, Rational.of(2).root(degree, Rounding.halfUp(digits)));
    }
}
