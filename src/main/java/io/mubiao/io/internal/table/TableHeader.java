package io.mubiao.io.internal.table;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.text.internal.SheetWords;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the headers of a table, which may stand below titles, in up to three rows and with units below them, and gives the rows below them. Not thread-safe. */
public final class TableHeader implements TableRows {
    /** What the headers are looked for by. */
    public interface Fit {
        /** Whether a row can be the headers. */
        boolean isLike(TableRow row);

        /** Whether a header names a column that is looked for. */
        boolean knows(String header);

        /** Whether a text is a unit. */
        boolean isUnit(String text);

        /** A header that goes on with what the one above it says; empty if that says nothing of it. */
        default String under(String upper, String lower) {
            return "";
        }

        /** Whether headers are those of the table looked for rather than of one that holds the same and more. */
        default boolean isSure(TableRow header) {
            return false;
        }
    }

    private static final int MOST_TITLES = 20;
    private static final int MOST_ROWS = 3;
    private static final int SHOWN = 3;
    /** So many known headers a row has that is taken for headers though others lack. */
    private static final int FEWEST = 2;
    private static final Pattern NO_UNIT = Pattern.compile("[-—–/×*]*|(计量)?单位");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,]*%?|[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    private final TableRows rows;
    private final Fit fit;
    private final ProblemList problems;
    private final Deque<TableRow> ahead = new ArrayDeque<>();
    private final List<TableRow> titles = new ArrayList<>();
    private @Nullable TableRow header;
    private boolean found;
    private boolean fits = true;
    private boolean filled;
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
                if (!filled && header != null) {
                    filled = true;
                    tellEmpty(header, problems);
                }
                return null;
            }
            TableRow fitted = fitted(row);
            if (!fitted.isBlank()) {
                filled = true;
                return fitted;
            }
        }
    }

    @Override
    public void lend(RowBytes reader) throws IOException {
        if (ahead.isEmpty()) {
            rows.lend(reader);
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

    /** Tells that nothing stands below headers that are good. */
    public static void tellEmpty(TableRow header, ProblemList problems) {
        if (!problems.hasErrors()) {
            problems.warning(header.line(), 1, "", "NO_ROWS", "no row stands below the headers; there is nothing to read");
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
        return taken(row, below(row, count - 1).size());
    }

    private @Nullable TableRow guessed() throws IOException {
        List<TableRow> above = new ArrayList<>();
        TableRow row = read();
        TableRow first = row;
        while (row != null && above.size() < MOST_TITLES) {
            int more = more(row);
            if (more >= 0) {
                found = true;
                tell(above, row.line());
                titles.addAll(above);
                TableRow header = taken(row, more);
                boolean hasUnits = !peek(1).isEmpty() && isUnits(ahead.getFirst(), header);
                return hasUnits ? joined(header.line(), header.cells(), List.of(ahead.removeFirst())) : header;
            }
            above.add(row);
            row = read();
        }
        if (row != null && !above.isEmpty()) {
            ahead.addFirst(row);
        }
        return first == null ? null : likeliest(above.isEmpty() ? List.of(first) : above);
    }

    /** Of rows that are no headers the one with the most that are known, so that what lacks is said of it; else the first. */
    private TableRow likeliest(List<TableRow> above) {
        int best = 0;
        for (int i = 1; i < above.size(); i++) {
            long known = known(flat(above.get(i)));
            best = known >= FEWEST && known > known(flat(above.get(best))) ? i : best;
        }
        for (int i = above.size() - 1; i > best; i--) {
            ahead.addFirst(above.get(i));
        }
        titles.addAll(above.subList(0, best));
        tell(above.subList(0, best), above.get(best).line());
        return flat(above.get(best));
    }

    /** How many of the rows below go on with the headers that a row is; negative if it is none. */
    private int more(TableRow row) throws IOException {
        TableRow flat = flat(row);
        boolean single = fit.isLike(flat);
        if (!single && isTitle(flat)) {
            return -1;
        }
        int best = single ? 0 : -1;
        long most = single ? known(flat) : 0;
        List<TableRow> below = below(row, MOST_ROWS - 1);
        int merged = merged(row, below, single);
        TableRow reached = joined(row, below.subList(0, merged));
        if (merged > 0 && (single || fit.isLike(reached))) {
            best = merged;
            most = known(reached);
        }
        for (int count = merged + 1; count <= below.size() && isMore(below.get(count - 1)); count++) {
            TableRow joined = joined(row, below.subList(0, count));
            if (!single && fit.isLike(flat(below.get(count - 1)))) {
                break;
            }
            if (fit.isLike(joined) && (best < 0 || known(joined) > most)) {
                best = count;
                most = known(joined);
            }
        }
        return best;
    }

    /** Whether a row has no header that is known, and one word or one that says what it is: 单位：万元. */
    private boolean isTitle(TableRow flat) {
        List<String> texts = flat.cells().stream().map(CellText::key).filter(it -> !it.isEmpty()).distinct().toList();
        return known(flat) == 0 && (texts.size() == 1 || texts.stream().anyMatch(it -> it.indexOf(':') > 0));
    }

    /** How many of the rows below belong to the headers for certain: headers are merged down into them, or stand below headers merged across. */
    private int merged(TableRow row, List<TableRow> below, boolean single) {
        int down = 0;
        boolean known = false;
        for (int i = 0; i < row.cells().size(); i++) {
            String text = CellText.strip(row.cells().get(i));
            int rowsDown = text.isEmpty() ? 0 : rows.down(row, i);
            known |= rowsDown > 0 && fit.knows(text);
            down = Math.max(down, rowsDown);
        }
        if (known && down <= below.size()) {
            return down;
        }
        return single && !below.isEmpty() && isMore(below.get(0)) && isUnder(row, below.get(0)) ? 1 : 0;
    }

    /** Whether a row has texts for several columns of headers merged across, and none anywhere else. */
    private boolean isUnder(TableRow upper, TableRow lower) {
        List<String> across = rows.across(upper);
        int several = 0;
        for (int i = 0; i < lower.cells().size(); i++) {
            boolean continues = i < across.size() && isAcross(upper, across, i);
            boolean begins = i + 1 < across.size() && isAcross(upper, across, i + 1);
            boolean text = !CellText.strip(lower.cells().get(i)).isEmpty();
            if (text != (continues || begins)) {
                return false;
            }
            several += continues ? 1 : 0;
        }
        return several > 0;
    }

    private static boolean isAcross(TableRow row, List<String> across, int cell) {
        return !across.get(cell).isEmpty() && (cell >= row.cells().size() || CellText.strip(row.cells().get(cell)).isEmpty());
    }

    /** The rows right below one, at most so many, which stay to be read. */
    private List<TableRow> below(TableRow row, int most) throws IOException {
        List<TableRow> below = new ArrayList<>();
        for (TableRow it : peek(most)) {
            if (it.line() != row.line() + below.size() + 1) {
                break;
            }
            below.add(it);
        }
        return below;
    }

    private List<TableRow> peek(int count) throws IOException {
        while (ahead.size() < count) {
            TableRow next = rows.next();
            if (next == null) {
                break;
            }
            ahead.addLast(next);
        }
        return ahead.stream().limit(count).toList();
    }

    private TableRow taken(TableRow row, int more) {
        List<TableRow> below = new ArrayList<>();
        while (below.size() < more) {
            below.add(ahead.removeFirst());
        }
        return joined(row, below);
    }

    /** Whether a row can go on with the headers above it: no number, no total and no note is in it. */
    private boolean isMore(TableRow row) {
        return row.cells().stream().map(CellText::strip).filter(it -> !it.isEmpty())
                .noneMatch(it -> NUMBER.matcher(it).matches() || SheetWords.isTotal(it) || (SheetWords.isNote(it) && !fit.knows(it)));
    }

    /** Whether a row has units, and nothing else, for headers that have none. */
    private boolean isUnits(TableRow row, TableRow header) {
        boolean units = false;
        for (int i = 0; i < row.cells().size(); i++) {
            String text = StackedHeader.bare(CellText.strip(row.cells().get(i)));
            boolean unit = fit.isUnit(text);
            String above = i < header.cells().size() ? header.cells().get(i) : "";
            if (unit ? CellText.strip(above).isEmpty() || !new HeaderCell(above, i).unit().isEmpty() : !NO_UNIT.matcher(text).matches()) {
                return false;
            }
            units |= unit;
        }
        return units;
    }

    /** The units that the titles above the headers say (单位：万元、亩). */
    public List<String> titleUnits() {
        return TitleUnits.of(titles, fit);
    }

    /** What the titles above the headers say. */
    public List<String> titles() {
        return titles.stream().flatMap(row -> row.cells().stream()).map(CellText::strip).filter(it -> !it.isEmpty()).toList();
    }

    private long known(TableRow row) {
        return row.cells().stream().filter(it -> !CellText.key(it).isEmpty()).filter(fit::knows).distinct().count();
    }

    private TableRow flat(TableRow row) {
        return new TableRow(row.line(), rows.across(row), "");
    }

    private TableRow joined(TableRow first, List<TableRow> below) {
        List<String> across = rows.across(first);
        TableRow joined = joined(first.line(), across, below);
        List<String> headers = new ArrayList<>(joined.cells());
        for (int i = 1; i < across.size(); i++) {
            boolean added = isAcross(first, across, i) && headers.get(i).equals(CellText.strip(across.get(i)))
                    && !headers.get(i - 1).equals(headers.get(i)) && !headers.get(i - 1).isEmpty();
            if (added && across.get(i).equals(across.get(i - 1))) {
                headers.set(i, "");
            }
        }
        return new TableRow(joined.line(), headers, "");
    }

    private TableRow joined(int line, List<String> upper, List<TableRow> below) {
        List<String> headers = new ArrayList<>(upper);
        for (TableRow row : below) {
            List<String> lower = rows.across(row);
            for (int i = 0; i < lower.size(); i++) {
                CellFlaw flaw = row.flaws().get(i);
                if (i == headers.size()) {
                    headers.add("");
                }
                boolean same = flaw != null && (flaw.merged() || lower.get(i).equals(headers.get(i)));
                headers.set(i, StackedHeader.of(CellText.strip(headers.get(i)), same ? "" : CellText.strip(lower.get(i)), fit));
            }
        }
        return new TableRow(line, headers, "");
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
