package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for a later deadline (延期申请) and what became of it. Immutable.
 *
 * @param requested the day of the request
 * @param to the new deadline asked for, included
 * @param approved the day of approval, or null while it is only a request
 * @param approvedBy who approved; empty if nobody did
 * @param reason why
 */
public record Extension(LocalDate requested, LocalDate to, @Nullable LocalDate approved, String approvedBy,
        String reason) {
    public Extension {
        requireNonNull(requested, "requested");
        requireNonNull(to, "to");
        requireNonNull(approvedBy, "approvedBy");
        requireNonNull(reason, "reason");
        if (approved != null && approved.isBefore(requested)) {
            throw new IllegalArgumentException(
                    "approval must not be before the request, got approved " + approved + ", requested " + requested);
        }
        if (approved == null && !approvedBy.isEmpty()) {
            throw new IllegalArgumentException("approved by " + approvedBy + " needs the day of approval");
        }
    }

    boolean isApprovedBy(LocalDate asOf) {
        return approved != null && !approved.isAfter(asOf);
    }
}
