package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often something is owed (频次). Immutable; {@link #slots} cuts a span into the slots that must be filled.
 */
public sealed interface Cadence {
    /** The most days of a span that is cut into slots: 100 years. */
    long LONGEST = 36_600;

    /**
     * The slots that belong to the span, in order. Months, quarters, half-years and years are those of the calendar, and
     * every day of the span lies in one; only a span of a whole number of them that begins between two (2024-04-06 to
     * 2025-04-05) is cut from its own first day, into as many. At the edges they are cut to the span, and less than half of
     * one is no slot of its own but belongs to its neighbour. A week belongs to the span that holds its middle day and
     * keeps all its seven days, within the years 1 to 9999.
     *
     * @param span at most {@link #LONGEST} days
     * @throws IllegalArgumentException if the span is longer
     */
    List<Slot> slots(Span span);

    /**
     * Checks that a span can be cut into slots.
     *
     * @throws IllegalArgumentException if it has more than {@link #LONGEST} days
     */
    static void checkLength(Span span) {
        if (span.days() > LONGEST) {
            throw new IllegalArgumentException("a period of " + span.days() + " days (" + span + ") is too long for slots; "
                    + "expected at most " + LONGEST + " days, which is 100 years");
        }
    }

    /** Every calendar month, quarter, half-year or year. */
    record Calendar(CalendarUnit unit) implements Cadence {
        public Calendar {
            requireNonNull(unit, "unit");
        }

        @Override
        public List<Slot> slots(Span span) {
            checkLength(span);
            int months = unit.months();
            LocalDate first = LocalDate.of(span.first().getYear(),
                    (span.first().getMonthValue() - 1) / months * months + 1, 1);
            long whole = ChronoUnit.MONTHS.between(span.first(), span.last().plusDays(1)) / months;
            boolean own = !first.equals(span.first()) && whole > 0
                    && span.first().plusMonths(whole * months).equals(span.last().plusDays(1));
            return List.copyOf(own ? counted(span, whole) : ofCalendar(span, first));
        }

        private List<Slot> counted(Span span, long number) {
            List<Slot> slots = new ArrayList<>();
            for (long i = 0; i < number; i++) {
                Span part = new Span(span.first().plusMonths(i * unit.months()),
                        span.first().plusMonths((i + 1) * unit.months()).minusDays(1));
                slots.add(new Slot(part.toString(), part));
            }
            return slots;
        }

        private List<Slot> ofCalendar(Span span, LocalDate first) {
            List<Slot> slots = new ArrayList<>();
            LocalDate next = first;
            for (LocalDate start = first; !start.isAfter(span.last()); start = next) {
                next = start.plusMonths(unit.months());
                LocalDate from = start.isBefore(span.first()) ? span.first() : start;
                LocalDate through = next.isAfter(span.last()) ? span.last() : next.minusDays(1);
                slots.add(new Slot(unit.label(start), new Span(from, through)));
            }
            if (slots.size() > 1 && 2 * slots.get(0).span().days() < ChronoUnit.DAYS.between(first, first.plusMonths(unit.months()))) {
                Slot second = slots.remove(1);
                slots.set(0, new Slot(second.label(), new Span(span.first(), second.span().last())));
            }
            Slot last = slots.get(slots.size() - 1);
            if (slots.size() > 1 && 2 * last.span().days() < ChronoUnit.DAYS.between(last.span().first(), next)) {
                slots.remove(last);
                Slot before = slots.get(slots.size() - 1);
                slots.set(slots.size() - 1, new Slot(before.label(), new Span(before.span().first(), span.last())));
            }
            return slots;
        }

        @Override
        public String toString() {
            return unit.word();
        }
    }

    /** Every week, or every odd or even one, under a declared numbering. */
    record Weekly(WeekParity parity, WeekNumbering numbering) implements Cadence {
        public Weekly {
            requireNonNull(parity, "parity");
            requireNonNull(numbering, "numbering");
        }

        @Override
        public List<Slot> slots(Span span) {
            checkLength(span);
            List<Slot> slots = new ArrayList<>();
            LocalDate start = numbering.firstWeekFor(span.first());
            while (!numbering.middle(start).isAfter(span.last())) {
                if (parity.accepts(numbering.number(start))) {
                    slots.add(new Slot(numbering.label(start), within(start, start.plusDays(6))));
                }
                start = start.plusWeeks(1);
            }
            return List.copyOf(slots);
        }

        /** The calendar of spans has the years 1 to 9999; a week at its edge is cut. */
        private static Span within(LocalDate first, LocalDate last) {
            return new Span(first.getYear() < 1 ? LocalDate.of(1, 1, 1) : first,
                    last.getYear() > 9999 ? LocalDate.of(9999, 12, 31) : last);
        }

        @Override
        public String toString() {
            return parity.word();
        }
    }

    /** Every occurrence of a day of the week. */
    record Weekday(DayOfWeek day) implements Cadence {
        public Weekday {
            requireNonNull(day, "day");
        }

        @Override
        public List<Slot> slots(Span span) {
            checkLength(span);
            List<Slot> slots = new ArrayList<>();
            LocalDate date = span.first().with(TemporalAdjusters.nextOrSame(day));
            while (!date.isAfter(span.last())) {
                slots.add(new Slot(date.toString(), new Span(date, date)));
                date = date.plusWeeks(1);
            }
            return List.copyOf(slots);
        }

        @Override
        public String toString() {
            return day.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Every window of a given length: one slot ends on each day from the first day on which a whole window lies inside
     * the span, and covers the length up to and including that day.
     */
    record Rolling(Period length) implements Cadence {
        public Rolling {
            requireNonNull(length, "length");
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("length must be positive, got " + length);
            }
        }

        @Override
        public List<Slot> slots(Span span) {
            checkLength(span);
            List<Slot> slots = new ArrayList<>();
            for (LocalDate last = span.first(); !last.isAfter(span.last()); last = last.plusDays(1)) {
                LocalDate first = last.minus(length).plusDays(1);
                if (!first.isBefore(span.first())) {
                    slots.add(new Slot(last.toString(), new Span(first, last)));
                }
            }
            return List.copyOf(slots);
        }

        @Override
        public String toString() {
            return "rolling " + length;
        }
    }

    /** Every calendar month. */
    static Cadence monthly() {
        return new Calendar(CalendarUnit.MONTH);
    }

    /** Every calendar quarter. */
    static Cadence quarterly() {
        return new Calendar(CalendarUnit.QUARTER);
    }

    /** Every half-year. */
    static Cadence halfYearly() {
        return new Calendar(CalendarUnit.HALF_YEAR);
    }

    /** Every calendar year. */
    static Cadence yearly() {
        return new Calendar(CalendarUnit.YEAR);
    }

    /** Every week under a numbering. */
    static Cadence weekly(WeekNumbering numbering) {
        return new Weekly(WeekParity.EVERY, numbering);
    }

    /** Every odd week (单周) under a numbering. */
    static Cadence oddWeeks(WeekNumbering numbering) {
        return new Weekly(WeekParity.ODD, numbering);
    }

    /** Every even week (双周) under a numbering. */
    static Cadence evenWeeks(WeekNumbering numbering) {
        return new Weekly(WeekParity.EVEN, numbering);
    }

    /** Every given day of the week. */
    static Cadence every(DayOfWeek day) {
        return new Weekday(day);
    }

    /** Every window of the given length, such as any 30 days. */
    static Cadence rolling(Period length) {
        return new Rolling(length);
    }

    /** Whether the text of a cadence needs a week numbering beside it. */
    static boolean needsNumbering(String text) {
        return WeekParity.of(text) != null;
    }

    /**
     * Reads month, quarter, half-year, year, week, odd-week, even-week, a day of the week, or {@code rolling P30D}.
     *
     * @param numbering the numbering for weeks; ignored by the others
     * @throws IllegalArgumentException if the text is none of these
     */
    static Cadence parse(String text, WeekNumbering numbering) {
        for (CalendarUnit unit : CalendarUnit.values()) {
            if (unit.word().equals(text)) {
                return new Calendar(unit);
            }
        }
        WeekParity parity = WeekParity.of(text);
        if (parity != null) {
            return new Weekly(parity, numbering);
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
                return new Weekday(day);
            }
        }
        if (text.startsWith("rolling ")) {
            return new Rolling(periodOf(text.substring(8)));
        }
        throw new IllegalArgumentException("unknown cadence '" + text + "'; expected month, quarter, half-year, year, "
                + "week, odd-week, even-week, monday … sunday, or rolling P30D");
    }

    private static Period periodOf(String text) {
        try {
            return Period.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("not a length: '" + text + "'; expected an ISO period such as P30D", e);
        }
    }
}
