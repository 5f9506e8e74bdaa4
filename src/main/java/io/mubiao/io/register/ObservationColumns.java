package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.FROM;
import static io.mubiao.io.register.ObservationFields.NOTE;
import static io.mubiao.io.register.ObservationFields.TITLE;
import static io.mubiao.io.register.ObservationFields.TO;
import static io.mubiao.io.register.ObservationFields.UNIT;

import com.google.common.collect.ImmutableSet;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.target.Register;
import io.mubiao.text.internal.Spelling;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a table of observations has which field, by its headers. */
final class ObservationColumns {
    /** A column of the table. */
    record Column(String field, String attribute, String unit, String header) {}

    /** What says which observations are looked for, but not what was observed. */
    static final ImmutableSet<String> PROMPTS = ImmutableSet.of("stream", TITLE, "kind", UNIT, "source", "basis", NOTE);
    private static final Pattern ACROSS = Pattern.compile("(?:[12][0-9]{3}[-/.年])?(?:[0-9]{1,2}[-—至到])?[0-9]{1,2}月.*"
            + "|.*[一二三四1-4]季度.*|.*半年.*|全年完成.*|截[至止].*月.*");

    private final ProblemList problems;
    private final Map<Integer, Column> columns = new HashMap<>();
    /** Columns that could be read, but for another. */
    private final Set<Integer> left = new HashSet<>();
    /** Columns that only number the rows. */
    private final Set<Integer> numbers = new HashSet<>();
    private boolean ledger;
    private String figure = "";
    private boolean numbered;
    private @Nullable HeaderPeriod said;
    private @Nullable Span period;
    private boolean titleDay;
    private boolean yearless;

    private ObservationColumns(ProblemList problems) {
        this.problems = problems;
    }

    /**
     * The columns of a header, with everything that is wrong or doubtful about it.
     *
     * @param titles what stands above it
     * @param mapped the headers given, by field
     * @throws ProblemList.GiveUp if nothing can be read under it
     */
    static ObservationColumns of(TableRow header, List<String> titles, Map<String, String> mapped, Register register,
            ProblemList problems) {
        ObservationColumns columns = new ObservationColumns(problems);
        OptionalInt year = register.period().map(LedgerDay::year).orElse(OptionalInt.empty());
        Optional<LocalDate> title = TitleDay.of(titles, year, false, header.line(), problems);
        columns.find(header, mapped, register, title);
        columns.titleDay = columns.period == null;
        if (columns.period == null) {
            boolean needed = columns.place("value") > 0 && Stream.of("on", "span", FROM, TO).allMatch(it -> columns.place(it) == 0);
            columns.period = TitleDay.of(titles, year, needed, header.line(), problems).map(day -> new Span(day, day)).orElse(null);
        }
        columns.day(header.line());
        return columns;
    }

    private void find(TableRow header, Map<String, String> mapped, Register register, Optional<LocalDate> title) {
        List<HeaderCell> cells = new ArrayList<>();
        List<Optional<String>> fields = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            cells.add(new HeaderCell(CellText.strip(header.cells().get(i)), i));
            fields.add(ObservationFields.field(cells.get(i), mapped));
        }
        key(header.line(), cells, fields);
        figure(header.line(), cells, fields, new FigureChoice(cells, fields, mapped, register.period(), title));
        days(register);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String text = CellText.strip(header.cells().get(i));
            HeaderCell cell = cells.get(i);
            Optional<String> field = fields.get(i);
            String attribute = field.isPresent() ? "" : ObservationFields.attribute(cell, text);
            boolean measured = CellText.unit(cell.unit(), register.units()).isPresent();
            if (!attribute.isEmpty()) {
                String name = measured ? CellText.strip(attribute.replaceAll("[(（\\[【][^(（\\[【]*$", "")) : attribute;
                columns.put(i, new Column(ObservationFields.ATTRIBUTES, name, measured ? cell.unit() : "", text));
            } else if (field.isEmpty() && !left.contains(i) && !numbers.contains(i)) {
                problems.warning(header.line(), i + 1, cell.text(), "UNKNOWN_HEADER", (text.isEmpty() ? "a column without a header"
                        : "observations have no column '" + cell.text() + "'") + "; its cells are not read"
                        + Spelling.hint(cell.text(), ObservationFields.ALL));
            } else if (field.isPresent() && seen.putIfAbsent(field.get(), i) != null) {
                problems.error(header.line(), i + 1, cell.text(), "DUPLICATE", "the header '" + cell.text() + "' means the same column as '"
                        + CellText.strip(header.cells().get(seen.get(field.get()))) + "'; expected one of them");
            } else if (field.isPresent()) {
                columns.put(i, new Column(field.get(), "", measured ? cell.unit() : "", text));
            }
        }
        if (!seen.containsKey("stream")) {
            problems.error(header.line(), 1, "", "MISSING_COLUMN", "no column says which target or stream is observed; expected one of the"
                    + " headers " + TableWords.all(ObservationFields.GROUP, "stream"));
            throw new ProblemList.GiveUp();
        }
        if (columns.values().stream().allMatch(it -> PROMPTS.contains(it.field()))) {
            List<HeaderCell> across = cells.stream().filter(it -> !left.contains(it.index()) && isAcross(it)).toList();
            if (across.size() == 1) {
                String named = across.get(0).text();
                problems.error(header.line(), across.get(0).index() + 1, named, "MISSING_COLUMN",
                        "no column says what was observed; the header '" + named + "' names days, but no figure that is understood; expected such as 1-9月累计完成");
                throw new ProblemList.GiveUp();
            } else if (!across.isEmpty()) {
                throw sideBySide(header.line(), across.stream().map(HeaderCell::text).toList());
            }
            problems.error(header.line(), 1, "", "MISSING_COLUMN",
                    "no column says what was observed; expected columns such as 日期 (on) and 数值 (value)");
            throw new ProblemList.GiveUp();
        }
    }

    private ProblemList.GiveUp sideBySide(int line, List<String> headers) {
        problems.error(line, 1, "", "MISSING_COLUMN", "periods stand side by side (" + CellText.shown(String.join(" ", headers))
                + "); expected a row for each figure, with 日期 (on) and 数值 (value)");
        return new ProblemList.GiveUp();
    }

    /** Figures of which nothing says the day are none. */
    private void day(int line) {
        int figure = place("value");
        boolean dated = period != null || Stream.of("on", "span", FROM, TO, "kind", "supersedes").anyMatch(it -> place(it) > 0);
        if (figure > 0 && !dated) {
            problems.error(line, figure, header("value"), "MISSING_COLUMN", yearless
                    ? "the header says days without a year, and the register is of none; expected the year in front, such as 2024年1-9月累计完成"
                    : "nothing says of which day the figures are; expected a column 日期 (on), or the months in the header of the figures, such as"
                            + " 1-9月累计完成");
            throw new ProblemList.GiveUp();
        }
    }

    /** Where no column says of which target rows are, one headed as in a ledger does; a running number does only beside titles. */
    private void key(int line, List<HeaderCell> cells, List<Optional<String>> fields) {
        title(cells, fields);
        ledger = IntStream.range(0, cells.size()).anyMatch(i -> fields.get(i).isEmpty() && RegisterColumns.isRequired(cells.get(i)));
        boolean titles = fields.contains(Optional.of(TITLE));
        List<Integer> ids = IntStream.range(0, cells.size()).filter(i -> ObservationFields.isKey(cells.get(i).text(), false)).boxed()
                .toList();
        List<Integer> such = IntStream.range(0, cells.size()).filter(i -> ObservationFields.isNumber(cells.get(i).text())).boxed().toList();
        boolean keyed = fields.contains(Optional.of("stream"));
        if (!keyed && !ids.isEmpty()) {
            fields.set(ids.get(0), Optional.of("stream"));
        } else if (!keyed && titles && !such.isEmpty()) {
            numbered = true;
            fields.set(such.get(0), Optional.of("stream"));
        }
        for (int i : such) {
            if (fields.get(i).isEmpty() && fields.contains(Optional.of("stream"))) {
                numbers.add(i);
                problems.warning(line, i + 1, cells.get(i).text(), "NOT_READ", "the header '" + cells.get(i).text()
                        + "' is a running number beside '"
                        + cells.get(fields.indexOf(Optional.of("stream"))).text() + "'; its cells are not read");
            }
        }
    }

    /** Where no column has titles, one headed as in a ledger does. */
    private static void title(List<HeaderCell> cells, List<Optional<String>> fields) {
        if (!fields.contains(Optional.of(TITLE))) {
            IntStream.range(0, cells.size()).filter(i -> fields.get(i).isEmpty() && ObservationFields.isLedgerTitle(cells.get(i).text()))
                    .boxed()
                    .min(Comparator.comparing(i -> ObservationFields.isWork(cells.get(i).text())))
                    .ifPresent(i -> fields.set(i, Optional.of(TITLE)));
        }
    }

    private void figure(int line, List<HeaderCell> cells, List<Optional<String>> fields, FigureChoice choice) {
        List<FigureChoice.Figure> read = choice.read(fields);
        for (FigureChoice.Figure it : choice.foreign()) {
            fields.set(it.at(), Optional.empty());
            left.add(it.at());
            problems.warning(line, it.at() + 1, cells.get(it.at()).text(), "NOT_READ", "the header '" + cells.get(it.at()).text()
                    + "' says days outside the period of the register; its cells are not read");
        }
        if (read.isEmpty()) {
            return;
        }
        FigureChoice.Figure first = read.get(0);
        boolean bare = first.said() != null && first.said().bare();
        List<String> beside = cells.stream().filter(it -> isAcross(it) && (fields.get(it.index()).isEmpty() || it.index() == first.at()))
                .map(HeaderCell::text).toList();
        if ((first.said() != null && read.size() > 1) || (bare && beside.size() > 1)) {
            throw sideBySide(line, bare ? beside : read.stream().map(it -> cells.get(it.at()).text()).toList());
        }
        figure = first.word();
        said = first.said();
        read.forEach(it -> fields.set(it.at(), Optional.of("value")));
        choice.all().stream().filter(it -> !read.contains(it)).forEach(it -> {
            fields.set(it.at(), Optional.empty());
            left.add(it.at());
            problems.warning(line, it.at() + 1, cells.get(it.at()).text(), "NOT_READ", "the header '" + cells.get(it.at()).text()
                    + "' stands beside '" + cells.get(first.at()).text() + "', the figure that is read; its cells are not read");
        });
    }

    private void days(Register register) {
        OptionalInt year = register.period().map(LedgerDay::year).orElse(OptionalInt.empty());
        period = Optional.ofNullable(said).flatMap(it -> it.days(year)).orElse(null);
        yearless = said != null && period == null;
    }

    private static boolean isAcross(HeaderCell header) {
        return ACROSS.matcher(header.text()).matches();
    }

    /** What the header of the figure says of its days; empty if nothing. */
    Optional<HeaderPeriod> said() {
        return Optional.ofNullable(said);
    }

    /** What the figure is by its header: total, month, quarter, span; empty if it does not say. */
    String figure() {
        return figure;
    }

    /**
     * The days of figures that have none of their own, as the header or a title says them; the last is theirs if they are running totals.
     */
    Optional<Span> period() {
        return Optional.ofNullable(period);
    }

    /** Whether those days are only one that a title says. */
    boolean isTitleDay() {
        return titleDay;
    }

    /** Whether what is required stands beside what was done. */
    boolean isLedger() {
        return ledger;
    }

    /** Whether rows are only numbered, so that titles have to bear the numbers out. */
    boolean isNumbered() {
        return numbered;
    }

    /** The headers by their places from 1. */
    Map<Integer, String> headers() {
        Map<Integer, String> all = new HashMap<>();
        columns.forEach((at, column) -> all.put(at + 1, column.header));
        return all;
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
