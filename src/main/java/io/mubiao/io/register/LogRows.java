package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Tree;
import io.mubiao.observe.Basis;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.value.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Observations of a log as they are kept: everything they carry, in an order in which the log gives them the same ids. */
final class LogRows {
    private LogRows() {}

    /** A log numbers within a stream; those with ids of their own stand in the gaps. */
    static List<Observation> inOrder(ObservationLog log) {
        List<Observation> ordered = new ArrayList<>(log.size());
        for (String stream : log.streams()) {
            TreeMap<Integer, Observation> numbered = new TreeMap<>();
            Deque<Observation> named = new ArrayDeque<>();
            log.stream(stream).forEach(it -> {
                String id = it.entry().id();
                if (id.startsWith(stream + "#")) {
                    numbered.put(Integer.valueOf(id.substring(stream.length() + 1)), it);
                } else {
                    named.add(it);
                }
            });
            for (int number = 1; !numbered.isEmpty() || !named.isEmpty(); number++) {
                Observation next = numbered.remove(number);
                ordered.add(next == null ? named.remove() : next);
            }
        }
        return ordered;
    }

    static Tree tree(Observation it) {
        Entry entry = it.entry();
        Tree tree = new Tree().with("kind", kind(it)).with("stream", entry.stream()).with("id", entry.id());
        ObservationCells.on(it).ifPresent(on -> tree.with("on", on.toString()));
        body(it, tree);
        return tree.with("source", entry.source())
                .with("basis", entry.basis() == Basis.REPORTED ? null : entry.basis())
                .with("recorded", ObservationKinds.instant(entry.recordedAt()))
                .with("assumed", entry.assumed() ? true : null)
                .with("supersedes", entry.supersedes());
    }

    private static String kind(Observation it) {
        return it instanceof Observation.Increment ? "increment"
                : it instanceof Observation.Total ? "total"
                : it instanceof Observation.Level ? "level"
                : it instanceof Observation.Event ? "event"
                : it instanceof Observation.Complete ? "complete"
                : it instanceof Observation.StageChange ? "stage"
                : it instanceof Observation.MemberReport ? "member"
                : it instanceof Observation.Tally ? "tally"
                : it instanceof Observation.Judgement ? "judgement" : "retraction";
    }

    private static void body(Observation it, Tree tree) {
        if (it instanceof Observation.Increment increment) {
            tree.with("span", increment.span().toString()).with("value", increment.amount().toString());
        } else if (it instanceof Observation.Total total) {
            tree.with("value", total.amount().toString()).with("since", total.since().map(Object::toString))
                    .with("published", total.publishedPercent().map(percent -> percent.toPlainString() + " %"));
        } else if (it instanceof Observation.Level level) {
            tree.with("value", level.value().toString()).with("member", level.member());
        } else if (it instanceof Observation.Event event) {
            tree.with("member", event.member()).with("severity", event.severity())
                    .with("measures", texts(event.measures())).with("attributes", new TreeMap<>(event.attributes()));
        } else if (it instanceof Observation.Complete complete) {
            tree.with("span", complete.span().toString());
        } else if (it instanceof Observation.StageChange stage) {
            tree.with("item", stage.item()).with("stage", stage.stage());
        } else if (it instanceof Observation.MemberReport report) {
            tree.with("member", report.member()).with("standing", report.standing().stream().map(Fields::word).toList());
        } else if (it instanceof Observation.Tally tally) {
            tree.with("numerator", tally.numerator()).with("numerator-exclusion", tally.numeratorExclusion())
                    .with("denominator", tally.denominator()).with("denominator-exclusion", tally.denominatorExclusion())
                    .with("denominator-exception", tally.denominatorException());
        } else if (it instanceof Observation.Judgement judgement) {
            tree.with("assessor", judgement.assessor()).with("band", judgement.band()).with("comment", judgement.comment());
        }
    }

    private static Map<String, String> texts(Map<String, Quantity> measures) {
        Map<String, String> texts = new TreeMap<>();
        measures.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }
}
