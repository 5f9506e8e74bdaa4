package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.IntPredicate;

/**
 * A test of every row of a block, one bit a row, so that tests are combined 64 rows at a time. Immutable; it is open where
 * somebody else must look: an input is missing, or an error leaves it open.
 */
abstract class Truths {
    /** Everybody passes. */
    static final Truths ALWAYS = new Truths() {
        @Override
        void rows(Block block, Bits into) {
            for (int w = 0; w < block.words(); w++) {
                into.set(w, block.mask(w), 0);
            }
        }
    };

    /** The answers of a block: where it holds and where it is open, never both; no bit beyond its rows. */
    static final class Bits {
        final long[] yes = new long[Block.SIZE / Long.SIZE];
        final long[] open = new long[Block.SIZE / Long.SIZE];

        void set(int word, long isYes, long isOpen) {
            yes[word] = isYes;
            open[word] = isOpen;
        }

        /** Whether it holds nowhere, and that for sure. */
        boolean isNowhere(int words) {
            long any = 0;
            for (int w = 0; w < words; w++) {
                any |= yes[w] | open[w];
            }
            return any == 0;
        }
    }

    abstract void rows(Block block, Bits into);

    /** Rows as numbers that are compared with zero. */
    private abstract static class OfDifference extends Truths {
        private final Vec difference;
        private final double rel;
        private final double abs;
        private final boolean isExact;

        OfDifference(Vec difference) {
            this.difference = difference;
            this.rel = difference.rel * 2;
            this.abs = difference.abs * 2;
            this.isExact = difference.isExact();
        }

        /** Where it holds, of 64 rows that are surely below zero, or zero, and others. */
        abstract long holds(long below, long zero);

        @Override
        void rows(Block block, Bits into) {
            double[] own = block.take();
            double[] rows = difference.shared(block, own);
            for (int w = 0; w < block.words(); w++) {
                word(rows, w, block, into);
            }
            block.give(own);
        }

        /** A sum of two doubles has the sign of their true sum: d + e is below zero where d &lt; −e, and e − d where d &gt; e. */
        private void word(double[] rows, int w, Block block, Bits into) {
            long mask = block.mask(w);
            long below = 0;
            long above = 0;
            long none = 0;
            int first = w * Long.SIZE;
            int last = Math.min(block.rows, first + Long.SIZE);
            for (int i = first; i < last; i++) {
                double d = rows[i];
                double error = Math.abs(d) * rel + abs;
                below |= (Double.doubleToRawLongBits(d + error) >>> 63) << i;
                above |= (Double.doubleToRawLongBits(error - d) >>> 63) << i;
                none |= Double.isNaN(d) ? 1L << i : 0;
            }
            long open = isExact ? none : (~(below ^ above) | none) & mask;
            into.set(w, holds(below, ~(below | above)) & ~open & mask, open);
        }
    }

    /** Whether a difference is below zero, or at most zero. */
    static Truths isBelowZero(Vec difference, boolean orZero) {
        return new OfDifference(difference) {
            @Override
            long holds(long below, long zero) {
                return orZero ? below | zero : below;
            }
        };
    }

    /** Whether a difference is zero; of one that is not exact only that it is not can be told. */
    static Truths isZero(Vec difference) {
        return new OfDifference(difference) {
            @Override
            long holds(long below, long zero) {
                return zero;
            }
        };
    }

    /** Whether a column is below a number, or at most it; or is it. Whole numbers of a narrow column are compared as they are. */
    static Truths ofColumn(RawColumn column, Rational number, boolean orEqual, boolean isEqual) {
        Rational limit = number.dividedBy(column.factor);
        BigInteger floor = limit.round(new Rounding(0, RoundingMode.FLOOR)).toBigIntegerExact();
        boolean isWhole = Rational.of(floor).equals(limit);
        BigInteger end = orEqual || !isWhole ? floor.add(BigInteger.ONE) : floor;
        long bound = end.min(BigInteger.ONE.shiftLeft(40)).max(BigInteger.ONE.shiftLeft(40).negate()).longValueExact();
        return new Truths() {
            @Override
            void rows(Block block, Bits into) {
                int[] ints = column.ints(block);
                for (int w = 0; w < block.words(); w++) {
                    int first = w * Long.SIZE;
                    int last = Math.min(block.rows, first + Long.SIZE);
                    long yes = isEqual ? (isWhole ? equal(ints, first, last, bound) : 0) : below(ints, first, last, bound);
                    long missing = column.isComplete() ? 0 : column.missing(ints, first, last);
                    if (missing != 0) {
                        double otherwise = column.otherwise;
                        boolean holds = isEqual ? isWhole && otherwise == bound : otherwise < bound;
                        yes = holds ? yes | missing : yes & ~missing;
                        missing = Double.isNaN(otherwise) ? missing : 0;
                    }
                    into.set(w, yes, missing);
                }
            }
        };
    }

    private static long below(int[] ints, int first, int last, long bound) {
        long below = 0;
        for (int i = first; i < last; i++) {
            below |= ((ints[i] - bound) >>> 63) << i;
        }
        return below;
    }

    private static long equal(int[] ints, int first, int last, long bound) {
        long other = 0;
        for (int i = first; i < last; i++) {
            other |= (((ints[i] - bound) | (bound - ints[i])) >>> 63) << i;
        }
        return ~other & (last - first == Long.SIZE ? -1L : (1L << (last - first)) - 1);
    }

    static Truths not(Truths test) {
        return new Truths() {
            @Override
            void rows(Block block, Bits into) {
                test.rows(block, into);
                for (int w = 0; w < block.words(); w++) {
                    into.set(w, ~(into.yes[w] | into.open[w]) & block.mask(w), into.open[w]);
                }
            }
        };
    }

    /** Both: told by one alone where that does not hold. */
    static Truths both(Truths a, Truths b) {
        return new Truths() {
            @Override
            void rows(Block block, Bits into) {
                a.rows(block, into);
                if (into.isNowhere(block.words())) {
                    return;
                }
                Bits other = block.takeBits();
                b.rows(block, other);
                for (int w = 0; w < block.words(); w++) {
                    long maybe = (into.yes[w] | into.open[w]) & (other.yes[w] | other.open[w]);
                    long yes = into.yes[w] & other.yes[w];
                    into.set(w, yes, maybe & ~yes);
                }
                block.giveBits(other);
            }
        };
    }

    /** By the code of a text: what the table says for the code less {@link TextCodes#OPEN}. */
    static Truths ofCode(TextCodes texts, byte[] table) {
        return new Truths() {
            @Override
            void rows(Block block, Bits into) {
                int[] codes = block.takeInts();
                texts.read(block, codes);
                for (int w = 0; w < block.words(); w++) {
                    long yes = 0;
                    long open = 0;
                    for (int i = w * Long.SIZE; i < Math.min(block.rows, (w + 1) * Long.SIZE); i++) {
                        long says = table[codes[i] - TextCodes.OPEN];
                        yes |= (says & YES) << i;
                        open |= (says >>> 1) << i;
                    }
                    into.set(w, yes, open);
                }
                block.giveInts(codes);
            }
        };
    }

    /** What tables say: it does not hold, it holds, or somebody else must look. */
    static final byte NO = 0;
    static final byte YES = 1;
    static final byte OPEN = 2;

    /** Whether two texts are the same; open where one is missing. */
    static Truths same(TextCodes left, TextCodes right) {
        int[] leftOf = new int[right.texts().size() - TextCodes.OPEN];
        for (int i = 0; i < right.texts().size(); i++) {
            leftOf[i - TextCodes.OPEN] = left.texts().indexOf(right.texts().get(i));
        }
        return new Truths() {
            @Override
            void rows(Block block, Bits into) {
                int[] a = block.takeInts();
                int[] b = block.takeInts();
                left.read(block, a);
                right.read(block, b);
                for (int w = 0; w < block.words(); w++) {
                    into.set(w, 0, 0);
                }
                for (int i = 0; i < block.rows; i++) {
                    boolean isOpen = a[i] < 0 || b[i] < 0;
                    boolean isSame = !isOpen && a[i] == leftOf[b[i] - TextCodes.OPEN];
                    into.yes[i / Long.SIZE] |= isSame ? 1L << i : 0;
                    into.open[i / Long.SIZE] |= isOpen ? 1L << i : 0;
                }
                block.giveInts(b);
                block.giveInts(a);
            }
        };
    }

    /** Whether a text is missing. */
    static Truths isMissing(TextCodes texts) {
        byte[] table = new byte[texts.texts().size() - TextCodes.OPEN];
        table[0] = OPEN;
        table[TextCodes.MISSING - TextCodes.OPEN] = YES;
        return ofCode(texts, table);
    }

    /** Whether numbers are missing, told for each that is none in a block, where it is asked for, by itself. */
    static Truths isMissing(Vec of, IntPredicate isSo) {
        return new Truths() {
            @Override
            void rows(Block block, Bits into) {
                double[] own = block.take();
                double[] rows = of.shared(block, own);
                for (int w = 0; w < block.words(); w++) {
                    long missing = 0;
                    for (int i = w * Long.SIZE; i < Math.min(block.rows, (w + 1) * Long.SIZE); i++) {
                        if (Double.isNaN(rows[i]) && block.isWanted(i) && isSo.test(block.from + i)) {
                            missing |= 1L << i;
                        }
                    }
                    into.set(w, missing, 0);
                }
                block.give(own);
            }
        };
    }
}
