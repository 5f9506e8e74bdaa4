package io.mubiao.io.roll;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.work.CostBudget;
import io.mubiao.work.Threads;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** How a CSV file is read (读取选项). Immutable; {@link #DEFAULT} finds encoding and columns by itself. */
public final class CsvOptions {
    /** The column id under which the header of the enterprises' ids is mapped. */
    public static final String ID = "id";
    /** The column id under which the header of the enterprises' names is mapped. */
    public static final String NAME = "name";
    /** Encoding and columns as the file tells them, under the budget in force. */
    public static final CsvOptions DEFAULT = new CsvOptions(Optional.empty(), ImmutableMap.of(), 0, Optional.empty(), rows -> { },
            Threads.ONE);

    private final Optional<Charset> charset;
    private final ImmutableMap<String, String> headers;
    private final int headerLine;
    private final Optional<CostBudget> budget;
    private final LongConsumer progress;
    private final Threads threads;

    private CsvOptions(Optional<Charset> charset, ImmutableMap<String, String> headers, int headerLine,
            Optional<CostBudget> budget, LongConsumer progress, Threads threads) {
        this.charset = charset;
        this.headers = headers;
        this.headerLine = headerLine;
        this.budget = budget;
        this.progress = progress;
        this.threads = threads;
    }

    /**
     * What options for a workbook say of CSV: headers, the line in which they stand, the budget, who hears of progress.
     *
     * @throws IllegalArgumentException if the headers stand in several rows
     */
    public static CsvOptions of(SheetOptions options) {
        checkArgument(options.headerRow().isEmpty() || options.headerRows() == 1, "the headers of a CSV file stand in one line,"
                + " got %s rows", options.headerRows());
        return new CsvOptions(Optional.empty(), ImmutableMap.copyOf(options.headers()), options.headerRow().orElse(0), options.budget(),
                options.progress(), Threads.ONE);
    }

    /** These options with an encoding that is not to be found out: a file that is not in it is refused. */
    public CsvOptions charset(Charset charset) {
        return new CsvOptions(Optional.of(charset), headers, headerLine, budget, progress, threads);
    }

    /**
     * These options with the header under which a file has a column.
     *
     * @param columnId the id of one of the rule's columns, {@link #ID} or {@link #NAME}
     * @param headerInFile the header with or without its unit; blanks and the width of characters do not matter
     * @throws IllegalArgumentException if the header is blank
     */
    public CsvOptions header(String columnId, String headerInFile) {
        checkArgument(!CellText.key(headerInFile).isEmpty(), "the header of column '%s' must not be blank", columnId);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(requireNonNull(columnId, "columnId"), headerInFile);
        return new CsvOptions(charset, ImmutableMap.copyOf(all), headerLine, budget, progress, threads);
    }

    /**
     * These options with the line in which the headers stand (表头所在行); what stands above it is not read. Without it the
     * first of the first rows is taken that has a header for the ids and one for a column of the rule.
     *
     * @param line the line of the file, from 1
     * @throws IllegalArgumentException if it is not at least 1
     */
    public CsvOptions headerLine(int line) {
        checkArgument(line >= 1, "the line of the headers must be at least 1, got %s", line);
        return new CsvOptions(charset, headers, line, budget, progress, threads);
    }

    /** These options under a budget. */
    public CsvOptions budget(CostBudget budget) {
        return new CsvOptions(charset, headers, headerLine, Optional.of(budget), progress, threads);
    }

    /**
     * These options with somebody who hears now and then, and at the end, how many rows were read so far (读取进度). A listener
     * that throws ends the reading: what it throws reaches the caller.
     */
    public CsvOptions progress(LongConsumer rows) {
        return new CsvOptions(charset, headers, headerLine, budget, requireNonNull(rows, "rows"), threads);
    }

    /** These options on so many threads; see {@link #threads(Threads)}. */
    public CsvOptions threads(int count) {
        return threads(Threads.of(count));
    }

    /**
     * These options on other threads than the caller's alone; changes nothing that is read. Who hears of progress or takes
     * chunks is called from any of them, one call at a time.
     */
    public CsvOptions threads(Threads those) {
        return new CsvOptions(charset, headers, headerLine, budget, progress, requireNonNull(those, "those"));
    }

    /** On which threads a file is read. */
    public Threads threads() {
        return threads;
    }

    /** Who hears how many rows were read. */
    public LongConsumer progress() {
        return progress;
    }

    /** The encoding, if it is not to be found out. */
    public Optional<Charset> charset() {
        return charset;
    }

    /** The headers given, by column id. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The line of the headers, if it is not to be found out. */
    public OptionalInt headerLine() {
        return headerLine == 0 ? OptionalInt.empty() : OptionalInt.of(headerLine);
    }

    /** How much is read, if these options say it. */
    public Optional<CostBudget> budget() {
        return budget;
    }

    <T> T under(Supplier<T> reading) {
        return budget.isPresent() ? budget.get().call(reading) : reading.get();
    }
}
