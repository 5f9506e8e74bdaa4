package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.NumberColumn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes blocks in the order of the file into the rows read so far, and reads what was put aside with care. Not thread-safe. */
final class BlockRows {
    /** Hears of every row. */
    interface Listener {
        void begins(int line);

        /**
         * A row has ended.
         *
         * @param waiting rows that are not among the rows read so far yet; {@code take} puts them there
         */
        void ends(int waiting, Runnable take);
    }

    private static final Object PLAIN = new Object();

    private final RollRows rows;
    private final List<ColumnCells> found;
    private final Supplier<ProblemList> problems;
    private final Listener listener;

    private RollBlock block = new RollBlock(0);
    private int from;
    private int to;
    private int entry;
    private int nextCell;
    private int lines;

    /** @param lines how many lines come before the first block */
    BlockRows(RollRows rows, List<ColumnCells> found, int lines, Supplier<ProblemList> problems, Listener listener) {
        this.rows = rows;
        this.found = found;
        this.lines = lines;
        this.problems = problems;
        this.listener = listener;
    }

    /** How many lines there were so far. */
    int lines() {
        return lines;
    }

    /** Takes the rows of a block. */
    void take(RollBlock next) {
        block = next;
        rows.expect(next);
        from = 0;
        to = 0;
        nextCell = 0;
        int nextCareful = 0;
        for (int row = 0; row <= block.rows; row++) {
            for (; nextCareful < block.careful.size() && block.careful.get(nextCareful).before() == row; nextCareful++) {
                flush();
                careful(block.careful.get(nextCareful).row());
                from = row;
                to = row;
            }
            if (row < block.rows) {
                plain(row);
            }
        }
        flush();
        lines += block.lines;
    }

    private void careful(TableRow row) {
        listener.begins(lines + row.line());
        rows.read(new TableRow(lines + row.line(), row.cells(), row.broken()), problems.get());
        listener.ends(0, () -> { });
    }

    private void plain(int row) {
        int line = lines + block.line[row];
        listener.begins(line);
        if (block.doubt[row]) {
            doubtful(row, line);
        } else if (isNew(row, line)) {
            take(row);
        } else {
            leave(row);
        }
        listener.ends(to - from, this::flush);
    }

    private boolean isNew(int row, int line) {
        return rows.isNew(block.bytes, block.idFrom[row], block.idTo[row], line, problems.get());
    }

    private void take(int row) {
        entry = from == to ? rows.lastId() : entry;
        to = row + 1;
    }

    private void leave(int row) {
        flush();
        from = row + 1;
        to = from;
    }

    private void doubtful(int row, int line) {
        List<RollBlock.Cell> aside = new ArrayList<>();
        boolean reread = false;
        while (nextCell < block.cells.size() && block.cells.get(nextCell).row() == row) {
            RollBlock.Cell cell = block.cells.get(nextCell++);
            aside.add(cell);
            reread |= cell.text() != null && !cell.isKnown();
            if (cell.column() < 0) {
                rows.creditCode(id(row), line, problems.get());
            }
        }
        boolean isNew = isNew(row, line);
        @Nullable Object[] values = new Object[found.size()];
        boolean good = rows.values(values, (k, spot) -> cell(k, row, aside, spot), line, id(row), problems.get());
        if (isNew && good && !reread) {
            take(row);
            return;
        }
        leave(row);
        if (isNew && good) {
            alone(row, values);
        }
    }

    private String id(int row) {
        return text(block.idFrom[row], block.idTo[row]);
    }

    private String text(int start, int end) {
        return new String(block.bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private @Nullable Object cell(int k, int row, List<RollBlock.Cell> aside, Spot spot) throws ColumnCells.BadCell {
        for (RollBlock.Cell cell : aside) {
            if (cell.column() == k && cell.text() != null) {
                Object value = found.get(k).read(cell.text(), spot);
                return cell.isKnown() ? PLAIN : value;
            } else if (cell.column() == k) {
                found.get(k).moreDigits(spot);
            }
        }
        return block.values[k][row] == NumberColumn.MISSING ? null : PLAIN;
    }

    /** A row some cells of which were read again. */
    private void alone(int row, @Nullable Object[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = values[k] == PLAIN ? plain(k, row) : values[k];
        }
        rows.roll().add(rows.lastId(), values);
        rows.roll().name(text(block.nameFrom[row], block.nameTo[row]));
    }

    private Object plain(int k, int row) {
        return found.get(k).column().kind() == Symbol.Kind.TEXT ? block.texts.get(k).get((int) block.values[k][row])
                : BigDecimal.valueOf(block.values[k][row], block.places[k][row]);
    }

    private void flush() {
        if (from < to) {
            rows.roll().add(block, from, to, entry);
            from = to;
        }
    }
}
