package io.mubiao.land.assess.internal.column;

import io.mubiao.land.NumberColumn;
import io.mubiao.value.Rational;

/** A column as it stands in the roll: whole numbers of 10^-decimals, worked out once a block. */
final class RawColumn extends Vec {
    /** The doubles from here to 2^53 are the whole numbers. */
    static final double SHIFT = 0x1.8p52;
    static final long SHIFT_BITS = 0x4338000000000000L;

    final NumberColumn column;
    private final boolean gaps;

    RawColumn(NumberColumn column) {
        super(Rational.ONE.dividedBy(Rational.of(10).power(column.decimals())), (double) column.least(),
                (double) column.most(), 0, 0, true);
        this.column = column;
        this.gaps = column.hasGaps();
    }

    boolean isNarrowAndComplete() {
        return !gaps && column.isNarrow();
    }

    /** The whole numbers of a narrow column, in scratch that the next call writes to. */
    int[] ints(Block block) {
        column.read(block.from, block.rows, block.ints);
        return block.ints;
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
                into[i] = ints[i] == NumberColumn.MISSING_NARROW ? Double.NaN : into[i];
            }
        }
    }

    private void wide(Block block, double[] into) {
        long[] longs = block.longs;
        column.read(block.from, block.rows, longs);
        for (int i = 0; i < block.rows; i++) {
            into[i] = longs[i];
        }
        if (gaps) {
            for (int i = 0; i < block.rows; i++) {
                into[i] = longs[i] == NumberColumn.MISSING ? Double.NaN : into[i];
            }
        }
    }
}
