package io.mubiao.formula.internal;

import io.mubiao.formula.Value;
import org.jspecify.annotations.Nullable;

/** Where a compiled formula finds its inputs. */
public interface Frame {
    /** The number, day (as days since 1970-01-01) or flag (1 or 0) in a slot. */
    Value number(int slot);

    /** The text in a slot, null if it is missing. */
    @Nullable String text(int slot);
}
