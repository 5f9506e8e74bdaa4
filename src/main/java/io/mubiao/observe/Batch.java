package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.problem.AlreadyThereException;
import io.mubiao.problem.NoSuchIdException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Observations that are about to be appended to a log, with the ids they will have there. */
final class Batch {
    private final ObservationLog log;
    private final Map<String, String> streamOfId = new HashMap<>();
    private final List<Observation> corrections = new ArrayList<>();
    /** Of the streams with corrections, by the id they will have. */
    private final Map<String, Observation> byId = new HashMap<>();
    /** What each supersedes, by id. */
    private final Map<String, String> earlier = new HashMap<>();

    Batch(ObservationLog log, List<? extends Observation> observations) {
        this.log = log;
        Set<String> corrected = new HashSet<>();
        boolean numbered = false;
        for (Observation observation : observations) {
            Entry entry = observation.entry();
            if (isNumbered(entry)) {
                numbered = true;
            } else if (!entry.id().isEmpty()) {
                requireFree(entry.id(), streamOfId.putIfAbsent(entry.id(), entry.stream()) == null && log.find(entry.id()).isEmpty());
            }
            if (entry.supersedes().isPresent()) {
                corrections.add(observation);
                corrected.add(entry.stream());
            }
        }
        if (numbered) {
            requireOwnNumbers(observations);
        }
        if (!corrections.isEmpty()) {
            number(observations, corrected);
        }
    }

    /** Whether its id looks like one that a log gave. */
    static boolean isNumbered(Entry entry) {
        return entry.id().indexOf('#') >= 0;
    }

    /** What was foretold, or was in this log before, has the id that the log gives; any other number is refused. */
    private void requireOwnNumbers(List<? extends Observation> observations) {
        Map<String, Integer> counts = new HashMap<>();
        for (Observation observation : observations) {
            Entry entry = observation.entry();
            requireOwn(entry, count(counts, entry.stream()));
        }
    }

    /** That an id with a number has the number that the log gives. */
    static void requireOwn(Entry entry, int number) {
        String own = entry.stream() + "#" + number;
        if (isNumbered(entry) && !entry.id().equals(own)) {
            throw new IllegalArgumentException("id must not contain '#' unless the log gives it, got '" + entry.id()
                    + "' where it gives '" + own + "'");
        }
    }

    /** Which of its stream one more observation is. */
    private int count(Map<String, Integer> counts, String stream) {
        return counts.merge(stream, log.streamLog(stream).size() + 1, (count, first) -> count + 1);
    }

    static void requireFree(String id, boolean free) {
        if (!free) {
            throw new AlreadyThereException("id '" + id + "' is already in the log");
        }
    }

    /** Refuses corrections that are in a log, with their ids, and cannot be. */
    static void check(ObservationLog log, List<Observation> corrections) {
        Batch batch = new Batch(log, List.of());
        for (Observation correction : corrections) {
            batch.corrections.add(correction);
            batch.byId.put(correction.entry().id(), correction);
            batch.earlier.put(correction.entry().id(), correction.entry().supersedes().orElseThrow());
        }
        batch.check();
    }

    private void number(List<? extends Observation> observations, Set<String> of) {
        Map<String, Integer> counts = new HashMap<>();
        for (Observation observation : observations) {
            Entry entry = observation.entry();
            if (of.contains(entry.stream())) {
                int number = count(counts, entry.stream());
                String id = entry.id().isEmpty() ? entry.stream() + "#" + number : entry.id();
                byId.put(id, observation);
                if (entry.supersedes().isPresent()) {
                    earlier.put(id, entry.supersedes().get());
                }
            }
        }
    }

    /** Refuses what cannot be appended. */
    void check() {
        corrections.forEach(this::check);
        Set<String> ends = new HashSet<>();
        earlier.keySet().forEach(id -> requireEnd(id, ends));
    }

    private void check(Observation correction) {
        String id = correction.entry().supersedes().orElse("");
        String stream = correction.entry().stream();
        Observation superseded = find(id, stream);
        if (superseded == null) {
            String there = streamOfId.getOrDefault(id, log.find(id).map(it -> it.entry().stream()).orElse(null));
            String message = "'" + id + "', superseded in stream '" + stream + "', is not in the log"
                    + (there == null ? "" : " under that stream but under '" + there + "'");
            throw there == null ? new NoSuchIdException(message) : new IllegalArgumentException(message);
        }
        if (correction.entry().recordedAt().isBefore(superseded.entry().recordedAt())) {
            throw new IllegalArgumentException("a correction must not be recorded before what it supersedes: '" + id
                    + "' was recorded at " + superseded.entry().recordedAt() + ", the correction at "
                    + correction.entry().recordedAt());
        }
    }

    private @Nullable Observation find(String id, String stream) {
        Observation among = byId.get(id);
        return among != null && among.entry().stream().equals(stream) ? among : log.streamLog(stream).find(id);
    }

    /** A correction comes after what it corrects, so following corrections back must come to an end. */
    private void requireEnd(String start, Set<String> ends) {
        Set<String> seen = new LinkedHashSet<>();
        for (String next = start; next != null && !ends.contains(next); next = earlier.get(next)) {
            if (!seen.add(next)) {
                throw new IllegalArgumentException("observations of stream '" + requireNonNull(byId.get(start)).entry().stream()
                        + "' supersede each other in a circle: '" + String.join("', '", seen) + "'");
            }
        }
        ends.addAll(seen);
    }
}
