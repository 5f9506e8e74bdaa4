package io.mubiao.land.assess.internal.part;

import java.io.Serial;

/** Some rows of a range are here and others are not. */
public final class SplitRangeException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How many are here. */
    public final long here;
    /** How many there are. */
    public final long all;

    SplitRangeException(long here, long all) {
        super("only " + here + " of the " + all + " rows of a range of totals are here");
        this.here = here;
        this.all = all;
    }
}
