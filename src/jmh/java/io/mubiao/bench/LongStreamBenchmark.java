package io.mubiao.bench;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Status;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One more observation, a correction and a retraction into a kept assessor whose one stream is already so long, and the status
 * read back. The peer is the same at another length: it costs the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class LongStreamBenchmark {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Instant KNOWN = Instant.parse("2020-01-01T00:00:00Z");
    private static final int DAYS = 7_000;
    private static final Unit UNIT = Units.builtIn().with("件").get("件");

    /** What the stream holds. */
    @Param({"increment", "total", "level", "event"})
    public String kind;

    /** How many it holds. */
    @Param({"10000", "1000000"})
    public int length;

    private Assessor assessor;
    private int next;
    private int replaced;

    /** Fills the stream. */
    @Setup(Level.Iteration)
    public void load() {
        Measure measure = switch (kind) {
            case "level" -> Measure.level();
            case "event" -> Measure.count();
            default -> Measure.total();
        };
        Target target = Target.of("T", "", Goal.amount(measure, Bound.parse(">= 100 件", Units.builtIn().with("件"))),
                new Span(FIRST, LocalDate.of(2029, 12, 31)));
        List<Observation> all = new ArrayList<>();
        for (next = 0; next < length; next++) {
            all.add(observation(next));
        }
        replaced = 0;
        assessor = Assessor.of(Register.builder("bench", ZoneOffset.UTC).targets(List.of(target)).build(), ObservationLog.of(all),
                AsOf.of(LocalDate.of(2025, 6, 30)));
        assessor.get("T");
    }

    private Observation observation(int number) {
        LocalDate day = FIRST.plusDays(number % DAYS);
        Quantity one = Quantity.of(1, UNIT);
        Observation made = switch (kind) {
            case "increment" -> Observation.increment("T", new Span(day, day), one).source("s" + number / DAYS);
            case "total" -> Observation.total("T", day, one);
            case "level" -> Observation.level("T", day, one);
            default -> Observation.event("T", day);
        };
        return made.recordedAt(KNOWN.plusSeconds(number));
    }

    private String another() {
        replaced = (replaced + 1) % length;
        return "T#" + (replaced + 1);
    }

    private Status status() {
        return assessor.get("T").status();
    }

    /** One more. */
    @Benchmark
    public Status add() {
        assessor.addDespiteProblems(observation(next++));
        return status();
    }

    /** One in place of an earlier one. */
    @Benchmark
    public Status correct() {
        String id = another();
        assessor.addDespiteProblems(observation(replaced).recordedAt(KNOWN.plusSeconds(next++ + 2L * length)).supersedes(id));
        return status();
    }

    /** One less. */
    @Benchmark
    public Status retract() {
        assessor.addDespiteProblems(Observation.retraction("T", another(), KNOWN.plusSeconds(next++ + 2L * length)));
        return status();
    }
}
