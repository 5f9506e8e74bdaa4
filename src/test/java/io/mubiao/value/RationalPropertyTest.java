package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.ArbitraryValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RationalPropertyTest {
    @Provide
    Arbitrary<Rational> rationals() {
        return ArbitraryValues.rationals();
    }

    @Property
    void additionAndMultiplicationAreCommutativeAndAssociative(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b, @ForAll("rationals") Rational c) {
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a.times(b), b.times(a));
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
        assertEquals(a.times(b).times(c), a.times(b.times(c)));
        assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
    }

    @Property
    void subtractionAndDivisionUndo(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        assertEquals(a, a.plus(b).minus(b));
        assertEquals(a, a.minus(b).plus(b));
        assertEquals(Rational.ZERO, a.plus(a.negate()));
        assertEquals(a, a.plus(Rational.ZERO));
        assertEquals(a, a.times(Rational.ONE));
        Assume.that(b.signum() != 0);
        assertEquals(a, a.times(b).dividedBy(b));
        assertEquals(a, a.dividedBy(b).times(b));
    }

    @Property
    void sumsAgreeWithCrossMultiplication(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        BigInteger above = a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
        assertEquals(Rational.of(above, a.denominator().multiply(b.denominator())), a.plus(b));
    }

    @Property
    void termsAreLowest(@ForAll("rationals") Rational a) {
        assertEquals(BigInteger.ONE, a.numerator().gcd(a.denominator()));
        assertEquals(1, a.denominator().signum());
    }

    @Property
    void orderIsTotalAndKeptByAddition(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b, @ForAll("rationals") Rational c) {
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
        assertEquals(a.minus(b).signum(), Integer.signum(a.compareTo(b)));
        assertEquals(Integer.signum(a.compareTo(b)), Integer.signum(a.plus(c).compareTo(b.plus(c))));
        assertEquals(a.equals(b), a.compareTo(b) == 0);
        assertEquals(a.plus(b), a.min(b).plus(a.max(b)));
    }

    @Property
    void aDecimalIsExactAndMissingOnlyWhereAPrimeOtherThanTwoAndFiveDivides(@ForAll("rationals") Rational a) {
        Optional<BigDecimal> decimal = a.asDecimal();
        BigInteger tens = BigInteger.TEN.pow(a.denominator().bitLength());
        assertEquals(tens.mod(a.denominator()).signum() == 0, decimal.isPresent());
        decimal.ifPresent(exact -> assertEquals(a, Rational.of(exact)));
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("rationals") Rational a) {
        assertEquals(a, Rational.parse(a.toString()));
    }

    @Property
    void roundingMovesByHalfAUnitAtMost(@ForAll("rationals") Rational a,
            @ForAll @IntRange(min = -3, max = 12) int digits) {
        BigDecimal rounded = a.round(Rounding.halfUp(digits));
        Rational moved = Rational.of(rounded).minus(a).abs();
        assertEquals(digits, rounded.scale());
        assertTrue(moved.compareTo(Rational.of(BigDecimal.ONE.movePointLeft(digits)).dividedBy(Rational.of(2))) <= 0);
    }

    @Property
    void theFloorOfARootIsBelowItByLessThanOneUnit(@ForAll("rationals") Rational any,
            @ForAll @IntRange(min = 1, max = 6) int degree, @ForAll @IntRange(min = 0, max = 12) int digits) {
        Rational value = any.abs();
        Rational root = Rational.of(value.root(degree, new Rounding(digits, RoundingMode.FLOOR)));
        Rational next = root.plus(Rational.of(BigDecimal.ONE.movePointLeft(digits)));
        assertTrue(root.power(degree).compareTo(value) <= 0);
        assertTrue(next.power(degree).compareTo(value) > 0);
    }

    @Property
    void theHalfUpRootIsTheNearest(@ForAll("rationals") Rational any,
            @ForAll @IntRange(min = 1, max = 6) int degree, @ForAll @IntRange(min = 0, max = 12) int digits) {
        Rational value = any.abs();
        Rational root = Rational.of(value.root(degree, Rounding.halfUp(digits)));
        Rational half = Rational.of(BigDecimal.ONE.movePointLeft(digits)).dividedBy(Rational.of(2));
        assertTrue(root.minus(half).max(Rational.ZERO).power(degree).compareTo(value) <= 0);
        assertTrue(root.plus(half).power(degree).compareTo(value) > 0);
    }

    @Property
    void theRootOfAPowerIsTheNumber(@ForAll @IntRange(min = 0, max = 100_000) int hundredths,
            @ForAll @IntRange(min = 1, max = 6) int degree) {
        BigDecimal number = BigDecimal.valueOf(hundredths, 2);
        assertEquals(number, Rational.of(number).power(degree).root(degree, new Rounding(2, RoundingMode.UNNECESSARY)));
    }
}
