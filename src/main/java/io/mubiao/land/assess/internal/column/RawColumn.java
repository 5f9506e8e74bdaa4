package io.mubiao.land.assess.internal.column;

import io.mubiao.land.NumberColumn;
import io.mubiao.value.Rational;

/**
 * A column as it stands in the roll: whole numbers of 10^-decimals, worked out once a block. NaN stands for a number that is
 * missing, unless the rule says what then holds, and for one that does not fit into a double.
 */
final class RawColumn extends Vec {
    /** The doubles from here to 2^53 are the whole numbers. */
    static final double SHIFT = 0x1.8p52;
    static final long SHIFT_BITS = 0x4338000000000000L;

    /** One in so many may be left out. */
    private static final int FEW = 128;

    final NumberColumn column;
    private final boolean gaps;

    private final boolean fits;
    private final double limit;
    /** What holds where a number is missing. */
    final double otherwise;

    RawColumn(NumberColumn column) {
        this(column, Double.NaN);
    }

    /** @param otherwise what holds where a number is missing, a whole number of 10^-decimals; NaN for nothing */
    RawColumn(NumberColumn column, double otherwise) {
        this(column, otherwise, column.isNarrow() ? EXACT : limit(column));
    }

    private RawColumn(NumberColumn column, double otherwise, double limit) {
        super(Rational.ONE.dividedBy(Rational.of(10).power(column.decimals())),
                least(Math.max(-limit, (double) column.least()), otherwise),
                -least(-Math.min(limit, (double) column.most()), -otherwise), 0, 0, true);
        this.column = column;
        this.gaps = column.hasGaps();
        this.fits = Math.max(Math.abs((double) column.least()), Math.abs((double) column.most())) < limit;
        this.limit = limit;
        this.otherwise = otherwise;
    }

    /** A power of two that few numbers reach: those few are left to the exact evaluator, so that bounds stay narrow for all others. */
    private static double limit(NumberColumn column) {
        long[] numbers = new long[column.size()];
        column.read(0, numbers.length, numbers);
        int[] sizes = new int[Long.SIZE + 1];
        for (long number : numbers) {
            sizes[number == NumberColumn.MISSING ? 0 : Long.SIZE - Long.numberOfLeadingZeros(Math.abs(number))]++;
        }
        int bits = Long.SIZE;
        for (int beyond = sizes[bits]; bits > 0 && beyond <= numbers.length / FEW; beyond += sizes[bits]) {
            bits--;
        }
        return Math.min(EXACT, Math.scalb(1.0, bits + 1));
    }

    private static double least(double a, double b) {
        return Double.isNaN(b) ? a : Math.min(a, b);
    }

    boolean isNarrowAndComplete() {
        return !gaps && column.isNarrow();
    }

    /** The whole numbers of a narrow column, in scratch that the next call writes to. */
    int[] ints(Block block) {
        column.read(block.from, block.rows, block.ints);
        return block.ints;
    }

    /** Which of up to 64 numbers are missing. */
    long missing(int[] ints, int first, int last) {
        long missing = 0;
        for (int i = first; i < last; i++) {
            missing |= ints[i] == NumberColumn.MISSING_NARROW ? 1L << i : 0;
        }
        return missing;
    }

    /**
     * A whole number as a double: added to the bits of 1.5 × 2^52, whose last bit stands for 1, it is added to the number
     * itself. The same as a cast, and two to three times as fast: the cast that the compiler of Java 17 makes waits for the one
     * before it.
     */
    static double exact(int number) {
        return Double.longBitsToDouble(SHIFT_BITS + number) - SHIFT;
    }

    @Override
    boolean isComplete() {
        return !gaps;
    }

    @Override
    double[] shared(Block block, double[] scratch) {
        return block.shared(this);
    }

    @Override
    void rows(Block block, double[] into) {
        if (column.isNarrow()) {
            narrow(block, into);
        } else {
            wide(block, into);
        }
    }

    private void narrow(Block block, double[] into) {
        int[] ints = ints(block);
        for (int i = 0; i < block.rows; i++) {
            into[i] = exact(ints[i]);
        }
        if (gaps) {
            for (int i = 0; i < block.rows; i++) {
                into[i] = ints[i] == NumberColumn.MISSING_NARROW ? otherwise : into[i];
            }
        }
    }

    private void wide(Block block, double[] into) {
        long[] longs = block.longs;
        column.read(block.from, block.rows, longs);
        for (int i = 0; i < block.rows; i++) {
            into[i] = longs[i];
        }
        if (gaps || !fits) {
            for (int i = 0; i < block.rows; i++) {
                if (longs[i] == NumberColumn.MISSING) {
                    into[i] = column.isMissing(block.from + i) ? otherwise : Double.NaN;
                } else if (Math.abs(into[i]) >= limit) {
                    into[i] = Double.NaN;
                }
            }
        }
    }
}
