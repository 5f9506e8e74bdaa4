package io.mubiao.trace;

/** What a number or fact in a trace is. The words for each live in {@code io.mubiao.render}. */
public enum Term {
    /** The amount achieved. */
    ACTUAL,
    /** What is required. */
    REQUIRED,
    /** Achieved ÷ required (or required ÷ achieved where less is better). */
    ATTAINMENT,
    /** Attainment held between 0 and 100 %. */
    CAPPED_ATTAINMENT,
    /** The share of the whole that is owed by now. */
    EXPECTED_SHARE,
    /** The amount owed by now. */
    EXPECTED,
    /** Achieved ÷ owed by now. */
    OF_EXPECTED,
    /** The numerator of a rate. */
    NUMERATOR,
    /** What is taken out of the numerator. */
    NUMERATOR_EXCLUSION,
    /** The denominator of a rate. */
    DENOMINATOR,
    /** What does not belong in the denominator. */
    DENOMINATOR_EXCLUSION,
    /** What is excused from the denominator. */
    DENOMINATOR_EXCEPTION,
    /** The numerator that counts. */
    EFFECTIVE_NUMERATOR,
    /** The denominator that counts. */
    EFFECTIVE_DENOMINATOR,
    /** A share or rate. */
    RATE,
    /** The base of a change. */
    BASE,
    /** The present value of a change. */
    NOW,
    /** The change. */
    CHANGE,
    /** Years between base and present. */
    YEARS,
    /** Cells of a quota that are due. */
    DUE_CELLS,
    /** Cells of a quota that are fulfilled. */
    FULFILLED_CELLS,
    /** Cells of a quota that are excused. */
    EXCUSED_CELLS,
    /** A cell that closed without enough events. */
    MISSED_CELL,
    /** A cell of which nothing is known. */
    UNKNOWN_CELL,
    /** Members or items reported satisfied or reached. */
    REACHED,
    /** Members, items or evidence still missing. */
    MISSING,
    /** Samples taken. */
    SAMPLES,
    /** Samples that meet the level. */
    SAMPLES_MET,
    /** A sample that does not meet the level. */
    FAILED_SAMPLE,
    /** The worst sample. */
    WORST,
    /** The mean of the samples. */
    MEAN,
    /** Events at or above the severity. */
    OCCURRENCES,
    /** The day something was reached or first happened. */
    ON,
    /** The day of the figure used. */
    AS_AT,
    /** The deadline in force. */
    DUE,
    /** How far the data is stated to be complete. */
    COMPLETE_THROUGH,
    /** Observations that reach outside the period or past the as-of date. */
    LEFT_OUT,
    /** The part that the document leaves open. */
    HOLE,
    /** Why there is no answer. */
    REASON,
    /** The rule applied. */
    RULE,
    /** A named input of a formula. */
    NAMED_INPUT,
    /** A number worked out by a formula. */
    WORKED_OUT
}
