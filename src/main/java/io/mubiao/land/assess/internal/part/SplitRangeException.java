package io.mubiao.land.assess.internal.part;

import java.io.Serial;

/** Some rows of a range are here and others are not. */
public final class SplitRangeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How many are here. */
    public final long here;
    /** How many there are. */
    public final long all;

    SplitRangeException(int segment, long here, long all) {
        super("segment " + segment + ": " + here + " of " + all);
        this.here = here;
        this.all = all;
    }
}
