package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slots of a quota that are excused, not passed (豁免): either named by its label, or every slot whose days are all
 * excused. Immutable.
 *
 * @param days excused days, or null if a slot is named
 * @param slot the label of an excused slot, or empty
 * @param reason why, such as 春节
 */
public record Excuse(@Nullable Span days, String slot, String reason) {
    public Excuse {
        requireNonNull(slot, "slot");
        requireNonNull(reason, "reason");
        if ((days == null) == slot.isEmpty()) {
            throw new IllegalArgumentException("an excuse names either days or a slot, got " + days + " and " + slot);
        }
    }

    /** Excused days. */
    public static Excuse days(Span days, String reason) {
        return new Excuse(requireNonNull(days, "days"), "", reason);
    }

    /** One excused slot, by its label (2024-W07, 2024-02, 2024-Q1 …). */
    public static Excuse slot(String label, String reason) {
        return new Excuse(null, label, reason);
    }

    /** Whether these excuses together excuse a slot. */
    public static boolean cover(List<Excuse> excuses, Slot slot) {
        if (excuses.isEmpty()) {
            return false;
        }
        if (excuses.stream().anyMatch(excuse -> excuse.slot.equals(slot.label()))) {
            return true;
        }
        for (LocalDate day = slot.span().first(); !day.isAfter(slot.span().last()); day = day.plusDays(1)) {
            LocalDate checked = day;
            if (excuses.stream().noneMatch(excuse -> excuse.days != null && excuse.days.contains(checked))) {
                return false;
            }
        }
        return true;
    }
}
