package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a number is made of, it is decided: no result is open but for a missing input or a divisor of zero. */
class OpenValuesTest {
    private static final String PROGRESS = """
            id: t
            year: 2024
            columns: {a: {decimals: 2, negative: true}, b: {decimals: 2}}
            indicators: {i: {formula: a / b}}
            groups: [{id: g, weights-total: 10, items: {i: {weight: 10, score: progress, base: {kind: mean, population: evaluated},
              target: {kind: max, population: evaluated}, degenerate: 5}}}]
            """;
    private static final String UNROUNDED = Made.RANKING.replace("on: rounded", "on: unrounded");
    private static final String RATIO_TO_MEAN = """
            id: t
            year: 2024
            columns: {a: {decimals: 2}, b: {decimals: 2}}
            indicators: {i: {formula: a / b}}
            groups: [{id: g, weights-total: 10, items: {i: {weight: 10, score: ratio, base: {kind: mean, population: evaluated}}}}]
            """;
    private static final String RATE_TO_BEST = """
            id: t
            year: 2024
            columns: {a: {decimals: 2}, b: {decimals: 2}}
            indicators: {i: {formula: 'RATE'}}
            groups: [{id: g, weights-total: 10, items: {i: {weight: 10, score: ratio, base: {kind: max, population: evaluated}}}}]
            """;

    /** The results, whole, by two threads and in chunks, all of which must say the same. */
    private static String outcome(EvaluationRule rule, List<String> rows) {
        LandAssessor assessor = LandAssessor.of(rule);
        Roll roll = Made.roll(rule, rows.toArray(new String[0]));
        String whole = Made.outcome(assessor.evaluate(roll));
        assertEquals(whole, Made.outcome(assessor.exactOnly().evaluate(roll)));
        assertEquals(whole, Made.outcome(assessor.threads(2).evaluate(roll)));
        List<Roll> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += rows.size() / 3 + 1) {
            chunks.add(Made.roll(rule, rows.subList(from, Math.min(rows.size(), from + rows.size() / 3 + 1)).toArray(new String[0])));
        }
        List<String> parts = new ArrayList<>();
        Chunks.of(assessor).evaluate(chunks, part -> parts.add(Made.outcome(part)));
        assertEquals(whole, String.join(" ", parts));
        return whole;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 1001, 3000})
    void aDivisorOfZeroIsSeenForAnyNumberOfRows(int count) {
        List<String> rows = IntStream.range(0, count).mapToObj(i -> i + " a=1 b=3").toList();
        assertEquals(IntStream.range(0, count).mapToObj(i -> "5#--").collect(Collectors.joining(" ")),
                outcome(Made.rule(PROGRESS), rows));
    }

    /** Long fractions of every kind that cancel: the mean is 0, and nobody can be divided by it. */
    @Test
    void aMeanThatCancelsIsZeroAndTheReasonNamesIt() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            rows.add("p" + i + " a=" + (i % 13 + 1) + " b=" + (2 * i + 1));
            rows.add("n" + i + " a=-" + (i % 13 + 1) + " b=" + (2 * i + 1));
        }
        EvaluationRule rule = Made.rule(RATIO_TO_MEAN.replace("a: {decimals: 2}", "a: {decimals: 2, negative: true}"));
        assertEquals(rows.stream().map(it -> "-#--").collect(Collectors.joining(" ")), outcome(rule, rows));
        EnterpriseResult first = Made.evaluate(rule, rows.toArray(new String[0])).get("p0");
        assertEquals(Why.Kind.ZERO_DIVISOR, first.why().orElseThrow().kind());
        assertTrue(first.reason().contains("i_base"), first.reason());
    }

    /** Equal figures tie, and 1 : 3 is 2 : 6; the mean has a denominator of thousands of digits. */
    @Test
    void equalFiguresTieUnderALongMean() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 520; i++) {
            rows.add("p" + i + " a=" + (i + 1) + " b=" + (7 * i + 3));
            rows.add("q" + i + " a=" + (2 * i + 2) + " b=" + (14 * i + 6));
        }
        EvaluationRule rule = Made.rule(RATIO_TO_MEAN, UNROUNDED, Made.CLASSES);
        List<String> outcomes = List.of(outcome(rule, rows).split(" ", -1));
        for (int i = 0; i < rows.size(); i += 2) {
            assertEquals(outcomes.get(i), outcomes.get(i + 1), rows.get(i));
        }
        assertEquals(520, outcomes.stream().distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"'cagr(a, b, 3)', 10 3.51 1.24", "'cagr(cagr(a, b, 3) + 1, 1, 5)', 10 3.73 1.34", "'cagr(a, b, 60)', 10 3.77 1.36"})
    void theBestHasAllPointsThoughItsRateIsNoFraction(String rate, String expected) {
        String rule = RATE_TO_BEST.replace("RATE", rate);
        List<String> rows = List.of("1 a=20 b=10", "2 a=13 b=10", "3 a=11 b=10", "4 a=40 b=20");
        assertEquals(expected + " 10", outcome(Made.rule(rule, "total: {round: 2 floor}\n"), rows).replace("#--", ""));
    }

    /** Classes by totals and by tests at the best rate itself, ranking by rates that are not rounded. */
    @Test
    void thresholdsAndPlacesAreDecidedAtTheEdge() {
        String rule = RATE_TO_BEST.replace("RATE", "cagr(a, b, 3)");
        List<String> rows = List.of("1 a=20 b=10", "2 a=13 b=10", "3 a=11 b=10", "4 a=40 b=20", "5 a=26 b=20");
        assertEquals("10#-A 3.516#-B 1.242#-B 10#-A 3.516#-B", outcome(Made.rule(rule,
                "total: {round: 3 half-up}\nclasses: {order: [A, B], by: score, at-least: {A: 10}}\n"), rows));
        assertEquals("10#-A 3.516#-B 1.242#-B 10#-A 3.516#-B", outcome(Made.rule(rule.replace("indicators:", """
                baselines: {top: {of: i, kind: max, population: evaluated}}
                indicators:"""), "total: {round: 3 half-up}\nclasses: {order: [A, B], by: tests, tests: {A: 'i >= top'}}\n"), rows));
        List<String> places = List.of(outcome(Made.rule(rule, UNROUNDED, Made.CLASSES), rows).split(" ", -1));
        assertEquals(List.of("#1A", "#3B", "#5C", "#1A", "#3B"),
                places.stream().map(it -> it.substring(it.indexOf('#'))).toList());
    }

    /** A frozen mean of thousands decides like a fresh one, also exactly at the mean. */
    @Test
    void aFrozenMeanDecidesLikeAFreshOne() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 600; i++) {
            rows.add("p" + i + " a=" + (i + 600) + " b=" + (601 + i));
            rows.add("n" + i + " a=" + (602 + i) + " b=" + (601 + i));
        }
        rows.add("m a=7 b=7");
        String[] texts = rows.toArray(new String[0]);
        EvaluationRule rule = Made.rule(PROGRESS, "total: {round: 2 half-up}\n", Made.RANKING, Made.CLASSES);
        Evaluation fresh = Made.evaluate(rule, texts);
        assertEquals(Rational.ZERO, fresh.get("m").total().orElseThrow());
        Evaluation frozen = LandAssessor.of(rule).frozen(fresh.baselines()).evaluate(Made.roll(rule, texts));
        assertEquals(Made.outcome(fresh), Made.outcome(frozen));
        assertEquals("0#1B", Made.outcome(LandAssessor.of(rule).frozen(fresh.baselines()).evaluate(Made.roll(rule, "m a=7 b=7"))));
    }
}
