package io.mubiao.forecast;

/** Why nothing can be said about the deadline. */
public enum NoForecast {
    /** 不可衡量: the document leaves open what would be measured. */
    UNMEASURABLE,
    /** 定性: people judge; nothing to extrapolate. */
    JUDGED,
    /** 不适用: the question has no answer. */
    NOT_APPLICABLE,
    /** 尚未开始: the period has not begun. */
    NOT_BEGUN,
    /** 数据过期: the last report is overdue. */
    STALE,
    /** 数据不足: there is no verdict to start from, or not the number that would be extrapolated. */
    INSUFFICIENT_DATA,
    /** 过早: less of the plan has elapsed than is declared to be the least. */
    TOO_EARLY,
    /** 数据点太少: fewer figures than are declared to be the least, or too few once weighed. */
    TOO_FEW_POINTS,
    /** 无波动: the figures lie exactly on one line, so nothing says how far off it might be. */
    NO_SCATTER,
    /** 无进度计划: no curve says what share is planned by now (annual-only; a milestone without a plan of its own). */
    NO_PLAN,
    /** 计划已完: by the plan everything should be done, so it says nothing about the days left. */
    PLAN_OVER,
    /** 不在范围内: a figure lies where the method does not reach: outside declared bounds, or too large. */
    OUT_OF_RANGE
}
