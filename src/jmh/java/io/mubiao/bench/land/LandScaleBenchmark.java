package io.mubiao.bench.land;

import io.mubiao.land.assess.Evaluation;
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

/** Ours alone: how it grows from a million to ten million enterprises. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 4)
@Fork(value = 1, jvmArgsAppend = "-Xmx12g")
public class LandScaleBenchmark {
    /** Enterprises. */
    @Param({"1000000", "10000000"})
    public int rows;

    /** Threads. */
    @Param({"1", "2"})
    public int threads;

    private MubiaoPeer peer;

    /** Loads the roll. */
    @Setup(Level.Trial)
    public void load() {
        peer = new MubiaoPeer(Cohort.of(rows, 42), threads);
    }

    /** The whole evaluation. */
    @Benchmark
    public Evaluation evaluate() {
        return peer.evaluate();
    }
}
