package io.mubiao.value;

import io.mubiao.problem.Reasoned;
import java.io.Serial;

/** Two units do not convert into each other, or one is not of the sort that is needed (单位不能换算). */
public final class UnitMismatchException extends IllegalArgumentException implements Reasoned {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    UnitMismatchException(String message, String found, String expected) {
        super(message);
        this.found = found;
        this.expected = expected;
    }

    @Override
    public String code() {
        return "UNIT_MISMATCH";
    }

    /** The symbol of the one unit. */
    public String found() {
        return found;
    }

    /** The symbol of the other, or of one that would do. */
    public String expected() {
        return expected;
    }
}
