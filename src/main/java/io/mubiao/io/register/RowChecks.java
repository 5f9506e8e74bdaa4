package io.mubiao.io.register;

import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Total;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.target.internal.Clash;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows of a file can stand beside each other and beside what a log already holds. */
final class RowChecks {
    private final ObservationLog known;
    private final StreamCatalog catalog;
    private final Map<String, Integer> columns;
    /** The ids of rows that were refused for themselves. */
    private final Map<String, Node> refused;
    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<String, ObservationRow> byId = new LinkedHashMap<>();
    /** Of corrections that were looked at: the row for whose sake they are left out, or {@link #GOOD}. */
    private final Map<Node, Node> causes = new HashMap<>();
    private final Map<Node, List<Node>> leftOutWith = new LinkedHashMap<>();

    private static final Node GOOD = new Node(Node.Kind.NOTHING, null, "", 0, 0);

    private record Doubt(Node node, boolean error, String code, String message) {}

    /** @param columns where a table has the ids of its rows and of those that they supersede; none of trees */
    RowChecks(ObservationLog known, Map<String, Node> refused, StreamCatalog catalog, Map<String, Integer> columns) {
        this.known = known;
        this.catalog = catalog;
        this.columns = columns;
        this.refused = refused;
    }

    /** The rows that can be appended to the log. */
    List<ObservationRow> good(List<ObservationRow> rows) {
        List<ObservationRow> good = new ArrayList<>(rows);
        good.removeIf(row -> !row.id().isEmpty() && isTaken(row));
        good.removeIf(row -> cause(row) != GOOD);
        contradictions(good);
        good.removeIf(row -> causes.getOrDefault(row.node(), GOOD) != GOOD);
        leftOutWith.forEach((root, left) -> warn(root, "LEFT_OUT", left.size()
                + (left.size() == 1 ? " row that supersedes it is" : " rows that supersede it, directly or not, are")
                + " left out with it; the first on line " + left.get(0).line));
        overlaps(good);
        return good;
    }

    /** Tells what was found. */
    void tell(ProblemList problems) {
        for (Doubt doubt : doubts) {
            problems.add(doubt.node, doubt.error, doubt.code, doubt.message);
        }
    }

    private void refuse(Node node, String code, String message) {
        doubts.add(new Doubt(node, true, code, message));
    }

    private void warn(Node node, String code, String message) {
        doubts.add(new Doubt(node, false, code, message));
    }

    private boolean isTaken(ObservationRow row) {
        if (known.find(row.id()).isPresent()) {
            refuse(cell(row.node(), "id"), "DUPLICATE", "id '" + row.id() + "' is already in the log");
            return true;
        }
        ObservationRow before = byId.putIfAbsent(row.id(), row);
        if (before != null) {
            refuse(cell(row.node(), "id"), "DUPLICATE", "id '" + row.id() + "' stands first on line " + before.node().line);
        }
        return before != null;
    }

    private Node cell(Node row, String field) {
        return columns.containsKey(field) ? new Node(Node.Kind.NOTHING, row.parent, row.key, row.line, columns.getOrDefault(field, 0)) : row;
    }

    /** Follows corrections back to what is known to be good or bad. */
    private Node cause(ObservationRow start) {
        Set<Node> path = new HashSet<>();
        Deque<ObservationRow> open = new ArrayDeque<>();
        ObservationRow row = start;
        while (row != null && row.entry().supersedes().isPresent() && !causes.containsKey(row.node())) {
            if (!path.add(row.node())) {
                refuse(cell(row.node(), "supersedes"), "UNKNOWN_ID", "supersedes '" + row.entry().supersedes().get() + "', which supersedes it");
                causes.put(row.node(), row.node());
                break;
            }
            open.push(row);
            row = earlier(row);
        }
        while (!open.isEmpty()) {
            ObservationRow next = open.pop();
            if (!causes.containsKey(next.node())) {
                causes.put(next.node(), causeOf(next));
            }
        }
        return causes.getOrDefault(start.node(), GOOD);
    }

    private @Nullable ObservationRow earlier(ObservationRow row) {
        ObservationRow earlier = byId.get(row.entry().supersedes().orElse(""));
        return earlier != null && earlier.entry().stream().equals(row.entry().stream()) ? earlier : null;
    }

    /** Why a correction has to be left out, given that what it supersedes was looked at. */
    private Node causeOf(ObservationRow row) {
        String id = row.entry().supersedes().orElse("");
        ObservationRow before = earlier(row);
        Node root = before != null ? causes.getOrDefault(before.node(), GOOD) : refused.getOrDefault(id, GOOD);
        if (root != GOOD) {
            leftOutWith.computeIfAbsent(root, node -> new ArrayList<>()).add(row.node());
            return root;
        }
        Optional<Observation> earlier = before != null ? Optional.of(before.observation())
                : known.find(id).filter(it -> it.entry().stream().equals(row.entry().stream()));
        if (earlier.isEmpty()) {
            String stream = row.entry().stream();
            refuse(cell(row.node(), "supersedes"), "UNKNOWN_ID", known.size() == 0
                    ? "supersedes '" + id + "', which is no id of stream '" + stream + "' in this file" + elsewhere(id)
                    : "supersedes '" + id + "', which is no id of stream '" + stream + "' in this file or the log" + elsewhere(id));
            return row.node();
        }
        Entry entry = earlier.get().entry();
        if (row.entry().recordedAt().isBefore(entry.recordedAt())) {
            refuse(row.node(), "IMPOSSIBLE_DATE", "recorded at " + row.entry().recordedAt() + ", before '" + id
                    + "', which it supersedes (" + entry.recordedAt() + ")");
            return row.node();
        }
        return GOOD;
    }

    private String elsewhere(String id) {
        ObservationRow other = byId.get(id);
        String stream = other != null ? other.entry().stream() : known.find(id).map(it -> it.entry().stream()).orElse("");
        return stream.isEmpty() ? "" : "; it is one of stream '" + stream + "'";
    }

    /** Figures that contradict each other, or what the log holds: of two of one day neither is taken. */
    private void contradictions(List<ObservationRow> rows) {
        Set<String> superseded = superseded(rows);
        List<ObservationRow> left = rows.stream().filter(row -> row.id().isEmpty() || !superseded.contains(row.id())).toList();
        List<Observation> all = new ArrayList<>();
        Optional<Span> near = days(left);
        Set<String> whole = left.stream().filter(row -> row.observation() instanceof Total).map(row -> row.entry().stream()).collect(Collectors.toSet());
        Set<String> begun = new HashSet<>();
        left.stream().map(row -> row.entry().stream()).distinct().flatMap(stream -> known.view(ZoneOffset.UTC).stream(stream))
                .filter(it -> !superseded.contains(it.entry().id()) && (begun.add(it.entry().stream()) || whole.contains(it.entry().stream())
                        || !(it instanceof Increment increment && !isNear(increment.span(), near))))
                .forEach(all::add);
        int before = all.size();
        left.forEach(row -> all.add(row.observation()));
        for (Clash clash : catalog.clashes(all, before)) {
            Node node = left.get(clash.one() - before).node();
            boolean error = clash.severity() == Problem.Severity.ERROR;
            Node other = clash.other() < before ? null : left.get(clash.other() - before).node();
            String message = clash.message() + "; the other " + (other != null ? onLine(other)
                    : "is in the log ('" + all.get(clash.other()).entry().id() + "')");
            if (!error) {
                warn(node, clash.code(), message);
            } else if (other == null || clash.isOfOne()) {
                leave(node, node, clash.code(), message + "; the row is left out");
            } else {
                leave(node, node, clash.code(), message + "; both rows are left out");
                String too = clash.message() + "; the other " + onLine(node);
                leave(other, node, clash.code(), too + "; both rows are left out");
            }
        }
    }

    private static String onLine(Node node) {
        return "stands on line " + node.line;
    }

    /** Refuses a row for the sake of one, unless it was refused before. */
    private void leave(Node node, Node cause, String code, String message) {
        if (causes.put(node, cause) == null) {
            refuse(node, code, message);
        }
    }

    /** From the first day to the last that increments among some rows are about. */
    private static Optional<Span> days(List<ObservationRow> rows) {
        List<Span> spans = rows.stream().flatMap(row -> row.observation() instanceof Increment it ? Stream.of(it.span()) : Stream.of()).toList();
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Span(spans.stream().map(Span::first).min(LocalDate::compareTo).orElseThrow(),
                spans.stream().map(Span::last).max(LocalDate::compareTo).orElseThrow()));
    }

    private static boolean isNear(Span span, Optional<Span> days) {
        return days.filter(it -> !it.last().isBefore(span.first()) && !span.last().isBefore(it.first())).isPresent();
    }

    private static Set<String> superseded(List<ObservationRow> rows) {
        Set<String> superseded = new HashSet<>();
        rows.forEach(row -> row.entry().supersedes().ifPresent(superseded::add));
        return superseded;
    }

    /** An increment of one source, and where it stands. */
    private record Placed(Span span, String where) {}

    /** Overlaps among increments that nothing supersedes; assessment refuses their target until one is corrected. */
    private void overlaps(List<ObservationRow> rows) {
        Set<String> superseded = superseded(rows);
        Map<List<Object>, NavigableMap<LocalDate, Placed>> byLane = new HashMap<>();
        rows.stream().filter(row -> row.observation() instanceof Increment).map(row -> row.entry().stream()).distinct()
                .flatMap(stream -> known.view(ZoneOffset.UTC).stream(stream)).forEach(observation -> {
                    if (observation instanceof Increment increment && !superseded.contains(increment.entry().id())) {
                        lane(byLane, increment).put(increment.span().first(),
                                new Placed(increment.span(), "in the log ('" + increment.entry().id() + "')"));
                    }
                });
        for (ObservationRow row : rows) {
            if (row.observation() instanceof Increment increment && (row.id().isEmpty() || !superseded.contains(row.id()))) {
                NavigableMap<LocalDate, Placed> lane = lane(byLane, increment);
                Map.Entry<LocalDate, Placed> before = lane.floorEntry(increment.span().last());
                if (before != null && !before.getValue().span.last().isBefore(increment.span().first())) {
                    refuse(row.node(), "OVERLAPPING_INCREMENTS", increment.span() + " overlaps " + before.getValue().span
                            + " of the same source " + before.getValue().where);
                } else {
                    lane.put(increment.span().first(), new Placed(increment.span(), "on line " + row.node().line));
                }
            }
        }
    }

    private static NavigableMap<LocalDate, Placed> lane(
            Map<List<Object>, NavigableMap<LocalDate, Placed>> byLane, Increment increment) {
        Entry entry = increment.entry();
        return byLane.computeIfAbsent(List.of(entry.stream(), entry.source(), entry.basis()), key -> new TreeMap<>());
    }
}
