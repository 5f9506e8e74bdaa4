package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A part of a target that the document either states or leaves open. A part left open is a typed hole: the target
 * keeps its kind and its verdict is UNMEASURABLE, naming the hole. Immutable.
 *
 * @param <T> the type of the part
 */
public sealed interface Stated<T> {
    /** The document states it. */
    record Known<T>(T value) implements Stated<T> {
        public Known {
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * The document does not state it.
     *
     * @param words what the document says instead, such as 常态化; may be empty
     */
    record Open<T>(String words) implements Stated<T> {
        public Open {
            words = words.strip();
        }

        @Override
        public String toString() {
            return words.isEmpty() ? "?" : "? " + words;
        }
    }

    /** A stated part. */
    static <T> Stated<T> of(T value) {
        return new Known<>(value);
    }

    /** A part left open by these words. */
    static <T> Stated<T> open(String words) {
        return new Open<>(words);
    }

    /** The part, if it is stated. */
    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /**
     * The part.
     *
     * @throws IllegalStateException if the document leaves it open
     */
    default T get() {
        return known().orElseThrow(() -> new IllegalStateException("left open by the document: " + this));
    }

    /** The hole under the name of the part, if it is one. */
    default Optional<Hole> hole(String part) {
        return this instanceof Open<T> open ? Optional.of(new Hole(part, open.words())) : Optional.empty();
    }
}
