package io.mubiao.io.result;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.work.internal.Checkpoint;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/** Writes a table of CSV cell by cell. Not thread-safe. */
final class CsvCells {
    private static final int FULL = 1 << 13;

    private final Writer out;
    private final CharsetEncoder encoder;
    private final boolean isUnicode;
    private final int width;
    private final StringBuilder text = new StringBuilder(2 * FULL);
    private char[] chars = new char[2 * FULL];
    private int cells;
    private long row = -1;

    /** @param width how many cells a row has */
    CsvCells(Writer out, CharsetEncoder encoder, int width) {
        this.out = out;
        this.encoder = encoder;
        isUnicode = encoder.charset().name().startsWith("UTF");
        this.width = width;
    }

    /** Another one, whose rows begin with such a number, for {@link #take}. */
    CsvCells part(long first) {
        CsvCells part = new CsvCells(new CharArrayWriter(2 * FULL), encoder.charset().newEncoder(), width);
        part.row = first;
        return part;
    }

    /** Appends what a part holds. */
    void take(CsvCells part) throws IOException {
        part.flush();
        flush();
        ((CharArrayWriter) part.out).writeTo(out);
        row = part.row;
    }

    /** Writes a row, the first time the header. */
    void row(List<String> row) throws IOException {
        checkWidth(row.size());
        for (String cell : row) {
            cell(cell);
        }
        end();
    }

    private void checkWidth(int found) {
        checkArgument(found == width, "row %s has %s cells, expected %s as in the header", row, found, width);
    }

    void cell(String cell) {
        begin();
        if (cell.isEmpty()) {
            text.append(width == 1 ? "\"\"" : "");
            return;
        }
        int kind = CsvOut.kind(cell);
        if (kind == CsvOut.ODD || (kind == CsvOut.PLAIN_HAN && !isUnicode)) {
            check(cell);
        }
        if (kind == CsvOut.ODD) {
            CsvOut.append(text, cell, width == 1);
        } else {
            text.append(cell);
        }
    }

    /** A whole number from 0. */
    void number(long number) {
        begin();
        text.append(number);
    }

    private void begin() {
        if (cells++ > 0) {
            text.append(',');
        }
    }

    private void check(String cell) {
        checkArgument(encoder.canEncode(cell), "'%s' in %s cannot be written in %s", cell, row < 0 ? "the header" : "row " + row,
                encoder.charset());
    }

    /** Ends a row. */
    void end() throws IOException {
        Checkpoint.pass((int) ++row);
        text.append("\r\n");
        cells = 0;
        if (text.length() > FULL) {
            flush();
        }
    }

    void flush() throws IOException {
        if (text.length() > chars.length) {
            chars = new char[text.length()];
        }
        text.getChars(0, text.length(), chars, 0);
        out.write(chars, 0, text.length());
        text.setLength(0);
    }
}
