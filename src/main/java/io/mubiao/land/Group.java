package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.lookup.LookupList;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Optional;

/**
 * Enterprises scored by one set of items (评价分组): 规上 and 规下, from 3 亩 on and below. Immutable.
 *
 * @param id its name; known in formulas and rankings as the label {@code group}
 * @param title its name for people
 * @param when who belongs to it; the first group that fits is taken, everybody if empty
 * @param weightsTotal what the weights must sum to; empty if it has no items
 * @param items the scored lines, in order
 * @param rankOn the indicator that ranks where nothing is scored (单指标排序), SF9
 * @param cite where it stands
 */
public record Group(String id, String title, Optional<Formula> when, Optional<Formula> weightsTotal, LookupList<Item> items,
        Optional<String> rankOn, Cite cite) {
    public Group {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(when, "when");
        requireNonNull(weightsTotal, "weightsTotal");
        requireNonNull(items, "items");
        requireNonNull(rankOn, "rankOn");
        requireNonNull(cite, "cite");
    }

    /** As declared. */
    public Group(String id, String title, Optional<Formula> when, Optional<Formula> weightsTotal, List<Item> items,
            Optional<String> rankOn, Cite cite) {
        this(id, title, when, weightsTotal, LookupList.of("group '" + id + "'", "item", items, Item::id), rankOn, cite);
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
