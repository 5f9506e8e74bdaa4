package io.mubiao.land.assess.internal.part;

import java.io.Serial;

/** A rule needs more than parts may keep. */
public final class NotInPartsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What needs it. */
    public enum Why {
        /** Places within a group are among all its different numbers. */
        PLACES,
        /** Vacated places are filled again among all different totals. */
        REFILL,
        /** Units and their members are ranked by totals of their own, and cannot travel by both. */
        BOTH
    }

    public final Why why;
    /** So many different numbers a part may keep. */
    public final int limit;

    NotInPartsException(Why why, int limit) {
        super(why.name());
        this.why = why;
        this.limit = limit;
    }
}
