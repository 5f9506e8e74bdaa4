package io.mubiao.bench.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import io.mubiao.work.CostBudget;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Increments of 1,000 targets from CSV into a log, with all checks, beside FastCSV giving every cell of the same file as a text.
 * The trial fails unless every row is in the log.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class ObservationsBenchmark {
    private static final int TARGETS = 1_000;
    private static final int DAYS = 280;

    /** Rows of the file. */
    @Param({"500000", "5000000"})
    public int rows;

    private Register register;
    private Path file;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        Units units = Units.builtIn().with("个");
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            targets.add(Target.of("P" + i, "", Goal.total(Quantity.parse("10000 个", units)), Span.year(2024)));
        }
        register = Register.builder("bench", ZoneId.of("Asia/Shanghai")).units(units).targets(targets).build();
        file = Files.createTempFile("observations", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("指标编号,类型,期间,数值,单位,来源,记录时间\n");
            for (int i = 0; i < rows; i++) {
                LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i / TARGETS % DAYS);
                out.write("P" + i % TARGETS + ",当期数," + day + "/" + day + "," + (1 + i % 97) + "." + i % 10 + ",个,s" + i / TARGETS / DAYS
                        + ",2024-10-08T09:00:00+08:00\n");
            }
        }
        if (mubiao().size() != rows) {
            throw new IllegalStateException("rows are missing: " + mubiao().size());
        }
    }

    /** Into a log, every row checked. */
    @Benchmark
    public ObservationLog mubiao() {
        return CostBudget.DEFAULT.bytes(1L << 30).call(() -> ObservationFile.read(file, register)).orThrow();
    }

    /** Every cell as a text. */
    @Benchmark
    public long fastCsv() throws IOException {
        long length = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                for (int i = 0; i < row.getFieldCount(); i++) {
                    length += row.getField(i).length();
                }
            }
        }
        return length;
    }

    /** Takes the file away. */
    @TearDown(Level.Trial)
    public void end() throws IOException {
        Files.delete(file);
    }
}
