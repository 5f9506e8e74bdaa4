package io.mubiao.io.register;

import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.SheetWords;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.target.Bound;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a ledger of targets into the tree that other files of registers have, each cell with its place. Not thread-safe. */
final class RegisterTable {
    private static final String GROUP = "register";
    private static final List<String> FIELDS = List.of("id", "title", "chapter", "kind", "require", "unit", "stage", "due", "lead-unit",
            "lead-official", "cooperating", "binding", "note");
    /** Texts that a merged cell may say for several rows. */
    private static final List<String> SHARED = List.of("chapter", "lead-unit", "lead-official", "cooperating", "unit", "due", "kind",
            "binding", "note");
    private static final List<String> KINDS = List.of("total", "level", "count", "milestone");
    private static final List<String> BINDINGS = List.of("binding", "expected");
    private static final Pattern COUNTED = Pattern.compile("[0-9万亿]\\s*(人次|[次个家户项所座处套辆台件人条名场期宗份])(?:以|之|不|及|[(（,，;；]|$)");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\p{IsHan}{1,2}[次个家户项所座处套辆台件人条]");
    private static final Pattern PREFIXED = Pattern.compile("[十百千万亿]+((?:\\p{IsHan}{0,2}[次个家户项所座处套辆台件人条])?)");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；\\n]");
    private static final String DOCUMENT = "sheet";

    private final ProblemList problems;
    private final Node root;
    private final Node targets;
    private final Node clauses;
    private final Map<Integer, String> columns = new HashMap<>();
    private final Map<Integer, String> headerUnits = new HashMap<>();
    private final List<String> titleUnits;
    private final OptionalInt year;
    private final DoubtTally tally = new DoubtTally();
    private Units units = Units.builtIn();
    private String part = "";

    private RegisterTable(ProblemList problems, int line, List<String> titleUnits, OptionalInt year) {
        this.problems = problems;
        this.titleUnits = titleUnits;
        this.year = year;
        root = new Node(Node.Kind.OBJECT, null, "", line, 0);
        targets = new Node(Node.Kind.LIST, root, "targets", line, 0);
        clauses = new Node(Node.Kind.LIST, root, "clauses", line, 0);
    }

    static TableHeader.Fit fit(Map<String, String> mapped) {
        return new TableHeader.Fit() {
            @Override
            public boolean isLike(TableRow row) {
                List<String> fields = row.cells().stream().map(it -> field(new HeaderCell(it, 0), mapped)).flatMap(Optional::stream).toList();
                return fields.contains("id") && (fields.contains("require") || fields.contains("stage"));
            }

            @Override
            public boolean knows(String header) {
                return field(new HeaderCell(header, 0), mapped).isPresent();
            }

            @Override
            public boolean isUnit(String text) {
                return CellText.unit(text, Units.builtIn()).isPresent();
            }
        };
    }

    private static Optional<String> field(HeaderCell header, Map<String, String> mapped) {
        for (Map.Entry<String, String> it : mapped.entrySet()) {
            if (CellText.key(it.getValue()).equals(CellText.key(header.text()))) {
                return Optional.of(it.getKey());
            }
        }
        List<String> open = FIELDS.stream().filter(it -> !mapped.containsKey(it)).toList();
        return TableWords.meant(GROUP, open, header.text()).or(() -> TableWords.meant(GROUP, open, header.base()));
    }

    /** The tree of a ledger, with what it does not say itself. */
    static Node tree(TableHeader table, Map<String, String> mapped, String id, String title, ZoneId zone, Span period,
            ProblemList problems) throws IOException {
        TableRow header = table.header();
        if (header == null) {
            problems.error(0, 0, "", "EMPTY", "the table is empty; expected a row of headers");
            throw new ProblemList.GiveUp();
        }
        RegisterTable read = new RegisterTable(problems, header.line(), table.titleUnits(), LedgerDay.year(period));
        put(read.root, read.root, "register", id);
        put(read.root, read.root, "title", title);
        put(read.root, read.root, "zone", zone.getId());
        put(read.root, read.root, "period", period.toString());
        read.columns(header, mapped);
        for (TableRow row = table.next(); row != null; row = table.next()) {
            Checkpoint.pass("line", row.line());
            read.row(row, header);
        }
        read.tally.tell(problems);
        read.finish();
        return read.root;
    }

    private void columns(TableRow header, Map<String, String> mapped) {
        Map<String, Integer> seen = new HashMap<>();
        int chapter = chapterByWork(header, mapped);
        for (int i = 0; i < header.cells().size(); i++) {
            HeaderCell cell = new HeaderCell(header.cells().get(i), i);
            Optional<String> field = i == chapter ? Optional.of("chapter") : field(cell, mapped);
            if (field.isEmpty()) {
                problems.warning(header.line(), i + 1, cell.text(), "UNKNOWN_HEADER", (cell.text().isEmpty() ? "a column without a header"
                        : "targets have no column '" + cell.text() + "'") + "; its cells are not read" + Spelling.hint(cell.text(), FIELDS));
            } else if (seen.putIfAbsent(field.get(), i) != null) {
                problems.error(header.line(), i + 1, cell.text(), "DUPLICATE", "the header '" + cell.text() + "' means the same column as '"
                        + CellText.strip(header.cells().get(seen.get(field.get()))) + "'; expected one of them");
            } else {
                columns.put(i, field.get());
                boolean measured = CellText.unit(cell.unit(), Units.builtIn()).isPresent() || WORD.matcher(cell.unit()).matches();
                headerUnits.put(i, measured ? cell.unit() : "");
            }
        }
        if (!seen.containsKey("id")) {
            problems.error(header.line(), 0, "", "MISSING_COLUMN", "no column has the ids of the targets; expected one of the headers "
                    + TableWords.all(GROUP, "id"));
        }
    }

    /** The column of the works that targets are parts of, where targets have one of their own beside it and no chapters are given; else -1. */
    private int chapterByWork(TableRow header, Map<String, String> mapped) {
        List<Optional<String>> fields = IntStream.range(0, header.cells().size())
                .mapToObj(i -> field(new HeaderCell(header.cells().get(i), i), mapped)).toList();
        int[] titles = IntStream.range(0, fields.size()).filter(i -> fields.get(i).equals(Optional.of("title"))).toArray();
        int[] works = Arrays.stream(titles).filter(i -> TableWords.meant(GROUP, List.of("work"), header.cells().get(i)).isPresent()).toArray();
        if (titles.length != 2 || works.length != 1 || fields.contains(Optional.of("chapter"))) {
            return -1;
        }
        String title = header.cells().get(titles[0] == works[0] ? titles[1] : titles[0]);
        problems.warning(header.line(), works[0] + 1, header.cells().get(works[0]), "WORK_AS_CHAPTER", "the header '"
                + CellText.strip(header.cells().get(works[0])) + "' stands beside '" + CellText.strip(title) + "', the title; it is read as the chapter");
        return works[0];
    }

    private void row(TableRow row, TableRow header) {
        Map<String, Node> cells = new LinkedHashMap<>();
        Node target = new Node(Node.Kind.OBJECT, targets, String.valueOf(targets.items.size()), row.line(), 0);
        int first = row.cells().size();
        for (int i = row.cells().size() - 1; i >= 0; i--) {
            String text = CellText.strip(row.cells().get(i));
            first = text.isEmpty() ? first : i;
            String field = columns.get(i);
            CellFlaw flaw = field == null ? null : row.flaws().get(i);
            if (flaw != null && !(flaw.merged() && SHARED.contains(field))) {
                problems.error(row.line(), i + 1, "", flaw.code(), flaw.message());
            } else if (field != null && !CellText.isMissing(text)) {
                Node cell = new Node(Node.Kind.TEXT, target, field, row.line(), i + 1);
                cell.text = text;
                cells.put(field, cell);
            }
        }
        if (isPart(row, first)) {
            part = CellText.strip(row.cells().get(first));
            problems.warning(row.line(), first + 1, "", "PART_ROW", columns.containsValue("chapter")
                    ? "the row begins a part (" + CellText.shown(part) + "); it is left out"
                    : "the row begins a part (" + CellText.shown(part) + "); it is the chapter of the targets below");
            return;
        }
        String label = first < row.cells().size() ? CellText.strip(row.cells().get(first)) : "";
        boolean named = cells.containsKey("id") && !cells.get("id").text.equals(label);
        if (TableWords.isExample(label)) {
            problems.warning(row.line(), first + 1, "", "EXAMPLE_ROW", "the row is the example of a template; it is left out");
        } else if (!named && (SheetWords.isTotal(label) || SheetWords.isNote(label))) {
            problems.warning(row.line(), first + 1, "", "NOTE_ROW", "the row is a note (" + CellText.shown(label) + "); it is left out");
        } else if (row.cells().equals(header.cells())) {
            problems.warning(row.line(), first + 1, "", "HEADER_ROW", "the row has the headers again; it is left out");
        } else {
            target(target, cells);
            targets.items.add(target);
        }
    }

    /** Whether a row has one text, which begins a part of the ledger: 二、生态环境. */
    private static boolean isPart(TableRow row, int first) {
        return row.cells().stream().filter(it -> !CellText.strip(it).isEmpty()).count() == 1 && SheetWords.isSection(row.cells().get(first));
    }

    private void target(Node target, Map<String, Node> cells) {
        cells.forEach((field, cell) -> {
            switch (field) {
                case "id", "title", "note" -> put(target, cell, field, cell.text);
                case "due" -> put(target, cell, field, day(cell));
                case "binding" -> put(target, cell, field, TableWords.meant("binding", BINDINGS, cell.text).orElse(cell.text));
                default -> { }
            }
        });
        Node owner = new Node(Node.Kind.OBJECT, target, "owner", target.line, 0);
        Optional.ofNullable(cells.get("lead-unit")).ifPresent(it -> put(owner, it, "lead", it.text));
        Optional.ofNullable(cells.get("lead-official")).ifPresent(it -> put(owner, it, "official", it.text));
        Optional.ofNullable(cells.get("cooperating")).ifPresent(it -> {
            Node list = new Node(Node.Kind.LIST, owner, "cooperating", it.line, it.column);
            for (String one : BETWEEN.split(it.text, -1)) {
                item(list, it, one.strip());
            }
            owner.fields.putIfAbsent(list.key, list);
        });
        if (!owner.fields.isEmpty()) {
            target.fields.putIfAbsent(owner.key, owner);
        }
        goal(target, cells);
        Node chapter = cells.get("chapter");
        if (chapter != null) {
            clause(target, cells, chapter, chapter.text);
        } else if (!part.isEmpty() && !columns.containsValue("chapter")) {
            clause(target, cells, target, part);
        }
    }

    private void goal(Node target, Map<String, Node> cells) {
        Node require = cells.get("require");
        Node stage = cells.get("stage");
        Node kind = cells.get("kind");
        String bound = require == null ? "" : bound(require, cells.get("unit"));
        String word = kind == null ? require == null && stage != null ? "milestone" : usual(require, bound)
                : TableWords.meant("goal", KINDS, kind.text).orElse(kind.text);
        Node at = kind != null ? kind : require != null ? require : stage != null ? stage : target;
        Node goal = new Node(Node.Kind.OBJECT, target, "goal", at.line, at.column);
        target.fields.putIfAbsent(goal.key, goal);
        if (word.equals("milestone")) {
            put(goal, at, "kind", word);
            if (stage != null) {
                put(goal, stage, "stage", stage.text);
            }
            return;
        }
        if (!KINDS.contains(word)) {
            problems.error(at.line, at.column, "", "BAD_VALUE", "a table has no targets of the kind '" + word + "'; expected one of "
                    + String.join(", ", KINDS) + ", or the target in YAML" + Spelling.hint(word, KINDS));
        }
        put(goal, at, "kind", "amount");
        put(goal, at, "of", KINDS.contains(word) ? word : "total");
        if (require != null) {
            put(goal, require, "require", bound);
        }
    }

    /** How a target is measured that does not say it: shares and intensities as they stand, anything else added up. */
    private String usual(@Nullable Node require, String bound) {
        Optional<Bound> parsed = parsed(bound);
        if (require == null || parsed.isEmpty()) {
            return "total";
        }
        boolean level = parsed.get().unit().filter(it -> it.isShare() || it.symbol().contains("/")).isPresent();
        tally.add(require.line, require.column, "", "KIND_ASSUMED", level
                ? "nothing says how the target is measured (考核方式); a share or intensity is taken as it stands on a day (时点)"
                : "nothing says how the target is measured (考核方式); a figure is taken as a running total (累计)");
        return level ? "level" : "total";
    }

    /** What is required, with the unit of its column, its header or a title if it has none of its own. */
    private String bound(Node require, @Nullable Node column) {
        Matcher counted = COUNTED.matcher(TypedText.of(require.text).text());
        if (counted.find()) {
            declare(counted.group(1));
        }
        String header = headerUnits.getOrDefault(require.column - 1, "");
        if (column != null && !header.isEmpty() && !CellText.key(header).equals(CellText.key(column.text))) {
            problems.error(column.line, column.column, "", "UNIT", "the column of units says " + CellText.shown(column.text) + ", the header of the figure "
                    + CellText.shown(header) + "; expected one of them");
        }
        String unit = column != null ? column.text : header;
        if (unit.isEmpty() && titleUnits.size() == 1 && !hasUnit(require.text)) {
            unit = titleUnits.get(0);
            tally.add(require.line, require.column, "", "UNIT_OF_TITLE", "a figure without unit has that of the title above: " + unit);
        }
        declare(unit);
        return unit.isEmpty() || hasUnit(require.text) ? require.text : require.text + " " + unit;
    }

    /** What looks like a measure word is one, as in the list of units of a YAML file; 户 of 万户. */
    private void declare(String unit) {
        Matcher prefixed = PREFIXED.matcher(unit);
        String word = prefixed.matches() ? prefixed.group(1) : unit;
        if (WORD.matcher(word).matches() && units.find(word).isEmpty()) {
            units = units.with(word);
        }
    }

    private boolean hasUnit(String text) {
        return parsed(text).flatMap(Bound::unit).filter(it -> !it.equals(Unit.NONE)).isPresent();
    }

    private Optional<Bound> parsed(String text) {
        try {
            return Optional.of(Bound.parse(text, units));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A month, a quarter or a year is due on its last day; a day that is written otherwise stays as it is. */
    private String day(Node cell) {
        String plain = TypedText.of(cell.text).text();
        Optional<LocalDate> day = LedgerDay.of(cell.text, year);
        day.filter(it -> !plain.matches("[12][0-9]{3}[-年].*[0-9].*")).ifPresent(it -> tally.add(cell.line, cell.column, "", "DAY_FORM",
                "a deadline without its year or day is the last day that it names, in the year of the targets"));
        return day.map(LocalDate::toString).orElse(cell.text);
    }

    private void clause(Node target, Map<String, Node> cells, Node at, String chapter) {
        Node id = cells.get("id");
        if (id != null) {
            Node clause = new Node(Node.Kind.OBJECT, clauses, String.valueOf(clauses.items.size()), target.line, at.column);
            put(clause, at, "id", "row-" + target.line);
            put(clause, at, "document", DOCUMENT);
            put(clause, at, "chapter", chapter);
            put(clause, at, "quote", Optional.ofNullable(cells.get("title")).map(it -> it.text).orElse(id.text));
            put(clause, at, "at", String.valueOf(clauses.items.size()));
            Node of = new Node(Node.Kind.LIST, clause, "targets", target.line, id.column);
            item(of, id, id.text);
            clause.fields.putIfAbsent(of.key, of);
            clauses.items.add(clause);
        }
    }

    private void finish() {
        Node list = new Node(Node.Kind.LIST, root, "units", root.line, 0);
        units.measureWords().forEach(word -> item(list, root, word));
        root.fields.putIfAbsent(list.key, list);
        if (!clauses.items.isEmpty()) {
            Node documents = new Node(Node.Kind.LIST, root, "documents", root.line, 0);
            Node document = new Node(Node.Kind.OBJECT, documents, "0", root.line, 0);
            put(document, root, "id", DOCUMENT);
            documents.items.add(document);
            root.fields.putIfAbsent(documents.key, documents);
            root.fields.putIfAbsent(clauses.key, clauses);
        }
        root.fields.putIfAbsent(targets.key, targets);
    }

    private static void item(Node list, Node at, String text) {
        Node item = new Node(Node.Kind.TEXT, list, String.valueOf(list.items.size()), at.line, at.column);
        item.text = text;
        list.items.add(item);
    }

    private static void put(Node object, Node at, String key, String text) {
        Node field = new Node(Node.Kind.TEXT, object, key, at.line, at.column);
        field.text = text;
        object.fields.putIfAbsent(key, field);
    }
}
