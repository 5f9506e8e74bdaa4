package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Days from a first to a last, both included (起止日期). Immutable.
 *
 * @param first the first day, included; years from 1 to 9999
 * @param last the last day, included; not before {@code first}
 */
public record Span(LocalDate first, LocalDate last) {
    public Span {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (first.getYear() < 1 || last.getYear() > 9999) {
            throw new IllegalArgumentException("years must be from 1 to 9999, got " + first + "/" + last);
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last day must not be before the first, got " + first + "/" + last);
        }
    }

    /** 1 January to 31 December. */
    public static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /**
     * Reads {@code 2024-01-01/2024-03-31}, or a single day.
     *
     * @throws IllegalArgumentException if the text is not that, or names an impossible day
     */
    public static Span parse(String text) {
        int slash = text.indexOf('/');
        try {
            LocalDate first = LocalDate.parse(slash < 0 ? text : text.substring(0, slash));
            return new Span(first, slash < 0 ? first : LocalDate.parse(text.substring(slash + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "not a span of days: '" + text + "'; expected 2024-01-01/2024-12-31, both ends included", e);
        }
    }

    /** Whether the day lies inside. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether every day of the other lies inside. */
    public boolean contains(Span other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    /** How many days, both ends counted. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** {@code first/last}, as read by {@link #parse}. */
    @Override
    public String toString() {
        return first + "/" + last;
    }
}
