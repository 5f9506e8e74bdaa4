package io.mubiao.io.register;

import io.mubiao.io.Input;
import io.mubiao.io.internal.FileBytes;
import io.mubiao.io.internal.FileEncoding;
import io.mubiao.io.internal.InputText;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CsvBlocks;
import io.mubiao.io.internal.table.CsvLines;
import io.mubiao.io.internal.table.CsvRows;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.LineBlocks;
import io.mubiao.io.internal.table.ReaderLines;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRows;
import io.mubiao.io.result.CsvOut;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.work.CostBudget;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes observations as CSV (观测数据 CSV), a row each. Columns are found by their headers, in Chinese
 * ({@code 指标编号, 类型, 日期, 期间, 数值, 单位, 来源, 记录时间, …}) or by the names of the fields of YAML; an attribute of events stands
 * under {@code 属性:} and its name. A unit stands in its column, in the header or in the cell; a row without a kind is of the
 * one by which its target is usually reported; one that does not say when it was recorded was known on its own day.
 */
public final class ObservationCsv {
    private static final long LONGEST_LINE = 1L << 29;

    private ObservationCsv() {}

    /**
     * Reads observations of a register; a row that is wrong is left out and reported with line and column.
     *
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<List<Observation>> readRows(Path file, Register register) {
        return readRows(file, register, ObservationLog.empty());
    }

    /** As {@link #readRows(Path, Register)}, to be appended to a log. */
    public static WithProblems<List<Observation>> readRows(Path file, Register register, ObservationLog known) {
        return read(file.toString(), register, open(file), (reader, root) -> reader.good(root, known));
    }

    /** As {@link #readRows(Path, Register, ObservationLog)}, from wherever they are. */
    public static WithProblems<List<Observation>> readRows(Input input, Register register, ObservationLog known) {
        return input.path().isPresent() ? readRows(input.path().get(), register, known)
                : read(input.name(), register, problems -> FileEncoding.text(InputText.of(input, problems)),
                        (reader, root) -> reader.good(root, known));
    }

    /**
     * Reads observations of a register from text.
     *
     * @param name what messages call it
     */
    public static WithProblems<List<Observation>> parse(String text, String name, Register register) {
        return parse(text, name, register, ObservationLog.empty());
    }

    /** As {@link #parse(String, String, Register)}, to be appended to a log. */
    public static WithProblems<List<Observation>> parse(String text, String name, Register register, ObservationLog known) {
        return read(name, register, problems -> FileEncoding.text(text), (reader, root) -> reader.good(root, known));
    }

    /** Which of some headers the streams stand under, in Chinese or English; empty if none. For who parts rows by it before they are read. */
    public static Optional<String> streamAmong(List<String> headers) {
        return headers.stream().filter(it -> ObservationFields.field(new HeaderCell(it, 0), Map.of()).equals(Optional.of("stream"))).findFirst();
    }

    /** Reads a log: as {@link #readRows(Path, Register)}, the good rows put into a log. */
    public static WithProblems<ObservationLog> read(Path file, Register register) {
        return read(file.toString(), register, open(file), ObservationReader::log);
    }

    /** As {@link #parse(String, String, Register)}, the good rows put into a log. */
    static WithProblems<ObservationLog> log(String text, String name, Register register) {
        return read(name, register, problems -> FileEncoding.text(text), ObservationReader::log);
    }

    private static Opening open(Path file) {
        return problems -> {
            FileBytes bytes = FileBytes.of(file, Checkpoint.budget().bytes(), problems);
            return FileEncoding.text(bytes, Optional.empty(), Threads.ONE, problems);
        };
    }

    private interface Opening {
        FileEncoding.Text open(ProblemList problems) throws IOException;
    }

    private static <T> WithProblems<T> read(String name, Register register, Opening opening, ObservationTable.Whole<T> whole) {
        ProblemList problems = new ProblemList(name);
        CostBudget limits = Checkpoint.budget();
        T rows = null;
        try {
            FileEncoding.Text text = opening.open(problems);
            long longest = Math.min(limits.bytes(), LONGEST_LINE);
            if (text.isUnicode() && longest >= LineBlocks.SIZE) {
                try (InputStream utf8 = text.utf8()) {
                    TableRows csv = new CsvBlocks(new LineBlocks(utf8, longest, LineBlocks.SIZE), limits.characters());
                    rows = rows(csv, register, problems, whole);
                }
            } else {
                try (Reader reader = text.reader()) {
                    rows = rows(new CsvRows(new ReaderLines(reader, longest), limits.characters()), register, problems, whole);
                }
            }
        } catch (CsvLines.TooLong e) {
            tooLong(e, problems);
        } catch (FileBytes.Changed e) {
            e.tell(problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemList.GiveUp e) {
            // The problems say where reading ended.
        }
        T found = rows != null ? rows : ObservationTable.none(register, whole);
        return new WithProblems<>(found, problems.inFileOrder());
    }

    private static <T> T rows(TableRows csv, Register register, ProblemList problems, ObservationTable.Whole<T> whole) throws IOException {
        TableHeader table = TableHeader.find(csv, io.mubiao.io.SheetOptions.DEFAULT, ObservationFields.fit(register.units(), Map.of()), problems)
                .asWideAsRows();
        return ObservationTable.read(table, true, Map.of(), register, problems, whole);
    }

    private static void tooLong(CsvLines.TooLong e, ProblemList problems) {
        try {
            e.tell(problems);
        } catch (ProblemList.GiveUp full) {
            return;
        }
    }

    /**
     * Observations as text, which {@link #parse} reads back equal: with headers in Chinese, or for any other locale in English.
     * An id that a log gave has {@code ·} for its {@code #}.
     */
    public static String write(Register register, List<? extends Observation> observations, Locale locale) {
        List<List<String>> table = table(register, observations, locale);
        return CsvOut.write(table.get(0), table.subList(1, table.size()));
    }

    /**
     * Writes observations into a file, in place of what is there, as {@link #write(Register, List, Locale)}.
     *
     * @param mark whether a byte order mark comes first; some spreadsheets take UTF-8 for GBK without it
     * @throws IllegalArgumentException if the encoding lacks a character, or has no byte order mark; nothing is written then
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, Charset charset, boolean mark, Register register, List<? extends Observation> observations,
            Locale locale) {
        List<List<String>> table = table(register, observations, locale);
        CsvOut.write(file, charset, mark, table.get(0), table.subList(1, table.size()));
    }

    private static List<List<String>> table(Register register, List<? extends Observation> observations, Locale locale) {
        return new ObservationCells(register.zone(), locale).table(observations).stream()
                .map(row -> row.stream().map(it -> it.startsWith("'") ? "'" + it : it).toList()).toList();
    }
}
