package io.mubiao.workbook.internal;

import io.mubiao.io.internal.UsualKinds;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.text.internal.Translation;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form for observations of a register. Not thread-safe. */
public final class ObservationForm {
    private static final String GROUP = "observation";
    private static final Set<String> FIGURES = Set.of("total", "level", "increment");
    private static final List<String> KINDS = List.of("increment", "total", "level", "event", "complete", "stage", "member", "tally",
            "judgement");
    private static final Map<String, String> NOTES = Map.ofEntries(
            Map.entry("stream", "which target or stream is observed"),
            Map.entry("title", "for the reader; it is not read"),
            Map.entry("kind", "what is reported; empty means what the target is usually reported by"),
            Map.entry("on", "the day, such as 2024-06-30; of a running total the last one that it counts"),
            Map.entry("span", "for amounts of an interval and reports of nothing: first and last day such as 2024-01-01/2024-03-31, or a"
                    + " month such as 2024-03"),
            Map.entry("value", "a number; a unit behind it counts more than the column of units"),
            Map.entry("unit", "the unit of the number"),
            Map.entry("stage", "the stage that is reached"),
            Map.entry("item", "of a target that counts stages: which item of several; empty in all other rows"),
            Map.entry("member", "whom it concerns, if one of several"),
            Map.entry("standing", "how the member stands; several words with 、 between them; empty: not satisfied"),
            Map.entry("severity", "how grave it is"),
            Map.entry("source", "who says so"),
            Map.entry("basis", "whether it is reported or recognised; empty: reported"),
            Map.entry("recorded", "when it became known, such as 2024-07-05; empty: on its own day"),
            Map.entry("note", "for the reader; nothing is worked out with it"));

    private final Register register;
    private final Locale locale;
    private final Map<String, String> kinds;
    private final Map<String, List<String>> choices = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();

    private ObservationForm(Register register, Locale locale) {
        this.register = register;
        this.locale = locale;
        kinds = new UsualKinds(register).all();
    }

    /** The form and what belongs into it. */
    public static List<Leaf> leaves(Register register, Locale locale) {
        ObservationForm form = new ObservationForm(register, locale);
        form.columns();
        return List.of(form.leaf(), form.notes());
    }

    private String said(String english) {
        return Translation.translate(english, locale);
    }

    private void columns() {
        columns.addAll(List.of("stream", "title", "kind", "on", "span"));
        choices.put("kind", KINDS.stream().map(it -> TableWords.of("kind", it, locale)).toList());
        Set<String> used = Set.copyOf(kinds.values());
        if (FIGURES.stream().anyMatch(used::contains) || used.contains("")) {
            columns.addAll(List.of("value", "unit"));
        }
        Set<String> stages = new LinkedHashSet<>();
        Set<String> grades = new LinkedHashSet<>();
        boolean items = false;
        for (Target target : register.targets()) {
            target.goal().scale().ifPresent(it -> stages.addAll(it.steps()));
            items |= target.goal() instanceof Goal.StageCount;
            if (target.goal() instanceof Goal.RedLine redLine) {
                redLine.grades().ifPresent(it -> grades.addAll(it.steps()));
            }
        }
        if (!stages.isEmpty()) {
            columns.addAll(items ? List.of("item", "stage") : List.of("stage"));
            choices.put("stage", List.copyOf(stages));
        }
        if (used.contains("event") || used.contains("member")) {
            columns.add("member");
        }
        if (used.contains("member")) {
            columns.add("standing");
        }
        if (!grades.isEmpty()) {
            columns.add("severity");
            choices.put("severity", List.copyOf(grades));
        }
        Stream.concat(register.tiers().stream().map(Tiers::attribute), register.targets().stream()
                .flatMap(it -> it.goal().reads().stream()).flatMap(ObservationForm::attributes)).distinct().map(it -> ":" + it)
                .forEach(columns::add);
        columns.addAll(List.of("source", "basis", "recorded", "note"));
        choices.put("basis", List.of(TableWords.of("basis", "reported", locale), TableWords.of("basis", "recognised", locale)));
    }

    /** The attributes of events that a measure adds up. */
    private static Stream<String> attributes(Measure measure) {
        if (measure instanceof Measure.Ratio ratio) {
            return Stream.concat(attributes(ratio.numerator()), attributes(ratio.denominator()));
        }
        return measure instanceof Measure.Sum sum ? Stream.of(sum.attribute()) : Stream.empty();
    }

    private String header(String column) {
        return column.startsWith(":") ? TableWords.of(GROUP, "attributes", locale) + column : TableWords.of(GROUP, column, locale);
    }

    private Leaf leaf() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(TableWords.example(locale), said("example of a target"), "total", "62", register.units().find("个").isPresent() ? "个" : "%"));
        kinds.forEach((stream, kind) -> rows.add(row(stream, register.targets().find(stream).map(Target::title).orElse(""), kind, "",
                unit(stream).map(Unit::symbol).orElse(""))));
        Map<Integer, List<String>> lists = new LinkedHashMap<>();
        choices.forEach((column, words) -> lists.put(columns.indexOf(column), words));
        String title = register.title().isEmpty() ? register.id() : register.title();
        return new Leaf(new Grid(said("observations"), List.of(title + " " + said("observations")), columns.stream().map(this::header).toList(),
                2, rows), lists, Map.of(columns.indexOf("on"), "yyyy-mm-dd", columns.indexOf("recorded"), "yyyy-mm-dd", 0, "@"), true);
    }

    private List<Cell> row(String stream, String title, String kind, String value, String unit) {
        return columns.stream().map(column -> Cell.of(switch (column) {
            case "stream" -> stream;
            case "title" -> title;
            case "kind" -> kind.isEmpty() ? "" : TableWords.of("kind", kind, locale);
            case "on" -> value.isEmpty() ? "" : "2024-06-30";
            case "value" -> value;
            case "unit" -> unit;
            default -> "";
        })).toList();
    }

    private Optional<Unit> unit(String stream) {
        return register.targets().find(stream).map(Target::goal)
                .flatMap(goal -> goal instanceof Goal.Amount || goal instanceof Goal.Maintain ? goal.bound().flatMap(Bound::unit) : Optional.empty());
    }

    private Leaf notes() {
        List<List<Cell>> rows = columns.stream().map(column -> List.of(Cell.of(header(column)), Cell.of(said(column.startsWith(":")
                ? "of events: a number with its unit, or a word" : NOTES.getOrDefault(column, ""))))).toList();
        return Leaf.of(new Grid(said("how to fill it in"), List.of(said("how to fill it in"),
                said("copy a row where a target is reported more than once; rows without a figure are left out")),
                List.of(said("column"), said("what belongs into it")), 1, rows));
    }
}
