package io.mubiao.land.assess.internal.near;

/** Sorts rows by a number of each, the smallest first, digit by digit: no two numbers are compared. Not thread-safe. */
final class RowSort {
    private static final int FEW = 48;
    private static final int MANY = 1 << 13;

    private long[] otherKeys = new long[0];
    private int[] otherRows = new int[0];

    /** A key that is smaller, without its sign, where the number is. */
    static long key(double number) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    static double number(long key) {
        return Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
    }

    void sort(long[] keys, int[] rows, int count) {
        if (count <= FEW) {
            insert(keys, rows, count);
            return;
        }
        if (otherKeys.length < count) {
            otherKeys = new long[count];
            otherRows = new int[count];
        }
        int digit = count < MANY ? 8 : 11;
        long[] fromKeys = keys;
        int[] fromRows = rows;
        long[] toKeys = otherKeys;
        int[] toRows = otherRows;
        long differ = differ(keys, count);
        for (int shift = 0; shift < Long.SIZE; shift += digit) {
            if ((differ >>> shift & (1 << digit) - 1) != 0) {
                pass(fromKeys, fromRows, toKeys, toRows, count, shift, digit);
                long[] keysBefore = fromKeys;
                int[] rowsBefore = fromRows;
                fromKeys = toKeys;
                fromRows = toRows;
                toKeys = keysBefore;
                toRows = rowsBefore;
            }
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, count);
            System.arraycopy(fromRows, 0, rows, 0, count);
        }
    }

    /** The bits in which not all keys are alike. */
    private static long differ(long[] keys, int count) {
        long differ = 0;
        for (int i = 1; i < count; i++) {
            differ |= keys[i] ^ keys[0];
        }
        return differ;
    }

    private static void pass(long[] keys, int[] rows, long[] toKeys, int[] toRows, int count, int shift, int digit) {
        int mask = (1 << digit) - 1;
        int[] next = new int[mask + 2];
        for (int i = 0; i < count; i++) {
            next[(int) (keys[i] >>> shift & mask) + 1]++;
        }
        for (int i = 0; i < mask; i++) {
            next[i + 1] += next[i];
        }
        for (int i = 0; i < count; i++) {
            int at = next[(int) (keys[i] >>> shift & mask)]++;
            toKeys[at] = keys[i];
            toRows[at] = rows[i];
        }
    }

    private static void insert(long[] keys, int[] rows, int count) {
        for (int i = 1; i < count; i++) {
            long key = keys[i];
            int row = rows[i];
            int at = i - 1;
            while (at >= 0 && Long.compareUnsigned(keys[at], key) > 0) {
                keys[at + 1] = keys[at];
                rows[at + 1] = rows[at];
                at--;
            }
            keys[at + 1] = key;
            rows[at + 1] = row;
        }
    }
}
