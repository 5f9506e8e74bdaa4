package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;
import java.math.BigInteger;

/**
 * A number of every row of a block, in doubles with a proved bound on their error: the true number is
 * {@code factor × t} with {@code |v − t| ≤ rel × |v| + abs} for the double v. NaN stands for a row that the exact
 * evaluator must look at: a missing or very wide input, a zero divisor, an open decision. Immutable; rows are worked out
 * in scratch arrays of the block.
 */
abstract class Vec {
    /** Half a unit in the last place of 1: the relative error of one correctly rounded operation. */
    static final double U = 0x1p-53;
    /** Whole numbers up to here are exact. */
    static final double EXACT = 0x1p53;
    private static final int EXACT_BITS = 53;
    /** Room for products of error terms. */
    static final double ROOM = 1 + 0x1p-20;

    final Rational factor;
    final double low;
    final double high;
    final double rel;
    final double abs;
    /** Whether every v is a whole number (or NaN) and exact. */
    final boolean whole;

    Vec(Rational factor, double low, double high, double rel, double abs, boolean whole) {
        this.factor = factor;
        this.low = low;
        this.high = high;
        this.rel = rel;
        this.abs = abs;
        this.whole = whole;
    }

    /** Works the rows of a block out. */
    abstract void rows(Block block, double[] into);

    /** The rows of a block in an array that is not to be written to: the scratch array given, or one that is kept. */
    double[] shared(Block block, double[] scratch) {
        rows(block, scratch);
        return scratch;
    }

    /** Adds the rows of a block to a sum. */
    void addTo(Block block, double[] sum) {
        double[] own = block.take();
        double[] rows = shared(block, own);
        for (int i = 0; i < block.rows; i++) {
            sum[i] += rows[i];
        }
        block.give(own);
    }

    /** How far each row can be off: less than the bound of all, where that is of rows much larger. */
    void errors(Block block, double[] rows, double[] into) {
        for (int i = 0; i < block.rows; i++) {
            into[i] = (Math.abs(rows[i]) * rel + abs) * ROOM;
        }
    }

    /** Whether the one row of a block surely is that of another: where it is made of the same. */
    boolean isSame(Block one, Block other) {
        return isExact() && row(one) == row(other);
    }

    /** Whether the one row of a block surely is its double, a short one: sums of some of them are exact. */
    boolean isFixed(Block one) {
        return isExact() && whole && magnitude() < 0x1p40;
    }

    /** How far the one row of a block can be off. */
    final double error(Block block) {
        double[] own = block.take();
        double[] more = block.take();
        errors(block, shared(block, own), more);
        double error = more[0];
        block.give(more);
        block.give(own);
        return error;
    }

    /** The one row of a block. */
    final double row(Block block) {
        double[] own = block.take();
        double row = shared(block, own)[0];
        block.give(own);
        return row;
    }

    double magnitude() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    boolean isExact() {
        return rel == 0 && abs == 0;
    }

    /** Whether no row is NaN: a column without gaps. */
    boolean isComplete() {
        return false;
    }

    /** Whether the bounds are numbers that further bounds can be worked out with. */
    boolean isUsable() {
        return magnitude() < 0x1p500 && rel < 0x1p-20 && abs < 0x1p500 && !Double.isNaN(rel + abs + low + high);
    }

    /** The rows with the other sign. */
    static Vec negated(Vec of) {
        return new Vec(of.factor, -of.high, -of.low, of.rel, of.abs, of.whole) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = -into[i];
                }
            }
        };
    }

    /** The rows without their sign. */
    static Vec size(Vec of) {
        return new Vec(of.factor, 0, of.magnitude(), of.rel, of.abs, of.whole) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = Math.abs(into[i]);
                }
            }
        };
    }

    /** The same rows times another factor above zero, kept aside. */
    static Vec times(Vec of, Rational factor) {
        return of instanceof Quotient quotient ? quotient.times(factor) : new Vec(of.factor.times(factor), of.low, of.high, of.rel, of.abs, of.whole) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
            }

            @Override
            void errors(Block block, double[] rows, double[] into) {
                of.errors(block, rows, into);
            }

            @Override
            boolean isSame(Block one, Block other) {
                return of.isSame(one, other);
            }
        };
    }

    /** The factor brought into the rows: then it is 1. */
    static Vec plain(Vec of) {
        if (of.factor.equals(Rational.ONE)) {
            return of;
        }
        if (of.whole && of.factor.denominator().equals(BigInteger.ONE)) {
            return Factors.whole(of);
        }
        return Factors.nearly(of);
    }

    static Vec product(Vec a, Vec b) {
        double[] ends = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
        java.util.Arrays.sort(ends);
        boolean whole = a.whole && b.whole && Math.max(-ends[0], ends[3]) < EXACT;
        double rel = whole ? 0 : (a.rel + b.rel + U) * ROOM;
        double abs = (a.abs * b.magnitude() + b.abs * a.magnitude() + a.abs * b.abs) * 2;
        return new Vec(a.factor.times(b.factor), ends[0] * ROOM, ends[3] * ROOM, rel, abs, whole) {
            @Override
            void rows(Block block, double[] into) {
                double[] first = a.shared(block, into);
                double[] own = block.take();
                double[] other = b.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = first[i] * other[i];
                }
                block.give(own);
            }
        };
    }

    /** Sum, or difference, of rows with one factor. */
    static Vec sum(Vec a, Vec b, boolean minus) {
        double low = minus ? a.low - b.high : a.low + b.low;
        double high = minus ? a.high - b.low : a.high + b.high;
        boolean whole = a.whole && b.whole && Math.max(Math.abs(low), Math.abs(high)) < EXACT;
        boolean grows = !minus && a.low >= 0 && b.low >= 0;
        double rel = whole ? 0 : (grows ? Math.max(a.rel, b.rel) + U : U) * ROOM;
        double abs = (a.abs + b.abs + (grows ? 0 : a.rel * a.magnitude() + b.rel * b.magnitude())) * ROOM;
        return new Vec(a.factor, low - Math.abs(low) * 0x1p-40, high + Math.abs(high) * 0x1p-40, rel, abs, whole) {
            @Override
            boolean isSame(Block one, Block other) {
                return super.isSame(one, other) || (a.isSame(one, other) && b.isSame(one, other));
            }

            @Override
            boolean isFixed(Block one) {
                return a.isFixed(one) && b.isFixed(one);
            }

            @Override
            void errors(Block block, double[] rows, double[] into) {
                if (abs == 0) {
                    super.errors(block, rows, into);
                    return;
                }
                double[] own = block.take();
                double[] more = block.take();
                a.errors(block, a.shared(block, own), into);
                b.errors(block, b.shared(block, own), more);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = (into[i] + more[i] + Math.abs(rows[i]) * 2 * U) * ROOM;
                }
                block.give(more);
                block.give(own);
            }

            @Override
            void rows(Block block, double[] into) {
                if (!minus) {
                    a.rows(block, into);
                    b.addTo(block, into);
                    return;
                }
                double[] first = a.shared(block, into);
                double[] own = block.take();
                double[] other = b.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = first[i] - other[i];
                }
                block.give(own);
            }
        };
    }

    /** One of two by a test; NaN where the test is open. */
    static Vec choice(Truths test, Vec then, Vec otherwise) {
        return new Vec(then.factor, Math.min(then.low, otherwise.low), Math.max(then.high, otherwise.high),
                Math.max(then.rel, otherwise.rel), Math.max(then.abs, otherwise.abs), then.whole && otherwise.whole) {
            @Override
            void rows(Block block, double[] into) {
                otherwise.rows(block, into);
                Truths.Bits bits = block.takeBits();
                test.rows(block, bits);
                if (!bits.isNowhere(block.words())) {
                    double[] own = block.take();
                    choose(bits, then.shared(block, own), into, block.words());
                    block.give(own);
                }
                block.giveBits(bits);
            }
        };
    }

    private static void choose(Truths.Bits bits, double[] then, double[] into, int words) {
        for (int w = 0; w < words; w++) {
            for (long yes = bits.yes[w]; yes != 0; yes &= yes - 1) {
                int i = w * Long.SIZE + Long.numberOfTrailingZeros(yes);
                into[i] = then[i];
            }
            for (long open = bits.open[w]; open != 0; open &= open - 1) {
                into[w * Long.SIZE + Long.numberOfTrailingZeros(open)] = Double.NaN;
            }
        }
    }

    /**
     * The smaller, or larger, of rows with one factor. Which one it is need not be told: the end that lies nearer is moved by
     * at most its own error, and the other one cannot pass it by more.
     */
    static Vec extreme(Vec a, Vec b, boolean max) {
        return new Vec(a.factor, max ? Math.max(a.low, b.low) : Math.min(a.low, b.low),
                max ? Math.max(a.high, b.high) : Math.min(a.high, b.high), Math.max(a.rel, b.rel), Math.max(a.abs, b.abs),
                a.whole && b.whole) {
            @Override
            void rows(Block block, double[] into) {
                a.rows(block, into);
                double[] own = block.take();
                double[] other = b.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = max ? Math.max(into[i], other[i]) : Math.min(into[i], other[i]);
                }
                block.give(own);
            }
        };
    }

    /**
     * The root of rows with factor 1 that are above zero, NaN of others. Math.pow is within one unit in the last place of the
     * power it is asked for; that power is off by the rounding of 1/degree, which moves the result by at most |ln| × U, and
     * the logarithm of what {@link #isUsable} lets through is below 350.
     */
    static Vec root(Vec of, int degree) {
        double exponent = 1.0 / degree;
        double most = Math.max(1, of.magnitude()) * ROOM;
        return new Vec(Rational.ONE, 0, most, (of.rel + 400 * U) * ROOM, of.abs == 0 ? 0 : Double.NaN, false) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = into[i] > 0x1p-500 ? Math.pow(into[i], exponent) : Double.NaN;
                }
            }
        };
    }

    /** No number anywhere. */
    static final Vec NONE = new Vec(Rational.ONE, 0, 0, 0, 0, true) {
        @Override
        void rows(Block block, double[] into) {
            java.util.Arrays.fill(into, 0, block.rows, Double.NaN);
        }
    };

    /**
     * The logarithm of rows with factor 1 that are above zero, NaN of others. Math.log is within one unit in the last place of the
     * logarithm of the double; an error of the number by a share moves its logarithm by hardly more than that share.
     */
    static Vec logarithm(Vec of, boolean toTen) {
        return new Vec(Rational.ONE, -350, 350, 4 * U, of.abs == 0 ? of.rel * 2 + 0x1p-100 : Double.NaN, false) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                for (int i = 0; i < block.rows; i++) {
                    double v = into[i] > 0x1p-500 ? into[i] : Double.NaN;
                    into[i] = toTen ? Math.log10(v) : Math.log(v);
                }
            }
        };
    }

    /** Rows that are numbers only where others are. */
    static Vec where(Vec there, Vec of) {
        return new Vec(of.factor, of.low, of.high, of.rel, of.abs, of.whole) {
            @Override
            void rows(Block block, double[] into) {
                of.rows(block, into);
                double[] own = block.take();
                double[] needed = there.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = !Double.isNaN(needed[i]) ? into[i] : Double.NaN;
                }
                block.give(own);
            }
        };
    }

    /** The double nearest to a fraction, to within U of it. */
    static double nearest(Rational value) {
        return nearest(value.numerator(), value.denominator());
    }

    /**
     * The same of a quotient, which need not be in lowest terms. Two numbers that are doubles themselves are divided as
     * such; of others a hundred bits of the quotient are rounded, which moves the result by at most U × (1 + 2^-40), and
     * ROOM covers that.
     */
    static double nearest(BigInteger over, BigInteger under) {
        if (over.bitLength() <= EXACT_BITS && under.bitLength() <= EXACT_BITS) {
            return over.doubleValue() / under.doubleValue();
        }
        int shift = 100 - over.bitLength() + under.bitLength();
        BigInteger quotient = over.shiftLeft(Math.max(0, shift)).divide(under.shiftLeft(Math.max(0, -shift)));
        return Math.scalb(quotient.doubleValue(), -shift);
    }
}
