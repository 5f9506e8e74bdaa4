package io.mubiao.land.assess;

import io.mubiao.scoring.Ties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks rounded totals by counting how many have each, without sorting. Counts of threads are added up. */
final class CountingRanker {
    /** The last place of each class of a ranking. */
    interface Ends {
        List<Long> of(int ranking, long ranked, long population);
    }

    private static final int BLOCK = 1024;
    private static final long MOST = 1 << 22;

    private final Scope scope;
    private final Totals totals;
    private final Ties ties;
    private final Ends ends;

    CountingRanker(Scope scope, Totals totals, Ties ties, Ends ends) {
        this.scope = scope;
        this.totals = totals;
        this.ties = ties;
        this.ends = ends;
    }

    /** Fills tables and places; false, and nothing done, if there would be too much to count. */
    boolean rank(int[] joined, long[] population, @Nullable RankTable[] tables, int[] places, Workers workers) {
        int size = places.length;
        long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
        for (long[] part : workers.map(size, this::range)) {
            range[0] = Math.min(range[0], part[0]);
            range[1] = Math.max(range[1], part[1]);
        }
        if (range[0] > range[1]) {
            return false;
        }
        long best = range[1];
        if (best - range[0] < 0 || best - range[0] >= MOST || (best - range[0] + 1) * joined.length > MOST) {
            return false;
        }
        int width = (int) (best - range[0] + 1);
        List<int[]> parts = workers.map(size, (from, end) -> count(from, end, joined, best, width));
        int[] counts = parts.get(0);
        for (int[] more : parts.subList(1, parts.size())) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += more[i];
            }
        }
        for (int code = 0; code < joined.length; code++) {
            int[] own = java.util.Arrays.copyOfRange(counts, code * width, (code + 1) * width);
            long ranked = java.util.Arrays.stream(own).asLongStream().sum();
            if (ranked > 0) {
                RankTable table = new RankTable.Counted(best, own, totals.digits, ties, population[code],
                        ends.of(code, ranked, population[code]));
                tables[code] = table;
                long before = -1;
                for (int i = 0; i < width; i++) {
                    if (own[i] > 0) {
                        before = ties == Ties.DENSE ? Math.max(1, before + 1) : table.place(i);
                        counts[code * width + i] = Math.toIntExact(before);
                    }
                }
            }
        }
        workers.map(size, (from, end) -> {
            place(from, end, joined, best, width, counts, places);
            return true;
        });
        return true;
    }

    private boolean isRanked(int row) {
        return scope.standing(row) == Standing.GRADED && totals.has(row);
    }

    private long[] range(int from, int end) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        boolean plain = scope.isPlain();
        for (int row = from; row < end; row++) {
            long total = totals.scaled(row);
            if (total != Totals.NONE && (plain || scope.standing(row) == Standing.GRADED)) {
                low = Math.min(low, total);
                high = Math.max(high, total);
            }
        }
        return new long[] {low, high};
    }

    private int[] count(int from, int end, int[] joined, long best, int width) {
        int[] counts = new int[joined.length * width];
        int[] codes = new int[BLOCK];
        for (int start = from; start < end; start += BLOCK) {
            int rows = Math.min(BLOCK, end - start);
            scope.rankings.read(start, rows, codes);
            for (int i = 0; i < rows; i++) {
                int at = codes[i] < 0 ? -1 : joined[codes[i]];
                if (at >= 0 && isRanked(start + i)) {
                    counts[at * width + (int) (best - totals.scaled(start + i))]++;
                }
            }
        }
        return counts;
    }

    private void place(int from, int end, int[] joined, long best, int width, int[] placeOf, int[] places) {
        int[] codes = new int[BLOCK];
        for (int start = from; start < end; start += BLOCK) {
            int rows = Math.min(BLOCK, end - start);
            scope.rankings.read(start, rows, codes);
            for (int i = 0; i < rows; i++) {
                int at = codes[i] < 0 ? -1 : joined[codes[i]];
                if (at >= 0 && isRanked(start + i)) {
                    places[start + i] = placeOf[at * width + (int) (best - totals.scaled(start + i))];
                }
            }
        }
    }
}
