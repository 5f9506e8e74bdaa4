package io.mubiao.observe;

import io.mubiao.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What was summed of one lane, up to a row. */
final class LaneScan {
    /** The days that count, as numbers, and from when on nothing was known. */
    record Window(int first, int last, long knownBefore) {
        boolean isInside(Lane lane, int row) {
            return lane.from[row] >= first && lane.to[row] <= last;
        }

        boolean counts(Lane lane, int row, BitSet superseded) {
            return lane.isActive(row, knownBefore, superseded) && isInside(lane, row);
        }
    }

    final Lane lane;
    final UnitSum sum;
    private static final BitSet NO_ROWS = new BitSet();

    private final Window window;
    private int next;
    private long whole;
    private int scale;
    /** What is not in the sum of longs. */
    private final List<Rational> spilled = new ArrayList<>(0);
    long counted;
    long leftOut;
    /** The last day of what was ever counted. */
    int latest = Integer.MIN_VALUE;
    /** What the sum of its unit has of it. */
    Rational given = Rational.ZERO;
    boolean touched;

    LaneScan(Lane lane, Window window, UnitSum sum) {
        this.lane = lane;
        this.window = window;
        this.sum = sum;
        this.scale = lane.scale;
    }

    /** How many rows were taken in. */
    int next() {
        return next;
    }

    /** Whether a row was taken in and known. */
    boolean has(int row) {
        return row < next && lane.recorded[row] < window.knownBefore();
    }

    boolean counts(int row, BitSet superseded) {
        return window.counts(lane, row, superseded);
    }

    void update(BitSet superseded) {
        if (scale != lane.scale) {
            spilled.add(Rational.ofScaled(whole, scale));
            whole = 0;
            scale = lane.scale;
        }
        if (superseded.isEmpty() && lane.wide.isEmpty()) {
            addPlain();
        } else {
            addEach(superseded);
        }
        next = lane.size;
    }

    /** A row that was taken in counts again, or no longer does. */
    void change(int row, boolean counts) {
        int sign = counts ? 1 : -1;
        if (!window.isInside(lane, row)) {
            leftOut += sign;
            return;
        }
        counted += sign;
        if (counts) {
            latest = Math.max(latest, lane.to[row]);
        }
        Rational amount = lane.exactAmount(row);
        spilled.add(counts ? amount : amount.negate());
    }

    /** Rows in order and sums that cannot overflow need neither a look at their days nor a check each. */
    private void addPlain() {
        if (!lane.ordered || lane.largest > (Long.MAX_VALUE - Math.abs(whole)) / Math.max(1, lane.size)) {
            addEach(NO_ROWS);
            return;
        }
        int begin = firstRow(lane.from, window.first());
        int end = Math.max(begin, firstRow(lane.from, window.last() + 1));
        if (end > begin && lane.to[end - 1] > window.last()) {
            end--;
        }
        leftOut += known(next, begin) + known(end, lane.size);
        counted += known(begin, end);
        whole += sumOfKnown(begin, end);
        int row = end - 1;
        while (row >= begin && lane.recorded[row] >= window.knownBefore()) {
            row--;
        }
        if (row >= begin) {
            latest = Math.max(latest, lane.to[row]);
        }
    }

    private long known(int begin, int end) {
        long known = 0;
        for (int row = begin; row < end; row = endOfBlock(row, end)) {
            int stop = endOfBlock(row, end);
            if (isKnownInFull(row)) {
                known += stop - row;
            } else {
                for (int i = row; i < stop; i++) {
                    known += lane.recorded[i] < window.knownBefore() ? 1 : 0;
                }
            }
        }
        return known;
    }

    private long sumOfKnown(int begin, int end) {
        long[] amount = lane.amount;
        long[] recorded = lane.recorded;
        long total = 0;
        for (int row = begin; row < end; row = endOfBlock(row, end)) {
            int stop = endOfBlock(row, end);
            if (isKnownInFull(row) && stop - row == 1 << Lane.BLOCK_BITS) {
                total += lane.sumOfBlock[row >> Lane.BLOCK_BITS];
            } else if (isKnownInFull(row)) {
                for (int i = row; i < stop; i++) {
                    total += amount[i];
                }
            } else {
                for (int i = row; i < stop; i++) {
                    total += recorded[i] < window.knownBefore() ? amount[i] : 0;
                }
            }
        }
        return total;
    }

    private boolean isKnownInFull(int row) {
        return lane.latestOfBlock[row >> Lane.BLOCK_BITS] < window.knownBefore();
    }

    private int endOfBlock(int row, int end) {
        return Math.min(end, ((row >> Lane.BLOCK_BITS) + 1) << Lane.BLOCK_BITS);
    }

    /** The first new row whose day is at or after a given one; days rise from row to row. */
    private int firstRow(int[] days, int day) {
        if (next == lane.size || day <= days[next]) {
            return next;
        }
        if (day > days[lane.size - 1]) {
            return lane.size;
        }
        // Increments are mostly of equal length: the place they would then have is looked at first.
        long width = days[lane.size - 1] - (long) days[next];
        int guess = next + (int) ((day - (long) days[next]) * (lane.size - 1 - next) / width);
        if (guess > next && days[guess] >= day && days[guess - 1] < day) {
            return guess;
        }
        int row = Arrays.binarySearch(days, next, lane.size, day);
        return row < 0 ? -row - 1 : row;
    }

    private void addEach(BitSet superseded) {
        boolean plain = lane.wide.isEmpty();
        for (int row = next; row < lane.size; row++) {
            if (!lane.isActive(row, window.knownBefore(), superseded)) {
                continue;
            }
            if (!window.isInside(lane, row)) {
                leftOut++;
                continue;
            }
            counted++;
            latest = Math.max(latest, lane.to[row]);
            Rational exact = plain ? null : lane.wide.get(row);
            if (exact != null) {
                spilled.add(exact);
                continue;
            }
            long amount = lane.amount[row];
            long added = whole + amount;
            if (((whole ^ added) & (amount ^ added)) < 0) {
                spilled.add(lane.scaled(BigInteger.valueOf(whole)));
                added = amount;
            }
            whole = added;
        }
    }

    Rational total() {
        if (spilled.isEmpty()) {
            return Rational.ofScaled(whole, scale);
        }
        Rational aside = Rational.sum(spilled);
        spilled.clear();
        spilled.add(aside);
        return aside.plus(Rational.ofScaled(whole, scale));
    }
}
