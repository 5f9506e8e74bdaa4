package io.mubiao.scoring.internal;

import io.mubiao.formula.Value;
import io.mubiao.trace.Trace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a compiled rule finds what it needs to know of an item. */
interface Inputs {
    /** A number, day or flag. */
    Value number(Want want);

    /** How an input of a set of targets came about; empty for any other. */
    default Optional<Trace> trace(Want want, Value value) {
        return Optional.empty();
    }

    /** Whether somebody hands an input over, and nothing is read of a target. */
    boolean isGiven(Want want);

    /** A text; null if it is missing. */
    @Nullable String text(Want want);

    /** Why the first missing input is missing, in words; may be empty. */
    String why(Want want);
}
