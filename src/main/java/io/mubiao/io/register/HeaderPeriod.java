package io.mubiao.io.register;

import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.time.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a figure says of its days: 1-9月累计完成, 截至9月底完成, 累计完成（1-9月）, 三季度完成. Immutable.
 *
 * @param figure what the figure is: total, month, quarter or span
 * @param year the year that it says, if it says one
 * @param first the month with its first day
 * @param last the month with its last day
 * @param day the last day; 0 for the last of the month
 * @param part whether it is one of such as may stand side by side: 1月完成, 二季度完成
 * @param bare whether it says nothing but days: 1-6月
 */
record HeaderPeriod(String figure, OptionalInt year, int first, int last, int day, boolean part, boolean bare) {
    private static final String TILL = "(?<till>截[至止])?到?(?:(?<year>[12][0-9]{3})年|今年|本年|当年)?";
    private static final String MONTHS = "(?:(?<from>1?[0-9])月?份?[-—–~至到]{1,2})?(?<to>1?[0-9])月份?"
            + "(?<by>[底末])?(?:(?<day>[1-3]?[0-9])[日号])?止?";
    private static final String QUARTER = "(?:(?<since>前|[一1](?:季度)?[-—–~至到]{1,2})?第?(?<quarter>[一二两三四1-4])个?季度"
            + "|(?<half>[上下])半年)(?<end>[底末])?";
    private static final String PERIOD = TILL + "(?:" + MONTHS + "|" + QUARTER + ")";
    private static final Pattern BEFORE = Pattern.compile(PERIOD + "(?<rest>.*)");
    private static final Pattern FRONT = Pattern.compile(PERIOD);
    private static final Pattern BEHIND = Pattern.compile("(?<rest>[^()]+)\\(" + PERIOD + "\\)");
    private static final String QUARTERS = "一二三四";
    private static final int YEAR = 12;

    /** What a header says; empty if it says no days, or heads no figure. */
    static Optional<HeaderPeriod> of(HeaderCell header) {
        return of(CellText.key(header.text())).or(() -> of(header.base()));
    }

    private static Optional<HeaderPeriod> of(String text) {
        Matcher before = BEFORE.matcher(text);
        Matcher behind = BEHIND.matcher(text);
        Matcher it = before.matches() ? before : behind;
        return it == before || behind.matches() ? of(it) : Optional.empty();
    }

    private static Optional<HeaderPeriod> of(Matcher it) {
        int first = it.group("from") == null ? 0 : Integer.parseInt(it.group("from"));
        int last;
        if (it.group("to") != null) {
            last = Integer.parseInt(it.group("to"));
            first = first == 0 ? last : first;
        } else if (it.group("quarter") != null) {
            last = 3 * quarter(it.group("quarter"));
            first = it.group("since") == null ? last - 2 : 1;
        } else {
            last = it.group("half").equals("上") ? YEAR / 2 : YEAR;
            first = last - YEAR / 2 + 1;
        }
        boolean upTo = it.group("till") != null || (it.group("from") == null
                && Stream.of("by", "day", "end").anyMatch(one -> it.group(one) != null));
        boolean plain = TableWords.meant("figure", List.of("total"), it.group("rest")).isEmpty() && !upTo;
        boolean single = first == last || (it.group("quarter") != null && last - first == 2);
        boolean bare = it.group("rest").isEmpty();
        String figure = !bare ? figure(it.group("rest"), first == 1 || upTo, last - first)
                : it.group("till") != null || (it.group("from") != null && first == 1) ? "total" : "";
        OptionalInt year = it.group("year") == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(it.group("year")));
        boolean possible = first >= 1 && first <= last && last <= YEAR && !figure.isEmpty();
        return !possible ? Optional.empty()
                : Optional.of(new HeaderPeriod(figure, year, first, last, number(it.group("day")), plain && (single || first > 1), bare));
    }

    private static int quarter(String text) {
        int index = QUARTERS.indexOf(text.replace('两', '二'));
        return index < 0 ? Integer.parseInt(text) : index + 1;
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    /** What a figure is by the words beside its days; a plain one of days from the first of the year on is a running total. */
    private static String figure(String words, boolean total, int months) {
        Optional<String> said = TableWords.meant("figure", List.of("total", "month", "quarter"), words);
        if (said.isPresent()) {
            return said.get();
        }
        boolean plain = TableWords.meant("observation", List.of("value"), words).isPresent()
                || TableWords.meant("figure", List.of("plain"), words).isPresent();
        boolean told = TableWords.meant("figure", List.of("progress"), words).isPresent();
        if (total) {
            return plain ? "total" : told ? "progress" : "";
        }
        return !plain && !told ? "" : months == 0 ? "month" : months == 2 ? "quarter" : "span";
    }

    /** Whether the figure holds all since the year began. */
    boolean isTotal() {
        return figure.equals("total") || figure.equals("progress");
    }

    /** Whether it is a running total that holds those of months beside it. */
    boolean isRunning() {
        return isTotal() && !part && !bare;
    }

    /** Whether figures of these days can be those of a day. */
    boolean holds(LocalDate on) {
        boolean within = part ? on.getMonthValue() >= first && on.getMonthValue() <= last : on.getMonthValue() == last;
        return within && (day == 0 || day == on.getDayOfMonth()) && (year.isEmpty() || year.getAsInt() == on.getYear());
    }

    /** The days that the header of a figure says, as they are written; empty if it says none. */
    static String written(String header) {
        String text = CellText.key(header);
        Matcher front = FRONT.matcher(text);
        Matcher behind = BEHIND.matcher(text);
        return of(new HeaderCell(header, 0)).isEmpty() ? "" : front.lookingAt() ? front.group()
                : behind.matches() ? text.substring(behind.end("rest") + 1, text.length() - 1) : "";
    }

    /** The days; empty if nothing says their year. */
    Optional<Span> days(OptionalInt usual) {
        OptionalInt in = year.isPresent() ? year : usual;
        if (in.isEmpty()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(in.getAsInt(), last);
            LocalDate end = day == 0 ? month.atEndOfMonth() : month.atDay(day);
            return Optional.of(new Span(LocalDate.of(in.getAsInt(), isTotal() ? 1 : first, 1), end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
