package io.mubiao.observe;

import io.mubiao.lookup.Lookup;
import io.mubiao.observe.internal.IncrementColumns;
import io.mubiao.problem.AlreadyThereException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The append-only, bitemporal record of everything that was observed (观测台账). Nothing is ever changed or removed: a
 * correction is another observation that supersedes an earlier one from its own recorded-at on, so an answer given
 * with what was known on a day can be given again at any time. A correction that is itself retracted never was: from then on
 * what it superseded counts again.
 *
 * <p>By id, its own numbers too; stream by stream in the order of their first observation, and within a stream the increments
 * first, source by source. Equal are two that hold equal observations under the same ids. Many threads may read a log that no
 * thread appends to; one at a time may append.
 *
 * <pre>{@code
 * Units units = Units.builtIn().with("个");
 * ObservationLog log = ObservationLog.empty();
 * String id = log.add(Observation.total("P03", LocalDate.of(2024, 6, 30), Quantity.parse("5 个", units)));
 * log.add(Observation.total("P03", LocalDate.of(2024, 6, 30), Quantity.parse("6 个", units)).supersedes(id)
 *         .recordedAt(Instant.parse("2024-07-08T01:00:00Z")));
 * System.out.println(log.size()); // prints 2
 * }</pre>
 */
public final class ObservationLog implements Lookup<Observation> {
    /** What a stream without any observation holds. */
    private static final StreamLog NOTHING = new StreamLog("");

    private final Map<String, StreamLog> streams = new LinkedHashMap<>();
    private final Map<String, String> streamOfId = new HashMap<>();
    private int size;
    private @Nullable Instant latest;
    private final AtomicReference<@Nullable Thread> appending = new AtomicReference<>();

    private ObservationLog() {}

    /** An empty log. */
    public static ObservationLog empty() {
        return new ObservationLog();
    }

    /** A log of the given observations, in whatever order. */
    public static ObservationLog of(Observation... observations) {
        return of(List.of(observations));
    }

    /**
     * A log of the given observations, in whatever order.
     *
     * @throws IllegalArgumentException as {@link #addAll}
     */
    public static ObservationLog of(Iterable<? extends Observation> observations) {
        ObservationLog log = new ObservationLog();
        log.fill(observations);
        return log;
    }

    /**
     * Appends one observation as it is; gives the id that it has in the log. One that does not say when it became known is known on its
     * own day, however late it is appended, so that a log says the same in whatever order it came to be, and after it was written and
     * read. What was recorded later about that day decides then, and lint tells so. To have it known after everything else, and to be
     * told what it does, use {@link io.mubiao.assess.Assessor#add}, or say {@link Observation#recordedAt}.
     *
     * @throws IllegalArgumentException as {@link #addAll}
     */
    public String add(Observation observation) {
        return addAll(List.of(observation)).get(0);
    }

    /**
     * Appends observations as they are, all or none; among themselves they may stand in whatever order. Gives the ids that they have
     * in the log. Those that do not say when they became known are known on their own days, as with {@link #add}.
     *
     * @throws ConcurrentModificationException if another thread is appending
     * @throws AlreadyThereException if an id is taken
     * @throws NoSuchIdException if one supersedes what is neither in the log nor among them
     * @throws IllegalArgumentException if an id has a {@code #} and is not the one that the log gives here, or if one supersedes what is of another stream or was recorded
     *     later, or they supersede each other in a circle
     */
    public List<String> addAll(Iterable<? extends Observation> observations) {
        Thread other = appending.compareAndExchange(null, Thread.currentThread());
        if (other != null) {
            throw new ConcurrentModificationException("thread '" + Thread.currentThread().getName()
                    + "' appends to this log while thread '" + other.getName() + "' does; one at a time may");
        }
        try {
            return append(observations);
        } finally {
            appending.set(null);
        }
    }

    /** Takes in what is not looked at twice; nobody else has the log, so that it may be left half done. */
    private void fill(Iterable<? extends Observation> observations) {
        List<Numbered> corrections = new ArrayList<>();
        PlainLanes lanes = new PlainLanes();
        Iterator<? extends Observation> all = observations.iterator();
        while (all.hasNext()) {
            Checkpoint.pass(size);
            int like = all instanceof IncrementColumns columns ? columns.like() : -1;
            PlainLanes.Place place = lanes.get(like);
            if (place != null && all instanceof IncrementColumns columns) {
                columns.pass();
                count(place.add(columns));
                continue;
            }
            Observation observation = all.next();
            Entry entry = observation.entry();
            String id = entry.id();
            if (Batch.isNumbered(entry)) {
                Batch.requireOwn(entry, streamLog(entry.stream()).size() + 1);
            } else if (!id.isEmpty()) {
                Batch.requireFree(id, !streamOfId.containsKey(id) && find(id).isEmpty());
            }
            take(observation, corrections);
            if (like >= 0) {
                lanes.put(like, streamLog(entry.stream()), entry);
            }
        }
        Batch.check(this, corrections.stream().map(it -> it.observation.id(it.id)).toList());
        supersede(corrections);
        streams.values().forEach(StreamLog::trim);
    }

    private List<String> append(Iterable<? extends Observation> observations) {
        List<Observation> all = new ArrayList<>();
        observations.forEach(all::add);
        new Batch(this, all).check();
        List<Numbered> corrections = new ArrayList<>();
        List<String> ids = new ArrayList<>(all.size());
        all.forEach(observation -> ids.add(take(observation, corrections).id()));
        supersede(corrections);
        return ids;
    }

    private StreamLog.Place take(Observation observation, List<Numbered> corrections) {
        Entry entry = observation.entry();
        boolean numbered = Batch.isNumbered(entry);
        if (!entry.id().isEmpty() && !numbered) {
            streamOfId.put(entry.id(), entry.stream());
        }
        StreamLog.Place place = streams.computeIfAbsent(entry.stream(), StreamLog::new).add(numbered ? observation.id("") : observation);
        count(entry.recordedAt());
        if (entry.supersedes().isPresent()) {
            corrections.add(new Numbered(observation, place.id()));
        }
        return place;
    }

    private void count(Instant recorded) {
        size = Math.incrementExact(size);
        latest = latest == null || recorded.isAfter(latest) ? recorded : latest;
    }

    private void supersede(List<Numbered> corrections) {
        corrections.forEach(it -> streamLog(it.observation.entry().stream()).supersede(it.observation, it.id));
    }

    private record Numbered(Observation observation, String id) {}

    @Override
    public Observation get(String id) {
        return find(id).orElseThrow(() -> NoSuchIdException.of("this log", "observation", id,
                stream().limit(NoSuchIdException.MOST_COMPARED + 1L).map(it -> it.entry().id()).toList()));
    }

    @Override
    public Optional<Observation> find(String id) {
        int number = id.lastIndexOf('#');
        String stream = number < 0 ? streamOfId.get(id) : id.substring(0, number);
        return stream == null ? Optional.empty() : Optional.ofNullable(streamLog(stream).find(id));
    }

    /** An independent copy, with the same ids: what is appended to one is not in the other. */
    public ObservationLog copy() {
        return copy(streams.keySet());
    }

    /** An independent copy of some streams alone. */
    public ObservationLog copy(Set<String> names) {
        ObservationLog copy = new ObservationLog();
        streams.forEach((name, stream) -> {
            if (names.contains(name)) {
                copy.streams.put(name, stream.copy());
                copy.size += stream.size();
            }
        });
        copy.latest = latest;
        streamOfId.forEach((id, stream) -> {
            if (names.contains(stream)) {
                copy.streamOfId.put(id, stream);
            }
        });
        return copy;
    }

    /** This log, or one with the long rows of increments condensed; to be read and copied alone. */
    ObservationLog condensed(long knownBefore, String apart) {
        if (streams.values().stream().noneMatch(StreamLog::isLong)) {
            return this;
        }
        ObservationLog condensed = new ObservationLog();
        streams.forEach((name, stream) -> condensed.streams.put(name,
                stream.isLong() ? stream.condensed(knownBefore, apart) : stream));
        streamOfId.forEach((id, stream) -> {
            if (condensed.streamLog(stream).find(id) != null) {
                condensed.streamOfId.put(id, stream);
            }
        });
        condensed.size = size;
        condensed.latest = latest;
        return condensed;
    }

    /** The most digits after the point of any increment of a stream in a unit. */
    public int decimals(String stream, Unit unit) {
        return streamLog(stream).decimals(unit);
    }

    /** How many observations were ever appended. */
    @Override
    public int size() {
        return size;
    }

    /** When the latest of them became known; empty if there is none. A copy of some streams keeps that of all. */
    public Optional<Instant> latestRecordedAt() {
        return Optional.ofNullable(latest);
    }

    /**
     * Whether an observation could be appended now; does nothing if so.
     *
     * @throws IllegalArgumentException as {@link #addAll}
     */
    public void check(Observation observation) {
        checkAll(List.of(observation));
    }

    /**
     * Whether observations could be appended now, all of them; does nothing if so.
     *
     * @throws IllegalArgumentException as {@link #addAll}
     */
    public void checkAll(List<? extends Observation> observations) {
        new Batch(this, observations).check();
    }

    /** The names of all streams, in the order of their first observation. */
    public Set<String> streams() {
        return new LinkedHashSet<>(streams.keySet());
    }

    /** Everything ever recorded, with the ids the log gave. */
    @Override
    public Stream<Observation> stream() {
        return streams.values().stream().flatMap(StreamLog::observations);
    }

    /** Everything ever recorded in one stream, with the ids the log gave; empty if there is no such stream. */
    public Stream<Observation> stream(String name) {
        return streamLog(name).observations();
    }

    /**
     * What a stream holds of each sort: of the increments of one source, basis and unit the first, and every other observation.
     */
    public Stream<Observation> sorts(String stream) {
        return streamLog(stream).sorts();
    }

    /** The log as it is known in full, dates taken in a zone. */
    public LogView view(ZoneId zone) {
        return new LogView(this, zone, Long.MAX_VALUE);
    }

    /**
     * The log as it was known at the end of a day in a zone.
     *
     * @throws IllegalArgumentException if the year is not from 1 to 9999
     */
    public LogView knownBy(LocalDate day, ZoneId zone) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("the year must be from 1 to 9999, got " + day);
        }
        return new LogView(this, zone, Entry.nanos(day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** The log as it was known at an instant, that instant included. */
    public LogView knownAt(Instant instant, ZoneId zone) {
        return new LogView(this, zone, Entry.nanos(instant) + 1);
    }

    StreamLog streamLog(String name) {
        StreamLog log = streams.get(name);
        return log == null ? NOTHING : log;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof ObservationLog log && size == log.size && streams.keySet().equals(log.streams.keySet())
                && stream().allMatch(it -> log.find(it.entry().id()).filter(it::equals).isPresent()));
    }

    @Override
    public int hashCode() {
        return 31 * size + streams.keySet().hashCode();
    }

    @Override
    public String toString() {
        return Characters.shown("ObservationLog of " + size + " observations in " + streams.size() + " streams");
    }
}
