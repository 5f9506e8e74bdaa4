package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.NOTE;
import static io.mubiao.io.register.ObservationFields.TITLE;
import static io.mubiao.io.register.ObservationFields.UNIT;

import com.google.common.collect.ImmutableSet;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.target.Register;
import io.mubiao.text.internal.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a table of observations has which field, by its headers. */
final class ObservationColumns {
    /** A column of the table. */
    record Column(String field, String attribute, String unit, String header) {}

    /** What says which observations are looked for, but not what was observed. */
    static final ImmutableSet<String> PROMPTS = ImmutableSet.of("stream", TITLE, "kind", UNIT, "source", "basis", NOTE);
    private static final Pattern ACROSS = Pattern.compile("(?:[12][0-9]{3}[-/.年])?(?:[0-9]{1,2}[-—至到])?[0-9]{1,2}月.*|.*[一二三四1-4]季度.*|.*半年.*");

    private final ProblemList problems;
    private final Map<Integer, Column> columns = new HashMap<>();

    private ObservationColumns(ProblemList problems) {
        this.problems = problems;
    }

    /**
     * The columns of a header, with everything that is wrong or doubtful about it.
     *
     * @param mapped the headers given, by field
     * @throws ProblemList.GiveUp if nothing can be read under it
     */
    static ObservationColumns of(TableRow header, Map<String, String> mapped, Register register, ProblemList problems) {
        ObservationColumns columns = new ObservationColumns(problems);
        columns.find(header, mapped, register);
        return columns;
    }

    private void find(TableRow header, Map<String, String> mapped, Register register) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String text = CellText.strip(header.cells().get(i));
            HeaderCell cell = new HeaderCell(text, i);
            Optional<String> field = ObservationFields.field(cell, mapped);
            String attribute = field.isPresent() ? "" : ObservationFields.attribute(cell, text);
            boolean measured = CellText.unit(cell.unit(), register.units()).isPresent();
            if (!attribute.isEmpty()) {
                String name = measured ? CellText.strip(attribute.replaceAll("[(（\\[【][^(（\\[【]*$", "")) : attribute;
                columns.put(i, new Column(ObservationFields.ATTRIBUTES, name, measured ? cell.unit() : "", text));
            } else if (field.isEmpty()) {
                problems.warning(header.line(), i + 1, cell.text(), "UNKNOWN_HEADER", (text.isEmpty() ? "a column without a header"
                        : "observations have no column '" + cell.text() + "'") + "; its cells are not read"
                        + Spelling.hint(cell.text(), ObservationFields.ALL));
            } else if (seen.putIfAbsent(field.get(), i) != null) {
                problems.error(header.line(), i + 1, cell.text(), "DUPLICATE", "the header '" + cell.text() + "' means the same column as '"
                        + CellText.strip(header.cells().get(seen.get(field.get()))) + "'; expected one of them");
            } else {
                columns.put(i, new Column(field.get(), "", measured ? cell.unit() : "", text));
            }
        }
        if (!seen.containsKey("stream")) {
            problems.error(header.line(), 0, "", "MISSING_COLUMN", "no column says which target or stream is observed; expected one of the"
                    + " headers " + TableWords.all(ObservationFields.GROUP, "stream"));
            throw new ProblemList.GiveUp();
        }
        if (columns.values().stream().allMatch(it -> PROMPTS.contains(it.field()))) {
            List<String> sideBySide = header.cells().stream().map(CellText::strip).filter(it -> ACROSS.matcher(it).matches()).toList();
            problems.error(header.line(), 0, "", "MISSING_COLUMN", sideBySide.isEmpty()
                    ? "no column says what was observed; expected columns such as 日期 (on) and 数值 (value)"
                    : "periods stand side by side (" + CellText.shown(String.join(" ", sideBySide))
                            + "); expected a row for each figure, with 日期 (on) and 数值 (value)");
            throw new ProblemList.GiveUp();
        }
    }

    /** The column at a place from 0; null if it is not read. */
    @Nullable Column at(int cell) {
        return columns.get(cell);
    }

    /** Places from 0 by field, or by attribute behind a colon. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        columns.forEach((at, column) -> places.put(column.attribute.isEmpty() ? column.field : ":" + column.attribute, at));
        return places;
    }

    /** The unit in the header of a place from 0; empty if none is. */
    String unit(int cell) {
        Column column = columns.get(cell);
        return column == null ? "" : column.unit;
    }

    /** Where a field stands, from 1; 0 if nowhere. */
    int place(String field) {
        return columns.entrySet().stream().filter(it -> it.getValue().field.equals(field)).map(it -> it.getKey() + 1).findFirst().orElse(0);
    }

    /** The header of a field; what it could be if there is none. */
    String header(String field) {
        return columns.values().stream().filter(it -> it.field.equals(field)).map(Column::header).findFirst()
                .orElseGet(() -> TableWords.of(ObservationFields.GROUP, field, Locale.CHINESE) + " (" + field + ")");
    }
}
