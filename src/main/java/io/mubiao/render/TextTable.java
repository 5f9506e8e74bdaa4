package io.mubiao.render;

import io.mubiao.text.internal.Characters;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text whose columns line up in a terminal, Chinese or not: East Asian wide characters take two places.
 * Not thread-safe.
 */
final class TextTable {
    /** Where nothing is cut. */
    static final int ANY_WIDTH = Integer.MAX_VALUE;
    /** Id and name stay legible. */
    private static final int FIXED = 2;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> rightAligned;

    private TextTable(List<Integer> rightAligned) {
        this.rightAligned = rightAligned;
    }

    /** A table whose given columns (from 0) are aligned to the right. */
    public static TextTable rightAligned(Integer... columns) {
        return new TextTable(List.of(columns));
    }

    /** Adds a row; line ends and other hidden characters of a cell are shown as pictures or codes. */
    public TextTable add(String... cells) {
        Checkpoint.pass();
        rows.add(Arrays.stream(cells).map(Characters::shown).toList());
        return this;
    }

    /** How many places a text takes in a terminal. */
    public static int width(String text) {
        return text.codePoints().map(TextTable::places).sum();
    }

    private static int places(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0x303E)
                || (codePoint >= 0x3041 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** The columns' widths with these rows. */
    List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            Checkpoint.pass();
            for (int column = 0; column < row.size(); column++) {
                int width = width(row.get(column));
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        return widths;
    }

    /** The lines, as many of its columns as a terminal has room for, long cells cut. */
    List<String> lines(int width, Words words) {
        return width == ANY_WIDTH || rows.isEmpty() ? lines() : TerminalText.lines(new Grid("", List.of(), rows.get(0), FIXED, rows.stream().skip(1)
                .map(row -> row.stream().map(Grid.Cell::of).toList()).toList()), rightAligned::contains, width, words);
    }

    /** The lines, without trailing blanks. */
    public List<String> lines() {
        List<Integer> widths = widths();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            Checkpoint.pass();
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String blanks = " ".repeat(widths.get(column) - width(cell));
                line.append(column == 0 ? "" : "  ");
                line.append(rightAligned.contains(column) ? blanks + cell : cell + blanks);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
