package io.mubiao.bench;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
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
 * A cold assessment of 10,000 targets over 5 million increments, beside DuckDB summing the same rows by target. Both
 * sides have the rows loaded in the same order and apply the same three conditions (begins in the period, ends by the
 * as-of date, known by a day); ours also compares, paces and keeps what an explanation needs. "Cold" means that every
 * call builds a new assessor. The trial fails unless both give the same sum for every target.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class ColdAssessmentBenchmark {
    private static final int TARGETS = 10_000;
    private static final int ROWS_EACH = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2023, 6, 1);
    private static final Span PERIOD = Span.year(2024);
    private static final LocalDate AS_OF = LocalDate.of(2024, 9, 30);
    private static final LocalDate KNOWN_BY = LocalDate.of(2024, 10, 8);
    private static final AsOf QUESTION = AsOf.of(AS_OF).knownBy(KNOWN_BY);

    /** Threads on both sides. */
    @Param({"1", "2"})
    public int threads;

    private final ObservationLog log = ObservationLog.empty();
    private Register register;
    private Connection duck;
    private Statement statement;
    private String where;

    /** Loads both sides, a day's rows of all targets in random order before the next day's. */
    @Setup(Level.Trial)
    public void load() throws SQLException {
        Unit unit = Units.builtIn().get("万元");
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            targets.add(Target.of("T" + i, "", Goal.total(Quantity.of(40_000 + i, unit)), PERIOD));
        }
        register = Register.builder("bench", ZONE).targets(targets).build();
        duck = DriverManager.getConnection("jdbc:duckdb:");
        statement = duck.createStatement();
        statement.execute("SET threads = " + threads);
        statement.execute("CREATE TABLE rows (target INTEGER, from_day INTEGER, to_day INTEGER, recorded BIGINT, "
                + "amount DECIMAL(18, 2))");
        Random random = new Random(42);
        Integer[] order = new Integer[TARGETS];
        Arrays.setAll(order, i -> i);
        try (DuckDBAppender appender = duck.unwrap(DuckDBConnection.class).createAppender("main", "rows")) {
            for (int day = 0; day < ROWS_EACH; day++) {
                Collections.shuffle(Arrays.asList(order), random);
                LocalDate date = FIRST.plusDays(day);
                for (int target : order) {
                    append(appender, target, date, random, unit);
                }
            }
        }
        long known = KNOWN_BY.plusDays(1).atStartOfDay(ZONE).toEpochSecond();
        where = " FROM rows WHERE from_day >= " + PERIOD.first().toEpochDay() + " AND to_day <= " + AS_OF.toEpochDay()
                + " AND recorded < " + known + " GROUP BY target";
        check();
    }

    private void append(DuckDBAppender appender, int target, LocalDate date, Random random, Unit unit)
            throws SQLException {
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(50_000), 2);
        Instant recorded = date.plusDays(random.nextInt(20)).atTime(8, 0).toInstant(ZoneOffset.UTC);
        log.add(Observation.increment("T" + target, new Span(date, date), Quantity.of(amount, unit))
                .recordedAt(recorded));
        appender.beginRow();
        appender.append(target);
        appender.append((int) date.toEpochDay());
        appender.append((int) date.toEpochDay());
        appender.append(recorded.getEpochSecond());
        appender.append(amount);
        appender.endRow();
    }

    private void check() throws SQLException {
        BigDecimal[] sums = duckDbIntoJava();
        Assessments assessments = mubiao();
        for (int i = 0; i < TARGETS; i++) {
            Rational ours = assessments.get("T" + i).actual().orElseThrow().amount();
            if (!ours.equals(Rational.of(sums[i]))) {
                throw new IllegalStateException("target " + i + ": " + ours + " against " + sums[i]);
            }
        }
    }

    /** Every target assessed anew. */
    @Benchmark
    public Assessments mubiao() {
        return Assessor.assess(register, log, QUESTION, threads);
    }

    /** The sums, one a target, read into Java. */
    @Benchmark
    public BigDecimal[] duckDbIntoJava() throws SQLException {
        BigDecimal[] sums = new BigDecimal[TARGETS];
        try (ResultSet result = statement.executeQuery("SELECT target, sum(amount), count(*)" + where)) {
            while (result.next()) {
                sums[result.getInt(1)] = result.getBigDecimal(2);
            }
        }
        return sums;
    }

    /** The sums left in the engine: only their number and the largest come back. */
    @Benchmark
    public long duckDbInEngine() throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT count(*), max(s), max(n) FROM (SELECT target, "
                + "sum(amount) AS s, count(*) AS n" + where + ")")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Ends DuckDB. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        statement.close();
        duck.close();
    }
}
