package io.mubiao.target;

import static java.util.Objects.requireNonNull;

/**
 * How strongly a target is committed to (承诺力度). Immutable.
 *
 * @param strength the strength
 * @param verb the word that carries it, such as 确保; empty if none stands there
 * @param inherited whether the verb stands in an earlier clause and only reaches here
 */
public record Commitment(Strength strength, String verb, boolean inherited) {
    public Commitment {
        requireNonNull(strength, "strength");
        requireNonNull(verb, "verb");
    }
}
