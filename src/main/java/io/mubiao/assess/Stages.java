package io.mubiao.assess;

import io.mubiao.assess.GoalFacts.Item;
import io.mubiao.observe.Observation.StageChange;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.trace.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known of the stages of the items of one stream, through the as-of date.
 *
 * @param items by name
 * @param through how far reports and complete-through statements reach
 * @param unknown an observation whose stage is not on the scale, as {@code id: stage}
 */
record Stages(List<Item> items, Optional<LocalDate> through, Optional<String> unknown) {
    static Stages of(Case assessed, Scale scale, Stated<String> wanted) {
        String stream = assessed.target.id();
        TreeMap<String, Item> items = new TreeMap<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (StageChange change : assessed.view.all(stream, StageChange.class, assessed.basis())) {
            LocalDate day = assessed.view.date(change.on());
            if (day.isAfter(assessed.asOf)) {
                continue;
            }
            if (!scale.has(change.stage())) {
                unknown.add(change.entry().id() + ": " + change.stage());
                continue;
            }
            boolean reached = scale.reaches(change.stage(), wanted.get());
            items.merge(change.item(), new Item(change.item(), reached ? Optional.of(day) : Optional.empty(), day,
                    scale.steps().indexOf(change.stage()) + 1,
                    reached ? Evidence.of(List.of(change.entry().id())) : Evidence.NONE), Stages::both);
        }
        Optional<LocalDate> complete = assessed.completeThrough(stream, assessed.term.first());
        return new Stages(List.copyOf(items.values()),
                Stream.concat(items.values().stream().map(Item::lastKnown), complete.stream()).max(LocalDate::compareTo),
                unknown.stream().findFirst());
    }

    /** What two reports on one item say together; of two that show the same day, the first by id is the evidence. */
    private static Item both(Item one, Item other) {
        Item first = isFirst(one, other) ? one : other;
        return new Item(one.name(), first.reached(),
                one.lastKnown().isAfter(other.lastKnown()) ? one.lastKnown() : other.lastKnown(),
                Math.max(one.furthest(), other.furthest()), first.evidence());
    }

    private static boolean isFirst(Item one, Item other) {
        if (one.reached().isEmpty() || other.reached().isEmpty()) {
            return one.reached().isPresent();
        }
        int order = one.reached().get().compareTo(other.reached().get());
        return order < 0 || (order == 0 && id(one).compareTo(id(other)) <= 0);
    }

    private static String id(Item item) {
        return item.evidence().ids().findFirst().orElse("");
    }
}
