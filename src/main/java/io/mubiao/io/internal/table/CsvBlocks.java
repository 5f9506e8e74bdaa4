package io.mubiao.io.internal.table;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV text as {@link CsvRows} gives them, from its bytes in UTF-8, which can be had in place of rows. Not thread-safe.
 */
public final class CsvBlocks implements TableRows {
    private final LineBlocks blocks;
    private final LineBlock block = new LineBlock();
    private final ByteLines lines = new ByteLines();
    private final CsvRows rows;
    private int at;
    /** How many lines come before the place where it is. */
    private int before;

    public CsvBlocks(LineBlocks blocks, int longestCell) {
        this.blocks = blocks;
        rows = new CsvRows(lines, longestCell);
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        while (isMore()) {
            lines.begin(block.bytes, at, block.end, before);
            TableRow row = rows.next();
            if (row != null && lines.ranOut() && !block.last) {
                before = row.line() - 1;
                goOn(Arrays.copyOfRange(block.bytes, lines.start(row.line()), block.end));
            } else {
                before = lines.number();
                at = lines.at();
                if (row != null) {
                    return row;
                }
            }
        }
        return null;
    }

    @Override
    public void lend(RowBytes reader) throws IOException {
        while (isMore()) {
            int behind = reader.take(block.bytes, at, before + 1);
            if (behind < 0) {
                return;
            }
            at = ByteLines.after(block.bytes, behind, block.end);
            before++;
        }
    }

    /** Whether there is a line. */
    private boolean isMore() throws IOException {
        boolean more = true;
        while (at == block.end && more) {
            more = next(before);
        }
        return more;
    }

    /** The next block, behind so many lines; false if there is none. */
    private boolean next(int behind) throws IOException {
        if (block.tooLong) {
            throw new CsvLines.TooLong(behind + 1, blocks.longest());
        }
        boolean more = blocks.next(block);
        at = more ? 0 : at;
        return more;
    }

    /** Puts the next block behind a row that does not end here. */
    private void goOn(byte[] unfinished) throws IOException {
        while (lines.take() != null) {
            // The lines that the row gave back count too.
        }
        if (next(lines.number())) {
            LineBlocks.prepend(block, unfinished);
        }
    }
}
