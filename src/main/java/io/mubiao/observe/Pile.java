package io.mubiao.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The observations of one kind and basis, which are no increments, each with an id. */
final class Pile implements Rows {
    final Class<?> kind;
    final Basis basis;
    private final List<Observation> all;
    private int[] numbers;
    private long earliest = Long.MAX_VALUE;

    Pile(Class<?> kind, Basis basis) {
        this.kind = kind;
        this.basis = basis;
        all = new ArrayList<>(1);
        numbers = new int[1];
    }

    private Pile(Pile other) {
        kind = other.kind;
        basis = other.basis;
        all = new ArrayList<>(other.all);
        numbers = other.numbers.clone();
        earliest = other.earliest;
    }

    /** The same rows again; neither sees what is added to the other. */
    Pile copy() {
        return new Pile(this);
    }

    int add(Observation named, int number) {
        int row = all.size();
        if (row == numbers.length) {
            numbers = Arrays.copyOf(numbers, row + (row >> 1) + 1);
        }
        numbers[row] = number;
        all.add(named);
        earliest = Math.min(earliest, named.entry().recordedNanos());
        return row;
    }

    Observation get(int row) {
        return all.get(row);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public String id(int row) {
        return get(row).entry().id();
    }

    @Override
    public int number(int row) {
        return numbers[row];
    }

    @Override
    public long recordedAt(int row) {
        return get(row).entry().recordedNanos();
    }

    /** Whether nothing in it was known at a moment. */
    boolean isLater(long knownBefore) {
        return earliest >= knownBefore;
    }

    /** The row of a number; negative if there is none. */
    int rowOf(int number) {
        return Arrays.binarySearch(numbers, 0, size(), number);
    }
}
