package io.mubiao.io.internal.table;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.ProblemList;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the headers of a table, which may stand below a title and in two rows, and gives the rows below them. Not thread-safe. */
public final class TableHeader implements TableRows {
    /** What the headers are looked for by. */
    public interface Fit {
        /** Whether a row can be the headers. */
        boolean isLike(TableRow row);

        /** Whether a header names a column that is looked for. */
        boolean knows(String header);

        /** Whether a text is a unit. */
        boolean isUnit(String text);
    }

    private static final int MOST_TITLES = 20;
    private static final int SHOWN = 3;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,]*%?|[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    private final TableRows rows;
    private final Fit fit;
    private final ProblemList problems;
    private final Deque<TableRow> ahead = new ArrayDeque<>();
    private @Nullable TableRow header;
    private boolean found;
    private boolean fits = true;
    private int width;
    private int outside;
    private int firstOutside;
    private int outsideCell;

    private TableHeader(TableRows rows, Fit fit, ProblemList problems) {
        this.rows = rows;
        this.fit = fit;
        this.problems = problems;
    }

    /**
     * The headers: in the rows given, else the first that are like some, else the first row of all.
     *
     * @throws GiveUp if nothing stands in the row given
     */
    public static TableHeader find(TableRows rows, SheetOptions options, Fit fit, ProblemList problems) throws IOException {
        TableHeader header = new TableHeader(rows, fit, problems);
        header.header = options.headerRow().isPresent() ? header.given(options.headerRow().getAsInt(), options.headerRows())
                : header.guessed();
        if (header.header != null) {
            header.width = width(header.header.cells());
            header.header = new TableRow(header.header.line(), header.header.cells().subList(0, header.width), "");
        }
        return header;
    }

    /** Gives the rows as they are, however wide. */
    public TableHeader asWideAsRows() {
        fits = false;
        return this;
    }

    /** The row of headers; null if the sheet is empty. */
    public @Nullable TableRow header() {
        return header;
    }

    /** Whether there is a row that is like headers. */
    public boolean isFound() {
        return found;
    }

    /** The next row that has anything below the headers, as wide as they are. */
    @Override
    public @Nullable TableRow next() throws IOException {
        while (true) {
            TableRow row = read();
            if (row == null) {
                tellOutside();
                return null;
            }
            TableRow fitted = fitted(row);
            if (!fitted.isBlank()) {
                return fitted;
            }
        }
    }

    private TableRow fitted(TableRow row) {
        List<String> cells = row.cells();
        if (cells.size() == width || !fits) {
            return row;
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (fitted.size() < width) {
            fitted.add("");
        }
        int used = width(cells);
        if (used > width) {
            firstOutside = outside == 0 ? row.line() : firstOutside;
            outsideCell = outside == 0 ? used : outsideCell;
            outside++;
        }
        row.flaws().keySet().removeIf(cell -> cell >= width);
        return new TableRow(row.line(), fitted, "", row.flaws());
    }

    private void tellOutside() {
        if (outside > 0) {
            problems.warning(firstOutside, outsideCell, "", "OUTSIDE", 
                    "what stands to the right of the last header is not read; so many rows have it: " + outside);
            outside = 0;
        }
    }

    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && CellText.strip(cells.get(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }

    private @Nullable TableRow read() throws IOException {
        TableRow row = ahead.poll();
        return row != null ? row : rows.next();
    }

    private @Nullable TableRow given(int line, int count) throws IOException {
        TableRow row = rows.next();
        while (row != null && row.line() < line) {
            row = rows.next();
        }
        if (row == null || row.line() != line) {
            problems.error(line, 0, "", "MISSING_HEADER", "nothing stands in row " + line + ", which is given as the row of the headers");
            throw new GiveUp();
        }
        found = true;
        TableRow second = count == 1 ? null : rows.next();
        if (second != null && second.line() != line + 1) {
            ahead.add(second);
            second = null;
        }
        return second == null ? flat(row) : both(row, second);
    }

    private @Nullable TableRow guessed() throws IOException {
        List<TableRow> above = new ArrayList<>();
        TableRow row = rows.next();
        TableRow first = row;
        while (row != null && above.size() < MOST_TITLES) {
            TableRow next = rows.next();
            TableRow flat = flat(row);
            boolean single = fit.isLike(flat);
            TableRow both = next != null && next.line() == row.line() + 1 && isMore(next)
                    && (single || !fit.isLike(flat(next))) ? both(row, next) : null;
            boolean two = both != null && fit.isLike(both) && (!single || known(both) > known(flat));
            if (single || two) {
                found = true;
                if (next != null && !two) {
                    ahead.add(next);
                }
                tell(above, row.line());
                return two ? both : flat;
            }
            above.add(row);
            row = next;
        }
        above.stream().skip(1).forEach(ahead::add);
        if (row != null && !above.isEmpty()) {
            ahead.add(row);
        }
        return first == null ? null : flat(first);
    }

    /** Whether a row can go on with the headers above it: no number, no total and no note is in it. */
    private boolean isMore(TableRow row) {
        return row.cells().stream().map(CellText::strip).filter(it -> !it.isEmpty())
                .noneMatch(it -> NUMBER.matcher(it).matches() || SheetWords.isTotal(it) || SheetWords.isNote(it));
    }

    private long known(TableRow row) {
        return row.cells().stream().filter(it -> !CellText.key(it).isEmpty()).filter(fit::knows).distinct().count();
    }

    private TableRow flat(TableRow row) {
        return new TableRow(row.line(), rows.across(row), "");
    }

    private TableRow both(TableRow first, TableRow second) {
        List<String> upper = rows.across(first);
        List<String> lower = rows.across(second);
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            boolean same = second.flaws().containsKey(i);
            headers.add(header(i < upper.size() ? CellText.strip(upper.get(i)) : "",
                    i < lower.size() && !same ? CellText.strip(lower.get(i)) : ""));
        }
        return new TableRow(first.line(), headers, "");
    }

    private String header(String upper, String lower) {
        if (upper.isEmpty() || lower.isEmpty()) {
            return upper + lower;
        }
        String bare = lower.replaceAll("^[(（\\[【](?:单位\\s*[:：])?|[)）\\]】]$", "");
        if (fit.isUnit(bare)) {
            return upper + "(" + bare + ")";
        }
        return fit.knows(upper + lower) || !fit.knows(lower) ? upper + lower : lower;
    }

    private void tell(List<TableRow> above, int line) {
        if (!above.isEmpty()) {
            String texts = above.stream().limit(SHOWN).map(TableHeader::text).collect(Collectors.joining(", "));
            problems.warning(above.get(0).line(), 1, "", "TITLE_ROWS", "the headers stand in line " + line + "; " + above.size()
                    + (above.size() == 1 ? " row above is" : " rows above are") + " not read: " + texts
                    + (above.size() > SHOWN ? ", …" : ""));
        }
    }

    private static String text(TableRow row) {
        return CellText.shown(row.cells().stream().map(CellText::strip).filter(it -> !it.isEmpty()).collect(Collectors.joining(" ")));
    }
}
