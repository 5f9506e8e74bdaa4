package io.mubiao.land.assess;

import io.mubiao.scoring.Ties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks rounded totals by counting how many have each, without sorting, and finds the classes that follow from places. */
final class CountingRanker {
    /** The last place of each class of a ranking. */
    interface Ends {
        List<Long> of(int ranking, long ranked, long population);
    }

    private static final int CLASS_BITS = 5;
    private static final int MOST_CLASSES = (1 << CLASS_BITS) - 1;
    private static final long MOST_PLACES = 1L << (31 - CLASS_BITS);

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

    /** The counts of all rows; null if there would be too much to count. */
    @Nullable Histogram count(int size, Workers workers) {
        Histogram counted = totals.histogram();
        if (counted != null && size < MOST_PLACES) {
            return counted;
        }
        long worst = Long.MAX_VALUE;
        long best = Long.MIN_VALUE;
        for (long[] part : workers.map(size, this::range)) {
            worst = Math.min(worst, part[0]);
            best = Math.max(best, part[1]);
        }
        Histogram whole = size >= MOST_PLACES ? null : Histogram.of(worst, best, scope.rankings.size());
        if (whole != null) {
            workers.map(size, (from, end) -> {
                Histogram part = whole.empty();
                Block block = new Block();
                for (int start = from; start < end; start += Block.SIZE) {
                    block.at(start, end);
                    part.count(block, scope, totals);
                }
                return part;
            }).forEach(whole::take);
        }
        return whole;
    }

    private long[] range(int from, int end) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int row = from; row < end; row++) {
            if (totals.has(row) && scope.standing(row) == Standing.GRADED) {
                low = Math.min(low, totals.scaled(row));
                high = Math.max(high, totals.scaled(row));
            }
        }
        return new long[] {low, high};
    }

    /** Fills tables, places and classes. The counts are used up. */
    void rank(Histogram counts, int[] joined, long[] population, @Nullable RankTable[] tables, int[] places,
            byte[] classes, Workers workers) {
        for (int code = 0; code < joined.length; code++) {
            long ranked = counts.ranked(code);
            if (ranked > 0) {
                int first = code * counts.width;
                int[] own = java.util.Arrays.copyOfRange(counts.counts, first, first + counts.width);
                RankTable table = new RankTable.Counted(counts.best, own, totals.digits, ties, population[code],
                        ends.of(code, ranked, population[code]));
                tables[code] = table;
                pack(counts.counts, first, own, table);
            }
        }
        workers.map(places.length, (from, end) -> {
            place(from, end, joined, counts, places, classes);
            return true;
        });
    }

    /** A place and the class that follows from it (-1 for none), looked up together. */
    private static int packed(long place, int className) {
        return (int) (place << CLASS_BITS) | (className + 1);
    }

    /** Puts in place of each count the place and class of those who are counted. */
    private void pack(int[] into, int first, int[] own, RankTable table) {
        int better = 0;
        int values = 0;
        int className = table.ends().isEmpty() ? Classer.NONE : 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i] > 0) {
                long place = ties.place(better, own[i], values++);
                while (className >= 0 && className < table.ends().size() - 1 && place > table.ends().get(className)) {
                    className++;
                }
                into[first + i] = packed(place, className);
                better += own[i];
            }
        }
    }

    private void place(int from, int end, int[] joined, Histogram counts, int[] places, byte[] classes) {
        int[] codes = new int[Block.SIZE];
        int[] narrow = totals.narrow();
        boolean plain = scope.isPlain() && narrow != null;
        for (int start = from; start < end; start += Block.SIZE) {
            int rows = Math.min(Block.SIZE, end - start);
            scope.rankings.read(start, rows, codes);
            for (int i = 0; i < rows; i++) {
                int row = start + i;
                int at = codes[i] < 0 ? -1 : joined[codes[i]];
                boolean ranked = (plain && narrow != null) ? narrow[row] != Totals.NONE_NARROW
                        : totals.has(row) && scope.standing(row) == Standing.GRADED;
                if (at >= 0 && ranked) {
                    int packed = counts.counts[counts.index(at, (plain && narrow != null) ? narrow[row] : totals.scaled(row))];
                    places[row] = packed >>> CLASS_BITS;
                    classes[row] = (byte) ((packed & MOST_CLASSES) - 1);
                } else {
                    classes[row] = Classer.NONE;
                }
            }
        }
    }
}
