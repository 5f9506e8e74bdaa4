package io.mubiao.land.assess;

import io.mubiao.land.NumberColumn;
import io.mubiao.value.Rational;

/** A column as it stands in the roll: whole numbers of 10^-decimals, worked out once a block. */
final class RawColumn extends Vec {
    final NumberColumn column;
    private final boolean gaps;

    RawColumn(NumberColumn column) {
        super(Rational.ONE.dividedBy(Rational.of(10).power(column.decimals())), (double) column.least(),
                (double) column.most(), 0, 0, true);
        this.column = column;
        this.gaps = column.hasGaps();
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
        int[] ints = block.ints;
        column.read(block.from, block.rows, ints);
        for (int i = 0; i < block.rows; i++) {
            into[i] = ints[i];
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
