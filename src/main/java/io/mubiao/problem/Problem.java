package io.mubiao.problem;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.Translation;
import java.io.Serializable;
import java.util.Locale;

/**
 * One thing that is wrong or doubtful, with its place. Immutable.
 *
 * @param severity whether it makes the thing unusable
 * @param code a stable name for programs, such as {@code UNKNOWN_FIELD} or {@code NO_OWNER}
 * @param place where: file, line, column and path as far as known, or the id of a target
 * @param message what was found and what was expected, in English
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

    /** What was found and what was expected, in Chinese, or for any other locale in English. */
    public String message(Locale locale) {
        return Translation.translate(message, locale);
    }

    /** On one line, safe to show: hidden characters of the texts concerned are pictures or codes. */
    @Override
    public String toString() {
        return toString(Locale.ROOT);
    }

    /** The same in Chinese, or for any other locale in English; the code is the same in all. */
    public String toString(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String where = place.toString(locale);
        String how = chinese ? (severity == Severity.ERROR ? "错误" : "提醒") : severity.toString();
        return Characters.shown((where.isEmpty() ? "" : where + (chinese ? "：" : ": ")) + how + " " + code
                + (chinese ? "：" : ": ") + message(locale));
    }
}
