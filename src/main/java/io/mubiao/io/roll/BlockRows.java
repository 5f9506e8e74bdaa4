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
    /** For so many rows memory is fetched at once. */
    private static final int AHEAD = 128;
    private static final int SLACK_PERCENT = 102;
    private static final long MOST_AHEAD = 4;
    private static final long CERTAIN = 32;
    private static final int MOST_ROOM = 1 << 28;

    private final RollRows rows;
    private final List<ColumnCells> found;
    private final Supplier<ProblemList> problems;
    private final Listener listener;
    private List<RollColumns.Piece> pieces = new ArrayList<>();

    private RollBlock block = new RollBlock(0);
    private int from;
    private int to;
    private int entry;
    private int nextCell;
    private int lines;
    private final long size;
    private long seen;
    private long bytes;
    private long room;

    /**
     * @param lines how many lines come before the first block
     * @param size of the whole in bytes, by which is guessed for how many rows room is made; 0 if that is not known
     */
    BlockRows(RollRows rows, List<ColumnCells> found, int lines, long size, Supplier<ProblemList> problems, Listener listener) {
        this.rows = rows;
        this.found = found;
        this.lines = lines;
        this.size = size;
        this.problems = problems;
        this.listener = listener;
    }

    /** How many lines there were so far. */
    int lines() {
        return lines;
    }

    /** What was taken and is in no column yet; from now on whoever asked puts it there. */
    List<RollColumns.Piece> release() {
        List<RollColumns.Piece> released = pieces;
        pieces = new ArrayList<>();
        return released;
    }

    /** The columns that are being filled. */
    RollColumns columns() {
        return rows.roll();
    }

    /** Puts what was taken into the columns. */
    void settle() {
        flush();
        List<RollColumns.Piece> all = release();
        for (int column = 0; column < columns().columns(); column++) {
            columns().fill(column, all);
        }
    }

    /** Takes the rows of a block. They come into the columns later. */
    void take(RollBlock next) {
        block = next;
        from = 0;
        to = 0;
        nextCell = 0;
        int nextCareful = 0;
        makeRoom();
        for (int row = 0; row <= block.rows; row++) {
            for (; nextCareful < block.careful.size() && block.careful.get(nextCareful).before() == row; nextCareful++) {
                flush();
                careful(block.careful.get(nextCareful).row());
                from = row;
                to = row;
            }
            if (row % AHEAD == 0) {
                rows.expect(block, row, Math.min(block.rows, row + AHEAD));
            }
            if (row < block.rows) {
                plain(row);
            }
        }
        flush();
        lines += block.lines;
    }

    /** Room for as many rows as the file seems to have; while only a small part of it is read, for not many more than there were. */
    private void makeRoom() {
        seen += block.rows + block.careful.size();
        bytes += block.end;
        if (seen > room && size > 0 && bytes > 0) {
            long expected = (long) ((double) seen * size * SLACK_PERCENT / bytes / 100);
            long most = seen > expected / CERTAIN ? expected : MOST_AHEAD * seen;
            room = Math.max(seen + (seen >> 3), Math.min(most, expected));
            rows.reserve((int) Math.min(MOST_ROOM, room));
        }
    }

    private void careful(TableRow row) {
        listener.begins(lines + row.line());
        rows.read(new TableRow(lines + row.line(), row.cells(), row.broken()), problems.get(), this::alone);
        listener.ends(0, this::settle);
    }

    private void plain(int row) {
        int line = lines + block.line[row];
        listener.begins(line);
        if (block.doubt[row]) {
            doubtful(row, line);
        } else {
            takeOrLeave(row, isNew(row, line));
        }
        listener.ends(to - from, this::settle);
    }

    private void alone(int id, @Nullable Object[] values, String name) {
        columns().entries(id, 1);
        pieces.add(RollColumns.Piece.alone(values, name));
    }

    private boolean isNew(int row, int line) {
        return rows.isNew(block, row, line, problems.get());
    }

    private void takeOrLeave(int row, boolean take) {
        if (take) {
            entry = from == to ? rows.lastId() : entry;
        } else {
            flush();
            from = row + 1;
        }
        to = row + 1;
    }

    private void doubtful(int row, int line) {
        int first = nextCell;
        boolean unread = false;
        boolean reread = false;
        while (nextCell < block.cells.size() && block.cells.get(nextCell).row() == row) {
            RollBlock.Cell cell = block.cells.get(nextCell++);
            unread |= cell.isUnread();
            reread |= cell.text() != null && !cell.isKnown();
            if (cell.column() < 0) {
                rows.creditCode(id(row), line, problems.get());
            }
        }
        List<RollBlock.Cell> aside = block.cells.subList(first, nextCell);
        boolean isNew = isNew(row, line);
        if (!unread && problems.get().onlyCounts()) {
            rows.count(block, row, aside, line, problems.get());
            takeOrLeave(row, isNew);
            return;
        }
        @Nullable Object[] values = new Object[found.size()];
        boolean good = rows.values(values, (k, spot) -> cell(k, row, aside, spot), line, id(row), problems.get());
        takeOrLeave(row, isNew && good && !reread);
        if (isNew && good && reread) {
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
        alone(rows.lastId(), values, text(block.nameFrom[row], block.nameTo[row]));
    }

    private Object plain(int k, int row) {
        return found.get(k).column().kind() == Symbol.Kind.TEXT ? block.texts.get(k).get((int) block.values[k][row])
                : BigDecimal.valueOf(block.values[k][row], block.places[k][row]);
    }

    private void flush() {
        if (from < to) {
            columns().entries(entry, to - from);
            pieces.add(RollColumns.Piece.of(block, from, to));
            from = to;
        }
    }
}
