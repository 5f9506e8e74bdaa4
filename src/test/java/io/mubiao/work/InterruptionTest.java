package io.mubiao.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.forecast.Forecaster;
import io.mubiao.gap.Gap;
import io.mubiao.gap.Gaps;
import io.mubiao.io.Format;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.CsvOut;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.KeptScorecard;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.target.Register;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long work ends when its thread is interrupted, and everything it used gives the right result afterwards. */
@Timeout(120)
class InterruptionTest {
    private static final int TARGETS = 600;
    private static final AsOf JULY = AsOf.of(LocalDate.of(2024, 7, 1));
    private static final String YAML = register(TARGETS);
    private static final Register REGISTER = RegisterFile.parse(YAML, Format.YAML, "r");
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元, negative: true}}
            indicators: {i: {formula: 'tax / 1 万元 / (land / 1 亩)'}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: {kind: mean, population: evaluated}}}}]
            total: {round: 2 half-up}
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            """, Format.YAML, "t");

    private static String register(int targets) {
        return "register: r\nzone: Asia/Shanghai\nperiod: 2024-01-01/2024-12-31\nunits: [个]\ntargets:\n"
                + IntStream.range(0, targets).mapToObj(i -> "- {id: T" + i + ", title: 第" + i + "项, strength: commitment, "
                        + "goal: {kind: amount, of: total, require: '>= " + (i % 90 + 10) + " 个'}}\n").collect(Collectors.joining());
    }

    private static ObservationLog log(int targets) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            all.add(Observation.total("T" + i, LocalDate.of(2024, 6, 30), Quantity.of(i % 50, REGISTER.units().get("个"))));
        }
        return ObservationLog.of(all);
    }

    private static String csv(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> "E" + i + "," + (i % 97 + 1) + "," + i % 1013 + "\n")
                .collect(Collectors.joining("", "id,用地面积(亩),税收(万元)\n", ""));
    }

    @Test
    void readingARegister() throws InterruptedException {
        Interrupt.ends("YAML", () -> RegisterFile.parse(YAML, Format.YAML, "r"));
        String json = RegisterFile.write(REGISTER, Format.JSON);
        Interrupt.ends("JSON", () -> RegisterFile.parse(json, Format.JSON, "r"));
        Interrupt.ends("writing YAML", () -> RegisterFile.write(REGISTER, Format.YAML));
        assertEquals(REGISTER, RegisterFile.parse(json, Format.JSON, "r"));
    }

    @Test
    void readingObservations() throws InterruptedException {
        String rows = IntStream.range(0, TARGETS).mapToObj(i -> "{\"kind\": \"total\", \"stream\": \"T" + i
                + "\", \"on\": \"2024-06-30\", \"value\": \"" + i + " 个\"}").collect(Collectors.joining(",\n"));
        String json = "{\"observations\": \"r\", \"recorded\": \"2024-07-01T09:00:00+08:00\", \"rows\": [" + rows + "]}";
        Interrupt.ends("observations", () -> ObservationFile.parse(json, Format.JSON, "o", REGISTER));
        assertEquals(TARGETS, ObservationFile.parse(json, Format.JSON, "o", REGISTER).orThrow().size());
    }

    @Test
    void readingARoll() throws InterruptedException {
        String csv = csv(4_000);
        Interrupt.ends("CSV", () -> RollFile.parse(csv, "s", RULE));
        assertEquals(4_000, RollFile.parse(csv, "s", RULE).orThrow().size());
        CsvOptions together = CsvOptions.DEFAULT.threads(3);
        Interrupt.ends("CSV on three threads", () -> RollFile.parse(csv, "s", RULE, together));
        assertEquals(4_000, RollFile.parse(csv, "s", RULE, together).orThrow().size());
    }

    @Test
    void assessingOnOneThreadAndMore() throws InterruptedException {
        ObservationLog log = log(TARGETS);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<String> expected = statuses(Assessor.assess(REGISTER, log, JULY));
        try {
            for (Threads threads : List.of(Threads.ONE, Threads.of(3), Threads.of(pool, 3))) {
                Interrupt.ends("assess on " + threads.count(), () -> Assessor.assess(REGISTER, log, JULY, threads));
                assertEquals(expected, statuses(Assessor.assess(REGISTER, log, JULY, threads)));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> statuses(Assessments all) {
        return all.stream().map(it -> it.target().id() + it.verdict() + it.pace() + it.actual()).toList();
    }

    @Test
    void scoringOnOneThreadAndMore() throws InterruptedException {
        Assessments now = Assessor.assess(REGISTER, log(TARGETS), JULY);
        for (int threads : new int[] {1, 3}) {
            Scorer scorer = scorer(REGISTER).threads(threads);
            Scorecard expected = scorer.score(now);
            Interrupt.ends("score on " + threads, () -> scorer.score(now));
            assertEquals(points(expected), points(scorer.score(now)));
        }
    }

    private static Scorer scorer(Register register) {
        Part done = Part.of("done", new Shape.Ratio(), "orelse(capped_attainment, 0)").with("base", "1");
        return Scorer.of(ScorecardRule.builder("card").scoreAll(ScoringRule.of("attainment", 100, done))
                .views(List.of(View.by("chapter", NodeRule.PLAIN.missing(Missing.SKIP), NodeRule.PLAIN.missing(Missing.SKIP))))
                .build(), register);
    }

    private static List<String> points(Scorecard card) {
        return card.stream().map(it -> it.id() + it.points()).toList();
    }

    @Test
    void evaluatingOnOneThreadAndMore() throws InterruptedException {
        Roll roll = RollFile.parse(csv(4_000), "s", RULE).orThrow();
        for (LandAssessor assessor : List.of(LandAssessor.of(RULE), LandAssessor.of(RULE).threads(3),
                LandAssessor.of(RULE).exactOnly(), LandAssessor.of(RULE).exactOnly().threads(3))) {
            String expected = league(assessor.evaluate(roll));
            Interrupt.ends("evaluate by " + assessor, () -> assessor.evaluate(roll));
            assertEquals(expected, league(assessor.evaluate(roll)));
        }
    }

    private static String league(Evaluation evaluation) {
        return evaluation.stream().limit(500).map(it -> it.id() + it.total() + it.place()).collect(Collectors.joining());
    }

    @Test
    void searchingForGapsAndForecasting() throws InterruptedException {
        Register small = RegisterFile.parse(register(20), Format.YAML, "r");
        ObservationLog log = log(20);
        Gaps gaps = Gaps.of(small, log, JULY);
        String expected = Gaps.of(small, log, JULY).stream().toList().toString();
        List<Gap> seen = new ArrayList<>();
        Interrupt.ends("gaps", () -> gaps.forEach(seen::add));
        assertEquals(expected, gaps.stream().toList().toString());
        Assessments now = Assessor.assess(small, log, JULY);
        Interrupt.ends("forecast", () -> Forecaster.of().forecast(now, log));
    }

    @Test
    void provingWhatARootIs() throws InterruptedException {
        List<Rational> primes = IntStream.range(2, 1_200).filter(i -> IntStream.rangeClosed(2, i / 2).noneMatch(d -> i % d == 0))
                .mapToObj(i -> Rational.of(1, i)).toList();
        Interrupt.ends("a sum of fractions", () -> Rational.sum(primes));
        Interrupt.ends("an order of roots", () -> {
            Enclosure sum = Enclosure.of(Rational.ZERO);
            for (int i = 2; i < 30; i++) {
                sum = sum.plus(Enclosure.of(Rational.of(i)).plus(sum).root(3));
            }
            sum.order(sum.plus(Enclosure.of(Rational.of(java.math.BigInteger.ONE, java.math.BigInteger.TEN.pow(2_000)))));
        });
    }

    /** Small changes are made whole, so that nothing kept is ever half changed. */
    @Test
    void aChangeOfSomethingKeptIsMadeWhole() {
        Register small = RegisterFile.parse(register(3), Format.YAML, "r");
        Assessor kept = Assessor.of(small, log(3), JULY);
        KeptScorecard card = scorer(small).keep(kept.assessments());
        Thread.currentThread().interrupt();
        try {
            kept.add(Observation.total("T1", LocalDate.of(2024, 6, 30), Quantity.parse("7 个", small.units())));
            card.update(kept.get("T1"));
            assertThrows(WorkInterruptedException.class, () -> scorer(small).score(Assessor.assess(small, log(3), JULY)));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals("Optional[7 个]", kept.get("T1").actual().toString());
        assertEquals(points(scorer(small).score(kept.assessments())), points(card.scorecard()));
    }

    @Test
    void whatIsWrittenWhileInterruptedLeavesTheOldFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        Thread.currentThread().interrupt();
        try {
            assertThrows(WorkInterruptedException.class, () -> CsvOut.write(file, StandardCharsets.UTF_8, false, List.of("a"),
                    Collections.nCopies(10, List.of("new"))));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"out.csv"}, folder.toFile().list());
    }
}
