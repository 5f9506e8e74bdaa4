package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An exact fraction in lowest terms (有理数). Immutable; equality is numeric: {@code 1/2} equals {@code 0.50}.
 *
 * <p>No operation rounds. A decimal appears only through {@link #round(Rounding)} or, where the fraction is a
 * finite decimal, {@link #asDecimal()}.
 */
public final class Rational implements Comparable<Rational> {
    /** Zero. */
    public static final Rational ZERO = new Rational(BigFraction.ZERO);
    /** One. */
    public static final Rational ONE = new Rational(BigFraction.ONE);
    /** One hundred. */
    public static final Rational HUNDRED = of(100);

    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?|[+-]?[0-9]+/[0-9]+");
    private static final int MAX_LENGTH = 200;

    private final BigFraction value;

    private Rational(BigFraction value) {
        this.value = value;
    }

    /** A whole number. */
    public static Rational of(long value) {
        return new Rational(new BigFraction(value));
    }

    /** A whole number of any size. */
    public static Rational of(BigInteger value) {
        return new Rational(new BigFraction(requireNonNull(value, "value")));
    }

    /**
     * {@code numerator / denominator}.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
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

    /** The exact value of a decimal. */
    public static Rational of(BigDecimal decimal) {
        requireNonNull(decimal, "decimal");
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
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number: '" + (text.length() <= 60 ? text : text.substring(0, 60)
                    + "…") + "'; expected a plain decimal or a fraction, such as 0.25 or 1/4");
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(new BigDecimal(text));
        }
        BigInteger below = new BigInteger(text.substring(slash + 1));
        if (below.signum() == 0) {
            throw new IllegalArgumentException("not a number: '" + text + "' divides by zero");
        }
        return of(new BigInteger(text.substring(0, slash)), below);
    }

    /** The sum. */
    public Rational plus(Rational other) {
        return new Rational(value.add(other.value));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return new Rational(value.subtract(other.value));
    }

    /** The product. */
    public Rational times(Rational other) {
        return new Rational(value.multiply(other.value));
    }

    /** The product with a whole number. */
    public Rational times(long factor) {
        return new Rational(value.multiply(factor));
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
        return new Rational(value.divide(divisor.value));
    }

    /** The value raised to a whole, non-negative power. */
    public Rational power(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("exponent must be >= 0, got " + exponent);
        }
        return of(numerator().pow(exponent), denominator().pow(exponent));
    }

    /**
     * The root under a declared rounding, which is proved: no approximation decides a digit.
     *
     * @param degree the degree of the root, at least 1
     * @throws ArithmeticException if this is negative
     */
    public BigDecimal root(int degree, Rounding rounding) {
        if (signum() < 0 || degree < 1 || rounding.digits() < 0) {
            throw new ArithmeticException("root of degree " + degree + " of " + this);
        }
        // floor(10^(digits+1) x root) decides every digit kept; a sticky digit stands for what is cut off.
        BigInteger scale = BigInteger.TEN.pow((rounding.digits() + 1) * degree);
        BigInteger[] scaled = numerator().multiply(scale).divideAndRemainder(denominator());
        BigInteger root = floorRoot(scaled[0], degree);
        boolean exact = scaled[1].signum() == 0 && root.pow(degree).equals(scaled[0]);
        BigInteger sticky = root.multiply(BigInteger.TEN).add(exact ? BigInteger.ZERO : BigInteger.ONE);
        return rounding.apply(new BigDecimal(sticky, rounding.digits() + 2));
    }

    private static BigInteger floorRoot(BigInteger value, int degree) {
        BigInteger high = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
        BigInteger low = BigInteger.ZERO;
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (middle.pow(degree).compareTo(value) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The negated value. */
    public Rational negate() {
        return new Rational(value.negate());
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
        return value.getNumerator().signum();
    }

    /** The numerator in lowest terms; carries the sign. */
    public BigInteger numerator() {
        return value.getNumerator();
    }

    /** The denominator in lowest terms; positive. */
    public BigInteger denominator() {
        return value.getDenominator();
    }

    /** The value as a decimal under a declared rounding. */
    public BigDecimal round(Rounding rounding) {
        return rounding.divide(numerator(), denominator());
    }

    /** The value as a decimal if it is one, without trailing zeros; empty for, say, 1/3. */
    public Optional<BigDecimal> asDecimal() {
        BigInteger rest = denominator();
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        while (!rest.equals(BigInteger.ONE)) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(5));
            if (parts[1].signum() != 0) {
                return Optional.empty();
            }
            rest = parts[0];
            fives++;
        }
        BigDecimal exact = new BigDecimal(numerator())
                .divide(new BigDecimal(denominator()), Math.max(twos, fives), java.math.RoundingMode.UNNECESSARY);
        BigDecimal stripped = exact.stripTrailingZeros();
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    @Override
    public int compareTo(Rational other) {
        BigInteger left = denominator();
        BigInteger right = other.denominator();
        return left.equals(right)
                ? numerator().compareTo(other.numerator())
                : numerator().multiply(right).compareTo(other.numerator().multiply(left));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator().equals(that.numerator())
                && denominator().equals(that.denominator());
    }

    @Override
    public int hashCode() {
        return 31 * numerator().hashCode() + denominator().hashCode();
    }

    /** A plain decimal where the value is one, else {@code numerator/denominator}. */
    @Override
    public String toString() {
        return asDecimal().map(BigDecimal::toPlainString).orElseGet(() -> numerator() + "/" + denominator());
    }
}
