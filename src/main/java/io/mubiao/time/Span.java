package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.TypedText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days from a first to a last, both included (起止日期). Immutable.
 *
 * @param first the first day, included; years from 1 to 9999
 * @param last the last day, included; not before {@code first}
 */
public record Span(LocalDate first, LocalDate last) {
    private static final int LONGEST = 60;

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
     * Reads {@code 2024-01-01/2024-03-31}, or a single day; days may be in any form of {@link DayText}, with 至 or ~ between
     * them too: {@code 2024年1月1日至2024年3月31日}.
     *
     * @throws IllegalArgumentException if the text is not that, can be read in two ways, or names an impossible day
     */
    public static Span parse(String text) {
        String plain = TypedText.of(text).text();
        Optional<Span> found = Optional.empty();
        for (int i = 1; i < plain.length() - 1 && plain.length() <= LONGEST; i++) {
            char between = plain.charAt(i);
            if (between == '/' || between == '~' || between == '至' || between == '—') {
                Optional<LocalDate> first = day(plain.substring(0, i));
                Optional<LocalDate> last = day(plain.substring(i + 1));
                found = first.isPresent() && last.isPresent() ? Optional.of(new Span(first.get(), last.get())) : found;
            }
        }
        return found.or(() -> day(plain).map(it -> new Span(it, it)))
                .orElseThrow(() -> new IllegalArgumentException("not a span of days: '" + Characters.shown(shortened(text))
                        + "'; expected 2024-01-01/2024-12-31, both ends included, years from 1 to 9999"
                        + DayText.readings(text).map(it -> "; or a day: " + it).orElse("")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(DayText.of(text).day());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
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
