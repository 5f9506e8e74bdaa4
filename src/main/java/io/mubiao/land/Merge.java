package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import java.util.List;
import java.util.Optional;

/**
 * Which rows are evaluated as one (合并评价): parcels with several firms, groups with subsidiaries. Numbers are added up,
 * texts are those of the lead row, and all members share one result. Immutable.
 *
 * @param by the text column that members have in common; rows without it stand alone
 * @param except rows that stay out of the merging, such as tenants above a size; empty if none do
 * @param lead which row gives the texts and days; without one the first of a merged lot by id
 * @param sums the number columns added up; empty for all of them
 * @param alsoIndependent whether members are evaluated on their own as well (混合型企业双重评价)
 * @param cite where it stands
 */
public record Merge(String by, Optional<Formula> except, Optional<Formula> lead, List<String> sums,
        boolean alsoIndependent, Cite cite) {
    public Merge {
        requireNonNull(by, "by");
        requireNonNull(except, "except");
        requireNonNull(lead, "lead");
        sums = List.copyOf(sums);
        requireNonNull(cite, "cite");
    }
}
