package io.mubiao.value;

import java.math.BigInteger;
import java.util.Map;

/** Sums of fractions by their denominators, of numbers that fit into longs. Not thread-safe. */
final class LongFractions {
    private static final int FIRST = 16;

    /** A denominator, 0 where there is none, and beside it the sum of numerators. */
    private long[] cells = new long[2 * FIRST];
    private int size;

    /** Adds a fraction in lowest terms, denominator above 0; false where the sum does not fit. */
    boolean add(long numerator, long denominator) {
        int at = find(cells, denominator);
        long sum = cells[at + 1] + numerator;
        if (((cells[at + 1] ^ sum) & (numerator ^ sum)) < 0) {
            return false;
        }
        cells[at + 1] = sum;
        if (cells[at] == 0) {
            cells[at] = denominator;
            size++;
            if (size * 4 > cells.length) {
                grow();
            }
        }
        return true;
    }

    private static int find(long[] cells, long denominator) {
        long mixed = denominator * 0x9E3779B97F4A7C15L;
        int mask = cells.length / 2 - 1;
        int at = (int) (mixed >>> 40) & mask;
        while (cells[2 * at] != 0 && cells[2 * at] != denominator) {
            at = at + 1 & mask;
        }
        return 2 * at;
    }

    private void grow() {
        long[] more = new long[cells.length * 2];
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i] != 0) {
                int at = find(more, cells[i]);
                more[at] = cells[i];
                more[at + 1] = cells[i + 1];
            }
        }
        cells = more;
    }

    /** Adds these to others and leaves none here. */
    void moveTo(Map<BigInteger, BigInteger> others) {
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i] != 0) {
                others.merge(BigInteger.valueOf(cells[i]), BigInteger.valueOf(cells[i + 1]), BigInteger::add);
            }
        }
        cells = new long[2 * FIRST];
        size = 0;
    }
}
