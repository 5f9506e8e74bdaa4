package io.mubiao.land.assess;

import org.jspecify.annotations.Nullable;

/** Sums of numerators and denominators by group, over blocks of columns. */
final class FastSums {
    private FastSums() {}

    /** The sums, or null where the rule or the data are not fit for it. */
    static @Nullable BaselinePart of(Binding binding, Scope scope, Workers workers, int bits, boolean prior) {
        return null;
    }
}
