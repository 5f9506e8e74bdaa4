package io.mubiao.shape.internal;

import io.mubiao.shape.Ties;
import io.mubiao.value.Rational;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;

/** The places of numbers among each other (名次). Immutable. */
public final class Places {
    private final Ties ties;
    private final Comparator<Rational> order;
    /** All numbers, best first. */
    private final Rational[] sorted;
    /** By index, the first and the last index of its equals, and how many different numbers stand before them. */
    private final int[] first;
    private final int[] last;
    private final int[] distinct;

    private Places(Collection<Rational> values, boolean higherIsBetter, Ties ties) {
        this.ties = ties;
        order = higherIsBetter ? Collections.reverseOrder() : Comparator.naturalOrder();
        sorted = values.toArray(new Rational[0]);
        Arrays.sort(sorted, order);
        first = new int[sorted.length];
        last = new int[sorted.length];
        distinct = new int[sorted.length];
        for (int i = 1; i < sorted.length; i++) {
            boolean equal = sorted[i].equals(sorted[i - 1]);
            first[i] = equal ? first[i - 1] : i;
            distinct[i] = distinct[i - 1] + (equal ? 0 : 1);
        }
        for (int i = sorted.length - 1; i >= 0; i--) {
            last[i] = i + 1 < sorted.length && first[i + 1] == first[i] ? last[i + 1] : i;
        }
    }

    /** Places among these numbers. */
    public static Places among(Collection<Rational> values, boolean higherIsBetter, Ties ties) {
        return new Places(values, higherIsBetter, ties);
    }

    /**
     * The place of one of the numbers, from 1.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public long place(Rational value) {
        int found = Arrays.binarySearch(sorted, value, order);
        if (found < 0) {
            throw new IllegalArgumentException(value + " is none of the numbers that are ranked");
        }
        return ties.place(first[found], last[found] - first[found] + 1L, distinct[found]);
    }
}
