package io.mubiao.land.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stages 6 and 7 over the roll: classes found, then changed by overrides, vacated places filled again if so declared. */
final class ClassStage {
    private final Cohort cohort;
    private final Classer classer;
    private final Workers workers;

    ClassStage(Cohort cohort, Classer classer, Workers workers) {
        this.cohort = cohort;
        this.classer = classer;
        this.workers = workers;
    }

    void run() {
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
        if (changes && cohort.rule.rule().refill() && ranks != null) {
            refill(ranks);
        }
    }

    private int initial(int row) {
        if (cohort.scope.standing(row) != Standing.GRADED || (!cohort.rule.groups().isEmpty() && !cohort.totals.has(row))
                || cohort.isExempt(row)) {
            return Classer.NONE;
        }
        RankTable table = cohort.table(row);
        int byPlace = table == null || cohort.ranks == null ? Classer.NONE : table.classAt(cohort.ranks.place(row));
        return cohort.goesByRank() && byPlace < 0 ? Classer.NONE : classer.initial(cohort.frame(row), byPlace);
    }

    /**
     * Those whom an override moves hold no place; the others are ranked again for all places, and what overrides then
     * move holds no place either, until nothing moves any more.
     */
    private void refill(Ranks ranks) {
        int size = cohort.roll.size();
        boolean[] held = new boolean[size];
        boolean more = true;
        byte[] found = cohort.initial.clone();
        while (more) {
            more = false;
            for (int row = 0; row < size; row++) {
                if (!held[row] && found[row] >= 0 && cohort.last[row] != found[row]) {
                    held[row] = true;
                    more = true;
                }
            }
            if (more) {
                for (int code : ranks.rankings()) {
                    again(ranks, code, held, found);
                }
            }
        }
    }

    private void again(Ranks ranks, int ranking, boolean[] held, byte[] found) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < held.length; row++) {
            if (!held[row] && ranks.place(row) > 0 && ranks.joined(cohort.scope.rankings.code(row)) == ranking) {
                rows.add(row);
            }
        }
        RankTable table = ranks.table(ranking);
        if (table == null) {
            return;
        }
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
                found[row] = (byte) classer.initial(cohort.frame(row), table.classAt(place));
                cohort.last[row] = (byte) classer.overridden(cohort.frame(row), found[row]);
            }
            i = j;
        }
    }

}
