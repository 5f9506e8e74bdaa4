package io.mubiao.io.roll;

import io.mubiao.land.NameColumn;
import java.util.Arrays;

/** What the cells of a column that were seen are, by their bytes; forgets nothing and takes only so many. Not thread-safe. */
final class CellMemo {
    private static final int MOST = 1 << 14;
    private static final int LONGEST = 256;

    private final NameColumn.Builder cells = NameColumn.builder();
    private long[] values = new long[16];

    /** The place of a cell, from 0; -1 if it is not here. */
    int find(byte[] bytes, int from, int to) {
        return cells.indexOf(bytes, from, to);
    }

    long value(int place) {
        return values[place];
    }

    /** Whether there is room for a cell of so many bytes. */
    boolean takes(int length) {
        return cells.size() < MOST && length <= LONGEST;
    }

    /** Keeps what a cell is that is not here yet. */
    void put(byte[] bytes, int from, int to, long value) {
        int place = cells.put(bytes, from, to);
        if (place == values.length) {
            values = Arrays.copyOf(values, 2 * place);
        }
        values[place] = value;
    }
}
