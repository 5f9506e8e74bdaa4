package io.mubiao.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
    /** Spring Festival 2024: off from 10 to 17 February, worked on the Sundays 4 and 18 February. */
    private static final WorkCalendar CHINA = new WorkCalendar("cn-2024",
            List.of(Span.parse("2024-02-10/2024-02-17")),
            List.of(LocalDate.of(2024, 2, 4), LocalDate.of(2024, 2, 18)));

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-04", "2024-02-18"})
    void makeUpSundaysAreWorked(LocalDate sunday) {
        assertTrue(CHINA.isWorkingDay(sunday));
        assertFalse(new WorkCalendar("plain", List.of(), List.of()).isWorkingDay(sunday));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-12", "2024-02-16"})
    void weekdaysOfTheHolidayAreNotWorked(LocalDate weekday) {
        assertFalse(CHINA.isWorkingDay(weekday));
        assertTrue(new WorkCalendar("plain", List.of(), List.of()).isWorkingDay(weekday));
    }

    @Test
    void theEdgesOfTheHolidayBelongToIt() {
        WorkCalendar weekdays = new WorkCalendar("edges", List.of(Span.parse("2024-02-12/2024-02-16")), List.of());
        assertFalse(weekdays.isWorkingDay(LocalDate.of(2024, 2, 12)));
        assertFalse(weekdays.isWorkingDay(LocalDate.of(2024, 2, 16)));
        assertTrue(weekdays.isWorkingDay(LocalDate.of(2024, 2, 9)));
        assertTrue(weekdays.isWorkingDay(LocalDate.of(2024, 2, 19)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-03", "2024-02-10", "2024-02-17", "2024-02-24", "2024-02-25"})
    void otherWeekendDaysAreFree(LocalDate day) {
        assertFalse(CHINA.isWorkingDay(day));
    }

    @Test
    void aMakeUpDayWinsOverAHoliday() {
        WorkCalendar both = new WorkCalendar("both", List.of(Span.parse("2024-02-10/2024-02-18")),
                List.of(LocalDate.of(2024, 2, 18)));
        assertTrue(both.isWorkingDay(LocalDate.of(2024, 2, 18)));
    }

    @Test
    void february2024Has18WorkingDays() {
        // 21 weekdays, less 5 of the holiday, and 2 Sundays worked in exchange
        assertEquals(18, CHINA.workingDays(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)));
    }

    @Test
    void bothEndsAreCounted() {
        LocalDate sunday = LocalDate.of(2024, 2, 4);
        assertEquals(1, CHINA.workingDays(sunday, sunday));
        assertEquals(2, CHINA.workingDays(sunday, sunday.plusDays(1)));
        assertEquals(0, CHINA.workingDays(sunday, sunday.minusDays(1)));
    }
}
