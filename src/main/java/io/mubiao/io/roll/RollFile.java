package io.mubiao.io.roll;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.InputText;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.internal.sheet.SheetInput;
import io.mubiao.io.internal.table.LineBlocks;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.internal.EarlierColumns;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads enterprises from CSV (企业名册文件): the good rows together with every problem of the file. Columns are found by
 * their headers, the unit in the header ({@code 用地面积(平方米)}) is converted exactly or refused.
 *
 * <p>A row with a cell that cannot be read is left out and reported; no cell is ever taken for zero or rounded. The
 * encoding is what a byte order mark says, else UTF-8, else GB18030 (GBK). Columns of other kinds than numbers, and the
 * enterprises' ids (统一社会信用代码, 信用代码, id) and names (企业名称, 名称, name), are found by the whole header.
 */
public final class RollFile {
    private RollFile() {}

    /**
     * Reads the columns of a rule from CSV, or from a workbook as {@link #readSheet} does.
     *
     * @throws IllegalStateException if the file is a workbook and the library that reads them is absent
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<Roll> read(Path file, EvaluationRule rule) {
        return SheetBook.isOne(file) ? readSheet(file, rule, SheetOptions.DEFAULT) : read(file, rule, CsvOptions.DEFAULT);
    }

    /**
     * Reads the columns of a rule. After too many errors the roll is empty.
     *
     * @throws IllegalArgumentException if the options name a column that the rule does not have
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<Roll> read(Path file, EvaluationRule rule, CsvOptions options) {
        return options.under(() -> {
            List<WithProblems<Roll>> whole = new ArrayList<>(1);
            new RollReader(file.toString(), rule, options, Integer.MAX_VALUE, LineBlocks.SIZE, whole::add)
                    .file(file, Checkpoint.budget().bytes());
            return whole.get(0);
        });
    }

    /**
     * The same of several files, such as this year's and last year's, in their order: read side by side, the threads shared out among
     * them, which is sooner done than one after the other.
     *
     * @throws IllegalArgumentException if the options name a column that the rule does not have
     * @throws java.io.UncheckedIOException if a file exists but cannot be read
     */
    public static List<WithProblems<Roll>> readAll(List<Path> files, EvaluationRule rule, CsvOptions options) {
        AtomicReferenceArray<WithProblems<Roll>> rolls = new AtomicReferenceArray<>(files.size());
        int threads = Math.max(1, options.threads().count() / Math.max(1, files.size()));
        CsvOptions each = options.threads(options.threads().executor().map(it -> Threads.of(it, threads)).orElse(Threads.of(threads)));
        Crew.each(options.threads(), files.size(), file -> rolls.set(file, read(files.get(file), rule, each)));
        return IntStream.range(0, files.size()).mapToObj(rolls::get).toList();
    }

    /** As {@link #read(Path, EvaluationRule, CsvOptions)}, from wherever it is. */
    public static WithProblems<Roll> read(Input input, EvaluationRule rule, CsvOptions options) {
        if (input.path().isPresent()) {
            return read(input.path().get(), rule, options);
        }
        ProblemList problems = new ProblemList(input.name());
        String text;
        try {
            text = InputText.of(input, options.charset(), problems);
        } catch (ProblemList.GiveUp e) {
            return new WithProblems<>(Roll.builder(rule).build(), problems.inFileOrder());
        }
        WithProblems<Roll> roll = parse(text, input.name(), rule, options);
        return new WithProblems<>(roll.value(), Stream.concat(problems.inFileOrder().stream(), roll.problems().stream()).toList());
    }

    /** As {@link #read(Path, EvaluationRule)}, from wherever it is: CSV or a workbook, whatever its name. */
    public static WithProblems<Roll> read(Input input, EvaluationRule rule) {
        return input.path().isPresent() ? read(input.path().get(), rule)
                : SheetInput.read(input, file -> readSheet(file, input.name(), rule, SheetOptions.DEFAULT),
                        other -> read(other, rule, CsvOptions.DEFAULT));
    }

    /**
     * Reads the columns of a rule from text.
     *
     * @param name what messages call it
     */
    public static WithProblems<Roll> parse(String text, String name, EvaluationRule rule) {
        return parse(text, name, rule, CsvOptions.DEFAULT);
    }

    /** As {@link #parse(String, String, EvaluationRule)} with options, of which the encoding means nothing here. */
    public static WithProblems<Roll> parse(String text, String name, EvaluationRule rule, CsvOptions options) {
        return options.under(() -> {
            List<WithProblems<Roll>> whole = new ArrayList<>(1);
            new RollReader(name, rule, options, Integer.MAX_VALUE, LineBlocks.SIZE, whole::add).text(text);
            return whole.get(0);
        });
    }

    /**
     * The same as a roll of an earlier year: columns that the rule does not ask of earlier years may be absent, and then nothing is said
     * of them (上年名册只须有办法要用的栏).
     */
    public static WithProblems<Roll> earlier(WithProblems<Roll> read, EvaluationRule rule) {
        Set<String> asked = EarlierColumns.of(rule);
        Set<String> others = rule.columns().stream().filter(it -> !asked.contains(it.id())).map(Column::header).collect(Collectors.toSet());
        return new WithProblems<>(read.value(), read.problems().stream().filter(it -> !others.contains(it.place().path())
                || !(it.code().equals("MISSING_COLUMN") || it.code().equals("ABSENT_COLUMN"))).toList());
    }

    /**
     * Reads a file of any size, so many enterprises at a time; only their ids are kept, to find those that are there
     * twice. Each chunk comes with its own problems and its own limit of them, the first with those of the headers. The
     * limit on bytes holds for a line. After too many errors in a chunk comes a last one, empty but for its problems.
     *
     * @param rows the enterprises of a chunk; the last may have fewer, or none
     * @param chunks takes at least one chunk
     * @throws IllegalArgumentException if there is not at least one row to a chunk, or the options name a column that
     *     the rule does not have
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static void readChunks(Path file, EvaluationRule rule, CsvOptions options, int rows,
            Consumer<WithProblems<Roll>> chunks) {
        checkArgument(rows >= 1, "a chunk must have at least 1 row, got %s", rows);
        options.under(() -> {
            new RollReader(file.toString(), rule, options, rows, LineBlocks.SIZE, chunks).file(file, Long.MAX_VALUE);
            return rows;
        });
    }

    /**
     * Reads the columns of a rule from a sheet of a workbook ({@code .xlsx}), as from CSV: a cell means what it shows, a number
     * with at most 15 digits, a day whatever its form. Needs the library {@code org.dhatim:fastexcel-reader}. After too many
     * errors the roll is empty.
     *
     * @throws IllegalArgumentException if the options name a column that the rule does not have
     * @throws IllegalStateException if the library is absent; names the dependency to add
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<Roll> readSheet(Path file, EvaluationRule rule, SheetOptions options) {
        return readSheet(file, file.toString(), rule, options);
    }

    /** As {@link #readSheet(Path, EvaluationRule, SheetOptions)}, from wherever the workbook is. */
    public static WithProblems<Roll> readSheet(Input input, EvaluationRule rule, SheetOptions options) {
        return options.call(() -> SheetInput.read(input, file -> readSheet(file, input.name(), rule, options)));
    }

    private static WithProblems<Roll> readSheet(Path file, String name, EvaluationRule rule, SheetOptions options) {
        return options.call(() -> {
            List<WithProblems<Roll>> whole = new ArrayList<>(1);
            reader(name, rule, options, Integer.MAX_VALUE, whole::add).sheet(file, options);
            return whole.get(0);
        });
    }

    /**
     * Reads a sheet of any length, so many enterprises at a time, as {@link #readChunks} does.
     *
     * @throws IllegalArgumentException as {@link #readChunks}
     * @throws IllegalStateException if the library is absent; names the dependency to add
     * @throws java.io.UncheckedIOException if the file exists but cannot be read
     */
    public static void readSheetChunks(Path file, EvaluationRule rule, SheetOptions options, int rows,
            Consumer<WithProblems<Roll>> chunks) {
        checkArgument(rows >= 1, "a chunk must have at least 1 row, got %s", rows);
        options.call(() -> {
            reader(file.toString(), rule, options, rows, chunks).sheet(file, options);
            return rows;
        });
    }

    private static RollReader reader(String name, EvaluationRule rule, SheetOptions options, int rows,
            Consumer<WithProblems<Roll>> chunks) {
        CsvOptions columns = CsvOptions.DEFAULT.progress(options.progress());
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            columns = columns.header(header.getKey(), header.getValue());
        }
        return new RollReader(name, rule, columns, rows, LineBlocks.SIZE, chunks);
    }
}
