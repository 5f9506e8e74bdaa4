package io.mubiao.compare;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation;
import io.mubiao.text.internal.Characters;
import java.util.Optional;

/**
 * What changed an item between two scorecards (变动原因). Immutable.
 *
 * @param kind what it is
 * @param observation the observation; empty where it is none
 * @param detail versions, deadlines, days or names; may be empty
 */
public record Cause(Kind kind, Optional<Observation> observation, String detail) {
    /** What a cause is. */
    public enum Kind {
        /** A fact became effective or known (新增数据). */
        OBSERVED,
        /** An observation was corrected or withdrawn (更正或撤销). */
        CORRECTED,
        /** A stream was stated to be complete (零报告). */
        STATED_COMPLETE,
        /** Another version of the goal counts, or another deadline (目标调整或延期). */
        GOAL_CHANGED,
        /** The scorecards follow different rules, or a decision of a person begins or ends (办法或人工调整变化). */
        RULE_CHANGED,
        /** Items it is compared with, or earlier periods, changed (同组或往期变化). */
        OTHERS_CHANGED,
        /** Nothing but the calendar (仅时间推移). */
        TIME_PASSED
    }

    public Cause {
        requireNonNull(kind, "kind");
        requireNonNull(observation, "observation");
        requireNonNull(detail, "detail");
    }

    static Cause of(Kind kind, String detail) {
        return new Cause(kind, Optional.empty(), detail);
    }

    @Override
    public String toString() {
        return Characters.shown(kind + observation.map(it -> " " + it.entry().id()).orElse("") + (detail.isEmpty() ? "" : " " + detail));
    }
}
