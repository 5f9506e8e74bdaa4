package io.mubiao.io.result;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.text.Characters;
import io.mubiao.work.internal.Checkpoint;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

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
        checkArgument(!mark || MARKED.contains(charset), "%s has no byte order mark; expected one of %s", charset,
                MARKED);
        CharsetEncoder encoder = charset.newEncoder();
        checkEncodes(encoder, header, -1);
        for (int i = 0; i < rows.size(); i++) {
            check(header, rows.get(i), i);
            checkEncodes(encoder, rows.get(i), i);
        }
        AtomicFile.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, encoder.reset()));
            writer.write(mark ? "\uFEFF" : "");
            StringBuilder line = new StringBuilder();
            append(line, header);
            writer.append(line);
            for (List<String> row : rows) {
                Checkpoint.pass();
                line.setLength(0);
                append(line, row);
                writer.append(line);
            }
            writer.flush();
        });
    }

    private static void check(List<String> header, List<String> row, int index) {
        checkArgument(row.size() == header.size(), "row %s has %s cells, expected %s as in the header", index,
                row.size(), header.size());
    }

    private static void checkEncodes(CharsetEncoder encoder, List<String> cells, int row) {
        for (String cell : cells) {
            checkArgument(encoder.canEncode(cell), "'%s' in %s cannot be written in %s", cell,
                    row < 0 ? "the header" : "row " + row, encoder.charset());
        }
    }

    private static void append(StringBuilder to, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            to.append(i == 0 ? "" : ",").append(quoted(harmless(cells.get(i)), cells.size() == 1));
        }
        to.append("\r\n");
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
