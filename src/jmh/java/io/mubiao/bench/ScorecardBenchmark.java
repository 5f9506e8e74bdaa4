package io.mubiao.bench;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.formula.Formula;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.KeptScorecard;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.target.Goal;
import io.mubiao.target.Owner;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rounding;
import io.mubiao.value.Units;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * The scorecard of 100,000 assessed targets of 1,000 units: points by a capped ratio, lights by points behind, sums by unit
 * and in all, grades and places. Everything is worked out in each call of {@link #scorecard};
 * {@link #oneChanged} takes one changed assessment into a kept scorecard.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class ScorecardBenchmark {
    private static final int TARGETS = 100_000;
    private static final int UNITS = 1_000;
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);

    /** Whether each item's points are rounded to two decimals; unrounded sums are of fractions with many denominators. */
    @Param({"true", "false"})
    public boolean rounded;

    /** Threads. */
    @Param({"1", "2"})
    public int threads;

    private Scorer scorer;
    private Assessments assessments;
    private KeptScorecard kept;
    private final List<Assessment> changed = new ArrayList<>();
    private int next;

    /** Assesses the targets, as they are and with a little more done. */
    @Setup(Level.Trial)
    public void load() {
        Units units = Units.builtIn().with("个");
        List<Target> targets = new ArrayList<>();
        ObservationLog log = ObservationLog.empty();
        ObservationLog more = ObservationLog.empty();
        for (int i = 0; i < TARGETS; i++) {
            String id = "T" + i;
            targets.add(Target.builder(id, Goal.total(Quantity.of(50 + i % 97, units.get("个"))), Span.year(2024))
                    .owner(new Owner("", "U" + i % UNITS, List.of())).build());
            log.add(Observation.total(id, DAY, Quantity.of(i % 89, units.get("个"))));
            more.add(Observation.total(id, DAY, Quantity.of(i % 89 + 1, units.get("个"))));
        }
        Register register = Register.builder("bench", ZoneOffset.UTC).units(units).targets(targets).build();
        assessments = Assessor.assess(register, log, AsOf.of(DAY));
        Assessor.assess(register, more, AsOf.of(DAY)).forEach(changed::add);
        scorer = Scorer.of(rule(), register).threads(threads);
        kept = scorer.keep(assessments);
    }

    private ScorecardRule rule() {
        Part done = Part.of("done", new Shape.Ratio(), "attainment").with("base", "1").cap("w");
        done = rounded ? done.limits(new io.mubiao.shape.Limits(done.limits().cap(), done.limits().floor(),
                java.util.Optional.of(Rounding.halfUp(2)))) : done;
        ScoringRule ratio = ScoringRule.of("ratio", 10, done);
        NodeRule node = NodeRule.PLAIN.missing(Missing.SKIP).outOf(100).rounding(Rounding.halfUp(2));
        View view = new View("owner", "owner", node, List.of(new View.Level("owner", node)), List.of(),
                io.mubiao.scorecard.Credit.LEAD_ALONE, java.util.Optional.of(io.mubiao.shape.Ties.BEST_PLACE));
        Grades grades = new Grades(List.of("A", "B", "C"), Bands.of(band("A", ">= 80"), band("B", "[60, 80)"), band("C", "< 60")));
        LightRule lights = new LightRule(Map.of(), Map.of(), Formula.parse("points_behind"),
                new Grades(List.of("green", "yellow", "red"),
                        Bands.of(band("green", "<= 0"), band("yellow", "(0, 10]"), band("red", "> 10"))), List.of(), Cite.NONE);
        return ScorecardRule.builder("bench").scoreAll(ratio).views(List.of(view)).grades(grades).lights(lights).build();
    }

    private static Bands.Band band(String label, String interval) {
        return new Bands.Band(label, Interval.parse(interval));
    }

    /** All of it. */
    @Benchmark
    public Scorecard scorecard() {
        return scorer.score(assessments);
    }

    /** One changed assessment, up to the root. */
    @Benchmark
    public List<ItemScore> oneChanged() {
        next = (next + 7919) % TARGETS;
        return kept.update(changed.get(next));
    }
}
