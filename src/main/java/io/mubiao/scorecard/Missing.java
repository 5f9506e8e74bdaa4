package io.mubiao.scorecard;

/** What a node does about children that have no points (缺项处理). Example: 8 of 10, 10 of 10, and nothing known of 10. */
public enum Missing {
    /** The node has no points either (不予计分). */
    REFUSE,
    /** They are left out of points and full points: 18 of 20 (剔除). */
    SKIP,
    /** The points of the others are raised in proportion: 27 of 30 (重新分配权重). */
    REWEIGHT,
    /** They get nothing, because the rule says so: 18 of 30 (按零分). */
    ZERO
}
