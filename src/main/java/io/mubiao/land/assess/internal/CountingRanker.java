package io.mubiao.land.assess.internal;

import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.column.Block;
import io.mubiao.shape.Ties;
import io.mubiao.work.internal.Checkpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks rounded totals by counting how many have each, without sorting, and finds the classes that follow from places. */
final class CountingRanker {
    /** The last place of each class of a ranking. */
    interface Ends {
        List<Long> of(int ranking, long ranked, long population);
    }

    private static final int CLASS_BITS = 5;
    /** So many classes can be counted. */
    static final int MOST_CLASSES = (1 << CLASS_BITS) - 1;
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
        long low = worst;
        long high = best;
        if (size >= MOST_PLACES || Histogram.of(low, high, scope.rankings.size(), size) == null) {
            return null;
        }
        return workers.map(size, (from, end) -> {
            Histogram part = java.util.Objects.requireNonNull(Histogram.of(low, high, scope.rankings.size(), size));
            Block block = new Block();
            for (int start = from; start < end; start += Block.SIZE) {
                Checkpoint.pass();
                block.at(start, end);
                part.count(block, scope, totals);
            }
            return part;
        }).stream().reduce(Histogram::plus).orElse(null);
    }

    private long[] range(int from, int end) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int row = from; row < end; row++) {
            Checkpoint.pass(row);
            if (totals.has(row) && scope.standing(row) == Standing.GRADED) {
                low = Math.min(low, totals.scaled(row));
                high = Math.max(high, totals.scaled(row));
            }
        }
        return new long[] {low, high};
    }

    /**
     * Fills tables, places and classes. The counts are used up: each gives way to the place and the class of those who are
     * counted there.
     */
    void rank(Histogram counts, int[] joined, long[] ranked, long[] population, @Nullable RankTable[] tables,
            int[] places, byte[] classes, Workers workers) {
        workers.each(joined.length, code -> {
            if (ranked[code] > 0) {
                List<Long> last = ends.of(code, ranked[code], population[code]);
                int[] upTo = new int[counts.width + 1];
                pack(counts.counts, code * counts.width, upTo, last);
                tables[code] = new RankTable.Counted(counts.best, upTo, totals.digits, ties, population[code], last);
            }
        });
        workers.map(places.length, (from, end) -> {
            place(from, end, offsets(joined, counts), counts.counts, places, classes);
            return true;
        });
    }

    /** Puts in place of each count the place and class of those who are counted, and how many are better beside it. */
    private void pack(int[] cells, int first, int[] upTo, List<Long> last) {
        boolean dense = ties == Ties.DENSE;
        boolean worst = ties == Ties.WORST_PLACE;
        int better = 0;
        int values = 0;
        int className = last.isEmpty() ? Classer.NONE : 0;
        int end = end(last, className);
        for (int i = 0; i < upTo.length - 1; i++) {
            int own = cells[first + i];
            int place = dense ? values + 1 : worst ? better + own : better + 1;
            while (place > end && own > 0) {
                className++;
                end = end(last, className);
            }
            cells[first + i] = place << CLASS_BITS | className + 1;
            better += own;
            values += own > 0 ? 1 : 0;
            upTo[i + 1] = better;
        }
    }

    /** The last place of a class; the last class, or none, has no end. */
    private static int end(List<Long> last, int className) {
        return className < 0 || className >= last.size() - 1 ? Integer.MAX_VALUE : Math.toIntExact(last.get(className));
    }

    /** Where total 0 of each ranking is among the counts, by its code plus one; as far below zero as can be for none. */
    private static long[] offsets(int[] joined, Histogram counts) {
        long[] offsets = new long[joined.length + 1];
        offsets[0] = Long.MIN_VALUE;
        for (int code = 0; code < joined.length; code++) {
            offsets[code + 1] = joined[code] < 0 ? Long.MIN_VALUE : (long) joined[code] * counts.width + counts.best;
        }
        return offsets;
    }

    private void place(int from, int end, long[] offsets, int[] cells, int[] places, byte[] classes) {
        int[] codes = new int[Block.SIZE];
        int[] narrow = totals.narrow();
        for (int start = from; start < end; start += Block.SIZE) {
            Checkpoint.pass();
            int rows = Math.min(Block.SIZE, end - start);
            scope.rankings.read(start, rows, codes);
            if (scope.isPlain() && narrow != null) {
                place(start, rows, codes, offsets, cells, narrow, places, classes);
            } else {
                for (int i = 0; i < rows; i++) {
                    int row = start + i;
                    boolean ranked = totals.has(row) && scope.standing(row) == Standing.GRADED;
                    set(row, ranked ? offsets[codes[i] + 1] : Long.MIN_VALUE, totals.scaled(row), cells, places, classes);
                }
            }
        }
    }

    private static void place(int first, int rows, int[] codes, long[] offsets, int[] cells, int[] narrow, int[] places,
            byte[] classes) {
        for (int i = 0; i < rows; i++) {
            int total = narrow[first + i];
            set(first + i, total == Totals.NONE_NARROW ? Long.MIN_VALUE : offsets[codes[i] + 1], total, cells, places,
                    classes);
        }
    }

    private static void set(int row, long offset, long total, int[] cells, int[] places, byte[] classes) {
        if (offset == Long.MIN_VALUE) {
            classes[row] = Classer.NONE;
        } else {
            int packed = cells[(int) (offset - total)];
            places[row] = packed >>> CLASS_BITS;
            classes[row] = (byte) ((packed & MOST_CLASSES) - 1);
        }
    }
}
