package io.mubiao.assess.internal;

import io.mubiao.observe.Basis;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation.Event;
import io.mubiao.trace.Evidence;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many events lie in a window, those that count, and what an attribute of theirs adds up to. */
public final class EventsOf extends Fold<Event> {
    /** What an event is to whoever counts. */
    public enum Use {
        /** It counts. */
        COUNTS,
        /** It does not. */
        PASSES,
        /** It cannot be said. */
        UNCLEAR
    }

    private final java.util.function.Function<Event, Use> use;
    private final @Nullable String attribute;
    private long events;
    private long counted;
    private final TreeMap<String, Event> unclear = new TreeMap<>();
    private final Map<Unit, Rational> sums = new HashMap<>(1);
    private final Map<Unit, Integer> units = new HashMap<>(1);
    private final List<Quantity> later = new ArrayList<>(1);
    private final @Nullable Latest<Event> first;

    /** Counts events. */
    public EventsOf(LogView view, String stream, Basis basis, Predicate<LocalDate> window, java.util.function.Function<Event, Use> use) {
        this(view, stream, basis, window, use, null);
    }

    /** @param attribute what is summed; null for none */
    public EventsOf(LogView view, String stream, Basis basis, Predicate<LocalDate> window, java.util.function.Function<Event, Use> use,
            @Nullable String attribute) {
        super(view, stream, Event.class, basis, window);
        this.use = use;
        this.attribute = attribute;
        first = attribute == null ? null : new Latest<>(Comparator.comparing((Event event) -> event.entry().id()).reversed());
    }

    @Override
    void take(Event it) {
        events++;
        Use is = use.apply(it);
        if (is == Use.UNCLEAR) {
            unclear.put(it.entry().id(), it);
        } else if (is == Use.COUNTS) {
            counted++;
            sum(it, 1);
        }
        if (first != null) {
            first.take(it);
        }
    }

    @Override
    void drop(Event it) {
        events--;
        Use is = use.apply(it);
        if (is == Use.UNCLEAR) {
            unclear.remove(it.entry().id());
        } else if (is == Use.COUNTS) {
            counted--;
            sum(it, -1);
        }
        if (first != null) {
            first.drop(it);
        }
    }

    private void sum(Event it, int sign) {
        Quantity amount = attribute == null ? null : it.measures().get(attribute);
        if (amount != null) {
            units.merge(amount.unit(), sign, (one, other) -> one + other == 0 ? null : one + other);
            later.add(sign > 0 ? amount : Quantity.of(amount.amount().negate(), amount.unit()));
        }
    }

    /** How many there are. */
    public long events() {
        return events;
    }

    /** How many count. */
    public long counted() {
        return counted;
    }

    /** Of those that are unclear the first by id. */
    public Optional<Event> unclear() {
        return unclear.isEmpty() ? Optional.empty() : Optional.of(unclear.firstEntry().getValue());
    }

    /** The first by id, where an attribute is summed. */
    public Optional<Event> first() {
        return first == null ? Optional.empty() : Optional.ofNullable(first.get());
    }

    /** What the attribute adds up to, by unit, as far as events count. */
    public Map<Unit, Rational> sums() {
        if (!later.isEmpty()) {
            Map<Unit, List<Rational>> parts = new HashMap<>();
            later.forEach(it -> parts.computeIfAbsent(it.unit(), unit -> new ArrayList<>()).add(it.amount()));
            later.clear();
            parts.forEach((unit, amounts) -> {
                amounts.add(sums.getOrDefault(unit, Rational.ZERO));
                sums.put(unit, Rational.sum(amounts));
            });
            sums.keySet().retainAll(units.keySet());
        }
        return sums;
    }

    /** The events, in the order of their ids, to be found when asked. */
    public Iterable<Event> byId() {
        Iterable<Event> then = all();
        return () -> stream(then).sorted(Comparator.comparing(event -> event.entry().id())).iterator();
    }

    /** Those that count, as evidence. */
    public Evidence evidence() {
        return evidence(counted, it -> use.apply(it) == Use.COUNTS);
    }
}
