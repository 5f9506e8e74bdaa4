package io.mubiao.scorecard;

/** How a node makes its points of those below it (汇总方式). Each example has children with 8 of 10 and 10 of 10 points. */
public enum Rollup {
    /** Points add up: 18 of 20. With named weights each child's share of its full points counts by its weight (加权求和). */
    WEIGHTED_SUM,
    /** All or nothing: full points only where every child reaches its own (全有或全无): 0. */
    ALL_OR_NOTHING,
    /**
     * Opportunities are pooled: what was fulfilled in all targets ÷ what was to be fulfilled in all (机会合并). A target
     * with cells, members or a numerator brings those, any other one opportunity, fulfilled where it is met.
     */
    OPPORTUNITY,
    /** The share of the worst child (取最差): 80 %. */
    WORST_OF,
    /** The share of the last child that has one (取最新): 100 %. */
    LATEST
}
