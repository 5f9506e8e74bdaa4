package io.mubiao.time;

import java.util.List;

/** What tests look at in slots. */
final class Slots {
    static final Span Y2024 = Span.year(2024);

    private Slots() {}

    static List<String> labels(List<Slot> slots) {
        return slots.stream().map(Slot::label).toList();
    }

    static List<String> spans(List<Slot> slots) {
        return slots.stream().map(slot -> slot.span().toString()).toList();
    }

    static Slot last(List<Slot> slots) {
        return slots.get(slots.size() - 1);
    }
}
