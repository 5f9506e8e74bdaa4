package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;
import java.math.BigInteger;

/** Brings rows to one factor: exactly where they are whole numbers that stay below 2^53, else to the factor 1. */
final class Factors {
    private Factors() {}

    /** Two with one factor, in their order. */
    static Vec[] alike(Vec a, Vec b) {
        if (a.factor.equals(b.factor)) {
            return new Vec[] {a, b};
        }
        if (a.whole && b.whole) {
            Rational unit = common(a.factor, b.factor);
            Rational first = a.factor.dividedBy(unit);
            Rational second = b.factor.dividedBy(unit);
            if (fits(a, first) && fits(b, second)) {
                return new Vec[] {times(a, first, unit), times(b, second, unit)};
            }
        }
        return new Vec[] {Vec.plain(a), Vec.plain(b)};
    }

    /** Sum, or difference. */
    static Vec sum(Vec a, Vec b, boolean minus) {
        if (a instanceof Constant first && first.number.signum() == 0) {
            return minus ? Vec.negated(b) : b;
        }
        if (b instanceof Constant second && second.number.signum() == 0) {
            return a;
        }
        Vec[] alike = alike(a, b);
        return Vec.sum(alike[0], alike[1], minus);
    }

    /** A number above zero where the first is the larger, zero where they are one: their difference, or a multiple of it. */
    static Vec difference(Vec a, Vec b) {
        Vec exact = a instanceof Quotient over && b instanceof Constant number ? over.less(number.number) : null;
        return exact == null ? sum(a, b, true) : exact;
    }

    /** Whole rows of a whole factor, which is brought into them. */
    static Vec whole(Vec of) {
        return fits(of, of.factor) ? times(of, of.factor, Rational.ONE) : nearly(of);
    }

    /** The factor brought into the rows, in one multiplication that rounds. */
    static Vec nearly(Vec of) {
        double k = Vec.nearest(of.factor);
        return new Vec(Rational.ONE, of.low * k, of.high * k, (of.rel + 3 * Vec.U) * Vec.ROOM, of.abs * k * Vec.ROOM, false) {
            @Override
            boolean isSame(Block one, Block other) {
                return of.isSame(one, other);
            }

            @Override
            void rows(Block block, double[] into) {
                double[] rows = of.shared(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = rows[i] * k;
                }
            }
        };
    }

    /** The largest fraction of which both are whole multiples. */
    private static Rational common(Rational a, Rational b) {
        BigInteger first = a.numerator().multiply(b.denominator());
        BigInteger second = b.numerator().multiply(a.denominator());
        return Rational.of(first.gcd(second), a.denominator().multiply(b.denominator()));
    }

    private static boolean fits(Vec of, Rational times) {
        return times.numerator().bitLength() <= 53 && of.magnitude() * times.numerator().doubleValue() < Vec.EXACT;
    }

    private static Vec times(Vec of, Rational times, Rational unit) {
        if (times.equals(Rational.ONE)) {
            return of;
        }
        double k = times.numerator().doubleValue();
        return new Vec(unit, of.low * k, of.high * k, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                double[] rows = of.shared(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = rows[i] * k;
                }
            }
        };
    }
}
