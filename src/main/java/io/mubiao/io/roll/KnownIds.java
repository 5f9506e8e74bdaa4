package io.mubiao.io.roll;

import io.mubiao.land.NameColumn;
import java.util.Arrays;

/** The ids of all rows so far, of those that were left out too, with the lines in which they stand. Not thread-safe. */
final class KnownIds {
    private final NameColumn.Builder ids = NameColumn.builder();
    private int[] lines = new int[16];

    /** Makes room for so many in all. */
    void reserve(int rows) {
        ids.reserve(rows);
        if (rows > lines.length) {
            lines = Arrays.copyOf(lines, rows);
        }
    }

    /** Says which ids will be put next. */
    void expect(RollBlock block, int from, int end) {
        ids.expect(block.idHash, from, end);
    }

    /**
     * The line in which an id stands already; 0 if it is new.
     *
     * @param hash of the id, as {@link NameColumn#hash} has it
     */
    int put(byte[] utf8, int from, int to, int hash, int line) {
        int size = ids.size();
        int entry = ids.put(utf8, from, to, hash);
        if (entry < size) {
            return lines[entry];
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size + (size >> 1));
        }
        lines[size] = line;
        return 0;
    }

    /** The line in which an id stands; 0 if in none. */
    int line(byte[] utf8) {
        int entry = ids.indexOf(utf8, 0, utf8.length);
        return entry < 0 ? 0 : lines[entry];
    }

    /** The number of the id that was put last, from 0, if it was new. */
    int last() {
        return ids.size() - 1;
    }

    /** The ids of the first of these numbers; of all if there are as many. */
    NameColumn column(int[] entries, int size) {
        return size == ids.size() ? ids.build() : ids.build(Arrays.copyOf(entries, size));
    }
}
