package io.mubiao.io.register;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.internal.DefinitionText;
import io.mubiao.io.internal.FileBytes;
import io.mubiao.io.internal.FileEncoding;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.internal.sheet.SheetInput;
import io.mubiao.io.internal.sheet.SheetRows;
import io.mubiao.io.internal.table.CsvLines;
import io.mubiao.io.internal.table.CsvRows;
import io.mubiao.io.internal.table.ReaderLines;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.work.CostBudget;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Map;
import java.util.function.Consumer;

/** Reads and writes registers as YAML or JSON (目标登记册文件). */
public final class RegisterFile {
    private RegisterFile() {}

    /**
     * Reads a register.
     *
     * @throws InvalidDefinitionException listing every problem with file, line and path; nothing is half-loaded
     * @throws IllegalArgumentException if the name ends in neither .yaml, .yml nor .json
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static Register read(Path file) {
        return read(file, doubt -> { });
    }

    /** As {@link #read(Path)}, under a budget. */
    public static Register read(Path file, CostBudget budget) {
        return budget.call(() -> read(file));
    }

    /**
     * As {@link #read(Path)}; a listener hears what was made plain before it was read (full-width digits, 2024/9/30) and
     * what else is doubtful about the texts (提醒).
     */
    public static Register read(Path file, Consumer<Problem> doubts) {
        return DefinitionText.read(file, doubts, RegisterReader::read);
    }

    /** As {@link #read(Path, Consumer)}, from wherever it is. */
    public static Register read(Input input, Consumer<Problem> doubts) {
        return DefinitionText.read(input, doubts, RegisterReader::read);
    }

    /** As {@link #read(Path)}, from wherever it is. */
    public static Register read(Input input) {
        return read(input, doubt -> { });
    }

    /**
     * Reads a register from a ledger of targets in a sheet of a workbook ({@code .xlsx}) or as CSV: a row a target, under headers such as
     * 编号, 目标, 章节, 考核方式 (累计, 时点, 计数, 节点), 目标值, 单位, 节点, 完成时限, 牵头单位, 责任领导, 配合单位, 备注. Goals of other kinds
     * are written in YAML. A workbook needs the library {@code org.dhatim:fastexcel-reader}.
     *
     * @param id of the register, which a ledger does not say
     * @param period of targets
     * @param doubts hears what is doubtful, such as rows and columns that are not read
     * @throws InvalidDefinitionException listing every problem with sheet and cell; nothing is half-loaded
     * @throws IllegalStateException if the library is absent; names the dependency to add
     * @throws UncheckedIOException if the file exists but cannot be read
     */
    public static Register readSheet(Path file, String id, ZoneId zone, Span period, SheetOptions options, Consumer<Problem> doubts) {
        return readSheet(file, file.toString(), id, zone, period, options, doubts);
    }

    /** As {@link #readSheet(Path, String, ZoneId, Span, SheetOptions, Consumer)}, from wherever the workbook is. */
    public static Register readSheet(Input input, String id, ZoneId zone, Span period, SheetOptions options, Consumer<Problem> doubts) {
        return options.call(() -> SheetInput.read(input, file -> readSheet(file, input.name(), id, zone, period, options, doubts)));
    }

    private static Register readSheet(Path file, String name, String id, ZoneId zone, Span period, SheetOptions options,
            Consumer<Problem> doubts) {
        if (isCsv(file) && !SheetBook.isOne(file)) {
            return options.call(() -> DefinitionText.readAs(name, doubts,
                    problems -> csv(file, id, zone, period, options, problems), RegisterReader::read));
        }
        return options.call(() -> DefinitionText.readAs(name, doubts, problems -> {
            TableHeader.Fit fit = RegisterColumns.fit(options.headers());
            try (SheetBook book = SheetBook.open(file, problems)) {
                String sheet = book.choose(options, fit, problems);
                try (SheetRows rows = book.rows(sheet, options, () -> problems.sheet(sheet))) {
                    return RegisterTable.tree(TableHeader.find(rows, options, fit, problems.sheet(sheet)), options.headers(), id, sheet,
                            zone, period, problems);
                }
            }
        }, RegisterReader::read));
    }

    /** Whether a file is a ledger of targets by its name or bytes, and no YAML or JSON. */
    public static boolean isLedger(Path file) {
        return isCsv(file) || SheetBook.isOne(file);
    }

    private static boolean isCsv(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static Node csv(Path file, String id, ZoneId zone, Span period, SheetOptions options, ProblemList problems) throws IOException {
        CostBudget limits = Checkpoint.budget();
        FileBytes bytes = FileBytes.of(file, limits.bytes(), problems);
        try (Reader reader = FileEncoding.text(bytes, Optional.empty(), Threads.ONE, problems).reader()) {
            CsvRows rows = new CsvRows(new ReaderLines(reader, limits.bytes()), limits.characters());
            TableHeader table = TableHeader.find(rows, options, RegisterColumns.fit(options.headers()), problems);
            return RegisterTable.tree(table, options.headers(), id, id, zone, period, problems);
        } catch (CsvLines.TooLong e) {
            e.tell(problems);
            throw new ProblemList.GiveUp();
        }
    }

    /**
     * Reads a register from text.
     *
     * @param name what messages call it
     * @throws InvalidDefinitionException as {@link #read(Path)}
     */
    public static Register parse(String text, Format format, String name) {
        return DefinitionText.parse(text, format, name, RegisterReader::read);
    }

    /** As {@link #parse(String, Format, String)}, under a budget. */
    public static Register parse(String text, Format format, String name, CostBudget budget) {
        return budget.call(() -> parse(text, format, name));
    }

    /** The register as plain maps, lists, texts, numbers and booleans, with the fields that {@link #write(Register, Format)} writes. */
    public static Map<String, Object> tree(Register register) {
        return RegisterWriter.tree(register).plain();
    }

    /** A target as it stands in the tree of a register, always with its period. */
    public static Map<String, Object> tree(Target target) {
        return RegisterWriter.target(target, Optional.empty()).plain();
    }

    /** The register as text, which reads back to an equal register. */
    public static String write(Register register, Format format) {
        return TreeWriter.write(RegisterWriter.tree(register), format);
    }

    /**
     * Writes a register to a file, in place of what is there.
     *
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Register register, Path file) {
        byte[] text = write(register, Format.of(file)).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }
}
