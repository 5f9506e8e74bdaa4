package io.mubiao.observe;

import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/** The increments of many lanes as sums, one for all of one basis, unit and span. */
final class LaneSums {
    private record Sort(Basis basis, Unit unit) {}

    private record Origin(Basis basis, String source) {}

    private static final class Sum {
        private final int from;
        private final int to;
        private final int number;
        private long recorded = Long.MIN_VALUE;
        private long amount;

        Sum(int from, int to, int number) {
            this.from = from;
            this.to = to;
            this.number = number;
        }
    }

    /** No source is called so. */
    private static final String NAME = "\0Σ";

    private final String stream;
    private final long knownBefore;
    private final Superseded superseded;
    private int made;

    LaneSums(String stream, long knownBefore, Superseded superseded) {
        this.stream = stream;
        this.knownBefore = knownBefore;
        this.superseded = superseded;
    }

    /** Lanes that sum up alike over any days; empty where increments overlap or amounts do not fit a column. */
    Optional<List<Lane>> of(List<Lane> lanes) {
        if (lanes.stream().anyMatch(lane -> !lane.wide.isEmpty()) || overlaps(lanes)) {
            return Optional.empty();
        }
        Map<Sort, List<Lane>> sorts = new LinkedHashMap<>();
        lanes.forEach(lane -> sorts.computeIfAbsent(new Sort(lane.basis, lane.unit), it -> new ArrayList<>()).add(lane));
        List<Lane> sums = new ArrayList<>();
        try {
            sorts.forEach((sort, same) -> sums.addAll(inRows(sort, same)));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        return Optional.of(sums);
    }

    private boolean overlaps(List<Lane> lanes) {
        Map<Origin, List<Lane>> origins = new HashMap<>();
        lanes.forEach(lane -> origins.computeIfAbsent(new Origin(lane.basis, lane.source), it -> new ArrayList<>()).add(lane));
        return origins.values().stream().filter(same -> same.size() > 1 || !same.get(0).ordered).anyMatch(same -> {
            long[] spans = same.stream().flatMapToLong(this::spans).toArray();
            Arrays.sort(spans);
            for (int i = 1; i < spans.length; i++) {
                if (first(spans[i]) <= last(spans[i - 1])) {
                    return true;
                }
            }
            return false;
        });
    }

    private LongStream spans(Lane lane) {
        long[] spans = new long[lane.size];
        int count = 0;
        for (int row = 0; row < lane.size; row++) {
            if (lane.isActive(row, knownBefore, superseded.rows(lane))) {
                spans[count++] = span(lane, row);
            }
        }
        return Arrays.stream(spans, 0, count);
    }

    private static long span(Lane lane, int row) {
        return ((long) lane.from[row] << Integer.SIZE) | (lane.to[row] & 0xFFFF_FFFFL);
    }

    private static int first(long span) {
        return (int) (span >> Integer.SIZE);
    }

    private static int last(long span) {
        return (int) span;
    }

    /** In as few rows without overlaps as can be. */
    private List<Lane> inRows(Sort sort, List<Lane> lanes) {
        int scale = lanes.stream().mapToInt(lane -> lane.scale).max().orElse(0);
        Map<Long, Sum> bySpan = new HashMap<>();
        for (Lane lane : lanes) {
            add(lane, scale, bySpan);
        }
        List<Sum> sums = new ArrayList<>(bySpan.values());
        sums.sort(Checkpoint.every(Comparator.comparingInt((Sum sum) -> sum.from).thenComparingInt(sum -> sum.to)));
        List<Lane> rows = new ArrayList<>();
        PriorityQueue<Lane> ending = new PriorityQueue<>(Comparator.comparingInt((Lane row) -> row.to[row.size - 1]));
        for (Sum sum : sums) {
            Lane free = ending.isEmpty() || ending.peek().to[ending.peek().size - 1] >= sum.from ? null : ending.remove();
            if (free == null) {
                free = new Lane(stream, NAME + ++made, sort.basis, sort.unit);
                rows.add(free);
            }
            free.add(sum.from, sum.to, sum.recorded, sum.number, sum.amount, scale);
            ending.add(free);
        }
        return rows;
    }

    private void add(Lane lane, int scale, Map<Long, Sum> sums) {
        long factor = 1;
        for (int i = lane.scale; i < scale; i++) {
            factor = Math.multiplyExact(factor, 10L);
        }
        for (int row = 0; row < lane.size; row++) {
            Checkpoint.pass(row);
            if (lane.isActive(row, knownBefore, superseded.rows(lane))) {
                int at = row;
                Sum sum = sums.computeIfAbsent(span(lane, row), it -> new Sum(lane.from[at], lane.to[at], lane.number(at)));
                sum.amount = Math.addExact(sum.amount, Math.multiplyExact(lane.amount[row], factor));
                sum.recorded = Math.max(sum.recorded, lane.recorded[row]);
            }
        }
    }
}
