package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the increments of one stream and basis that lie wholly inside a window. {@link #update()} takes in what
 * was appended since the last call; the result is the same as that of a new scan. Not thread-safe.
 */
public final class IncrementScan {
    private final ObservationLog log;
    private final String stream;
    private final Basis basis;
    private final LaneScan.Window window;
    /** By lane of the stream; null for those of the other basis. */
    private final List<@Nullable LaneScan> lanes = new ArrayList<>(1);
    private final List<UnitSum> units = new ArrayList<>(1);
    private @Nullable ScanSpans spans;
    private @Nullable LastDays days;
    private @Nullable Superseded superseded;
    /** How many observations of the stream, and how many changes of what counts, are taken in. */
    private int seen;
    private int told;
    private long counted;
    private long leftOut;
    private int latest = Integer.MIN_VALUE;

    IncrementScan(ObservationLog log, String stream, Basis basis, Span window, long knownBefore) {
        this.log = log;
        this.stream = stream;
        this.basis = basis;
        this.window = new LaneScan.Window(Lane.day(window.first()), Lane.day(window.last()), knownBefore);
    }

    /** Takes in what is new. */
    public synchronized IncrementScan update() {
        StreamLog streamLog = log.streamLog(stream);
        if (streamLog.lanes.isEmpty()) {
            return this;
        }
        Superseded before = superseded;
        Superseded now = before == null ? streamLog.superseded(window.knownBefore()) : before.update();
        superseded = now;
        if (before == null) {
            for (Lane lane : streamLog.lanes) {
                take(scan(lane), now);
            }
        } else if (seen < streamLog.size() || told < now.changes()) {
            follow(streamLog, now);
        }
        told = now.changes();
        seen = streamLog.size();
        return this;
    }

    /** Takes in a few more, so that nothing long is looked through again. */
    private void follow(StreamLog streamLog, Superseded now) {
        ScanSpans among = spans == null ? new ScanSpans(window) : spans;
        spans = among;
        for (; told < now.changes(); told++) {
            if (now.changed(told) instanceof Lane lane && lane.basis == basis) {
                change(streamLog, lane, now.row(told), among);
            }
        }
        int several = streamLog.lanes.size();
        for (int number = several == 1 ? streamLog.size() : seen + 1; number <= streamLog.size(); number++) {
            int lane = several == 1 ? 0 : streamLog.laneOf(number) - 1;
            if (lane >= 0) {
                while (lanes.size() <= lane) {
                    scan(streamLog.lanes.get(lanes.size()));
                }
                follow(lanes.get(lane), now, among);
            }
        }
        among.follow(lanes, now);
        if (days != null && days.isStale()) {
            days.fill(lanes, now);
        }
    }

    private void change(StreamLog streamLog, Lane lane, int row, ScanSpans among) {
        int place = streamLog.lanes.size() == 1 ? 0 : streamLog.laneOf(lane.number(row < 0 ? ~row : row)) - 1;
        LaneScan scan = place < 0 || place >= lanes.size() ? null : lanes.get(place);
        if (scan == null || scan.lane != lane || !scan.has(row < 0 ? ~row : row)) {
            return;
        }
        boolean drops = row >= 0;
        int at = drops ? row : ~row;
        counted -= scan.counted;
        leftOut -= scan.leftOut;
        UnitSum sum = scan.sum;
        sum.counted -= scan.counted;
        scan.change(at, !drops);
        counted += scan.counted;
        leftOut += scan.leftOut;
        sum.counted += scan.counted;
        sum.touch(scan);
        if (window.isInside(lane, at)) {
            if (days == null) {
                days = new LastDays();
            }
            if (drops) {
                days.drop(lane.to[at]);
                among.drop(lane, at);
            } else {
                days.add(lane.to[at]);
                among.add(lane, at);
            }
        }
    }

    private void follow(@Nullable LaneScan scan, Superseded now, ScanSpans among) {
        if (scan == null) {
            return;
        }
        int from = scan.next();
        take(scan, now);
        BitSet superseded = now.rows(scan.lane);
        for (int row = from; row < scan.next(); row++) {
            if (window.counts(scan.lane, row, superseded)) {
                among.add(scan.lane, row);
                if (days != null) {
                    days.add(scan.lane.to[row]);
                }
            }
        }
    }

    /** A new scan of the next lane; null if it is of the other basis. */
    private @Nullable LaneScan scan(Lane lane) {
        LaneScan scan = null;
        if (lane.basis == basis) {
            UnitSum sum = sum(lane);
            scan = new LaneScan(lane, window, sum);
            sum.lanes++;
        }
        lanes.add(scan);
        return scan;
    }

    private UnitSum sum(Lane lane) {
        for (UnitSum sum : units) {
            if (sum.unit.equals(lane.unit)) {
                return sum;
            }
        }
        UnitSum sum = new UnitSum(lane.unit);
        units.add(sum);
        return sum;
    }

    private void take(@Nullable LaneScan scan, Superseded now) {
        if (scan == null || scan.next() == scan.lane.size) {
            return;
        }
        long before = scan.counted;
        leftOut -= scan.leftOut;
        scan.update(now.rows(scan.lane));
        leftOut += scan.leftOut;
        counted += scan.counted - before;
        scan.sum.counted += scan.counted - before;
        scan.sum.touch(scan);
        latest = Math.max(latest, scan.latest);
    }

    /** How many increments are in the sum. */
    public long counted() {
        return counted;
    }

    /** How many known increments were left out because they reach outside the window. */
    public long leftOut() {
        return leftOut;
    }

    /**
     * The sum; empty if nothing was counted.
     *
     * @param unit the unit of the sum
     * @throws IllegalArgumentException if an increment's unit does not convert; names both
     */
    public Optional<Quantity> sum(Unit unit) {
        return total(requireNonNull(unit, "unit"));
    }

    /** The sum in the first of the units used, by symbol; empty if nothing counts. */
    public Optional<Quantity> sum() {
        return total(null);
    }

    private Optional<Quantity> total(@Nullable Unit unit) {
        Quantity sum = null;
        List<UnitSum> sorted = units;
        if (unit == null && units.size() > 1) {
            sorted = new ArrayList<>(units);
            sorted.sort(Comparator.comparing(each -> each.unit.symbol()));
        }
        for (UnitSum each : sorted) {
            if (each.counted > 0) {
                Quantity part = Quantity.of(each.total(), each.unit);
                sum = sum != null ? sum.plus(part) : unit != null ? part.in(unit) : part;
            }
        }
        return Optional.ofNullable(sum);
    }

    /** Two increments of one source in the sum that overlap, by id, if there are any. */
    public Optional<List<String>> overlap() {
        LaneScan only = lanes.size() == 1 ? lanes.get(0) : null;
        if (lanes.isEmpty() || (only != null && only.lane.ordered)) {
            return Optional.empty();
        }
        ScanSpans among = spans;
        return among != null ? among.overlap() : new ScanSpans(window).overlap(lanes, requireNonNull(superseded));
    }

    /** The last day that an increment in the sum reaches; empty if nothing was counted. */
    public Optional<LocalDate> lastDay() {
        int day = days == null ? latest : days.last();
        return counted == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** What is in the sum now, to be listed by id when asked; later updates of the scan do not change it. */
    public Snapshot snapshot() {
        return new Snapshot(this, true, counted, seen, told);
    }

    /** What was left out of the sum until now, in the same way. */
    public Snapshot leftOutSnapshot() {
        return new Snapshot(this, false, leftOut, seen, told);
    }

    private record Part(Lane lane, int rows, BitSet superseded) {}

    private synchronized Stream<String> ids(boolean inside, int upTo, int changes) {
        Superseded now = superseded;
        if (now == null) {
            return Stream.empty();
        }
        List<Part> parts = new ArrayList<>(lanes.size());
        for (LaneScan scan : lanes) {
            if (scan != null) {
                parts.add(new Part(scan.lane, scan.next(), now.rows(scan.lane, changes)));
            }
        }
        return parts.stream().flatMap(part -> IntStream.range(0, part.rows)
                .filter(row -> part.lane.number(row) <= upTo
                        && part.lane.isActive(row, window.knownBefore(), part.superseded)
                        && window.isInside(part.lane, row) == inside)
                .mapToObj(part.lane::id));
    }

    /** The increments that were in a sum, or left out of it. */
    public static final class Snapshot {
        private final IncrementScan scan;
        private final boolean inside;
        private final long count;
        private final int upTo;
        private final int changes;

        private Snapshot(IncrementScan scan, boolean inside, long count, int upTo, int changes) {
            this.scan = scan;
            this.inside = inside;
            this.count = count;
            this.upTo = upTo;
            this.changes = changes;
        }

        /** How many. */
        public long count() {
            return count;
        }

        /** Their ids, found anew at each call. */
        public Stream<String> ids() {
            return count == 0 ? Stream.empty() : scan.ids(inside, upTo, changes);
        }
    }
}
