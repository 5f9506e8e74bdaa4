package io.mubiao.io.register;

import io.mubiao.io.internal.Node;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.internal.IncrementColumns;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The rows of a file that are good in themselves, in its order; plain increments in columns, without an object each. */
final class StagedRows {
    private static final int MOST_DIGITS = 18;

    /** What many plain increments share. */
    record Like(Entry entry, Unit unit, int lane) {}

    private record Origin(String stream, String source, Object basis) {}

    private final List<Like> likes = new ArrayList<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    /** One object for equal units, so that they are told to be so at once. */
    private final Map<Unit, Unit> units = new HashMap<>();
    private final Map<Origin, Integer> lanes = new HashMap<>();
    /** By lane: the last day of the latest row. */
    private int[] ends = new int[8];
    private final BitSet disordered = new BitSet();
    private final List<ObservationRow> others = new ArrayList<>();

    private int size;
    /** Which of {@link #likes} a row is like; of others the complement of their number. */
    private int[] like = new int[16];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[] unscaled = new long[16];
    private byte[] scale = new byte[16];
    private int[] line = new int[16];
    private int[] index = new int[16];
    private Node list = new Node(Node.Kind.NOTHING, null, "", 0, 0);

    /** Takes in a row, whatever it is. */
    void add(ObservationRow row) {
        Node node = row.node();
        if (row.observation() instanceof Increment it && it.entry().id().isEmpty() && it.entry().supersedes().isEmpty()
                && node.parent != null && node.parent.parent != null && node.column == node.parent.column) {
            BigDecimal amount = it.amount().decimal().orElse(null);
            if (amount != null && amount.scale() >= 0 && amount.scale() <= MOST_DIGITS && amount.precision() <= MOST_DIGITS) {
                add(like(it.entry(), it.amount().unit()), day(it.span().first()), day(it.span().last()), amount.unscaledValue().longValueExact(),
                        amount.scale(), node.parent, node.line, Integer.parseInt(node.key));
                return;
            }
        }
        grow();
        like[size++] = ~others.size();
        others.add(row);
    }

    /** The number of what plain increments of an entry and unit share; when they became known may be taken from their days. */
    int like(Entry entry, Unit unit) {
        Entry shared = entry.assumed() ? entry.assumedAt(Instant.EPOCH) : entry;
        return numbers.computeIfAbsent(List.of(shared, unit), key -> {
            int lane = lane(new Origin(entry.stream(), entry.source(), entry.basis()));
            likes.add(new Like(shared, units.computeIfAbsent(unit, it -> it), lane));
            return likes.size() - 1;
        });
    }

    private int lane(Origin origin) {
        Integer there = lanes.get(origin);
        if (there != null) {
            return there;
        }
        int lane = lanes.size();
        lanes.put(origin, lane);
        if (lane == ends.length) {
            ends = Arrays.copyOf(ends, lane * 2);
        }
        ends[lane] = Integer.MIN_VALUE;
        return lane;
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Takes in a plain increment, a row of a list: from one day to another, since 1970-01-01, and so many of 10^-places. */
    void add(int shared, int first, int last, long amount, int places, Node of, int atLine, int number) {
        grow();
        list = of;
        int lane = likes.get(shared).lane;
        if (first <= ends[lane]) {
            disordered.set(lane);
        }
        ends[lane] = last;
        like[size] = shared;
        from[size] = first;
        to[size] = last;
        unscaled[size] = amount;
        scale[size] = (byte) places;
        line[size] = atLine;
        index[size++] = number;
    }

    private void grow() {
        if (size == like.length) {
            int length = size + (size >> 1);
            like = Arrays.copyOf(like, length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            unscaled = Arrays.copyOf(unscaled, length);
            scale = Arrays.copyOf(scale, length);
            line = Arrays.copyOf(line, length);
            index = Arrays.copyOf(index, length);
        }
    }

    /**
     * Has what does not say when it became known be known after something, and after the rows above it that say when; of plain
     * increments that makes no difference.
     */
    void knownAfter(Instant something) {
        Instant latest = something;
        for (int i = 0; i < others.size(); i++) {
            ObservationRow row = others.get(i);
            Instant own = row.entry().recordedAt();
            if (!row.entry().assumed()) {
                latest = own.isAfter(latest) ? own : latest;
            } else if (!own.isAfter(latest)) {
                others.set(i, new ObservationRow(row.node(), row.observation().with(row.entry().assumedAt(latest.plusNanos(1)))));
            }
        }
    }

    private Observation observation(int row) {
        if (like[row] < 0) {
            return others.get(~like[row]).observation();
        }
        Like shared = likes.get(like[row]);
        LocalDate last = LocalDate.ofEpochDay(to[row]);
        LocalDate first = from[row] == to[row] ? last : LocalDate.ofEpochDay(from[row]);
        Entry entry = shared.entry.assumed() ? shared.entry.assumedAt(last.atStartOfDay().toInstant(ZoneOffset.UTC)) : shared.entry;
        return new Increment(entry, new Span(first, last), Quantity.of(BigDecimal.valueOf(unscaled[row], scale[row]), shared.unit));
    }

    private ObservationRow row(int row) {
        return like[row] < 0 ? others.get(~like[row])
                : new ObservationRow(new Node(Node.Kind.NOTHING, list, String.valueOf(index[row]), line[row], list.column), observation(row));
    }

    /** All rows, which have to be looked at beside what else is known. */
    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, size);
        return all;
    }

    /**
     * The rows that have to be looked at where nothing else is known: all that are not plain, all of a series in which some are not or
     * overlap within a source, and of the others those that may be added up.
     */
    BitSet doubtful() {
        Map<List<Object>, Integer> series = new HashMap<>();
        int[] seriesOf = new int[lanes.size()];
        lanes.forEach((origin, lane) -> seriesOf[lane] = series.computeIfAbsent(List.of(origin.stream, origin.basis), key -> series.size()));
        BitSet of = new BitSet();
        overlapping().stream().forEach(lane -> of.set(seriesOf[lane]));
        others.stream().filter(other -> other.observation() instanceof Increment)
                .map(other -> series.get(List.of(other.entry().stream(), other.entry().basis()))).filter(Objects::nonNull).forEach(of::set);
        Set<String> unlike = unlike();
        lanes.forEach((origin, lane) -> of.set(seriesOf[lane], of.get(seriesOf[lane]) || unlike.contains(origin.stream)));
        BitSet doubtful = new BitSet();
        for (int row = 0; row < size; row++) {
            if (like[row] < 0 || of.get(seriesOf[lane(row)])) {
                doubtful.set(row);
            }
        }
        addedUp(seriesOf, of, doubtful);
        return doubtful;
    }

    /** Adds, of each series that has two sources and no doubt yet, two rows that are of the same days. */
    private void addedUp(int[] seriesOf, BitSet of, BitSet doubtful) {
        int[] sources = new int[seriesOf.length];
        Arrays.stream(seriesOf).forEach(series -> sources[series]++);
        boolean[] two = new boolean[sources.length];
        for (int series = 0; series < sources.length; series++) {
            two[series] = sources[series] == 2 && !of.get(series);
        }
        if (Arrays.stream(sources).anyMatch(it -> it == 2)) {
            bySeries(seriesOf, two).forEach(rows -> pair(rows, doubtful));
        }
    }

    /** The plain rows of each of some series, in the order of their first days. */
    private List<long[]> bySeries(int[] seriesOf, boolean[] some) {
        int[] counts = new int[some.length];
        plain().map(row -> seriesOf[lane(row)]).forEach(series -> counts[series]++);
        List<long[]> rows = new ArrayList<>();
        for (int series = 0; series < some.length; series++) {
            rows.add(new long[some[series] ? counts[series] : 0]);
        }
        Arrays.fill(counts, 0);
        plain().forEach(row -> {
            int series = seriesOf[lane(row)];
            if (some[series]) {
                rows.get(series)[counts[series]++] = ((long) from[row] << Integer.SIZE) | row;
            }
        });
        rows.forEach(Arrays::sort);
        return rows;
    }

    private IntStream plain() {
        return IntStream.range(0, size).filter(row -> like[row] >= 0);
    }

    private int lane(int row) {
        return likes.get(like[row]).lane;
    }

    private void pair(long[] sorted, BitSet pairs) {
        int far = -1;
        for (long each : sorted) {
            int row = (int) each;
            if (far >= 0 && to[far] >= from[row] && lane(far) != lane(row)) {
                pairs.set(far);
                pairs.set(row);
                return;
            }
            far = far < 0 || to[row] > to[far] ? row : far;
        }
    }

    /** The streams that have figures of another kind beside increments, or in several units. */
    private Set<String> unlike() {
        Set<String> unlike = new HashSet<>();
        Map<String, Unit> first = new HashMap<>();
        others.forEach(other -> other.observation().figure().ifPresent(figure -> {
            String stream = other.entry().stream();
            if (!(other.observation() instanceof Increment) || !first.computeIfAbsent(stream, it -> figure.unit()).equals(figure.unit())) {
                unlike.add(stream);
            }
        }));
        likes.forEach(it -> {
            if (!first.computeIfAbsent(it.entry.stream(), stream -> it.unit).equals(it.unit)) {
                unlike.add(it.entry.stream());
            }
        });
        return unlike;
    }

    private BitSet overlapping() {
        BitSet overlapping = new BitSet();
        if (disordered.isEmpty()) {
            return overlapping;
        }
        Map<Integer, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < size; row++) {
            if (like[row] >= 0 && disordered.get(likes.get(like[row]).lane)) {
                rows.computeIfAbsent(likes.get(like[row]).lane, it -> new ArrayList<>()).add(row);
            }
        }
        rows.forEach((lane, of) -> {
            long[] spans = of.stream().mapToLong(row -> ((long) from[row] << Integer.SIZE) | (to[row] & 0xFFFF_FFFFL)).sorted().toArray();
            for (int i = 1; i < spans.length; i++) {
                if ((int) (spans[i] >> Integer.SIZE) <= (int) spans[i - 1]) {
                    overlapping.set(lane);
                }
            }
        });
        return overlapping;
    }

    /**
     * The observations that are good, to be walked once.
     *
     * @param looked the rows that have to be looked at
     * @param check the good ones of those
     */
    Iterable<Observation> good(BitSet looked, UnaryOperator<List<ObservationRow>> check) {
        List<ObservationRow> some = new ArrayList<>(looked.cardinality());
        looked.stream().forEach(row -> some.add(row(row)));
        Set<Node> good = Collections.newSetFromMap(new IdentityHashMap<>());
        check.apply(some).forEach(row -> good.add(row.node()));
        BitSet left = new BitSet();
        int next = 0;
        for (int row = looked.nextSetBit(0); row >= 0; row = looked.nextSetBit(row + 1)) {
            left.set(row, !good.contains(some.get(next++).node()));
        }
        some.clear();
        return () -> new Walk(left);
    }

    /** All rows but some, in their order. */
    private final class Walk implements Iterator<Observation>, IncrementColumns {
        private final BitSet left;
        private int row;
        private int now;

        Walk(BitSet left) {
            this.left = left;
            row = left.nextClearBit(0);
        }

        @Override
        public boolean hasNext() {
            return row < size;
        }

        @Override
        public Observation next() {
            if (row >= size) {
                throw new NoSuchElementException();
            }
            pass();
            return observation(now);
        }

        @Override
        public int like() {
            return like[row];
        }

        @Override
        public void pass() {
            now = row;
            row = left.nextClearBit(row + 1);
        }

        @Override
        public int first() {
            return from[now];
        }

        @Override
        public int last() {
            return to[now];
        }

        @Override
        public long unscaled() {
            return unscaled[now];
        }

        @Override
        public int scale() {
            return scale[now];
        }
    }
}
