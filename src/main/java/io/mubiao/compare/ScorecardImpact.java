package io.mubiao.compare;

import static java.util.Objects.requireNonNull;

import io.mubiao.scorecard.Scorecard;

/**
 * What further observations move (影响清单). Immutable.
 *
 * @param before the scorecard as it is
 * @param after the scorecard with them
 * @param diff what differs
 */
public record ScorecardImpact(Scorecard before, Scorecard after, ScorecardDiff diff) {
    public ScorecardImpact {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(diff, "diff");
    }

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return diff.isEmpty();
    }
}
