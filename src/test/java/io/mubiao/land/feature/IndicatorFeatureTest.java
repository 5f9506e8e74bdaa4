package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.CLASSES;
import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.assertTotal;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.line;
import static io.mubiao.land.feature.Try.roll;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.score;
import static io.mubiao.land.feature.Try.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Explanation.Mark;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Standing;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F9 to F14: indicators of every kind, baselines and who forms them, shapes and their limits, bonuses, coefficients. */
class IndicatorFeatureTest {
    // F9 ------------------------------------------------------------------------------------------------------------

    private static EvaluationRule indicator(String formula, String unit) {
        return rule("""
                id: t
                year: 2022
                columns:
                  tax: {unit: 万元, negative: true}
                  revenue: {unit: 万元}
                  land: {unit: 亩}
                  people: {unit: 人}
                indicators:
                """, "  i: {formula: '" + formula + "', unit: '" + unit + "'}\n", "groups: [{id: all, rank-on: i}]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tax / land|万元/亩|20", "tax|万元|600", "revenue - tax|万元|1400",
        "tax / revenue|%|30", "tax / revenue||0.3", "(revenue - tax) / people|万元/人|14",
        "if(people >= 100 人, tax, 2 * tax)|万元|600", "steps(tax, 0, 500 万元, 1, 600 万元, 2, 601 万元, 3)||2",
        "clamp(tax, 0, 550 万元)|万元|550", "abs(tax - revenue)|万元|1400", "round(tax / revenue * 100 / 7, 2)||4.29",
        "floor(tax / 7, 1)|万元|85.7", "ceiling(tax / 7)|万元|86", "round_half_even(tax / 7 - 600 万元 / 7 + 0.125 万元, 2)|万元|0.12"})
    void f9_anIndicatorIsARatioAnAmountADifferenceOrAShare(String formula, String unit, String expected) {
        assertTotal(expected, evaluate(indicator(formula, unit == null ? "" : unit), "甲 tax=600 revenue=2000 land=30 people=100"),
                "甲");
    }

    private static Evaluation afterLastYear(String formula, String lastYear) {
        EvaluationRule rule = indicator(formula, "");
        Roll.Builder before = Roll.builder(rule);
        if (!lastYear.isEmpty()) {
            before.add("甲", Try.values(lastYear));
        }
        return LandAssessor.of(rule).prior(before.build()).evaluate(roll(rule, "甲 tax=110 revenue=1 land=10 people=1"));
    }

    @ParameterizedTest
    @CsvSource({"tax=100 land=10, 0.1", "tax=-50 land=10, 3.2", "tax=220 land=10, -0.5"})
    void f9_growthIsAgainstLastYearsRoll(String lastYear, String expected) {
        assertTotal(expected, afterLastYear("growth(tax, prior(\"tax\"))", lastYear), "甲");
    }

    @Test
    void f9_growthOfARatioTakesLastYearsNumeratorAndDenominator() {
        // 110/10 against 100/20: 11 against 5.
        assertTotal("1.2", afterLastYear("growth(tax / land, prior(\"tax\") / prior(\"land\"))", "tax=100 land=20"), "甲");
    }

    @Test
    void f9_aNewFirmHasNoGrowthAndGrowthFromZeroIsNone() {
        assertTrue(afterLastYear("growth(tax, prior(\"tax\"))", "").get("甲").reason().contains("prior(\"tax\")' is missing"));
        assertTrue(afterLastYear("growth(tax, prior(\"tax\"))", "tax=0").get("甲").reason().contains("is zero"));
    }

    @Test
    void f9_theRateOfSeveralYearsIsCompound() {
        EvaluationRule rule = indicator("round(cagr(tax, prior(\"tax\"), 2), 4)", "");
        assertTotal("0.1", LandAssessor.of(rule).prior(roll(rule, "甲 tax=100")).evaluate(roll(rule, "甲 tax=121")), "甲");
        assertTotal("0.0954", LandAssessor.of(rule).prior(roll(rule, "甲 tax=100")).evaluate(roll(rule, "甲 tax=120")), "甲");
    }

    @Test
    void f9_unroundedCompoundRatesOfEqualRatiosAreEqualAndOthersAreOrdered() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 万元}}
                indicators: {i: {formula: 'cagr(tax, prior("tax"), 3)'}}
                groups: [{id: all, rank-on: i}]
                """, RANKING.replace("on: rounded", "on: unrounded"));
        Evaluation evaluation = LandAssessor.of(rule).prior(roll(rule, "a tax=100", "b tax=200", "c tax=300", "d tax=700"))
                .evaluate(roll(rule, "a tax=120", "b tax=240", "c tax=361", "d tax=839.99"));
        assertEquals("2 2 1 4", Try.places(evaluation, "a", "b", "c", "d"));
    }

    @Test
    void f9_everyGroupHasItsOwnIndicatorsAndWeights() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {regulated: {kind: flag}, tax: {unit: 万元}, land: {unit: 亩}, kwh: {unit: kWh}, va: {unit: 万元}}
                indicators:
                  per_mu: {formula: tax / land, unit: 万元/亩}
                  per_kwh: {formula: tax / kwh, unit: 元/kWh}
                  va_per_mu: {formula: va / land, unit: 万元/亩}
                groups:
                  - id: big
                    when: regulated
                    weights-total: 100
                    items:
                      per_mu: {weight: 60, score: ratio, base: 20 万元/亩}
                      va_per_mu: {weight: 40, score: ratio, base: 100 万元/亩}
                  - id: small
                    weights-total: 100
                    items:
                      per_mu: {weight: 50, score: ratio, base: 10 万元/亩}
                      per_kwh: {weight: 50, score: ratio, base: 2 元/kWh}
                """);
        Evaluation evaluation = evaluate(rule, "a regulated=是 tax=100 land=10 va=500", "b regulated=否 tax=50 land=10 kwh=200000");
        assertEquals("50 87.5", totals(evaluation, "a", "b"));
        assertEquals("small", evaluation.get("b").group());
        assertEquals(List.of("per_mu", "per_kwh"), evaluation.explain("b").items().stream().map(Explanation.Line::id).toList());
    }

    // F10 -----------------------------------------------------------------------------------------------------------

    private static EvaluationRule baseline(String baseline) {
        return rule("""
                id: t
                year: 2022
                parameters: {k: {value: 2}}
                columns:
                  a: {}
                  b: {}
                  town: {kind: text}
                  out: {kind: flag, if-empty: 否}
                  big: {kind: flag, if-empty: 否}
                scope:
                  exclude:
                    - {id: out, when: out, effect: ungraded, label: T}
                indicators: {i: {formula: a / b}}
                """, "baselines: {m: {of: i, " + baseline + "}}\n", """
                groups:
                  - {id: big, when: big, weights-total: 100, items: {i: {weight: 100, score: ratio, base: m}}}
                  - {id: all, weights-total: 100, items: {i: {weight: 100, score: ratio, base: m}}}
                """);
    }

    private static String formed(String baseline, String... rows) {
        return evaluate(baseline(baseline), rows).baselines().find("m").orElseThrow().low().toString();
    }

    /** Values 1, 2, 3, 4 with divisors 1, 1, 1, 5. */
    private static final String[] FOUR = {"p a=1 b=1", "q a=2 b=1", "r a=3 b=1", "s a=20 b=5"};

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"constant: 24.097|24.097", "constant: k * 1.5|3", "kind: mean, population: graded|2.5",
        "kind: ratio-of-sums, population: graded|3.25", "kind: max, population: graded|4", "kind: min, population: graded|1",
        "kind: mean, population: graded, times: 2|5", "kind: mean, population: graded, times: k|5",
        "kind: mean, population: graded, times: 1 / 3, round: 3 half-up|0.833",
        "kind: percentile, share: 50 %, method: nearest-rank, population: graded|2",
        "kind: percentile, share: 50 %, method: linear-inclusive, population: graded|2.5",
        "kind: percentile, share: 50 %, method: linear-exclusive, population: graded|2.5",
        "kind: percentile, share: 90 %, method: nearest-rank, population: graded|4",
        "kind: percentile, share: 90 %, method: linear-inclusive, population: graded|3.7",
        "kind: percentile, share: 90 %, method: linear-exclusive, population: graded|4",
        "kind: percentile, share: 25 %, method: nearest-rank, population: graded|1",
        "kind: percentile, share: 25 %, method: linear-inclusive, population: graded|1.75",
        "kind: percentile, share: 25 %, method: linear-exclusive, population: graded|1.25",
        "kind: percentile, share: 0 %, method: nearest-rank, population: graded|1",
        "kind: percentile, share: 100 %, method: linear-exclusive, population: graded|4",
        "kind: percentile, share: 10 %, method: linear-exclusive, population: graded|1"})
    void f10_aBaselineOfEveryKindIsFormed(String baseline, String expected) {
        assertEquals(expected, formed(baseline, FOUR));
    }

    @Test
    void f10_theRatioOfSumsIsInTheIndicatorsUnit() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {tax: {unit: 元}, area: {unit: 平方米}}
                indicators: {i: {formula: tax / area, unit: 万元/亩}}
                groups:
                  - id: all
                    weights-total: 30
                    items: {i: {weight: 30, score: ratio, base: {kind: ratio-of-sums, population: graded}}}
                """);
        // 900 万元 over 60 mu: 15; 20 / 15 × 30 and 10 / 15 × 30.
        Evaluation evaluation = evaluate(rule, "a tax=6000000 area=20000", "b tax=3000000 area=20000");
        assertEquals("15", evaluation.baselines().find("i_base").orElseThrow().low().toString());
        assertEquals("40 20", totals(evaluation, "a", "b"));
    }

    /** 1/1 and 9/3: their mean is 2, their sums give 10/4. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: mean|50 150", "kind: ratio-of-sums|40 120"})
    void f10_aMeanOfRatiosIsNotTheRatioOfSums(String kind, String expected) {
        Evaluation evaluation = evaluate(baseline(kind + ", population: graded"), "a a=1 b=1", "b a=9 b=3");
        assertEquals(expected, totals(evaluation, "a", "b"));
    }

    // F11 -----------------------------------------------------------------------------------------------------------

    private static final String[] WITH_UNGRADED = {"p a=1 b=1 town=x", "q a=2 b=1 town=x big=是", "r a=3 b=1 town=y big=是",
        "s a=6 b=1 town=y out=是"};

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"population: evaluated|3", "population: graded|2",
        "population: evaluated, when: big|2.5", "population: graded, when: 'group == \"all\"'|1",
        "population: evaluated, when: b == 2|-"})
    void f11_thePopulationOfABaselineIsDeclared(String population, String expected) {
        Evaluation evaluation = evaluate(baseline("kind: mean, " + population), WITH_UNGRADED);
        assertEquals(expected, evaluation.baselines().find("m").map(it -> it.low().toString()).orElse("-"));
    }

    @Test
    void f11_everyIndustryIsHeldAgainstItsOwn() {
        Evaluation evaluation = evaluate(baseline("kind: mean, population: evaluated, by: [town]"), WITH_UNGRADED);
        assertEquals("1.5", evaluation.baselines().find("m", "x").orElseThrow().low().toString());
        assertEquals("4.5", evaluation.baselines().find("m", "y").orElseThrow().low().toString());
        assertEquals("200/3 400/3 200/3 400/3", totals(evaluation, "p", "q", "r", "s"));
    }

    @Test
    void f11_aBaselineOfTheOwnGroupOfItems() {
        Evaluation evaluation = evaluate(baseline("kind: max, population: graded, by: [group]"), WITH_UNGRADED);
        assertEquals("100 200/3 100 600", totals(evaluation, "p", "q", "r", "s"));
    }

    @Test
    void f11_whoHasNoIndustryHasNoBaseline() {
        Evaluation evaluation = evaluate(baseline("kind: mean, population: evaluated, by: [town]"), "p a=1 b=1 town=x",
                "q a=1 b=1");
        assertEquals(Standing.UNDECIDED, evaluation.get("q").standing());
        assertTotal("100", evaluation, "p");
    }

    @Test
    void f11_lastYearsPopulationFormsIt() {
        EvaluationRule rule = baseline("kind: ratio-of-sums, population: graded, year: prior, times: 2");
        Evaluation evaluation = LandAssessor.of(rule).prior(roll(rule, "x a=10 b=10", "y a=50 b=10", "z a=1000 b=1 out=是"))
                .evaluate(roll(rule, "p a=6 b=1", "q a=3 b=1"));
        assertEquals("6", evaluation.baselines().find("m").orElseThrow().low().toString());
        assertEquals("100 50", totals(evaluation, "p", "q"));
    }

    @Test
    void f11_aBaselineOfAYearThatIsNotGivenIsMissingAndNotDegenerate() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {v: {}}
                indicators: {i: {formula: v}}
                groups:
                  - id: all
                    weights-total: 10
                    items:
                      i: {weight: 10, score: ratio, base: {kind: mean, population: graded, year: prior}, degenerate: zero}
                """);
        Evaluation evaluation = evaluate(rule, "a v=3");
        assertEquals(Standing.UNDECIDED, evaluation.get("a").standing());
        assertTrue(evaluation.get("a").reason().contains("i_base' is missing"), evaluation.get("a").reason());
    }

    @Test
    void f11_frozenBaselinesAreNotFormedAgain() {
        EvaluationRule rule = baseline("kind: mean, population: graded");
        Evaluation first = evaluate(rule, FOUR);
        Evaluation again = LandAssessor.of(rule).frozen(first.baselines()).evaluate(roll(rule, "p a=1000 b=1"));
        assertEquals(first.baselines(), again.baselines());
        assertTotal("40000", again, "p");
    }

    // F12 -----------------------------------------------------------------------------------------------------------

    private static EvaluationRule item(String item, String rest) {
        return rule("""
                id: t
                year: 2022
                columns: {v: {negative: true, decimals: 6}, u: {negative: true, if-empty: 1}}
                indicators: {i: {formula: v / u}, j: {formula: v, better: lower}}
                groups:
                  - id: all
                    weights-total: 10
                """, "    items: {" + item + "}\n", rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"i: {weight: 10, score: ratio, base: 4}|2|5", "i: {weight: 10, score: ratio, base: 4}|40|100",
        "i: {weight: 10, score: ratio, base: 4, cap: 1.5 * w}|40|15", "i: {weight: 10, score: ratio, base: 4, cap: 2 * w}|8|20",
        "i: {weight: 10, score: ratio, base: 4, cap: 12.5}|6|12.5", "i: {weight: 10, score: ratio, base: 4}|-2|-5",
        "i: {weight: 10, score: ratio, base: 4, floor: 0}|-2|0", "i: {weight: 10, score: ratio, base: 4, floor: -0.2 * w}|-2|-2",
        "i: {weight: 10, score: ratio, base: 4, negative: zero}|-2|0",
        "i: {weight: 10, score: ratio, base: 4, negative: -3}|-2|-3", "i: {weight: 10, score: ratio, base: 4, negative: -3}|0|0",
        "i: {weight: 10, score: ratio, base: 4, negative: -0.5 * w, floor: -1}|-2|-1",
        "i: {weight: 10, score: ratio, base: 4, negative: compute}|-2|-5",
        "j: {weight: 10, score: ratio, base: 4}|8|5", "j: {weight: 10, score: ratio, base: 4, cap: w}|2|10",
        "i: {weight: 10, score: ratio, base: 3, round: 2 half-up}|2|6.67",
        "i: {weight: 10, score: ratio, base: 3, round: 2 floor}|2|6.66", "i: {weight: 10, score: ratio, base: 3, round: 0 up}|1|4",
        "i: {weight: 10, score: ratio, base: 3, cap: 6.666, round: 2 half-up}|2|6.67",
        "i: {weight: 10, score: ratio, base: 0, degenerate: zero}|2|0", "i: {weight: 10, score: ratio, base: 0, degenerate: w}|2|10",
        "j: {weight: 10, score: ratio, base: 4, degenerate: 1.5 * w}|0|15"})
    void f12_capFloorNegativePolicyAndRoundingFollowInThisOrder(String item, String value, String points) {
        assertTotal(points, evaluate(item(item, ""), "甲 v=" + value), "甲");
    }

    @Test
    void f12_marksSayWhichLimitHeld() {
        EvaluationRule rule = item("i: {weight: 10, score: ratio, base: 4, cap: 15, floor: 1, negative: -3}", "");
        Evaluation evaluation = evaluate(rule, "a v=40", "b v=0.1", "c v=-2", "d v=4", "e v=6", "f v=0.4");
        assertEquals("15 1 1 10 15 1", totals(evaluation, "a", "b", "c", "d", "e", "f"));
        assertEquals(List.of(Mark.CAPPED), line(evaluation, "a", "i").marks());
        assertEquals(List.of(Mark.FLOORED), line(evaluation, "b", "i").marks());
        assertTrue(line(evaluation, "c", "i").marks().contains(Mark.NEGATIVE));
        assertEquals(List.of(), line(evaluation, "d", "i").marks());
        assertEquals(List.of(), line(evaluation, "e", "i").marks());
        assertEquals(List.of(), line(evaluation, "f", "i").marks());
    }

    @Test
    void f12_whereMaximumIsMinimumTheRuleSaysWhatThen() {
        String item = "i: {weight: 10, score: {efficacy: 20 %}, low: {kind: min, population: graded}, "
                + "high: {kind: max, population: graded}";
        Evaluation refused = evaluate(item(item + "}", ""), "a v=3", "b v=3");
        assertEquals(Standing.UNDECIDED, refused.get("a").standing());
        Evaluation full = evaluate(item(item + ", degenerate: w}", ""), "a v=3", "b v=3");
        assertEquals("10 10", totals(full, "a", "b"));
        assertEquals(List.of(Mark.DEGENERATE), line(full, "a", "i").marks());
        assertEquals("2 10", totals(evaluate(item(item + ", degenerate: w}", ""), "a v=3", "b v=4"), "a", "b"));
    }

    @Test
    void f12_anInverseMeanOfZeroIsDegenerateToo() {
        EvaluationRule rule = item("j: {weight: 10, score: inverse-mean, base: {kind: mean, population: graded}, degenerate: w}",
                "");
        assertEquals("10 10", totals(evaluate(rule, "a v=0", "b v=0"), "a", "b"));
    }

    /** 2/3 of 10 is 6.666…; three such items, each stage rounded or not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"-|-|20", "1 half-up|-|20.1", "1 floor|-|19.8", "-|0 half-up|20",
        "1 half-up|0 half-up|20", "1 half-up|0 ceiling|21", "3 floor|2 half-up|20"})
    void f12_roundingAtEachStageIsAsDeclared(String perItem, String ofTotal, String expected) {
        String round = perItem == null ? "" : ", round: " + perItem;
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {v: {}}
                indicators: {i: {formula: v}}
                groups:
                  - id: all
                    weights-total: 30
                    items:
                """, "      p: {of: i, weight: 10, score: ratio, base: 3" + round + "}\n",
                "      q: {of: i, weight: 10, score: ratio, base: 3" + round + "}\n",
                "      r: {of: i, weight: 10, score: ratio, base: 3" + round + "}\n",
                ofTotal == null ? "" : "total: {round: " + ofTotal + "}\n");
        assertTotal(expected, evaluate(rule, "甲 v=2"), "甲");
    }

    /** A code base divides to four decimals before it compares: 1.49996 passes 1.5. Only where the rule says so. */
    @Test
    void f12_roundingBeforeAThresholdIsPartOfTheRule() {
        String steps = "score: {steps: {of: value, below: 0, at: {1.5: 2, 2: 4}}}";
        assertTotal("0", evaluate(item("i: {weight: 10, " + steps + "}", ""), "甲 v=1.49996"), "甲");
        EvaluationRule rounded = rule("""
                id: t
                year: 2022
                columns: {v: {decimals: 6}}
                indicators: {i: {formula: 'round(v / 1, 4)'}}
                groups:
                  - id: all
                    weights-total: 10
                    items: {i: {weight: 10, score: {steps: {of: value, below: 0, at: {1.5: 2, 2: 4}}}}}
                """);
        assertTotal("2", evaluate(rounded, "甲 v=1.49996"), "甲");
    }

    /** A published constant is a rounded mean: recomputing the mean unrounded gives other digits. */
    @Test
    void f12_aBaselineIsRoundedBeforeItIsUsed() {
        assertEquals("17/6", formed("kind: mean, population: graded", "p a=1 b=1", "q a=9 b=2", "r a=3 b=1"));
        assertEquals("2.83", formed("kind: mean, population: graded, round: 2 half-up", "p a=1 b=1", "q a=9 b=2", "r a=3 b=1"));
    }

    @Test
    void f12_theTotalIsRoundedAsDeclaredWhateverRanks() {
        EvaluationRule rule = item("i: {weight: 10, score: ratio, base: 3}", "total: {round: 2 half-up}\n"
                + RANKING.replace("on: rounded", "on: unrounded"));
        Evaluation evaluation = evaluate(rule, "a v=2", "b v=2.0004");
        assertEquals("6.67 6.67", totals(evaluation, "a", "b"));
        assertEquals("2 1", Try.places(evaluation, "a", "b"));
    }

    @Test
    void f12_theTotalIsHeldBetweenFloorAndCap() {
        String item = "i: {weight: 10, score: ratio, base: 1}";
        assertTotal("100", evaluate(item(item, "total: {cap: 100, floor: 0}\n"), "a v=20"), "a");
        assertTotal("0", evaluate(item(item, "total: {cap: 100, floor: 0}\n"), "a v=-20"), "a");
        assertTotal("100", evaluate(item(item, "total: {cap: 100, floor: 0}\n"), "a v=10"), "a");
        assertTotal("99.99", evaluate(item(item, "total: {cap: 99.994, round: 2 half-up}\n"), "a v=20"), "a");
    }

    // F13 -----------------------------------------------------------------------------------------------------------

    private static final String BONUS = """
            id: t
            year: 2022
            columns:
              v: {}
              n: {decimals: 0, negative: true}
              m: {decimals: 0}
              regulated: {kind: flag, if-empty: 是}
              listed: {kind: flag}
            indicators: {i: {formula: v}}
            groups: [{id: all, weights-total: 100, items: {i: {weight: 100, score: ratio, base: 1, round: 2 half-up}}}]
            bonuses:
            """;

    private static EvaluationRule bonus(String bonuses) {
        return rule(BONUS, bonuses.indent(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"b: {points: 3}|83", "b: {points: -3}|77", "b: {points: n}|87", "b: {points: 2 * n, limit: 10}|90",
        "b: {points: -2 * n, limit: 10}|70", "b: {when: n >= 7, points: 1}|81", "b: {when: n > 7, points: 1}|80",
        "b: {share-of-subtotal: 5 %}|84", "b: {share-of-subtotal: -10 %}|72", "b: {share-of-subtotal: 0.05, limit: 3}|83",
        "b: {share-of-subtotal: n * 1 %, limit: 5}|85", "b: {points: score_i / 10}|88",
        "b: {when: listed, points: 5, if-missing: none}|80", "b: {points: m, if-missing: none}|80"})
    void f13_aBonusIsPointsOrAShareOfTheItemsUpToItsLimit(String bonus, String total) {
        assertTotal(total, evaluate(bonus(bonus), "甲 v=0.8 n=7"), "甲");
    }

    /** Every share is of the items alone, not of what other bonuses added. */
    @Test
    void f13_sharesAreOfTheItemsAndNotOfOtherBonuses() {
        assertTotal("98", evaluate(bonus("a: {points: 10}\nb: {share-of-subtotal: 10 %}"), "甲 v=0.8 n=7"), "甲");
    }

    @Test
    void f13_aBonusWhoseInputIsMissingMakesTheTotalMissingUnlessTheRuleSaysOtherwise() {
        assertEquals("there is no total: 'b: listed' is missing, and the rule does not say what then",
                evaluate(bonus("b: {when: listed, points: 5}"), "甲 v=0.8 n=7").get("甲").reason());
        assertEquals(Standing.UNDECIDED, evaluate(bonus("b: {points: m}"), "甲 v=0.8 n=7").get("甲").standing());
    }

    private static final String CATEGORIES = """
            patents: {points: n, limit: 5, category: innovation}
            centres: {points: 2 * m, limit: 4, category: innovation}
            scale: {points: 3, category: scale}
            """;

    /** Wuxi: scale, patents and centres each have a limit, and innovation as a whole has one. */
    @Test
    void f13_categoriesHaveLimitsOfTheirOwn() {
        String[] rows = {"甲 v=0.8 n=9 m=9", "乙 v=0.8 n=2 m=1", "丙 v=0.8 n=-9 m=0", "丁 v=0.8 n=-3 m=1"};
        assertEquals("92 87 78 82", totals(evaluate(bonus(CATEGORIES), rows), "甲", "乙", "丙", "丁"));
        EvaluationRule limited = bonus(CATEGORIES + "\n").toBuilder().categoryLimits(Map.of(
                "innovation", Formula.parse("4.5"), "scale", Formula.parse("10"))).build();
        assertEquals("87.5 87 78.5 82", totals(evaluate(limited, rows), "甲", "乙", "丙", "丁"));
        EvaluationRule written = rule(BONUS, CATEGORIES.indent(2), "category-limits: {innovation: 4.5, scale: 10}\n");
        assertEquals("87.5 87 78.5 82", totals(evaluate(written, rows), "甲", "乙", "丙", "丁"));
        assertEquals(Rational.parse("78.5"), evaluate(written, rows).explain("丙").replay().orElseThrow());
    }

    /** Wenling: a regulated landlord lets the first tenant in free, each further one costs 5, without limit. */
    @ParameterizedTest
    @CsvSource({"是, 0, 100", "是, 1, 100", "是, 2, 95", "是, 4, 85", "是, 41, -100", "否, 0, 100", "否, 1, 90", "否, 2, 85"})
    void f13_theFirstOnesCanBeFreeAndDeductionsNeedNoLimit(String regulated, String tenants, String total) {
        EvaluationRule rule = bonus("""
                letting_big: {when: regulated, points: '-5 * max(0, n - 1)'}
                letting_small: {when: not regulated and n >= 1, points: -10 - 5 * (n - 1)}
                """);
        assertTotal(total, evaluate(rule, "甲 v=1 n=" + tenants + " regulated=" + regulated), "甲");
    }

    @Test
    void f13_theExplanationSaysWhichBonusesWereGivenAndWhichWereLimited() {
        Evaluation evaluation = evaluate(bonus("""
                a: {points: n, limit: 5}
                b: {points: n, limit: 7}
                c: {share-of-subtotal: 10 %, limit: 3}
                d: {when: n > 100, points: 1}
                """), "甲 v=0.8 n=7");
        List<Explanation.BonusLine> lines = evaluation.explain("甲").bonuses();
        assertEquals(List.of("a", "b", "c", "d"), lines.stream().map(Explanation.BonusLine::id).toList());
        assertEquals(List.of(true, true, true, false), lines.stream().map(Explanation.BonusLine::given).toList());
        assertEquals("5", lines.get(0).points().replay().amount().toString());
        assertTrue(lines.get(0).limited());
        assertFalse(lines.get(1).limited());
        assertEquals("3", lines.get(2).points().replay().amount().toString());
        assertTrue(lines.get(2).limited(), "8 points were held at 3");
        assertEquals(Rational.parse("95"), evaluation.explain("甲").replay().orElseThrow());
    }

    @Test
    void f13_bonusesCountBeforeTheTotalIsHeldAndRounded() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {v: {}}
                indicators: {i: {formula: v}}
                groups: [{id: all, weights-total: 100, items: {i: {weight: 100, score: ratio, base: 3}}}]
                bonuses: {b: {points: 0.006}}
                total: {cap: 100, round: 2 half-up}
                """);
        assertEquals("33.34 100", totals(evaluate(rule, "a v=1", "b v=3"), "a", "b"));
    }

    // F14 -----------------------------------------------------------------------------------------------------------

    private static EvaluationRule coefficient(String derived, String formula, String score) {
        return rule("""
                id: t
                year: 2022
                columns: {v: {}, industry: {kind: text}, town: {kind: text}}
                labels:
                  branch:
                    choices:
                      - {label: 纺织, when: 'industry in ("17".."18")'}
                      - {label: 其他}
                tables:
                  factor: {by: branch, values: {纺织: 1.2}, otherwise: 1}
                  town_factor: {by: town, values: {东: 0.9, 西: 1.1}}
                """, derived, "indicators: {i: {formula: '" + formula + "'}}\n",
                "groups: [{id: all, weights-total: 10, items: {i: {weight: 10, " + score + "}}}]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"v * factor|score: ratio, base: 4|6|5", "v|score: {formula: w * x / (base * factor)}, base: 4|4.17|5",
        "v|score: {formula: w * x / base * factor}, base: 4|6|5", "v * town_factor|score: ratio, base: 4|4.5|5.5"})
    void f14_aCoefficientByTableIsAppliedToValueBaselineOrScore(String formula, String score, String textile, String other) {
        EvaluationRule rule = coefficient("", formula, score + ", round: 2 half-up");
        assertEquals(textile + " " + other, totals(evaluate(rule, "a v=2 industry=1761 town=东", "b v=2 industry=3311 town=西"),
                "a", "b"));
    }

    @Test
    void f14_whoIsInNoTableHasNoCoefficient() {
        EvaluationRule rule = coefficient("", "v * town_factor", "score: ratio, base: 4");
        Evaluation evaluation = evaluate(rule, "a v=2 industry=1761 town=南");
        assertEquals(Standing.UNDECIDED, evaluation.get("a").standing());
        assertTrue(evaluation.get("a").reason().contains("town_factor(南)"), evaluation.get("a").reason());
    }

    /** County mean ÷ industry mean as the coefficient: a firm at its industry's mean scores full weight. */
    @Test
    void f14_aCoefficientCanBeWorkedOutOfBaselines() {
        EvaluationRule rule = rule("""
                id: t
                year: 2022
                columns: {v: {}, industry: {kind: text}}
                indicators: {i: {formula: v}}
                baselines:
                  county: {of: i, kind: mean, population: graded}
                  branch: {of: i, kind: mean, population: graded, by: [industry]}
                groups:
                  - id: all
                    weights-total: 10
                    items: {i: {weight: 10, score: {formula: w * (x * county / branch) / base}, base: county}}
                """, RANKING, CLASSES);
        Evaluation evaluation = evaluate(rule, "a v=1 industry=p", "b v=3 industry=p", "c v=10 industry=q", "d v=30 industry=q");
        assertEquals("5 15 5 15", totals(evaluation, "a", "b", "c", "d"));
        assertEquals("15", score(evaluation, "d", "i").round(Rounding.halfUp(0)).toPlainString());
    }
}
