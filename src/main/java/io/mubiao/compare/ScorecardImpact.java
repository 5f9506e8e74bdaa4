package io.mubiao.compare;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Addition;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.text.internal.Characters;
import java.util.List;

/**
 * What further observations move (影响清单). Immutable.
 *
 * @param before the scorecard as it is
 * @param after the scorecard with them
 * @param diff what differs
 * @param additions what each observation did, in the order given
 */
public record ScorecardImpact(Scorecard before, Scorecard after, ScorecardDiff diff, List<Addition> additions) {
    public ScorecardImpact {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(diff, "diff");
        additions = List.copyOf(additions);
    }

    /** Whether nothing moves. */
    public boolean isEmpty() {
        return diff.isEmpty();
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
