package io.mubiao.io.result;

import io.mubiao.assess.AsOf;
import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.Roll;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scoring.Given;
import io.mubiao.trace.Evidence;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Unit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What goes into results, as data: questions, observations, rolls, units. */
final class DataRows {
    private static final long MAX_IDS = 100;

    private DataRows() {}

    static Row row(AsOf it, JsonStyle style) {
        return new Row(style).with("date", it.date()).with("known", it.known()).with("pace", new RecordTree(style).value(it.pace()));
    }

    /** One without symbol is a plain number's. */
    static Map<String, Object> map(Unit it) {
        return new LinkedHashMap<>(Map.of("symbol", it.symbol(), "share", it.isShare(), "count", it.isCount()));
    }

    static Row row(Enclosure it, JsonStyle style) {
        return new Row(style).with("low", it.low()).with("high", it.high());
    }

    static Row row(Evidence it, JsonStyle style) {
        return new Row(style).with("observations", it.count()).with("ids", it.ids().limit(MAX_IDS).toList());
    }

    static Row row(Given it, JsonStyle style) {
        return new Row(style).with("values", it.values()).with("peers", it.peers());
    }

    static Row row(ObservationLog it, JsonStyle style) {
        return new Row(style).with("size", it.size()).with("observations", it.stream().map(of -> row(of, style)).toList());
    }

    /** What every observation carries beside what it says; kinds go by the words of files. */
    static Row row(Observation it, JsonStyle style) {
        Entry entry = it.entry();
        Map<String, Object> own = new RecordTree(style).row((Record) it).map();
        own.remove("entry");
        own.remove("kind");
        Row row = new Row(style).with("kind", kind(it)).with("stream", entry.stream()).with("id", entry.id());
        own.forEach(row::with);
        return row.with("source", entry.source()).with("basis", entry.basis()).with("recordedAt", entry.recordedAt())
                .with("supersedes", entry.supersedes()).with("assumed", entry.assumed());
    }

    private static String kind(Observation it) {
        String name = it.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return it instanceof Observation.StageChange ? "stage" : it instanceof Observation.MemberReport ? "member" : name;
    }

    static Row row(Roll it, JsonStyle style) {
        return new Row(style).with("size", it.size()).with("columns", it.columns()).with("rows", it.stream().map(row -> row(row, style)).toList());
    }

    /** An enterprise by the ids of its columns; a missing cell is left out. */
    static Row row(Roll.Row it, JsonStyle style) {
        Row row = new Row(style).with("id", it.id()).with("name", it.name().equals(it.id()) ? "" : it.name());
        for (String id : it.roll().columns()) {
            Column column = it.roll().column(id);
            row.with(id, column.kind() == Symbol.Kind.TEXT ? it.text(id) : it.number(id).map(number -> TraceRows.value(column.kind(), number)));
        }
        return row;
    }
}
