package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import java.util.Optional;

/**
 * Points given or taken on top of the items (加分项、扣分项); negative points are a deduction. Immutable.
 *
 * @param id its name
 * @param title its name for people
 * @param when who gets it; everybody if empty
 * @param amount the points, or the share of the items' sum
 * @param ofSubtotal whether the amount is a share of the items' sum
 * @param limit the most points either way; empty for none
 * @param category the category whose limit it counts against; empty for none
 * @param missingIsNone whether a missing input means that it is not given; else there is no total
 * @param cite where it stands
 */
public record Bonus(String id, String title, Optional<Formula> when, Formula amount, boolean ofSubtotal,
        Optional<Formula> limit, String category, boolean missingIsNone, Cite cite) {
    public Bonus {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(when, "when");
        requireNonNull(amount, "amount");
        requireNonNull(limit, "limit");
        requireNonNull(category, "category");
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
