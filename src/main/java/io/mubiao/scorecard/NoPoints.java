package io.mubiao.scorecard;

/** Why a node has no points (不予计分的原因). */
public enum NoPoints {
    /** There is nothing below it. */
    NOTHING_BELOW,
    /** Some children have no points, and its rule refuses that. */
    LACKING,
    /** No child has points. */
    NOTHING_KNOWN,
    /** Less is known than its completeness gate asks for. */
    INCOMPLETE,
    /** What counts has no full points to divide by. */
    NOTHING_TO_DIVIDE
}
