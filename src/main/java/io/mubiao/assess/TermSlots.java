package io.mubiao.assess;

import io.mubiao.target.Extension;
import io.mubiao.time.Cadence;
import io.mubiao.time.Slot;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a period whose deadline was extended: a slot that was past on the day of the approval stays as it was, with what
 * fulfilled it; the days from then on are cut anew.
 */
final class TermSlots {
    private TermSlots() {}

    /**
     * @param original the deadline without extensions
     * @param approved the extensions that count, in order of approval
     */
    static List<Slot> of(Cadence cadence, LocalDate first, LocalDate original, List<Extension> approved) {
        List<Slot> slots = cadence.slots(span(first, original));
        for (Extension extension : approved) {
            List<Slot> anew = cadence.slots(span(first, extension.to()));
            LocalDate approval = extension.approved().orElseThrow();
            // Rolling windows overlap; more days add windows and change none.
            slots = cadence instanceof Cadence.Rolling ? anew : joined(slots, anew, approval, extension.to());
        }
        return slots;
    }

    private static Span span(LocalDate first, LocalDate last) {
        return new Span(first, last.isBefore(first) ? first : last);
    }

    private static List<Slot> joined(List<Slot> before, List<Slot> anew, LocalDate approval, LocalDate due) {
        List<Slot> slots = new ArrayList<>(before.stream()
                .filter(slot -> slot.span().last().isBefore(approval) && !slot.span().last().isAfter(due)).toList());
        if (slots.isEmpty()) {
            return anew;
        }
        LocalDate free = slots.get(slots.size() - 1).span().last().plusDays(1);
        LocalDate rest = null;
        for (Slot slot : anew) {
            Span span = slot.span();
            if (span.last().isBefore(free)) {
                continue;
            }
            boolean isCut = span.first().isBefore(free);
            // What is left of a slot is one of its own only if it is half of it; else it belongs to the next.
            if (isCut && 2 * (ChronoUnit.DAYS.between(free, span.last()) + 1) < span.days()) {
                rest = span.last();
            } else {
                boolean goesOn = rest != null && rest.plusDays(1).equals(span.first());
                slots.add(isCut || goesOn ? named(free, slot) : slot);
                rest = null;
            }
        }
        return List.copyOf(slots);
    }

    private static Slot named(LocalDate first, Slot slot) {
        return new Slot(first + "/" + slot.span().last(), new Span(first, slot.span().last()));
    }
}
