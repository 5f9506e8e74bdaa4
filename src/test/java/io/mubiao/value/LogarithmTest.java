package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against published digits, and the laws of logarithms to the last digit but one. */
class LogarithmTest {
    @ParameterizedTest
    @CsvSource({"2, false, 0.6931471805599453094172321214581765680755", "1, false, 0", "10, false, 2.3025850929940456840179914546843642076011",
        "1/2, false, -0.6931471805599453094172321214581765680755", "1000, true, 3", "1/100, true, -2",
        "2, true, 0.3010299956639811952137388947244930267682"})
    void knownDigits(String number, boolean toTen, String expected) {
        assertEquals(Rational.parse(expected), toTen ? Logarithm.toTen(Rational.parse(number)) : Logarithm.natural(Rational.parse(number)));
    }

    @Test
    void ofAProductIsTheSum() {
        Rational unit = Rational.parse("0.0000000000000000000000000000000000000002");
        for (int i = 1; i < 40; i++) {
            Rational a = Rational.of(i * 7919L, 13 + i);
            Rational b = Rational.of(3, i * 104_729L);
            Rational sum = Logarithm.natural(a).plus(Logarithm.natural(b));
            assertTrue(sum.minus(Logarithm.natural(a.times(b))).abs().compareTo(unit) <= 0);
        }
    }

    @Test
    void ofNothingIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Logarithm.toTen(Rational.ZERO));
    }
}
