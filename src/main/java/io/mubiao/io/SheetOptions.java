package io.mubiao.io;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.work.CostBudget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** How a sheet of a workbook is read (表格读取选项). Immutable; {@link #DEFAULT} finds sheet, headers and columns by itself. */
public final class SheetOptions {
    /** The only sheet that fits, its headers as they stand, rows that the sheet hides too, under the budget in force. */
    public static final SheetOptions DEFAULT =
            new SheetOptions(Optional.empty(), ImmutableMap.of(), 0, 1, false, Optional.empty(), rows -> { });

    private static final int MOST_HEADERS = 3;

    private final Optional<String> sheet;
    private final ImmutableMap<String, String> headers;
    private final int headerRow;
    private final int headerRows;
    private final boolean skipHidden;
    private final Optional<CostBudget> budget;
    private final LongConsumer progress;

    private SheetOptions(Optional<String> sheet, ImmutableMap<String, String> headers, int headerRow, int headerRows,
            boolean skipHidden, Optional<CostBudget> budget, LongConsumer progress) {
        this.sheet = sheet;
        this.headers = headers;
        this.headerRow = headerRow;
        this.headerRows = headerRows;
        this.skipHidden = skipHidden;
        this.budget = budget;
        this.progress = progress;
    }

    /** These options with the name of the sheet (表名), which may be a hidden one. */
    public SheetOptions sheet(String name) {
        return new SheetOptions(Optional.of(name), headers, headerRow, headerRows, skipHidden, budget, progress);
    }

    /**
     * These options with the header under which a sheet has a column.
     *
     * @param columnId the id of a column
     * @param headerInSheet the header with or without its unit; blanks and the width of characters do not matter
     * @throws IllegalArgumentException if the header is blank
     */
    public SheetOptions header(String columnId, String headerInSheet) {
        checkArgument(!CellText.key(headerInSheet).isEmpty(), "the header of column '%s' must not be blank", columnId);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(requireNonNull(columnId, "columnId"), headerInSheet);
        return new SheetOptions(sheet, ImmutableMap.copyOf(all), headerRow, headerRows, skipHidden, budget, progress);
    }

    /** These options with the one row in which the headers stand; see {@link #headerRow(int, int)}. */
    public SheetOptions headerRow(int row) {
        return headerRow(row, 1);
    }

    /**
     * These options with the rows in which the headers stand (表头所在行); what stands above them is not read. Without it the
     * first of the first rows are taken that have the headers looked for, and up to two below that go on with them.
     *
     * @param first the first row of headers, from 1 as the spreadsheet counts
     * @param rows how many, 1 to 3
     * @throws IllegalArgumentException if there are no such rows
     */
    public SheetOptions headerRow(int first, int rows) {
        checkArgument(first >= 1, "the row of the headers must be at least 1, got %s", first);
        checkArgument(rows >= 1 && rows <= MOST_HEADERS, "headers have 1 to 3 rows, got %s", rows);
        return new SheetOptions(sheet, headers, first, rows, skipHidden, budget, progress);
    }

    /** These options without the rows that the sheet hides (不读隐藏行), filtered ones too; how many they were is told. */
    public SheetOptions withoutHiddenRows() {
        return new SheetOptions(sheet, headers, headerRow, headerRows, true, budget, progress);
    }

    /** These options under a budget. A part of the workbook may have 16 times its bytes when it is unzipped. */
    public SheetOptions budget(CostBudget most) {
        return new SheetOptions(sheet, headers, headerRow, headerRows, skipHidden, Optional.of(most), progress);
    }

    /**
     * These options with somebody who hears now and then, and at the end, how many rows were read so far (读取进度). A listener
     * that throws ends the reading: what it throws reaches the caller.
     */
    public SheetOptions progress(LongConsumer rows) {
        return new SheetOptions(sheet, headers, headerRow, headerRows, skipHidden, budget, requireNonNull(rows, "rows"));
    }

    /** The name of the sheet, if it is given. */
    public Optional<String> sheet() {
        return sheet;
    }

    /** The headers given, by column id. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The first row of headers, if it is given. */
    public OptionalInt headerRow() {
        return headerRow == 0 ? OptionalInt.empty() : OptionalInt.of(headerRow);
    }

    /** How many rows of headers there are where the first is given. */
    public int headerRows() {
        return headerRows;
    }

    /** Whether rows that the sheet hides are left out. */
    public boolean skipsHiddenRows() {
        return skipHidden;
    }

    /** How much is read, if these options say it. */
    public Optional<CostBudget> budget() {
        return budget;
    }

    /** Who hears how many rows were read. */
    public LongConsumer progress() {
        return progress;
    }

    /** What some reading gives, done under the budget of these options, if they have one. */
    public <T> T call(Supplier<T> reading) {
        return budget.isPresent() ? budget.get().call(reading) : reading.get();
    }
}
