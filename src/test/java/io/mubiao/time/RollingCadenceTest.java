package io.mubiao.time;

import static io.mubiao.time.Slots.Y2024;
import static io.mubiao.time.Slots.last;
import static io.mubiao.time.Slots.spans;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.testing.Refusal;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollingCadenceTest {
    @Test
    void anyThirtyDaysEndOnEachDayFromTheThirtieth() {
        List<Slot> windows = Cadence.rolling(Period.ofDays(30)).slots(Y2024);
        assertEquals(366 - 29, windows.size());
        assertEquals(new Slot("2024-01-30", Span.parse("2024-01-01/2024-01-30")), windows.get(0));
        assertEquals(new Slot("2024-12-31", Span.parse("2024-12-02/2024-12-31")), last(windows));
        assertEquals(Set.of(30L), windows.stream().map(window -> window.span().days()).collect(Collectors.toSet()));
    }

    @Test
    void aSpanShorterThanTheWindowHasNone() {
        assertEquals(List.of(), Cadence.rolling(Period.ofDays(30)).slots(Span.parse("2024-01-01/2024-01-29")));
        assertEquals(List.of("2024-01-01/2024-01-30"),
                spans(Cadence.rolling(Period.ofDays(30)).slots(Span.parse("2024-01-01/2024-01-30"))));
    }

    @Test
    void anyMonthEndsOnEachDayFromTheEndOfTheFirst() {
        List<Slot> windows = Cadence.rolling(Period.ofMonths(1)).slots(Y2024);
        assertEquals(new Slot("2024-01-31", Span.parse("2024-01-01/2024-01-31")), windows.get(0));
        assertEquals(336, windows.size());
    }

    @Test
    void monthWindowsFollowTheLengthOfTheMonthBefore() {
        List<String> windows = spans(Cadence.rolling(Period.ofMonths(1)).slots(Y2024));
        assertEquals(List.of("2024-01-30/2024-02-29", "2024-02-02/2024-03-01"), windows.subList(29, 31));
        // three days of March look back to the same end of February
        assertEquals(List.of("2024-03-01/2024-03-29", "2024-03-01/2024-03-30", "2024-03-01/2024-03-31"),
                windows.subList(58, 61));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "P1M-1D"})
    void theLengthIsPositive(String length) {
        Refusal.naming(() -> Cadence.rolling(Period.parse(length)), "length", length);
    }
}
