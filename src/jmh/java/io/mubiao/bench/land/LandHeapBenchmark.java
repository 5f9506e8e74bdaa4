package io.mubiao.bench.land;

import com.sun.management.ThreadMXBean;
import io.mubiao.land.assess.Evaluation;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * How much heap an evaluation takes beyond the columns of the roll: everything that it allocates on one thread, which is
 * the most that it can hold at once, kept or not. Fails from a million rows on
 * unless that is less than the columns themselves.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 1)
@Fork(1)
public class LandHeapBenchmark {
    /** Bytes, shown beside the time; JMH adds those of iterations up. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Bytes {
        /** The eight number columns and the industries, four bytes a row each. */
        public long columns;
        /** What an evaluation allocates. */
        public long allocated;
    }

    /** The roll. */
    @State(Scope.Benchmark)
    public static class Task {
        private static final int COLUMNS = 9;

        /** Enterprises. */
        @Param({"10000", "100000", "1000000", "10000000"})
        public int rows;

        MubiaoPeer peer;

        /** Loads it. */
        @Setup(Level.Trial)
        public void load() {
            peer = new MubiaoPeer(Cohort.of(rows, 42), 1);
        }

        long columns() {
            return (long) COLUMNS * Integer.BYTES * rows;
        }
    }

    /** The whole evaluation. */
    @Benchmark
    public Evaluation evaluate(Task task, Bytes bytes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Evaluation evaluation = task.peer.evaluate();
        bytes.allocated = threads.getCurrentThreadAllocatedBytes() - before;
        bytes.columns = task.columns();
        if (task.rows >= Cohort.LARGE && bytes.allocated >= bytes.columns) {
            throw new IllegalStateException(bytes.allocated + " bytes beyond columns of " + bytes.columns);
        }
        return evaluation;
    }
}
