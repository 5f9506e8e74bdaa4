package io.mubiao.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Working days (工作日历): Monday to Friday, less public holidays, plus weekend days worked in exchange (调休). A
 * make-up day wins over a holiday. Immutable.
 *
 * @param id the name a register uses
 * @param holidays spans without work
 * @param makeUpDays weekend days on which people work
 */
public record WorkCalendar(String id, List<Span> holidays, List<LocalDate> makeUpDays) {
    public WorkCalendar {
        requireNonNull(id, "id");
        holidays = List.copyOf(holidays);
        makeUpDays = List.copyOf(makeUpDays);
    }

    /** Whether people work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.stream().noneMatch(holiday -> holiday.contains(day));
    }

    /** How many working days from one day through another; 0 if {@code last} is before {@code first}. */
    public long workingDays(LocalDate first, LocalDate last) {
        return last.isBefore(first) ? 0 : first.datesUntil(last.plusDays(1)).filter(this::isWorkingDay).count();
    }
}
