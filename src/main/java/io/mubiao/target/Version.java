package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A dated version of a target's goal (指标调整). Immutable.
 *
 * @param from the day from which it is in force
 * @param authority who adjusted it
 * @param reason why
 * @param goal what holds from then on
 */
public record Version(LocalDate from, String authority, String reason, Goal goal) {
    public Version {
        requireNonNull(from, "from");
        requireNonNull(goal, "goal");
        if (authority.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an adjustment needs an authority and a reason, got '" + authority
                    + "' and '" + reason + "'");
        }
    }
}
