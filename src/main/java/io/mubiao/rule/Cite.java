package io.mubiao.rule;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;

/**
 * Where a part of a rule stands (出处). Immutable.
 *
 * @param source the id of one of the rule's sources; empty if none is given
 * @param clause the clause or table; may be empty
 * @param assumption what the source leaves open and we assume, in words; empty if nothing is assumed
 */
public record Cite(String source, String clause, String assumption) {
    /** No source given. */
    public static final Cite NONE = new Cite("", "", "");

    public Cite {
        requireNonNull(source, "source");
        requireNonNull(clause, "clause");
        requireNonNull(assumption, "assumption");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
