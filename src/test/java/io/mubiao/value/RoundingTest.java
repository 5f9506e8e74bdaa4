package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({"HALF_UP,3", "HALF_EVEN,2", "HALF_DOWN,2"})
    void twoAndAHalfIsRoundedAsTheClassSays(RoundingMode mode, BigDecimal rounded) {
        assertEquals(rounded, new Rounding(0, mode).apply(new BigDecimal("2.5")));
        assertEquals(rounded, Rational.of(5, 2).round(new Rounding(0, mode)));
    }

    @Test
    void theResultHasExactlyTheDigitsAskedFor() {
        assertEquals(new BigDecimal("73.3333"), Rational.of(220, 3).round(Rounding.halfUp(4)));
        assertEquals(new BigDecimal("2.500"), Rounding.halfUp(3).apply(new BigDecimal("2.5")));
    }

    @Test
    void halfUpGoesAwayFromZeroOnBothSides() {
        assertEquals(new BigDecimal("0.13"), Rational.of(1, 8).round(Rounding.halfUp(2)));
        assertEquals(new BigDecimal("-0.13"), Rational.of(-1, 8).round(Rounding.halfUp(2)));
    }

    @Test
    void negativeDigitsRoundToTensAndHundreds() {
        assertEquals(0, new BigDecimal("1300").compareTo(Rounding.halfUp(-2).apply(new BigDecimal("1250"))));
        assertEquals(0, new BigDecimal("1300").compareTo(Rational.of(1250).round(Rounding.halfUp(-2))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-101, 10_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void digitsBeyondReasonAreRefusedByNameAndValue(int digits) {
        Refusal.naming(() -> Rounding.halfUp(digits), "digits", Integer.toString(digits));
    }

    @Test
    void roundingThatMayNotRoundRefusesToo() {
        Rounding exact = new Rounding(2, RoundingMode.UNNECESSARY);
        assertEquals(new BigDecimal("0.25"), Rational.of(1, 4).round(exact));
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 3).round(exact));
    }

    @Test
    void printsModeAndDigits() {
        assertEquals("HALF_UP(2)", Rounding.halfUp(2).toString());
    }
}
