package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcuseTest {
    private static final Slot WEEK = new Slot("2024-W07", Span.parse("2024-02-12/2024-02-18"));

    private static boolean covered(Excuse... excuses) {
        return Excuse.cover(List.of(excuses), WEEK);
    }

    private static Excuse days(String span) {
        return Excuse.days(Span.parse(span), "春节");
    }

    @Test
    void withoutExcusesNothingIsExcused() {
        assertFalse(covered());
    }

    @Test
    void aSlotIsExcusedByItsLabel() {
        assertTrue(covered(Excuse.slot("2024-W07", "春节")));
        assertFalse(covered(Excuse.slot("2024-W08", "春节")));
    }

    @Test
    void aSlotIsExcusedIfAllItsDaysAre() {
        assertTrue(covered(days("2024-02-12/2024-02-18")));
        assertTrue(covered(days("2024-02-10/2024-02-24")));
        assertFalse(covered(days("2024-02-13/2024-02-18")));
        assertFalse(covered(days("2024-02-12/2024-02-17")));
    }

    @Test
    void daysOfSeveralExcusesAddUp() {
        assertTrue(covered(days("2024-02-10/2024-02-14"), days("2024-02-15/2024-02-18")));
        assertFalse(covered(days("2024-02-10/2024-02-14"), days("2024-02-16/2024-02-18")));
    }

    @Test
    void anExcuseNamesEitherDaysOrASlot() {
        assertThrows(IllegalArgumentException.class, () -> Excuse.slot("", "春节"));
        assertThrows(IllegalArgumentException.class, () -> new Excuse(Optional.of(WEEK.span()), "2024-W07", "春节"));
    }
}
