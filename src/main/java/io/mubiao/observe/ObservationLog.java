package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The append-only, bitemporal record of everything that was observed (观测台账). Nothing is ever changed or removed: a
 * correction is another observation that supersedes an earlier one from its own recorded-at on, so an answer given
 * with what was known on a day can be given again at any time. Once superseded, an observation stays so.
 *
 * <p>Many threads may read a log that no thread appends to.
 */
public final class ObservationLog {
    /** What a stream without any observation holds. */
    private static final StreamLog NOTHING = new StreamLog("");

    private final Map<String, StreamLog> streams = new LinkedHashMap<>();
    private final Map<String, String> streamOfId = new HashMap<>();
    private long size;

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
     * @throws IllegalArgumentException as {@link #add}
     */
    public static ObservationLog of(Iterable<? extends Observation> observations) {
        ObservationLog log = new ObservationLog();
        List<Observation> corrections = new ArrayList<>();
        for (Observation observation : observations) {
            log.append(observation);
            if (observation.entry().supersedes() != null) {
                corrections.add(observation);
            }
        }
        corrections.forEach(log::supersede);
        requireNoCircle(corrections);
        return log;
    }

    /** A correction comes after what it corrects, so following corrections back must come to an end. */
    private static void requireNoCircle(List<Observation> corrections) {
        Map<String, String> earlier = new HashMap<>();
        for (Observation correction : corrections) {
            earlier.put(correction.entry().id(), requireNonNull(correction.entry().supersedes()));
        }
        for (String id : earlier.keySet()) {
            Set<String> seen = new LinkedHashSet<>();
            String next = id;
            while (next != null && !next.isEmpty() && seen.add(next)) {
                next = earlier.get(next);
            }
            if (next != null && next.equals(id) && !id.isEmpty()) {
                throw new IllegalArgumentException("observations supersede each other in a circle: " + seen);
            }
        }
    }

    /**
     * Appends one observation.
     *
     * @throws IllegalArgumentException if its id is taken or has a {@code #}, or if it supersedes an observation that
     *     is not in the log, is of another stream, or was recorded later
     */
    public void add(Observation observation) {
        String supersedes = observation.entry().supersedes();
        if (supersedes != null) {
            checkSuperseded(observation, supersedes);
        }
        append(observation);
        if (supersedes != null) {
            supersede(observation);
        }
    }

    private void append(Observation observation) {
        Entry entry = requireNonNull(observation, "observation").entry();
        if (!entry.id().isEmpty()) {
            if (entry.id().indexOf('#') >= 0) {
                throw new IllegalArgumentException("id must not contain '#', got '" + entry.id() + "'");
            }
            if (streamOfId.putIfAbsent(entry.id(), entry.stream()) != null) {
                throw new IllegalArgumentException("id '" + entry.id() + "' is already in the log");
            }
        }
        streams.computeIfAbsent(entry.stream(), StreamLog::new).add(observation);
        size++;
    }

    private void supersede(Observation correction) {
        String id = requireNonNull(correction.entry().supersedes());
        checkSuperseded(correction, id);
        requireNonNull(streams.get(correction.entry().stream())).supersede(id, correction.entry().recordedNanos());
    }

    private void checkSuperseded(Observation correction, String id) {
        String stream = correction.entry().stream();
        StreamLog log = streams.get(stream);
        Observation earlier = log == null ? null : log.find(id);
        if (earlier == null) {
            String elsewhere = streamOfId.get(id);
            throw new IllegalArgumentException("'" + id + "', superseded in stream '" + stream + "', is not in the "
                    + "log" + (elsewhere == null ? "" : " under that stream but under '" + elsewhere + "'"));
        }
        if (correction.entry().recordedAt().isBefore(earlier.entry().recordedAt())) {
            throw new IllegalArgumentException("a correction must not be recorded before what it supersedes: '" + id
                    + "' was recorded at " + earlier.entry().recordedAt() + ", the correction at "
                    + correction.entry().recordedAt());
        }
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
        streamOfId.forEach((id, stream) -> {
            if (names.contains(stream)) {
                copy.streamOfId.put(id, stream);
            }
        });
        return copy;
    }

    /** How many observations were ever appended. */
    public long size() {
        return size;
    }

    /** The names of all streams, in the order of their first observation. */
    public Set<String> streams() {
        return new LinkedHashSet<>(streams.keySet());
    }

    /** Everything ever recorded, stream by stream, with the ids the log gave. */
    public Stream<Observation> observations() {
        return streams.values().stream().flatMap(StreamLog::observations);
    }

    /** Everything ever recorded in one stream, with the ids the log gave. */
    public Stream<Observation> observations(String stream) {
        StreamLog log = streams.get(stream);
        return log == null ? Stream.empty() : log.observations();
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

    StreamLog stream(String name) {
        StreamLog log = streams.get(name);
        return log == null ? NOTHING : log;
    }

    @Override
    public String toString() {
        return "ObservationLog of " + size + " observations in " + streams.size() + " streams";
    }
}
