package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Numbers that are no short fractions are decided like fractions: order, sign, rounding, equality, for any way they are made. */
class ExactNumbersPropertyTest {
    private static Enclosure of(long number) {
        return Enclosure.of(Rational.of(number));
    }

    private static Enclosure root(Rational of, int degree) {
        return Enclosure.of(of).root(degree);
    }

    private static void assertEqual(Enclosure a, Enclosure b) {
        assertEquals(OptionalInt.of(0), a.order(b));
        assertEquals(OptionalInt.of(0), b.order(a));
        assertEquals(OptionalInt.of(0), a.minus(b).sign());
    }

    @Property(tries = 80)
    void identitiesOfRootsAreProved(@ForAll @IntRange(min = 1, max = 60) int a, @ForAll @IntRange(min = 1, max = 60) int b,
            @ForAll @IntRange(min = 1, max = 9) int c, @ForAll @IntRange(min = 2, max = 7) int k) {
        Rational p = Rational.of(a, c);
        Rational q = Rational.of(b, c);
        Enclosure x = root(p, 2);
        Enclosure y = root(q, 2);
        assertEqual(x.plus(y).times(x.plus(y)), Enclosure.of(p.plus(q)).plus(of(2).times(root(p.times(q), 2))));
        assertEqual(x.plus(y).times(x.minus(y)), Enclosure.of(p.minus(q)));
        assertEqual(root(p, k).times(root(q, k)), root(p.times(q), k));
        assertEqual(root(p.times(Rational.of(c).power(k)), k), of(c).times(root(p, k)));
        assertEqual(root(p, k).root(3), root(p, 3 * k));
        if (a != b) {
            assertEqual(of(1).dividedBy(x.minus(y)), x.plus(y).dividedBy(Enclosure.of(p.minus(q))));
        }
        assertEquals(Optional.of(p), x.times(x).exact());
    }

    /** √(p + q + 2√pq) = √p + √q. */
    @Property(tries = 60)
    void rootsWithinRootsAreProved(@ForAll @IntRange(min = 1, max = 30) int p, @ForAll @IntRange(min = 1, max = 30) int q,
            @ForAll @IntRange(min = -1, max = 1) int off) {
        Enclosure nested = of(p + q).plus(of(2).times(root(Rational.of((long) p * q), 2))).root(2);
        Enclosure sum = root(Rational.of(p), 2).plus(root(Rational.of(q), 2));
        Enclosure beside = sum.plus(Enclosure.of(Rational.of(off, 10).power(100)));
        assertEquals(OptionalInt.of(off == 0 ? 0 : -1), nested.order(beside));
    }

    @Property
    void anOrderIsThatOfPowers(@ForAll @IntRange(min = 1, max = 99) int a, @ForAll @IntRange(min = 1, max = 99) int b,
            @ForAll @IntRange(min = 1, max = 7) int m, @ForAll @IntRange(min = 1, max = 7) int n) {
        int expected = Integer.signum(Rational.of(a).power(n).compareTo(Rational.of(b).power(m)));
        Enclosure x = root(Rational.of(a), m);
        Enclosure y = root(Rational.of(b), n);
        assertEquals(expected, Integer.signum(x.order(y).orElseThrow()));
        assertEqual(x.max(y), expected >= 0 ? x : y);
        assertEqual(x.min(y), expected <= 0 ? x : y);
    }

    @Property
    void roundingIsThatOfManyMoreDigits(@ForAll @IntRange(min = 2, max = 9999) int a, @ForAll @IntRange(min = -3, max = 60) int digits,
            @ForAll RoundingMode mode, @ForAll boolean negative) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        BigDecimal root = new BigDecimal(a).sqrt(new MathContext(200));
        Rounding rounding = new Rounding(digits, mode);
        Enclosure number = root(Rational.of(a), 2);
        BigDecimal expected = rounding.apply(negative ? root.negate() : root);
        assertEquals(Rational.of(expected), (negative ? number.negate() : number).rounded(rounding).low());
    }

    /** A root times itself lies exactly on what is half way, though its digits never tell. */
    @Test
    void aTieIsATie() {
        Enclosure half = root(Rational.parse("0.005"), 2).times(root(Rational.parse("0.005"), 2));
        assertFalse(half.isExact());
        assertEquals(Rational.parse("0.01"), half.rounded(Rounding.halfUp(2)).low());
        assertEquals(Rational.ZERO, half.rounded(new Rounding(2, RoundingMode.HALF_EVEN)).low());
        assertEquals(Rational.parse("-0.01"), half.negate().rounded(new Rounding(2, RoundingMode.UP)).low());
        assertThrows(ArithmeticException.class, () -> of(1).dividedBy(half.minus(Enclosure.of(Rational.parse("0.005")))));
    }

    /** Any order and any parts, with so many denominators that their common one is not short. */
    @Property(tries = 8)
    void aLongSumIsThatOfFractions(@ForAll long seed, @ForAll @IntRange(min = 200, max = 600) int count) {
        Random random = new Random(seed);
        List<Rational> numbers = new ArrayList<>();
        Rational plain = Rational.ZERO;
        for (int i = 0; i < count; i++) {
            numbers.add(Rational.of(random.nextInt(2_000) - 1_000, 1 + random.nextInt(50_000)));
            plain = plain.plus(numbers.get(i));
        }
        Enclosure whole = sum(numbers);
        Collections.shuffle(numbers, random);
        ExactSum parts = new ExactSum();
        numbers.subList(0, count / 3).forEach(parts::add);
        ExactSum rest = new ExactSum();
        numbers.subList(count / 3, count).forEach(rest::add);
        parts.add(rest);
        assertEquals(whole, parts.total());
        assertFalse(whole.isRange());
        assertEqual(whole, Enclosure.of(plain));
        assertEquals(Optional.of(plain), whole.exact());
        assertEquals(OptionalInt.of(-1), whole.order(Enclosure.of(plain.plus(Rational.of(1, 7).power(300)))));
    }

    /** What adds up to a short number is that number, whatever lies between. */
    @Property(tries = 5)
    void aLongSumThatIsShortIsShort(@ForAll long seed, @ForAll @IntRange(min = -3, max = 3) int rest) {
        Random random = new Random(seed);
        List<Rational> numbers = new ArrayList<>(List.of(Rational.of(rest, 3)));
        for (int i = 0; i < 300; i++) {
            Rational number = Rational.of(random.nextInt(100), 1 + random.nextInt(50_000));
            numbers.add(number);
            numbers.add(number.negate().dividedBy(Rational.of(7)));
            numbers.add(number.negate().times(Rational.of(6, 7)));
        }
        assertEquals(Enclosure.of(Rational.of(rest, 3)), sum(numbers));
    }

    @Property(tries = 10)
    void sumsOfRootsAreTheSameInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Enclosure> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add(root(Rational.of(1 + random.nextInt(30), 1 + random.nextInt(5)), 2 + random.nextInt(2)));
        }
        ExactSum one = new ExactSum();
        numbers.forEach(one::add);
        Collections.shuffle(numbers, random);
        ExactSum other = new ExactSum();
        numbers.forEach(other::add);
        assertEquals(one.total(), other.total());
        Enclosure plain = numbers.stream().reduce(of(0), Enclosure::plus);
        assertEqual(plain, one.total());
    }

    @Test
    void aRangeStaysOpenUnlessAllOfItAgrees() {
        Enclosure range = Enclosure.of(Rational.of(1), Rational.of(3));
        assertTrue(range.isRange());
        assertEquals(OptionalInt.empty(), range.order(of(2)));
        assertEquals(OptionalInt.of(-1), range.order(of(4)));
        assertEquals(OptionalInt.empty(), range.minus(of(2)).sign());
        assertEquals(Enclosure.of(Rational.of(2), Rational.of(3)), range.max(of(2)));
        assertEquals(Enclosure.of(Rational.ZERO, Rational.of(2)), range.minus(of(3)).abs());
        assertTrue(range.times(root(Rational.of(2), 2)).isRange());
        assertThrows(IllegalArgumentException.class, () -> new ExactSum().add(range));
    }

    private static Enclosure sum(List<Rational> numbers) {
        ExactSum sum = new ExactSum();
        numbers.forEach(sum::add);
        return sum.total();
    }
}
