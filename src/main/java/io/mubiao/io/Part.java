package io.mubiao.io;

import org.jspecify.annotations.Nullable;

/** A part that was read, was left out, or could not be read (then there is a problem). */
record Part<T>(@Nullable T value) {
    /** Something leans on a part that was refused, and is not checked itself. */
    static final class Refused extends IllegalStateException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Refused() {
            super("a part that could not be read was used");
        }
    }

    static <T> Part<T> of(@Nullable T value) {
        return new Part<>(value);
    }

    static <T> Part<T> missing() {
        return new Part<>(null);
    }

    /** @throws Refused if it could not be read */
    T get() {
        if (value == null) {
            throw new Refused();
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
