package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.text.internal.Characters;

/**
 * One enterprise before and after a change (变动). Immutable.
 *
 * @param id its id
 * @param before its result before
 * @param after its result after
 */
public record Move(String id, EnterpriseResult before, EnterpriseResult after) {
    public Move {
        requireNonNull(id, "id");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** Whether the total moved. */
    public boolean inScore() {
        return !before.total().equals(after.total());
    }

    /** Whether the place moved. */
    public boolean inRank() {
        return !before.place().equals(after.place());
    }

    /** Whether the standing, the class before overrides or the final class moved. */
    public boolean inClass() {
        return before.standing() != after.standing() || !before.initialClass().equals(after.initialClass())
                || !before.finalClass().equals(after.finalClass()) || !before.label().equals(after.label());
    }

    @Override
    public String toString() {
        return Characters.shown(before + " -> " + after);
    }
}
