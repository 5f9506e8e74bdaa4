package io.mubiao.io.register;

import io.mubiao.io.internal.Node;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Increment;
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
                && node.parent != null && node.parent.parent != null && node.column == 0) {
            BigDecimal amount = it.amount().decimal().orElse(null);
            if (amount != null && amount.scale() >= 0 && amount.scale() <= MOST_DIGITS && amount.precision() <= MOST_DIGITS) {
                add(like(it.entry(), it.amount().unit()), it.span(), amount, node.parent, node.line, Integer.parseInt(node.key));
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

    /** Takes in a plain increment, a row of a list. */
    void add(int shared, Span span, BigDecimal amount, Node of, int atLine, int number) {
        grow();
        list = of;
        int lane = likes.get(shared).lane;
        int first = (int) span.first().toEpochDay();
        int last = (int) span.last().toEpochDay();
        if (first <= ends[lane]) {
            disordered.set(lane);
        }
        ends[lane] = last;
        like[size] = shared;
        from[size] = first;
        to[size] = last;
        unscaled[size] = amount.unscaledValue().longValueExact();
        scale[size] = (byte) amount.scale();
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

    /** The rows that have to be looked at where nothing else is known: those with an overlap near them, and all that are not plain. */
    BitSet doubtful() {
        BitSet of = overlapping();
        others.forEach(other -> {
            if (other.observation() instanceof Increment it) {
                Integer lane = lanes.get(new Origin(it.entry().stream(), it.entry().source(), it.entry().basis()));
                if (lane != null) {
                    of.set(lane);
                }
            }
        });
        Set<String> unlike = unlike();
        lanes.forEach((origin, lane) -> of.set(lane, of.get(lane) || unlike.contains(origin.stream)));
        BitSet doubtful = new BitSet();
        for (int row = 0; row < size; row++) {
            if (like[row] < 0 || of.get(likes.get(like[row]).lane)) {
                doubtful.set(row);
            }
        }
        doubtful.or(addedUp());
        return doubtful;
    }

    /** Of each stream that has several sources, two rows of which are of the same days. */
    private BitSet addedUp() {
        Map<List<Object>, Integer> streams = new HashMap<>();
        int[] streamOf = new int[lanes.size()];
        lanes.forEach((origin, lane) -> streamOf[lane] = streams.computeIfAbsent(List.of(origin.stream, origin.basis), key -> streams.size()));
        BitSet pairs = new BitSet();
        if (streams.size() < lanes.size()) {
            int[] sources = new int[streams.size()];
            Arrays.stream(streamOf).forEach(stream -> sources[stream]++);
            byStream(streamOf, sources).forEach(rows -> pair(rows, pairs));
        }
        return pairs;
    }

    /** The plain rows of each stream of several sources, in the order of their first days. */
    private List<long[]> byStream(int[] streamOf, int[] sources) {
        int[] counts = new int[sources.length];
        plain().forEach(row -> counts[streamOf[lane(row)]]++);
        List<long[]> rows = new ArrayList<>();
        for (int stream = 0; stream < sources.length; stream++) {
            rows.add(new long[sources[stream] > 1 ? counts[stream] : 0]);
        }
        Arrays.fill(counts, 0);
        plain().forEach(row -> {
            int stream = streamOf[lane(row)];
            if (sources[stream] > 1) {
                rows.get(stream)[counts[stream]++] = ((long) from[row] << Integer.SIZE) | row;
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
        return () -> new Iterator<>() {
            private int row = left.nextClearBit(0);

            @Override
            public boolean hasNext() {
                return row < size;
            }

            @Override
            public Observation next() {
                if (row >= size) {
                    throw new java.util.NoSuchElementException();
                }
                int now = row;
                row = left.nextClearBit(row + 1);
                return observation(now);
            }
        };
    }
}
