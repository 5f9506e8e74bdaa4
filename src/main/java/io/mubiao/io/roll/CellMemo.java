package io.mubiao.io.roll;

import io.mubiao.land.NameColumn;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What the cells of a column that were seen are, by their bytes; forgets nothing and takes only so many. Not thread-safe. */
final class CellMemo {
    private static final int MOST = 1 << 14;
    private static final int LONGEST = 256;
    private static final int BRIEF = 7;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final NameColumn.Builder cells = NameColumn.builder();
    private long[] values = new long[16];
    /** Beside that the last brief cell that fell on each place: its bytes in one number, and what it is. */
    private final long[] words = new long[1 << BRIEF];
    private final long[] meanings = new long[1 << BRIEF];

    /** The eight bytes at which a cell begins; so many must be there. */
    static long word(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** How many of these bytes come before the first that may end a cell, up to a comma in ASCII; 0 if all do. */
    static int length(long word) {
        long low = (word - (',' + 1) * EACH) & ~word & HIGH_BITS;
        return low == 0 ? 0 : Long.numberOfTrailingZeros(low) >>> 3;
    }

    private static long first(long word, int length) {
        return word & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }

    private static int place(long first) {
        return (int) ((first * FACTOR) >>> (Long.SIZE - BRIEF));
    }

    /** Whether a cell of so many bytes, from 1 to 7, is the last on its place. */
    boolean knows(long word, int length) {
        long first = first(word, length);
        return words[place(first)] == first;
    }

    /** What it is then. */
    long known(long word, int length) {
        return meanings[place(first(word, length))];
    }

    /** Says what such a cell is. */
    void know(long word, int length, long value) {
        long first = first(word, length);
        words[place(first)] = first;
        meanings[place(first)] = value;
    }

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
