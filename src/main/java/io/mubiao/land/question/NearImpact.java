package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.shape.Ties;
import io.mubiao.value.Enclosure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves when one enterprise changes a total that is not rounded and nothing else: only between its old and its new place
 * are the others counted anew, and only where a class ends are they looked up. Places come of the table of the ranking, as
 * exact keys order it.
 */
final class NearImpact {
    private final Evaluation evaluation;
    private final Inside inside;
    private final Cohort cohort;
    private final int row;
    private final RankTable table;
    private final Ties ties;
    /** The key it had, and the one that it has now: one that is there, or else the one before which it would stand. */
    private final int old;
    private final int found;
    private final int index;
    private final MovedResult moved;
    private final List<Move> moves = new ArrayList<>();
    private final List<RankShift> shifts = new ArrayList<>();

    /** A run of keys whose place moves by the same number. */
    private @Nullable Run run;

    private static final class Run {
        private final int first;
        private final long firstPlace;
        private final long by;
        private int last;
        private long lastPlace;
        private long others;

        Run(int first, long firstPlace, long by) {
            this.first = first;
            this.firstPlace = firstPlace;
            this.by = by;
        }
    }

    NearImpact(Evaluation evaluation, int row, RankTable table, RankKey before, RankKey after) {
        this.evaluation = evaluation;
        this.inside = Inside.of(evaluation);
        this.cohort = inside.cohort();
        this.row = row;
        this.table = table;
        this.ties = requireNonNull(cohort.ranks).ties;
        this.old = table.find(before);
        this.found = table.find(after);
        this.index = found >= 0 ? found : -1 - found;
        this.moved = new MovedResult(cohort, inside, table);
    }

    /** @param frame the changed enterprise */
    void collect(RowFrame frame, Enclosure total, RankKey key, List<Move> allMoves, List<RankShift> allShifts) {
        Move own = moved.of(row, frame, total, table.placeInstead(key, old));
        if (own.isMoved()) {
            moves.add(own);
        }
        if (found != old) {
            others();
        }
        moves.sort(Comparator.comparingInt(move -> inside.row(move.id())));
        allMoves.addAll(moves);
        allShifts.addAll(shifts);
    }

    private void others() {
        boolean dense = ties == Ties.DENSE;
        int from = Math.min(old, index);
        int to = dense ? table.size() - 1 : Math.min(table.size() - 1, Math.max(old, index));
        long values = 0;
        for (int i = 0; dense && i < from; i++) {
            values += table.equal(i) > 0 ? 1 : 0;
        }
        for (int i = from; i <= to; i++) {
            long equal = table.equal(i);
            long others = equal - (i == old ? 1 : 0);
            if (others > 0) {
                long better = table.better(i) - (old < i ? 1 : 0) + (isBefore(i) ? 1 : 0);
                long different = values - (old < i && table.equal(old) == 1 ? 1 : 0) + (found < 0 && isBefore(i) ? 1 : 0);
                key(i, others, ties.place(table.better(i), equal, values), ties.place(better, others + (i == found ? 1 : 0), different));
            }
            values += equal > 0 ? 1 : 0;
        }
        end();
    }

    /** Whether the changed one now stands before a key. */
    private boolean isBefore(int i) {
        return found >= 0 ? index < i : index <= i;
    }

    private void key(int i, long others, long before, long after) {
        long left = others;
        if (cohort.goesByRank() && table.classAt(before) != table.classAt(after)) {
            for (int each : table.rows(i)) {
                if (each != row) {
                    Move move = moved.of(each, cohort.frame(each), requireNonNull(cohort.totals.value(each)), after);
                    if (move.inClass()) {
                        moves.add(move);
                        left--;
                    }
                }
            }
        }
        if (left == 0) {
            return;
        }
        if (run == null || run.by != after - before) {
            end();
            run = new Run(i, before, after - before);
        }
        run.lastPlace = before;
        run.last = i;
        run.others += left;
    }

    private void end() {
        if (run != null && run.by != 0) {
            shifts.add(new RankShift(evaluation.ranking(inside.result(row).id()), run.firstPlace, run.lastPlace, result(run.first).total().orElseThrow(),
                    result(run.last).total().orElseThrow(), run.by, run.others));
        }
        run = null;
    }

    private EnterpriseResult result(int i) {
        int[] rows = table.rows(i);
        return inside.result(rows[0] == row && rows.length > 1 ? rows[1] : rows[0]);
    }
}
