package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final int MANY = 4096;

    final String name;
    final List<Lane> lanes = new ArrayList<>();
    private final Map<Sort, Integer> numbers = new HashMap<>();
    private final Map<Class<?>, List<Observation>> byKind = new LinkedHashMap<>();
    private final Map<String, Observation> byId = new HashMap<>();
    private final Corrections corrections;
    /** What did not count at the moment asked for last. */
    private volatile @Nullable Superseded latest;
    /** Increments with an id of their own. */
    private final Map<String, Row> rows = new HashMap<>();
    /** Lanes of another log, too, which are copied before they are added to. */
    private final Set<Lane> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private int count;
    private final Set<Basis> bases = EnumSet.noneOf(Basis.class);

    private record Row(Lane lane, int row) {}

    private record Sort(Basis basis, String source, Unit unit) {}

    StreamLog(String name) {
        this(name, new Corrections());
    }

    private StreamLog(String name, Corrections corrections) {
        this.name = name;
        this.corrections = corrections;
    }

    /** The same stream again; neither sees what is added to the other. */
    StreamLog copy() {
        StreamLog copy = new StreamLog(name, corrections.copy());
        IdentityHashMap<Lane, Lane> copies = new IdentityHashMap<>();
        for (Lane lane : lanes) {
            copies.put(lane, shared.contains(lane) ? lane : lane.copy());
            copy.take(requireNonNull(copies.get(lane)));
        }
        copy.shared.addAll(shared);
        byKind.forEach((kind, all) -> copy.byKind.put(kind, new ArrayList<>(all)));
        copy.byId.putAll(byId);
        rows.forEach((id, row) -> copy.rows.put(id, new Row(requireNonNull(copies.get(row.lane)), row.row)));
        copy.count = count;
        copy.bases.addAll(bases);
        return copy;
    }

    /** Whether it holds so many increments that their sums are worth while. */
    boolean isLong() {
        return lanes.stream().mapToLong(lane -> lane.size).sum() > MANY;
    }

    /**
     * The same stream with the sums of the increments that count at a moment in place of them, those of one source left as they
     * are; its copies share them. Itself where they cannot be summed.
     */
    StreamLog condensed(long knownBefore, String apart) {
        List<Lane> others = lanes.stream().filter(lane -> !lane.source.equals(apart)).toList();
        List<Lane> sums = new LaneSums(name, knownBefore, superseded(knownBefore)).of(others).orElse(null);
        if (sums == null) {
            return this;
        }
        StreamLog condensed = new StreamLog(name, corrections.copy());
        sums.forEach(condensed::take);
        IdentityHashMap<Lane, Lane> copies = new IdentityHashMap<>();
        lanes.stream().filter(lane -> lane.source.equals(apart)).forEach(lane -> copies.put(lane, lane.copy()));
        copies.values().forEach(condensed::take);
        condensed.shared.addAll(condensed.lanes);
        byKind.forEach((kind, all) -> condensed.byKind.put(kind, new ArrayList<>(all)));
        condensed.byId.putAll(byId);
        rows.forEach((id, row) -> {
            Lane copy = copies.get(row.lane);
            if (copy != null) {
                condensed.rows.put(id, new Row(copy, row.row));
            }
        });
        condensed.count = count;
        condensed.bases.addAll(bases);
        return condensed;
    }

    /** The most digits after the point of an increment in a unit. */
    int decimals(Unit unit) {
        return lanes.stream().filter(lane -> lane.unit.equals(unit)).mapToInt(Lane::decimals).max().orElse(0);
    }

    int size() {
        return count;
    }

    /** Whether it stands for a stream that nothing was ever recorded in. */
    boolean isNothing() {
        return count == 0;
    }

    /** Takes in an observation; gives the id it has from now on. */
    String add(Observation observation) {
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
            return lane.id(row);
        } else {
            Observation named = observation.entry().id().isEmpty() ? observation.id(name + "#" + count) : observation;
            byKind.computeIfAbsent(observation.getClass(), kind -> new ArrayList<>()).add(named);
            byId.put(named.entry().id(), named);
            return named.entry().id();
        }
    }

    /** Takes in that an observation of this id supersedes another. */
    void supersede(Observation correction, String id) {
        String supersedes = correction.entry().supersedes().orElseThrow();
        boolean onlyThat = corrections.add(correction, id, supersedes);
        Superseded before = latest;
        if (before != null && correction.entry().recordedNanos() < before.knownBefore) {
            if (onlyThat) {
                before.addLater(supersedes, row(supersedes));
            } else {
                latest = null;
            }
        }
    }

    /** What does not count because of what was known before a moment. */
    Superseded superseded(long knownBefore) {
        if (corrections.isEmpty()) {
            return Superseded.NOTHING;
        }
        Superseded found = latest;
        if (found == null || found.knownBefore != knownBefore) {
            found = new Superseded(knownBefore);
            for (String id : corrections.superseded(knownBefore)) {
                found.add(id, row(id));
            }
            latest = found;
        }
        return found;
    }

    /** Ids, and rows of lanes; rows that were given out are never changed, only replaced. */
    static final class Superseded {
        private static final BitSet NO_ROWS = new BitSet();
        static final Superseded NOTHING = new Superseded(Long.MIN_VALUE);

        private final long knownBefore;
        private final Set<String> ids = new HashSet<>();
        private final IdentityHashMap<Lane, BitSet> rows = new IdentityHashMap<>();

        Superseded(long knownBefore) {
            this.knownBefore = knownBefore;
        }

        private void add(String id, @Nullable Row row) {
            if (row == null) {
                ids.add(id);
            } else {
                rows.computeIfAbsent(row.lane, lane -> new BitSet()).set(row.row);
            }
        }

        private void addLater(String id, @Nullable Row row) {
            if (row != null) {
                rows.put(row.lane, (BitSet) rows(row.lane).clone());
            }
            add(id, row);
        }

        boolean has(Observation observation) {
            return ids.contains(observation.entry().id());
        }

        BitSet rows(Lane lane) {
            return rows.getOrDefault(lane, NO_ROWS);
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
        Sort sort = new Sort(entry.basis(), entry.source(), increment.amount().unit());
        Integer there = numbers.get(sort);
        if (there != null) {
            return shared.remove(lanes.get(there)) ? own(there) : lanes.get(there);
        }
        Lane lane = new Lane(name, sort.source, sort.basis, sort.unit);
        take(lane);
        return lane;
    }

    private void take(Lane lane) {
        numbers.put(new Sort(lane.basis, lane.source, lane.unit), lanes.size());
        lanes.add(lane);
    }

    private Lane own(int number) {
        Lane before = lanes.get(number);
        Lane own = before.copy();
        lanes.set(number, own);
        rows.replaceAll((id, row) -> row.lane == before ? new Row(own, row.row) : row);
        latest = null;
        return own;
    }

    /** The observation with this id, if it is in this stream. */
    @Nullable Observation find(String id) {
        Row row = row(id);
        if (row != null) {
            return at(row.lane, row.row);
        }
        return byId.get(id);
    }

    boolean counts(String id, long knownBefore) {
        Superseded superseded = superseded(knownBefore);
        Row row = row(id);
        if (row != null) {
            return row.lane.isActive(row.row, knownBefore, superseded.rows(row.lane));
        }
        Observation found = byId.get(id);
        return found != null && isActive(found, knownBefore, superseded);
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
        Superseded superseded = superseded(knownBefore);
        return lanes.stream().anyMatch(lane -> lane.basis == basis && lane.hasActive(knownBefore, superseded.rows(lane)))
                || byKind.values().stream().flatMap(List::stream)
                        .anyMatch(observation -> observation.entry().basis() == basis && isAboutFacts(observation)
                                && isActive(observation, knownBefore, superseded));
    }

    private static boolean isAboutFacts(Observation observation) {
        return !(observation instanceof Complete || observation instanceof Judgement);
    }

    boolean has(Class<? extends Observation> kind, long knownBefore) {
        Superseded superseded = superseded(knownBefore);
        if (kind == Increment.class) {
            return lanes.stream().anyMatch(lane -> lane.hasActive(knownBefore, superseded.rows(lane)));
        }
        return all(kind).stream().anyMatch(observation -> isActive(observation, knownBefore, superseded));
    }

    /** Whether it counts at a moment, given what does not count at that moment. */
    static boolean isActive(Observation observation, long knownBefore, Superseded superseded) {
        return observation.entry().recordedNanos() < knownBefore && !superseded.has(observation);
    }

    Stream<Observation> observations() {
        return Stream.concat(lanes.stream().flatMap(lane -> IntStream.range(0, lane.size).mapToObj(row -> at(lane, row))),
                byKind.values().stream().flatMap(List::stream));
    }

    Stream<Observation> sorts() {
        return Stream.concat(lanes.stream().map(lane -> at(lane, 0)), byKind.values().stream().flatMap(List::stream));
    }

    /** Those that count because of what was known before a moment. */
    Stream<Observation> observations(long knownBefore) {
        Superseded superseded = superseded(knownBefore);
        return Stream.concat(
                lanes.stream().flatMap(lane -> IntStream.range(0, lane.size)
                        .filter(row -> lane.isActive(row, knownBefore, superseded.rows(lane))).mapToObj(row -> at(lane, row))),
                byKind.values().stream().flatMap(List::stream)
                        .filter(observation -> isActive(observation, knownBefore, superseded)));
    }

    private Observation at(Lane lane, int row) {
        return lane.observation(row, corrections.supersededBy(lane.id(row)));
    }
}
