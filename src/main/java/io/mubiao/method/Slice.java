package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What happened in one slice of time of a service level objective. Immutable.
 *
 * @param good good events
 * @param total all events; 0 makes the slice idle
 */
public record Slice(long good, long total) {
    public Slice {
        checkArgument(good >= 0 && good <= total, "good must be between 0 and total %s, got %s", total, good);
    }

    boolean isIdle() {
        return total == 0;
    }

    /** What an idle slice is; of 3 good slices, 1 bad and 4 idle ones, bad are 1 of 4, 1 of 8 or 5 of 8. */
    public enum Idle {
        /** Nothing: it is not counted. */
        LEFT_OUT,
        /** Good, because it is declared so. */
        GOOD,
        /** Bad, because it is declared so. */
        BAD
    }
}
