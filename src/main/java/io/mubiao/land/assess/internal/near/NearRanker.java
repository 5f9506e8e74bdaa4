package io.mubiao.land.assess.internal.near;

import com.google.common.base.Suppliers;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.column.FastTotals;
import io.mubiao.shape.Ties;
import io.mubiao.value.Rational;
import io.mubiao.work.internal.Checkpoint;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ranks unrounded totals by their doubles. Where the bounds of two doubles overlap, and only there, the exact keys are
 * compared: then it is proved which is better, or that they tie.
 */
public final class NearRanker {
    private final NearTotals totals;
    private final int[] directions;
    private final Scope scope;
    private final Ties ties;
    private final boolean breaksTies;
    private final IntFunction<RankKey> keys;

    /**
     * A ranker of totals.
     *
     * @param directions by group 1 where more is better, −1 where less is
     * @param keys the exact key of a row
     */
    public NearRanker(NearTotals totals, int[] directions, Scope scope, Ties ties, boolean breaksTies, IntFunction<RankKey> keys) {
        this.totals = totals;
        this.directions = directions;
        this.scope = scope;
        this.ties = ties;
        this.breaksTies = breaksTies;
        this.keys = keys;
    }

    /** Ranks rows, which it sorts; fills in their places and classes. */
    public RankTable rank(int[] rows, long population, List<Long> ends, int[] places, byte[] classes) {
        long[] order = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[i] = RowSort.key(-directed(rows[i]));
        }
        new RowSort().sort(order, rows, rows.length);
        int[] upTo = upTo(order, rows);
        place(upTo, rows, ends, places, classes);
        return new Table(upTo, rows, population, ends);
    }

    /** The double of a row, so turned that more is better. */
    private double directed(int row) {
        int group = scope.group(row);
        return totals.near(row) * (group < 0 ? 1 : directions[group]);
    }

    /** How many are better than each different key, and at the end how many there are. */
    private int[] upTo(long[] order, int[] rows) {
        int[] upTo = new int[rows.length + 1];
        int different = 0;
        Supplier<FastTotals.Closely> closely = Suppliers.memoize(totals::closely);
        int i = 0;
        while (i < rows.length) {
            double first = RowSort.number(order[i]);
            double reach = first + totals.error(first);
            int j = i + 1;
            while (j < rows.length) {
                double next = RowSort.number(order[j]);
                double error = totals.error(next);
                if (next - error > reach) {
                    break;
                }
                reach = Math.max(reach, next + error);
                j++;
            }
            upTo[different++] = i;
            if (j - i > 1 && (breaksTies || !totals.isExact())) {
                different = near(rows, i, j, upTo, different, closely.get());
            }
            i = j;
        }
        upTo[different] = rows.length;
        return Arrays.copyOf(upTo, different + 1);
    }

    /** Parts rows whose bounds do not overlap when each is looked at closely, and compares the others exactly. */
    private int near(int[] rows, int from, int to, int[] upTo, int before, FastTotals.Closely closely) {
        int count = to - from;
        double[] errors = new double[count];
        double[] mostBehind = new double[count + 1];
        mostBehind[count] = Double.NEGATIVE_INFINITY;
        for (int i = count - 1; i >= 0; i--) {
            errors[i] = closely.error(rows[from + i]);
            mostBehind[i] = Math.max(mostBehind[i + 1], directed(rows[from + i]) + errors[i]);
        }
        int different = before;
        int first = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, directed(rows[from + i]) - errors[i]);
            if (mostBehind[i + 1] < least) {
                if (first > 0) {
                    upTo[different++] = from + first;
                }
                different = i > first ? compared(rows, from + first, from + i + 1, upTo, different, closely) : different;
                first = i + 1;
                least = Double.POSITIVE_INFINITY;
            }
        }
        return different;
    }

    /** Puts rows in the order of their exact keys and notes where another key begins. */
    private int compared(int[] rows, int from, int to, int[] upTo, int before, FastTotals.Closely closely) {
        if (!breaksTies && areOne(rows, from, to, closely)) {
            return before;
        }
        record Keyed(int row, RankKey key) {}

        Keyed[] keyed = new Keyed[to - from];
        for (int i = 0; i < keyed.length; i++) {
            Checkpoint.pass("row", rows[from + i]);
            keyed[i] = new Keyed(rows[from + i], keys.apply(rows[from + i]));
        }
        Arrays.sort(keyed, Comparator.comparing(Keyed::key));
        int different = before;
        for (int i = 0; i < keyed.length; i++) {
            rows[from + i] = keyed[i].row();
            if (i > 0 && keyed[i].key().compareTo(keyed[i - 1].key()) != 0) {
                upTo[different++] = from + i;
            }
        }
        return different;
    }

    /** Whether all totals surely are one. */
    private boolean areOne(int[] rows, int from, int to, FastTotals.Closely closely) {
        for (int i = from + 1; i < to; i++) {
            if (!closely.areSame(rows[from], rows[i])) {
                return false;
            }
        }
        return true;
    }

    private void place(int[] upTo, int[] rows, List<Long> ends, int[] places, byte[] classes) {
        int className = ends.isEmpty() ? Classer.NONE : 0;
        for (int k = 0; k < upTo.length - 1; k++) {
            long place = ties.place(upTo[k], (long) upTo[k + 1] - upTo[k], k);
            while (className >= 0 && className < ends.size() - 1 && place > ends.get(className)) {
                className++;
            }
            for (int i = upTo[k]; i < upTo[k + 1]; i++) {
                places[rows[i]] = (int) place;
                classes[rows[i]] = (byte) className;
            }
        }
    }

    /** Keys by one of the rows that have them. */
    private final class Table extends RankTable {
        private final int[] upTo;
        private final int[] rows;

        Table(int[] upTo, int[] rows, long population, List<Long> ends) {
            super(upTo, ties, population, ends);
            this.upTo = upTo;
            this.rows = rows;
        }

        @Override
        public RankKey key(int index) {
            return keys.apply(rows[upTo[index]]);
        }

        @Override
        public boolean hasRows() {
            return true;
        }

        @Override
        public int[] rows(int index) {
            return Arrays.copyOfRange(rows, upTo[index], upTo[index + 1]);
        }

        @Override
        public Rational total(int index) {
            return key(index).values().get(0).low();
        }

        @Override
        public int find(RankKey key) {
            double near = totals.near(key.values().get(0)).row();
            double reach = totals.errorOfOther(near);
            int low = 0;
            int high = size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                double other = directed(rows[upTo[middle]]);
                double apart = near - other;
                int order = Math.abs(apart) > reach + totals.error(other) ? (apart > 0 ? -1 : 1) : key.compareTo(key(middle));
                if (order == 0) {
                    return middle;
                }
                low = order > 0 ? middle + 1 : low;
                high = order < 0 ? middle - 1 : high;
            }
            return -1 - low;
        }

        @Override
        public int lower(RankKey than, int from) {
            double near = totals.near(than.values().get(0)).row();
            double reach = totals.errorOfOther(near);
            int low = from;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (order(middle, than, near, reach) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public boolean isAt(int index, RankKey key) {
            double near = totals.near(key.values().get(0)).row();
            return order(index, key, near, totals.errorOfOther(near)) == 0;
        }

        /** Below 0 where the key of an index is better than another one, whose double is near. */
        private int order(int index, RankKey than, double near, double reach) {
            double own = directed(rows[upTo[index]]);
            double apart = own - near;
            return Math.abs(apart) > reach + totals.error(own) ? (apart > 0 ? -1 : 1) : key(index).compareTo(than);
        }

        /** Who is near to one of the keys alone has it: each was taken for a key of these. */
        @Override
        public int[] among(List<RankKey> others, int from, int end) {
            double[] near = others.stream().mapToDouble(it -> totals.near(it.values().get(0)).row()).toArray();
            int[] at = new int[end - from];
            int first = 0;
            for (int i = from; i < end; i++) {
                double own = directed(rows[upTo[i]]);
                double error = totals.error(own);
                while (first < near.length && near[first] - own > error + totals.errorOfOther(near[first])) {
                    first++;
                }
                int last = first;
                while (last < near.length && Math.abs(near[last] - own) <= error + totals.errorOfOther(near[last])) {
                    last++;
                }
                at[i - from] = last - first == 1 ? first : Math.max(-1, Collections.binarySearch(others, key(i)));
            }
            return at;
        }
    }
}
