package io.mubiao.value;

import com.google.common.collect.Lists;
import com.google.common.math.LongMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** An exact sum in the making. */
final class RationalSum {
    private static final long MOST = 1L << 61;

    private final List<Rational> partial = new ArrayList<>();
    /** The running sum, not reduced; the denominator is above 0, both below {@link #MOST} in size. */
    private long above;

    private long below = 1;

    void add(Rational number) {
        if (!number.isLong() || !addLong(number.above(), number.below())) {
            flush();
            partial.add(number);
        }
    }

    private boolean addLong(long otherAbove, long otherBelow) {
        if (otherBelow == below) {
            return take(above, otherAbove, below);
        }
        long divisor = below % otherBelow == 0 ? otherBelow : LongMath.gcd(below, otherBelow);
        long widen = otherBelow / divisor;
        long widenOther = below / divisor;
        if (tooLarge(above, widen) || tooLarge(otherAbove, widenOther) || tooLarge(below, widen)) {
            return false;
        }
        return take(above * widen, otherAbove * widenOther, below * widen);
    }

    private boolean take(long first, long second, long denominator) {
        long sum = first + second;
        if (denominator >= MOST || sum >= MOST || sum <= -MOST) {
            return false;
        }
        above = sum;
        below = denominator;
        return true;
    }

    private static boolean tooLarge(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high != low >> 63 || low >= MOST || low <= -MOST;
    }

    private void flush() {
        if (above != 0) {
            partial.add(Rational.ofLongs(above, below));
        }
        above = 0;
        below = 1;
    }

    Rational total() {
        flush();
        if (partial.size() == 1) {
            return partial.get(0);
        }
        List<Quotient> quotients = Lists.transform(partial, number -> new Quotient(number.numerator(), number.denominator()));
        return Fractions.sum(quotients, Quotient::plus).map(sum -> Rational.of(sum.above, sum.below)).orElse(Rational.ZERO);
    }

    /** A quotient that nobody has reduced. */
    private record Quotient(BigInteger above, BigInteger below) {
        Quotient plus(Quotient other) {
            return below.equals(other.below)
                    ? new Quotient(above.add(other.above), below)
                    : new Quotient(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }
    }
}
