package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import java.util.Optional;

/**
 * Which scoring rule scores which targets (计分办法的适用). Immutable. The first that fits a target makes it an item.
 *
 * @param when a test of id, kind, chapter, owner, strength, binding; empty for all
 * @param rule the name of the rule; empty where such targets are not scored
 * @param points the full points; the rule's where empty
 */
public record Assign(Optional<Formula> when, String rule, Optional<Rational> points) {
    public Assign {
        requireNonNull(when, "when");
        requireNonNull(rule, "rule");
        requireNonNull(points, "points");
    }

    /** All targets by one rule. */
    public static Assign all(String rule) {
        return new Assign(Optional.empty(), rule, Optional.empty());
    }
}
