package io.mubiao.observe;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** On which days the increments of a sum end, counted so that the last one is known when some are dropped. */
final class LastDays {
    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private boolean filled;

    /** Whether it has yet to be filled. */
    boolean isStale() {
        return !filled;
    }

    void fill(List<@Nullable LaneScan> lanes, Superseded now) {
        counts.clear();
        filled = true;
        for (LaneScan scan : lanes) {
            if (scan != null) {
                BitSet superseded = now.rows(scan.lane);
                for (int row = 0; row < scan.next(); row++) {
                    if (scan.counts(row, superseded)) {
                        add(scan.lane.to[row]);
                    }
                }
            }
        }
    }

    void add(int day) {
        if (filled) {
            counts.merge(day, 1, Integer::sum);
        }
    }

    void drop(int day) {
        if (filled) {
            counts.computeIfPresent(day, (it, count) -> count == 1 ? null : count - 1);
        }
    }

    /** There is one. */
    int last() {
        return counts.isEmpty() ? Integer.MIN_VALUE : counts.lastKey();
    }
}
