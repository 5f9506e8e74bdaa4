package io.mubiao.io.internal.sheet;

import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellFlaw;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableRows;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet as texts. A value of a merged cell holds for each of its rows, with a flaw that says so. Not thread-safe. */
public final class SheetRows implements TableRows, AutoCloseable {
    /** A merged cell that the rows are in, and what it says. */
    private record Open(SheetScan.Merged cells, String text) {}

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<SheetScan.Merged> merged;
    private final Deque<SheetScan.Merged> later;
    private final List<Open> open = new ArrayList<>();
    private final boolean from1904;
    private final boolean unnumbered;
    private final boolean skipHidden;
    private final Supplier<ProblemList> problems;
    private int last;
    private int hidden;
    private int firstHidden;

    SheetRows(Stream<Row> stream, SheetScan scan, boolean from1904, boolean skipHidden, Supplier<ProblemList> problems) {
        this.stream = stream;
        rows = stream.iterator();
        merged = scan.merged().stream().filter(it -> it.lastRow() > it.firstRow() || it.lastCell() > it.firstCell())
                .sorted(Comparator.comparing(SheetScan.Merged::firstRow)).toList();
        later = new ArrayDeque<>(merged);
        unnumbered = scan.isUnnumbered();
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
    }

    private TableRow row(Row row, int number) {
        open.removeIf(it -> it.cells.lastRow() < number);
        List<String> texts = new ArrayList<>(row.getCellCount());
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            CellFlaw flaw = cell == null || cell.getType() == CellType.STRING ? null : SheetCell.flaw(cell);
            if (flaw != null) {
                flaws.put(i, flaw);
            }
            texts.add(cell == null || flaw != null ? "" : SheetCell.text(cell, from1904));
        }
        open.forEach(it -> continued(it, texts, flaws));
        while (!later.isEmpty() && later.peek().firstRow() <= number) {
            SheetScan.Merged next = later.poll();
            if (next.lastRow() > number && next.firstRow() == number && next.firstCell() <= texts.size()) {
                open.add(new Open(next, texts.get(next.firstCell() - 1)));
            }
        }
        return new TableRow(number, texts, "", flaws.isEmpty() ? Map.of() : flaws);
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
    public void close() {
        stream.close();
    }
}
