package io.mubiao.bench.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.mubiao.bench.land.BenchRule;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
 * A rule from the CSV files of this year's enterprises, and last year's where it asks for them, to the CSV file of places and
 * classes, each phase alone and all of it, beside DuckDB over the same files. The trial fails unless both files say the same. FastCSV
 * and a loop over the bytes show what reading alone must cost.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class FilesBenchmark {
    /** The files. */
    @State(Scope.Benchmark)
    public static class Task {
        /** A rule that {@link DuckRule} has in SQL; huangyan-2022 with places and classes, which its document leaves open. */
        @Param({"huaian-2024-by-county", "huangyan-2022", "anhui-city", "merging"})
        public String rule;

        /** Enterprises. */
        @Param({"100000", "1000000"})
        public int rows;

        /** Threads. */
        @Param({"1", "2"})
        public int threads;

        EvaluationRule read;
        Path roll;
        Path prior;
        Path classes;

        /** Makes the files, if they are not there. */
        @Setup(Level.Trial)
        public void load() throws IOException {
            read = BenchRule.ranked(rule);
            roll = RollData.of(read, rows, 2024, 42);
            prior = RollData.of(read, rows, 2023, 42);
            classes = Files.createTempFile("classes", ".csv");
        }

        /** Removes the result. */
        @TearDown(Level.Trial)
        public void close() throws IOException {
            Files.delete(classes);
        }

        Roll read(Path file) {
            return RollFile.read(file, read, CsvOptions.DEFAULT.threads(threads)).orThrow();
        }

        Evaluation evaluate(Roll year, Roll yearBefore) {
            LandAssessor assessor = LandAssessor.of(read).threads(threads);
            return (usesPrior() ? assessor.prior(yearBefore) : assessor).evaluate(year);
        }

        boolean usesPrior() {
            return DuckRule.of(rule).usesPrior();
        }

        void whole() {
            List<Path> files = usesPrior() ? List.of(roll, prior) : List.of(roll);
            List<Roll> rolls = RollFile.readAll(files, read, CsvOptions.DEFAULT.threads(threads)).stream().map(it -> it.orThrow()).toList();
            write(evaluate(rolls.get(0), rolls.get(rolls.size() - 1)));
        }

        void write(Evaluation evaluation) {
            EvaluationCsv.write(classes, StandardCharsets.UTF_8, false, evaluation, List.of("id", "rank", "class"), rows -> { });
        }
    }

    /** Ours, with the roll in memory. */
    @State(Scope.Benchmark)
    public static class Ours {
        Roll roll;
        Roll prior;
        Evaluation evaluation;

        /** Reads and evaluates. */
        @Setup(Level.Trial)
        public void load(Task task) {
            roll = task.read(task.roll);
            prior = task.read(task.prior);
            evaluation = task.evaluate(roll, prior);
        }
    }

    /** DuckDB, with its tables filled. */
    @State(Scope.Benchmark)
    public static class Duck {
        FilesDuck peer;

        /** Fills them; fails unless its classes are ours. */
        @Setup(Level.Trial)
        public void load(Task task) throws SQLException, IOException {
            peer = new FilesDuck(DuckRule.of(task.rule), task.threads);
            peer.read("roll", task.roll);
            peer.read("prior", task.prior);
            peer.evaluate();
            Path theirs = Files.createTempFile("classes", ".csv");
            peer.whole(task.roll, task.prior, theirs);
            task.whole();
            FileCheck.equal(task.classes, theirs);
            Files.delete(theirs);
        }

        /** Ends it. */
        @TearDown(Level.Trial)
        public void close() throws SQLException {
            peer.close();
        }
    }

    /** Mubiao, one file into a roll. */
    @Benchmark
    public Roll read(Task task) {
        return task.read(task.roll);
    }

    /** Mubiao, rolls in memory into an evaluation in memory. */
    @Benchmark
    public Evaluation evaluate(Task task, Ours ours) {
        return task.evaluate(ours.roll, ours.prior);
    }

    /** Mubiao, an evaluation into a file. */
    @Benchmark
    public void write(Task task, Ours ours) {
        task.write(ours.evaluation);
    }

    /** Mubiao, the files into one. */
    @Benchmark
    public void whole(Task task) {
        task.whole();
    }

    /** DuckDB, one file into a table. */
    @Benchmark
    public void duckRead(Task task, Duck duck) throws SQLException {
        duck.peer.read("roll", task.roll);
    }

    /** DuckDB, tables into a table. */
    @Benchmark
    public void duckEvaluate(Duck duck) throws SQLException {
        duck.peer.evaluate();
    }

    /** DuckDB, a table into a file. */
    @Benchmark
    public void duckWrite(Task task, Duck duck) throws SQLException {
        duck.peer.write(task.classes);
    }

    /** DuckDB, the files into one. */
    @Benchmark
    public void duckWhole(Task task, Duck duck) throws SQLException {
        duck.peer.whole(task.roll, task.prior, task.classes);
    }

    /** FastCSV, every cell as a text and nothing done with it. */
    @Benchmark
    public long fastCsv(Task task) throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(task.roll)) {
            for (CsvRecord row : reader) {
                for (int i = 0; i < row.getFieldCount(); i++) {
                    characters += row.getField(i).length();
                }
            }
        }
        return characters;
    }

    /** One loop over the bytes of the file. */
    @Benchmark
    public long bytes(Task task) throws IOException {
        long lines = 0;
        byte[] block = new byte[1 << 16];
        try (InputStream input = Files.newInputStream(task.roll)) {
            for (int count = input.read(block); count >= 0; count = input.read(block)) {
                for (int i = 0; i < count; i++) {
                    lines += block[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
