package io.mubiao.value;

import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Roots of whole numbers and fractions. */
final class Roots {
    private static final int FEW_BITS = 24;

    private Roots() {}

    /** The largest whole number whose power is at most a number, which is not negative: by Newton, half the digits first. */
    static BigInteger floor(BigInteger value, int degree) {
        if (degree == 1 || value.signum() == 0) {
            return value;
        }
        int bits = (value.bitLength() - 1) / degree + 1;
        if (bits <= FEW_BITS) {
            return bisected(value, degree, bits);
        }
        int half = bits / 2;
        BigInteger root = floor(value.shiftRight(half * degree), degree).add(BigInteger.ONE).shiftLeft(half);
        while (true) {
            Checkpoint.pass();
            BigInteger next = root.multiply(BigInteger.valueOf(degree - 1L)).add(value.divide(root.pow(degree - 1)))
                    .divide(BigInteger.valueOf(degree));
            if (next.compareTo(root) >= 0) {
                return root;
            }
            root = next;
        }
    }

    /** Of a high degree Newton comes down from afar by a small share of the root a step, so short roots are found bit by bit. */
    private static BigInteger bisected(BigInteger value, int degree, int bits) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = bits; bit >= 0; bit--) {
            Checkpoint.pass();
            BigInteger more = root.setBit(bit);
            if ((more.bitLength() - 1L) * degree < value.bitLength() && more.pow(degree).compareTo(value) <= 0) {
                root = more;
            }
        }
        return root;
    }

    /** The root under a rounding. */
    static BigDecimal rounded(Rational value, int degree, Rounding rounding) {
        if (value.signum() < 0 || degree < 1 || rounding.digits() < 0) {
            throw new ArithmeticException("root of degree " + degree + " of " + value);
        }
        long digits = (rounding.digits() + 1L) * degree;
        if (digits > Checkpoint.budget().digits()) {
            throw new TooCostlyException(TooCostlyException.Cost.DIGITS, "a root of degree " + degree, digits, Checkpoint.budget().digits());
        }
        // floor(10^(digits+1) x root) decides every digit kept; a sticky digit stands for what is cut off.
        BigInteger scale = BigInteger.TEN.pow((int) digits);
        BigInteger[] scaled = value.numerator().multiply(scale).divideAndRemainder(value.denominator());
        BigInteger root = floor(scaled[0], degree);
        boolean exact = scaled[1].signum() == 0 && root.pow(degree).equals(scaled[0]);
        BigInteger sticky = root.multiply(BigInteger.TEN).add(exact ? BigInteger.ZERO : BigInteger.ONE);
        return rounding.apply(new BigDecimal(sticky, rounding.digits() + 2));
    }

    /** The root where it is a fraction; null where it is none. */
    static @Nullable Rational exact(Rational value, int degree) {
        if (degree == 1) {
            return value;
        }
        BigInteger above = floor(value.numerator(), degree);
        if (!above.pow(degree).equals(value.numerator())) {
            return null;
        }
        BigInteger below = floor(value.denominator(), degree);
        return below.pow(degree).equals(value.denominator()) ? Rational.of(above, below) : null;
    }

    /** The root of a number that is not negative, to so many significant bits. */
    static Enclosure bounds(Rational value, int degree, int bits) {
        int size = (value.numerator().bitLength() - value.denominator().bitLength()) / degree;
        int shift = Math.max(0, bits - size);
        BigInteger[] scaled = value.numerator().shiftLeft(shift * degree).divideAndRemainder(value.denominator());
        BigInteger root = floor(scaled[0], degree);
        boolean exact = scaled[1].signum() == 0 && root.pow(degree).equals(scaled[0]);
        BigInteger unit = BigInteger.ONE.shiftLeft(shift);
        Rational low = Rational.of(root, unit);
        return exact ? Enclosure.of(low) : Enclosure.of(low, Rational.of(root.add(BigInteger.ONE), unit));
    }
}
