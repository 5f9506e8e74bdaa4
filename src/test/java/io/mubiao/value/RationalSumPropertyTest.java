package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The sum of many fractions is the one of plain addition, whatever their denominators. */
class RationalSumPropertyTest {
    @Property
    void sumsAreExact(@ForAll long seed, @ForAll @IntRange(max = 200) int count, @ForAll @IntRange(min = 1, max = 80) int bits) {
        Random random = new Random(seed);
        List<Rational> numbers = new ArrayList<>();
        Rational plain = Rational.ZERO;
        for (int i = 0; i < count; i++) {
            Rational next = Rational.of(new BigInteger(bits, random).subtract(BigInteger.TEN),
                    random.nextInt(5) == 0 ? BigInteger.ONE : new BigInteger(bits, random).add(BigInteger.ONE));
            numbers.add(next);
            plain = plain.plus(next);
        }
        assertEquals(plain, Rational.sum(numbers));
    }

    @Property
    void roundingToANumberIsRoundingToADecimal(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int bits,
            @ForAll @IntRange(min = -2, max = 12) int digits) {
        Random random = new Random(seed);
        BigInteger above = new BigInteger(bits, random).subtract(BigInteger.ONE.shiftLeft(bits - 1));
        BigInteger below = random.nextBoolean() ? BigInteger.TWO.multiply(BigInteger.TEN.pow(random.nextInt(12)))
                : new BigInteger(bits, random).add(BigInteger.ONE);
        Rational number = Rational.of(above, below);
        Rounding rounding = Rounding.halfUp(digits);
        assertEquals(Rational.of(number.round(rounding)), number.rounded(rounding));
    }
}
