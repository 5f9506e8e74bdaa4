package io.mubiao.io.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV text by RFC 4180. Not thread-safe. Our own and not jackson-dataformat-csv, which cannot go on after a
 * broken quote: here the row is reported with its line, and the next line is read as if nothing had happened.
 */
public final class CsvRows implements TableRows {
    private final CsvLines lines;
    private final int longestCell;

    private final List<String> more = new ArrayList<>();
    private List<String> before = List.of();
    private String line = "";
    private int at;

    public CsvRows(CsvLines lines, int longestCell) {
        this.lines = lines;
        this.longestCell = longestCell;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        TableRow row = read();
        while (row != null && row.isBlank()) {
            row = read();
        }
        return row;
    }

    private @Nullable TableRow read() throws IOException {
        String first = lines.take();
        if (first == null) {
            return null;
        }
        int start = lines.number();
        line = first;
        at = 0;
        more.clear();
        List<String> cells = new ArrayList<>(before.size());
        while (true) {
            int content = afterBlanks(at);
            String broken;
            if (content < line.length() && line.charAt(content) == '"') {
                at = content + 1;
                broken = quoted(cells);
            } else {
                broken = plain(cells);
            }
            if (!broken.isEmpty()) {
                lines.giveBack(more);
                return new TableRow(start, cells, broken);
            }
            if (at == line.length() || line.charAt(at) != ',') {
                before = cells;
                return new TableRow(start, cells, "");
            }
            at++;
        }
    }

    private String plain(List<String> cells) {
        int from = at;
        boolean quote = false;
        while (at < line.length() && line.charAt(at) != ',' && !isEnd(line.charAt(at))) {
            quote |= line.charAt(at) == '"';
            at++;
        }
        cells.add(cell(from, cells.size()));
        return quote ? "a quote inside a cell without quotes around it; expected them, and this one twice" : "";
    }

    /** One string for what stands again below itself. */
    private String cell(int from, int number) {
        String above = number < before.size() ? before.get(number) : "";
        return above.length() == at - from && line.startsWith(above, from) ? above : line.substring(from, at);
    }

    private String quoted(List<String> cells) throws IOException {
        StringBuilder cell = new StringBuilder();
        while (true) {
            if (at == line.length()) {
                String next = cell.length() > longestCell ? null : lines.take();
                if (next == null) {
                    cells.add(cell.toString());
                    return cell.length() > longestCell ? "a quote is opened and not closed within " + longestCell + " characters"
                            : "a quote is opened and not closed up to the end of the file";
                }
                more.add(next);
                line = next;
                at = 0;
                continue;
            }
            char c = line.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else {
                break;
            }
        }
        cells.add(cell.toString());
        at = afterBlanks(at);
        return at == line.length() || line.charAt(at) == ',' || isEnd(line.charAt(at)) ? ""
                : "found '" + line.charAt(at) + "' after the closing quote; expected a comma or the end of the line";
    }

    private int afterBlanks(int from) {
        int to = from;
        while (to < line.length() && (line.charAt(to) == ' ' || line.charAt(to) == '\t')) {
            to++;
        }
        return to;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
