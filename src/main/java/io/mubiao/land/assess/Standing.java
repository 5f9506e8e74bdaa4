package io.mubiao.land.assess;

/** Where an enterprise stands in the evaluation (参评状态). */
public enum Standing {
    /** Scored, ranked where the rule ranks, graded where it grades. */
    GRADED(0),
    /** In the population and scored, but not graded (参评不定级). */
    UNGRADED(1),
    /** As ungraded, and treated as a class (参评不定级，按某类对待). */
    TREATED_AS(2),
    /** Data collected only. */
    COLLECTED(3),
    /** Not in the population. */
    OUT(4),
    /** Nobody can tell: an input is missing or a divisor zero, and the rule does not say what then (不能判定). */
    UNDECIDED(5);

    private static final Standing[] ALL = values();

    private final byte code;

    Standing(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static Standing of(byte code) {
        return ALL[code];
    }

    /** Whether it is scored and counts in the population. */
    public boolean isScored() {
        return this == GRADED || this == UNGRADED || this == TREATED_AS;
    }
}
