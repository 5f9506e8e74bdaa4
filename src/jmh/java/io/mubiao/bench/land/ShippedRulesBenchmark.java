package io.mubiao.bench.land;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
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

/** Every shipped rule that evaluates, the rule of the headline and one that merges, in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class ShippedRulesBenchmark {
    /** The rule. */
    @Param({"headline", "huaian-2024-by-county", "huaian-2024", "anhui-city", "huangyan-2022", "huangyan-2022-small",
        "keqiao-dyeing-2014", "linhai-2014", "changle-2023", "wenling-parks-2022", "jingde", "fuzhou-entry-2024",
        "quality-firms-energy-wages", "wujin-2017-draft", "merging"})
    public String rule;

    /** Enterprises. */
    @Param({"100000", "1000000"})
    public int rows;

    /** Threads. */
    @Param("1")
    public int threads;

    private Roll roll;
    private LandAssessor assessor;

    /** Makes this year's roll and last year's. */
    @Setup(Level.Trial)
    public void load() {
        EvaluationRule made = BenchRule.of(rule);
        roll = ShippedRoll.of(made, rows, 42);
        assessor = LandAssessor.of(made).prior(ShippedRoll.of(made, rows, 43)).threads(threads);
    }

    /** The whole evaluation. */
    @Benchmark
    public Evaluation evaluate() {
        return assessor.evaluate(roll);
    }
}
