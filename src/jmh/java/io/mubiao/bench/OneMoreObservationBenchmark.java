package io.mubiao.bench;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One more observation into a kept assessor of 100,000 targets with half a million observations, and what it touches
 * read back: status, attainment, points and days ahead. The log grows as it runs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class OneMoreObservationBenchmark {
    private static final int TARGETS = 100_000;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Unit UNIT = Units.builtIn().get("万元");

    private Assessor assessor;
    private int next;

    /** A register of 100,000 targets, five increments each, all assessed once. */
    @Setup(Level.Iteration)
    public void load() {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            targets.add(Target.of("T" + i, "", Goal.total(Quantity.of(10_000, UNIT)),
                    new Span(FIRST, LocalDate.of(2999, 12, 31))));
        }
        ObservationLog log = ObservationLog.empty();
        for (next = 0; next < TARGETS * 5; next++) {
            log.add(increment());
        }
        Register register = Register.builder("bench", ZoneOffset.UTC).targets(targets).build();
        assessor = Assessor.of(register, log, AsOf.of(LocalDate.of(2500, 6, 30)));
        assessor.assessments();
    }

    private Observation increment() {
        LocalDate day = FIRST.plusDays(next / TARGETS);
        return Observation.increment("T" + next % TARGETS, new Span(day, day), Quantity.of(1 + next % 97, UNIT))
                .recordedAt(java.time.Instant.ofEpochSecond(1_700_000_000));
    }

    /** An increment for the next target in turn. */
    @Benchmark
    public void increment(Blackhole read) {
        List<Assessment> touched = assessor.add(increment()).assessments();
        next++;
        for (Assessment assessment : touched) {
            read.consume(assessment.status());
            read.consume(assessment.attainment());
            read.consume(assessment.pointsAhead());
            read.consume(assessment.daysAhead());
        }
    }
}
