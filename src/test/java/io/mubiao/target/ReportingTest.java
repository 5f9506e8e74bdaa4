package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.Refusal;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingTest {
    @ParameterizedTest
    @CsvSource({
        "P1M,2024-02-29,2024-03-31", "P1M,2024-01-31,2024-02-29", "P1M,2023-01-31,2023-02-28",
        "P1M,2024-03-31,2024-04-30", "P3M,2024-06-30,2024-09-30", "P3M,2024-11-30,2025-02-28",
        "P1Y,2023-02-28,2024-02-29", "P1Y2M,2024-02-29,2025-04-30"
    })
    void wholeMonthsGoFromMonthEndToMonthEnd(Period every, LocalDate last, LocalDate through) {
        assertEquals(through, new Reporting(every, Period.ZERO).freshThrough(last));
    }

    @ParameterizedTest
    @CsvSource({"P1M,2024-02-28,2024-03-28", "P1M,2024-01-30,2024-02-29", "P7D,2024-02-29,2024-03-07",
            "P1M1D,2024-02-29,2024-03-30", "P30D,2024-01-31,2024-03-01"})
    void otherDaysAndIntervalsAreAddedAsTheyAre(Period every, LocalDate last, LocalDate through) {
        assertEquals(through, new Reporting(every, Period.ZERO).freshThrough(last));
    }

    @Test
    void graceComesAfterTheInterval() {
        Reporting monthly = new Reporting(Period.ofMonths(1), Period.ofDays(10));
        assertEquals(LocalDate.of(2024, 4, 10), monthly.freshThrough(LocalDate.of(2024, 2, 29)));
    }

    @ParameterizedTest
    @CsvSource({"P0D,P0D", "P-1M,P0D"})
    void theIntervalIsPositive(Period every, Period grace) {
        Refusal.naming(() -> new Reporting(every, grace), "interval", every.toString());
    }

    @Test
    void graceIsNotNegative() {
        Refusal.naming(() -> new Reporting(Period.ofMonths(1), Period.ofDays(-1)), "grace", "P-1D");
    }
}
