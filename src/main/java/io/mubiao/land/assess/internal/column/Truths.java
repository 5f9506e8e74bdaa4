package io.mubiao.land.assess.internal.column;

import io.mubiao.value.Rational;
import java.util.function.IntPredicate;

/**
 * Tests of rows: 1 where a test holds, 0 where it does not, NaN where somebody else must look: an input is missing, or an
 * error leaves it open.
 */
final class Truths {
    private Truths() {}

    /** Tests are made of other rows, in place. */
    private abstract static class Each extends Vec {
        private final Vec of;

        Each(Vec of) {
            super(Rational.ONE, 0, 1, 0, 0, true);
            this.of = of;
        }

        abstract void each(double[] rows, int count);

        @Override
        void rows(Block block, double[] into) {
            of.rows(block, into);
            each(into, block.rows);
        }
    }

    /** Whether a difference is below zero, or at most zero. */
    static Vec isBelowZero(Vec difference, boolean orZero) {
        double relError = difference.rel * 2;
        double absError = difference.abs * 2;
        double atZero = !difference.isExact() ? Double.NaN : orZero ? 1 : 0;
        return new Each(difference) {
            @Override
            void each(double[] rows, int count) {
                for (int i = 0; i < count; i++) {
                    double d = rows[i];
                    double error = Math.abs(d) * relError + absError;
                    double holds = d > error ? 0 : d < -error ? 1 : atZero;
                    rows[i] = !Double.isNaN(d) ? holds : Double.NaN;
                }
            }
        };
    }

    /** Whether a difference is zero; of one that is not exact only that it is not can be told. */
    static Vec isZero(Vec difference) {
        double relError = difference.rel * 2;
        double absError = difference.abs * 2;
        double atZero = difference.isExact() ? 1 : Double.NaN;
        return new Each(difference) {
            @Override
            void each(double[] rows, int count) {
                for (int i = 0; i < count; i++) {
                    double d = rows[i];
                    double holds = Math.abs(d) > Math.abs(d) * relError + absError ? 0 : atZero;
                    rows[i] = !Double.isNaN(d) ? holds : Double.NaN;
                }
            }
        };
    }

    static Vec not(Vec test) {
        return new Each(test) {
            @Override
            void each(double[] rows, int count) {
                for (int i = 0; i < count; i++) {
                    rows[i] = 1 - rows[i];
                }
            }
        };
    }

    /** Both, or at least one: told by one alone where that decides. */
    static Vec both(Vec a, Vec b, boolean and) {
        double decides = and ? 0 : 1;
        return new Vec(Rational.ONE, 0, 1, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                a.rows(block, into);
                double[] own = block.take();
                double[] other = b.shared(block, own);
                for (int i = 0; i < block.rows; i++) {
                    // Neither decides: both are the other answer, or one of them is NaN.
                    double neither = into[i] * 0 + other[i] * 0 + (1 - decides);
                    into[i] = into[i] == decides || other[i] == decides ? decides : neither;
                }
                block.give(own);
            }
        };
    }

    /** By the code of a text: what the table says for the code less {@link TextCodes#OPEN}. */
    static Vec ofCode(TextCodes texts, double[] table) {
        return new Vec(Rational.ONE, 0, 1, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                int[] codes = block.takeInts();
                texts.read(block, codes);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = table[codes[i] - TextCodes.OPEN];
                }
                block.giveInts(codes);
            }
        };
    }

    /** Whether two texts are the same; NaN where one is missing. */
    static Vec same(TextCodes left, TextCodes right) {
        int[] leftOf = new int[right.texts().size() - TextCodes.OPEN];
        for (int i = 0; i < right.texts().size(); i++) {
            leftOf[i - TextCodes.OPEN] = left.texts().indexOf(right.texts().get(i));
        }
        return new Vec(Rational.ONE, 0, 1, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                int[] a = block.takeInts();
                int[] b = block.takeInts();
                left.read(block, a);
                right.read(block, b);
                for (int i = 0; i < block.rows; i++) {
                    into[i] = a[i] < 0 || b[i] < 0 ? Double.NaN : a[i] == leftOf[b[i] - TextCodes.OPEN] ? 1 : 0;
                }
                block.giveInts(b);
                block.giveInts(a);
            }
        };
    }

    /** Whether a text is missing. */
    static Vec isMissing(TextCodes texts) {
        double[] table = new double[texts.texts().size() - TextCodes.OPEN];
        table[0] = Double.NaN;
        table[TextCodes.MISSING - TextCodes.OPEN] = 1;
        return ofCode(texts, table);
    }

    /** By a test of the row itself. */
    static Vec of(IntPredicate holds) {
        return new Vec(Rational.ONE, 0, 1, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                for (int i = 0; i < block.rows; i++) {
                    into[i] = holds.test(block.from + i) ? 1 : 0;
                }
            }
        };
    }
}
