package io.mubiao.method;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.time.Cadence;
import io.mubiao.time.CalendarUnit;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * A stretch of time with its real length: February 2024 has 29 days, and a day on which the clocks change 23 or 25 hours.
 * Immutable.
 *
 * @param start the first instant, included
 * @param end the first instant after it
 */
public record Window(Instant start, Instant end) {
    public Window {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        checkArgument(start.isBefore(end), "a window must not be empty, got %s to %s", start, end);
    }

    /** The days of a span in a zone. */
    public static Window of(Span days, ZoneId zone) {
        return new Window(days.first().atStartOfDay(zone).toInstant(),
                days.last().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The calendar month, quarter, half-year or year that holds a day. */
    public static Window calendar(CalendarUnit unit, LocalDate day, ZoneId zone) {
        for (Slot slot : new Cadence.Calendar(unit).slots(Span.year(day.getYear()))) {
            if (slot.span().contains(day)) {
                return of(slot.span(), zone);
            }
        }
        throw new AssertionError(unit + " " + day);
    }

    /** The calendar days, weeks, months or years up to an instant, on the clock of a zone. */
    public static Window rolling(Period length, Instant end, ZoneId zone) {
        return new Window(end.atZone(zone).minus(length).toInstant(), end);
    }

    /** The hours, minutes and seconds up to an instant. */
    public static Window rolling(Duration length, Instant end) {
        return new Window(end.minus(length), end);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** How many slices of a length it holds; a slice cut off by the end is a part of one. */
    public Rational slices(Duration slice) {
        return ratio(length(), slice);
    }

    /** How many times one length goes into another, exactly. */
    static Rational ratio(Duration length, Duration unit) {
        checkArgument(!unit.isNegative() && !unit.isZero(), "a length must be above zero, got %s", unit);
        return seconds(length).dividedBy(seconds(unit));
    }

    static Rational seconds(Duration length) {
        return Rational.of(length.getSeconds()).plus(Rational.of(length.getNano(), 1_000_000_000L));
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
