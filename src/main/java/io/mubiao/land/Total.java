package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Limits;

/**
 * The total score (综合得分): items and bonuses, held between floor and cap, then rounded. Immutable.
 *
 * @param limits what holds and rounds it
 * @param cite where it stands
 */
public record Total(Limits<Formula> limits, Cite cite) {
    /** Neither held nor rounded. */
    public static final Total PLAIN = new Total(Limits.none(), Cite.NONE);

    public Total {
        requireNonNull(limits, "limits");
        requireNonNull(cite, "cite");
    }
}
