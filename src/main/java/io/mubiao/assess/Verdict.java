package io.mubiao.assess;

/** Whether what is required holds on the as-of date. */
public enum Verdict {
    /** 达成: it holds; {@link Assessment#settled()} says whether that can still change. */
    MET,
    /** 未达成: it does not hold yet, and the deadline has not passed. */
    NOT_MET,
    /** 逾期未达成: the deadline (or, of a quota, that of a slot) has passed and it does not hold. */
    MISSED,
    /** 触碰红线: it happened, and that stays so. */
    BREACHED,
    /** 不适用: the question has no answer, such as a share of nobody. */
    NOT_APPLICABLE,
    /** 数据不足: not enough is known. */
    INSUFFICIENT_DATA,
    /** 数据过期: what is known is older than the declared reporting interval and grace allow. */
    STALE,
    /** 不可衡量: the document leaves open what would be needed to measure it. */
    UNMEASURABLE
}
