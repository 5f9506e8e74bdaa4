package io.mubiao.observe;

import static java.util.Objects.requireNonNull;

import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final List<LaneScan> lanes = new ArrayList<>(2);
    private int lanesSeen;

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
        StreamLog streamLog = log.streamLog(stream);
        List<Lane> all = streamLog.lanes;
        for (int i = lanesSeen; i < all.size(); i++) {
            if (all.get(i).basis == basis) {
                lanes.add(new LaneScan(all.get(i)));
            }
        }
        lanesSeen = all.size();
        StreamLog.Superseded superseded = streamLog.superseded(knownBefore);
        for (LaneScan scan : lanes) {
            scan.update(superseded.rows(scan.lane));
        }
        return this;
    }

    /** How many increments are in the sum. */
    public long counted() {
        long sum = 0;
        for (LaneScan scan : lanes) {
            sum += scan.counted;
        }
        return sum;
    }

    /** How many known increments were left out because they reach outside the window. */
    public long leftOut() {
        long sum = 0;
        for (LaneScan scan : lanes) {
            sum += scan.leftOut;
        }
        return sum;
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
        List<LaneScan> sorted = lanes;
        if (unit == null && lanes.size() > 1) {
            sorted = new ArrayList<>(lanes);
            sorted.sort(Comparator.comparing(scan -> scan.lane.unit.symbol()));
        }
        for (LaneScan scan : sorted) {
            if (scan.counted > 0) {
                Quantity part = Quantity.of(scan.total(), scan.lane.unit);
                sum = sum != null ? sum.plus(part) : unit != null ? part.in(unit) : part;
            }
        }
        return Optional.ofNullable(sum);
    }

    /** Two increments of one source in the sum that overlap, by id, if there are any. */
    public Optional<List<String>> overlap() {
        if (lanes.isEmpty() || (lanes.size() == 1 && lanes.get(0).lane.ordered)) {
            return Optional.empty();
        }
        Map<String, List<LaneScan>> bySource = new TreeMap<>();
        lanes.forEach(scan -> bySource.computeIfAbsent(scan.lane.source, it -> new ArrayList<>(1)).add(scan));
        for (List<LaneScan> same : bySource.values()) {
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
                        .filter(row -> scan.lane.isActive(row, knownBefore, scan.superseded) && scan.isInside(row))
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
        int latest = Integer.MIN_VALUE;
        for (LaneScan scan : lanes) {
            latest = Math.max(latest, scan.latest);
        }
        return latest == Integer.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(latest));
    }

    /** What is in the sum now, to be listed by id when asked; later updates of the scan do not change it. */
    public Snapshot snapshot() {
        return snapshot(true);
    }

    /** What was left out of the sum until now, in the same way. */
    public Snapshot leftOutSnapshot() {
        return snapshot(false);
    }

    private Snapshot snapshot(boolean inside) {
        List<Snapshot.Part> parts = new ArrayList<>(lanes.size());
        for (LaneScan scan : lanes) {
            parts.add(new Snapshot.Part(scan, scan.next, scan.superseded));
        }
        return new Snapshot(inside, inside ? counted() : leftOut(), parts);
    }

    /** The increments that were in a sum, or left out of it. */
    public static final class Snapshot {
        private final boolean inside;
        private final long count;
        private final List<Part> parts;

        private record Part(LaneScan scan, int rows, BitSet superseded) {}

        private Snapshot(boolean inside, long count, List<Part> parts) {
            this.inside = inside;
            this.count = count;
            this.parts = parts;
        }

        /** How many. */
        public long count() {
            return count;
        }

        /** Their ids, found anew at each call. */
        public Stream<String> ids() {
            return parts.stream().flatMap(part -> part.scan.ids(inside, part.rows, part.superseded));
        }
    }

    /** What was summed of one lane, up to a row. */
    private final class LaneScan {
        private final Lane lane;
        private BitSet superseded = new BitSet();
        private int next;
        private long sum;
        private int scale;
        /** What is not in the sum of longs. */
        private final List<Rational> spilled = new ArrayList<>();
        private long counted;
        private long leftOut;
        private int latest = Integer.MIN_VALUE;

        LaneScan(Lane lane) {
            this.lane = lane;
            this.scale = lane.scale;
        }

        void update(BitSet supersededNow) {
            boolean same = superseded.equals(supersededNow);
            if (next == lane.size && same) {
                return;
            }
            if (scale != lane.scale || !same) {
                reset();
            }
            superseded = supersededNow;
            if (superseded.isEmpty() && lane.wide.isEmpty()) {
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
            spilled.clear();
            counted = 0;
            leftOut = 0;
            latest = Integer.MIN_VALUE;
        }

        /** Rows in order and sums that cannot overflow need neither a look at their days nor a check each. */
        private void addPlain() {
            if (!lane.ordered || lane.largest > (Long.MAX_VALUE - Math.abs(sum)) / Math.max(1, lane.size)) {
                addEach();
                return;
            }
            int begin = firstRow(lane.from, first);
            int end = Math.max(begin, firstRow(lane.to, last + 1));
            leftOut += known(next, begin) + known(end, lane.size);
            counted += known(begin, end);
            sum += sumOfKnown(begin, end);
            int row = end - 1;
            while (row >= begin && lane.recorded[row] >= knownBefore) {
                row--;
            }
            if (row >= begin) {
                latest = Math.max(latest, lane.to[row]);
            }
        }

        private long known(int begin, int end) {
            long known = 0;
            for (int row = begin; row < end; row = endOfBlock(row, end)) {
                int stop = endOfBlock(row, end);
                if (isKnownInFull(row)) {
                    known += stop - row;
                } else {
                    for (int i = row; i < stop; i++) {
                        known += lane.recorded[i] < knownBefore ? 1 : 0;
                    }
                }
            }
            return known;
        }

        private long sumOfKnown(int begin, int end) {
            long[] amount = lane.amount;
            long[] recorded = lane.recorded;
            long total = 0;
            for (int row = begin; row < end; row = endOfBlock(row, end)) {
                int stop = endOfBlock(row, end);
                if (isKnownInFull(row)) {
                    for (int i = row; i < stop; i++) {
                        total += amount[i];
                    }
                } else {
                    for (int i = row; i < stop; i++) {
                        total += recorded[i] < knownBefore ? amount[i] : 0;
                    }
                }
            }
            return total;
        }

        private boolean isKnownInFull(int row) {
            return lane.latestOfBlock[row >> Lane.BLOCK_BITS] < knownBefore;
        }

        private int endOfBlock(int row, int end) {
            return Math.min(end, ((row >> Lane.BLOCK_BITS) + 1) << Lane.BLOCK_BITS);
        }

        /** The first new row whose day is at or after a given one; days rise from row to row. */
        private int firstRow(int[] days, int day) {
            if (next == lane.size || day <= days[next]) {
                return next;
            }
            if (day > days[lane.size - 1]) {
                return lane.size;
            }
            // Increments are mostly of equal length: the place they would then have is looked at first.
            long width = days[lane.size - 1] - (long) days[next];
            int guess = next + (int) ((day - (long) days[next]) * (lane.size - 1 - next) / width);
            if (guess > next && days[guess] >= day && days[guess - 1] < day) {
                return guess;
            }
            int row = Arrays.binarySearch(days, next, lane.size, day);
            return row < 0 ? -row - 1 : row;
        }

        private void addEach() {
            for (int row = next; row < lane.size; row++) {
                if (lane.recorded[row] >= knownBefore) {
                    continue;
                }
                if (!isInside(row)) {
                    leftOut++;
                    continue;
                }
                long amount = lane.amount[row];
                long added = sum + amount;
                if (((sum ^ added) & (amount ^ added)) < 0) {
                    spilled.add(lane.scaled(BigInteger.valueOf(sum)));
                    added = amount;
                }
                sum = added;
                counted++;
                latest = Math.max(latest, lane.to[row]);
            }
        }

        private void addChecked() {
            for (int row = next; row < lane.size; row++) {
                if (!lane.isActive(row, knownBefore, superseded)) {
                    continue;
                }
                if (isInside(row)) {
                    spilled.add(lane.exactAmount(row));
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
            if (spilled.isEmpty()) {
                return Rational.ofScaled(sum, scale);
            }
            Rational aside = Rational.sum(spilled);
            spilled.clear();
            spilled.add(aside);
            return aside.plus(Rational.of(new BigDecimal(BigInteger.valueOf(sum), scale)));
        }

        Stream<String> ids(boolean inside, int rows, BitSet superseded) {
            return IntStream.range(0, rows)
                    .filter(row -> lane.isActive(row, knownBefore, superseded) && isInside(row) == inside)
                    .mapToObj(lane::id);
        }
    }
}
