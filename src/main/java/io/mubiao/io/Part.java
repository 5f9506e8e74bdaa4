package io.mubiao.io;

import org.jspecify.annotations.Nullable;

/** A part that was read, was left out, or could not be read (then there is a problem). */
record Part<T>(@Nullable T value) {
    static <T> Part<T> of(@Nullable T value) {
        return new Part<>(value);
    }

    static <T> Part<T> missing() {
        return new Part<>(null);
    }

    /** The part; to be called only where reading did not fail. */
    T get() {
        if (value == null) {
            throw new IllegalStateException("a part that could not be read was used");
        }
        return value;
    }

    @Nullable T orNull() {
        return value;
    }

    T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
