package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Policy;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.SheetWords;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells the rows of a sheet that are no enterprises: sums of others (合计) and notes (备注). What certainly is one is left
 * out with a warning; what may be one, or an enterprise, is left out with an error.
 */
final class SideRows {
    private enum Kind { ENTERPRISE, EXAMPLE, HEADERS, NUMBERS, UNITS, OTHER_UNITS, OTHER_HEADERS, TOTAL, PERHAPS_TOTAL, NOTE, PERHAPS_NOTE, NO_FIGURES, NOT_FILED }

    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]*[0-9A-Za-z][!-~]*|\\p{IsHan}{1,6}[-_#]?[0-9A-Za-z]+");

    private final RollHeader header;
    private final HeadRows heads;
    private final boolean neverMissing;
    private final boolean scoresNothing;
    private int rows;

    SideRows(RollHeader header, EvaluationRule rule) {
        this.header = header;
        heads = new HeadRows(header, rule.units());
        scoresNothing = rule.groups().stream().anyMatch(group -> !group.items().isEmpty() && group.items().stream()
                .allMatch(item -> item.missing().kind() == Policy.Kind.POINTS || item.missing().kind() == Policy.Kind.MEAN_SCORE));
        neverMissing = header.found().stream().noneMatch(it -> it.column().otherwise().isEmpty());
    }

    /** Whether a row is none of an enterprise, or may not be; the problems say so. */
    boolean isOne(List<String> cells, int line, ProblemList problems) {
        Kind kind = kind(cells);
        int first = (kind == Kind.TOTAL ? ofTotal(cells) : first(cells)) + 1;
        String shown = kind == Kind.ENTERPRISE ? "" : CellText.shown(CellText.strip(cells.get(first - 1)));
        switch (kind) {
            case TOTAL -> problems.warning(line, first, "", "TOTALS_ROW",
                    "the row holds totals (" + shown + "), not an enterprise; it is left out");
            case PERHAPS_TOTAL -> problems.error(line, first, "", "TOTALS_ROW", "the row may hold totals or an enterprise: "
                    + "one cell says that it sums up others, another that it does not; expected either; it is left out");
            case NOTE -> problems.warning(line, first, "", "NOTE_ROW",
                    "the row is a note (" + shown + "), not an enterprise; it is left out");
            case PERHAPS_NOTE -> problems.error(line, first, "", "NOTE_ROW", hasNumber(cells)
                    ? "the row may be a note or an enterprise: found " + shown + "; a number stands beside it; expected either; it is left out"
                    : "the row may be a note or an enterprise: found " + shown + "; the columns of the rule are empty; expected either; it is left out");
            case NO_FIGURES -> problems.error(line, first, "", "NO_FIGURES", "found " + shown + " and nothing in the columns"
                    + " of the rule, which would all be filled as the rule declares for empty cells; expected at least"
                    + " one figure; the row is left out");
            case NOT_FILED -> problems.error(line, first, "", "NO_FIGURES", "found " + shown + " and nothing in the columns"
                    + " of the rule, whose every item would be scored as the rule declares for missing figures; expected at least"
                    + " one figure; the row is left out");
            case HEADERS -> problems.warning(line, first, "", "HEADER_ROW", "the row has the headers again; it is left out");
            case OTHER_HEADERS -> problems.error(line, first, "", "OTHER_HEADERS", "the row has the headers in other places: another table begins here,"
                    + " whose rows would be read under the headers above; expected a sheet or file of its own; the row is left out");
            case NUMBERS -> problems.warning(line, first, "", "NUMBER_ROW", "the row numbers the columns (" + shown + "); it is left out");
            case UNITS -> problems.warning(line, first, "", "UNIT_ROW", "the row names the units of the columns (" + shown + "); it is left out");
            case OTHER_UNITS -> problems.error(line, first, "", "UNIT_ROW", "the row names the units of the columns, other ones than are read (" + shown
                    + "); write them in the headers, such as 税收(万元); the row is left out");
            case EXAMPLE -> problems.warning(line, first, "", "EXAMPLE_ROW", "the row is the example of a template; it is left out");
            case ENTERPRISE -> { }
        }
        return kind != Kind.ENTERPRISE;
    }

    /** The cell that says it: of id, name and the first that is filled. */
    private int ofTotal(List<String> cells) {
        return IntStream.of(header.id(), header.name()).filter(it -> it >= 0 && it < cells.size() && SheetWords.isTotal(cells.get(it))).findFirst()
                .orElseGet(() -> first(cells));
    }

    private Kind kind(List<String> cells) {
        String label = cells.get(first(cells));
        if (TableWords.isExample(label)) {
            return Kind.EXAMPLE;
        }
        if (cells.size() != header.width()) {
            return misplaced(cells, label);
        }
        HeadRows.Kind head = heads.kind(cells, ++rows <= HeadRows.FIRST);
        if (head != HeadRows.Kind.NONE) {
            return Kind.valueOf(head.name());
        }
        String id = at(cells, header.id());
        String name = at(cells, header.name());
        boolean isAlone = cells.stream().filter(it -> !CellText.strip(it).isEmpty()).count() == 1;
        if (isAlone && SheetWords.isLikeTotal(label)) {
            return Kind.TOTAL;
        }
        Kind total = total(id, name, label, first(cells));
        if (total != Kind.ENTERPRISE) {
            return total;
        }
        if (SheetWords.isSection(label) && name.isEmpty() && first(cells) == Math.max(header.id(), 0)) {
            return hasFigures(cells) ? Kind.PERHAPS_TOTAL : Kind.NOTE;
        }
        if (SheetWords.isNote(label) && (id.isEmpty() || first(cells) == header.id())) {
            return hasNumber(cells) ? Kind.PERHAPS_NOTE : Kind.NOTE;
        }
        return id.isEmpty() || hasFigures(cells) ? Kind.ENTERPRISE : withoutFigures(id, name);
    }

    /** A row of another width than the header: its cells cannot be told apart, its words can. */
    private static Kind misplaced(List<String> cells, String label) {
        List<String> others = cells.stream().map(CellText::strip).filter(it -> !it.isEmpty()).skip(1).toList();
        if ((SheetWords.isTotal(label) || (others.isEmpty() && SheetWords.isLikeTotal(label))) && others.stream().allMatch(it -> isNumber(it) || SheetWords.isCount(it))) {
            return Kind.TOTAL;
        }
        return SheetWords.isNote(label) && others.stream().noneMatch(SideRows::isNumber) ? Kind.NOTE : Kind.ENTERPRISE;
    }

    private Kind total(String id, String name, String label, int first) {
        if (SheetWords.isTotal(id)) {
            return saysNothing(name) ? Kind.TOTAL : Kind.PERHAPS_TOTAL;
        }
        if (SheetWords.isTotal(name)) {
            return saysNothing(id) ? Kind.TOTAL : Kind.PERHAPS_TOTAL;
        }
        if (header.name() >= 0 && name.isEmpty() && SheetWords.isStatistic(id)) {
            return Kind.TOTAL;
        }
        boolean beside = first != header.id() && first != header.name() && SheetWords.isTotal(label)
                && (id.isEmpty() || header.found().stream().noneMatch(it -> it.cell() == first));
        if (beside) {
            return saysNothing(id) && saysNothing(name) ? Kind.TOTAL : Kind.PERHAPS_TOTAL;
        }
        return SheetWords.isLikeTotal(id) || (id.isEmpty() && SheetWords.isLikeTotal(name))
                ? Kind.PERHAPS_TOTAL : Kind.ENTERPRISE;
    }

    /** Whether a cell beside a word for totals leaves no doubt: empty, the same word, or how many and where. */
    private static boolean saysNothing(String cell) {
        return cell.isEmpty() || SheetWords.isTotal(cell) || SheetWords.isCount(cell);
    }

    private Kind withoutFigures(String id, String name) {
        if (!IDENTIFIER.matcher(id).matches() && !SheetWords.isEnterprise(id) && !SheetWords.isEnterprise(name)) {
            return Kind.PERHAPS_NOTE;
        }
        return neverMissing ? Kind.NO_FIGURES : scoresNothing ? Kind.NOT_FILED : Kind.ENTERPRISE;
    }

    /** Whether there is anything in a column of the rule; where there is none, there is nothing to lack. */
    private boolean hasFigures(List<String> cells) {
        return header.found().isEmpty() || header.found().stream().anyMatch(it -> !at(cells, it.cell()).isEmpty());
    }

    private boolean hasNumber(List<String> cells) {
        return header.found().stream().filter(it -> it.column().kind() == Symbol.Kind.NUMBER)
                .anyMatch(it -> it.cell() < cells.size() && isNumber(cells.get(it.cell())));
    }

    /** Whether a cell is a number; a day is none. */
    private static boolean isNumber(String cell) {
        try {
            return NumberText.of(cell).unit().chars().noneMatch(it -> it >= '0' && it <= '9');
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A cell; empty if it is missing or not there. */
    private static String at(List<String> cells, int index) {
        String cell = index < 0 ? "" : CellText.strip(cells.get(index));
        return CellText.isMissing(cell) ? "" : cell;
    }

    private static int first(List<String> cells) {
        int first = 0;
        while (first < cells.size() - 1 && CellText.strip(cells.get(first)).isEmpty()) {
            first++;
        }
        return first;
    }
}
