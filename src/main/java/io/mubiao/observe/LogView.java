package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log as it was known at a moment, with dates in one zone: superseded and not yet known observations are not in it.
 * It sees what is appended to the log later, as far as that was known at its moment.
 */
public final class LogView {
    private final ObservationLog log;
    private final ZoneId zone;
    private final long knownBefore;

    LogView(ObservationLog log, ZoneId zone, long knownBefore) {
        this.log = log;
        this.zone = requireNonNull(zone, "zone");
        this.knownBefore = knownBefore;
    }

    /** The stream asked for last: one target asks for the same one several times in a row. */
    private @Nullable Latest latest;

    private record Latest(String name, StreamLog stream) {}

    /** Threads may overwrite each other's latest stream; each reads a whole record, so none sees a wrong one. */
    private StreamLog streamLog(String name) {
        Latest before = latest;
        if (before != null && before.name.equals(name)) {
            return before.stream;
        }
        StreamLog found = log.streamLog(name);
        if (!found.isNothing()) {
            latest = new Latest(name, found);
        }
        return found;
    }

    /** The observations of one kind in a stream, in the order appended; not for increments, see {@link #increments}. */
    public <T extends Observation> List<T> all(String stream, Class<T> kind) {
        return streamLog(stream).all(kind, knownBefore);
    }

    /**
     * The log with one sum in place of all increments of one basis, unit and span, where a stream has many: what is asked of it,
     * and of copies with more in them, comes out as of the log itself, but for ids. To be read and copied alone.
     *
     * @param apart a source whose increments stay as they are
     */
    public ObservationLog condensed(String apart) {
        return log.condensed(knownBefore, apart);
    }

    /** Everything in a stream that counts, increments too, with the ids the log gave. */
    public Stream<Observation> stream(String name) {
        return streamLog(name).observations(knownBefore);
    }

    /** Of the increments of one source, basis and unit in a stream the first that counts, and every other observation that does. */
    public Stream<Observation> sorts(String stream) {
        return streamLog(stream).sorts(knownBefore);
    }

    /** The increments of a stream and basis that have a day in common with some days. */
    public Stream<Increment> touching(String stream, Basis basis, Span days) {
        return streamLog(stream).touching(basis, days, knownBefore);
    }

    /** Whether the observation of a stream with this id counts. */
    public boolean counts(String stream, String id) {
        return streamLog(stream).counts(id, knownBefore);
    }

    /** The observations of one kind and basis in a stream, in the order appended; not for increments. */
    public <T extends Observation> List<T> all(String stream, Class<T> kind, Basis basis) {
        return streamLog(stream).all(kind, basis, knownBefore);
    }

    /** A running sum of the increments of a stream that lie wholly inside the window. */
    public IncrementScan increments(String stream, Basis basis, Span window) {
        return new IncrementScan(log, stream, basis, window, knownBefore);
    }

    /** What counts of one kind and basis in a stream, told as it changes; not for increments. */
    public <T extends Observation> Changes<T> changes(String stream, Class<T> kind, Basis basis) {
        return new Changes<>(log, stream, kind, basis, knownBefore);
    }

    /** Whether anything of a kind was ever recorded in the stream, known by now or not, superseded or not. */
    public boolean holds(String stream, Class<? extends Observation> kind) {
        return streamLog(stream).holds(kind);
    }

    /** Whether the stream holds a known observation of this kind. */
    public boolean has(String stream, Class<? extends Observation> kind) {
        return streamLog(stream).has(kind, knownBefore);
    }

    /** Whether the stream holds a known observation of this basis, other than judgements and statements about it. */
    public boolean has(String stream, Basis basis) {
        return streamLog(stream).has(basis, knownBefore);
    }

    /** The zone in which instants become dates. */
    public ZoneId zone() {
        return zone;
    }

    /** The local date of a moment. */
    public LocalDate date(Moment moment) {
        return moment.dateIn(zone);
    }

    /** The days for which the stream is stated to be complete: disjoint, in order, adjoining ones joined. */
    public List<Span> completeSpans(String stream) {
        List<Span> spans = new ArrayList<>();
        for (Complete complete : all(stream, Complete.class)) {
            spans.add(complete.span());
        }
        spans.sort(Comparator.comparing(Span::first));
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before == null || span.first().isAfter(before.last().plusDays(1))) {
                joined.add(span);
            } else if (span.last().isAfter(before.last())) {
                joined.set(joined.size() - 1, new Span(before.first(), span.last()));
            }
        }
        return joined;
    }

    /**
     * How far the stream is stated to be complete without a gap, counted from a day; empty if that day itself is not
     * covered.
     */
    public Optional<LocalDate> completeThrough(String stream, LocalDate from) {
        return completeSpans(stream).stream().filter(span -> span.contains(from)).map(Span::last).findFirst();
    }
}
