package io.mubiao.text.internal;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it (日期文本): 2024-09-30, 2024/9/30, 2024.9.30, 2024年9月30日, 20240930, with a spreadsheet's time
 * of day behind it, or a spreadsheet's number of days since 1899-12-30. What can be read in two ways is refused. Immutable.
 *
 * @param day the day
 * @param changes what was changed; empty for 2024-09-30
 */
public record DayText(LocalDate day, Set<Change> changes) {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})([-/.年]) ?([0-9]{1,2})([-/.月]) ?([0-9]{1,2})(日?)");
    private static final Pattern COMPACT = Pattern.compile("(19|20)([0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern SERIAL = Pattern.compile("([1-7][0-9]{4})(?:\\.0+)?");
    private static final Pattern TIME = Pattern.compile("[ T]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?$");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("[0-9]{1,2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?");
    private static final Pattern MONTH = Pattern.compile("([12][0-9]{3})[-/年]([0-9]{1,2})(?:月份?)?(?:底|末)?");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST_SERIAL = LocalDate.of(2099, 12, 31);
    private static final String MIDNIGHT = "[ T]+0{1,2}:00(:00(\\.0+)?)?";

    public DayText {
        requireNonNull(day, "day");
        changes = Set.copyOf(changes);
    }

    /**
     * Reads a day, whatever its width and blanks.
     *
     * @throws IllegalArgumentException if it is no day of the years 1 to 9999, or one that can be read in two ways; says
     *     what was found and what was expected, both readings if there are two
     */
    public static DayText of(String typed) {
        TypedText plain = TypedText.of(typed);
        Set<Change> changes = EnumSet.noneOf(Change.class);
        changes.addAll(plain.changes());
        String text = plain.text();
        Matcher time = TIME.matcher(text);
        if (time.find()) {
            changes.add(time.group().matches(MIDNIGHT) ? Change.DAY_FORM : Change.TIME_OF_DAY);
            text = text.substring(0, time.start());
        }
        LocalDate day = written(text, changes);
        if (day == null) {
            throw bad(text, expected(text));
        }
        return new DayText(day, changes);
    }

    private static @Nullable LocalDate written(String text, Set<Change> changes) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            LocalDate day = day(text, form.group(1), form.group(3), form.group(5));
            if (!day.toString().equals(text)) {
                changes.add(Change.DAY_FORM);
            }
            return day;
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            changes.add(Change.DAY_FORM);
            return day(text, compact.group(1) + compact.group(2), compact.group(3), compact.group(4));
        }
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            LocalDate day = EPOCH.plusDays(Integer.parseInt(serial.group(1)));
            if (!day.isBefore(FIRST_SERIAL) && !day.isAfter(LAST_SERIAL)) {
                changes.add(Change.SERIAL_DAY);
                return day;
            }
        }
        return null;
    }

    private static LocalDate day(String text, String year, String month, String day) {
        try {
            LocalDate read = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (read.getYear() >= 1) {
                return read;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: '" + text + "'; expected a day of the calendar", e);
        }
        throw new IllegalArgumentException("not a date from year 1 to 9999: '" + text + "'");
    }

    /** What a text may mean that is refused because days are not written so, if it may mean any. */
    public static Optional<String> readings(String typed) {
        String text = TypedText.of(typed).text();
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            Optional<LocalDate> dayFirst = possible(last.group(3), last.group(2), last.group(1));
            Optional<LocalDate> monthFirst = possible(last.group(3), last.group(1), last.group(2));
            return dayFirst.isPresent() && monthFirst.isPresent()
                    ? Optional.of(dayFirst.get() + " (day first) or " + monthFirst.get() + " (month first)")
                    : dayFirst.or(() -> monthFirst).map(LocalDate::toString);
        }
        return SHORT_YEAR.matcher(text).matches() ? Optional.of("a year of four digits, such as 2024-03-31") : Optional.empty();
    }

    private static String expected(String text) {
        return readings(text).or(() -> inMonth(text)).orElse("such as 2024-03-31");
    }

    private static Optional<String> inMonth(String text) {
        Matcher month = MONTH.matcher(text);
        return month.matches() ? possible(month.group(1), month.group(2), "1").map(it -> "a day of the month, such as " + it.plusMonths(1).minusDays(1))
                : Optional.empty();
    }

    private static Optional<LocalDate> possible(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static IllegalArgumentException bad(String text, String expected) {
        String start = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new IllegalArgumentException("not a date: '" + Characters.shown(start) + "'; expected " + expected);
    }
}
