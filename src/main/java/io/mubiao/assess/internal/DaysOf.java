package io.mubiao.assess.internal;

import io.mubiao.observe.Basis;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation.Event;
import io.mubiao.time.Span;
import io.mubiao.trace.Evidence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** On which days the events of a window were, by what they are about. */
public final class DaysOf extends Fold<Event> {
    private final Function<Event, String> about;
    private final Map<String, TreeMap<LocalDate, Integer>> days = new HashMap<>(1);
    private final Map<String, Integer> counts = new HashMap<>(1);

    /** @param about what groups them */
    public DaysOf(LogView view, String stream, Basis basis, Predicate<LocalDate> window, Function<Event, String> about) {
        super(view, stream, Event.class, basis, window);
        this.about = about;
    }

    @Override
    void take(Event it) {
        String group = about.apply(it);
        days.computeIfAbsent(group, name -> new TreeMap<>()).merge(view.date(it.on()), 1, Integer::sum);
        counts.merge(group, 1, Integer::sum);
    }

    @Override
    void drop(Event it) {
        String group = about.apply(it);
        days.computeIfAbsent(group, name -> new TreeMap<>())
                .computeIfPresent(view.date(it.on()), (day, count) -> count == 1 ? null : count - 1);
        counts.merge(group, -1, Integer::sum);
    }

    /** How many events of a group there are. */
    public int count(String group) {
        return counts.getOrDefault(group, 0);
    }

    /** How many events of a group there were in a span. */
    public int count(String group, Span span) {
        TreeMap<LocalDate, Integer> all = days.get(group);
        return all == null ? 0 : all.subMap(span.first(), true, span.last(), true).values().stream().mapToInt(it -> it).sum();
    }

    /** The first day of a group. */
    public Optional<LocalDate> first(String group) {
        TreeMap<LocalDate, Integer> all = days.get(group);
        return all == null || all.isEmpty() ? Optional.empty() : Optional.of(all.firstKey());
    }

    /** The events of a group, in the order appended, to be found when asked. */
    public Iterable<Event> events(String group) {
        if (count(group) == 0) {
            return java.util.List.of();
        }
        Iterable<Event> then = all();
        return () -> stream(then).filter(it -> about.apply(it).equals(group)).iterator();
    }

    /** The events of the groups that pass a test, by group and then in the order appended, as evidence. */
    public Evidence evidence(Predicate<String> groups) {
        long count = counts.entrySet().stream().filter(it -> groups.test(it.getKey())).mapToLong(Map.Entry::getValue).sum();
        Iterable<Event> then = all();
        return count == 0 ? Evidence.NONE : Evidence.of(count, () -> stream(then).filter(it -> groups.test(about.apply(it)))
                .sorted(Comparator.comparing(about)).map(it -> it.entry().id()));
    }
}
