package io.mubiao.formula.internal;

/** What a test gives. */
public enum Truth {
    /** It holds. */
    TRUE,
    /** It does not hold. */
    FALSE,
    /** An input is missing, so nobody can tell (不能判定). */
    UNKNOWN,
    /** The inputs are only known to lie in a range, and it holds for some of it. */
    OPEN;

    /** TRUE or FALSE. */
    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        return least(this, other);
    }

    Truth or(Truth other) {
        return least(not(), other.not()).not();
    }

    Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : this;
    }

    private static Truth least(Truth a, Truth b) {
        if (a == FALSE || b == FALSE) {
            return FALSE;
        }
        if (a == OPEN || b == OPEN) {
            return OPEN;
        }
        return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : TRUE;
    }
}
