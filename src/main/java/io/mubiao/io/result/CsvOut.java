package io.mubiao.io.result;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.text.internal.Characters;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes tables as CSV by RFC 4180 (CSV 输出), lines ending in CR LF. A cell that a spreadsheet would take for a formula
 * (it begins with = + - @ of any width, also behind blanks and invisible characters, with a tab or a line end, and is no
 * number) gets an apostrophe in front.
 */
public final class CsvOut {
    private static final String FORMULA = "=+-@";
    private static final String FRONT = "\t\r\n";
    private static final Pattern NUMBER = Pattern.compile("-{1,2}|[-+][0-9][0-9,]*+(\\.[0-9]++)?+%?");
    private static final ImmutableSet<Charset> MARKED =
            ImmutableSet.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    static final int PLAIN = 0;
    static final int PLAIN_HAN = 1;
    static final int ODD = 2;

    private CsvOut() {}

    /**
     * The table as text.
     *
     * @throws IllegalArgumentException if a row has more or fewer cells than the header
     */
    public static String write(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        append(text, header);
        for (int i = 0; i < rows.size(); i++) {
            Checkpoint.pass(i);
            check(header, rows.get(i), i);
            append(text, rows.get(i));
        }
        return text.toString();
    }

    /**
     * Writes the table into a file, in place of what is there.
     *
     * @param mark whether a byte order mark comes first; some spreadsheets take UTF-8 for GBK without it
     * @throws IllegalArgumentException if a row has more or fewer cells than the header, the encoding lacks a character
     *     of it, or has no byte order mark; nothing is written then
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Charset charset, boolean mark, List<String> header, List<List<String>> rows) {
        checkHasMark(charset, mark);
        CharsetEncoder encoder = charset.newEncoder();
        checkEncodes(encoder, header, -1);
        for (int i = 0; i < rows.size(); i++) {
            Checkpoint.pass(i);
            check(header, rows.get(i), i);
            checkEncodes(encoder, rows.get(i), i);
        }
        write(file, charset, mark, header, rows.stream());
    }

    /**
     * Writes a table of any size into a file, in place of what is there: each row as it comes, none is kept.
     *
     * @throws IllegalArgumentException as {@link #write(Path, Charset, boolean, List, List)}; the file is as it was, but a
     *     pipe or device may have got some of the rows
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Charset charset, boolean mark, List<String> header, Stream<List<String>> rows) {
        write(file, charset, mark, header, cells -> {
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext();) {
                cells.row(each.next());
            }
        });
    }

    /** What comes below a header. */
    interface Body {
        void writeTo(CsvCells cells) throws IOException;
    }

    static void write(Path file, Charset charset, boolean mark, List<String> header, Body body) {
        checkHasMark(charset, mark);
        AtomicFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, charset.newEncoder());
            writer.write(mark ? "\uFEFF" : "");
            CsvCells cells = new CsvCells(writer, charset.newEncoder(), header.size());
            cells.row(header);
            body.writeTo(cells);
            cells.flush();
            writer.flush();
        });
    }

    private static void checkHasMark(Charset charset, boolean mark) {
        checkArgument(!mark || MARKED.contains(charset), "%s has no byte order mark; expected one of %s", charset, MARKED);
    }

    private static void check(List<String> header, List<String> row, int index) {
        checkArgument(row.size() == header.size(), "row %s has %s cells, expected %s as in the header", index,
                row.size(), header.size());
    }

    private static void checkEncodes(CharsetEncoder encoder, List<String> cells, int row) {
        for (String cell : cells) {
            checkArgument(kind(cell) == PLAIN || encoder.canEncode(cell), "'%s' in %s cannot be written in %s", cell,
                    row < 0 ? "the header" : "row " + row, encoder.charset());
        }
    }

    private static void append(StringBuilder to, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            to.append(i == 0 ? "" : ",");
            append(to, cells.get(i), cells.size() == 1);
        }
        to.append("\r\n");
    }

    /** @param alone whether it is the only cell of its row */
    static void append(StringBuilder to, String cell, boolean alone) {
        to.append(kind(cell) == ODD ? quoted(harmless(cell), alone) : cell);
    }

    /** Whether a cell is written as it is: of ASCII, with Han characters too, or perhaps not. */
    static int kind(String cell) {
        int kind = PLAIN;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (c >= '\u4E00' && c <= '\u9FFF') {
                kind = PLAIN_HAN;
            } else if (!letter && (i == 0 || c <= ' ' || c >= 0x7F || c == ',' || c == '"')) {
                return ODD;
            }
        }
        return cell.isEmpty() ? ODD : kind;
    }

    private static String harmless(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        int at = 0;
        while (at < cell.length() && isPassedOver(cell.codePointAt(at))) {
            at += Character.charCount(cell.codePointAt(at));
        }
        boolean sign = at < cell.length() && isSign(cell.codePointAt(at)) && !NUMBER.matcher(cell.substring(at)).matches();
        return sign || FRONT.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static boolean isPassedOver(int character) {
        return Characters.isBlank(character) || Characters.isInvisible(character) || Characters.isControl(character);
    }

    /** Whether it begins a formula, in any of the forms in which Unicode has it (＝, ﹦, ⁼). */
    private static boolean isSign(int character) {
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return plain.length() == 1 && FORMULA.indexOf(plain.charAt(0)) >= 0;
    }

    private static String quoted(String cell, boolean alone) {
        boolean blankLine = cell.isEmpty() && alone;
        boolean plain = cell.equals(cell.strip()) && cell.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain && !blankLine ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
