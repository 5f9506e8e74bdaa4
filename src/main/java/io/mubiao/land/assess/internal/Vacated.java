package io.mubiao.land.assess.internal;

import io.mubiao.land.Exclusion;
import io.mubiao.land.Refill;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Who left which class of a ranking for which under overrides, and how far the places they left were filled again. */
public final class Vacated {
    private final int classes;
    private final long[] moves;
    private final long[] reach;

    /**
     * What is known of a ranking.
     *
     * @param moves how many moved, by the class they left and the one they got, see {@link #at}
     * @param reach the last place that each class reaches then; 0 for none
     */
    public Vacated(long[] moves, long[] reach) {
        this.classes = reach.length;
        this.moves = moves;
        this.reach = reach;
    }

    /** Where those who left a class for another are counted; the other is below 0 where nobody can tell. */
    public static int at(int classes, int left, int got) {
        return left * (classes + 1) + (got < 0 ? classes : got);
    }

    /** How many different moves there are. */
    public static int size(int classes) {
        return classes * (classes + 1);
    }

    /** How many of those who moved got each class. */
    public static long[] landed(int classes, long[] moves) {
        long[] landed = new long[classes];
        for (int left = 0; left < classes; left++) {
            for (int got = 0; got < classes; got++) {
                landed[got] += moves[at(classes, left, got)];
            }
        }
        return landed;
    }

    /** How many places of a class and the better ones were vacated. */
    long left(int k, Refill refill) {
        return count(0, k + 1, refill == Refill.COUNTED ? k + 1 : 0, classes + 1);
    }

    /** How many of these places those who moved there take up. */
    long entered(int k, Refill refill) {
        return refill == Refill.COUNTED ? count(k + 1, classes, 0, k + 1) : 0;
    }

    private long count(int fromLeft, int toLeft, int fromGot, int toGot) {
        long count = 0;
        for (int left = fromLeft; left < toLeft; left++) {
            for (int got = fromGot; got < toGot; got++) {
                count += moves[left * (classes + 1) + got];
            }
        }
        return count;
    }

    /** The last place that a class reaches; 0 for none. */
    long reach(int k) {
        return reach[k];
    }

    /** What happened in a ranking of all rows. */
    static Vacated of(Cohort cohort, Classer classer, Ranks ranks, int ranking) {
        RankTable table = Objects.requireNonNull(ranks.table(ranking));
        byte[] found = cohort.found(classer);
        int classes = classer.names().size();
        long[] moves = new long[size(classes)];
        List<Integer> staying = new ArrayList<>();
        for (int row = 0; row < found.length; row++) {
            Checkpoint.pass(row);
            if (ranks.place(row) == 0 || cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED
                    || ranks.joined(cohort.scope.rankings.code(row)) != ranking) {
                continue;
            }
            if (found[row] >= 0 && cohort.last[row] != found[row]) {
                moves[at(classes, found[row], cohort.last[row])]++;
            } else {
                staying.add(ranks.place(row));
            }
        }
        staying.sort(Comparator.naturalOrder());
        boolean counts = cohort.rule.rule().refill() == Refill.COUNTED;
        List<Long> ends = counts ? ClassStage.left(table.ends(), landed(classes, moves)) : table.ends();
        return new Vacated(moves, reach(ranks, staying, ends, classes));
    }

    private static long[] reach(Ranks ranks, List<Integer> staying, List<Long> ends, int classes) {
        long[] reach = new long[classes];
        int from = 0;
        for (long values = 0; from < staying.size(); values++) {
            int end = from;
            while (end < staying.size() && staying.get(end).equals(staying.get(from))) {
                end++;
            }
            reach[RankTable.classAt(ends, ranks.ties.place(from, end - from, values))] = staying.get(from);
            from = end;
        }
        return reach;
    }
}
