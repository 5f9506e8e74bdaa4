package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two short fractions come to is in lowest terms, whatever their denominators have in common. */
class RationalShortTest {
    private static List<Rational> numbers() {
        List<Rational> numbers = new ArrayList<>();
        for (long below : new long[] {1, 2, 3, 4, 6, 12, 100, 365, 366, 1_000_000_007L, 6_000_000_042L}) {
            for (long above : new long[] {0, 1, -1, 2, -3, 4, 100, -273, 365, 2_000_000_014L}) {
                numbers.add(Rational.of(above, below));
            }
        }
        return numbers;
    }

    private static void assertIs(BigInteger above, BigInteger below, Rational found) {
        BigInteger common = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));
        assertEquals(above.divide(common), found.numerator());
        assertEquals(below.divide(common), found.denominator());
    }

    @Test
    void sumsDifferencesProductsAndQuotientsAreInLowestTerms() {
        for (Rational a : numbers()) {
            for (Rational b : numbers()) {
                BigInteger left = a.numerator().multiply(b.denominator());
                BigInteger right = b.numerator().multiply(a.denominator());
                BigInteger below = a.denominator().multiply(b.denominator());
                assertIs(left.add(right), below, a.plus(b));
                assertIs(left.subtract(right), below, a.minus(b));
                assertIs(a.numerator().multiply(b.numerator()), below, a.times(b));
                if (b.signum() != 0) {
                    assertIs(left, right, a.dividedBy(b));
                }
            }
        }
    }
}
