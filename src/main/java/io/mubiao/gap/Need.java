package io.mubiao.gap;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What suffices on a day, as a change of what was observed (所需增量). Immutable.
 *
 * @param kind what it is
 * @param change how much more (or, negative, less); empty where it is no amount or nothing is known to begin with
 * @param becomes what is then achieved; empty where it is no amount
 * @param step the step that amounts were tried in; empty where it is no amount
 * @param stage the stage to be reached; empty where it is none
 * @param what items, members, cells or evidence, as far as they have names
 * @param on the day by the end of which it has to be there
 * @param observations hypothetical observations that, appended to the log, bring it about
 */
public record Need(Kind kind, Optional<Quantity> change, Optional<Quantity> becomes, Optional<Quantity> step,
        String stage, List<String> what, LocalDate on, List<Observation> observations) {
    /** What a need is. */
    public enum Kind {
        /** Nothing further (无需增量). */
        NOTHING,
        /** No more of what only grows and is limited (不再增加). */
        HOLD,
        /** That the stream is complete, or that what is known still holds, has to be reported (需补报). */
        REPORT,
        /** More or less of an amount, level or count (增减量). */
        AMOUNT,
        /** A first figure (需首次数据). */
        FIGURE,
        /** A stage of one item (阶段). */
        STAGE,
        /** So many items at a stage (项数). */
        ITEMS,
        /** So many members satisfied, or fewer (对象数). */
        MEMBERS,
        /** Open cells to be filled (待完成格). */
        CELLS,
        /** Further samples (样本). */
        SAMPLES,
        /** Evidence (佐证). */
        EVIDENCE
    }

    public Need {
        requireNonNull(kind, "kind");
        requireNonNull(change, "change");
        requireNonNull(becomes, "becomes");
        requireNonNull(step, "step");
        requireNonNull(stage, "stage");
        what = List.copyOf(what);
        requireNonNull(on, "on");
        observations = List.copyOf(observations);
    }

    static Need nothing(LocalDate on, List<Observation> restated) {
        return new Need(Kind.NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), on, restated);
    }

    static Need hold(LocalDate on, List<Observation> restated) {
        return new Need(Kind.HOLD, Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), on, restated);
    }

    static Need report(LocalDate on, List<Observation> reports) {
        return new Need(Kind.REPORT, Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), on, reports);
    }

    static Need named(Kind kind, Quantity change, List<String> what, LocalDate on, List<Observation> observations) {
        return new Need(kind, Optional.of(change), Optional.empty(), Optional.empty(), "", what, on, observations);
    }

    /** Whether nothing further is needed. */
    public boolean isNothing() {
        return kind == Kind.NOTHING || kind == Kind.HOLD;
    }

    @Override
    public String toString() {
        return Characters.shown(kind + change.map(amount -> " " + amount).orElse("") + becomes.map(amount -> " to " + amount).orElse("")
                + (stage.isEmpty() ? "" : " " + stage) + (what.isEmpty() ? "" : " " + what) + " by " + on);
    }
}
