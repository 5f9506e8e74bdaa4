package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every observation carries. Immutable.
 *
 * @param id unique in its log and without {@code #}; empty until the log numbers it ({@code stream#7})
 * @param stream which series of observations it belongs to
 * @param source who says so; empty if unknown
 * @param recordedAt when it became known, between the years 1700 and 2250
 * @param basis reported or recognised
 * @param supersedes the id of the observation that it replaces from {@code recordedAt} on, or null
 */
public record Entry(
        String id, String stream, String source, Instant recordedAt, Basis basis, @Nullable String supersedes) {
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2250-01-01T00:00:00Z");

    public Entry {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(basis, "basis");
        if (stream.isBlank()) {
            throw new IllegalArgumentException("stream must not be blank");
        }
        if (recordedAt.isBefore(EARLIEST) || recordedAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("recordedAt must be between 1700 and 2250, got " + recordedAt);
        }
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
