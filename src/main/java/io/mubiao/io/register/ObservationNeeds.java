package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.FROM;
import static io.mubiao.io.register.ObservationFields.TO;
import static io.mubiao.io.register.ObservationFields.UNIT;

import com.google.common.collect.ImmutableMap;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.UsualKinds;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.text.internal.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a row of a table of observations needs, said in the words of its headers. */
record ObservationNeeds(ObservationColumns columns, UsualKinds kinds, ProblemList problems) {
    /** What an observation of a kind cannot do without; more is checked when it is read. */
    private static final ImmutableMap<String, List<String>> NEEDED = ImmutableMap.<String, List<String>>builder()
            .put("total", List.of("on", "value")).put("level", List.of("on", "value")).put("increment", List.of("span", "value"))
            .put("complete", List.of("span")).put("event", List.of("on")).put("stage", List.of("on", "stage"))
            .put("member", List.of("on", "member")).put("tally", List.of("on", "numerator", "denominator")).build();

    /** Whether a row says of whom it is and all that its kind needs, in units that agree; what it lacks is told by its header. */
    boolean areMet(int line, String kind, Map<String, Node> texts) {
        Node stream = texts.get("stream");
        Node unit = texts.get(UNIT);
        Node value = texts.get("value");
        String inHeader = value == null ? "" : columns.unit(value.column - 1);
        long before = problems.told();
        if (stream == null) {
            problems.error(line, columns.place("stream"), "", "MISSING_FIELD", "the row does not say which target it is about; expected one under "
                    + columns.header("stream") + "; the row is left out");
        } else if (kind.isEmpty() && !kinds.all().containsKey(stream.text)) {
            problems.error(line, stream.column, "", "UNKNOWN_TARGET", "no target or stream is called '" + stream.text + "'"
                    + Spelling.hint(stream.text, kinds.all().keySet()) + "; the row is left out");
        }
        if (unit != null && !inHeader.isEmpty() && !CellText.key(inHeader).equals(CellText.key(unit.text))) {
            problems.error(line, unit.column, "", "UNIT", "the column of units says " + CellText.shown(unit.text) + ", the header of the figure "
                    + CellText.shown(inHeader) + "; expected one of them; the row is left out");
        }
        for (String field : NEEDED.getOrDefault(kind, List.of())) {
            boolean given = texts.containsKey(field) || (field.equals("span") && (texts.containsKey(FROM) || texts.containsKey(TO)));
            if (!given) {
                problems.error(line, columns.place(field), "", "MISSING_FIELD", "nothing stands under " + columns.header(field) + ", which "
                        + TableWords.of("kind", kind, Locale.CHINESE) + " (" + kind + ") needs; the row is left out");
            }
        }
        return problems.told() == before;
    }
}
