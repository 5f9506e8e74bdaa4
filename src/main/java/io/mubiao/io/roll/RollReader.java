package io.mubiao.io.roll;

import io.mubiao.io.internal.FileBytes;
import io.mubiao.io.internal.FileEncoding;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.outcome.WithProblems;
import io.mubiao.work.CostBudget;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one CSV text into rolls of so many enterprises each. Not thread-safe. */
final class RollReader {
    private static final int STEP = 8192;
    private static final long LONGEST_LINE = 1L << 29;

    private final String file;
    private final EvaluationRule rule;
    private final CsvOptions options;
    private final int most;
    private final Consumer<WithProblems<Roll>> chunks;
    private ProblemList problems;
    private int told;

    RollReader(String file, EvaluationRule rule, CsvOptions options, int most, Consumer<WithProblems<Roll>> chunks) {
        RollHeader.check(rule, options);
        this.file = file;
        this.rule = rule;
        this.options = options;
        this.most = most;
        this.chunks = chunks;
        problems = noProblems();
    }

    private ProblemList noProblems() {
        return new ProblemList(file);
    }

    /** @param largest the most bytes that are read */
    void file(Path path, long largest) {
        giveUpInTime(() -> {
            FileBytes bytes = FileBytes.of(path, largest, problems);
            try (Reader text = FileEncoding.open(bytes, options.charset(), problems)) {
                rows(text, () -> bytes.checkUnchanged(problems));
            }
        });
    }

    void text(Reader text) {
        giveUpInTime(() -> rows(FileEncoding.withoutMark(text), () -> { }));
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void giveUpInTime(Reading reading) {
        try {
            reading.run();
        } catch (CsvLines.TooLong e) {
            problems.error(e.line, 0, "", "TOO_LARGE", String.valueOf(e.getMessage()));
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

    private void rows(Reader text, Reading end) throws IOException {
        CostBudget limits = Checkpoint.budget();
        CsvRows csv = new CsvRows(new CsvLines(text, Math.min(limits.bytes(), LONGEST_LINE)), limits.characters());
        HeaderRow found = new HeaderRow(csv, rule, options, problems);
        RollRows rows = new RollRows(header(found.find()), rule, limits);
        CsvRows.Row row = found.next();
        long read = 0;
        while (row != null) {
            Checkpoint.pass("line", row.line());
            if (read == limits.rows()) {
                throw refuse(row.line(), "TOO_LARGE", "more than " + read + " rows; expected at most that many");
            }
            rows.read(row, problems);
            if (++read % STEP == 0) {
                options.progress().accept(read);
            }
            if (rows.size() == most) {
                tell(rows.take(problems));
            }
            row = found.next();
        }
        options.progress().accept(read);
        end.run();
        if (rows.size() > 0 || told == 0 || !problems.isEmpty()) {
            tell(rows.take(problems));
        }
    }

    private RollHeader header(CsvRows.@Nullable Row row) {
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
        return RollHeader.of(row, rule, options, problems);
    }

    private void tell(Roll roll) {
        WithProblems<Roll> chunk = new WithProblems<>(roll, problems.inFileOrder());
        problems = noProblems();
        told++;
        chunks.accept(chunk);
    }
}
