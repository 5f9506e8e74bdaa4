package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * How weeks are numbered (周次规则), which decides what an odd week is. Immutable.
 *
 * <p>ISO: weeks begin on Monday and belong to the year of their Thursday; 2020 and 2026 have 53, so week 53 and the
 * next week 1 are two odd weeks in a row. Counted: week 1 begins on a declared day, each week has seven days, and the
 * count goes on across the year end.
 *
 * @param weekOne the first day of week 1, empty for ISO
 */
public record WeekNumbering(Optional<LocalDate> weekOne) {
    private static final int MIDDLE = 3;

    /** ISO-8601 weeks. */
    public static WeekNumbering iso() {
        return new WeekNumbering(Optional.empty());
    }

    /** Weeks counted from a declared first day of week 1, such as the first working day of the year. */
    public static WeekNumbering countedFrom(LocalDate weekOne) {
        return new WeekNumbering(Optional.of(weekOne));
    }

    /**
     * Reads {@code iso} or {@code from 2024-01-02}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static WeekNumbering parse(String text) {
        if (text.equals("iso")) {
            return iso();
        }
        if (text.startsWith("from ") && text.indexOf('/') < 0) {
            return countedFrom(Span.parse(text.substring(5)).first());
        }
        throw new IllegalArgumentException("unknown week numbering '" + text + "'; expected iso or from 2024-01-02");
    }

    /** The first day of the first week whose middle day is not before the given day; never before week 1. */
    LocalDate firstWeekFor(LocalDate day) {
        LocalDate earliest = day.minusDays(MIDDLE);
        return weekOne.map(first -> first.plusDays((Math.max(0, ChronoUnit.DAYS.between(first, earliest)) + 6) / 7 * 7))
                .orElseGet(() -> earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }

    /** A week belongs to a period when its middle day (the Thursday of an ISO week) does. */
    LocalDate middle(LocalDate weekStart) {
        return weekStart.plusDays(MIDDLE);
    }

    int number(LocalDate weekStart) {
        return weekOne.map(first -> (int) (ChronoUnit.DAYS.between(first, weekStart) / 7) + 1)
                .orElseGet(() -> weekStart.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    String label(LocalDate weekStart) {
        int year = weekOne.map(LocalDate::getYear).orElseGet(() -> weekStart.get(IsoFields.WEEK_BASED_YEAR));
        return String.format(java.util.Locale.ROOT, "%d-W%02d", year, number(weekStart));
    }

    /** {@code iso} or {@code from 2024-01-02}, as read by {@link #parse}. */
    @Override
    public String toString() {
        return weekOne.map(first -> "from " + first).orElse("iso");
    }
}
