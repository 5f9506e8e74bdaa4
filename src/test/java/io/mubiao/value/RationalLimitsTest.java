package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arithmetic is that of whole numbers of any size, also where it leaves what fits into 64 bits, or comes close to it. */
class RationalLimitsTest {
    private static final BigInteger MANY = BigInteger.TWO.pow(62);
    private static final List<Rational> NUMBERS = numbers();

    /** Around every size that a machine may stumble over, whole and divided. */
    private static List<Rational> numbers() {
        List<BigInteger> sizes = new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(3)));
        for (int bits : new int[] {31, 61, 62, 63}) {
            for (int beside = -1; beside <= 1; beside++) {
                sizes.add(BigInteger.TWO.pow(bits).add(BigInteger.valueOf(beside)));
            }
        }
        List<Rational> numbers = new ArrayList<>();
        for (BigInteger above : sizes) {
            for (BigInteger below : List.of(BigInteger.ONE, BigInteger.TWO.pow(31), MANY.subtract(BigInteger.ONE), MANY,
                    MANY.add(BigInteger.ONE))) {
                numbers.add(Rational.of(above, below));
                numbers.add(Rational.of(above.negate(), below));
            }
        }
        return numbers;
    }

    private static Rational plain(Rational a, Rational b) {
        return Rational.of(a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator())),
                a.denominator().multiply(b.denominator()));
    }

    @Test
    void ofEveryTwoNumbers() {
        for (Rational a : NUMBERS) {
            for (Rational b : NUMBERS) {
                Rational sum = plain(a, b);
                assertEquals(sum, a.plus(b), () -> a + " + " + b);
                assertEquals(sum, Rational.sum(List.of(a, b)), () -> "the sum of " + a + " and " + b);
                assertEquals(a, sum.minus(b), () -> "(" + a + " + " + b + ") - " + b);
                Rational product = Rational.of(a.numerator().multiply(b.numerator()), a.denominator().multiply(b.denominator()));
                assertEquals(product, a.times(b), () -> a + " * " + b);
                if (b.signum() != 0) {
                    assertEquals(a, product.dividedBy(b), () -> a + " * " + b + " / " + b);
                }
                assertEquals(a.numerator().multiply(b.denominator()).compareTo(b.numerator().multiply(a.denominator())),
                        a.compareTo(b), () -> a + " against " + b);
                assertEquals(a.compareTo(b) == 0, a.equals(b), () -> a + " equals " + b);
            }
        }
    }

    @Test
    void ofAllInAnyOrder() {
        List<Rational> numbers = new ArrayList<>(NUMBERS);
        numbers.add(Rational.of(7, 3));
        Rational plain = numbers.stream().reduce(Rational.ZERO, RationalLimitsTest::plain);
        assertEquals(plain, Rational.sum(numbers));
        Collections.reverse(numbers);
        assertEquals(plain, Rational.sum(numbers));
        assertEquals(Rational.ZERO, Rational.sum(List.of()));
        assertEquals(Rational.ZERO, Rational.sum(List.of(Rational.ONE, Rational.of(-1))));
    }

    @Test
    void equalNumbersMadeInAnyWay() {
        for (long whole : new long[] {0, 1, -1, (1L << 62) - 1, 1L << 62, (1L << 62) + 1, -(1L << 62), Long.MAX_VALUE,
            Long.MIN_VALUE}) {
            Rational made = Rational.of(BigInteger.valueOf(whole));
            assertEquals(made, Rational.of(whole));
            assertEquals(made.hashCode(), Rational.of(whole).hashCode());
            assertEquals(made, Rational.of(whole, 1));
            assertEquals(made, Rational.of(BigDecimal.valueOf(whole)));
            assertEquals(made, Rational.parse(Long.toString(whole)));
            assertEquals(made.negate(), Rational.of(whole, -1));
            assertEquals(made.signum(), Long.signum(whole));
            for (int scale = 0; scale <= 20; scale++) {
                Rational scaled = Rational.of(BigInteger.valueOf(whole), BigInteger.TEN.pow(scale));
                assertEquals(scaled, Rational.ofScaled(whole, scale));
                assertEquals(scaled, Rational.of(BigDecimal.valueOf(whole, scale)));
            }
        }
        assertEquals(Rational.of(1, 3), Rational.of(-5, -15));
        assertEquals(Rational.of(BigInteger.ONE, BigInteger.TWO.pow(63).negate()), Rational.of(1, Long.MIN_VALUE));
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
        assertThrows(ArithmeticException.class, () -> Rational.of(BigInteger.ONE, BigInteger.ZERO));
        assertThrows(ArithmeticException.class, () -> Rational.ONE.dividedBy(Rational.ZERO));
    }

    @Test
    void roundingToANumberIsRoundingToADecimal() {
        for (Rational number : NUMBERS) {
            for (int digits = 0; digits <= 9; digits++) {
                Rounding rounding = Rounding.halfUp(digits);
                assertEquals(Rational.of(rounding.divide(number.numerator(), number.denominator())), number.rounded(rounding),
                        () -> number + " to " + rounding);
            }
        }
    }

    @Test
    void aTextMayBeAsLongAsTwoHundredCharactersAndNoLonger() {
        String longest = "1".repeat(200);
        assertEquals(Rational.of(new BigInteger(longest)), Rational.parse(longest));
        assertThrows(IllegalArgumentException.class, () -> Rational.parse(longest + "1"));
        assertQuotes("x".repeat(60), "'" + "x".repeat(60) + "'");
        assertQuotes("x".repeat(61), "'" + "x".repeat(60) + "…'");
    }

    private static void assertQuotes(String text, String quoted) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Rational.parse(text)).getMessage());
        assertTrue(message.contains(quoted), message);
    }
}
