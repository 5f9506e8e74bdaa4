package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.TypedText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days from a first to a last, both included (起止日期). Immutable.
 *
 * @param first the first day, included; years from 1 to 9999
 * @param last the last day, included; not before {@code first}
 */
public record Span(LocalDate first, LocalDate last) {
    private static final int LONGEST = 60;
    private static final Pattern NAMED = Pattern.compile(
            "(?<year>[12][0-9]{3})年?(度|(?<half>[上下])半年|[-/.]?(?<month>[0-9]{1,2})月?|(第|-?Q)?(?<quarter>[1-4一二三四])(季度?)?)?");

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
                        + DayText.readings(text).map(it -> "; or a day: " + it).orElse("")
                        + meant(plain).map(it -> "; " + it + " was probably meant").orElse("")));
    }

    /** A year, half-year, quarter or month as people name it. */
    private static Optional<Span> meant(String text) {
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(named.group("year"));
        if (named.group("month") != null) {
            int month = Integer.parseInt(named.group("month"));
            return month < 1 || month > 12 ? Optional.empty() : Optional.of(months(year, month, 1));
        }
        if (named.group("quarter") != null) {
            return Optional.of(months(year, 3 * ("1234一二三四".indexOf(named.group("quarter")) % 4) + 1, 3));
        }
        return Optional.of(named.group("half") == null ? year(year) : months(year, named.group("half").equals("上") ? 1 : 7, 6));
    }

    private static Span months(int year, int first, int count) {
        LocalDate from = LocalDate.of(year, first, 1);
        return new Span(from, from.plusMonths(count).minusDays(1));
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
