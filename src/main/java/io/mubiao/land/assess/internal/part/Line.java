package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.Rising;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.value.Enclosure;
import io.mubiao.value.ExactSum;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in order, the better first, cut into segments: those better than the first splitter, those equal to it, those between it
 * and the next, and so on. Of each segment it is known how many it has, of some which. Immutable.
 */
final class Line implements Rising {
    /** Whether a number that equals a splitter lies in the segment behind it, so that splitters stand for no numbers. */
    final boolean half;
    final List<RankKey> splitters;
    final Counts.Of of;
    /** The different numbers of segments, and how many there are of each. */
    final Map<Integer, Different> known;
    private final long[] before;

    Line(boolean half, List<RankKey> splitters, Counts.Of of, Map<Integer, Different> known) {
        this.half = half;
        this.splitters = List.copyOf(splitters);
        this.of = of;
        this.known = Map.copyOf(known);
        before = new long[of.counts().length + 1];
        for (int i = 0; i < of.counts().length; i++) {
            before[i + 1] = before[i] + of.counts()[i];
        }
    }

    /** Numbers that are all known. */
    static Line of(Different all) {
        return new Line(false, List.of(), new Counts.Of(new long[] {all.total()}, new ExactSum[0]), Map.of(0, all));
    }

    /** Splitters of numbers that are still to be counted. */
    static Line of(List<RankKey> splitters, boolean half, boolean summed) {
        return new Line(half, splitters, Counts.Of.segments(2 * splitters.size() + 1, summed), Map.of());
    }

    Line counted(Counts.Of counts) {
        if (counts.counts().length != segments()) {
            throw new IllegalArgumentException("parts count in different segments");
        }
        return new Line(half, splitters, counts, Map.of());
    }

    Line with(Map<Integer, Different> found) {
        return new Line(half, splitters, of, found);
    }

    /** These splitters and more of them; to be counted again. */
    Line split(List<RankKey> more) {
        List<RankKey> all = new ArrayList<>(splitters);
        all.addAll(more);
        return of(Different.of(all).keys(), half, of.sums().length > 0);
    }

    int segments() {
        return of.counts().length;
    }

    int segment(RankKey key) {
        int at = Collections.binarySearch(splitters, key);
        return at < 0 ? 2 * (-1 - at) : half ? 2 * (at + 1) : 2 * at + 1;
    }

    /** How many are better than all of a segment. */
    long before(int segment) {
        return before[segment];
    }

    boolean isPoint(int segment) {
        return segment % 2 == 1;
    }

    /** Whether everything about a segment is known. */
    boolean isKnown(int segment) {
        return of.counts()[segment] == 0 || isPoint(segment) || known.containsKey(segment);
    }

    boolean isKnown() {
        for (int segment = 0; segment < segments(); segment++) {
            if (!isKnown(segment)) {
                return false;
            }
        }
        return true;
    }

    /** The segment of the one that has so many better before it. */
    int segmentAt(long index) {
        int low = 0;
        int high = segments() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public long size() {
        return before[segments()];
    }

    @Override
    public Enclosure get(long index) {
        return best(size() - 1 - index);
    }

    private Enclosure best(long index) {
        int segment = segmentAt(index);
        if (isPoint(segment)) {
            return splitters.get(segment / 2).values().get(0);
        }
        long left = index - before[segment];
        Different own = numbers(segment);
        for (int i = 0; i < own.size(); i++) {
            left -= own.counts()[i];
            if (left < 0) {
                return own.keys().get(i).values().get(0);
            }
        }
        throw new IllegalArgumentException("a segment has fewer numbers than it should");
    }

    private Different numbers(int segment) {
        Different own = known.get(segment);
        if (own == null) {
            throw new IllegalArgumentException("the numbers of a segment are not known");
        }
        return own;
    }

    @Override
    public Enclosure sum(long from, long end) {
        long first = size() - end;
        long last = size() - from;
        ExactSum sum = new ExactSum();
        for (int segment = 0; segment < segments(); segment++) {
            long own = Math.min(last, before[segment + 1]) - Math.max(first, before[segment]);
            if (own > 0 && own == of.counts()[segment] && of.sums().length > 0) {
                sum.add(of.sums()[segment]);
            } else if (own > 0 && isPoint(segment)) {
                add(sum, splitters.get(segment / 2).values().get(0), own);
            } else if (own > 0) {
                long at = before[segment];
                Different numbers = numbers(segment);
                for (int i = 0; i < numbers.size(); i++) {
                    long count = numbers.counts()[i];
                    add(sum, numbers.keys().get(i).values().get(0), Math.min(last, at + count) - Math.max(first, at));
                    at += count;
                }
            }
        }
        return sum.total();
    }

    static void add(ExactSum to, Enclosure number, long times) {
        if (number.isExact()) {
            to.add(number.low().times(Rational.of(Math.max(0, times))));
        } else {
            for (long i = 0; i < times; i++) {
                to.add(number);
            }
        }
    }

    /** The different numbers; null where not all are known. */
    @Nullable Different all() {
        return splitters.isEmpty() ? known.get(0) : null;
    }

    void write(NumberWriter to) {
        to.addCount(half ? 1 : 0).addCount(splitters.size()).addCount(splitters.isEmpty() ? width() : splitters.get(0).values().size());
        splitters.forEach(it -> Pool.key(to, it));
        of.write(to);
        to.addCount(known.size()).addCount(width());
        new TreeMap<>(known).forEach((segment, numbers) -> {
            to.addCount(segment);
            numbers.write(to);
        });
    }

    private int width() {
        return known.values().stream().filter(it -> it.size() > 0).map(it -> it.keys().get(0).values().size()).findFirst().orElse(1);
    }

    static Line read(NumberReader from) {
        boolean half = from.count(1) == 1;
        int size = from.things(2);
        int width = from.count(Pools.MOST_WIDTH);
        List<RankKey> splitters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            splitters.add(Pool.key(from, width));
        }
        Counts.Of of = Counts.Of.read(from);
        if (of.counts().length != 2 * size + 1) {
            throw new IllegalArgumentException("a line has other segments than splitters");
        }
        Map<Integer, Different> known = new TreeMap<>();
        int segments = from.things(3);
        int keyWidth = from.count(Pools.MOST_WIDTH);
        for (int i = 0; i < segments; i++) {
            int segment = from.count(of.counts().length - 1);
            Content.once(known.put(segment, Different.read(from, keyWidth)));
        }
        return new Line(half, splitters, of, known);
    }
}
