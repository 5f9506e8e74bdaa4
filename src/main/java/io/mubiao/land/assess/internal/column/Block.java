package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some consecutive rows that one thread works on, and its scratch arrays, used over and over. Not thread-safe. */
public final class Block {
    public static final int SIZE = 4096;

    public int from;
    public int rows;
    final int[] ints = new int[SIZE];
    final long[] longs = new long[SIZE];
    /** The class of each row so far, for tests that ask for it. */
    public int[] classes = new int[0];
    /** The rows that are asked for, where not all are; others may be anything. */
    boolean @Nullable [] wanted;
    private final List<Truths.Bits> freeBits = new ArrayList<>();
    private final List<double[]> free = new ArrayList<>();
    private final List<int[]> freeInts = new ArrayList<>();
    private final IdentityHashMap<RawColumn, Shared> columns = new IdentityHashMap<>();
    private final IdentityHashMap<RankCodes, Codes> codes = new IdentityHashMap<>();

    /** A column's numbers of the block that began there. */
    private static final class Shared {
        private final double[] rows = new double[SIZE];
        private int from = -1;
    }

    private static final class Codes {
        private final int[] rows = new int[SIZE];
        private int from = -1;
    }

    public void at(int start, int end) {
        from = start;
        rows = Math.min(SIZE, end - start);
    }

    /** How many times 64 rows there are. */
    int words() {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    /** The bits of a word that are rows. */
    long mask(int word) {
        int rest = rows - word * Long.SIZE;
        return rest >= Long.SIZE ? -1L : (1L << rest) - 1;
    }

    boolean isWanted(int i) {
        boolean[] asked = wanted;
        return asked == null || asked[i];
    }

    Truths.Bits takeBits() {
        Checkpoint.pass();
        return freeBits.isEmpty() ? new Truths.Bits() : freeBits.remove(freeBits.size() - 1);
    }

    void giveBits(Truths.Bits bits) {
        freeBits.add(bits);
    }

    /** A column's numbers, worked out once a block; not to be written to. */
    double[] shared(RawColumn column) {
        Shared known = columns.computeIfAbsent(column, it -> new Shared());
        if (known.from != from) {
            column.rows(this, known.rows);
            known.from = from;
        }
        return known.rows;
    }

    /** The groups of the rows, plus one (0 for none), read once a block; not to be written to. */
    public int[] codes(RankCodes groups) {
        Codes known = codes.computeIfAbsent(groups, it -> new Codes());
        if (known.from != from) {
            groups.read(from, rows, known.rows);
            for (int i = 0; i < rows; i++) {
                known.rows[i]++;
            }
            known.from = from;
        }
        return known.rows;
    }

    /** An array of {@link #SIZE}, to be given back. */
    public double[] take() {
        Checkpoint.pass();
        return free.isEmpty() ? new double[SIZE] : free.remove(free.size() - 1);
    }

    public void give(double[] array) {
        free.add(array);
    }

    /** As {@link #take}, of whole numbers. */
    int[] takeInts() {
        return freeInts.isEmpty() ? new int[SIZE] : freeInts.remove(freeInts.size() - 1);
    }

    void giveInts(int[] array) {
        freeInts.add(array);
    }
}
