package io.mubiao.land.assess.internal;

import io.mubiao.shape.Ties;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The places in one ranking: how many enterprises have each different key, best first. Immutable. Gives the place, and
 * by the last place of each class the class, of any key, also of one that is not there.
 */
public abstract class RankTable {
    private final int[] upTo;
    private final Ties ties;
    private final long population;
    private final List<Long> ends;

    /**
     * @param upTo how many have a better key than each, best first, and at the end how many there are
     * @param population the number that shares are of, where they are not of the ranked
     * @param ends the last place of each class; empty where places decide on no class
     */
    protected RankTable(int[] upTo, Ties ties, long population, List<Long> ends) {
        this.upTo = upTo;
        this.ties = ties;
        this.population = population;
        this.ends = List.copyOf(ends);
    }

    private static int[] cumulated(int[] counts) {
        int[] upTo = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            upTo[i + 1] = upTo[i] + counts[i];
        }
        return upTo;
    }

    /** The total of an index that somebody has, negated where less is better; an end of the enclosure where it is no fraction. */
    public abstract Rational total(int index);

    /** The key of an index that somebody has. */
    public abstract RankKey key(int index);

    /** Whether an index stands for some of whom nobody here knows the keys. */
    public boolean isGap(int index) {
        return false;
    }

    /** The next index, in steps of 1 or −1, that somebody has; −1 where there is none or nobody here knows it. */
    public int next(int index, int step) {
        int i = index + step;
        while (i >= 0 && i < size() && equal(i) == 0) {
            i += step;
        }
        return i < 0 || i >= size() || isGap(i) ? -1 : i;
    }

    /** The first index, from one on, whose key is not better than this one. */
    public int lower(RankKey than, int from) {
        int low = from;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(than) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the key of an index is this one. */
    public boolean isAt(int index, RankKey key) {
        return key(index).compareTo(key) == 0;
    }

    /** Which of some keys, the better first, each index of a range has; −1 for none, or where nobody is. */
    public int[] among(List<RankKey> keys, int from, int end) {
        int[] at = new int[end - from];
        for (int i = from; i < end; i++) {
            at[i - from] = equal(i) == 0 ? -1 : Math.max(-1, Collections.binarySearch(keys, key(i)));
        }
        return at;
    }

    /** How many have the same total as an index, whatever breaks their ties. */
    public long sameTotal(int index) {
        long same = equal(index);
        for (int i = index - 1; i >= 0 && isSameTotal(i, index); i--) {
            same += equal(i);
        }
        for (int i = index + 1; i < size() && isSameTotal(i, index); i++) {
            same += equal(i);
        }
        return same;
    }

    /** How many have the same total as an index when it is rounded. */
    public long sameTotal(int index, Rounding shown) {
        Rational own = total(index).rounded(shown);
        long same = equal(index);
        for (int i = index - 1; i >= 0 && isShownAs(i, own, shown); i--) {
            same += equal(i);
        }
        for (int i = index + 1; i < size() && isShownAs(i, own, shown); i++) {
            same += equal(i);
        }
        return same;
    }

    /** Whether an index has a total that is shown as this one. */
    protected boolean isShownAs(int index, Rational total, Rounding shown) {
        return total(index).rounded(shown).equals(total);
    }

    protected boolean isSameTotal(int one, int other) {
        return total(one).equals(total(other));
    }

    /** The index of the last one who has a place up to this one; -1 if nobody has. */
    public int lastIndex(long place) {
        int found = -1;
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < place) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        while (found >= 0 && (equal(found) == 0 || place(found) > place)) {
            found--;
        }
        return found;
    }

    /** The index of a key; where it is not there, -1 − the index it would have. */
    public abstract int find(RankKey key);

    public long ranked() {
        return upTo[upTo.length - 1];
    }

    public long population() {
        return population;
    }

    public List<Long> ends() {
        return ends;
    }

    public int size() {
        return upTo.length - 1;
    }

    public long place(int index) {
        return ties.place(upTo[index], upTo[index + 1] - upTo[index], ties == Ties.DENSE ? different(index) : 0);
    }

    protected long different(int index) {
        int values = 0;
        for (int i = 0; i < index; i++) {
            values += upTo[i + 1] > upTo[i] ? 1 : 0;
        }
        return values;
    }

    /** The place that a key would have among the others, if one of them with the key {@code own} were this key instead. */
    public long placeInstead(RankKey key, int own) {
        int found = find(key);
        int index = found >= 0 ? found : -1 - found;
        boolean ownIsBetter = own >= 0 && own < index;
        long better = (long) upTo[index] - (ownIsBetter ? 1 : 0);
        long equal = (found >= 0 ? equal(index) : 0) - (own >= 0 && own == found ? 1 : 0) + 1;
        long values = ties != Ties.DENSE ? 0 : different(index)
                - (ownIsBetter && upTo[own + 1] - upTo[own] == 1 ? 1 : 0);
        return ties.place(better, equal, values);
    }

    /** The place of every index. */
    public long[] places() {
        long[] places = new long[size()];
        int values = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = ties.place(upTo[i], equal(i), values);
            values += equal(i) > 0 ? 1 : 0;
        }
        return places;
    }

    /** The keys that somebody has, as negated totals in 10^-digits, rising; only of rounded totals. */
    public long[] keys() {
        throw new IllegalStateException("keys are no rounded totals");
    }

    /** Whether {@link #rows} are known. */
    public boolean hasRows() {
        return false;
    }

    /** The rows that have the index-th key, where they are known. */
    public int[] rows(int index) {
        throw new IllegalStateException("rows are not known, asked for those of key " + index);
    }

    /** How many are strictly better than the index-th key; of an index beyond the last how many there are. */
    public long better(int index) {
        return upTo[index];
    }

    /** How many have each key that somebody has, in the order of {@link #keys}. */
    public int[] counts() {
        return IntStream.range(0, size()).filter(i -> equal(i) > 0).map(i -> (int) equal(i)).toArray();
    }

    /** How many have the index-th key. */
    public long equal(int index) {
        return (long) upTo[index + 1] - upTo[index];
    }

    /** The class of a place, by the last place of each class. */
    public static int classAt(List<Long> ends, long place) {
        for (int k = 0; k < ends.size(); k++) {
            if (place <= ends.get(k)) {
                return k;
            }
        }
        return ends.size() - 1;
    }

    public int classAt(long place) {
        return classAt(ends, place);
    }

    /** Rounded totals, every different one once. */
    public static final class OfTotals extends RankTable {
        private final long[] negated;
        private final int digits;

        /** @param negated the totals in 10^-digits, negated, rising */
        public OfTotals(long[] negated, int[] counts, int digits, Ties ties, long population, List<Long> ends) {
            super(cumulated(counts), ties, population, ends);
            this.negated = negated;
            this.digits = digits;
        }

        @Override
        public Rational total(int index) {
            return Rational.ofScaled(-negated[index], digits);
        }

        @Override
        public RankKey key(int index) {
            return new RankKey(List.of(Enclosure.of(total(index))));
        }

        @Override
        public long[] keys() {
            return IntStream.range(0, size()).filter(i -> equal(i) > 0).mapToLong(i -> negated[i]).toArray();
        }

        @Override
        public int find(RankKey key) {
            return Arrays.binarySearch(negated, -scaled(key, digits));
        }
    }

    /** Rounded totals, every one between the best and the worst, also where nobody has it. */
    static final class Counted extends RankTable {
        private final long best;
        private final int digits;

        /**
         * @param best the best total in 10^-digits
         * @param upTo how many have a better total than this one, the next, and so on down to one beyond the worst
         */
        Counted(long best, int[] upTo, int digits, Ties ties, long population, List<Long> ends) {
            super(upTo, ties, population, ends);
            this.best = best;
            this.digits = digits;
        }

        @Override
        public Rational total(int index) {
            return Rational.ofScaled(best - index, digits);
        }

        @Override
        public RankKey key(int index) {
            return new RankKey(List.of(Enclosure.of(total(index))));
        }

        @Override
        public long[] keys() {
            return IntStream.range(0, size()).filter(i -> equal(i) > 0).mapToLong(i -> i - best).toArray();
        }

        @Override
        public int find(RankKey key) {
            long index = best - scaled(key, digits);
            if (index < 0 || index >= size()) {
                return -1 - (index < 0 ? 0 : size());
            }
            return equal((int) index) > 0 ? (int) index : -1 - (int) index;
        }
    }

    /** Any keys. */
    public static final class OfKeys extends RankTable {
        private final RankKey[] keys;

        public OfKeys(RankKey[] keys, int[] counts, Ties ties, long population, List<Long> ends) {
            super(cumulated(counts), ties, population, ends);
            this.keys = keys;
        }

        @Override
        public Rational total(int index) {
            return keys[index].values().get(0).low();
        }

        @Override
        public RankKey key(int index) {
            return keys[index];
        }

        @Override
        public int find(RankKey key) {
            return Arrays.binarySearch(keys, key);
        }
    }

    /** The total of a key in 10^-digits; one that is too large for anybody to have it stands beyond all others. */
    private static long scaled(RankKey key, int digits) {
        Rational total = key.values().get(0).low();
        return Totals.scaled(total, digits).orElse(total.signum() * (1L << Totals.MOST_BITS));
    }
}
