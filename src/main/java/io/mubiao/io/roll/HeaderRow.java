package io.mubiao.io.roll;

import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.CsvRows;
import io.mubiao.io.internal.table.TitleUnits;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.EvaluationRule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the row of headers below the title of a sheet (表头), and gives the rows below it. Not thread-safe. */
final class HeaderRow {
    private static final int MOST_TITLES = 20;
    private static final int SHOWN = 3;

    private final CsvRows csv;
    private final EvaluationRule rule;
    private final CsvOptions options;
    private final ProblemList problems;
    private final Deque<TableRow> ahead = new ArrayDeque<>();
    private final List<TableRow> titles = new ArrayList<>();

    HeaderRow(CsvRows csv, EvaluationRule rule, CsvOptions options, ProblemList problems) {
        this.csv = csv;
        this.rule = rule;
        this.options = options;
        this.problems = problems;
    }

    /**
     * The row of headers: in the line given, else the first that is like one, else the first of all; null in an empty file.
     *
     * @throws GiveUp if no row begins in the line given
     */
    @Nullable TableRow find() throws IOException {
        return options.headerLine().isPresent() ? given(options.headerLine().getAsInt()) : guessed();
    }

    /** The units that the titles above the headers say. */
    List<String> titleUnits() {
        return TitleUnits.of(titles, RollHeader.fit(rule, options));
    }

    /** The next of the rows that were read in search of the headers; null behind them. */
    @Nullable TableRow ahead() {
        return ahead.poll();
    }

    /** The next row; null at the end. */
    @Nullable TableRow next() throws IOException {
        TableRow row = ahead.poll();
        return row != null ? row : csv.next();
    }

    private @Nullable TableRow given(int line) throws IOException {
        TableRow row = csv.next();
        while (row != null && row.line() < line) {
            row = csv.next();
        }
        if (row == null || row.line() != line) {
            problems.error(line, 0, "", "MISSING_HEADER", "no row begins in line " + line
                    + ", which is given as the line of the headers");
            throw new GiveUp();
        }
        return row;
    }

    private @Nullable TableRow guessed() throws IOException {
        List<TableRow> above = new ArrayList<>();
        TableRow row = csv.next();
        while (row != null && above.size() < MOST_TITLES && !RollHeader.isLike(row, rule, options)) {
            above.add(row);
            row = csv.next();
        }
        if (row != null && above.size() < MOST_TITLES) {
            tell(above, row);
            titles.addAll(above);
            return row;
        }
        ahead.addAll(above);
        if (row != null) {
            ahead.add(row);
        }
        return ahead.poll();
    }

    private void tell(List<TableRow> above, TableRow header) {
        if (!above.isEmpty()) {
            String texts = above.stream().limit(SHOWN).map(HeaderRow::text).collect(Collectors.joining(", "));
            problems.warning(above.get(0).line(), 1, "", "TITLE_ROWS", "the headers stand in line " + header.line() + "; "
                    + above.size() + (above.size() == 1 ? " row above is" : " rows above are") + " not read: " + texts
                    + (above.size() > SHOWN ? ", …" : ""));
        }
    }

    private static String text(TableRow row) {
        return CellText.shown(row.cells().stream().map(CellText::strip).filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" ")));
    }
}
