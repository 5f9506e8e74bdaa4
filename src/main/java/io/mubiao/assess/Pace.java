package io.mubiao.assess;

/** Whether enough is done by now (序时进度). */
public enum Pace {
    /** 达到序时: actual &ge; expected, unrounded. */
    ON_PACE,
    /** 落后序时. */
    BEHIND,
    /** 未到期: nothing is due yet. */
    NOT_DUE,
    /** 不评进度: there is no pace to judge. */
    NOT_JUDGED
}
