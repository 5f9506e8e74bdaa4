package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What every observation carries. Immutable.
 *
 * @param id unique in its log; empty until the log numbers it ({@code stream#7}), which alone gives ids with {@code #}
 * @param stream which series of observations it belongs to
 * @param source who says so; empty if unknown
 * @param recordedAt when it became known, between the years 1700 and 2250
 * @param basis reported or recognised
 * @param supersedes the id of the observation that it replaces from {@code recordedAt} on; empty if it replaces none
 * @param assumed whether nobody said when it became known, so that {@code recordedAt} is only taken for it
 */
public record Entry(String id, String stream, String source, Instant recordedAt, Basis basis, Optional<String> supersedes,
        boolean assumed) {
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2250-01-01T00:00:00Z");

    public Entry {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(basis, "basis");
        requireNonNull(supersedes, "supersedes");
        if (stream.isBlank()) {
            throw new IllegalArgumentException("stream must not be blank");
        }
        if (recordedAt.isBefore(EARLIEST) || recordedAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("recordedAt must be between 1700 and 2250, got " + recordedAt);
        }
    }

    /** An entry of something that became known at a given instant. */
    public Entry(String id, String stream, String source, Instant recordedAt, Basis basis, Optional<String> supersedes) {
        this(id, stream, source, recordedAt, basis, supersedes, false);
    }

    /** The same entry with an instant that is only taken for its recorded-at; at most 2250. */
    public Entry assumedAt(Instant instant) {
        return new Entry(id, stream, source, instant.isAfter(LATEST) ? LATEST : instant, basis, supersedes, true);
    }

    /** Recorded-at as one number that keeps the order. */
    long recordedNanos() {
        return nanos(recordedAt);
    }

    static long nanos(Instant instant) {
        Instant clamped = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return Math.addExact(Math.multiplyExact(clamped.getEpochSecond(), 1_000_000_000L), clamped.getNano());
    }
}
