package io.mubiao.assess;

/** Why there is no verdict on the facts. */
public enum Reason {
    /** The document leaves a part open. */
    HOLE,
    /** Nothing was observed in the period. */
    NO_OBSERVATION,
    /** The stream is not stated to be complete as far as would be needed; no event is not inferred. */
    NOT_COMPLETE,
    /** The deadline has passed, and what is known ends before it; the detail names the last day. */
    ENDS_EARLY,
    /** Some members, samples or cells are unreported, and they would decide. */
    UNREPORTED,
    /** What is known is older than the declared reporting interval and grace. */
    REPORT_OVERDUE,
    /** The denominator is zero. */
    ZERO_DENOMINATOR,
    /** The base is zero. */
    ZERO_BASE,
    /** The base has not been observed. */
    MISSING_BASE,
    /** Base and present value have different signs. */
    SIGN_CHANGE,
    /** A compound rate from a negative base. */
    NEGATIVE_BASE,
    /** The base is of the same month as the present figure or a later one, so that no rate per year follows. */
    BASE_NOT_EARLIER,
    /** A unit does not convert into the one required. */
    UNIT_MISMATCH,
    /** Increments of one source overlap. */
    OVERLAPPING_INCREMENTS,
    /** The stream mixes increments and running totals. */
    MIXED_KINDS,
    /** The stream holds observations of another kind than the goal measures; levels are never summed. */
    WRONG_KIND,
    /** A stage, grade or attribute is missing or unknown. */
    UNKNOWN_ATTRIBUTE
}
