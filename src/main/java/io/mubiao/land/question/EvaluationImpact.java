package io.mubiao.land.question;

import io.mubiao.land.assess.Evaluation;
import io.mubiao.lookup.LookupList;
import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.function.Supplier;

/** Everything that a change of inputs moves (影响清单). Immutable. */
public final class EvaluationImpact {
    private final LookupList<Move> moves;
    private final List<RankShift> shifts;
    private final Supplier<Evaluation> after;
    private final Evaluation before;

    EvaluationImpact(Evaluation before, List<Move> moves, List<RankShift> shifts, Supplier<Evaluation> after) {
        this.before = before;
        this.moves = EvaluationDiff.list(moves);
        this.shifts = List.copyOf(shifts);
        this.after = after;
    }

    /** The enterprises whose score, class or amounts move, and those whose inputs were changed if anything of theirs moves. */
    public LookupList<Move> moves() {
        return moves;
    }

    /** All others whose place alone moves, as ranges of places. */
    public List<RankShift> rankShifts() {
        return shifts;
    }

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return moves.isEmpty() && shifts.isEmpty();
    }

    /** Every enterprise whose score, rank, class or amounts move, one by one; evaluates the changed roll in full. */
    public LookupList<Move> all() {
        return EvaluationDiff.of(before, after()).moves();
    }

    /** The evaluation of the changed roll, in full. */
    public Evaluation after() {
        return after.get();
    }

    @Override
    public String toString() {
        return Characters.shown("Impact[" + moves.size() + " moves in score, class or amounts, "
                + shifts.stream().mapToLong(RankShift::enterprises).sum() + " in rank alone]");
    }
}
