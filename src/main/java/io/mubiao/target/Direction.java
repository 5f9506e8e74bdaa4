package io.mubiao.target;

/** Which way is good. */
public enum Direction {
    /** 越大越好. */
    HIGHER_IS_BETTER,
    /** 越小越好. */
    LOWER_IS_BETTER,
    /** 区间内最好. */
    TWO_SIDED
}
