package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's decision in place of a computed one (人工调整). Immutable. It has an author, a reason and an end, the computed
 * value stands beside it, and it never outvotes a veto.
 *
 * @param view the view of the node; empty for an item
 * @param of the id of the item or node
 * @param points the points instead
 * @param grade the grade instead
 * @param light the light instead
 * @param author who decided
 * @param reason why
 * @param from the first day it counts
 * @param until the last day it counts, included
 */
public record ManualOverride(String view, String of, Optional<Rational> points, Optional<String> grade, Optional<String> light,
        String author, String reason, LocalDate from, LocalDate until) {
    public ManualOverride {
        requireNonNull(view, "view");
        requireNonNull(of, "of");
        requireNonNull(points, "points");
        requireNonNull(grade, "grade");
        requireNonNull(light, "light");
        if (author.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("the override of '" + of + "' needs an author and a reason");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the override of '" + of + "' ends on " + until + " before it begins on "
                    + from);
        }
        if (points.isEmpty() && grade.isEmpty() && light.isEmpty()) {
            throw new IllegalArgumentException("the override of '" + of + "' changes nothing");
        }
    }

    /** Whether it counts on a day. */
    public boolean countsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
