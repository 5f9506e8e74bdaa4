package io.mubiao.method;

/** Why a method gives no answer. */
public enum NoAnswer {
    /** There is no numeric target: the document leaves it open, or the goal has no number. */
    NO_TARGET,
    /** Nothing was observed. */
    NO_OBSERVATION,
    /** A part that is needed has no number itself. */
    INPUT_MISSING,
    /** Fewer points, years or peers than the method needs. */
    TOO_FEW_POINTS,
    /** The denominator is zero. */
    ZERO_DENOMINATOR,
    /** The base is zero: there is no rate of growth. */
    ZERO_BASE,
    /** Base and present value differ in sign: there is no compound rate. */
    SIGN_CHANGE,
    /** The start is the target, so there is no way to go of which a share could be done. */
    START_IS_TARGET,
    /** The deadline is not after the base. */
    NO_TIME,
    /** The method knows only more or less is better, not both. */
    TWO_SIDED,
    /** Best and worst are the same. */
    ZERO_RANGE,
    /** All peers are alike. */
    NO_SPREAD,
    /** More is missing than the completeness gate lets pass. */
    TOO_MUCH_MISSING,
    /** More is counted in a part than in the whole, or something below zero. */
    INCONSISTENT_COUNTS,
    /** Nothing happened in the window, so nothing was good or bad. */
    NO_TRAFFIC,
    /** The objective is 100 %: there is no budget to burn. */
    ZERO_BUDGET,
    /** The published table says nothing about this value. */
    PUBLISHED_HOLE,
    /** Shares of different wholes are not summed. */
    SHARES_NOT_SUMMED
}
