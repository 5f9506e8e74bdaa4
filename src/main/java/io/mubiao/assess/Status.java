package io.mubiao.assess;

/**
 * The one word printed for verdict and pace. The order below is the precedence: the first that either axis says wins.
 */
public enum Status {
    /** 不可衡量. */
    UNMEASURABLE,
    /** 不适用. */
    NOT_APPLICABLE,
    /** 数据不足. */
    INSUFFICIENT_DATA,
    /** 数据过期. */
    STALE,
    /** 触碰红线. */
    BREACHED,
    /** 逾期未达成. */
    MISSED,
    /** 落后序时; also of something that holds so far but is used up faster than planned. */
    BEHIND,
    /** 达成. */
    MET,
    /** 达到序时. */
    ON_PACE,
    /** 未到期. */
    NOT_DUE,
    /** 未达成, and no pace is judged. */
    NOT_MET;

    /** The status of a verdict and a pace. */
    public static Status of(Verdict verdict, Pace pace) {
        Status fromVerdict = valueOf(verdict.name());
        Status fromPace = pace == Pace.NOT_JUDGED ? NOT_MET : valueOf(pace.name());
        return fromVerdict.compareTo(fromPace) <= 0 ? fromVerdict : fromPace;
    }
}
