package io.mubiao.bench.land;

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

/** The evaluation of {@link LandPeersBenchmark} by the rules of Drools, which fire in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx12g")
public class LandDroolsBenchmark {
    /** Enterprises. */
    @Param({"10000", "100000"})
    public int rows;

    /** A rule for each indicator, as one would write it, or one for all, which is faster. */
    @Param({"each", "one"})
    public String rule;

    private DroolsPeer drools;

    /** Compiles the rules and compares what they say with the exact evaluation. */
    @Setup(Level.Trial)
    public void load() {
        Cohort cohort = Cohort.of(rows, 42);
        drools = new DroolsPeer(cohort, rule.equals("each") ? LandDrl.ruleEach() : LandDrl.oneRule());
        LandCheck.equal("Drools", cohort, drools.evaluate());
    }

    /** A new session, all facts, all rules. */
    @Benchmark
    public LandResult drools() {
        return drools.evaluate();
    }
}
