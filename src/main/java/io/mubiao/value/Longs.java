package io.mubiao.value;

import com.google.common.math.LongMath;

/** What is asked of the longs that short fractions are made of. */
final class Longs {
    /** Numbers of so many bits are kept in longs. */
    static final int BITS = 62;

    private Longs() {}

    /** Whether a product fits into {@link #BITS}, given that both factors do. */
    static boolean fit(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 && low < 1L << BITS && low > -(1L << BITS);
    }

    /** One division first: most denominators are much shorter than what is above them, which is from 0. */
    static long gcd(long numerator, long denominator) {
        long rest = numerator % denominator;
        return rest == 0 ? denominator : LongMath.gcd(denominator, rest);
    }

    /** The same, the longer divided by the shorter first; the second is above 0. */
    static long common(long a, long b) {
        return a == 0 || a > b ? gcd(a, b) : gcd(b, a);
    }
}
