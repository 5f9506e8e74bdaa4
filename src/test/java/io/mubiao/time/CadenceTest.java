package io.mubiao.time;

import static io.mubiao.time.Slots.Y2024;
import static io.mubiao.time.Slots.labels;
import static io.mubiao.time.Slots.last;
import static io.mubiao.time.Slots.spans;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    @Test
    void aYearHasTwelveMonthsWithRealMonthEnds() {
        List<Slot> months = Cadence.monthly().slots(Y2024);
        assertEquals(12, months.size());
        assertEquals(new Slot("2024-02", Span.parse("2024-02-01/2024-02-29")), months.get(1));
        assertEquals(new Slot("2024-12", Span.parse("2024-12-01/2024-12-31")), last(months));
    }

    @Test
    void quartersAndHalfYearsDivideTheYear() {
        assertEquals(List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"), labels(Cadence.quarterly().slots(Y2024)));
        assertEquals(List.of("2024-01-01/2024-03-31", "2024-04-01/2024-06-30", "2024-07-01/2024-09-30",
                "2024-10-01/2024-12-31"), spans(Cadence.quarterly().slots(Y2024)));
        assertEquals(List.of("2024-H1", "2024-H2"), labels(Cadence.halfYearly().slots(Y2024)));
        assertEquals(List.of("2024-01-01/2024-06-30", "2024-07-01/2024-12-31"),
                spans(Cadence.halfYearly().slots(Y2024)));
    }

    @ParameterizedTest
    @CsvSource({
        "year, 2023-07-01/2024-06-30, 2023-07-01/2024-06-30",
        "quarter, 2024-04-06/2025-04-05, 2024-04-06/2024-07-05 2024-07-06/2024-10-05 2024-10-06/2025-01-05 2025-01-06/2025-04-05",
        "half-year, 2024-04-06/2025-04-05, 2024-04-06/2024-10-05 2024-10-06/2025-04-05",
        "month, 2024-01-31/2024-03-30, 2024-01-31/2024-02-28 2024-02-29/2024-03-30",
    })
    void aWholeNumberOfUnitsHasAsManySlotsWhereverItBegins(String unit, String span, String slots) {
        assertEquals(List.of(slots.split(" ")), spans(Cadence.parse(unit, WeekNumbering.iso()).slots(Span.parse(span))));
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2024-01-15/2024-03-17, 2024-01-15/2024-01-31 2024-02-01/2024-02-29 2024-03-01/2024-03-17",
        "month, 2024-01-15/2024-03-10, 2024-01-15/2024-01-31 2024-02-01/2024-03-10",
        "month, 2024-01-25/2024-03-10, 2024-01-25/2024-03-10",
        "quarter, 2024-03-01/2024-12-31, 2024-03-01/2024-06-30 2024-07-01/2024-09-30 2024-10-01/2024-12-31",
        "quarter, 2024-03-25/2024-04-10, 2024-03-25/2024-04-10",
    })
    void slotsAtTheEdgesAreCutToTheSpanAndLessThanHalfBelongsToTheNeighbour(String unit, String span, String slots) {
        assertEquals(List.of(slots.split(" ")), spans(Cadence.parse(unit, WeekNumbering.iso()).slots(Span.parse(span))));
    }

    @Test
    void aQuarterCutOnBothSidesIsOneSlot() {
        assertEquals(List.of(new Slot("2024-Q1", Span.parse("2024-02-10/2024-02-20"))),
                Cadence.quarterly().slots(Span.parse("2024-02-10/2024-02-20")));
    }

    @Test
    void theYear2024Has52Saturdays() {
        List<Slot> saturdays = Cadence.every(DayOfWeek.SATURDAY).slots(Y2024);
        assertEquals(52, saturdays.size());
        assertEquals(new Slot("2024-01-06", Span.parse("2024-01-06")), saturdays.get(0));
        assertEquals(new Slot("2024-12-28", Span.parse("2024-12-28")), last(saturdays));
    }

    @Test
    void aDayOfTheWeekOnBothEdgesBelongs() {
        assertEquals(List.of("2024-01-06", "2024-01-13"),
                labels(Cadence.every(DayOfWeek.SATURDAY).slots(Span.parse("2024-01-06/2024-01-13"))));
    }
}
