package io.mubiao.io.register;

import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.target.Scale;
import io.mubiao.target.internal.StrengthWord;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a ledger of targets into the tree that other files of registers have, each cell with its place. Not thread-safe. */
final class RegisterTable {
    /** Texts that a merged cell may say for several rows. */
    private static final List<String> SHARED = List.of("chapter", "lead-unit", "lead-official", RegisterColumns.RESPONSIBLE, "cooperating", "unit",
            "due", "kind", "binding", "note");
    private static final List<String> KINDS = List.of("total", "level", "count", "milestone");
    private static final List<String> BINDINGS = List.of("binding", "expected");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；\\n]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final String STAGES = Scale.STAGES.steps().stream().map(it -> TableWords.of("stage", it, Locale.CHINESE)).collect(Collectors.joining(", "));
    /** Stands for a figure that is refused. */
    private static final String ANY = "1";
    private static final String DOCUMENT = "sheet";

    private final ProblemList problems;
    private final Node root;
    private final Node targets;
    private final Node clauses;
    private final RegisterColumns columns;
    private final LedgerFigure figures;
    private final OptionalInt year;
    private final DoubtTally tally = new DoubtTally();
    private String part = "";
    /** What a row has, but in cells that cannot be read. */
    private final Set<String> flawed = new HashSet<>();

    private RegisterTable(ProblemList problems, int line, RegisterColumns columns, List<String> titleUnits, OptionalInt year) {
        this.problems = problems;
        this.columns = columns;
        figures = new LedgerFigure(problems, columns, titleUnits, tally);
        this.year = year;
        root = new Node(Node.Kind.OBJECT, null, "", line, 0);
        targets = new Node(Node.Kind.LIST, root, "targets", line, 0);
        clauses = new Node(Node.Kind.LIST, root, "clauses", line, 0);
    }

    /** The tree of a ledger, with what it does not say itself. */
    static Node tree(TableHeader table, Map<String, String> mapped, String id, String title, ZoneId zone, Span period,
            ProblemList problems) throws IOException {
        TableRow header = table.header();
        if (header == null) {
            problems.error(0, 0, "", "EMPTY", "the table is empty; expected a row of headers");
            throw new ProblemList.GiveUp();
        }
        RegisterTable read = new RegisterTable(problems, header.line(), RegisterColumns.of(header, mapped, LedgerDay.year(period), problems), table.titleUnits(),
                LedgerDay.year(period));
        problems.headers(read.columns.headers());
        put(read.root, read.root, "register", id);
        put(read.root, read.root, "title", title);
        put(read.root, read.root, "zone", zone.getId());
        put(read.root, read.root, "period", period.toString());
        for (TableRow row = table.next(); row != null; row = table.next()) {
            Checkpoint.pass("line", row.line());
            read.row(row, header);
        }
        read.tally.tell(problems);
        read.finish();
        return read.root;
    }

    private void row(TableRow row, TableRow header) {
        AsideRow aside = AsideRow.of(row, header, columns.place("id") - 1, -1);
        int at = aside.cell() + 1;
        String shown = CellText.shown(aside.label());
        switch (aside.kind()) {
            case BLANK -> { }
            case PART -> {
                part = aside.label();
                problems.warning(row.line(), at, "", "PART_ROW", columns.has("chapter")
                        ? "the row begins a part (" + shown + "); it is left out"
                        : "the row begins a part (" + shown + "); it is the chapter of the targets below");
            }
            case EXAMPLE -> problems.warning(row.line(), at, "", "EXAMPLE_ROW", "the row is the example of a template; it is left out");
            case TOTAL, NOTE -> problems.warning(row.line(), at, "", "NOTE_ROW", "the row is a note (" + shown + "); it is left out");
            case NUMBERS -> problems.warning(row.line(), at, "", "NUMBER_ROW", "the row numbers the columns (" + shown + "); it is left out");
            case HEADERS -> problems.warning(row.line(), at, "", "HEADER_ROW", "the row has the headers again; it is left out");
            case NONE -> target(row);
        }
    }

    private void target(TableRow row) {
        flawed.clear();
        Map<String, Node> cells = new LinkedHashMap<>();
        Node target = new Node(Node.Kind.OBJECT, targets, String.valueOf(targets.items.size()), row.line(), columns.place("id"));
        for (int i = row.cells().size() - 1; i >= 0; i--) {
            String text = CellText.strip(row.cells().get(i));
            String field = columns.field(i);
            CellFlaw flaw = row.flaws().get(i);
            if (field != null && flaw != null && !(flaw.merged() && SHARED.contains(field))) {
                problems.error(row.line(), i + 1, columns.header(field), flaw.code(), flaw.message());
                flawed.add(field);
            } else if (field != null && !CellText.isMissing(text)) {
                Node cell = new Node(Node.Kind.TEXT, target, field, row.line(), i + 1);
                cell.text = text;
                cells.put(field, cell);
            }
        }
        complete(target, cells);
        target(target, cells);
        targets.items.add(target);
    }

    /** Tells what each target needs and this one has not; something else stands for it, so that the rest is looked at too. */
    private void complete(Node target, Map<String, Node> cells) {
        if (!cells.containsKey("id")) {
            missing(target, cells, "id", "row-" + target.line, "nothing stands under " + columns.header("id") + ", which each target needs");
        }
        if (isMilestone(cells) && !cells.containsKey("stage") && !cells.containsKey("require")) {
            missing(target, cells, "stage", Scale.STAGES.steps().get(0), "nothing stands under " + columns.header("stage")
                    + ", which a target of the kind 节点 (milestone) needs");
        } else if (!isMilestone(cells) && !cells.containsKey("require")) {
            missing(target, cells, "require", ANY, "nothing stands under " + columns.header("require")
                    + ", which each target but those of the kind 节点 (milestone) needs");
        }
    }

    /** What no column has is told where the headers stand, unless only rows of one kind need it. */
    private void missing(Node target, Map<String, Node> cells, String field, String instead, String message) {
        int place = columns.place(field);
        if (place > 0 && !flawed.contains(field)) {
            problems.error(target.line, place, columns.header(field), "MISSING_FIELD", message);
        } else if (place == 0 && !field.equals("id") && (columns.has("require") || columns.has("stage"))) {
            problems.error(target.line, columns.place("id"), columns.has("id") ? columns.header("id") : "", "MISSING_FIELD",
                    field.equals("stage")
                    ? "the ledger has no column " + columns.header(field) + ", which a target of the kind 节点 (milestone) needs"
                    : "the ledger has no column " + columns.header(field)
                            + ", which each target but those of the kind 节点 (milestone) needs");
        }
        Node cell = new Node(Node.Kind.TEXT, target, field, target.line, place > 0 ? place : columns.place("id"));
        cell.text = instead;
        cells.put(field, cell);
    }

    private static boolean isMilestone(Map<String, Node> cells) {
        Node kind = cells.get("kind");
        return kind == null ? !cells.containsKey("require") && cells.containsKey("stage")
                : TableWords.meant("goal", KINDS, kind.text).equals(Optional.of("milestone"));
    }

    private void target(Node target, Map<String, Node> cells) {
        cells.forEach((field, cell) -> {
            switch (field) {
                case "id", "title", "note" -> put(target, cell, field, cell.text);
                case "due" -> put(target, cell, field, day(cell));
                case "binding" -> binding(target, cell);
                default -> { }
            }
        });
        owner(target, cells);
        goal(target, cells);
        Node chapter = cells.get("chapter");
        if (chapter != null) {
            clause(target, cells, chapter, chapter.text);
        } else if (!part.isEmpty() && !columns.has("chapter")) {
            clause(target, cells, target, part);
        }
    }

    /** 约束性 or 预期性; under 性质 other words may stand, which say nothing of that. */
    private void binding(Node target, Node cell) {
        Optional<String> word = TableWords.meant("binding", BINDINGS, cell.text);
        if (word.isPresent() || TableWords.meant("strict", BINDINGS, columns.header("binding")).isPresent()) {
            put(target, cell, "binding", word.orElse(cell.text));
        } else {
            tally.add(cell.line, cell.column, columns.header("binding"), "NOT_READ", "neither 约束性 nor 预期性; the cell is not read");
        }
    }

    /** Units that answer beside one that leads cooperate; where none leads, the only one does. */
    private void owner(Node target, Map<String, Node> cells) {
        Node owner = new Node(Node.Kind.OBJECT, target, "owner", target.line, 0);
        Node beside = cells.get(RegisterColumns.RESPONSIBLE);
        boolean leads = beside != null && !cells.containsKey("lead-unit") && !BETWEEN.matcher(beside.text).find();
        Node lead = leads ? beside : cells.get("lead-unit");
        if (lead != null) {
            put(owner, lead, "lead", lead.text);
        }
        Optional.ofNullable(cells.get("lead-official")).ifPresent(it -> put(owner, it, "official", it.text));
        Map<String, Node> others = new LinkedHashMap<>();
        Stream.of(Optional.ofNullable(leads ? null : beside), Optional.ofNullable(cells.get("cooperating"))).flatMap(Optional::stream)
                .forEach(it -> BETWEEN.splitAsStream(it.text).map(String::strip).filter(one -> !one.isEmpty()).filter(one -> lead == null || !one.equals(lead.text))
                        .forEach(one -> others.putIfAbsent(one, it)));
        if (!others.isEmpty()) {
            Node first = others.values().iterator().next();
            Node list = new Node(Node.Kind.LIST, owner, "cooperating", first.line, first.column);
            others.forEach((one, it) -> item(list, it, one));
            owner.fields.putIfAbsent(list.key, list);
        }
        if (!owner.fields.isEmpty()) {
            target.fields.putIfAbsent(owner.key, owner);
        }
    }

    private void goal(Node target, Map<String, Node> cells) {
        Node require = cells.get("require");
        Node stage = cells.get("stage");
        Node kind = cells.get("kind");
        strength(target, require);
        String title = cells.containsKey("title") ? cells.get("title").text : "";
        String bound = require == null ? "" : figures.bound(require, cells.get("unit"), title);
        String word = isMilestone(cells) ? "milestone" : kind == null ? figures.kind(require, bound, title)
                : TableWords.meant("goal", KINDS, kind.text).orElse(kind.text);
        Node at = kind != null ? kind : require != null ? require : stage != null ? stage : target;
        Node goal = new Node(Node.Kind.OBJECT, target, "goal", at.line, at.column);
        target.fields.putIfAbsent(goal.key, goal);
        if (word.equals("milestone")) {
            put(goal, at, "kind", word);
            Node reached = stage == null ? require : stage;
            if (reached != null) {
                put(goal, reached, "stage", TableWords.meant("stage", Scale.STAGES.steps(), reached.text).orElse(reached.text));
            }
            return;
        }
        if (!KINDS.contains(word)) {
            problems.error(at, "BAD_VALUE", "a table has no targets of the kind '" + word + "'; expected one of 累计 (total), 时点 (level), 计数 (count),"
                    + " 节点 (milestone), or the target in YAML" + Spelling.hint(word, KINDS));
        }
        put(goal, at, "kind", "amount");
        put(goal, at, "of", KINDS.contains(word) ? word : "total");
        if (require != null && !DIGIT.matcher(TypedText.of(require.text).text()).find()) {
            problems.error(require, "BAD_VALUE", "found " + CellText.shown(require.text)
                    + ", which has no number; expected such as 62 个 or ≥84.5%; what is to be reached once has 节点 under 考核方式 and one of "
                    + STAGES + " under 节点");
            put(goal, require, "require", ANY);
        } else if (require != null) {
            put(goal, require, "require", bound);
        }
    }

    /** A word in front of a figure, such as 力争, is no part of it. */
    private void strength(Node target, @Nullable Node require) {
        Optional<StrengthWord> strong = require == null ? Optional.empty()
                : StrengthWord.of(TypedText.of(require.text).text()).filter(it -> DIGIT.matcher(it.rest()).find());
        if (require != null && strong.isPresent()) {
            StrengthWord it = strong.get();
            put(target, require, "strength", it.strength());
            put(target, require, "verb", it.word());
            require.text = it.rest();
            tally.add(require.line, require.column, columns.header("require"), "STRENGTH_OF_WORD", "'" + it.word()
                    + "' in front of a figure says how strongly it is meant (" + it.strength() + "); the figure is read without it");
        }
    }

    /** A month, a quarter or a year is due on its last day; a day that is written otherwise stays as it is. */
    private String day(Node cell) {
        String plain = TypedText.of(cell.text).text();
        Optional<LocalDate> day = LedgerDay.of(cell.text, year);
        day.filter(it -> !plain.matches("[12][0-9]{3}[-年].*[0-9].*")).ifPresent(it -> tally.add(cell.line, cell.column,
                columns.header("due"), "DAY_FORM",
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
        figures.units().measureWords().forEach(word -> item(list, root, word));
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
