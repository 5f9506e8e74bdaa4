package io.mubiao.land.assess.internal;

import com.google.common.collect.Lists;
import io.mubiao.shape.Ties;
import io.mubiao.value.Enclosure;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/** The different values of an indicator in one group, the better first, and how many have a better one. Immutable. */
final class PlacesWithin {
    private final List<Enclosure> values;
    private final long[] better;
    private final int sign;
    private final Ties ties;

    private PlacesWithin(List<Enclosure> values, long[] better, int sign, Ties ties) {
        this.values = List.copyOf(values);
        this.better = better;
        this.sign = sign;
        this.ties = ties;
    }

    /** @param rising the values, the smallest first */
    static PlacesWithin of(List<Enclosure> rising, boolean higherIsBetter, Ties ties) {
        List<Enclosure> different = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < rising.size(); i++) {
            Checkpoint.pass(i);
            int last = different.size() - 1;
            if (last >= 0 && order(different.get(last), rising.get(i)) == 0) {
                counts.set(last, counts.get(last) + 1);
            } else {
                different.add(rising.get(i));
                counts.add(1L);
            }
        }
        return of(different, counts, higherIsBetter, ties);
    }

    /**
     * The places of numbers.
     *
     * @param rising the different numbers, the smallest first
     * @param counts how many there are of each
     */
    static PlacesWithin of(List<Enclosure> rising, List<Long> counts, boolean higherIsBetter, Ties ties) {
        List<Enclosure> different = higherIsBetter ? Lists.reverse(rising) : rising;
        List<Long> own = higherIsBetter ? Lists.reverse(counts) : counts;
        long[] better = new long[different.size() + 1];
        for (int i = 0; i < own.size(); i++) {
            better[i + 1] = better[i] + own.get(i);
        }
        return new PlacesWithin(different, better, higherIsBetter ? 1 : -1, ties);
    }

    private static int order(Enclosure a, Enclosure b) {
        return a.order(b).orElseThrow(OpenException::new);
    }

    /** How many there are. */
    long size() {
        return better[values.size()];
    }

    /** The place of a value; of one that nobody has, the place it would take. */
    long place(Enclosure value) {
        int low = at(value);
        return ties.place(better[low], equal(low, value), low);
    }

    /** How many share the place of a value; of one that nobody has, itself alone. */
    long equal(Enclosure value) {
        return equal(at(value), value);
    }

    private long equal(int at, Enclosure value) {
        boolean found = at < values.size() && order(values.get(at), value) == 0;
        return found ? better[at + 1] - better[at] : 1;
    }

    /** The index of the first value that is not better. */
    private int at(Enclosure value) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order(values.get(middle), value) * sign > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return values + " " + java.util.Arrays.toString(better);
    }
}
