package io.mubiao.io.register;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.FormatVersion;
import io.mubiao.io.internal.InputText;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.internal.sheet.SheetInput;
import io.mubiao.io.internal.sheet.SheetRows;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads observations from YAML, JSON, CSV or a workbook (观测数据文件): the good rows together with the problems of the others. */
public final class ObservationFile {
    private ObservationFile() {}

    /**
     * Reads observations of a register. A row that is wrong in itself, or does not fit the register, is left out and
     * reported with its place.
     *
     * @throws IllegalArgumentException if the file is no workbook and its name ends in neither .yaml, .yml, .json nor .csv
     * @throws IllegalStateException if it is a workbook and the library that reads them is absent
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<List<Observation>> readRows(Path file, Register register) {
        return readRows(file, register, ObservationLog.empty(), false);
    }

    /** As {@link #readRows(Path, Register)}, under a budget. */
    public static WithProblems<List<Observation>> readRows(Path file, Register register, CostBudget budget) {
        return budget.call(() -> readRows(file, register));
    }

    /**
     * As {@link #readRows(Path, Register)}, to be appended to a log: what the rows correct or retract may be in it, and their ids
     * may not. In whatever format, rows need not say when they became known; those that do not became known after all that is
     * in the log.
     */
    public static WithProblems<List<Observation>> readRows(Path file, Register register, ObservationLog known) {
        return readRows(file, register, known, true);
    }

    private static WithProblems<List<Observation>> readRows(Path file, Register register, ObservationLog known, boolean appended) {
        if (SheetBook.isOne(file)) {
            return readSheet(file, register, known, SheetOptions.DEFAULT);
        }
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return ObservationCsv.readRows(file, register, known);
        }
        return trees(file.toString(), Format.of(file), problems -> TreeReader.text(file, problems), register, appended,
                (reader, root) -> reader.good(root, known));
    }

    /** As {@link #readRows(Path, Register, ObservationLog)}, from wherever they are; CSV where the name ends so and it is no workbook. */
    public static WithProblems<List<Observation>> readRows(Input input, Register register, ObservationLog known) {
        return readRows(input, register, known, true);
    }

    private static WithProblems<List<Observation>> readRows(Input input, Register register, ObservationLog known, boolean appended) {
        return input.path().isPresent() ? readRows(input.path().get(), register, known, appended)
                : SheetInput.read(input, file -> readSheet(file, input.name(), register, known, SheetOptions.DEFAULT),
                        other -> readText(other, register, known, appended));
    }

    private static WithProblems<List<Observation>> readText(Input input, Register register, ObservationLog known, boolean appended) {
        if (input.name().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return ObservationCsv.readRows(input, register, known);
        }
        return trees(input.name(), InputText.format(input), problems -> InputText.of(input, problems), register, appended,
                (reader, root) -> reader.good(root, known));
    }

    /** As {@link #readRows(Path, Register)}, from wherever they are. */
    public static WithProblems<List<Observation>> readRows(Input input, Register register) {
        return readRows(input, register, ObservationLog.empty(), false);
    }

    /**
     * Reads observations of a register from text.
     *
     * @param name what messages call it
     */
    public static WithProblems<List<Observation>> parse(String text, Format format, String name, Register register) {
        return trees(name, format, problems -> text, register, false, (reader, root) -> reader.good(root, ObservationLog.empty()));
    }

    /** Reads observations from text, to be appended to a log; as {@link #readRows(Path, Register, ObservationLog)}. */
    public static WithProblems<List<Observation>> parse(
            String text, Format format, String name, Register register, ObservationLog known) {
        return trees(name, format, problems -> text, register, true, (reader, root) -> reader.good(root, known));
    }

    /**
     * Reads a log: as {@link #readRows(Path, Register)}, the good rows put into a log. Millions of increments that stand plainly
     * in a CSV file go straight into its columns.
     */
    public static WithProblems<ObservationLog> read(Path file, Register register) {
        if (SheetBook.isOne(file)) {
            WithProblems<List<Observation>> rows = readRows(file, register);
            return new WithProblems<>(ObservationLog.of(rows.value()), rows.problems());
        }
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv") ? ObservationCsv.read(file, register)
                : trees(file.toString(), Format.of(file), problems -> TreeReader.text(file, problems), register, false,
                        ObservationReader::log);
    }

    /**
     * Reads observations from a sheet of a workbook ({@code .xlsx}), whose columns are those of {@link ObservationCsv}. Needs the
     * library {@code org.dhatim:fastexcel-reader}.
     *
     * @throws IllegalStateException if the library is absent; names the dependency to add
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static WithProblems<List<Observation>> readSheet(Path file, Register register, SheetOptions options) {
        return readSheet(file, register, ObservationLog.empty(), options);
    }

    /** As {@link #readSheet(Path, Register, SheetOptions)}, to be appended to a log. */
    public static WithProblems<List<Observation>> readSheet(Path file, Register register, ObservationLog known, SheetOptions options) {
        return readSheet(file, file.toString(), register, known, options);
    }

    /** As {@link #readSheet(Path, Register, ObservationLog, SheetOptions)}, from wherever the workbook is. */
    public static WithProblems<List<Observation>> readSheet(Input input, Register register, ObservationLog known, SheetOptions options) {
        return options.call(() -> SheetInput.read(input, file -> readSheet(file, input.name(), register, known, options)));
    }

    private static WithProblems<List<Observation>> readSheet(Path file, String name, Register register, ObservationLog known,
            SheetOptions options) {
        return options.call(() -> {
            ProblemList problems = new ProblemList(name);
            List<Observation> rows = List.of();
            TableHeader.Fit fit = ObservationFields.fit(register.units(), options.headers());
            try (SheetBook book = SheetBook.open(file, problems)) {
                String sheet = book.choose(options, fit, problems);
                try (SheetRows cells = book.rows(sheet, options, () -> problems.sheet(sheet))) {
                    TableHeader table = TableHeader.find(cells, options, fit, problems.sheet(sheet));
                    if (book.isFrom1904()) {
                        problems.warning(0, 0, "", "DAYS_FROM_1904", SheetBook.FROM_1904);
                    }
                    rows = ObservationTable.read(table, false, options.headers(), register, problems,
                            (reader, root) -> reader.good(root, known));
                }
            } catch (ProblemList.GiveUp e) {
                rows = List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            options.progress().accept(rows.size());
            return new WithProblems<>(rows, problems.inFileOrder());
        });
    }

    private static <T> WithProblems<T> trees(String name, Format format, Function<ProblemList, String> text, Register register,
            boolean appended, ObservationTable.Whole<T> whole) {
        ProblemList problems = new ProblemList(name);
        try {
            String all = text.apply(problems);
            ProblemList streamed = problems.copy();
            Optional<T> good = streamed(all, format, reader(register, streamed, appended), whole);
            if (good.isPresent()) {
                return new WithProblems<>(good.get(), streamed.inFileOrder());
            }
            Node root = FormatVersion.check(TreeReader.parse(all, format, problems), problems);
            ObservationReader reader = reader(register, problems, appended);
            reader.takeAll(root);
            return new WithProblems<>(whole.of(reader, root), problems.inFileOrder());
        } catch (ProblemList.GiveUp e) {
            return new WithProblems<>(ObservationTable.none(register, whole), problems.inFileOrder());
        }
    }

    private static ObservationReader reader(Register register, ProblemList problems, boolean appended) {
        return appended ? ObservationReader.appending(register, problems) : ObservationReader.of(register, problems);
    }

    /** What comes of the rows, read one by one; empty where the file has to be read as a whole to say what is wrong with it. */
    private static <T> Optional<T> streamed(String text, Format format, ObservationReader reader, ObservationTable.Whole<T> whole) {
        return TreeReader.stream(text, format, "rows", reader::take).map(root -> whole.of(reader, root));
    }
}
