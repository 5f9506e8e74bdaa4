package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.value.Rational;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The sum of many fractions is the one of plain addition, whatever their denominators. */
class SumPropertyTest {
    @Property
    void sumsAreExact(@ForAll long seed, @ForAll @IntRange(max = 200) int count, @ForAll @IntRange(min = 1, max = 80) int bits) {
        Random random = new Random(seed);
        Sum sum = new Sum();
        Rational plain = Rational.ZERO;
        for (int i = 0; i < count; i++) {
            Rational next = Rational.of(new BigInteger(bits, random).subtract(BigInteger.TEN),
                    random.nextInt(5) == 0 ? BigInteger.ONE : new BigInteger(bits, random).add(BigInteger.ONE));
            sum.add(next);
            plain = plain.plus(next);
        }
        assertEquals(plain, sum.total());
        assertEquals(plain, sum.total());
    }
}
