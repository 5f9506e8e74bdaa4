package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A number known to lie between two fractions, both included (包络); exact if they are equal. Immutable.
 *
 * <p>Arithmetic gives an enclosure of every result the numbers inside can have, so a decision that is the same for the
 * whole enclosure is proved for the number itself.
 */
public final class Enclosure {
    private final Rational low;
    private final Rational high;

    private Enclosure(Rational low, Rational high) {
        this.low = low;
        this.high = high;
    }

    /** Exactly this number. */
    public static Enclosure of(Rational exact) {
        return new Enclosure(requireNonNull(exact, "exact"), exact);
    }

    /**
     * A number from low to high.
     *
     * @throws IllegalArgumentException if low is above high
     */
    public static Enclosure of(Rational low, Rational high) {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not be above high, got " + low + " and " + high);
        }
        return new Enclosure(low, high);
    }

    /** The least it can be. */
    public Rational low() {
        return low;
    }

    /** The most it can be. */
    public Rational high() {
        return high;
    }

    /** Whether only one number is left. */
    public boolean isExact() {
        return low.equals(high);
    }

    /** Whether the number may be this one. */
    public boolean contains(Rational value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    /** The smallest enclosure of both. */
    public Enclosure hull(Enclosure other) {
        return new Enclosure(low.min(other.low), high.max(other.high));
    }

    /** The sum. */
    public Enclosure plus(Enclosure other) {
        return rising(other, Rational::plus);
    }

    /** The difference. */
    public Enclosure minus(Enclosure other) {
        return plus(other.negate());
    }

    /** The negated number. */
    public Enclosure negate() {
        return isExact() ? of(low.negate()) : new Enclosure(high.negate(), low.negate());
    }

    /** The smaller of the two. */
    public Enclosure min(Enclosure other) {
        return rising(other, Rational::min);
    }

    /** The larger of the two. */
    public Enclosure max(Enclosure other) {
        return rising(other, Rational::max);
    }

    /** The product. */
    public Enclosure times(Enclosure other) {
        return isExact() && other.isExact() ? of(low.times(other.low)) : corners(other, Rational::times);
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if the divisor may be zero
     */
    public Enclosure dividedBy(Enclosure divisor) {
        if (divisor.contains(Rational.ZERO)) {
            throw new ArithmeticException("division by " + divisor);
        }
        return isExact() && divisor.isExact() ? of(low.dividedBy(divisor.low)) : corners(divisor, Rational::dividedBy);
    }

    /** What a never falling function makes of it. */
    public Enclosure mapRising(UnaryOperator<Rational> function) {
        Rational least = function.apply(low);
        return isExact() ? of(least) : new Enclosure(least, function.apply(high));
    }

    /** The declared rounding of both ends; exact when the rounding is decided. */
    public Enclosure round(Rounding rounding) {
        return mapRising(end -> end.rounded(rounding));
    }

    /**
     * The root; exact where it is a fraction, else enclosed to the given digits.
     *
     * @throws ArithmeticException if the number may be negative
     */
    public Enclosure root(int degree, int digits) {
        if (isExact()) {
            return root(low, degree, digits);
        }
        return root(low, degree, digits).hull(root(high, degree, digits));
    }

    private static Enclosure root(Rational value, int degree, int digits) {
        BigInteger above = exactRoot(value.numerator(), degree);
        BigInteger below = exactRoot(value.denominator(), degree);
        if (above.pow(degree).equals(value.numerator()) && below.pow(degree).equals(value.denominator())) {
            return of(Rational.of(above, below));
        }
        BigDecimal floor = value.root(degree, new Rounding(digits, java.math.RoundingMode.DOWN));
        return new Enclosure(Rational.of(floor), Rational.of(floor.add(BigDecimal.ONE.movePointLeft(digits))));
    }

    private static BigInteger exactRoot(BigInteger value, int degree) {
        return Rational.of(value).root(degree, new Rounding(0, java.math.RoundingMode.DOWN)).toBigIntegerExact();
    }

    private Enclosure rising(Enclosure other, BinaryOperator<Rational> function) {
        Rational least = function.apply(low, other.low);
        return isExact() && other.isExact() ? of(least) : new Enclosure(least, function.apply(high, other.high));
    }

    private Enclosure corners(Enclosure other, BinaryOperator<Rational> function) {
        Rational[] all = Stream.of(function.apply(low, other.low), function.apply(low, other.high),
                function.apply(high, other.low), function.apply(high, other.high)).sorted().toArray(Rational[]::new);
        return new Enclosure(all[0], all[3]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Enclosure that && low.equals(that.low) && high.equals(that.high);
    }

    @Override
    public int hashCode() {
        return 31 * low.hashCode() + high.hashCode();
    }

    @Override
    public String toString() {
        return isExact() ? low.toString() : "[" + low + ", " + high + "]";
    }
}
