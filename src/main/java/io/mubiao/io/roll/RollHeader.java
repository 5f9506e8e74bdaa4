package io.mubiao.io.roll;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.toCollection;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a rule among the headers of a file. */
final class RollHeader {
    static final List<String> IDS = List.of("统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "企业编号", "企业代码",
            "纳税人识别号", "组织机构代码", "id");
    static final List<String> NAMES = List.of("企业名称", "名称", "name");

    private static final int MOST_SUGGESTED = 1_000;

    private final EvaluationRule rule;
    private final CsvOptions options;
    private final ProblemList problems;
    private final int line;
    private final List<HeaderCell> headers = new ArrayList<>();
    private final Set<HeaderCell> used = new LinkedHashSet<>();
    private final List<Unit> titleUnits = new ArrayList<>();
    private final List<ColumnCells> found = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private int id;
    private int name;

    private RollHeader(TableRow row, EvaluationRule rule, CsvOptions options, ProblemList problems) {
        this.rule = rule;
        this.options = options;
        this.problems = problems;
        line = row.line();
        for (int i = 0; i < row.cells().size(); i++) {
            headers.add(new HeaderCell(row.cells().get(i), i));
        }
    }

    /**
     * Finds the columns, saying everything that is wrong or doubtful about the headers.
     *
     * @param titleUnits units that stand in a title above, for headers without their own
     */
    static RollHeader of(TableRow row, EvaluationRule rule, CsvOptions options, ProblemList problems, List<String> titleUnits) {
        RollHeader header = new RollHeader(row, rule, options, problems);
        titleUnits.forEach(it -> CellText.unit(it, rule.units()).ifPresent(header.titleUnits::add));
        header.id = header.special(CsvOptions.ID, IDS, true);
        header.name = header.special(CsvOptions.NAME, NAMES, false);
        columns(rule).forEach(header::find);
        header.ignored();
        return header;
    }

    private static List<Column> columns(EvaluationRule rule) {
        return GivenClass.columns(rule);
    }

    /** Whether a row can be the headers: one cell names the ids, another a column of the rule. */
    static boolean isLike(TableRow row, EvaluationRule rule, CsvOptions options) {
        RollHeader header = new RollHeader(row, rule, options, new ProblemList("", Integer.MAX_VALUE));
        return row.broken().isEmpty() && !header.named(CsvOptions.ID, IDS).isEmpty()
                && (columns(rule).isEmpty() || columns(rule).stream().anyMatch(it -> !header.cells(it).isEmpty()));
    }

    /** Where the ids stand among the headers, from 0. */
    static OptionalInt idAmong(List<String> names, EvaluationRule rule) {
        return among(names, rule).named(CsvOptions.ID, IDS).stream().mapToInt(HeaderCell::index).findFirst();
    }

    /** Which headers are read at all, from 0. */
    static SortedSet<Integer> knownAmong(List<String> names, EvaluationRule rule) {
        RollHeader header = among(names, rule);
        return Stream.concat(Stream.of(header.named(CsvOptions.ID, IDS), header.named(CsvOptions.NAME, NAMES)),
                columns(rule).stream().map(header::cells)).flatMap(List::stream).map(HeaderCell::index).collect(toCollection(TreeSet::new));
    }

    private static RollHeader among(List<String> names, EvaluationRule rule) {
        return new RollHeader(new TableRow(1, names, ""), rule, CsvOptions.DEFAULT, new ProblemList("", Integer.MAX_VALUE));
    }

    /** What the headers of a sheet are found by. */
    static TableHeader.Fit fit(EvaluationRule rule, CsvOptions options) {
        return new TableHeader.Fit() {
            @Override
            public boolean isLike(TableRow row) {
                return RollHeader.isLike(row, rule, options);
            }

            @Override
            public boolean knows(String text) {
                RollHeader one = new RollHeader(new TableRow(0, List.of(text), ""), rule, options, new ProblemList("", Integer.MAX_VALUE));
                return !one.named(CsvOptions.ID, IDS).isEmpty() || !one.named(CsvOptions.NAME, NAMES).isEmpty()
                        || columns(rule).stream().anyMatch(it -> !one.cells(it).isEmpty());
            }

            @Override
            public boolean isUnit(String text) {
                return CellText.unit(text, rule.units()).isPresent();
            }
        };
    }

    /** @throws IllegalArgumentException if a header is mapped to a column that the rule does not have */
    static void check(EvaluationRule rule, CsvOptions options) {
        List<String> known = new ArrayList<>(List.of(CsvOptions.ID, CsvOptions.NAME));
        columns(rule).forEach(column -> known.add(column.id()));
        options.headers().keySet().forEach(column -> checkArgument(known.contains(column),
                "a header is given for column '%s'; the rule has %s", column, known));
    }

    /** How many cells a row has. */
    int width() {
        return headers.size();
    }

    /** Where the id stands in a row, from 0; -1 if nowhere. */
    int id() {
        return id;
    }

    /** Where the name stands in a row, from 0; -1 if nowhere. */
    int name() {
        return name;
    }

    /** Whether a text is the header of a cell, written again. */
    boolean isHeader(int cell, String key) {
        return cell < headers.size() && headers.get(cell).isNamed(Set.of(key));
    }

    /** Whether a text is the header of any cell that is read. */
    boolean isHeader(String key) {
        return !key.isEmpty() && headers.stream().anyMatch(it -> used.contains(it) && it.isNamed(Set.of(key)));
    }

    /** The columns that can be read. */
    List<ColumnCells> found() {
        return found;
    }

    /** All columns of the rule; one whose header is wrong holds nothing, whatever the rule declares for empty cells. */
    List<Column> columns() {
        return columns;
    }

    private int special(String what, List<String> usual, boolean required) {
        String mapped = options.headers().get(what);
        List<HeaderCell> same = named(what, usual);
        if (!same.isEmpty()) {
            used.addAll(same);
            return isSingle(same) ? same.get(0).index() : -1;
        }
        if (required || mapped != null) {
            problems.error(line, 0, mapped == null ? what : mapped, "MISSING_COLUMN", "no column for the " + what
                    + " of an enterprise; expected the header "
                    + (mapped == null ? "one of " + usual : "'" + mapped + "'"));
        }
        return -1;
    }

    /** The cells that are the first of these headers that is there at all. */
    private List<HeaderCell> named(String what, List<String> usual) {
        String mapped = options.headers().get(what);
        for (String header : mapped == null ? usual : List.of(mapped)) {
            Set<String> key = Set.of(CellText.key(header));
            List<HeaderCell> same = headers.stream().filter(cell -> cell.isNamed(key)).toList();
            if (!same.isEmpty()) {
                return same;
            }
        }
        return List.of();
    }

    private Set<String> names(Column column) {
        String mapped = options.headers().get(column.id());
        Set<String> names = new LinkedHashSet<>();
        for (String it : mapped == null ? List.of(column.id(), column.title(), column.header()) : List.of(mapped)) {
            names.add(CellText.key(it));
        }
        if (mapped == null && column.id().equals(GivenClass.ID)) {
            names.addAll(ClassHeader.CLASSES);
        }
        return names;
    }

    private List<HeaderCell> cells(Column column) {
        Set<String> names = names(column);
        boolean number = column.kind() == Symbol.Kind.NUMBER;
        return headers.stream()
                .filter(cell -> cell.isNamed(names) || (number && names.contains(cell.base()))).toList();
    }

    private void find(Column column) {
        List<HeaderCell> same = cells(column);
        used.addAll(same);
        if (same.isEmpty()) {
            absent(column, options.headers().get(column.id()));
        } else {
            HeaderCell header = same.get(0);
            Optional<Unit> unit = !isSingle(same) ? Optional.empty()
                    : column.kind() == Symbol.Kind.NUMBER ? unit(column, names(column), header) : Optional.of(column.unit());
            unit.ifPresent(it -> found.add(new ColumnCells(column, header.index(), it, rule.units())));
            columns.add(unit.isPresent() ? column : empty(column));
        }
    }

    private void absent(Column column, @Nullable String mapped) {
        if (mapped == null && !column.otherwise().isEmpty()) {
            problems.warning(line, 0, column.header(), "ABSENT_COLUMN", "no column '" + column.header()
                    + "'; in every row '" + column.otherwise() + "' holds, as the rule declares for empty cells");
            columns.add(column);
        } else {
            problems.error(line, 0, column.header(), "MISSING_COLUMN", "no column '" + column.header()
                    + "'; expected the header '" + (mapped == null ? column.header() : mapped) + "'");
            columns.add(empty(column));
        }
    }

    /** The unit of a header; empty, with a problem, if it does not fit. */
    private Optional<Unit> unit(Column column, Set<String> names, HeaderCell header) {
        Optional<Unit> unit = CellText.unit(header.unit(), rule.units());
        boolean written = unit.isPresent() || !header.isNamed(names);
        if (written && unit.filter(it -> it.isCompatibleWith(column.unit())).isEmpty()) {
            problems.error(line, header.index() + 1, header.text(), "UNIT", "column '" + column.header()
                    + "': found the unit '" + header.unit() + "', expected " + (column.unit().equals(Unit.NONE)
                            ? "none" : "'" + column.unit() + "' or one that converts to it"
                                    + CellText.meant(header.unit(), column.unit(), rule.units()))
                    + "; its cells are not read");
            return Optional.empty();
        }
        List<Unit> said = titleUnits.stream().filter(it -> !written && !column.unit().equals(Unit.NONE) && it.isCompatibleWith(column.unit())).toList();
        if (said.size() > 1) {
            problems.error(line, header.index() + 1, header.text(), "UNIT", "the header names no unit, the titles above several that it may have: "
                    + said + "; expected one in the header; its cells are not read");
            return Optional.empty();
        }
        if (said.size() == 1) {
            problems.warning(line, header.index() + 1, header.text(), "UNIT_OF_TITLE", "the header names no unit; '" + said.get(0)
                    + "' holds, as a title above says");
            return Optional.of(said.get(0));
        }
        if (!written && !column.unit().equals(Unit.NONE)) {
            problems.warning(line, header.index() + 1, header.text(), "UNIT_ASSUMED", "the header names no unit; '"
                    + column.unit() + "' is assumed, as in '" + column.header() + "'");
        }
        return Optional.of(unit.orElse(column.unit()));
    }

    private boolean isSingle(List<HeaderCell> same) {
        for (HeaderCell again : same.subList(1, same.size())) {
            problems.error(line, again.index() + 1, again.text(), "DUPLICATE", "the header '" + again.text()
                    + "' means the same column as cell " + (same.get(0).index() + 1) + ", '" + same.get(0).text()
                    + "'; expected one of them; neither is read");
        }
        return same.size() == 1;
    }

    private void ignored() {
        List<String> missing = headers.size() > MOST_SUGGESTED ? List.of() : columns(rule).stream()
                .filter(column -> found.stream().noneMatch(it -> it.column().equals(column)))
                .map(Column::title).toList();
        for (HeaderCell header : headers) {
            if (!used.contains(header)) {
                problems.warning(line, header.index() + 1, header.text(), "UNKNOWN_HEADER", (header.text().isEmpty()
                        ? "a column without a header" : "the rule has no column '" + header.text() + "'")
                        + "; its cells are not read" + Spelling.hint(header.base(), missing));
            }
        }
    }

    private static Column empty(Column column) {
        return new Column(column.id(), column.title(), column.kind(), column.unit(), column.decimals(), column.least(),
                column.most(), column.values(), "", column.cite());
    }
}
