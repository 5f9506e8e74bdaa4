package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sum is that of whole numbers of any size, also where it leaves what fits into 64 bits, or comes close to it. */
class RationalSumLimitsTest {
    private static final List<BigInteger> SIZES = sizes();

    /** Around every power of two that a machine may stumble over. */
    private static List<BigInteger> sizes() {
        List<BigInteger> sizes = new ArrayList<>(List.of(BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(3)));
        for (int bits : new int[] {30, 31, 32, 60, 61, 62, 63, 64}) {
            for (int beside = -1; beside <= 1; beside++) {
                sizes.add(BigInteger.TWO.pow(bits).add(BigInteger.valueOf(beside)));
            }
        }
        return sizes;
    }

    private static List<Rational> numbers() {
        List<Rational> numbers = new ArrayList<>();
        for (BigInteger above : SIZES) {
            for (BigInteger below : List.of(BigInteger.ONE, BigInteger.TWO.pow(31), BigInteger.TWO.pow(61).subtract(BigInteger.ONE),
                    BigInteger.TWO.pow(61), BigInteger.TWO.pow(62).add(BigInteger.ONE))) {
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
        List<Rational> numbers = numbers();
        for (Rational a : numbers) {
            for (Rational b : numbers) {
                assertEquals(plain(a, b), Rational.sum(List.of(a, b)), () -> a + " + " + b);
            }
        }
    }

    @Test
    void ofAllInAnyOrder() {
        List<Rational> numbers = numbers();
        Rational plain = numbers.stream().reduce(Rational.ZERO, RationalSumLimitsTest::plain);
        assertEquals(plain, Rational.sum(numbers));
        Collections.reverse(numbers);
        assertEquals(plain, Rational.sum(numbers));
        List<Rational> onceMore = new ArrayList<>(numbers);
        onceMore.add(Rational.of(7, 3));
        assertEquals(plain(plain, Rational.of(7, 3)), Rational.sum(onceMore));
    }

    @Test
    void ofNothing() {
        assertEquals(Rational.ZERO, Rational.sum(List.of()));
        assertEquals(Rational.ZERO, Rational.sum(List.of(Rational.ONE, Rational.of(-1))));
    }
}
