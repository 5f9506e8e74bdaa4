package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction in lowest terms (有理数). Immutable; equality is numeric: {@code 1/2} equals {@code 0.50}.
 *
 * <p>No operation rounds. A decimal appears only through {@link #round(Rounding)} or, where the fraction is a
 * finite decimal, {@link #asDecimal()}. Numbers that fit are kept in two longs, all others as large integers; nobody
 * sees the difference.
 */
public final class Rational implements Comparable<Rational> {
    /** Zero. */
    public static final Rational ZERO = new Rational(0, 1);
    /** One. */
    public static final Rational ONE = new Rational(1, 1);
    /** One hundred. */
    public static final Rational HUNDRED = of(100);

    /** So few are always allowed. */
    private static final int FEW_DIGITS = 200;
    private static final long FEW = 1L << 31;
    private static final int SMALL_DIGITS = 18;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    /** Numerator and denominator in lowest terms, denominator positive; both 0 where {@link #large} holds the value. */
    private final long above;

    private final long below;
    private final @Nullable BigFraction large;

    private Rational(long above, long below) {
        this.above = above;
        this.below = below;
        this.large = null;
    }

    private Rational(BigFraction value) {
        boolean fits = value.getNumerator().abs().bitLength() <= Longs.BITS
                && value.getDenominator().bitLength() <= Longs.BITS;
        above = fits ? value.getNumeratorAsLong() : 0;
        below = fits ? value.getDenominatorAsLong() : 0;
        large = fits ? null : value;
    }

    /** Neither is {@link Long#MIN_VALUE}, the divisor is not 0. */
    private static Rational reduced(long numerator, long denominator) {
        if (denominator == 1 && Longs.fit(numerator, 1)) {
            return new Rational(numerator, 1);
        }
        long divisor = Longs.gcd(Math.abs(numerator), Math.abs(denominator));
        long sign = denominator < 0 ? -1 : 1;
        return lowest(sign * (numerator / divisor), sign * (denominator / divisor));
    }

    /** A quotient in lowest terms; the divisor is above 0. */
    private static Rational lowest(long numerator, long denominator) {
        return Longs.fit(numerator, 1) && Longs.fit(denominator, 1) ? new Rational(numerator, denominator)
                : new Rational(new BigFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
    }

    private BigFraction big() {
        return large != null ? large : new BigFraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    private boolean isSmall() {
        return below != 0;
    }

    /** A whole number. */
    public static Rational of(long value) {
        return Longs.fit(value, 1) ? new Rational(value, 1) : of(BigInteger.valueOf(value));
    }

    /** A whole number of any size. */
    public static Rational of(BigInteger value) {
        return new Rational(new BigFraction(requireNonNull(value, "value")));
    }

    /** {@code unscaled / 10^scale}, scale from 0. */
    public static Rational ofScaled(long unscaled, int scale) {
        if (scale > SMALL_DIGITS || unscaled == Long.MIN_VALUE) {
            return of(new BigDecimal(BigInteger.valueOf(unscaled), scale));
        }
        long power = 1;
        for (int i = 0; i < scale; i++) {
            power *= 10;
        }
        return reduced(unscaled, power);
    }

    /**
     * {@code numerator / denominator}.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator == 0 || numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        return reduced(numerator, denominator);
    }

    /**
     * {@code numerator / denominator}.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator must not be 0, numerator is " + numerator);
        }
        return new Rational(new BigFraction(numerator, denominator));
    }

    /**
     * The exact value of a decimal.
     *
     * @throws TooCostlyException if it has more digits, written out, than the budget in force allows (100,000)
     */
    public static Rational of(BigDecimal decimal) {
        requireNonNull(decimal, "decimal");
        long digits = Math.abs((long) decimal.scale()) + decimal.precision();
        if (digits > FEW_DIGITS && digits > Checkpoint.budget().digits()) {
            throw new TooCostlyException(TooCostlyException.Cost.DIGITS, "a decimal written out", digits, Checkpoint.budget().digits());
        }
        if (decimal.scale() >= 0 && decimal.scale() <= SMALL_DIGITS && decimal.precision() <= SMALL_DIGITS) {
            return ofScaled(decimal.unscaledValue().longValue(), decimal.scale());
        }
        return decimal.scale() <= 0
                ? of(decimal.toBigIntegerExact())
                : of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * Reads a plain decimal or a fraction: {@code 0.25}, {@code 1/4}, {@code -3}.
     *
     * @throws IllegalArgumentException if the text is neither, or divides by zero
     */
    public static Rational parse(String text) {
        return RationalText.parse(text);
    }

    /**
     * Reads a number as people type it (录入的数): as {@link #parse}, also {@code 1,234.5}, full-width or between blanks.
     *
     * @throws IllegalArgumentException if the text is none, can be read in two ways ({@code 1,2}; names both), or divides by
     *     zero
     */
    public static Rational parseTyped(String text) {
        return RationalText.parseTyped(text);
    }

    /** The sum. */
    public Rational plus(Rational other) {
        if (signum() == 0 || other.signum() == 0) {
            return other.signum() == 0 ? this : other;
        }
        if (isSmall() && other.isSmall()) {
            if (below == other.below) {
                return reduced(above + other.above, below);
            }
            // What the denominators have in common is all that the sum can be reduced by: gcds of short numbers.
            long common = Longs.common(below, other.below);
            long widen = other.below / common;
            long widenOther = below / common;
            if (Longs.fit(above, widen) && Longs.fit(other.above, widenOther) && Longs.fit(below, widen)) {
                long sum = above * widen + other.above * widenOther;
                long divisor = common == 1 ? 1 : Longs.common(Math.abs(sum), common);
                return lowest(sum / divisor, widenOther * (other.below / divisor));
            }
        }
        return new Rational(big().add(other.big()));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /**
     * The sum of many numbers. Denominators are brought together without reducing each partial sum; where they grow too
     * large, partial sums are added pairwise, so that few additions are of large numbers.
     */
    public static Rational sum(Iterable<Rational> numbers) {
        RationalSum sum = new RationalSum();
        numbers.forEach(sum::add);
        return sum.total();
    }

    /** Whether numerator and denominator fit into a long. */
    boolean isLong() {
        return isSmall();
    }

    /** The numerator of a number that {@link #isLong}. */
    long above() {
        return above;
    }

    /** The denominator of a number that {@link #isLong}. */
    long below() {
        return below;
    }

    /** A quotient of longs, reduced; both below 2^62 in size, the divisor above 0. */
    static Rational ofLongs(long numerator, long divisor) {
        return reduced(numerator, divisor);
    }

    private boolean isOne() {
        return above == 1 && below == 1;
    }

    /** The product. */
    public Rational times(Rational other) {
        if (isOne() || other.isOne()) {
            return isOne() ? other : this;
        }
        if (isSmall() && other.isSmall()) {
            Rational product = product(above, below, other.above, other.below);
            if (product != null) {
                return product;
            }
        }
        return new Rational(big().multiply(other.big()));
    }

    /** The product with a whole number. */
    public Rational times(long factor) {
        return times(of(factor));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if {@code divisor} is zero
     */
    public Rational dividedBy(Rational divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException("division of " + this + " by 0");
        }
        if (divisor.isOne()) {
            return this;
        }
        if (isSmall() && divisor.isSmall()) {
            long sign = divisor.above < 0 ? -1 : 1;
            Rational quotient = product(above, below, sign * divisor.below, sign * divisor.above);
            if (quotient != null) {
                return quotient;
            }
        }
        return new Rational(big().divide(divisor.big()));
    }

    /** The product of two quotients in lowest terms, each reduced by the other first; null where that is too long. */
    private static @Nullable Rational product(long above, long below, long otherAbove, long otherBelow) {
        long first = below == 1 ? 1 : Longs.common(Math.abs(otherAbove), below);
        long second = otherBelow == 1 ? 1 : Longs.common(Math.abs(above), otherBelow);
        long a = second == 1 ? above : above / second;
        long b = first == 1 ? otherAbove : otherAbove / first;
        long c = first == 1 ? below : below / first;
        long d = second == 1 ? otherBelow : otherBelow / second;
        return Longs.fit(a, b) && Longs.fit(c, d) ? new Rational(a * b, c * d) : null;
    }

    /**
     * The value raised to a whole, non-negative power.
     *
     * @throws TooCostlyException if it has more digits than the budget in force allows (100,000)
     */
    public Rational power(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("exponent must be >= 0, got " + exponent);
        }
        long bits = Math.max(numerator().bitLength(), denominator().bitLength()) - 1L;
        if (bits * exponent > Checkpoint.budget().digits() * 10L / 3) {
            throw new TooCostlyException(TooCostlyException.Cost.DIGITS, "the power '" + exponent + "'", bits * exponent * 3 / 10,
                    Checkpoint.budget().digits());
        }
        return of(numerator().pow(exponent), denominator().pow(exponent));
    }

    /**
     * The root under a declared rounding, which is proved: no approximation decides a digit.
     *
     * @param degree the degree of the root, at least 1
     * @throws ArithmeticException if this is negative
     * @throws TooCostlyException if what is worked with has more digits than the budget in force allows (100,000)
     */
    public BigDecimal root(int degree, Rounding rounding) {
        return Roots.rounded(this, degree, rounding);
    }

    /** The value times a power of two, as a whole number by FLOOR or CEILING. */
    BigInteger shifted(int bits, java.math.RoundingMode mode) {
        BigInteger[] parts = numerator().shiftLeft(Math.max(0, bits))
                .divideAndRemainder(denominator().shiftLeft(Math.max(0, -bits)));
        boolean down = mode == java.math.RoundingMode.FLOOR;
        return parts[1].signum() == 0 || parts[1].signum() < 0 != down ? parts[0]
                : parts[0].add(BigInteger.valueOf(down ? -1 : 1));
    }

    /** The negated value. */
    public Rational negate() {
        return isSmall() ? new Rational(-above, below) : new Rational(big().negate());
    }

    /** The absolute value. */
    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** The smaller of the two. */
    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return isSmall() ? Long.signum(above) : big().getNumerator().signum();
    }

    /** The numerator in lowest terms; carries the sign. */
    public BigInteger numerator() {
        return isSmall() ? BigInteger.valueOf(above) : big().getNumerator();
    }

    /** The denominator in lowest terms; positive. */
    public BigInteger denominator() {
        return isSmall() ? BigInteger.valueOf(below) : big().getDenominator();
    }

    /** The value under a declared rounding, as a number again. */
    public Rational rounded(Rounding rounding) {
        if (rounding.mode() == java.math.RoundingMode.HALF_UP && rounding.digits() >= 0 && rounding.digits() < POWERS.length
                && isSmall()) {
            long power = POWERS[rounding.digits()];
            if (below == 1 || power % below == 0) {
                return this;
            }
            // |above| x power + below / 2 stays below 2^62: then floor of the quotient plus a half is exact in longs.
            if (Longs.fit(above, power) && below < 1L << (Longs.BITS - 1)) {
                long scaled = Math.abs(above) * power;
                long whole = scaled / below;
                long rest = scaled % below;
                long nearest = rest >= below - rest ? whole + 1 : whole;
                return reduced(above < 0 ? -nearest : nearest, power);
            }
        }
        return of(round(rounding));
    }

    /** The value as a decimal under a declared rounding. */
    public BigDecimal round(Rounding rounding) {
        return rounding.divide(numerator(), denominator());
    }

    /** The value as a decimal if it is one, without trailing zeros; empty for, say, 1/3. */
    public Optional<BigDecimal> asDecimal() {
        return isSmall() && Math.abs(above) < FEW && below < FEW ? RationalText.decimal(above, below)
                : RationalText.decimal(numerator(), denominator());
    }

    @Override
    public int compareTo(Rational other) {
        if (isSmall() && other.isSmall()) {
            if (below == other.below) {
                return Long.compare(above, other.above);
            }
            if (Longs.fit(above, other.below) && Longs.fit(other.above, below)) {
                return Long.compare(above * other.below, other.above * below);
            }
        }
        BigInteger left = denominator();
        BigInteger right = other.denominator();
        return left.equals(right)
                ? numerator().compareTo(other.numerator())
                : numerator().multiply(right).compareTo(other.numerator().multiply(left));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && above == that.above
                && below == that.below
                && Objects.equals(large, that.large);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(above) + Long.hashCode(below) + Objects.hashCode(large);
    }

    /** A plain decimal where the value is one, else {@code numerator/denominator}. */
    @Override
    public String toString() {
        return asDecimal().map(BigDecimal::toPlainString).orElseGet(() -> numerator() + "/" + denominator());
    }
}
