package io.mubiao.land.assess;

import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A fraction of two large integers as at school: what the engine is held against. */
record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {
    static final Fraction ZERO = of(BigDecimal.ZERO);

    Fraction {
        if (bottom.signum() <= 0) {
            throw new ArithmeticException("the denominator must be above 0");
        }
    }

    static Fraction of(BigDecimal decimal) {
        BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    static Fraction of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    static Fraction of(long whole) {
        return of(BigDecimal.valueOf(whole));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.bottom));
    }

    Fraction times(Fraction other) {
        return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    Fraction over(Fraction divisor) {
        BigInteger sign = BigInteger.valueOf(divisor.top.signum());
        return new Fraction(top.multiply(divisor.bottom).multiply(sign), bottom.multiply(divisor.top.abs()));
    }

    boolean isZero() {
        return top.signum() == 0;
    }

    boolean isNegative() {
        return top.signum() < 0;
    }

    Fraction atMost(Fraction cap) {
        return compareTo(cap) > 0 ? cap : this;
    }

    Fraction atLeast(Fraction floor) {
        return compareTo(floor) < 0 ? floor : this;
    }

    BigDecimal rounded(int digits, RoundingMode mode) {
        return new BigDecimal(top).divide(new BigDecimal(bottom), digits, mode);
    }

    Fraction lowest() {
        BigInteger divisor = top.gcd(bottom);
        return new Fraction(top.divide(divisor), bottom.divide(divisor));
    }

    Fraction power(int exponent) {
        return new Fraction(top.pow(exponent), bottom.pow(exponent));
    }

    Rational reduced() {
        return Rational.of(top, bottom);
    }

    @Override
    public int compareTo(Fraction other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }
}
