package io.mubiao.observe;

/**
 * How a member of a coverage count is reported to stand (填报情形). A member with none of these is in the population and not
 * satisfied.
 */
public enum MemberStanding {
    /** It satisfies what is required (分子). */
    SATISFIED,
    /** It does not belong in the denominator at all (分母排除). */
    EXCLUDED,
    /** Excused: out of the denominator, but only while it is not in the numerator (分母例外). */
    EXCEPTED,
    /** It does not count as satisfied although it would (分子排除). */
    NUMERATOR_EXCLUDED
}
