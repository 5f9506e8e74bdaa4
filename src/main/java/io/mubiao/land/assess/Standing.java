package io.mubiao.land.assess;

/** Where an enterprise stands in the evaluation (参评状态). */
public enum Standing {
    /** Scored, ranked where the rule ranks, graded where it grades. */
    GRADED,
    /** In the population and scored, but not graded (参评不定级). */
    UNGRADED,
    /** As ungraded, and treated as a class (参评不定级，按某类对待). */
    TREATED_AS,
    /** Data collected only. */
    COLLECTED,
    /** Not in the population. */
    OUT,
    /** Nobody can tell: an input is missing or a divisor zero, and the rule does not say what then (不能判定). */
    UNDECIDED;

    /** Whether it is scored and counts in the population. */
    public boolean isScored() {
        return this == GRADED || this == UNGRADED || this == TREATED_AS;
    }
}
