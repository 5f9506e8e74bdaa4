package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import java.util.Optional;

/**
 * What changes a class after it was found (调档规则), one of a list that is followed in order. Immutable.
 *
 * @param id its name
 * @param title its name for people
 * @param when whom it concerns; empty for a manual change, which names the enterprise
 * @param effect what it does
 * @param to the class set, the ceiling or the floor; empty for shifts and manual changes
 * @param steps how many classes up (positive) or down a shift goes
 * @param cite where it stands
 */
public record PostRule(String id, String title, Optional<Formula> when, Effect effect, String to, int steps, Cite cite) {
    /** What it does to the class found so far. */
    public enum Effect {
        /** Sets the class (直接定档). */
        SET,
        /** No better than this class (封顶): a veto. */
        NOT_ABOVE,
        /** No worse than this class (保底): a grace. */
        NOT_BELOW,
        /** Up or down by classes, held at the ends (升降档). */
        SHIFT,
        /** The class a person gives, with a reason (手动调档). */
        MANUAL
    }

    public PostRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(when, "when");
        requireNonNull(effect, "effect");
        requireNonNull(to, "to");
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
