package io.mubiao.land.assess.internal;

import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.column.Block;
import org.jspecify.annotations.Nullable;

/** How many ranked rows have each rounded total, by ranking. Histograms of threads are added up. */
public final class Histogram {
    private static final long MOST = 1 << 22;
    /** More is not worth its while where there are few rows: each is looked at, whoever has it. */
    private static final long FEW = 1 << 16;
    private static final long A_ROW = 64;

    public final long best;
    public final int width;
    public final int[] counts;

    private boolean broken;

    private Histogram(long best, int width, int[] counts) {
        this.best = best;
        this.width = width;
        this.counts = counts;
    }

    /** A histogram of totals of so many rows from worst to best in so many rankings; null if that is too much to count. */
    public static @Nullable Histogram of(long worst, long best, int rankings, int rows) {
        long width = best - worst + 1;
        long most = Math.min(MOST, FEW + A_ROW * rows);
        return worst > best || width <= 0 || width > most || width * rankings > most ? null
                : new Histogram(best, (int) width, new int[(int) width * rankings]);
    }

    /** The counts of another one of the same range added to these; the other one is used up too. */
    Histogram plus(Histogram other) {
        broken |= other.broken;
        int[] more = other.counts;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
        return this;
    }

    /** Whether a total lay outside, so that the counts are of no use. */
    boolean isBroken() {
        return broken;
    }

    /** Counts a row that is ranked if it has a total. */
    public void count(int code, int total) {
        long at = best - total;
        if (total != Totals.NONE_NARROW && at >= 0 && at < width) {
            counts[code * width + (int) at]++;
        } else {
            broken |= total != Totals.NONE_NARROW;
        }
    }

    /** Counts the rows of a block that are ranked. */
    public void count(Block block, Scope scope, Totals totals) {
        int[] codes = block.codes(scope.rankings);
        int[] narrow = totals.narrow();
        if (scope.isPlain() && narrow != null) {
            for (int i = 0; i < block.rows; i++) {
                count(codes[i] - 1, narrow[block.from + i]);
            }
            return;
        }
        for (int i = 0; i < block.rows; i++) {
            int row = block.from + i;
            if (codes[i] > 0 && totals.has(row) && scope.standing(row) == Standing.GRADED) {
                long at = best - totals.scaled(row);
                if (at >= 0 && at < width) {
                    counts[(codes[i] - 1) * width + (int) at]++;
                } else {
                    broken = true;
                }
            }
        }
    }

    /** Brings small rankings together with those they joined; -1 leaves a ranking out. */
    void join(int[] joined) {
        for (int code = 0; code < joined.length; code++) {
            if (joined[code] != code) {
                for (int i = 0; i < width; i++) {
                    if (joined[code] >= 0) {
                        counts[joined[code] * width + i] += counts[code * width + i];
                    }
                    counts[code * width + i] = 0;
                }
            }
        }
    }

    long ranked(int code) {
        int sum = 0;
        for (int i = code * width; i < (code + 1) * width; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
