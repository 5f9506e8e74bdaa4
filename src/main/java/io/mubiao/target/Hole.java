package io.mubiao.target;

import static java.util.Objects.requireNonNull;

/**
 * A part of a target that the document leaves open (缺项). Immutable.
 *
 * @param part which: cadence, limit, stage, population, baseline, severity, evidence …
 * @param words what the document says instead; may be empty
 */
public record Hole(String part, String words) {
    public Hole {
        requireNonNull(part, "part");
        requireNonNull(words, "words");
    }

    @Override
    public String toString() {
        return words.isEmpty() ? part : part + " (" + words + ")";
    }
}
