package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Quotient of rows; a divisor of zero gives NaN. Where a number of the group is to be multiplied with it, one of the two
 * takes it before the division: {@code v = fl(fl(a × f) ÷ b)} or {@code v = fl(a ÷ fl(b × f))}.
 */
final class Quotient extends Vec {
    private static final double SMALLEST = 0x1p-500;

    private final Vec over;
    private final Vec under;
    private final boolean zero;

    private Quotient(Rational factor, Vec over, Vec under, boolean zero, double[] range, double rel, double abs) {
        super(factor, range[0], range[1], rel, abs, false);
        this.over = over;
        this.under = under;
        this.zero = zero;
    }

    static Quotient of(Vec a, Vec b) {
        boolean zero = b.low <= 0 && b.high >= 0;
        double least = zero ? (b.whole ? 1 : b instanceof Divisor it ? it.least : SMALLEST) : Math.min(Math.abs(b.low), Math.abs(b.high));
        double most = a.magnitude() / least * ROOM;
        double[] range = {a.low >= 0 && b.low >= 0 ? 0 : -most, a.high <= 0 && b.low >= 0 ? 0 : most};
        return new Quotient(a.factor.dividedBy(b.factor), a, b, zero, range, (a.rel + b.rel + U) * ROOM,
                a.abs / least * ROOM + (b.abs == 0 ? 0 : Double.NaN));
    }

    /**
     * What a number is divided by: rows that are no whole numbers and so near to zero that their error says little are left to
     * the exact evaluator; of the others the error is a share of them.
     */
    private static final class Divisor extends Vec {
        private final Vec of;
        private final double least;

        Divisor(Vec of, double least) {
            super(of.factor, of.low > 0 ? Math.max(of.low, least) : of.low, of.high, of.rel + (of.abs == 0 ? 0 : 0x1p-35), 0, false);
            this.of = of;
            this.least = least;
        }

        @Override
        void rows(Block block, double[] into) {
            of.rows(block, into);
            for (int i = 0; i < block.rows; i++) {
                into[i] = Math.abs(into[i]) >= least ? into[i] : Double.NaN;
            }
        }
    }

    static Vec divisor(Vec of) {
        return of.whole || (of.abs == 0 && (of.low > 0 || of.high < 0)) ? of
                : new Divisor(of, Math.max(of.abs * 0x1p36, of.magnitude() * 0x1p-60));
    }

    /**
     * The rows less a number, times the size of the divisor: whole numbers, so that rows which are just that number are told; NaN where
     * the divisor is zero. Null where it would not fit.
     */
    @Nullable Vec less(Rational number) {
        BigInteger onOver = factor.numerator().multiply(number.denominator());
        BigInteger onUnder = number.numerator().multiply(factor.denominator());
        BigInteger common = onOver.gcd(onUnder);
        double p = onOver.divide(common).doubleValue();
        double r = onUnder.divide(common).doubleValue();
        if (!isOfWholes() || Math.abs(p) * over.magnitude() + Math.abs(r) * under.magnitude() >= EXACT / 2) {
            return null;
        }
        return new Vec(Rational.ONE, -EXACT, EXACT, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                double[] own = block.take();
                double[] a = over.shared(block, into);
                double[] b = under.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    double difference = a[i] * p - b[i] * r;
                    into[i] = b[i] > 0 ? difference : b[i] < 0 ? -difference : Double.NaN;
                }
                block.give(own);
            }
        };
    }

    /** The same rows times another factor, kept aside. */
    Quotient times(Rational more) {
        return new Quotient(factor.times(more), over, under, zero, new double[] {low, high}, rel, abs);
    }

    /** Whether both are exact: then nothing underflows when one of them takes a number of the group. */
    boolean isOfWholes() {
        return over.whole && under.whole;
    }

    Vec over() {
        return over;
    }

    Vec under() {
        return under;
    }

    /**
     * Times a number of the group that the divisor takes as its inverse, or else the dividend. Of the three roundings one
     * is in this bound already; the two more, of the number itself and of its product, are at most U each, and ROOM
     * covers the products of all three.
     */
    Quotient byGroup(GroupNumbers numbers, boolean inDivisor) {
        GroupNumbers own = numbers.times(factor);
        double most = magnitude() * own.magnitude() * ROOM;
        double[] range = {low >= 0 && own.isPositive() ? 0 : -most, most};
        return new Quotient(Rational.ONE, inDivisor ? over : PerGroup.Times.of(over, own),
                inDivisor ? PerGroup.Times.of(under, own.inverse()) : under, zero, range, (rel + 3 * U + numbers.rel) * ROOM,
                abs * own.magnitude() * ROOM);
    }

    /** Of whole numbers crosswise products are compared, in longs and what goes beyond them. */
    @Override
    boolean isSame(Block one, Block other) {
        Vec above = over instanceof PerGroup.Times it && it.isSameGroup(one, other) ? it.of() : over;
        Vec below = under instanceof PerGroup.Times it && it.isSameGroup(one, other) ? it.of() : under;
        if (!above.whole || !below.whole) {
            return above.isSame(one, other) && below.isSame(one, other);
        }
        double a = above.row(one);
        double b = below.row(one);
        double c = above.row(other);
        double d = below.row(other);
        boolean isNumber = !Double.isNaN(a + b + c + d) && b != 0 && d != 0;
        return isNumber && areOne((long) a, (long) d, (long) c, (long) b);
    }

    private static boolean areOne(long a, long d, long c, long b) {
        return a * d == c * b && Math.multiplyHigh(a, d) == Math.multiplyHigh(c, b);
    }

    @Override
    void rows(Block block, double[] into) {
        double[] own = block.take();
        divide(over.shared(block, into), under.shared(block, own), into, block.rows);
        block.give(own);
    }

    private void divide(double[] a, double[] b, double[] into, int count) {
        if (zero) {
            for (int i = 0; i < count; i++) {
                double q = a[i] / b[i];
                // Infinity × 0 is NaN, and any other number plus zero itself.
                into[i] = q + q * 0;
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = a[i] / b[i];
            }
        }
    }

    /** Adds the rows to a sum, each held between two limits, in one pass. */
    void addHeld(Block block, double[] sum, double floor, double cap) {
        double[] own = block.take();
        double[] more = block.take();
        double[] a = over.shared(block, own);
        double[] b = under.shared(block, more);
        if (zero) {
            divide(a, b, own, block.rows);
            Bounded.add(own, sum, floor, cap, block.rows);
        } else if (floor == Double.NEGATIVE_INFINITY) {
            for (int i = 0; i < block.rows; i++) {
                sum[i] += Math.min(a[i] / b[i], cap);
            }
        } else {
            for (int i = 0; i < block.rows; i++) {
                sum[i] += Math.min(Math.max(a[i] / b[i], floor), cap);
            }
        }
        block.give(more);
        block.give(own);
    }
}
