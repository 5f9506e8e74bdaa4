package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.FileBytes;
import io.mubiao.io.internal.FileEncoding;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.sheet.SheetBook;
import io.mubiao.io.internal.sheet.SheetRows;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.CsvLines;
import io.mubiao.io.internal.table.CsvRows;
import io.mubiao.io.internal.table.LineBlocks;
import io.mubiao.io.internal.table.ReaderLines;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one CSV text into rolls of so many enterprises each. Not thread-safe. */
final class RollReader {
    private static final int STEP = 8192;
    private static final int ROWS_TO_A_CHECK = 512;
    private static final long LONGEST_LINE = 1L << 29;

    private final String file;
    private final EvaluationRule rule;
    private final CsvOptions options;
    private final int most;
    private final int blockSize;
    private final Consumer<WithProblems<Roll>> chunks;
    private ProblemList problems;
    private String sheet = "";
    private int told;
    private final long mostRows;
    private long read;

    /** @param blockSize how many bytes are read at a time */
    RollReader(String file, EvaluationRule rule, CsvOptions options, int most, int blockSize, Consumer<WithProblems<Roll>> chunks) {
        RollHeader.check(rule, options);
        this.file = file;
        this.rule = rule;
        this.options = options;
        this.most = most;
        this.blockSize = blockSize;
        this.chunks = chunks;
        problems = noProblems();
        mostRows = Checkpoint.budget().rows();
    }

    private ProblemList noProblems() {
        return new ProblemList(file).sheet(sheet);
    }

    /** @param largest the most bytes that are read */
    void file(Path path, long largest) {
        giveUpInTime(() -> {
            FileBytes bytes = FileBytes.of(path, largest, problems);
            if (most < Integer.MAX_VALUE || !isReadUntried(bytes)) {
                rows(FileEncoding.text(bytes, options.charset(), options.threads(), problems), true, () -> bytes.checkUnchanged(problems));
            }
        });
    }

    /**
     * Reads a file that is likely UTF-8 without trying all of it before; whether it is UTF-8 is found out on the way. If not, nothing
     * was told, and nothing is left of what was read.
     */
    private boolean isReadUntried(FileBytes bytes) throws IOException {
        Optional<FileEncoding.Text> likely = FileEncoding.untried(bytes, options.charset());
        if (likely.isEmpty()) {
            return false;
        }
        try {
            rows(likely.get(), false, () -> bytes.checkUnchanged(problems));
            return true;
        } catch (GiveUp | CsvLines.TooLong e) {
            if (FileEncoding.isUtf8(bytes, options.threads())) {
                throw e;
            }
        } catch (CharacterCodingException e) {
            Checkpoint.pass();
        }
        problems = noProblems();
        read = 0;
        return false;
    }

    void text(String text) {
        giveUpInTime(() -> rows(FileEncoding.text(text), true, () -> { }));
    }

    void sheet(Path path, SheetOptions how) {
        giveUpInTime(() -> {
            try (SheetBook book = SheetBook.open(path, problems)) {
                sheet = book.choose(how, RollHeader.fit(rule, options), problems);
                problems.sheet(sheet);
                try (SheetRows rows = book.rows(sheet, how, () -> problems)) {
                    rows(TableHeader.find(rows, how, RollHeader.fit(rule, options), problems), book);
                }
            }
        });
    }

    private void rows(TableHeader sheetRows, SheetBook book) throws IOException {
        if (sheetRows.header() == null) {
            throw refuse(0, "EMPTY", "the sheet is empty; expected a row of headers");
        }
        RollHeader header = RollHeader.of(sheetRows.header(), rule, options, problems, sheetRows.titleUnits());
        if (book.isFrom1904() && header.found().stream().anyMatch(it -> it.column().kind() == Symbol.Kind.DAY)) {
            problems.warning(0, 0, "", "DAYS_FROM_1904", SheetBook.FROM_1904);
        }
        RollRows rows = new RollRows(header, rule, Checkpoint.budget());
        for (TableRow row = sheetRows.next(); row != null; row = sheetRows.next()) {
            begins(row.line());
            rows.read(row, problems);
            counted(rows, 0, () -> { });
        }
        options.progress().accept(read);
        if (rows.size() > 0 || told == 0 || !problems.isEmpty()) {
            tell(rows.take(options.threads(), problems));
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void giveUpInTime(Reading reading) {
        try {
            reading.run();
        } catch (CsvLines.TooLong e) {
            e.tell(problems);
            tell(Roll.builder(rule).build());
        } catch (FileBytes.Changed e) {
            e.tell(problems);
            tell(Roll.builder(rule).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GiveUp e) {
            tell(Roll.builder(rule).build());
        }
    }

    private GiveUp refuse(int line, String code, String message) {
        problems.error(line, 0, "", code, message);
        return new GiveUp();
    }

    private void rows(FileEncoding.Text text, boolean isTried, Reading end) throws IOException {
        CostBudget limits = Checkpoint.budget();
        int longestCell = limits.characters();
        long longestLine = Math.min(limits.bytes(), LONGEST_LINE);
        boolean plain = text.isUnicode() && longestLine >= LineBlocks.SIZE;
        RollRows rows;
        try (Reader reader = text.reader()) {
            ReaderLines lines = new ReaderLines(reader, longestLine);
            HeaderRow found = new HeaderRow(new CsvRows(lines, longestCell), rule, options, problems);
            TableRow first = found.find();
            RollHeader header = header(first, found.titleUnits());
            rows = new RollRows(header, rule, limits);
            TableRow row = found.next();
            for (int i = 1; row != null; i++) {
                begins(row.line());
                rows.read(row, problems);
                counted(rows, 0, () -> { });
                row = plain && i >= HeadRows.FIRST ? found.ahead() : found.next();
            }
            if (plain) {
                boolean inOne = most == Integer.MAX_VALUE;
                BlockRows taken = new BlockRows(rows, header.found(), lines.number(), inOne ? text.size() : 0, () -> problems, listener(rows));
                try (InputStream utf8 = text.utf8()) {
                    new BlockReader(header, longestCell, isTried, options.threads(), inOne, taken)
                            .read(new LineBlocks(utf8, longestLine, blockSize), lines.number());
                }
            }
            if (read == 0 && first != null) {
                TableHeader.tellEmpty(first, problems);
            }
        }
        options.progress().accept(read);
        end.run();
        if (rows.size() > 0 || told == 0 || !problems.isEmpty()) {
            tell(rows.take(options.threads(), problems));
        }
    }

    private BlockRows.Listener listener(RollRows rows) {
        return new BlockRows.Listener() {
            @Override
            public void begins(int line) {
                RollReader.this.begins(line);
            }

            @Override
            public void ends(int waiting, Runnable take) {
                counted(rows, waiting, take);
            }
        };
    }

    private void begins(int line) {
        if (read % ROWS_TO_A_CHECK == 0) {
            Checkpoint.pass("line", line);
        }
        if (read == mostRows) {
            throw refuse(line, "TOO_LARGE", "more than " + read + " rows; expected at most that many");
        }
    }

    private void counted(RollRows rows, int waiting, Runnable take) {
        if (++read % STEP == 0) {
            options.progress().accept(read);
        }
        if (rows.size() + waiting == most) {
            take.run();
            tell(rows.take(options.threads(), problems));
        }
    }

    private RollHeader header(@Nullable TableRow row, List<String> titleUnits) {
        if (row == null) {
            throw refuse(0, "EMPTY", "the file is empty; expected a line of headers");
        }
        if (!row.broken().isEmpty()) {
            problems.error(row.line(), row.cells().size(), "", "SYNTAX", "the headers cannot be read: " + row.broken());
            throw new GiveUp();
        }
        if (row.cells().size() == 1 && row.cells().get(0).matches("(?s).*[\t;，|].*")) {
            problems.error(row.line(), 1, "", "SYNTAX", "found " + CellText.shown(row.cells().get(0))
                    + ", expected headers with commas between them");
            throw new GiveUp();
        }
        return RollHeader.of(row, rule, options, problems, titleUnits);
    }

    private void tell(Roll roll) {
        WithProblems<Roll> chunk = new WithProblems<>(roll, problems.inFileOrder());
        problems = noProblems();
        told++;
        chunks.accept(chunk);
    }
}
