package io.mubiao.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;

/**
 * What an observation did to the assessment of a target (影响). Immutable.
 *
 * @param target the target's id
 * @param kind what it did
 * @param detail ids, days or instants; may be empty
 */
public record Effect(String target, Kind kind, String detail) {
    /** What an observation does. */
    public enum Kind {
        /** The assessment is another one (已生效). */
        TOOK_EFFECT,
        /** It counts, and changes nothing (计入，结果不变). */
        NO_DIFFERENCE,
        /** A later figure of the same sort decides: of a later day, or known later; named (被更晚的数据取代). */
        OUTVOTED,
        /** It is about days outside the period up to the deadline (不在考核期内). */
        OUTSIDE_PERIOD,
        /** It is about a day after the day of the question (晚于考核时点). */
        AFTER_AS_OF,
        /** It became known after what the question knows (当时尚不知道). */
        NOT_KNOWN,
        /** It was corrected or retracted (已被更正或撤销). */
        SUPERSEDED,
        /** The target counts on the other basis; it stands beside (口径不同，仅作参照). */
        OTHER_BASIS
    }

    public Effect {
        requireNonNull(target, "target");
        requireNonNull(kind, "kind");
        requireNonNull(detail, "detail");
    }

    /** Target, kind and detail on one line. */
    @Override
    public String toString() {
        return Characters.shown(target + " " + kind + (detail.isEmpty() ? "" : ": " + detail));
    }
}
