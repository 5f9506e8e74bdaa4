package io.mubiao.io.roll;

import com.google.common.base.CharMatcher;
import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NameColumn;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.internal.CreditCode;
import io.mubiao.land.internal.EnterpriseId;
import io.mubiao.text.internal.CellWords;
import io.mubiao.text.internal.Characters;
import io.mubiao.work.CostBudget;
import io.mubiao.work.Threads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows below a header; knows the ids of all of them. Not thread-safe. */
final class RollRows {
    private static final String MERGED = "a text of a merged cell holds for each of its rows";

    /** The cells of a row by the places of their columns. */
    interface Cells {
        @Nullable Object read(int k, Spot spot) throws ColumnCells.BadCell;
    }

    private final RollHeader header;
    private final EvaluationRule columns;
    private final SideRows sideRows;
    private final int longest;
    private final KnownIds ids = new KnownIds();
    private final NearIds near = new NearIds(ids);
    private final DoubtTally tally = new DoubtTally();
    private RollColumns roll;

    RollRows(RollHeader header, EvaluationRule rule, CostBudget limits) {
        this.header = header;
        sideRows = new SideRows(header, rule);
        longest = limits.characters();
        columns = EvaluationRule.builder(rule.id()).columns(header.columns()).checked().value();
        roll = new RollColumns(columns, header.found(), ids);
    }

    /** How many enterprises were read since the last roll was taken. */
    int size() {
        return roll.size();
    }

    /** What is being filled now. */
    RollColumns roll() {
        return roll;
    }

    /** Makes room for so many rows in all. */
    void reserve(int count) {
        ids.reserve(count);
        roll.reserve(count);
    }

    /** Says which rows will be read next. */
    void expect(RollBlock block, int from, int end) {
        ids.expect(block, from, end);
    }

    /** The number of the id that was new last. */
    int lastId() {
        return ids.last();
    }

    /** What was read since the last time; says what was counted. */
    Roll take(Threads threads, ProblemList problems) {
        tally.tell(problems);
        Roll read = roll.roll(threads);
        roll = new RollColumns(columns, header.found(), ids);
        return read;
    }

    /** Reads a row into the roll, or says why it is left out. */
    void read(TableRow row, ProblemList problems) {
        read(row, problems, roll::add);
    }

    /** Takes the values of a row. */
    interface Taker {
        void take(int entry, @Nullable Object[] values, String name);
    }

    /** As {@link #read(TableRow, ProblemList)}, for somebody who puts it into the roll. */
    void read(TableRow row, ProblemList problems, Taker taker) {
        int line = row.line();
        List<String> cells = unmarked(row.cells());
        if (!row.broken().isEmpty()) {
            problems.error(line, cells.size(), "", "SYNTAX", row.broken() + "; the row is left out");
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > longest) {
                problems.error(line, i + 1, "", "TOO_LONG", "the cell has " + cells.get(i).length()
                        + " characters, expected at most " + longest + "; the row is left out");
                return;
            }
        }
        if (sideRows.isOne(cells, line, problems)) {
            return;
        }
        if (cells.size() != header.width()) {
            problems.error(line, Math.min(cells.size(), header.width()), "", "CELLS", "the row has "
                    + cells.size() + " cells, expected " + header.width() + " as in the header; it is left out");
            return;
        }
        String id = hasFlaw(row, header.id(), problems) ? "" : id(cells, line, problems);
        boolean isNew = isNew(id, line, problems);
        @Nullable Object[] values = new Object[header.found().size()];
        boolean good = values(values, (k, spot) -> value(row, cells, header.found().get(k), spot), line, id, problems);
        if (isNew && good) {
            taker.take(ids.last(), values, name(row, cells, problems));
            if (cells != row.cells()) {
                tally.add(line, 0, "", "TEXT_MARK", "a spreadsheet's text marks ('E1, =\"E1\") are left out");
            }
        }
    }

    /** The cells without the mark by which a spreadsheet keeps a text a text: 'E1 and ="E1" are E1. */
    private static List<String> unmarked(List<String> cells) {
        List<String> unmarked = cells;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String plain = CellWords.withoutMark(cell);
            if (!plain.equals(cell)) {
                unmarked = unmarked == cells ? new ArrayList<>(cells) : unmarked;
                unmarked.set(i, plain);
            }
        }
        return unmarked;
    }

    /** The id in a row; empty, with a problem, if there is none that can be used. */
    private String id(List<String> cells, int line, ProblemList problems) {
        if (header.id() < 0) {
            return "";
        }
        int cell = header.id() + 1;
        String text = visible(CellText.strip(cells.get(header.id())), line, cell);
        String id = CharMatcher.ascii().matchesAllOf(CellText.half(text)) ? CellText.half(text) : text;
        if (text.codePoints().anyMatch(Characters::isControl)) {
            problems.error(line, cell, "", "HIDDEN_CHARACTER", "found the id " + CellText.shown(text)
                    + "; expected one without; the row is left out");
            return "";
        }
        if (CellText.isMissing(id)) {
            problems.error(line, cell, "", "NO_ID", "found " + CellText.shown(text)
                    + ", expected the id of an enterprise; the row is left out");
            return "";
        }
        if (EnterpriseId.isScientific(id)) {
            problems.error(line, cell, id, "SCIENTIFIC", "found " + CellText.shown(text) + ", expected an id; a"
                    + " spreadsheet has taken it for a number and lost its last digits; the row is left out");
            return "";
        }
        if (!id.equals(text)) {
            tally.add(line, cell, "", "FULL_WIDTH", "full-width characters are read as half-width ones");
        }
        return CreditCode.isLike(id) ? creditCode(id, line, problems) : id;
    }

    /** An id without the characters that nobody sees; two that look the same are the same. */
    private String visible(String id, int line, int cell) {
        if (id.codePoints().noneMatch(Characters::isInvisible)) {
            return id;
        }
        tally.add(line, cell, "", "INVISIBLE", "invisible characters in ids are left out");
        return id.codePoints().filter(it -> !Characters.isInvisible(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** A credit code as it is kept; says what is wrong with it. */
    String creditCode(String id, int line, ProblemList problems) {
        int cell = header.id() + 1;
        String code = CreditCode.inCapitals(id);
        if (!code.equals(id)) {
            tally.add(line, cell, "", "SMALL_LETTERS", "credit codes in small letters are read as in capitals");
        }
        String flaw = CreditCode.flaw(code);
        if (!flaw.isEmpty()) {
            problems.warning(line, cell, code, "BAD_CHECK_CHARACTER", "'" + code + "' is no credit code: " + flaw);
        }
        return code;
    }

    private boolean isNew(String id, int line, ProblemList problems) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        int hash = NameColumn.hash(utf8, 0, utf8.length);
        return utf8.length > 0 && isNew(utf8, 0, utf8.length, hash, NearIds.isOdd(utf8, 0, utf8.length), line, problems);
    }

    /** Whether the id of a plain row was in no row before. */
    boolean isNew(RollBlock block, int row, int line, ProblemList problems) {
        return isNew(block.bytes, block.idFrom[row], block.idTo[row], block.idHash[row], block.idOdd[row], line, problems);
    }

    private boolean isNew(byte[] utf8, int from, int to, int hash, boolean isOdd, int line, ProblemList problems) {
        int first = ids.put(utf8, from, to, hash, line);
        if (first > 0) {
            String id = new String(utf8, from, to - from, StandardCharsets.UTF_8);
            problems.error(line, header.id() + 1, id, "DUPLICATE", CellText.shown(id) + " is in line " + first
                    + " already; this row is left out");
            return false;
        }
        Optional<NearIds.Seen> other = near.find(utf8, from, to, isOdd, line);
        if (other.isPresent()) {
            String id = new String(utf8, from, to - from, StandardCharsets.UTF_8);
            problems.error(line, header.id() + 1, id, "NEAR_ID", CellText.shown(id) + " and " + CellText.shown(other.get().id()) + " in line "
                    + other.get().line() + " look like one enterprise; expected one row of an enterprise, or ids that differ by more than"
                    + " case, blanks, dashes and zeros around a number; this row is left out");
        }
        return other.isEmpty();
    }

    /** Reads the cells of a row; whether they can be read. */
    boolean values(@Nullable Object[] into, Cells cells, int line, String id, ProblemList problems) {
        List<String> missing = new ArrayList<>();
        int firstMissing = 0;
        boolean good = true;
        for (int k = 0; k < into.length; k++) {
            ColumnCells column = header.found().get(k);
            int cell = column.cell() + 1;
            try {
                into[k] = cells.read(k, new ToldSpot(line, cell, id, problems, tally));
                if (into[k] == null && column.column().otherwise().isEmpty()) {
                    firstMissing = missing.isEmpty() ? cell : firstMissing;
                    missing.add(column.column().header());
                }
            } catch (ColumnCells.BadCell e) {
                problems.error(line, cell, id, e.code, e.words + "; the row is left out");
                good = false;
            }
        }
        if (!missing.isEmpty()) {
            problems.warning(line, firstMissing, id, "MISSING", "nothing in " + missing);
        }
        return good;
    }

    /** Counts what is doubtful about a plain row none of whose cells is to be read again; for when warnings are only counted. */
    void count(RollBlock block, int row, List<RollBlock.Cell> aside, int line, ProblemList problems) {
        for (RollBlock.Cell cell : aside) {
            ColumnCells column = header.found().get(cell.column());
            if (cell.isKnown()) {
                problems.warning(line, 0, "", "NEGATIVE", "");
            } else {
                column.moreDigits(new ToldSpot(line, column.cell() + 1, "", problems, tally));
            }
        }
        boolean lacks = false;
        for (int k = 0; k < header.found().size(); k++) {
            lacks |= block.values[k][row] == NumberColumn.MISSING && header.found().get(k).column().otherwise().isEmpty();
        }
        if (lacks) {
            problems.warning(line, 0, "", "MISSING", "");
        }
    }

    private @Nullable Object value(TableRow row, List<String> cells, ColumnCells column, Spot spot) throws ColumnCells.BadCell {
        CellFlaw flaw = row.flaws().get(column.cell());
        if (flaw != null && !(flaw.merged() && column.column().kind() == Symbol.Kind.TEXT)) {
            throw new ColumnCells.BadCell(flaw.code(), "column '" + column.column().header() + "': " + flaw.message());
        }
        Object value = column.read(cells.get(column.cell()), spot);
        if (flaw != null) {
            spot.count(column.column().header(), flaw.code(), MERGED);
        }
        return value;
    }

    private boolean hasFlaw(TableRow row, int cell, ProblemList problems) {
        CellFlaw flaw = row.flaws().get(cell);
        if (flaw != null) {
            problems.error(row.line(), cell + 1, "", flaw.code(), flaw.message() + "; the row is left out");
        }
        return flaw != null;
    }

    private String name(TableRow row, List<String> cells, ProblemList problems) {
        int line = row.line();
        CellFlaw flaw = row.flaws().get(header.name());
        if (flaw != null && flaw.merged()) {
            tally.add(line, header.name() + 1, "", flaw.code(), MERGED);
        } else if (flaw != null) {
            problems.warning(line, header.name() + 1, "", flaw.code(), flaw.message() + "; the name is left empty");
        }
        String name = header.name() < 0 ? "" : CellText.strip(cells.get(header.name()));
        if (Characters.hasHidden(name)) {
            tally.add(line, header.name() + 1, "", "HIDDEN_CHARACTER", DoubtTally.HIDDEN + Characters.hidden(name));
        }
        return CellText.isMissing(name) ? "" : name;
    }
}
