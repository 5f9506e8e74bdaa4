package io.mubiao.land.assess.internal;

import io.mubiao.land.Refill;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.Standing;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stages 6 and 7 over the roll: classes found, then changed by overrides, vacated places filled again if so declared. */
public final class ClassStage {
    private final Cohort cohort;
    private final Classer classer;
    private final Workers workers;

    public ClassStage(Cohort cohort, Classer classer, Workers workers) {
        this.cohort = cohort;
        this.classer = classer;
        this.workers = workers;
    }

    public void run() {
        int size = cohort.roll.size();
        boolean plain = classer.isByPlaceAlone();
        boolean changes = cohort.last != cohort.initial;
        Workers.Counter counter = workers.counter(Progress.Stage.CLASSES, size);
        Ranks ranks = cohort.ranks;
        if (plain && !changes && ranks != null && ranks.classes() != null) {
            counter.end(0, size);
            return;
        }
        workers.map(size, (from, end) -> {
            for (int row = from; row < end; row++) {
                cohort.initial[row] = (byte) initial(row);
                if (changes) {
                    cohort.last[row] = (byte) classer.overridden(cohort.frame(row), cohort.initial[row]);
                }
                counter.row(from, row);
            }
            counter.end(from, end);
            return true;
        });
        if (changes && cohort.rule.rule().refill() != Refill.NONE && ranks != null) {
            refill(ranks, cohort.last);
        }
    }

    private int initial(int row) {
        if (cohort.scope.standing(row) != Standing.GRADED || (!cohort.rule.groups().isEmpty() && !cohort.totals.has(row))
                || cohort.isExempt(row)) {
            return Classer.NONE;
        }
        int byPlace = cohort.byPlace(row);
        return cohort.goesByRank() && byPlace < 0 ? Classer.NONE : classer.initial(cohort.frame(row), byPlace);
    }

    /** The class of every row from which its overrides began: the initial one, or the one a filled place gave it. */
    static byte[] found(Cohort cohort, Classer classer) {
        Ranks ranks = cohort.ranks;
        if (cohort.rule.rule().refill() == Refill.NONE || ranks == null) {
            return cohort.initial;
        }
        byte[] last = new byte[cohort.initial.length];
        for (int row = 0; row < last.length; row++) {
            if ((row & 63) == 0) {
                Checkpoint.pass("row", row);
            }
            last[row] = (byte) classer.overridden(cohort.frame(row), cohort.initial[row]);
        }
        return new ClassStage(cohort, classer, new Workers(Threads.ONE, Progress.NONE)).refill(ranks, last);
    }

    /**
     * Those whom an override moves leave their places; the others are ranked again for the places left, and what overrides
     * then move leaves its place too, until nothing moves any more.
     */
    private byte[] refill(Ranks ranks, byte[] last) {
        boolean[] moved = new boolean[last.length];
        boolean more = true;
        byte[] found = cohort.initial.clone();
        while (more) {
            Checkpoint.pass();
            more = false;
            for (int row = 0; row < moved.length; row++) {
                if (!moved[row] && found[row] >= 0 && last[row] != found[row]) {
                    moved[row] = true;
                    more = true;
                }
            }
            if (more) {
                for (int code : ranks.rankings()) {
                    again(ranks, code, moved, found, last);
                }
            }
        }
        return found;
    }

    private void again(Ranks ranks, int ranking, boolean[] moved, byte[] found, byte[] last) {
        RankTable table = ranks.table(ranking);
        if (table == null) {
            return;
        }
        List<Integer> rows = new ArrayList<>();
        long[] landed = new long[classer.names().size()];
        for (int row = 0; row < moved.length; row++) {
            Checkpoint.pass(row);
            if (ranks.place(row) > 0 && ranks.joined(cohort.scope.rankings.code(row)) == ranking) {
                if (!moved[row]) {
                    rows.add(row);
                } else if (last[row] >= 0) {
                    landed[last[row]]++;
                }
            }
        }
        List<Long> ends = cohort.rule.rule().refill() == Refill.COUNTED ? left(table.ends(), landed) : table.ends();
        rows.sort(Comparator.comparingInt(ranks::place));
        int i = 0;
        long values = 0;
        while (i < rows.size()) {
            int j = i;
            while (j < rows.size() && ranks.place(rows.get(j)) == ranks.place(rows.get(i))) {
                j++;
            }
            long place = ranks.ties.place(i, j - i, values++);
            for (int row : rows.subList(i, j)) {
                found[row] = (byte) classer.initial(cohort.frame(row), RankTable.classAt(ends, place));
                last[row] = (byte) classer.overridden(cohort.frame(row), found[row]);
            }
            i = j;
        }
    }

    /** The last place of each class that is left to the others; where more landed than there are places, none is. */
    private static List<Long> left(List<Long> ends, long[] landed) {
        List<Long> left = new ArrayList<>();
        long before = 0;
        long upTo = 0;
        for (int k = 0; k < ends.size(); k++) {
            upTo += Math.max(0, ends.get(k) - before - landed[k]);
            before = ends.get(k);
            left.add(k < ends.size() - 1 ? upTo : Math.max(upTo, before));
        }
        return left;
    }
}
