package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A person's judgement beside a computed node or item (评定意见). Immutable; it changes no number.
 *
 * @param view the view of the node; empty for an item
 * @param of the id of the item or node
 * @param assessor who judged
 * @param band what was said
 * @param on the day
 * @param comment why; may be empty
 */
public record Judgement(String view, String of, String assessor, String band, LocalDate on, String comment) {
    public Judgement {
        requireNonNull(view, "view");
        requireNonNull(of, "of");
        requireNonNull(assessor, "assessor");
        requireNonNull(band, "band");
        requireNonNull(on, "on");
        requireNonNull(comment, "comment");
    }
}
