package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalRootTest {
    @ParameterizedTest
    @CsvSource({
        "2, 2, 10, HALF_UP, 1.4142135624",
        "27, 3, 2, UP, 3.00",
        "2.25, 2, 1, UNNECESSARY, 1.5",
        "0, 5, 3, UP, 0.000",
        "1/4, 2, 2, HALF_EVEN, 0.50",
        "7.5, 1, 0, HALF_EVEN, 8"
    })
    void rootsAreRoundedAsDeclared(String value, int degree, int digits, RoundingMode mode, BigDecimal root) {
        assertEquals(root, Rational.parse(value).root(degree, new Rounding(digits, mode)));
    }

    @Test
    void anExactTieIsATie() {
        Rational square = Rational.parse("6.25");
        assertEquals(new BigDecimal("2"), square.root(2, new Rounding(0, RoundingMode.HALF_EVEN)));
        assertEquals(new BigDecimal("3"), square.root(2, new Rounding(0, RoundingMode.HALF_UP)));
        assertEquals(new BigDecimal("2"), square.root(2, new Rounding(0, RoundingMode.HALF_DOWN)));
    }

    @Test
    void whatIsBarelyOffATieIsNoTie() {
        Rational above = Rational.parse("6.25").plus(Rational.parse("1/" + "9".repeat(60)));
        Rational below = Rational.parse("6.25").minus(Rational.parse("1/" + "9".repeat(60)));
        assertEquals(new BigDecimal("3"), above.root(2, new Rounding(0, RoundingMode.HALF_DOWN)));
        assertEquals(new BigDecimal("2"), below.root(2, new Rounding(0, RoundingMode.HALF_UP)));
    }

    @Test
    void whatIsBarelyAboveAnExactRootIsRoundedUp() {
        Rational above = Rational.ONE.plus(Rational.parse("1/" + "9".repeat(60)));
        assertEquals(new BigDecimal("1.1"), above.root(2, new Rounding(1, RoundingMode.CEILING)));
        assertThrows(ArithmeticException.class, () -> above.root(2, new Rounding(1, RoundingMode.UNNECESSARY)));
    }

    @Test
    void yearlyGrowthFrom100To110InFiveYearsIs192449Percent() {
        assertEquals(new BigDecimal("1.0192449"), Rational.of(110, 100).root(5, Rounding.halfUp(7)));
        assertEquals(new BigDecimal("1.0273997"), Rational.of(150, 100).root(15, Rounding.halfUp(7)));
    }

    @Test
    void thereIsNoRootOfANegativeNumberOrOfDegreeZero() {
        assertThrows(ArithmeticException.class, () -> Rational.of(-8).root(3, Rounding.halfUp(2)));
        assertThrows(ArithmeticException.class, () -> Rational.of(8).root(0, Rounding.halfUp(2)));
    }

    @Test
    void aRootIsNotRoundedToTens() {
        assertThrows(ArithmeticException.class, () -> Rational.of(400).root(2, Rounding.halfUp(-1)));
    }
}
