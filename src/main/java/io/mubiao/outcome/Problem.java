package io.mubiao.outcome;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.Characters;
import java.io.Serializable;

/**
 * One thing that is wrong or doubtful, with its place. Immutable.
 *
 * @param severity whether it makes the thing unusable
 * @param code a stable name for programs, such as {@code UNKNOWN_FIELD} or {@code NO_OWNER}
 * @param place where: file, line, column and path as far as known, or the id of a target
 * @param message what was found and what was expected
 */
public record Problem(Severity severity, String code, Place place, String message) implements Serializable {
    /** How bad it is. */
    public enum Severity {
        /** The definition or row cannot be used (错误). */
        ERROR,
        /** It can be used, and somebody should look (提醒). */
        WARNING
    }

    public Problem {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(message, "message");
    }

    /** A problem that makes its subject unusable. */
    public static Problem error(String code, Place place, String message) {
        return new Problem(Severity.ERROR, code, place, message);
    }

    /** A doubt that leaves its subject usable. */
    public static Problem warning(String code, Place place, String message) {
        return new Problem(Severity.WARNING, code, place, message);
    }

    /** On one line, safe to show: hidden characters of the texts concerned are pictures or codes. */
    @Override
    public String toString() {
        String where = place.toString();
        return Characters.shown((where.isEmpty() ? "" : where + ": ") + severity + " " + code + ": " + message);
    }
}
