package io.mubiao.bench.land;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.EvaluationWhatIf;
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

/** What an appeals officer asks of one enterprise among a million, after the evaluation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx12g")
public class LandQuestionsBenchmark {
    private static final int ROWS = 1_000_000;

    /** The rule. */
    @Param({"headline", "huaian-2024-by-county"})
    public String rule;

    private Evaluation evaluation;
    private int next;

    /** Evaluates a roll once, with that of last year. */
    @Setup(Level.Trial)
    public void load() {
        EvaluationRule made = BenchRule.of(rule);
        evaluation = LandAssessor.of(made).prior(ShippedRoll.of(made, ROWS, 43)).evaluate(ShippedRoll.of(made, ROWS, 42));
        evaluation.get("E0");
    }

    private String enterprise() {
        next = (next + 7919) % ROWS;
        return "E" + next;
    }

    /** How the result of one came about. */
    @Benchmark
    public Explanation explain() {
        return evaluation.explain(enterprise());
    }

    /** What moves when the tax of one is corrected, baselines frozen. */
    @Benchmark
    public EvaluationImpact whatIf() {
        return EvaluationWhatIf.of(evaluation).with(enterprise(), "tax", "100").run();
    }

    /** The least tax that makes one an A, or that there is none; of those whose tax is known. */
    @Benchmark
    public Counterfactual counterfactual() {
        String id = enterprise();
        while (evaluation.number(id, "tax").isEmpty()) {
            id = enterprise();
        }
        return Counterfactual.of(evaluation, id, "tax", "A");
    }
}
