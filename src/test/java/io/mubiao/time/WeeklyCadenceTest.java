package io.mubiao.time;

import static io.mubiao.time.Slots.Y2024;
import static io.mubiao.time.Slots.labels;
import static io.mubiao.time.Slots.last;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyCadenceTest {
    private static final WeekNumbering ISO = WeekNumbering.iso();

    @Test
    void theYear2024Has26OddAnd26EvenIsoWeeks() {
        assertEquals(26, Cadence.oddWeeks(ISO).slots(Y2024).size());
        assertEquals(26, Cadence.evenWeeks(ISO).slots(Y2024).size());
        assertEquals(52, Cadence.weekly(ISO).slots(Y2024).size());
    }

    @ParameterizedTest
    @CsvSource({"2020,53", "2021,52", "2024,52", "2025,52", "2026,53", "2027,52"})
    void aYearHasTheIsoWeeksWhoseThursdaysItHolds(int year, int weeks) {
        List<Slot> slots = Cadence.weekly(ISO).slots(Span.year(year));
        assertEquals(weeks, slots.size());
        assertEquals(year + "-W01", slots.get(0).label());
        assertEquals(year + "-W" + weeks, last(slots).label());
    }

    @Test
    void anIsoWeekKeepsItsSevenDaysAcrossTheYearEnd() {
        assertEquals(new Slot("2026-W53", Span.parse("2026-12-28/2027-01-03")),
                last(Cadence.weekly(ISO).slots(Span.year(2026))));
        assertEquals(new Slot("2025-W01", Span.parse("2024-12-30/2025-01-05")),
                Cadence.weekly(ISO).slots(Span.year(2025)).get(0));
    }

    @ParameterizedTest
    @CsvSource({"2020,2021", "2026,2027"})
    void afterWeek53TwoOddWeeksFollowEachOther(int longYear, int next) {
        Span both = new Span(LocalDate.of(longYear, 12, 1), LocalDate.of(next, 1, 31));
        List<String> odd = labels(Cadence.oddWeeks(ISO).slots(both));
        assertEquals(List.of(longYear + "-W49", longYear + "-W51", longYear + "-W53", next + "-W01", next + "-W03"),
                odd);
    }

    @Test
    void aYearOf53WeeksHas27OddOnes() {
        assertEquals(27, Cadence.oddWeeks(ISO).slots(Span.year(2026)).size());
        assertEquals(26, Cadence.evenWeeks(ISO).slots(Span.year(2026)).size());
    }

    @Test
    void aWeekBelongsToTheSpanThatHoldsItsThursday() {
        // Thursday of 2024-W05 is 1 February.
        assertEquals(List.of("2024-W01", "2024-W02", "2024-W03", "2024-W04"),
                labels(Cadence.weekly(ISO).slots(Span.parse("2024-01-01/2024-01-31"))));
        assertEquals(List.of("2024-W05"), labels(Cadence.weekly(ISO).slots(Span.parse("2024-02-01"))));
        assertEquals(List.of(), Cadence.weekly(ISO).slots(Span.parse("2024-02-02/2024-02-07")));
    }

    @Test
    void adjoiningSpansShareNoWeekAndLoseNone() {
        List<Slot> whole = Cadence.weekly(ISO).slots(Y2024);
        List<Slot> parts = Cadence.monthly().slots(Y2024).stream()
                .flatMap(month -> Cadence.weekly(ISO).slots(month.span()).stream()).toList();
        assertEquals(whole, parts);
    }

    @Test
    void countedWeeksBeginOnTheDeclaredDay() {
        WeekNumbering counted = WeekNumbering.countedFrom(LocalDate.of(2024, 1, 2));
        List<Slot> weeks = Cadence.weekly(counted).slots(Y2024);
        assertEquals(new Slot("2024-W01", Span.parse("2024-01-02/2024-01-08")), weeks.get(0));
        assertEquals(new Slot("2024-W52", Span.parse("2024-12-24/2024-12-30")), last(weeks));
        assertEquals(List.of("2024-W01", "2024-W03"),
                labels(Cadence.oddWeeks(counted).slots(Span.parse("2024-01-01/2024-01-28"))));
    }

    @Test
    void countedWeeksGoOnAcrossTheYearEnd() {
        WeekNumbering counted = WeekNumbering.countedFrom(LocalDate.of(2024, 1, 2));
        assertEquals(List.of("2024-W53", "2024-W54"),
                labels(Cadence.weekly(counted).slots(Span.parse("2024-12-31/2025-01-12"))));
    }

    @Test
    void thereIsNoCountedWeekBeforeTheFirst() {
        WeekNumbering counted = WeekNumbering.countedFrom(LocalDate.of(2024, 2, 19));
        assertEquals(List.of(), Cadence.weekly(counted).slots(Span.parse("2024-01-01/2024-02-21")));
        assertEquals(List.of("2024-W01"), labels(Cadence.weekly(counted).slots(Span.parse("2024-01-01/2024-02-22"))));
    }
}
