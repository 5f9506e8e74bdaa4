package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything ever recorded in one stream, by kind. Append-only. */
final class StreamLog {
    final String name;
    final List<Lane> lanes = new ArrayList<>();
    private final Map<Class<?>, List<Observation>> byKind = new LinkedHashMap<>();
    private final Map<String, Observation> byId = new HashMap<>();
    private final Map<String, Long> superseded = new HashMap<>();
    /** What increments supersede, by their own id; kept apart because hardly any does. */
    private final Map<String, String> supersededByIncrement = new HashMap<>();
    /** Increments with an id of their own. */
    private final Map<String, Row> rows = new HashMap<>();
    private int count;
    private final Set<Basis> bases = EnumSet.noneOf(Basis.class);

    private record Row(Lane lane, int row) {}

    StreamLog(String name) {
        this.name = name;
    }

    /** The same stream again; neither sees what is added to the other. */
    StreamLog copy() {
        StreamLog copy = new StreamLog(name);
        IdentityHashMap<Lane, Lane> copies = new IdentityHashMap<>();
        for (Lane lane : lanes) {
            copies.put(lane, lane.copy());
            copy.lanes.add(requireNonNull(copies.get(lane)));
        }
        byKind.forEach((kind, all) -> copy.byKind.put(kind, new ArrayList<>(all)));
        copy.byId.putAll(byId);
        copy.superseded.putAll(superseded);
        copy.supersededByIncrement.putAll(supersededByIncrement);
        rows.forEach((id, row) -> copy.rows.put(id, new Row(requireNonNull(copies.get(row.lane)), row.row)));
        copy.count = count;
        copy.bases.addAll(bases);
        return copy;
    }

    int size() {
        return count;
    }

    /** Whether it stands for a stream that nothing was ever recorded in. */
    boolean isNothing() {
        return count == 0;
    }

    void add(Observation observation) {
        count++;
        if (isAboutFacts(observation)) {
            bases.add(observation.entry().basis());
        }
        if (observation instanceof Increment increment) {
            Lane lane = lane(increment);
            int row = lane.add(increment, count);
            if (!increment.entry().id().isEmpty()) {
                rows.put(increment.entry().id(), new Row(lane, row));
            }
            String supersedes = increment.entry().supersedes();
            if (supersedes != null) {
                supersededByIncrement.put(lane.id(row), supersedes);
            }
        } else {
            Observation named = observation.entry().id().isEmpty() ? observation.id(name + "#" + count) : observation;
            byKind.computeIfAbsent(observation.getClass(), kind -> new ArrayList<>()).add(named);
            byId.put(named.entry().id(), named);
        }
    }

    void supersede(String id, long from) {
        Row row = row(id);
        if (row != null) {
            row.lane.supersede(row.row, from);
        } else {
            superseded.merge(id, from, Math::min);
        }
    }

    private @Nullable Row row(String id) {
        Row named = rows.get(id);
        if (named != null || !id.startsWith(name + "#")) {
            return named;
        }
        for (Lane lane : lanes) {
            int row = lane.rowOf(id);
            if (row >= 0) {
                return new Row(lane, row);
            }
        }
        return null;
    }

    private Lane lane(Increment increment) {
        Entry entry = increment.entry();
        for (Lane lane : lanes) {
            if (lane.basis == entry.basis() && lane.source.equals(entry.source())
                    && lane.unit.equals(increment.amount().unit())) {
                return lane;
            }
        }
        Lane lane = new Lane(name, entry.source(), entry.basis(), increment.amount().unit());
        lanes.add(lane);
        return lane;
    }

    /** The observation with this id, if it is in this stream. */
    @Nullable Observation find(String id) {
        Row row = row(id);
        if (row != null) {
            return row.lane.observation(row.row, null);
        }
        return byId.get(id);
    }

    <T extends Observation> List<T> all(Class<T> kind) {
        List<Observation> all = byKind.get(kind);
        if (all == null) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // each list holds only observations of its key's class
        List<T> typed = (List<T>) all;
        return typed;
    }

    boolean has(Basis basis, long knownBefore) {
        if (!bases.contains(basis)) {
            return false;
        }
        return lanes.stream().anyMatch(lane -> lane.basis == basis && lane.hasActive(knownBefore))
                || byKind.values().stream().flatMap(List::stream)
                        .anyMatch(observation -> observation.entry().basis() == basis && isAboutFacts(observation)
                                && isActive(observation, knownBefore));
    }

    private static boolean isAboutFacts(Observation observation) {
        return !(observation instanceof Complete || observation instanceof Judgement);
    }

    boolean has(Class<? extends Observation> kind, long knownBefore) {
        if (kind == Increment.class) {
            return lanes.stream().anyMatch(lane -> lane.hasActive(knownBefore));
        }
        return all(kind).stream().anyMatch(observation -> isActive(observation, knownBefore));
    }

    boolean isActive(Observation observation, long knownBefore) {
        if (observation.entry().recordedNanos() >= knownBefore) {
            return false;
        }
        Long until = superseded.isEmpty() ? null : superseded.get(observation.entry().id());
        return until == null || until >= knownBefore;
    }

    Stream<Observation> observations() {
        return Stream.concat(
                lanes.stream().flatMap(lane -> IntStream.range(0, lane.size)
                        .mapToObj(row -> (Observation) lane.observation(row, supersededByIncrement.get(lane.id(row))))),
                byKind.values().stream().flatMap(List::stream));
    }
}
