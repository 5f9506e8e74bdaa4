package io.mubiao.assess;

import io.mubiao.text.internal.Characters;
import java.time.LocalDate;

/**
 * A person's judgement beside the computed verdict (评定意见). Immutable.
 *
 * @param assessor who judged
 * @param band what was said
 * @param on the day of the judgement
 * @param comment why; may be empty
 */
public record Opinion(String assessor, String band, LocalDate on, String comment) {
    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
