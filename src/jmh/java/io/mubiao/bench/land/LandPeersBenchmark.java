package io.mubiao.bench.land;

import io.mubiao.land.assess.Evaluation;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
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
 * The evaluation of a cohort of enterprises by what they yield from their land: six weighted ratios against the
 * baselines of the industry, ranks within it, and classes from the ranks. Every peer has the cohort loaded in the form
 * that suits it, and evaluates it anew in every call. Compare the medians (p0.50) of one run.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx12g")
public class LandPeersBenchmark {
    /** What all peers evaluate. */
    @State(Scope.Benchmark)
    public static class Task {
        /** Enterprises. */
        @Param({"10000", "100000", "1000000"})
        public int rows;

        /** Threads of every peer. */
        @Param({"1", "2"})
        public int threads;

        Cohort cohort;

        /** Makes the cohort. */
        @Setup(Level.Trial)
        public void load() {
            cohort = Cohort.of(rows, 42);
        }
    }

    /** Mubiao with the roll in columns. */
    @State(Scope.Benchmark)
    public static class Mubiao {
        MubiaoPeer peer;

        /** Loads it; fails unless the result is exact. */
        @Setup(Level.Trial)
        public void load(Task task) {
            peer = new MubiaoPeer(task.cohort, task.threads);
            if (task.rows <= LandCheck.MOST) {
                LandCheck.equal("Mubiao", task.cohort, peer.result());
            }
        }
    }

    /** DuckDB with the cohort loaded. */
    @State(Scope.Benchmark)
    public static class Duck {
        DuckPeer peer;

        /** Loads it and counts how far it is from the exact evaluation. */
        @Setup(Level.Trial)
        public void load(Task task) throws SQLException {
            peer = new DuckPeer(task.cohort, task.threads);
            LandCheck.print("DuckDB", task.cohort, peer.intoJava());
        }

        /** Ends it. */
        @TearDown(Level.Trial)
        public void close() throws SQLException {
            peer.close();
        }
    }

    /** The cohort as objects. */
    @State(Scope.Benchmark)
    public static class Streams {
        StreamPeer peer;

        /** Makes the objects; fails unless the result is exact. */
        @Setup(Level.Trial)
        public void load(Task task) throws ExecutionException, InterruptedException {
            peer = new StreamPeer(task.cohort, task.threads);
            LandCheck.equal("streams", task.cohort, peer.evaluate());
        }

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void close() {
            peer.close();
        }
    }

    /** Mubiao, everything that an explanation needs kept. */
    @Benchmark
    public Evaluation mubiao(Mubiao mubiao) {
        return mubiao.peer.evaluate();
    }

    /** DuckDB, the result left in a table of the engine. */
    @Benchmark
    public void duckDbInEngine(Duck duck) throws SQLException {
        duck.peer.inEngine();
    }

    /** DuckDB, the result read into arrays a vector at a time. */
    @Benchmark
    public LandResult duckDbIntoJava(Duck duck) throws SQLException {
        return duck.peer.intoJava();
    }

    /** DuckDB, the result read row by row through plain JDBC. */
    @Benchmark
    public LandResult duckDbByRow(Duck duck) throws SQLException {
        return duck.peer.byRow();
    }

    /** Plain streams of decimals. */
    @Benchmark
    public LandResult streams(Streams streams) throws ExecutionException, InterruptedException {
        return streams.peer.evaluate();
    }
}
