package io.mubiao.io.register;

import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as ledgers write them: by a month, a quarter or a year, which stand for their last day, and without the year of the period. */
final class LedgerDay {
    private static final String YEAR = "(?:([12][0-9]{3})[-/.年])?";
    private static final String BY = "(?:份?(?:底|末)?|(?:底|末)(?:之|以)?前)";
    private static final Pattern MONTH = Pattern.compile(YEAR + "([0-9]{1,2})月?" + BY);
    private static final Pattern DAYS = Pattern.compile("([12][0-9]{3})[-/.年]([0-9]{1,2})月?");
    private static final Pattern DAY = Pattern.compile(YEAR + "([0-9]{1,2})月([0-9]{1,2})日((?:之|以)?前)?");
    private static final Pattern QUARTER = Pattern.compile(YEAR + "第?([一二三四1-4])季度" + BY);
    private static final Pattern HALF = Pattern.compile(YEAR + "(上|下)半年" + BY);
    private static final Pattern WHOLE = Pattern.compile("([12][0-9]{3})年(?:全年|年?" + BY + ")|(?:本年|年|全年|当年)" + BY + "|全年|年内");
    /** A spreadsheet makes it of 2024.10 too. */
    private static final Pattern UNSURE = Pattern.compile("[12][0-9]{3}\\.1");
    private static final String QUARTERS = "一二三四";

    private LedgerDay() {}

    /** Whether it is January or October nobody knows. */
    static boolean isUnsure(String text) {
        return UNSURE.matcher(text).matches();
    }

    /** The year that all days of a period have; empty if they have several. */
    static OptionalInt year(Span period) {
        int first = period.first().getYear();
        return first == period.last().getYear() ? OptionalInt.of(first) : OptionalInt.empty();
    }

    /**
     * The day; empty if it is written otherwise, or its year is not known.
     *
     * @param year the year meant where none is written
     */
    static Optional<LocalDate> of(String typed, OptionalInt year) {
        String text = TypedText.of(typed).text().replace(" ", "");
        Matcher month = MONTH.matcher(text);
        Matcher day = DAY.matcher(text);
        Matcher quarter = QUARTER.matcher(text);
        Matcher half = HALF.matcher(text);
        Matcher whole = WHOLE.matcher(text);
        try {
            if (isUnsure(text)) {
                return Optional.empty();
            }
            if (month.matches() && (month.group(1) != null || text.contains("月"))) {
                return end(month.group(1), year, Integer.parseInt(month.group(2)));
            }
            if (day.matches() && (day.group(1) == null ? year.isPresent() : day.group(4) != null)) {
                return Optional.of(LocalDate.of(day.group(1) == null ? year.getAsInt() : Integer.parseInt(day.group(1)),
                        Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
            }
            if (quarter.matches()) {
                int index = QUARTERS.indexOf(quarter.group(2));
                return end(quarter.group(1), year, 3 * (index < 0 ? Integer.parseInt(quarter.group(2)) : index + 1));
            }
            if (half.matches()) {
                return end(half.group(1), year, half.group(2).equals("上") ? 6 : 12);
            }
            return whole.matches() && !text.equals("年") ? end(whole.group(1), year, 12) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> end(@Nullable String written, OptionalInt year, int month) {
        return written == null && year.isEmpty() ? Optional.empty()
                : Optional.of(YearMonth.of(written == null ? year.getAsInt() : Integer.parseInt(written), month).atEndOfMonth());
    }

    /** A month as its days; anything else as it is. */
    static String span(String text) {
        Matcher month = DAYS.matcher(TypedText.of(text).text());
        if (!month.matches() || isUnsure(month.group()) || Integer.parseInt(month.group(2)) > 12 || Integer.parseInt(month.group(2)) < 1) {
            return text;
        }
        YearMonth days = YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
        return days.atDay(1) + "/" + days.atEndOfMonth();
    }

    /** A day that is written with its year; empty if it is none. */
    static Optional<LocalDate> plain(String text) {
        try {
            return Optional.of(DayText.of(text).day());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
