package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.text.internal.Characters;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Slots of a quota that are excused, not passed (豁免): either named by its label, or every slot whose days are all
 * excused. Immutable.
 *
 * @param days excused days; empty if a slot is named
 * @param slot the label of an excused slot, or empty
 * @param reason why, such as 春节
 */
public record Excuse(Optional<Span> days, String slot, String reason) {
    public Excuse {
        requireNonNull(slot, "slot");
        requireNonNull(reason, "reason");
        if (days.isEmpty() == slot.isEmpty()) {
            throw new IllegalArgumentException("an excuse names either days or a slot, got " + days.map(Span::toString).orElse("no days") + " and '" + slot + "'");
        }
    }

    /** Excused days. */
    public static Excuse days(Span days, String reason) {
        return new Excuse(Optional.of(days), "", reason);
    }

    /** One excused slot, by its label (2024-W07, 2024-02, 2024-Q1 …). */
    public static Excuse slot(String label, String reason) {
        return new Excuse(Optional.empty(), label, reason);
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
            if (excuses.stream().noneMatch(excuse -> excuse.days.filter(span -> span.contains(checked)).isPresent())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
