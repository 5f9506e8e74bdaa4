package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.FROM;
import static io.mubiao.io.register.ObservationFields.TO;
import static io.mubiao.io.register.ObservationFields.UNIT;

import com.google.common.collect.ImmutableMap;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.UsualKinds;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.text.internal.Spelling;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What a row of a table of observations needs, said in the words of its headers. */
record ObservationNeeds(ObservationColumns columns, UsualKinds kinds, ProblemList problems) {
    /** What an observation of a kind cannot do without; more is checked when it is read. */
    private static final ImmutableMap<String, List<String>> NEEDED = ImmutableMap.<String, List<String>>builder()
            .put("total", List.of("on", "value")).put("level", List.of("on", "value")).put("increment", List.of("span", "value"))
            .put("complete", List.of("span")).put("event", List.of("on")).put("stage", List.of("on", "stage"))
            .put("member", List.of("on", "member")).put("tally", List.of("on", "numerator", "denominator")).build();

    /** What an observation of a kind takes; fields that are not named here any may have. */
    private static final ImmutableMap<String, Set<String>> TAKEN = ImmutableMap.<String, Set<String>>builder()
            .put("total", Set.of("on", "value", "since", "published")).put("level", Set.of("on", "value", "member"))
            .put("increment", Set.of("span", FROM, TO, "value")).put("event", Set.of("on", "member", "severity", ObservationFields.ATTRIBUTES))
            .put("complete", Set.of("span", FROM, TO)).put("stage", Set.of("on", "item", "stage")).put("member", Set.of("on", "member", "standing"))
            .put("tally", Set.of("on", "numerator", "numerator-exclusion", "denominator", "denominator-exclusion", "denominator-exception"))
            .put("judgement", Set.of("on", "assessor", "band", "comment")).put("retraction", Set.of()).build();
    private static final Set<String> OF_SOME = TAKEN.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    /** What is only said beside a figure. */
    private static final Set<String> BESIDE = Set.of("published", "since");

    /** Takes out of a row what is only said beside figures of other kinds; whatever else its kind does not take is told by its header. */
    boolean fit(String kind, Map<String, Node> texts, DoubtTally tally) {
        Set<String> taken = TAKEN.getOrDefault(kind, OF_SOME);
        boolean fits = true;
        for (Node it : List.copyOf(texts.values())) {
            boolean month = kind.equals("increment") && it.key.equals("on") && hasPeriod();
            if (OF_SOME.contains(it.key) && !taken.contains(it.key) && !month) {
                String header = columns.header(it.key);
                if (BESIDE.contains(it.key) && texts.containsKey("value")) {
                    texts.remove(it.key);
                    tally.add(it.line, it.column, header, "NOT_READ", "only running totals have it; the cell is not read");
                } else {
                    fits = false;
                    problems.error(it.line, it.column, header, "UNKNOWN_FIELD", "a row of the kind " + TableWords.of("kind", kind, Locale.CHINESE) + " (" + kind
                            + ") has nothing under " + header + "; expected an empty cell, or another kind; the row is left out");
                }
            }
        }
        return fits;
    }

    /** Whether the day of a row, if it has one, is among those that the header of the figure says. */
    boolean agree(Map<String, Node> texts, OptionalInt year) {
        Node on = texts.get("on");
        Optional<HeaderPeriod> said = texts.containsKey("value") ? columns.said() : Optional.empty();
        Optional<LocalDate> day = on == null ? Optional.empty() : LedgerDay.of(on.text, year).or(() -> LedgerDay.plain(on.text));
        boolean agree = said.isEmpty() || day.isEmpty() || said.get().holds(day.get());
        if (on != null && !agree) {
            problems.error(on, "OTHER_DAY", "the row is of " + day.get() + ", but the header of the figure is '" + columns.header("value")
                    + "'; expected a day of those, or a header without days, such as 完成值; the row is left out");
        }
        return agree;
    }

    /** Whether figures are of the month or quarter of a day. */
    boolean hasPeriod() {
        return columns.figure().equals("month") || columns.figure().equals("quarter");
    }

    /** Whether a row says of whom it is and all that its kind needs, in units that agree; what it lacks is told by its header. */
    boolean areMet(int line, String kind, Map<String, Node> texts) {
        Node stream = texts.get("stream");
        Node unit = texts.get(UNIT);
        Node value = texts.get("value");
        String inHeader = value == null ? "" : columns.unit(value.column - 1);
        long before = problems.told();
        if (stream == null) {
            problems.error(line, columns.place("stream"), named("stream"), "MISSING_FIELD", "the row does not say which target it is about; expected one under "
                    + columns.header("stream") + "; the row is left out");
        } else if (kind.isEmpty() && !kinds.all().containsKey(stream.text)) {
            problems.error(line, stream.column, named("stream"), "UNKNOWN_TARGET", "no target or stream is called '" + stream.text + "'"
                    + Spelling.hint(stream.text, kinds.all().keySet()) + "; the row is left out");
        }
        if (unit != null && !inHeader.isEmpty() && !CellText.key(inHeader).equals(CellText.key(unit.text))) {
            problems.error(line, unit.column, named(UNIT), "UNIT", "the column of units says " + CellText.shown(unit.text) + ", the header of the figure "
                    + CellText.shown(inHeader) + "; expected one of them; the row is left out");
        }
        for (String field : NEEDED.getOrDefault(kind, List.of())) {
            boolean given = texts.containsKey(field) || (field.equals("span") && (texts.containsKey(FROM) || texts.containsKey(TO) || (hasPeriod() && texts.containsKey("on"))));
            if (!given) {
                String asked = field.equals("span") && hasPeriod() ? "on" : field;
                String at = columns.place(asked) > 0 ? asked : "stream";
                String word = TableWords.of("kind", kind, Locale.CHINESE);
                problems.error(line, columns.place(at), named(at), "MISSING_FIELD", at.equals(asked)
                        ? "nothing stands under " + columns.header(asked) + ", which " + word + " (" + kind + ") needs; the row is left out"
                        : "the table has no column " + columns.header(asked) + ", which " + word + " (" + kind
                                + ") needs; the row is left out");
            }
        }
        return problems.told() == before;
    }

    /** The header of a field that the table has; empty if it has none. */
    private String named(String field) {
        return columns.place(field) > 0 ? columns.header(field) : "";
    }
}
