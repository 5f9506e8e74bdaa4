package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;

/**
 * What an enterprise must meet to be in the population (参评范围). Immutable.
 *
 * @param id its name
 * @param when the test
 * @param cite where it stands
 */
public record Requirement(String id, Formula when, Cite cite) {
    public Requirement {
        requireNonNull(id, "id");
        requireNonNull(when, "when");
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
