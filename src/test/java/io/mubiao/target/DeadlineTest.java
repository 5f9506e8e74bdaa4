package io.mubiao.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 30);

    private static Extension approved(LocalDate requested, LocalDate to, LocalDate on) {
        return Extension.requested(requested, to, "汛期").approved(on, "区政府");
    }

    private static Extension requested(LocalDate requested, LocalDate to) {
        return Extension.requested(requested, to, "汛期");
    }

    @Test
    void withoutExtensionsTheOriginalIsInForce() {
        assertEquals(MARCH, Deadline.on(MARCH).inForce(LocalDate.of(2030, 1, 1)));
    }

    @Test
    void aRequestWithoutApprovalChangesNothing() {
        Deadline deadline = new Deadline(MARCH, List.of(requested(LocalDate.of(2024, 3, 1), JUNE)));
        assertEquals(MARCH, deadline.inForce(SEPTEMBER));
        assertEquals(List.of(), deadline.approvedBy(SEPTEMBER));
        assertEquals(List.of(), deadline.approvedLate(SEPTEMBER));
    }

    @Test
    void anApprovalCountsFromItsDayOn() {
        LocalDate day = LocalDate.of(2024, 3, 20);
        Deadline deadline = new Deadline(MARCH, List.of(approved(LocalDate.of(2024, 3, 1), JUNE, day)));
        assertEquals(MARCH, deadline.inForce(day.minusDays(1)));
        assertEquals(JUNE, deadline.inForce(day));
    }

    @Test
    void theLatestApprovedCountsWhateverTheOrderOfRequests() {
        Extension second = approved(LocalDate.of(2024, 3, 1), SEPTEMBER, LocalDate.of(2024, 6, 1));
        Extension first = approved(LocalDate.of(2024, 3, 2), JUNE, LocalDate.of(2024, 3, 20));
        Deadline deadline = new Deadline(MARCH, List.of(second, first));
        assertEquals(JUNE, deadline.inForce(LocalDate.of(2024, 5, 31)));
        assertEquals(SEPTEMBER, deadline.inForce(LocalDate.of(2024, 6, 1)));
        assertEquals(List.of(first, second), deadline.approvedBy(SEPTEMBER));
    }

    @Test
    void approvalOnTheDueDayIsInTime() {
        Deadline deadline = new Deadline(MARCH, List.of(approved(LocalDate.of(2024, 3, 1), JUNE, MARCH)));
        assertEquals(List.of(), deadline.approvedLate(SEPTEMBER));
    }

    @Test
    void approvalAfterTheDueDayIsFlagged() {
        Extension late = approved(LocalDate.of(2024, 3, 1), JUNE, MARCH.plusDays(1));
        Deadline deadline = new Deadline(MARCH, List.of(late));
        assertEquals(List.of(late), deadline.approvedLate(SEPTEMBER));
        assertEquals(List.of(), deadline.approvedLate(MARCH));
        assertEquals(JUNE, deadline.inForce(SEPTEMBER));
    }

    @Test
    void lateIsMeasuredAgainstTheDeadlineThenInForce() {
        Extension inTime = approved(LocalDate.of(2024, 3, 1), JUNE, LocalDate.of(2024, 3, 20));
        Extension alsoInTime = approved(LocalDate.of(2024, 5, 1), SEPTEMBER, JUNE);
        Deadline deadline = new Deadline(MARCH, List.of(inTime, alsoInTime));
        assertEquals(List.of(), deadline.approvedLate(SEPTEMBER));
        Extension late = approved(LocalDate.of(2024, 5, 1), SEPTEMBER, JUNE.plusDays(1));
        assertEquals(List.of(late), new Deadline(MARCH, List.of(inTime, late)).approvedLate(SEPTEMBER));
    }

    @Test
    void approvalDoesNotPrecedeTheRequest() {
        Refusal.naming(() -> approved(LocalDate.of(2024, 3, 2), JUNE, LocalDate.of(2024, 3, 1)),
                "2024-03-01", "2024-03-02");
    }

    @Test
    void whoApprovedNeedsADayOfApproval() {
        assertThrows(IllegalArgumentException.class, () -> new Extension(MARCH, JUNE, Optional.empty(), "区政府", ""));
    }
}
