package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number known to lie between two fractions, both included (包络): exact if they are equal; else either one number that is
 * no short fraction, such as a root or the mean of thousands of ratios, or a range in which any number is possible.
 * Immutable.
 *
 * <p>What is asked of one number (order, sign, rounding, quotient) is decided: by its ends where they tell, else by more
 * digits, and equality by proof. Of a range the arithmetic gives an enclosure of every result the numbers inside can have,
 * so a decision that is the same for the whole range is proved for each.
 */
public final class Enclosure {
    private static final Rounding SHOWN = new Rounding(40, RoundingMode.HALF_EVEN);
    private static final Rounding CEILING = new Rounding(0, RoundingMode.CEILING);

    private final Rational low;
    private final Rational high;
    private final @Nullable Real real;

    private Enclosure(Rational low, Rational high, @Nullable Real real) {
        this.low = low;
        this.high = high;
        this.real = real;
    }

    /** Exactly this number. */
    public static Enclosure of(Rational exact) {
        return new Enclosure(requireNonNull(exact, "exact"), exact, null);
    }

    /**
     * Any number from low to high.
     *
     * @throws IllegalArgumentException if low is above high
     */
    public static Enclosure of(Rational low, Rational high) {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not be above high, got " + low + " and " + high);
        }
        return new Enclosure(low, high, null);
    }

    static Enclosure of(Real number) {
        return number.range(Real.FIRST_BITS).as(number);
    }

    static Enclosure of(Rational low, Rational high, Real number) {
        return of(low, high).as(number);
    }

    /** This range as that of a number. */
    private Enclosure as(Real number) {
        return isExact() ? of(low) : new Enclosure(low, high, number);
    }

    @Nullable Real real() {
        return real;
    }

    /** The least it can be. */
    public Rational low() {
        return low;
    }

    /** The most it can be. */
    public Rational high() {
        return high;
    }

    /** Whether it is given as one fraction. */
    public boolean isExact() {
        return low.equals(high);
    }

    /** Whether any number between the ends is possible. */
    public boolean isRange() {
        return real == null && !isExact();
    }

    /** The fraction that it is, also where that is long; empty for a range, and for a number that is none. */
    public Optional<Rational> exact() {
        if (real == null) {
            return isExact() ? Optional.of(low) : Optional.empty();
        }
        return real.isRational ? Optional.of(real.exact()) : Optional.ofNullable(Radicals.fraction(real));
    }

    /** The fraction as which it is given; of other numbers the nearest decimal with 40 digits after the point. */
    public Rational nearest() {
        return isExact() ? low : rounded(SHOWN).low;
    }

    /** Whether the ends admit a number. */
    public boolean contains(Rational value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    /** Below 0, 0 or above 0 as this number is less than, equal to or greater than the other; empty where ranges leave it open. */
    public OptionalInt order(Enclosure other) {
        if (low.compareTo(other.high) > 0) {
            return OptionalInt.of(1);
        }
        if (high.compareTo(other.low) < 0) {
            return OptionalInt.of(-1);
        }
        if (isExact() && other.isExact()) {
            return OptionalInt.of(0);
        }
        if (isRange() || other.isRange()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Real.of(this).equals(Real.of(other)) ? 0
                : new Real.Binary(Real.Op.PLUS, Real.of(this), Real.of(other.negate())).sign());
    }

    /** Below 0, 0 or above 0; empty where a range leaves it open. */
    public OptionalInt sign() {
        return low.signum() == high.signum() ? OptionalInt.of(low.signum())
                : real == null ? OptionalInt.empty() : OptionalInt.of(real.sign());
    }

    /** The smallest range that holds both. */
    public Enclosure hull(Enclosure other) {
        return equals(other) ? this : new Enclosure(low.min(other.low), high.max(other.high), null);
    }

    /** The sum. */
    public Enclosure plus(Enclosure other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        if (isExact() && other.isExact()) {
            return of(low.plus(other.low));
        }
        Enclosure range = new Enclosure(low.plus(other.low), high.plus(other.high), null);
        return range.made(Real.Op.PLUS, this, other);
    }

    /** The difference. */
    public Enclosure minus(Enclosure other) {
        return real != null && real.equals(other.real) ? of(Rational.ZERO) : plus(other.negate());
    }

    /** The negated number. */
    public Enclosure negate() {
        return times(of(Rational.ONE.negate()));
    }

    /** The size, without the sign. */
    public Enclosure abs() {
        OptionalInt sign = sign();
        if (sign.isPresent()) {
            return sign.getAsInt() < 0 ? negate() : this;
        }
        return new Enclosure(Rational.ZERO, high.max(low.negate()), null);
    }

    /** The smaller of the two. */
    public Enclosure min(Enclosure other) {
        return extreme(other, -1, Rational::min);
    }

    /** The larger of the two. */
    public Enclosure max(Enclosure other) {
        return extreme(other, 1, Rational::max);
    }

    /** One of the two, so that it is known for what it is; of equal ones the same whichever comes first. */
    private Enclosure extreme(Enclosure other, int sign, BinaryOperator<Rational> end) {
        OptionalInt order = order(other);
        if (order.isEmpty()) {
            return new Enclosure(end.apply(low, other.low), end.apply(high, other.high), null);
        }
        int first = order.getAsInt() != 0 ? order.getAsInt() * sign
                : isExact() && other.isExact() ? 0
                : isExact() != other.isExact() ? (isExact() ? 1 : -1)
                : !low.equals(other.low) ? low.compareTo(other.low)
                : !high.equals(other.high) ? other.high.compareTo(high) : Make.ORDER.compare(Real.of(this), Real.of(other));
        return first >= 0 ? this : other;
    }

    /** The product. */
    public Enclosure times(Enclosure other) {
        if (isOne() || other.isOne()) {
            return isOne() ? other : this;
        }
        if (isExact() && other.isExact()) {
            return of(low.times(other.low));
        }
        if (isZero() || other.isZero()) {
            return of(Rational.ZERO);
        }
        return corners(other, Rational::times).made(Real.Op.TIMES, this, other);
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if the divisor is zero, or a range that holds zero
     */
    public Enclosure dividedBy(Enclosure divisor) {
        int sign = divisor.sign().orElse(0);
        if (sign == 0) {
            throw new ArithmeticException("division by " + divisor);
        }
        if (divisor.isExact()) {
            return times(of(Rational.ONE.dividedBy(divisor.low)));
        }
        if (real != null && real.equals(divisor.real)) {
            return of(Rational.ONE);
        }
        if (divisor.contains(Rational.ZERO)) {
            return of(new Real.Binary(Real.Op.OVER, Real.of(this), Real.of(divisor)));
        }
        return corners(divisor, Rational::dividedBy).made(Real.Op.OVER, this, divisor);
    }

    /** The declared rounding: exact, but of a range the range of what it rounds to. */
    public Enclosure rounded(Rounding rounding) {
        Rational least = low.rounded(rounding);
        if (isExact()) {
            return of(least);
        }
        if (real == null) {
            return of(least, high.rounded(rounding));
        }
        return of(rounded(real, rounding));
    }

    /** Every rounding breaks at multiples of half a unit; an end is never more than the next one away. */
    private Rational rounded(Real number, Rounding rounding) {
        Rational half = Rational.of(BigDecimal.ONE.movePointLeft(rounding.digits())).dividedBy(Rational.of(2));
        Enclosure near = this;
        for (int bits = Real.FIRST_BITS;; bits *= 2) {
            Rational least = near.low.rounded(rounding);
            Rational most = near.high.rounded(rounding);
            if (least.equals(most)) {
                return least;
            }
            if (near.high.minus(near.low).compareTo(half) < 0) {
                Rational edge = half.times(Rational.of(near.low.dividedBy(half).round(CEILING)));
                int order = order(of(edge)).orElseThrow();
                return order < 0 ? least : order > 0 ? most : edge.rounded(rounding);
            }
            near = number.range(bits * 2);
        }
    }

    /**
     * The root; exact where it is a fraction.
     *
     * @throws ArithmeticException if the number is, or in a range may be, negative
     */
    public Enclosure root(int degree) {
        if (low.signum() < 0 && sign().orElse(-1) < 0) {
            throw new ArithmeticException("root of degree " + degree + " of " + this);
        }
        if (degree == 1) {
            return this;
        }
        if (isRange()) {
            return Roots.bounds(low, degree, Real.FIRST_BITS).hull(Roots.bounds(high, degree, Real.FIRST_BITS));
        }
        Rational exact = isExact() ? Roots.exact(low, degree) : null;
        if (exact != null || sign().orElse(1) == 0) {
            return of(exact != null ? exact : Rational.ZERO);
        }
        return of(new Real.Root(Real.of(this), degree));
    }

    /** Ends with few digits around these. */
    Enclosure outward(int bits) {
        return isExact() ? this : of(cut(low, bits, RoundingMode.FLOOR), cut(high, bits, RoundingMode.CEILING));
    }

    private static Rational cut(Rational end, int bits, RoundingMode mode) {
        int size = end.numerator().bitLength();
        int below = end.denominator().bitLength();
        if (size + below <= 2 * bits) {
            return end;
        }
        int shift = bits - size + below;
        BigInteger whole = end.shifted(shift, mode);
        return shift >= 0 ? Rational.of(whole, BigInteger.ONE.shiftLeft(shift)) : Rational.of(whole.shiftLeft(-shift));
    }

    /** This range of what was made of two, as a number where both are numbers. */
    private Enclosure made(Real.Op op, Enclosure a, Enclosure b) {
        if (a.isRange() || b.isRange()) {
            return this;
        }
        Real left = Real.of(a);
        Real right = Real.of(b);
        if (op == Real.Op.TIMES && (a.isExact() || b.isExact())) {
            return scaled(a.isExact() ? right : left, a.isExact() ? a.low : b.low);
        }
        return outward(Real.FIRST_BITS).as(new Real.Binary(op, left, right));
    }

    /** A fraction times a number, of which a fraction is factored out already where there is one. */
    private Enclosure scaled(Real number, Rational factor) {
        if (number instanceof Real.Binary it && it.op == Real.Op.TIMES && it.left instanceof Real.Fixed fixed) {
            Rational whole = fixed.number.times(factor);
            return whole.equals(Rational.ONE) ? of(it.right)
                    : outward(Real.FIRST_BITS).as(new Real.Binary(Real.Op.TIMES, new Real.Fixed(whole), it.right));
        }
        return outward(Real.FIRST_BITS).as(new Real.Binary(Real.Op.TIMES, new Real.Fixed(factor), number));
    }

    private boolean isZero() {
        return low.signum() == 0 && high.signum() == 0;
    }

    private boolean isOne() {
        return isExact() && low.equals(Rational.ONE);
    }

    private Enclosure corners(Enclosure other, BinaryOperator<Rational> function) {
        Rational[] all = Stream.of(function.apply(low, other.low), function.apply(low, other.high),
                function.apply(high, other.low), function.apply(high, other.high)).sorted().toArray(Rational[]::new);
        return new Enclosure(all[0], all[3], null);
    }

    /** Whether both are made alike; equal numbers may be made in different ways, see {@link #order}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Enclosure that && low.equals(that.low) && high.equals(that.high)
                && Objects.equals(real, that.real);
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
