package io.mubiao.observe;

import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    private final int first;
    private final int last;
    private final long knownBefore;
    private final List<LaneScan> lanes = new ArrayList<>();

    IncrementScan(ObservationLog log, String stream, Basis basis, Span window, long knownBefore) {
        this.log = log;
        this.stream = stream;
        this.basis = basis;
        this.first = Lane.day(window.first());
        this.last = Lane.day(window.last());
        this.knownBefore = knownBefore;
    }

    /** Takes in what is new. */
    public IncrementScan update() {
        for (Lane lane : log.stream(stream).lanes) {
            if (lane.basis == basis && lanes.stream().noneMatch(scan -> scan.lane == lane)) {
                lanes.add(new LaneScan(lane));
            }
        }
        lanes.forEach(LaneScan::update);
        return this;
    }

    /** How many increments are in the sum. */
    public long counted() {
        return lanes.stream().mapToLong(scan -> scan.counted).sum();
    }

    /** How many known increments were left out because they reach outside the window. */
    public long leftOut() {
        return lanes.stream().mapToLong(scan -> scan.leftOut).sum();
    }

    /**
     * The sum; empty if nothing was counted.
     *
     * @param unit the unit of the sum, or null for that of the first increment's source
     * @throws IllegalArgumentException if an increment's unit does not convert; names both
     */
    public Optional<Quantity> sum(@Nullable Unit unit) {
        Quantity sum = null;
        for (LaneScan scan : lanes) {
            if (scan.counted > 0) {
                Quantity part = Quantity.of(scan.total(), scan.lane.unit);
                sum = sum != null ? sum.plus(part) : unit != null ? part.in(unit) : part;
            }
        }
        return Optional.ofNullable(sum);
    }

    /** Two known increments of one source that overlap, by id, if there are any. */
    public Optional<List<String>> overlap() {
        List<LaneScan> open = new ArrayList<>(lanes);
        while (!open.isEmpty()) {
            String source = open.get(0).lane.source;
            List<LaneScan> same = open.stream().filter(scan -> scan.lane.source.equals(source)).toList();
            open.removeAll(same);
            if (same.size() > 1 || !same.get(0).lane.ordered) {
                Optional<List<String>> found = overlap(same);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private record Known(Lane lane, int row) {}

    private Optional<List<String>> overlap(List<LaneScan> sameSource) {
        Known[] known = sameSource.stream()
                .flatMap(scan -> IntStream.range(0, scan.lane.size)
                        .filter(row -> scan.lane.isActive(row, knownBefore))
                        .mapToObj(row -> new Known(scan.lane, row)))
                .toArray(Known[]::new);
        Arrays.sort(known, (a, b) -> {
            int byDay = Integer.compare(a.lane.from[a.row], b.lane.from[b.row]);
            return byDay != 0 ? byDay : a.lane.id(a.row).compareTo(b.lane.id(b.row));
        });
        for (int i = 1; i < known.length; i++) {
            Known before = known[i - 1];
            Known here = known[i];
            if (here.lane.from[here.row] <= before.lane.to[before.row]) {
                return Optional.of(List.of(before.lane.id(before.row), here.lane.id(here.row)));
            }
        }
        return Optional.empty();
    }

    /** The last day that an increment in the sum reaches; empty if nothing was counted. */
    public Optional<LocalDate> lastDay() {
        return lanes.stream().filter(scan -> scan.counted > 0)
                .map(scan -> LocalDate.ofEpochDay(scan.latest))
                .max(LocalDate::compareTo);
    }

    /** What is in the sum now, to be listed by id when asked; later updates of the scan do not change it. */
    public Snapshot snapshot() {
        return new Snapshot(counted(), lanes.stream().map(scan -> new Snapshot.Part(
                scan, scan.next, Map.copyOf(scan.lane.superseded))).toList());
    }

    /** The ids of the known increments left out, found anew at each call. */
    public Stream<String> leftOutIds() {
        return lanes.stream().flatMap(scan -> scan.ids(false, scan.next, scan.lane.superseded));
    }

    /** The increments that were in a sum. */
    public static final class Snapshot {
        private final long count;
        private final List<Part> parts;

        private record Part(LaneScan scan, int rows, Map<Integer, Long> superseded) {}

        private Snapshot(long count, List<Part> parts) {
            this.count = count;
            this.parts = parts;
        }

        /** How many. */
        public long count() {
            return count;
        }

        /** Their ids, found anew at each call. */
        public Stream<String> ids() {
            return parts.stream().flatMap(part -> part.scan.ids(true, part.rows, part.superseded));
        }
    }

    /** What was summed of one lane, up to a row. */
    private final class LaneScan {
        private final Lane lane;
        private int next;
        private long sum;
        private int scale;
        private Rational spilled = Rational.ZERO;
        private long counted;
        private long leftOut;
        private int latest = Integer.MIN_VALUE;

        LaneScan(Lane lane) {
            this.lane = lane;
            this.scale = lane.scale;
        }

        void update() {
            if (next == lane.size && lane.superseded.isEmpty()) {
                return;
            }
            if (scale != lane.scale || !lane.superseded.isEmpty()) {
                reset();
            }
            if (lane.superseded.isEmpty() && lane.wide.isEmpty()) {
                addPlain();
            } else {
                addChecked();
            }
            next = lane.size;
        }

        private void reset() {
            next = 0;
            sum = 0;
            scale = lane.scale;
            spilled = Rational.ZERO;
            counted = 0;
            leftOut = 0;
            latest = Integer.MIN_VALUE;
        }

        private void addPlain() {
            int[] from = lane.from;
            int[] to = lane.to;
            long[] recorded = lane.recorded;
            long[] amount = lane.amount;
            long total = sum;
            int reached = latest;
            long in = 0;
            long out = 0;
            for (int row = next; row < lane.size; row++) {
                if (recorded[row] >= knownBefore) {
                    continue;
                }
                if (from[row] < first || to[row] > last) {
                    out++;
                    continue;
                }
                long added = total + amount[row];
                if (((total ^ added) & (amount[row] ^ added)) < 0) {
                    spilled = spilled.plus(lane.scaled(BigInteger.valueOf(total)));
                    added = amount[row];
                }
                total = added;
                in++;
                reached = Math.max(reached, to[row]);
            }
            latest = reached;
            sum = total;
            counted += in;
            leftOut += out;
        }

        private void addChecked() {
            for (int row = next; row < lane.size; row++) {
                if (!lane.isActive(row, knownBefore)) {
                    continue;
                }
                if (isInside(row)) {
                    spilled = spilled.plus(lane.exactAmount(row));
                    counted++;
                    latest = Math.max(latest, lane.to[row]);
                } else {
                    leftOut++;
                }
            }
        }

        private boolean isInside(int row) {
            return lane.from[row] >= first && lane.to[row] <= last;
        }

        Rational total() {
            return spilled.plus(Rational.of(new BigDecimal(BigInteger.valueOf(sum), scale)));
        }

        Stream<String> ids(boolean inside, int rows, Map<Integer, Long> superseded) {
            return IntStream.range(0, rows)
                    .filter(row -> lane.isActive(row, knownBefore, superseded) && isInside(row) == inside)
                    .mapToObj(lane::id);
        }
    }
}
