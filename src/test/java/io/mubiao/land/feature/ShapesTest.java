package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.assertTotal;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.places;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.score;
import static io.mubiao.land.feature.Try.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SF1 to SF12: every shape of score gives the published or hand-worked number, and its explanation gives it again. */
class ShapesTest {
    /** One item on a column v, in the unit given, with the weight and score given. */
    private static EvaluationRule one(String unit, String weight, String score) {
        return rule("id: t\nyear: 2022\ncolumns: {v: {decimals: 6, negative: true, unit: '" + unit + "'}}\n",
                "indicators: {i: {formula: v, unit: '" + unit + "'}, j: {formula: v, unit: '" + unit + "', better: lower}}\n",
                "groups:\n  - id: all\n    weights-total: " + weight + "\n    items: {p: {weight: " + weight + ", " + score + "}}\n");
    }

    private static void assertPoints(String expected, EvaluationRule rule, String value) {
        Evaluation evaluation = evaluate(rule, "甲 v=" + value);
        assertTotal(expected, evaluation, "甲");
        assertEquals(Rational.parse(expected), score(evaluation, "甲", "p"));
    }

    /** Linhai: tax 18 万元 per mu against 15 at weight 40; Huangyan: 20 against 24.097 at weight 30 is 24.899365. */
    @ParameterizedTest
    @CsvSource({"40, 15, 18, 48", "10, 300, 360, 12", "20, 3, 3.6, 24", "15, 500, 400, 12", "10, 15, 18, 12", "30, 24.097, 24.097, 30",
        "30, 24.097, 0, 0"})
    void sf1_aRatioToAConstant(String weight, String base, String value, String points) {
        assertPoints(points, one("", weight, "of: i, score: ratio, base: " + base), value);
    }

    @Test
    void sf1_theHuangyanFirmScores88_769970() {
        EvaluationRule rule = rule("""
                id: huangyan
                year: 2022
                columns:
                  land: {unit: 亩}
                  tax: {unit: 万元}
                  value_added: {unit: 万元}
                  revenue: {unit: 万元}
                  rd: {unit: 万元}
                  energy: {unit: 吨标煤}
                  emission: {unit: 吨}
                  people: {unit: 人}
                indicators:
                  a: {formula: tax / land, unit: 万元/亩}
                  b: {formula: value_added / land, unit: 万元/亩}
                  c: {formula: value_added / energy, unit: 万元/吨标煤}
                  d: {formula: value_added / emission, unit: 万元/吨}
                  e: {formula: value_added / people, unit: 万元/人}
                  f: {formula: rd / revenue}
                groups:
                  - id: regulated
                    weights-total: 100
                    items:
                      a: {weight: 30, score: ratio, base: 24.097 万元/亩}
                      b: {weight: 20, score: ratio, base: 136.16 万元/亩}
                      c: {weight: 20, score: ratio, base: 2.694 万元/吨标煤}
                      d: {weight: 10, score: ratio, base: 4929.81 万元/吨}
                      e: {weight: 10, score: ratio, base: 18.14 万元/人}
                      f: {weight: 10, score: ratio, base: 0.0302}
                """);
        Evaluation evaluation = evaluate(rule, "甲 land=30 tax=600 value_added=3000 revenue=12000 rd=300 energy=1000 emission=0.8 "
                + "people=150");
        assertEquals("88.769970", Try.total(evaluation, "甲").round(Rounding.halfUp(6)).toPlainString());
        String[] scores = {"24.899365", "14.688602", "22.271715", "7.606784", "11.025358", "8.278146"};
        for (int i = 0; i < scores.length; i++) {
            assertEquals(scores[i], score(evaluation, "甲", "abcdef".substring(i, i + 1)).round(Rounding.halfUp(6))
                    .toPlainString());
        }
    }

    @Test
    void sf1_lessIsBetterTurnsTheRatioRound() {
        assertPoints("20", one("", "10", "of: j, score: ratio, base: 4"), "2");
    }

    /** 10, 20 and 60 have the mean 30. */
    @Test
    void sf2_aRatioToTheMeanOfThoseEvaluated() {
        EvaluationRule rule = one("", "30", "of: i, score: ratio, base: {kind: mean, population: evaluated}");
        assertEquals("10 20 60", totals(evaluate(rule, "a v=10", "b v=20", "c v=60"), "a", "b", "c"));
    }

    /** Huai'an: twice last year's mean; last year 4 and 6, so 10; 45 points at 10. */
    @Test
    void sf3_aRatioToTwiceLastYearsMean() {
        EvaluationRule rule = one("", "45", "of: i, score: ratio, base: {kind: mean, population: evaluated, year: prior, times: 2}");
        Evaluation evaluation = LandAssessor.of(rule).prior(Try.roll(rule, "x v=4", "y v=6"))
                .evaluate(Try.roll(rule, "a v=10", "b v=20", "x v=1"));
        assertEquals("45 90 4.5", totals(evaluation, "a", "b", "x"));
    }

    /** Jingde: weight 30, from 2 to 50. */
    @ParameterizedTest
    @CsvSource({"2, 6", "10, 10", "26, 18", "50, 30"})
    void sf4_theEfficacyCoefficientWithAFloorOfAFifth(String value, String points) {
        assertPoints(points, one("", "30", "of: i, score: {efficacy: 20 %}, low: 2, high: 50"), value);
    }

    @ParameterizedTest
    @CsvSource({"50, 6", "42, 10", "26, 18", "2, 30"})
    void sf4_theEfficacyCoefficientWhereLessIsBetter(String value, String points) {
        assertPoints(points, one("", "30", "of: j, score: {efficacy: 20 %}, low: 2, high: 50"), value);
    }

    @Test
    void sf4_theEndsAreThoseOfThePopulation() {
        EvaluationRule rule = one("", "30", "of: i, score: {efficacy: 20 %}, low: {kind: min, population: graded}, high: {kind: max, "
                + "population: graded}");
        assertEquals("6 10 18 30", totals(evaluate(rule, "a v=2", "b v=10", "c v=26", "d v=50"), "a", "b", "c", "d"));
    }

    @Test
    void sf4_withoutAFloorTheLowestGetsNothing() {
        assertPoints("0", one("", "30", "of: i, score: {efficacy: 0 %}, low: 2, high: 50"), "2");
        assertPoints("15", one("", "30", "of: i, score: {efficacy: 0 %}, low: 2, high: 50"), "26");
        Refusal.naming(io.mubiao.problem.InvalidDefinitionException.class,
                () -> one("", "30", "of: i, score: {efficacy: 100 %}, low: 2, high: 50"), "below 1");
    }

    @Test
    void sf5_aRatioToTheMaximum() {
        EvaluationRule rule = one("", "20", "of: i, score: ratio, base: {kind: max, population: graded}");
        assertEquals("20 5 0", totals(evaluate(rule, "a v=8", "b v=2", "c v=0"), "a", "b", "c"));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "0.25, 3", "0.5, 2", "0.75, 1", "1.0, 0", "1.2, 0", "0.999999, 0.000004"})
    void sf6_theInverseMeanFallsToZeroAtTwiceTheMean(String value, String points) {
        assertPoints(points, one("", "4", "of: j, score: inverse-mean, base: 0.5"), value);
    }

    /** 0.25, 0.75 and 0.5 have the mean 0.5. */
    @Test
    void sf6_theMeanIsFormedOfThePopulation() {
        EvaluationRule rule = one("", "4", "of: j, score: inverse-mean, base: {kind: mean, population: graded}");
        assertEquals("3 1 2", totals(evaluate(rule, "a v=0.25", "b v=0.75", "c v=0.5"), "a", "b", "c"));
    }

    @ParameterizedTest
    @CsvSource({"14.99, 0", "15, 2", "19.99, 2", "20, 4", "25, 6", "30, 8", "34.999999, 8", "35, 10", "3500, 10", "-1, 0"})
    void sf7_stepsOfTheRatioToTheMeanIncludeTheirThreshold(String value, String points) {
        assertPoints(points, one("", "10", "of: i, score: {steps: {of: ratio, below: 0, at: {1.5: 2, 2: 4, 2.5: 6, 3: 8, 3.5: 10}}}, "
                + "base: 10"), value);
    }

    @ParameterizedTest
    @CsvSource({"4.99, -3", "5, 1", "10, 2"})
    void sf7_stepsOfTheValueCarryItsUnit(String value, String points) {
        assertPoints(points, one("亩", "10", "of: i, score: {steps: {of: value, below: -3, at: {5 亩: 1, 10 亩: 2}}}"), value);
        assertPoints(points, one("亩", "10", "of: i, score: {steps: {of: value, below: -3, at: {5 亩: 1, 1 公顷 / 1.5: 2}}}"), value);
    }

    /** ⌊(share − 50 %) × 10⌋, 0 below. */
    @ParameterizedTest
    @CsvSource({"40, 0", "50, 0", "59.99, 0", "60, 1", "65, 1", "70, 2", "100, 5"})
    void sf8_wholeStepsOfAGap(String value, String points) {
        assertPoints(points, one("%", "5", "of: i, score: {whole-steps: {from: 50 %, step: 10 %, points: 1}}"), value);
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "65, 2", "70, 4"})
    void sf8_theBeginningOfAGapMayBeASumOrADifference(String value, String points) {
        assertPoints(points, one("%", "5", "of: i, score: {whole-steps: {from: 40 % + 10 %, step: 10 %, points: 2}}"), value);
        assertPoints(points, one("%", "5", "of: i, score: {whole-steps: {from: 60 % - 10 %, step: 10 %, points: 2}}"), value);
        assertPoints(points, one("%", "5", "of: i, score: {whole-steps: {from: 50 %, step: 20 % / 2, points: 2}}"), value);
        assertPoints(points, one("%", "5", "of: i, score: {whole-steps: {from: 50 %, step: 5 % + 5 %, points: 2}}"), value);
    }

    @Test
    void sf9_theRankOnOneIndicatorNeedsNoScore() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 万元}, land: {unit: 亩}}
                indicators: {per_mu: {formula: tax / land, unit: 万元/亩}}
                groups: [{id: small, rank-on: per_mu}]
                """, RANKING);
        Evaluation evaluation = evaluate(rule, "a tax=10 land=4", "b tax=7 land=2", "c tax=100 land=100");
        assertEquals("2 1 3", places(evaluation, "a", "b", "c"));
        assertEquals("2.5 3.5 1", totals(evaluation, "a", "b", "c"));
    }

    /** Keqiao: the plain sum of four ratios to district values. */
    @Test
    void sf10_thePlainSumOfRatios() {
        EvaluationRule rule = rule("""
                id: t
                year: 2014
                columns: {tax: {unit: 万元}, land: {unit: 亩}, energy: {unit: 吨标煤}, discharge: {unit: 吨}, va: {unit: 万元}}
                indicators:
                  a: {formula: tax / land, unit: 万元/亩}
                  b: {formula: tax / energy, unit: 万元/吨标煤}
                  c: {formula: tax / discharge, unit: 万元/吨}
                  d: {formula: va / land, unit: 万元/亩}
                groups:
                  - id: dyeing
                    weights-total: 4
                    items:
                      a: {weight: 1, score: ratio, base: 8 万元/亩}
                      b: {weight: 1, score: ratio, base: 0.1 万元/吨标煤}
                      c: {weight: 1, score: ratio, base: 0.002 万元/吨}
                      d: {weight: 1, score: ratio, base: 40 万元/亩}
                """);
        // 10/8 + 0.125/0.1 + 0.001/0.002 + 30/40
        assertTotal("3.75", evaluate(rule, "甲 tax=500 land=50 energy=4000 discharge=500000 va=1500"), "甲");
    }

    /** The example row: base 15 %, target 25 %. */
    @ParameterizedTest
    @CsvSource({"0, 0", "15, 0", "20, 10", "22.5, 15", "25, 20", "40, 20"})
    void sf11_fromABaseToATargetAndNoFurther(String value, String points) {
        assertPoints(points, one("%", "20", "of: i, score: progress, base: 15 %, target: 25 %"), value);
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "25, 0", "20, 10", "15, 20", "5, 20"})
    void sf11_aTargetBelowTheBaseIsReachedDownwards(String value, String points) {
        assertPoints(points, one("%", "20", "of: j, score: progress, base: 25 %, target: 15 %"), value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 2", "4, 8", "5, 10", "9, 10"})
    void sf12_soManyPointsEachUpToACap(String value, String points) {
        assertPoints(points, one("", "10", "of: i, score: {per-unit: 2}, cap: 10"), value);
    }

    @Test
    void anyOtherFormulaOfTheSameNamesIsAScoreToo() {
        assertPoints("7.5", one("", "10", "of: i, score: {formula: 'w * (x / base + x / target) / 2'}, base: 2, target: 4"), "2");
        assertPoints("5", one("", "10", "of: i, score: {formula: 'if(x > low, w, w / 2)'}, low: 3"), "3");
    }

    @Test
    void aShapeWithoutItsReferencesIsRefused() {
        for (String score : new String[] {"ratio", "{efficacy: 20 %}", "inverse-mean", "progress", "{steps: {of: ratio, below: 0, at: "
                + "{1: 2}}}"}) {
            Refusal.naming(io.mubiao.problem.InvalidDefinitionException.class, () -> one("", "10", "of: i, score: " + score),
                    "its score needs");
        }
        Refusal.naming(io.mubiao.problem.InvalidDefinitionException.class,
                () -> one("", "10", "of: i, score: ratio, base: 1, target: 2"), "does not use 'target'");
    }
}
