package io.mubiao.io.result;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.io.Format;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results as plain data: numbers are numbers, nothing of ours is left in them, and rows are written as they come. */
class ResultTreeTest {
    private static final Register JINAN = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
    private static final ObservationLog LOG = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", JINAN).orThrow();
    private static final Assessments ASSESSMENTS = Mubiao.assess(JINAN, LOG, LocalDate.of(2024, 9, 30));
    private static final Scorecard CARD = Mubiao.score(Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml"), ASSESSMENTS);
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              parcel: {title: 宗地, kind: text}
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              since: {title: 投产日期, kind: day}
              small: {title: 规下, kind: flag}
            merge: {by: parcel}
            indicators: {t: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, rank-on: t}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            exports: {public: [rank, name, total, t, since, small]}
            """, Format.YAML, "t");
    private static final Evaluation EVALUATION = LandAssessor.of(RULE).evaluate(RollFile.parse(
            "统一社会信用代码,企业名称,宗地,用地面积(亩),税收(万元),投产日期,规下\n1,甲,P,1,5,2020-01-02,是\n2,乙,P,2,3,2020-01-02,是\n3,丙,,3,2,2021-02-03,否\n", "t.csv", RULE).value());

    private static void plain(Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            assertEquals(LinkedHashMap.class, map.getClass(), path);
            map.forEach((key, of) -> plain(of, path + "." + (String) key));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> plain(item, path + "[]"));
        } else {
            assertTrue(List.of(String.class, BigDecimal.class, Long.class, Boolean.class).contains(value.getClass()),
                    path + ": " + value.getClass());
        }
    }

    /** Sentences in the language asked for; words that programs compare in none. */
    @Test
    void sentencesAreInTheLanguageOfTheStyle() {
        Problem problem = Problem.error("DUPLICATE", Place.of("a.csv"), "id 'x' is already in the log");
        assertEquals(problem.message(), ResultTree.tree(problem).get("message"));
        Map<String, Object> tree = ResultTree.tree(problem, JsonStyle.FULL.locale(Locale.CHINESE));
        assertEquals(problem.message(Locale.CHINESE), tree.get("message"));
        assertEquals(List.of("error", "DUPLICATE"), List.of(requireNonNull(tree.get("severity")), requireNonNull(tree.get("code"))));
        Evaluation evaluation = LandAssessor.of(RULE).evaluate(RollFile.parse("id,name,parcel,land,tax\nE1,甲,p,,3\n", "t.csv", RULE)
                .despiteProblems());
        String english = evaluation.get("E1").reason();
        assertTrue(english.contains("is missing"), english);
        assertEquals(english, ResultTree.tree(evaluation.get("E1")).get("reason"));
        String chinese = String.valueOf(ResultTree.tree(evaluation.get("E1"), JsonStyle.COMPACT.locale(Locale.CHINA)).get("reason"));
        assertTrue(chinese.contains("没有总分"), chinese);
        for (Object one : (List<?>) requireNonNull(ResultTree.tree(ASSESSMENTS, JsonStyle.COMPACT.locale(Locale.CHINESE)).get("assessments"))) {
            Object detail = ((Map<?, ?>) one).get("detail");
            assertFalse(String.valueOf(detail).matches(".*\\b(is|are|of|which) .*"), one::toString);
        }
    }

    @Test
    void everyResultIsMapsListsTextsAndNumbersAlone() {
        for (JsonStyle style : List.of(JsonStyle.FULL, JsonStyle.COMPACT)) {
            for (Object result : List.of(ASSESSMENTS, ASSESSMENTS.get("P05"), CARD, CARD.get("P05"), CARD.get("P05").score(),
                    CARD.root("owner"), Mubiao.forecast(ASSESSMENTS, LOG).get("P05"), EVALUATION, EVALUATION.get("1"),
                    EVALUATION.explain("1"), Problem.warning("X", Place.of("a"), "b"), Rational.ONE)) {
                Map<String, Object> tree = ResultTree.tree(result, style);
                assertTrue(ResultTree.types().stream().anyMatch(it -> it.isInstance(result)));
                assertFalse(tree.isEmpty());
                plain(tree, result.getClass().getSimpleName());
            }
        }
        Refusal.naming(() -> ResultTree.tree("x"), "java.lang.String", "an assessment");
    }

    @Test
    void decimalsStandBesideFractionsWithSoManyDigits() {
        Rational third = Rational.of(1, 3);
        assertEquals(Map.of("value", new BigDecimal("0.333333"), "exact", "1/3"), ResultTree.tree(third));
        assertEquals(Map.of("value", new BigDecimal("0.33"), "exact", "1/3"), ResultTree.tree(third, JsonStyle.FULL.decimals(2)));
        assertEquals(Map.of("value", new BigDecimal("0.333333")), ResultTree.tree(third, JsonStyle.COMPACT));
        assertEquals(Map.of("value", new BigDecimal("1000")), ResultTree.tree(Rational.of(1000)));
        assertEquals(Map.of("value", new BigDecimal("73.333333"), "unit", "公顷", "exact", "220/3"),
                ResultTree.tree(Ask.q("220 公顷").times(third)));
        assertThrows(IllegalArgumentException.class, () -> JsonStyle.FULL.decimals(41));
    }

    @Test
    void anEvaluationHasMembersRankingAndTypedCells() {
        List<?> results = (List<?>) requireNonNull(ResultTree.tree(EVALUATION).get("results"));
        Map<?, ?> first = (Map<?, ?>) results.get(0);
        assertEquals(List.of("1", "2"), first.get("members"));
        assertEquals("all", first.get("group"));
        assertEquals(1L, first.get("place"));
        List<?> rows = (List<?>) requireNonNull(ResultTree.tree(EVALUATION, "public", JsonStyle.FULL).get("results"));
        assertEquals(3, rows.size());
        assertEquals("{rank=1, name=甲, total=2.666667, totalExact=8/3, t=2.666667, tExact=8/3, since=2020-01-02, small=true}", rows.get(0).toString());
        assertEquals("{rounded=false, sameTotal=1, ties=best-place}",
                String.valueOf(((Map<?, ?>) requireNonNull(ResultTree.tree(EVALUATION.explain("3")).get("ranking"))).get("order")));
    }

    @Test
    void compactIsShortAndOnOneLine() {
        String full = ScorecardJson.write(CARD);
        String compact = ScorecardJson.write(CARD, JsonStyle.COMPACT);
        assertEquals(1, compact.lines().count());
        assertTrue(full.length() > 8 * compact.length(), full.length() + " " + compact.length());
        assertFalse(compact.contains("Exact") || compact.contains("trace"));
        assertTrue(compact.contains("\"place\":2"));
        String untraced = AssessmentJson.write(ASSESSMENTS.get("P05"), JsonStyle.FULL.trace(false).indent(false));
        assertFalse(untraced.contains("trace") || untraced.contains("\n\n") || untraced.contains(" : "));
        assertTrue(untraced.contains("\"goal\""), untraced);
    }

    /** What a writer gets, and how much of it at a time. */
    private static final class Gauge extends Writer {
        private long written;
        private int most;
        private boolean closed;

        @Override
        public void write(char[] text, int from, int count) {
            written += count;
            most = Math.max(most, count);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            closed = true;
        }
    }

    private static Assessments many(int count) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(Target.builder("T" + i, Goal.total(Ask.q("62 个")), Span.year(2024)).title("第 " + i + " 项").build());
        }
        Register register = Register.builder("many", Ask.ZONE).units(Ask.UNITS).targets(targets).build();
        return Mubiao.assess(register, ObservationLog.empty(), Ask.day("06-30"));
    }

    @Test
    void aHundredThousandTargetsAreWrittenRowByRow() {
        Assessments assessments = many(100_000);
        Gauge gauge = new Gauge();
        AssessmentJson.write(assessments, JsonStyle.COMPACT, gauge);
        assertTrue(gauge.written > 10_000_000, () -> Long.toString(gauge.written));
        assertTrue(gauge.most < 20_000, () -> Integer.toString(gauge.most));
        assertFalse(gauge.closed);
    }

    @Test
    void aStreamGetsTheSameInUtf8AndItsFailureIsTold() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AssessmentJson.write(ASSESSMENTS, JsonStyle.FULL, bytes);
        assertEquals(AssessmentJson.write(ASSESSMENTS), bytes.toString(StandardCharsets.UTF_8));
        assertThrows(UncheckedIOException.class, () -> EvaluationJson.write(EVALUATION, JsonStyle.FULL, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the disk is full");
            }
        }));
    }
}
