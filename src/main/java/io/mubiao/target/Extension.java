package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A request for a later deadline (延期申请) and what became of it. Immutable.
 *
 * @param requested the day of the request
 * @param to the new deadline asked for, included
 * @param approved the day of approval, empty while it is only a request
 * @param approvedBy who approved; empty if nobody did
 * @param reason why
 */
public record Extension(LocalDate requested, LocalDate to, Optional<LocalDate> approved, String approvedBy,
        String reason) {
    public Extension {
        requireNonNull(requested, "requested");
        requireNonNull(to, "to");
        requireNonNull(approvedBy, "approvedBy");
        requireNonNull(reason, "reason");
        if (approved.filter(day -> day.isBefore(requested)).isPresent()) {
            throw new IllegalArgumentException(
                    "approval must not be before the request, got approved " + approved.get() + ", requested " + requested);
        }
        if (approved.isEmpty() && !approvedBy.isEmpty()) {
            throw new IllegalArgumentException("approved by " + approvedBy + " needs the day of approval");
        }
    }

    /** A request, not approved. */
    public static Extension requested(LocalDate on, LocalDate to, String reason) {
        return new Extension(on, to, Optional.empty(), "", reason);
    }

    /** The same, approved. */
    public Extension approved(LocalDate on, String by) {
        return new Extension(requested, to, Optional.of(on), by, reason);
    }

    boolean isApprovedBy(LocalDate asOf) {
        return approved.filter(day -> !day.isAfter(asOf)).isPresent();
    }
}
