package io.mubiao.io.internal.sheet;

import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableRows;
import io.mubiao.problem.Place;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet as texts. A value of a merged cell holds for each of its rows, with a flaw that says so. Not thread-safe. */
public final class SheetRows implements TableRows, AutoCloseable {
    /** A merged cell that the rows are in, and what it says. */
    private record Open(SheetScan.Merged cells, String text) {}

    private static final NumberPicture TEXT = NumberPicture.of(null, null);
    private static final int SHOWN = 20;

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<SheetScan.Merged> merged;
    private final Deque<SheetScan.Merged> later;
    private final List<Open> open = new ArrayList<>();
    private final List<SheetScan.Merged> wide = new ArrayList<>();
    private final boolean from1904;
    private final int dayRow;
    private final int dayCell;
    private final boolean unnumbered;
    private final boolean skipHidden;
    private final Supplier<ProblemList> problems;
    private int last;
    private int hidden;
    private int firstHidden;
    private final boolean unworked;
    private final BitSet hiddenCells;
    private final BitSet hiddenRead = new BitSet();
    private int firstHiddenCell;
    private final Map<Integer, NumberPicture> pictures = new HashMap<>();

    SheetRows(Stream<Row> stream, SheetScan scan, boolean from1904, boolean skipHidden, Supplier<ProblemList> problems) {
        this.stream = stream;
        rows = stream.iterator();
        merged = scan.merged().stream().filter(it -> it.lastRow() > it.firstRow() || it.lastCell() > it.firstCell())
                .sorted(Comparator.comparing(SheetScan.Merged::firstRow)).toList();
        later = new ArrayDeque<>(merged);
        unnumbered = scan.isUnnumbered();
        unworked = scan.isUnworked();
        hiddenCells = scan.hiddenCells();
        dayRow = (int) (scan.dayCell() >> 32);
        dayCell = (int) scan.dayCell();
        this.from1904 = from1904;
        this.skipHidden = skipHidden;
        this.problems = problems;
    }

    @Override
    public @Nullable TableRow next() {
        while (true) {
            Row row = read();
            if (row == null) {
                tellHidden();
                return null;
            }
            int number = unnumbered ? last + 1 : row.getRowNum();
            TableRow texts = row(row, number);
            last = number;
            if (texts.isBlank()) {
                continue;
            }
            if (row.isHidden()) {
                firstHidden = hidden == 0 ? number : firstHidden;
                hidden++;
            }
            if (!row.isHidden() || !skipHidden) {
                return texts;
            }
        }
    }

    /** The library says in many ways that it cannot go on. */
    private @Nullable Row read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            Checkpoint.pass("row", last);
            if (dayRow > last && SheetBook.cause(e).endsWith(": d'")) {
                problems.get().error(dayRow, dayCell, "", "DAY_CELL",
                        "the cell holds a day in a form of workbooks that is not read (t=\"d\");"
                        + " open the workbook in a spreadsheet and save it again, or type the day as a text");
                throw new GiveUp();
            }
            problems.get().error(last + 1, 0, "", "DAMAGED", "the sheet cannot be read further than row " + last + ": "
                    + SheetBook.cause(e));
            throw new GiveUp();
        }
    }

    private void tellHidden() {
        if (hidden > 0) {
            problems.get().warning(firstHidden, 1, "", "HIDDEN_ROWS", (skipHidden
                    ? "rows that the sheet hides are left out, as asked: " : "rows that the sheet hides are read like the others: ")
                    + hidden);
            hidden = 0;
        }
        if (!hiddenRead.isEmpty()) {
            String cells = hiddenRead.stream().limit(SHOWN).mapToObj(it -> new Place("", 1, it + 1, "").cell().replaceAll("[0-9]", ""))
                    .collect(Collectors.joining(", "));
            problems.get().warning(firstHiddenCell, hiddenRead.nextSetBit(0) + 1, "", "HIDDEN_COLUMNS",
                    "columns that the sheet hides are read like the others: " + cells);
            hiddenRead.clear();
        }
    }

    private TableRow row(Row row, int number) {
        open.removeIf(it -> it.cells.lastRow() < number);
        wide.removeIf(it -> it.lastRow() < number);
        List<String> texts = new ArrayList<>(row.getCellCount());
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            NumberPicture picture = cell == null || cell.getType() == CellType.STRING ? TEXT : pictures.computeIfAbsent(
                    Objects.requireNonNullElse(cell.getDataFormatId(), 0), id -> NumberPicture.of(cell.getDataFormatId(), cell.getDataFormatString()));
            CellFlaw flaw = cell == null || cell.getType() == CellType.STRING ? null : SheetCell.flaw(cell, picture, unworked);
            if (flaw != null) {
                flaws.put(i, flaw);
            }
            texts.add(cell == null || flaw != null ? "" : SheetCell.text(cell, picture, from1904));
            if (hiddenCells.get(i) && !texts.get(i).isEmpty()) {
                firstHiddenCell = hiddenRead.isEmpty() ? number : firstHiddenCell;
                hiddenRead.set(i);
            }
        }
        open.forEach(it -> continued(it, texts, flaws));
        while (!later.isEmpty() && later.peek().firstRow() <= number) {
            SheetScan.Merged next = later.poll();
            if (next.lastRow() > number && next.firstRow() == number && next.firstCell() <= texts.size()) {
                open.add(new Open(next, texts.get(next.firstCell() - 1)));
            }
            if (next.lastCell() > next.firstCell() && next.lastRow() >= number) {
                wide.add(next);
            }
        }
        wide.forEach(it -> across(it, texts, flaws));
        return new TableRow(number, texts, "", flaws.isEmpty() ? Map.of() : flaws);
    }

    /** A cell over several columns belongs to the first; the others have none of their own. */
    private static void across(SheetScan.Merged it, List<String> texts, Map<Integer, CellFlaw> flaws) {
        String text = it.firstCell() <= texts.size() ? texts.get(it.firstCell() - 1) : "";
        for (int at = it.firstCell(); !text.isEmpty() && at < it.lastCell(); at++) {
            if (at == texts.size()) {
                texts.add("");
            }
            flaws.put(at, new CellFlaw("MERGED", "the cell is merged with the one to its left, which has " + CellText.shown(text)
                    + "; it needs one of its own", false));
        }
    }

    private static void continued(Open it, List<String> texts, Map<Integer, CellFlaw> flaws) {
        int at = it.cells.firstCell() - 1;
        if (it.text.isEmpty()) {
            return;
        }
        while (texts.size() <= at) {
            texts.add("");
        }
        texts.set(at, it.text);
        flaws.put(at, new CellFlaw("MERGED", "the cell is merged over rows " + it.cells.firstRow() + " to " + it.cells.lastRow()
                + "; expected one in each row", true));
    }

    @Override
    public List<String> across(TableRow row) {
        List<String> texts = new ArrayList<>(row.cells());
        for (SheetScan.Merged it : merged) {
            if (it.firstRow() <= row.line() && it.lastRow() >= row.line() && it.firstCell() <= texts.size()) {
                for (int cell = it.firstCell(); cell < it.lastCell() && cell < Math.max(texts.size(), it.lastCell()); cell++) {
                    if (cell == texts.size()) {
                        texts.add("");
                    }
                    texts.set(cell, texts.get(it.firstCell() - 1));
                }
            }
        }
        return texts;
    }

    @Override
    public int down(TableRow row, int cell) {
        return merged.stream().filter(it -> it.firstRow() == row.line() && it.firstCell() == cell + 1).mapToInt(it -> it.lastRow() - it.firstRow())
                .max().orElse(0);
    }

    @Override
    public void close() {
        stream.close();
    }
}
