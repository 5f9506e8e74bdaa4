package io.mubiao.observe;

import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which increments of one source in a sum overlap: found once, or followed as they come and go. */
final class ScanSpans {
    private final LaneScan.Window window;
    private final Map<String, List<LaneScan>> bySource = new HashMap<>();
    private int grouped;
    /** Of the sources that have several lanes or one out of order; nothing overlaps in the others. */
    private final Map<String, SourceSpans> followed = new HashMap<>();
    private final TreeMap<String, SourceSpans> overlapping = new TreeMap<>();
    private final Set<String> touched = new HashSet<>();
    private boolean follows;

    ScanSpans(LaneScan.Window window) {
        this.window = window;
    }

    private void group(List<@Nullable LaneScan> lanes) {
        for (; grouped < lanes.size(); grouped++) {
            LaneScan scan = lanes.get(grouped);
            if (scan != null) {
                bySource.computeIfAbsent(scan.lane.source, it -> new ArrayList<>(1)).add(scan);
            }
        }
    }

    private static boolean isDoubtful(List<LaneScan> same) {
        return same.size() > 1 || !same.get(0).lane.ordered;
    }

    /** The first two, by source and day, of what was taken in; looked for anew. */
    Optional<List<String>> overlap(List<@Nullable LaneScan> lanes, Superseded now) {
        group(lanes);
        return bySource.entrySet().stream().filter(it -> isDoubtful(it.getValue())).sorted(Map.Entry.comparingByKey())
                .map(it -> pair(it.getValue(), now)).filter(it -> !it.isEmpty()).findFirst();
    }

    /** The same two that {@link SourceSpans} has; empty if none overlap. */
    private List<String> pair(List<LaneScan> same, Superseded now) {
        long[] spans = new long[same.stream().mapToInt(LaneScan::next).sum()];
        int count = 0;
        for (LaneScan scan : same) {
            BitSet superseded = now.rows(scan.lane);
            for (int row = 0; row < scan.next(); row++) {
                Checkpoint.pass(row);
                if (window.counts(scan.lane, row, superseded)) {
                    spans[count++] = ((long) scan.lane.from[row] << Integer.SIZE) | (scan.lane.to[row] & 0xFFFF_FFFFL);
                }
            }
        }
        Arrays.sort(spans, 0, count);
        for (int i = 1; i < count; i++) {
            int day = (int) (spans[i] >> Integer.SIZE);
            if (day <= (int) spans[i - 1]) {
                List<String> here = ids(same, now, day);
                int before = (int) (spans[i - 1] >> Integer.SIZE);
                return before == day ? here.subList(0, 2) : List.of(ids(same, now, before).get(0), here.get(0));
            }
        }
        return List.of();
    }

    /** Those that begin on a day. */
    private List<String> ids(List<LaneScan> same, Superseded now, int day) {
        List<String> ids = new ArrayList<>();
        for (LaneScan scan : same) {
            BitSet superseded = now.rows(scan.lane);
            for (int row = 0; row < scan.next(); row++) {
                if (scan.lane.from[row] == day && window.counts(scan.lane, row, superseded)) {
                    ids.add(scan.lane.id(row));
                }
            }
        }
        ids.sort(String::compareTo);
        return ids;
    }

    private SourceSpans spans(String source, Superseded now) {
        SourceSpans spans = new SourceSpans();
        for (LaneScan scan : bySource.getOrDefault(source, List.of())) {
            BitSet superseded = now.rows(scan.lane);
            for (int row = 0; row < scan.next(); row++) {
                Checkpoint.pass(row);
                if (window.counts(scan.lane, row, superseded)) {
                    spans.add(scan.lane, row);
                }
            }
        }
        return spans;
    }

    void add(Lane lane, int row) {
        SourceSpans spans = followed.get(lane.source);
        if (spans != null) {
            spans.add(lane, row);
        }
        touched.add(lane.source);
    }

    void drop(Lane lane, int row) {
        SourceSpans spans = followed.get(lane.source);
        if (spans != null) {
            spans.remove(lane, row);
        }
        touched.add(lane.source);
    }

    /** Has heard of everything that came and went; from now on it can say what overlaps. */
    void follow(List<@Nullable LaneScan> lanes, Superseded now) {
        group(lanes);
        for (String source : follows ? touched : bySource.keySet()) {
            SourceSpans spans = followed.get(source);
            if (spans == null && isDoubtful(bySource.getOrDefault(source, List.of()))) {
                spans = spans(source, now);
                followed.put(source, spans);
            }
            if (spans != null && !spans.overlap().isEmpty()) {
                overlapping.put(source, spans);
            } else {
                overlapping.remove(source);
            }
        }
        follows = true;
        touched.clear();
    }

    /** The first two, by source and day, after {@link #follow}. */
    Optional<List<String>> overlap() {
        return overlapping.isEmpty() ? Optional.empty() : Optional.of(overlapping.firstEntry().getValue().overlap());
    }
}
