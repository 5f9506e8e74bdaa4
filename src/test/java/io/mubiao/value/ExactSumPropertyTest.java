package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A sum is that of the fractions, however they are given, also where it outgrows eight bytes. */
class ExactSumPropertyTest {
    @Property
    void isTheSum(@ForAll @Size(max = 60) List<@LongRange(min = -(1L << 62), max = 1L << 62) Long> numerators,
            @ForAll @LongRange(min = 1, max = 40) long denominators) {
        ExactSum asLongs = new ExactSum();
        ExactSum asFractions = new ExactSum();
        ExactSum other = new ExactSum();
        Rational expected = Rational.ZERO;
        for (int i = 0; i < numerators.size(); i++) {
            long denominator = 1 + i % denominators;
            Rational number = Rational.of(BigInteger.valueOf(numerators.get(i)), BigInteger.valueOf(denominator));
            expected = expected.plus(number);
            (i % 2 == 0 ? asLongs : other).add(numerators.get(i), denominator);
            asFractions.add(number);
        }
        asLongs.add(other);
        assertEquals(expected, asLongs.total().low());
        assertEquals(expected, asLongs.total().high());
        assertEquals(asFractions.total(), asLongs.total());
    }
}
