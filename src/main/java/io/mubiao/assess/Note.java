package io.mubiao.assess;

import static java.util.Objects.requireNonNull;

/**
 * Something a reader of the result should know. Immutable.
 *
 * @param kind what it is about
 * @param detail names, ids, dates or numbers
 */
public record Note(Kind kind, String detail) {
    /** What a note is about. */
    public enum Kind {
        /** Observations that reach outside the period or past the as-of date were left out. */
        LEFT_OUT,
        /** Running totals that begin on another day than the target counts from were left out. */
        OTHER_BEGINNING,
        /** An extension was approved after the deadline then in force. */
        APPROVED_LATE,
        /** An extension is only requested. */
        EXTENSION_PENDING,
        /** An item reached the stage only after the deadline. */
        REACHED_LATE,
        /** An item or member that the register does not list was observed. */
        UNLISTED,
        /** The last figure is dated before the end of the period. */
        LAST_FIGURE,
        /** Numerator and denominator are of different days. */
        DIFFERENT_DAYS,
        /** A figure on the other basis stands beside. */
        OTHER_BASIS,
        /** Another source says otherwise of the same day, and was recorded earlier. */
        OTHER_SOURCE
    }

    public Note {
        requireNonNull(kind, "kind");
        requireNonNull(detail, "detail");
    }
}
