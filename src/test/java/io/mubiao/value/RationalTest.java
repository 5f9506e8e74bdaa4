package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
    @Test
    void equalityIsNumeric() {
        Rational half = Rational.of(1, 2);
        assertEquals(half, Rational.of(new BigDecimal("0.500")));
        assertEquals(half.hashCode(), Rational.of(-3, -6).hashCode());
        assertNotEquals(half, Rational.of(2, 1));
        assertNotEquals(half, Rational.of(-1, 2));
    }

    @Test
    void lowestTermsCarryTheSignAbove() {
        Rational value = Rational.of(6, -4);
        assertEquals(BigInteger.valueOf(-3), value.numerator());
        assertEquals(BigInteger.TWO, value.denominator());
        assertEquals(BigInteger.ONE, Rational.of(0, -7).denominator());
    }

    @Test
    void theSmallestLongKeepsItsValue() {
        assertEquals("9223372036854775808", Rational.of(Long.MIN_VALUE, -1).toString());
        assertEquals("-9223372036854775808", Rational.of(Long.MIN_VALUE).toString());
    }

    @Test
    void decimalsWithNegativeScaleAreWholeNumbers() {
        assertEquals(Rational.of(1200), Rational.of(new BigDecimal("1.2E+3")));
    }

    @Test
    void nothingIsDividedByZero() {
        Refusal.naming(ArithmeticException.class, () -> Rational.of(7, 0), "denominator", "7");
        Refusal.naming(ArithmeticException.class, () -> Rational.of(1, 3).dividedBy(Rational.ZERO), "1/3");
    }

    @Test
    void sumsOfDecimalsAreExactWhereBinaryFractionsAreNot() {
        Rational sum = Stream.of("0.45", "0.6", "0.5", "0.5", "0.5", "0.4")
                .map(text -> Rational.of(new BigDecimal(text))).reduce(Rational.ZERO, Rational::plus);
        assertEquals("2.95", sum.toString());
    }

    @Test
    void onlyFiniteDecimalsAreDecimals() {
        assertEquals(Optional.empty(), Rational.of(1, 3).asDecimal());
        assertEquals(Optional.empty(), Rational.of(1, 30).asDecimal());
        assertEquals(Optional.of(new BigDecimal("0.125")), Rational.of(1, 8).asDecimal());
        assertEquals(Optional.of(new BigDecimal("0.00032")), Rational.of(1, 3125).asDecimal());
        assertEquals(Optional.of(new BigDecimal("0")), Rational.ZERO.asDecimal());
    }

    @Test
    void aDecimalHasNeitherTrailingZerosNorAnExponent() {
        assertEquals(Optional.of(new BigDecimal("1000")), Rational.of(1000).asDecimal());
        assertEquals(Optional.of(new BigDecimal("2.5")), Rational.of(new BigDecimal("2.500")).asDecimal());
    }

    @ParameterizedTest
    @CsvSource({"1,3,1/3", "-7,3,-7/3", "1,8,0.125", "1000,1,1000", "0,5,0", "-1,4,-0.25", "1,1000000,0.000001"})
    void printsAPlainDecimalOrElseAFraction(long above, long below, String printed) {
        assertEquals(printed, Rational.of(above, below).toString());
    }

    @ParameterizedTest
    @CsvSource({"0.25,1,4", "1/4,1,4", "-3,-3,1", "+3,3,1", "-2/6,-1,3", "007,7,1", "0.500,1,2"})
    void readsPlainDecimalsAndFractions(String text, long above, long below) {
        assertEquals(Rational.of(above, below), Rational.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1e5", "1/0", "0/0", ".5", "1.", "1/2/3", "1/-2", "1.5/2", "0x1", "NaN", "1,000",
            "١", "１", "--1", " 1", "1\n"})
    void refusesEverythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> Rational.parse(text));
    }

    @Test
    void refusesNumbersOfEndlessLengthAndSaysSoBriefly() {
        String message = Refusal.message(IllegalArgumentException.class, () -> Rational.parse("9".repeat(100_000)));
        assertTrue(message.length() < 300, message);
    }

    @Test
    void powersAreWholeAndNotNegative() {
        assertEquals(Rational.of(8, 27), Rational.of(2, 3).power(3));
        assertEquals(Rational.ONE, Rational.ZERO.power(0));
        Refusal.naming(() -> Rational.ONE.power(-1), "exponent", "-1");
    }

    @Test
    void orderIsThatOfNumbers() {
        Rational third = Rational.of(1, 3);
        Rational decimal = Rational.of(new BigDecimal("0.3333"));
        assertTrue(decimal.compareTo(third) < 0);
        assertTrue(third.negate().compareTo(decimal.negate()) < 0);
        assertEquals(decimal, third.min(decimal));
        assertEquals(third, third.max(decimal));
        assertEquals(third, third.negate().abs());
        assertEquals(-1, third.negate().signum());
    }

    @Test
    void xuanchengNovemberIsPrintedAs9167() {
        assertEquals(new BigDecimal("91.67"), Rational.of(11, 12).times(100).round(Rounding.halfUp(2)));
    }
}
