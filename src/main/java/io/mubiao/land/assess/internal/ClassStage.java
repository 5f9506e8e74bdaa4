package io.mubiao.land.assess.internal;

import io.mubiao.land.Exclusion;
import io.mubiao.land.Refill;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.column.Block;
import io.mubiao.land.assess.internal.column.FastClasses;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stages 6 and 7 over the roll: classes found, then changed by overrides, vacated places filled again if so declared. */
public final class ClassStage {
    /** One of so many rows asks whether to go on. */
    private static final int FEW = 63;

    private final Cohort cohort;
    private final Classer classer;
    private final Workers workers;
    private final boolean isFast;

    /**
     * The stage of a cohort.
     *
     * @param isFast whether blocks of rows may be looked at together, which gives the same
     */
    public ClassStage(Cohort cohort, Classer classer, Workers workers, boolean isFast) {
        this.isFast = isFast;
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
        FastClasses fast = isFast ? FastClasses.of(cohort) : null;
        workers.map(size, (from, end) -> {
            Block block = new Block();
            int[] classes = new int[Block.SIZE];
            for (int start = from; start < end; start += Block.SIZE) {
                block.at(start, end);
                for (int i = 0; i < block.rows; i++) {
                    classes[i] = byPlace(start + i);
                }
                find(fast, block, classes, cohort.initial);
                if (changes) {
                    override(fast, block, classes);
                }
                counter.row(from, start + block.rows - 1);
            }
            counter.end(from, end);
            return true;
        });
        if (changes && cohort.rule.rule().refill() != Refill.NONE && ranks != null) {
            refill(ranks, cohort.last);
        }
    }

    /** The class that a row's place gives; none where it is not graded, any where places decide on no class. */
    private int byPlace(int row) {
        if (cohort.scope.standing(row) != Standing.GRADED || (!cohort.rule.groups().isEmpty() && !cohort.totals.has(row))
                || cohort.isExempt(row)) {
            return Classer.NONE;
        }
        byte[] known = cohort.ranks == null ? null : cohort.ranks.classes();
        return !cohort.goesByRank() ? 0 : known != null ? known[row] : cohort.byPlace(row);
    }

    private void find(@Nullable FastClasses fast, Block block, int[] classes, byte[] into) {
        int[] byPlace = classes.clone();
        if (fast != null) {
            fast.find(block, classes);
        }
        for (int i = 0; i < block.rows; i++) {
            int row = block.from + i;
            if ((row & FEW) == 0) {
                Checkpoint.pass("row", row);
            }
            if (byPlace[i] >= 0 && (fast == null || classes[i] == FastClasses.OPEN || cohort.isChanged(row))) {
                classes[i] = classer.initial(cohort.frame(row), cohort.goesByRank() ? byPlace[i] : Classer.NONE);
            }
            into[row] = (byte) classes[i];
        }
    }

    private void override(@Nullable FastClasses fast, Block block, int[] classes) {
        if (fast != null) {
            fast.override(block, classes);
        }
        for (int i = 0; i < block.rows; i++) {
            int row = block.from + i;
            if ((row & FEW) == 0) {
                Checkpoint.pass("row", row);
            }
            boolean isOpen = fast == null || classes[i] == FastClasses.OPEN || cohort.isChanged(row);
            cohort.last[row] = (byte) (isOpen ? classer.overridden(cohort.frame(row), cohort.initial[row]) : classes[i]);
        }
    }

    /** The class of every row from which its overrides began: the initial one, or the one a filled place gave it. */
    static byte[] found(Cohort cohort, Classer classer) {
        Ranks ranks = cohort.ranks;
        if (cohort.rule.rule().refill() == Refill.NONE || ranks == null) {
            return cohort.initial;
        }
        byte[] last = new byte[cohort.initial.length];
        for (int row = 0; row < last.length; row++) {
            if ((row & FEW) == 0) {
                Checkpoint.pass("row", row);
            }
            last[row] = (byte) classer.overridden(cohort.frame(row), cohort.initial[row]);
        }
        return new ClassStage(cohort, classer, new Workers(Threads.ONE, Progress.NONE), false).refill(ranks, last);
    }

    /**
     * Those whom an override moves leave their places; the others are ranked again for the places left, and what overrides
     * then move leaves its place too, until nothing moves any more.
     */
    private byte[] refill(Ranks ranks, byte[] last) {
        Ranks.Whole whole = ranks.whole();
        if (whole != null) {
            return whole.refill(cohort, classer, ranks, last);
        }
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
            boolean counts = ranks.place(row) > 0 && cohort.scope.kept(row) != Exclusion.Kept.UNCOUNTED;
            if (counts && ranks.joined(cohort.scope.rankings.code(row)) == ranking) {
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
                if (cohort.scope.standing(row) != Standing.GRADED) {
                    continue;
                }
                found[row] = (byte) classer.initial(cohort.frame(row), RankTable.classAt(ends, place));
                last[row] = (byte) classer.overridden(cohort.frame(row), found[row]);
            }
            i = j;
        }
    }

    /** The last place of each class that is left to the others; where more landed than there are places, none is. */
    public static List<Long> left(List<Long> ends, long[] landed) {
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
