package io.mubiao.io.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part that was read, was left out, or could not be read (then there is a problem). */
public record ReadPart<T>(@Nullable T value) {
    /** Something leans on a part that was refused, and is not checked itself. */
    public static final class Refused extends IllegalStateException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        public Refused() {
            super("a part that could not be read was used");
        }
    }

    public static <T> ReadPart<T> of(@Nullable T value) {
        return new ReadPart<>(value);
    }

    public static <T> ReadPart<T> missing() {
        return new ReadPart<>(null);
    }

    /**
     * The part that was read.
     *
     * @throws Refused if it could not be read
     */
    public T get() {
        if (value == null) {
            throw new Refused();
        }
        return value;
    }

    public @Nullable T orNull() {
        return value;
    }

    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }

    public T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
