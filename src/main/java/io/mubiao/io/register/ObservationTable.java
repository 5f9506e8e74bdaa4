package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.FROM;
import static io.mubiao.io.register.ObservationFields.NOTE;
import static io.mubiao.io.register.ObservationFields.TITLE;
import static io.mubiao.io.register.ObservationFields.TO;
import static io.mubiao.io.register.ObservationFields.UNIT;

import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.UsualKinds;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.RowBytes;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.observe.Observation;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.text.internal.Change;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a table of observations into the tree that other files have, each cell with its place. Not thread-safe. */
final class ObservationTable {
    static final String DAY_FORM = "a month, quarter or year is read as its last day, and a day without its year in that of the register";
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?\\s*%");
    private static final Pattern MANY = Pattern.compile("\\s*[十百千万亿]+$");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；/]");

    private final Register register;
    private final ProblemList problems;
    private final UsualKinds kinds;
    private final ObservationNeeds needs;
    private final OptionalInt year;
    private final ObservationReader reader;
    private int taken;
    private @Nullable PlainRows plain;
    private final ObservationColumns columns;
    private final DoubtTally tally = new DoubtTally();
    private final ObservationTitles titles;
    /** Whether the row is read as something nobody wrote. */
    private boolean assumed;
    private int unfilled;
    private int firstUnfilled;

    private ObservationTable(Register register, ProblemList problems, ObservationReader reader, ObservationColumns columns) {
        this.columns = columns;
        this.register = register;
        this.reader = reader;
        this.problems = problems;
        kinds = new UsualKinds(register);
        needs = new ObservationNeeds(columns, kinds, problems);
        titles = new ObservationTitles(register, columns, problems, tally);
        year = register.period().map(LedgerDay::year).orElse(OptionalInt.empty());
    }

    /** What comes of the rows that were read. */
    interface Whole<T> {
        T of(ObservationReader reader, Node root);
    }

    /**
     * What comes of the rows of a table.
     *
     * @param strict whether each row has to be as wide as the headers
     * @param mapped the headers given, by field
     */
    static <T> T read(TableHeader table, boolean strict, Map<String, String> mapped, Register register, ProblemList problems,
            Whole<T> whole) throws IOException {
        ObservationReader reader = ObservationReader.ofTable(register, problems);
        return whole.of(reader, read(table, strict, mapped, register, reader, problems));
    }

    /** What comes of no rows. */
    static <T> T none(Register register, Whole<T> whole) {
        ObservationReader reader = ObservationReader.stopped(register);
        return whole.of(reader, new Node(Node.Kind.NOTHING, null, "", 0, 0));
    }

    private static Node read(TableHeader table, boolean strict, Map<String, String> mapped, Register register,
            ObservationReader reader, ProblemList problems) throws IOException {
        TableRow header = table.header();
        if (header == null) {
            problems.error(0, 0, "", "EMPTY", "the table is empty; expected a row of headers");
            throw new ProblemList.GiveUp();
        }
        Node root = new Node(Node.Kind.OBJECT, null, "", header.line(), 0);
        Node of = new Node(Node.Kind.TEXT, root, "observations", header.line(), 0);
        of.text = register.id();
        root.fields.putIfAbsent(of.key, of);
        ObservationColumns columns = ObservationColumns.of(header, table.titles(), mapped, register, problems);
        Node rows = new Node(Node.Kind.LIST, root, "rows", header.line(), columns.place("stream"));
        root.fields.putIfAbsent(rows.key, rows);
        problems.headers(columns.headers());
        new ObservationTable(register, problems, reader, columns).fill(rows, table, header, strict);
        return root;
    }

    private void fill(Node rows, TableHeader table, TableRow header, boolean strict) throws IOException {
        plain = needs.hasPeriod() || columns.said().isPresent() ? null
                : PlainRows.of(columns.places(), header.cells().size(), register.zone(), reader, rows).orElse(null);
        long most = Checkpoint.budget().rows();
        RowBytes lent = (bytes, from, line) -> plain == null || taken == most ? -1 : plain(plain, bytes, from, line);
        for (TableRow row = table.next(); row != null; row = table.next()) {
            Checkpoint.pass("line", row.line());
            if (taken == most) {
                problems.error(row.line(), 0, "", "TOO_LARGE", "more than " + most + " rows; expected at most that many");
                throw new ProblemList.GiveUp();
            }
            if (plain != null && strict && plain.take(row, taken)) {
                taken++;
            } else if (!row.broken().isEmpty()) {
                problems.error(row.line(), row.cells().size(), "", "SYNTAX", row.broken() + "; the row is left out");
            } else if (!isSide(row, header)) {
                if (strict && row.cells().size() != header.cells().size()) {
                    problems.error(row.line(), 0, "", "CELLS", "the row has " + row.cells().size() + " cells, expected "
                            + header.cells().size() + " as in the header; it is left out");
                } else {
                    row(rows, row, strict);
                }
            }
            table.lend(lent);
        }
        if (unfilled > 0) {
            problems.warning(firstUnfilled, 1, "", "NOT_FILLED", "rows that name a target and nothing observed are left out: " + unfilled);
        }
        tally.tell(problems);
    }

    private int plain(PlainRows plain, byte[] bytes, int from, int line) {
        int end = plain.take(bytes, from, line, taken);
        if (end >= 0) {
            Checkpoint.pass("line", line);
            taken++;
        }
        return end;
    }

    /** Whether a row is no observation: a part, a total, a note or the example of a template. */
    private boolean isSide(TableRow row, TableRow header) {
        AsideRow aside = AsideRow.of(row, header, columns.place("stream") - 1, columns.place("kind") - 1);
        int at = aside.cell() + 1;
        String shown = CellText.shown(aside.label());
        switch (aside.kind()) {
            case NONE -> {
                return false;
            }
            case BLANK -> { }
            case PART -> {
                if (kinds.all().containsKey(aside.label())) {
                    return false;
                }
                problems.warning(row.line(), at, "", "PART_ROW", "the row begins a part (" + shown + "); it is left out");
            }
            case EXAMPLE -> problems.warning(row.line(), at, "", "EXAMPLE_ROW", "the row is the example of a template; it is left out");
            case TOTAL -> problems.warning(row.line(), at, "", "TOTALS_ROW", "the row holds totals (" + shown + "); it is left out");
            case NOTE -> problems.warning(row.line(), at, "", "NOTE_ROW", "the row is a note (" + shown + "); it is left out");
            case NUMBERS -> problems.warning(row.line(), at, "", "NUMBER_ROW", "the row numbers the columns (" + shown + "); it is left out");
            case HEADERS -> problems.warning(row.line(), at, "", "HEADER_ROW", "the row has the headers again; it is left out");
        }
        return true;
    }

    private void row(Node rows, TableRow row, boolean marked) {
        Node node = new Node(Node.Kind.OBJECT, rows, String.valueOf(taken), row.line(), rows.column);
        Map<String, Node> texts = new HashMap<>();
        List<String> filled = new ArrayList<>();
        boolean good = true;
        assumed = false;
        for (int i = 0; i < row.cells().size(); i++) {
            ObservationColumns.Column column = columns.at(i);
            if (column == null) {
                continue;
            }
            if (column.field().equals("published") && !isPercent(row, i, column)) {
                continue;
            }
            CellFlaw flaw = column.field().equals(TITLE) || column.field().equals(NOTE) ? null : row.flaws().get(i);
            if (flaw != null && !(flaw.merged() && ObservationColumns.PROMPTS.contains(column.field()))) {
                problems.error(row.line(), i + 1, column.header(), flaw.code(), "column '" + column.header() + "': " + flaw.message() + "; the row is left out");
                good = false;
            } else if (flaw != null) {
                tally.add(row.line(), i + 1, column.header(), flaw.code(), "a text of a merged cell holds for each of its rows");
            }
            String text = CellText.strip(marked ? CellText.withoutGuard(row.cells().get(i)) : row.cells().get(i));
            if (!CellText.isMissing(text)) {
                if (CellText.hidesAround(row.cells().get(i), text)) {
                    tally.add(row.line(), i + 1, column.header(), Change.INVISIBLE.name(), Change.INVISIBLE.words());
                }
                Node cell = new Node(Node.Kind.TEXT, node, column.field(), row.line(), i + 1);
                cell.text = column.field().equals("stream") && kinds.of(text).isEmpty() && !kinds.of(CellText.half(text)).isEmpty()
                        ? CellText.half(text) : text;
                filled.add(column.field());
                if (column.attribute().isEmpty()) {
                    texts.put(column.field(), cell);
                } else {
                    attribute(node, cell, column);
                }
            }
        }
        titles.name(texts);
        day(node, texts);
        if (columns.figure().equals("progress") && kind(texts).equals("stage") && texts.containsKey("value") && !texts.containsKey("stage")) {
            Node said = texts.remove("value");
            Node stage = new Node(Node.Kind.TEXT, node, "stage", said.line, said.column);
            stage.text = said.text;
            texts.put("stage", stage);
        }
        if (ObservationColumns.PROMPTS.containsAll(filled)) {
            firstUnfilled = unfilled == 0 ? row.line() : firstUnfilled;
            unfilled++;
        } else if (good && needs.agree(texts, year) && needs.areMet(row.line(), kind(texts), texts) && needs.fit(kind(texts), texts, tally) && titles.areRight(texts)) {
            fields(node, texts);
            taken++;
            long told = problems.told();
            Observation read = reader.take(java.util.Objects.requireNonNull(rows.parent), node);
            if (plain != null && read != null && told == problems.told() && row.flaws().isEmpty() && !assumed) {
                plain.learn(row, read);
            }
        }
    }

    /** Whether a cell says a rate of completion or nothing; what else it says does not take the figure beside it away. */
    private boolean isPercent(TableRow row, int cell, ObservationColumns.Column column) {
        String text = CellText.strip(row.cells().get(cell));
        CellFlaw flaw = row.flaws().get(cell);
        boolean percent = flaw == null
                && (CellText.isMissing(text) || PERCENT.matcher(TypedText.of(withUnit(text, column.unit())).text()).matches());
        if (!percent) {
            tally.add(row.line(), cell + 1, column.header(), "NOT_READ", "no percentage such as 87.9 %; the cell is not read");
        }
        return percent;
    }

    /** As the row says; else as the target is usually reported, by the month where the header of the figure says so. */
    private String kind(Map<String, Node> texts) {
        Node kind = texts.get("kind");
        if (kind != null) {
            return TableWords.meant("kind", ObservationFields.KINDS, kind.text).orElse(kind.text);
        }
        String stream = texts.containsKey("stream") ? texts.get("stream").text : "";
        String usual = kinds.of(stream);
        boolean open = usual.equals("total") || usual.equals("level") || (usual.isEmpty() && kinds.all().containsKey(stream));
        return switch (open && texts.containsKey("value") ? columns.figure() : "") {
            case "month", "quarter", "span" -> "increment";
            case "total" -> usual.isEmpty() ? "total" : usual;
            default -> usual;
        };
    }

    /** A figure without a day of its own is of the one that its header, or a title above, says. */
    private void day(Node row, Map<String, Node> texts) {
        Node value = texts.containsKey("value") ? texts.get("value") : texts.get("stage");
        Span days = columns.period().orElse(null);
        if (value == null || days == null || Stream.of("on", "span", FROM, TO).anyMatch(texts::containsKey)) {
            return;
        }
        boolean whole = kind(texts).equals("increment") && !columns.isTitleDay();
        Node on = new Node(Node.Kind.TEXT, row, whole ? "span" : "on", value.line, value.column);
        on.text = whole ? days.toString() : days.last().toString();
        texts.put(on.key, on);
        assumed = true;
        tally.add(value.line, value.column, columns.header("value"), "DAY_OF_HEADER", columns.isTitleDay()
                ? "a figure without a day of its own is of the one in the title: " + on.text
                : "a figure without a day of its own is of the one in its header: " + on.text);
    }

    private void attribute(Node row, Node cell, ObservationColumns.Column column) {
        Node attributes = row.fields.get(ObservationFields.ATTRIBUTES);
        if (attributes == null) {
            attributes = new Node(Node.Kind.OBJECT, row, ObservationFields.ATTRIBUTES, row.line, cell.column);
            row.fields.putIfAbsent(attributes.key, attributes);
        }
        Node named = new Node(Node.Kind.TEXT, attributes, column.attribute(), cell.line, cell.column);
        named.text = withUnit(cell.text, column.unit());
        attributes.fields.putIfAbsent(named.key, named);
    }

    private void fields(Node row, Map<String, Node> texts) {
        titles.check(texts.get("stream"), texts.get(TITLE));
        String kind = kind(texts);
        if (!kind.isEmpty()) {
            put(row, texts.getOrDefault("kind", row), "kind", kind);
        }
        Node from = texts.remove(FROM);
        Node to = texts.remove(TO);
        Node bound = from == null ? to : from;
        if (bound != null && !texts.containsKey("span")) {
            put(row, bound, "span", (from == null ? "" : from.text) + "/" + (to == null ? "" : to.text));
        }
        Node on = kind.equals("increment") && needs.hasPeriod() && !texts.containsKey("span") && bound == null ? texts.remove("on") : null;
        if (on != null) {
            put(row, on, "span", period(on));
        }
        Node unit = texts.remove(UNIT);
        for (Node it : texts.values()) {
            switch (it.key) {
                case "kind", TITLE, NOTE -> { }
                case "value" -> put(row, it, it.key, figure(it, unit != null ? LedgerFigure.word(unit.text, register.units()) : columns.unit(it.column - 1),
                        texts.get("stream")));
                case "published" -> put(row, it, it.key, withUnit(it.text, columns.unit(it.column - 1)));
                case "on" -> put(row, it, it.key, kind.equals("total") || kind.equals("level") ? on(it) : it.text);
                case "basis" -> put(row, it, it.key, TableWords.meant("basis", ObservationFields.BASES, it.text).orElse(it.text));
                case "standing" -> standing(row, it);
                case "stage" -> put(row, it, it.key, stage(it.text));
                default -> put(row, it, it.key, it.text);
            }
        }
    }

    private static void put(Node row, Node at, String key, String text) {
        Node field = new Node(Node.Kind.TEXT, row, key, at.line, at.column);
        field.text = text;
        row.fields.putIfAbsent(key, field);
    }

    /** A stage of the usual scale in Chinese, unless a scale of the register has the word. */
    private String stage(String text) {
        boolean known = register.targets().stream().flatMap(it -> it.goal().scale().stream()).anyMatch(it -> it.has(text));
        return known ? text : TableWords.meant("stage", Scale.STAGES.steps(), text).orElse(text);
    }

    private static void standing(Node row, Node cell) {
        Node list = new Node(Node.Kind.LIST, row, cell.key, cell.line, cell.column);
        for (String word : BETWEEN.split(cell.text, -1)) {
            Node item = new Node(Node.Kind.TEXT, list, String.valueOf(list.items.size()), cell.line, cell.column);
            item.text = TableWords.meant("standing", ObservationFields.STANDINGS, word).orElse(word.strip());
            list.items.add(item);
        }
        row.fields.putIfAbsent(list.key, list);
    }

    private String figure(Node cell, String unit, @Nullable Node stream) {
        String text = withUnit(cell.text, unit);
        String titled = CellText.isDecimal(MANY.matcher(TypedText.of(text).text()).replaceAll("")) ? titles.unit(stream, cell) : "";
        assumed |= !titled.isEmpty();
        return withUnit(text, titled);
    }

    /** A number with the unit of its column, if it has none of its own. */
    private static String withUnit(String text, String unit) {
        try {
            String own = NumberText.of(text).unit();
            return unit.isEmpty() || !MANY.matcher(own).replaceAll("").isEmpty() ? text : LedgerFigure.with(text, unit);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A month, for what stands at its end, as its last day; anything else as it is. */
    private String on(Node cell) {
        Optional<LocalDate> day = LedgerDay.of(cell.text, year);
        day.ifPresent(it -> tally.add(cell.line, cell.column, columns.header("on"), "DAY_FORM", DAY_FORM));
        return day.map(LocalDate::toString).orElse(cell.text);
    }

    /** The days of a month or quarter up to a day; a text that names no day as it is. */
    private String period(Node cell) {
        Optional<LocalDate> last = LedgerDay.of(cell.text, year).or(() -> LedgerDay.plain(cell.text));
        if (last.isEmpty()) {
            return cell.text;
        }
        LocalDate day = last.get();
        tally.add(cell.line, cell.column, columns.header("on"), "DAY_FORM", "a figure of a month or quarter is of its days up to the day of the row");
        int first = columns.figure().equals("month") ? day.getMonthValue() : (day.getMonthValue() - 1) / 3 * 3 + 1;
        return LocalDate.of(day.getYear(), first, 1) + "/" + day;
    }
}
