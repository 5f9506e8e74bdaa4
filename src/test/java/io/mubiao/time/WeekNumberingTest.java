package io.mubiao.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekNumberingTest {
    private static final WeekNumbering COUNTED = WeekNumbering.countedFrom(LocalDate.of(2024, 1, 2));

    @Test
    void whatIsPrintedIsReadBack() {
        assertEquals("iso", WeekNumbering.iso().toString());
        assertEquals("from 2024-01-02", COUNTED.toString());
        assertEquals(WeekNumbering.iso(), WeekNumbering.parse("iso"));
        assertEquals(COUNTED, WeekNumbering.parse("from 2024-01-02"));
        assertNotEquals(WeekNumbering.iso(), COUNTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO", "iso ", "from", "from ", "from 2024-02-30", "2024-01-02", "from today"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WeekNumbering.parse(text));
    }

    @Test
    void weekOneIsADayAndNotASpan() {
        assertThrows(IllegalArgumentException.class, () -> WeekNumbering.parse("from 2024-01-02/2024-12-31"));
    }

    @ParameterizedTest
    @CsvSource({"2023-01-02,1", "2020-12-28,53", "2021-01-04,1", "2026-12-28,53", "2024-12-30,1"})
    void isoNumbersFollowTheThursday(LocalDate monday, int number) {
        assertEquals(number, WeekNumbering.iso().number(monday));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-02,1", "2024-01-09,2", "2024-12-31,53", "2025-01-07,54"})
    void countedNumbersNeverBeginAnew(LocalDate start, int number) {
        assertEquals(number, COUNTED.number(start));
    }
}
