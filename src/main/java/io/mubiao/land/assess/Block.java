package io.mubiao.land.assess;

import java.util.ArrayList;
import java.util.List;

/** Some consecutive rows that one thread works on, and its scratch arrays, used over and over. Not thread-safe. */
final class Block {
    static final int SIZE = 1024;

    int from;
    int rows;
    final int[] ints = new int[SIZE];
    final long[] longs = new long[SIZE];
    private final List<double[]> free = new ArrayList<>();

    void at(int start, int end) {
        from = start;
        rows = Math.min(SIZE, end - start);
    }

    /** An array of {@link #SIZE}, to be given back. */
    double[] take() {
        return free.isEmpty() ? new double[SIZE] : free.remove(free.size() - 1);
    }

    void give(double[] array) {
        free.add(array);
    }
}
