package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.value.Enclosure;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Different numbers, the better first, and how many there are of each. Immutable.
 *
 * @param keys the numbers
 * @param counts beside them
 */
@SuppressWarnings("ArrayRecordComponent")
record Different(List<RankKey> keys, long[] counts) {
    static final Different NONE = new Different(List.of(), new long[0]);

    /** Numbers in any order, equal ones too. */
    static Different of(Collection<RankKey> numbers) {
        List<RankKey> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        long[] ones = new long[sorted.size()];
        Arrays.fill(ones, 1);
        return merged(sorted, ones, List.of(), new long[0]);
    }

    static Different of(Map<RankKey, Long> numbers) {
        List<RankKey> sorted = new ArrayList<>(numbers.keySet());
        Collections.sort(sorted);
        return merged(sorted, sorted.stream().mapToLong(numbers::get).toArray(), List.of(), new long[0]);
    }

    int size() {
        return counts.length;
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    Different plus(Different other) {
        return size() == 0 ? other : other.size() == 0 ? this : merged(keys, counts, other.keys, other.counts);
    }

    /** Two rising lists as one; neighbours that are equal become one. */
    private static Different merged(List<RankKey> a, long[] countsA, List<RankKey> b, long[] countsB) {
        List<RankKey> keys = new ArrayList<>(a.size() + b.size());
        long[] counts = new long[a.size() + b.size()];
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            Checkpoint.pass(i + j);
            boolean first = j == b.size() || (i < a.size() && a.get(i).compareTo(b.get(j)) <= 0);
            RankKey next = first ? a.get(i) : b.get(j);
            long count = first ? countsA[i++] : countsB[j++];
            int last = keys.size() - 1;
            if (last >= 0 && keys.get(last).compareTo(next) == 0) {
                keys.set(last, simpler(keys.get(last), next));
                counts[last] += count;
            } else {
                counts[keys.size()] = count;
                keys.add(next);
            }
        }
        return new Different(keys, Arrays.copyOf(counts, keys.size()));
    }

    /** Of equal keys that are made differently the same one, whichever comes first. */
    private static RankKey simpler(RankKey one, RankKey other) {
        for (int i = 0; i < Math.min(one.values().size(), other.values().size()); i++) {
            Enclosure a = one.values().get(i);
            if (!a.equals(other.values().get(i))) {
                return a.equals(a.max(other.values().get(i))) ? one : other;
            }
        }
        return one;
    }

    void write(NumberWriter to) {
        to.addCount(size());
        for (int i = 0; i < size(); i++) {
            Pool.key(to, keys.get(i));
            to.addCount(counts[i]);
        }
    }

    /** @param width how many values a key has */
    static Different read(NumberReader from, int width) {
        List<RankKey> keys = new ArrayList<>();
        int size = from.things(4);
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            keys.add(Pool.key(from, width));
            counts[i] = from.count();
            if (i > 0 && keys.get(i - 1).compareTo(keys.get(i)) >= 0) {
                throw new IllegalArgumentException("numbers are not in their order");
            }
        }
        return new Different(keys, counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Different that && keys.equals(that.keys) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    @Override
    public String toString() {
        return "Different[" + size() + "]";
    }
}
