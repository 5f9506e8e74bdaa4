package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.value.Rounding;
import java.util.Optional;

/**
 * The total score (综合得分): items and bonuses, held between floor and cap, then rounded. Immutable.
 *
 * @param cap the most; empty for none
 * @param floor the least; empty for none
 * @param rounding the declared rounding; empty if it is not rounded
 * @param cite where it stands
 */
public record Total(Optional<Formula> cap, Optional<Formula> floor, Optional<Rounding> rounding, Cite cite) {
    /** Neither held nor rounded. */
    public static final Total PLAIN = new Total(Optional.empty(), Optional.empty(), Optional.empty(), Cite.NONE);

    public Total {
        requireNonNull(cap, "cap");
        requireNonNull(floor, "floor");
        requireNonNull(rounding, "rounding");
        requireNonNull(cite, "cite");
    }
}
