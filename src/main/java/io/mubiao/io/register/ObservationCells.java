package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.UNIT;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.time.Moment;
import io.mubiao.value.Quantity;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands in a table about observations, as it is read back. Immutable. */
final class ObservationCells {
    private final ZoneId zone;
    private final Locale locale;

    ObservationCells(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.locale = locale;
    }

    /** When it happened, if at one moment. */
    static Optional<Moment> on(Observation it) {
        return it instanceof Observation.Total total ? Optional.of(total.on())
                : it instanceof Observation.Level level ? Optional.of(level.on())
                : it instanceof Observation.Event event ? Optional.of(event.on())
                : it instanceof Observation.StageChange stage ? Optional.of(stage.on())
                : it instanceof Observation.MemberReport member ? Optional.of(member.on())
                : it instanceof Observation.Tally tally ? Optional.of(tally.on())
                : it instanceof Observation.Judgement judgement ? Optional.of(judgement.on()) : Optional.empty();
    }

    /** The table: headers first, the columns that any of the observations fills. */
    List<List<String>> table(List<? extends Observation> observations) {
        List<Map<String, String>> rows = observations.stream().map(this::cells).toList();
        Set<String> used = rows.stream().flatMap(it -> it.keySet().stream()).collect(Collectors.toSet());
        used.addAll(List.of("stream", "kind"));
        Set<String> columns = new LinkedHashSet<>(ObservationFields.ALL.stream().filter(used::contains).toList());
        columns.addAll(new TreeSet<>(used.stream().filter(it -> !ObservationFields.ALL.contains(it)).toList()));
        List<String> header = columns.stream().map(this::header).toList();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(header), rows.stream().map(row ->
                columns.stream().map(column -> row.getOrDefault(column, "")).toList())).toList();
    }

    private String header(String column) {
        return ObservationFields.ALL.contains(column) ? TableWords.of(ObservationFields.GROUP, column, locale)
                : TableWords.of(ObservationFields.GROUP, ObservationFields.ATTRIBUTES, locale) + ":" + column.substring(1);
    }

    private Map<String, String> cells(Observation it) {
        Map<String, String> cells = new HashMap<>();
        Entry entry = it.entry();
        put(cells, "id", plain(entry.id()));
        put(cells, "stream", entry.stream());
        put(cells, "source", entry.source());
        put(cells, "basis", TableWords.of("basis", Fields.word(entry.basis()), locale));
        put(cells, "recorded", entry.assumed() ? "" : entry.recordedAt().atZone(zone).toOffsetDateTime().toString());
        put(cells, "supersedes", plain(entry.supersedes().orElse("")));
        on(it).ifPresent(on -> put(cells, "on", on.toString()));
        put(cells, "kind", TableWords.of("kind", kind(it, cells), locale));
        return cells;
    }

    /** An id that a log gave; {@code #} is its sign. */
    private static String plain(String id) {
        return id.replace('#', '·');
    }

    private String kind(Observation it, Map<String, String> cells) {
        if (it instanceof Observation.Increment increment) {
            put(cells, "span", increment.span().toString());
            amount(cells, increment.amount());
            return "increment";
        } else if (it instanceof Observation.Total total) {
            amount(cells, total.amount());
            total.since().ifPresent(day -> put(cells, "since", day.toString()));
            total.publishedPercent().ifPresent(percent -> put(cells, "published", percent.toPlainString() + "%"));
            return "total";
        } else if (it instanceof Observation.Level level) {
            amount(cells, level.value());
            put(cells, "member", level.member());
            return "level";
        } else if (it instanceof Observation.Event event) {
            put(cells, "member", event.member());
            event.severity().ifPresent(severity -> put(cells, "severity", severity));
            event.measures().forEach((name, value) -> put(cells, ":" + name, value.toString()));
            event.attributes().forEach((name, value) -> put(cells, ":" + name, value));
            return "event";
        } else if (it instanceof Observation.Complete complete) {
            put(cells, "span", complete.span().toString());
            return "complete";
        } else if (it instanceof Observation.StageChange stage) {
            put(cells, "item", stage.item());
            put(cells, "stage", stage.stage());
            return "stage";
        } else if (it instanceof Observation.MemberReport report) {
            put(cells, "member", report.member());
            put(cells, "standing", report.standing().stream().map(word -> TableWords.of("standing", Fields.word(word), locale))
                    .collect(Collectors.joining("、")));
            return "member";
        } else if (it instanceof Observation.Tally tally) {
            put(cells, "numerator", Long.toString(tally.numerator()));
            put(cells, "numerator-exclusion", Long.toString(tally.numeratorExclusion()));
            put(cells, "denominator", Long.toString(tally.denominator()));
            put(cells, "denominator-exclusion", Long.toString(tally.denominatorExclusion()));
            put(cells, "denominator-exception", Long.toString(tally.denominatorException()));
            return "tally";
        } else if (it instanceof Observation.Judgement judgement) {
            put(cells, "assessor", judgement.assessor());
            put(cells, "band", judgement.band());
            put(cells, "comment", judgement.comment());
            return "judgement";
        }
        return "retraction";
    }

    private static void amount(Map<String, String> cells, Quantity amount) {
        put(cells, "value", Quantity.of(amount.amount(), io.mubiao.value.Unit.NONE).toString());
        put(cells, UNIT, amount.unit().symbol());
    }

    private static void put(Map<String, String> cells, String column, String text) {
        if (!text.isEmpty()) {
            cells.put(column, text);
        }
    }
}
