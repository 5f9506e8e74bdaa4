package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.observe.internal.IncrementColumns;
import io.mubiao.time.Span;
import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything ever recorded in one stream, by kind. Append-only. */
final class StreamLog {
    private static final int MANY = 4096;

    final String name;
    final List<Lane> lanes = new ArrayList<>();
    final Corrections corrections;
    private final Map<Sort, Integer> numbers = new HashMap<>();
    /** Where an increment came last. */
    private int latestLane;
    /** By kind, one for each basis there is. */
    private Map<Class<?>, List<Pile>> piles = Map.of();
    /** Of what has an id of its own. */
    private final Map<String, Place> places = new HashMap<>();
    /** What counts at the moment asked for last. */
    private volatile @Nullable Superseded latest;
    /** Lanes of another log, too, which are copied before they are added to. */
    private final Set<Lane> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    /** By number, from 0: in which lane it is, from 1; 0 for what is in none. Only where there are several. */
    private int[] laneOf = {};
    /** The first lane of each basis. */
    private int firstReported = Integer.MAX_VALUE;
    private int firstRecognised = Integer.MAX_VALUE;
    private int count;

    /** Where an observation is. */
    record Place(Rows rows, int row) {
        String id() {
            return rows.id(row);
        }
    }

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
        IdentityHashMap<Rows, Rows> copies = new IdentityHashMap<>();
        lanes.forEach(lane -> copies.put(lane, shared.contains(lane) ? lane : lane.copy()));
        StreamLog copy = new StreamLog(name, corrections.copy());
        lanes.forEach(lane -> copy.take((Lane) requireNonNull(copies.get(lane)), false));
        copy.laneOf = laneOf.clone();
        copy.shared.addAll(shared);
        takeRest(copy, copies);
        return copy;
    }

    private void takeRest(StreamLog copy, IdentityHashMap<Rows, Rows> copies) {
        piles.forEach((kind, all) -> {
            List<Pile> own = all.stream().map(Pile::copy).collect(Collectors.toCollection(() -> new ArrayList<>(1)));
            for (int i = 0; i < all.size(); i++) {
                copies.put(all.get(i), own.get(i));
            }
            copy.piles().put(kind, own);
        });
        places.forEach((id, place) -> {
            Rows rows = copies.get(place.rows);
            if (rows != null) {
                copy.places.put(id, new Place(rows, place.row));
            }
        });
        copy.count = count;
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
        sums.forEach(lane -> condensed.take(lane, true));
        IdentityHashMap<Rows, Rows> copies = new IdentityHashMap<>();
        lanes.stream().filter(lane -> lane.source.equals(apart)).forEach(lane -> {
            Lane copy = lane.copy();
            copies.put(lane, copy);
            condensed.take(copy, true);
        });
        condensed.shared.addAll(condensed.lanes);
        takeRest(condensed, copies);
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

    /** Takes in an observation; gives where it is from now on. */
    Place add(Observation observation) {
        count++;
        String id = observation.entry().id();
        if (observation instanceof Increment increment) {
            Lane lane = lane(increment);
            return placed(id, new Place(lane, lane.add(increment, count)));
        }
        Observation named = id.isEmpty() ? observation.id(name + "#" + count) : observation;
        Pile pile = pile(observation);
        return placed(id, new Place(pile, pile.add(named, count)));
    }

    private Place placed(String id, Place place) {
        if (!id.isEmpty()) {
            places.put(id, place);
        }
        return place;
    }

    /** Gives back what was kept for more to come, where it is much. */
    void trim() {
        lanes.forEach(Lane::trim);
    }

    /** Most streams hold increments alone: they share an empty map. */
    private Map<Class<?>, List<Pile>> piles() {
        if (piles.isEmpty()) {
            piles = new LinkedHashMap<>();
        }
        return piles;
    }

    private Pile pile(Observation observation) {
        List<Pile> all = piles().computeIfAbsent(observation.getClass(), kind -> new ArrayList<>(1));
        Basis basis = observation.entry().basis();
        for (Pile pile : all) {
            if (pile.basis == basis) {
                return pile;
            }
        }
        Pile pile = new Pile(observation.getClass(), basis);
        all.add(pile);
        return pile;
    }

    /** Takes in that an observation of this id supersedes another. */
    void supersede(Observation correction, String id) {
        corrections.add(correction, id);
    }

    /** What counts at a moment. */
    Superseded superseded(long knownBefore) {
        Superseded found = latest;
        if (found == null || found.knownBefore != knownBefore) {
            found = new Superseded(this, knownBefore);
            latest = found;
        }
        return found.update();
    }

    /** Where the observation with this id is; null if it is not in this stream. */
    @Nullable Place place(String id) {
        Place named = places.get(id);
        if (named != null || !id.startsWith(name) || id.length() < name.length() + 2 || id.charAt(name.length()) != '#') {
            return named;
        }
        int number;
        try {
            number = Integer.parseInt(id.substring(name.length() + 1));
        } catch (NumberFormatException e) {
            return null;
        }
        Place place = numbered(number);
        return place != null && place.rows.id(place.row).equals(id) ? place : null;
    }

    private @Nullable Place numbered(int number) {
        int lane = lanes.size() == 1 ? 1 : laneOf(number);
        int row = lane == 0 ? -1 : lanes.get(lane - 1).rowOf(number);
        if (row >= 0) {
            return new Place(lanes.get(lane - 1), row);
        }
        for (List<Pile> all : piles.values()) {
            for (Pile pile : all) {
                int in = pile.rowOf(number);
                if (in >= 0) {
                    return new Place(pile, in);
                }
            }
        }
        return null;
    }

    /** In which lane a number is, from 1, where there are several; else 0. */
    int laneOf(int number) {
        return number > 0 && number <= laneOf.length ? laneOf[number - 1] : 0;
    }

    private Lane lane(Increment increment) {
        Entry entry = increment.entry();
        Unit unit = increment.amount().unit();
        int number = latestLane < lanes.size() && lanes.get(latestLane).isOf(entry, unit) ? latestLane
                : numbers.getOrDefault(new Sort(entry.basis(), entry.source(), unit), lanes.size());
        if (number == lanes.size()) {
            take(new Lane(name, entry.source(), entry.basis(), unit), true);
        } else if (shared.remove(lanes.get(number))) {
            own(number);
        }
        return latest(number);
    }

    private Lane latest(int number) {
        latestLane = number;
        if (lanes.size() > 1) {
            if (laneOf.length < count) {
                laneOf = Arrays.copyOf(laneOf, count + (count >> 1));
            }
            laneOf[count - 1] = number + 1;
        }
        return lanes.get(number);
    }

    /** In which lane an increment came last. */
    int latestLane() {
        return latestLane;
    }

    /** Takes in an increment that belongs in a lane, which no other log has. */
    void add(int lane, IncrementColumns increment, long recordedAt, boolean assumed) {
        count++;
        latest(lane).add(increment, recordedAt, count, assumed);
    }

    /** @param index whether the numbers of its rows, and of those before, are to be found again */
    private void take(Lane lane, boolean index) {
        numbers.put(new Sort(lane.basis, lane.source, lane.unit), lanes.size());
        if (lane.basis == Basis.REPORTED) {
            firstReported = Math.min(firstReported, lanes.size());
        } else {
            firstRecognised = Math.min(firstRecognised, lanes.size());
        }
        lanes.add(lane);
        if (index && lanes.size() == 2) {
            index(1, lanes.get(0));
        }
        if (index && lanes.size() >= 2) {
            index(lanes.size(), lane);
        }
    }

    private void index(int number, Lane lane) {
        for (int row = 0; row < lane.size; row++) {
            int of = lane.number(row);
            if (laneOf.length < of) {
                laneOf = Arrays.copyOf(laneOf, Math.max(of + (of >> 1), count));
            }
            laneOf[of - 1] = number;
        }
    }

    private void own(int number) {
        Lane before = lanes.get(number);
        Lane own = before.copy();
        lanes.set(number, own);
        places.replaceAll((id, place) -> place.rows == before ? new Place(own, place.row) : place);
        latest = null;
    }

    /** The observation with this id, if it is in this stream. */
    @Nullable Observation find(String id) {
        Place place = place(id);
        return place == null ? null : at(place.rows, place.row);
    }

    boolean counts(String id, long knownBefore) {
        Place place = place(id);
        return place != null && place.rows.recordedAt(place.row) < knownBefore
                && !superseded(knownBefore).rows(place.rows).get(place.row);
    }

    /** The pile of a kind and basis; null if nothing of it was ever recorded. */
    @Nullable Pile pile(Class<? extends Observation> kind, Basis basis) {
        for (Pile pile : piles.getOrDefault(kind, List.of())) {
            if (pile.basis == basis) {
                return pile;
            }
        }
        return null;
    }

    /** Those of one kind that count at a moment, in the order appended; not for increments. */
    <T extends Observation> List<T> all(Class<T> kind, long knownBefore) {
        return all(kind, piles.getOrDefault(kind, List.of()), knownBefore);
    }

    /** Those of one kind and basis that count at a moment, in the order appended; not for increments. */
    <T extends Observation> List<T> all(Class<T> kind, Basis basis, long knownBefore) {
        Pile pile = pile(kind, basis);
        return all(kind, pile == null ? List.of() : List.of(pile), knownBefore);
    }

    private <T extends Observation> List<T> all(Class<T> kind, List<Pile> all, long knownBefore) {
        List<T> active = new ArrayList<>(all.isEmpty() ? 0 : 10);
        if (!all.isEmpty()) {
            Superseded superseded = superseded(knownBefore);
            merged(all, (pile, row) -> {
                if (pile.recordedAt(row) < knownBefore && !superseded.rows(pile).get(row)) {
                    active.add(kind.cast(pile.get(row)));
                }
            });
        }
        return active;
    }

    private interface Visitor {
        void visit(Pile pile, int row);
    }

    /** Visits the rows of the piles of one kind in the order appended. */
    private static void merged(List<Pile> piles, Visitor visitor) {
        int[] next = new int[piles.size()];
        for (int passed = 0;; passed++) {
            Checkpoint.pass(passed);
            int first = -1;
            for (int i = 0; i < next.length; i++) {
                Pile pile = piles.get(i);
                if (next[i] < pile.size() && (first < 0 || pile.number(next[i]) < piles.get(first).number(next[first]))) {
                    first = i;
                }
            }
            if (first < 0) {
                return;
            }
            visitor.visit(piles.get(first), next[first]++);
        }
    }

    boolean has(Basis basis, long knownBefore) {
        for (int i = basis == Basis.REPORTED ? firstReported : firstRecognised; i < lanes.size(); i++) {
            if (lanes.get(i).basis == basis && hasActive(lanes.get(i), knownBefore)) {
                return true;
            }
        }
        for (Map.Entry<Class<?>, List<Pile>> all : piles.entrySet()) {
            if (all.getKey() != Complete.class && all.getKey() != Judgement.class) {
                for (Pile pile : all.getValue()) {
                    if (pile.basis == basis && hasActive(pile, knownBefore)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether anything of a kind was ever recorded, counting or not. */
    boolean holds(Class<? extends Observation> kind) {
        return kind == Increment.class ? !lanes.isEmpty() : piles.containsKey(kind);
    }

    boolean has(Class<? extends Observation> kind, long knownBefore) {
        return kind == Increment.class ? lanes.stream().anyMatch(lane -> hasActive(lane, knownBefore))
                : piles.getOrDefault(kind, List.of()).stream().anyMatch(pile -> hasActive(pile, knownBefore));
    }

    private boolean hasActive(Rows rows, long knownBefore) {
        return !(rows instanceof Pile pile && pile.isLater(knownBefore))
                && rows.firstActive(knownBefore, superseded(knownBefore).rows(rows)) >= 0;
    }

    Stream<Observation> observations() {
        return Stream.concat(lanes.stream().flatMap(lane -> IntStream.range(0, lane.size).mapToObj(row -> at(lane, row))), others());
    }

    Stream<Observation> sorts() {
        return Stream.concat(lanes.stream().map(lane -> at(lane, 0)), others());
    }

    /** Of each sort of increments the first that counts at a moment, and all others that count. */
    Stream<Observation> sorts(long knownBefore) {
        Superseded superseded = superseded(knownBefore);
        return Stream.concat(lanes.stream().flatMap(lane -> IntStream.of(lane.firstActive(knownBefore, superseded.rows(lane)))
                .filter(row -> row >= 0).mapToObj(row -> at(lane, row))),
                piles.keySet().stream().flatMap(kind -> all(kind.asSubclass(Observation.class), knownBefore).stream()));
    }

    /** The increments that count at a moment and have a day in common with some days. */
    Stream<Increment> touching(Basis basis, Span days, long knownBefore) {
        Superseded superseded = superseded(knownBefore);
        return lanes.stream().filter(lane -> lane.basis == basis).flatMap(lane -> lane.touching(Lane.day(days.first()), Lane.day(days.last()))
                .filter(row -> lane.isActive(row, knownBefore, superseded.rows(lane)))
                .mapToObj(row -> lane.observation(row, corrections.supersededBy(lane.id(row)))));
    }

    private Stream<Observation> others() {
        return piles.values().stream().flatMap(all -> {
            if (all.size() == 1) {
                return IntStream.range(0, all.get(0).size()).mapToObj(all.get(0)::get);
            }
            List<Observation> merged = new ArrayList<>();
            merged(all, (pile, row) -> merged.add(pile.get(row)));
            return merged.stream();
        });
    }

    /** Those that count because of what was known before a moment. */
    Stream<Observation> observations(long knownBefore) {
        Superseded superseded = superseded(knownBefore);
        return Stream.concat(
                lanes.stream().flatMap(lane -> IntStream.range(0, lane.size)
                        .filter(row -> lane.isActive(row, knownBefore, superseded.rows(lane))).mapToObj(row -> at(lane, row))),
                piles.keySet().stream().flatMap(kind -> all(kind.asSubclass(Observation.class), knownBefore).stream()));
    }

    private Observation at(Rows rows, int row) {
        return rows instanceof Lane lane ? lane.observation(row, corrections.supersededBy(lane.id(row))) : ((Pile) rows).get(row);
    }
}
