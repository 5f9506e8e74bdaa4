package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.counts;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.falling;
import static io.mubiao.land.feature.Try.places;
import static io.mubiao.land.feature.Try.roll;
import static io.mubiao.land.feature.Try.rule;
import static io.mubiao.land.feature.Try.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores and consequences of other places than those in the seeds, written as files only. */
class RulesTriedScoresTest {
    private static final String ORDER = "ranking: {on: unrounded, ties: best-place, small-groups: none}\n";

    /** Wenling: 100 of each size in five industry groups; 规上 20/80/95, 规下 5/75/95. */
    @Test
    void wenlingCutsEverySizeByItsOwnShares() {
        EvaluationRule rule = rule("""
                id: wenling
                year: 2022
                columns: {s: {}, big: {kind: flag}, sector: {kind: text}}
                indicators: {i: {formula: s}}
                groups: [{id: big, when: big, rank-on: i}, {id: small, rank-on: i}]
                ranking: {by: [group, sector], on: unrounded, ties: best-place, small-groups: none}
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts-by: group
                  cuts: {big: {A: 20 %, B: 80 %, C: 95 %, D: 100 %}, small: {A: 5 %, B: 75 %, C: 95 %, D: 100 %}}
                  quota-base: ranked
                  quota-rounding: cumulative floor
                """);
        String[] rows = falling(200);
        for (int i = 0; i < 200; i++) {
            rows[i] += (i % 2 == 0 ? " big=否" : " big=是") + " sector=" + i % 5;
        }
        assertEquals("25/130/35/10", counts(evaluate(rule, rows)));
    }

    /** Xiuzhou dyeing: the permit is base, bonus and leased together; who discharges more counts as discharged; D twice pays. */
    @Test
    void xiuzhouTakesTheLargerOfDischargeAndPermitAndActsOnTheSecondYearInD() {
        EvaluationRule rule = rule("""
                id: xiuzhou
                year: 2018
                columns: {tax: {unit: 万元}, actual: {unit: 吨, decimals: 3}, own: {unit: 吨}, extra: {unit: 吨, if-empty: 0}, leased: {unit: 吨, if-empty: 0}, power: {unit: kWh}}
                derived: {permit: {formula: own + extra + leased, unit: 吨}, counted: {formula: 'max(actual, permit)', unit: 吨}}
                indicators: {t: {formula: tax / counted, unit: 万元/吨}}
                groups: [{id: all, rank-on: t}]
                classes: {order: [A, D], by: tests, tests: {A: 't >= 5 万元/吨'}}
                consequences: [{id: c, kind: surcharge, base: power, rate-unit: 元/kWh, rates: {D: 0.1 元/kWh}, when: 'consecutive("D") >= 1'}]
                """);
        Evaluation first = evaluate(rule, "a tax=100 actual=12.5 own=10 extra=2 power=1000", "b tax=100 actual=17 own=10 leased=15 power=1000");
        assertEquals("8 4", totals(first, "a", "b"));
        assertEquals("A D", classes(first));
        assertEquals(0, first.charges("b").size());
        Evaluation second = LandAssessor.of(rule).history(ClassHistory.NONE.with(first)).evaluate(first.roll());
        assertEquals("100 元", second.charges("b").get(0).amount().orElseThrow().toString());
    }

    /** Fengtai: growth of tax per mu, ranked inside industries found by code ranges. */
    @Test
    void fengtaiRanksTheGrowthOfTaxPerMuInsideIndustries() {
        EvaluationRule rule = rule("""
                id: fengtai
                year: 2024
                columns: {tax: {unit: 万元}, land: {unit: 亩}, code: {kind: text}}
                labels: {sector: {choices: [{label: 食品, when: 'code in ("13".."15")'}, {label: 纺织, when: 'code in ("17", "18")'}, {label: 其他}]}}
                indicators: {g: {formula: 'growth(tax / land, prior("tax") / prior("land"))', unit: "%"}}
                groups: [{id: all, rank-on: g}]
                """, ORDER.replace("{on", "{by: [sector], on"));
        Evaluation evaluation = LandAssessor.of(rule).prior(roll(rule, "a tax=10 land=10", "b tax=20 land=10", "c tax=5 land=5"))
                .evaluate(roll(rule, "a tax=30 land=20 code=C1391", "b tax=10 land=10 code=14", "c tax=6 land=5 code=1761"));
        assertEquals("50 -50 20", totals(evaluation, "a", "b", "c"));
        assertEquals("1 2 1", places(evaluation, "a", "b", "c"));
    }

    /** One code base divides to four decimals half up before it compares: 1.49996 passes 1.5. */
    @ParameterizedTest
    @CsvSource({"1.49996, 2", "1.49995, 2", "1.49994, 0", "1.99995, 4", "3.49995, 10", "9, 10", "0, 0"})
    void aRatioIsRoundedBeforeItMeetsTheSteps(String value, String expected) {
        EvaluationRule rule = rule("""
                id: steps
                year: 2022
                columns: {v: {decimals: 6}, mean: {}}
                indicators: {i: {formula: 'round(v / mean, 4)'}}
                groups: [{id: all, weights-total: 10, items: {i: {weight: 10, score: {steps: {of: value, below: 0, at: {1.5: 2, 2: 4, 2.5: 6, 3: 8, 3.5: 10}}}}}}]
                """);
        assertEquals(expected, totals(evaluate(rule, "a mean=1 v=" + value), "a"));
    }

    /** The older scheme takes three points from whoever reports no energy, or none at all. */
    @Test
    void theOlderSchemeTakesThreePointsForEnergyThatIsZeroOrMissing() {
        EvaluationRule rule = rule("""
                id: older
                year: 2010
                columns: {tax: {}, energy: {}}
                indicators: {e: {formula: tax / energy}}
                groups: [{id: all, weights-total: 4, items: {e: {weight: 4, score: inverse-mean, base: 0.5, missing: -3, zero-divisor: -3}}}]
                """);
        assertEquals("-3 -3 2 0", totals(evaluate(rule, "a tax=1", "b tax=1 energy=0", "c tax=1 energy=2", "d tax=3 energy=3"),
                "a", "b", "c", "d"));
    }

    /** Bonuses as a share of the subtotal, each with a limit, a category with another. */
    @Test
    void percentBonusesKeepTheirLimitsAndThoseOfTheirCategory() {
        EvaluationRule rule = rule("""
                id: bonuses
                year: 2022
                columns: {v: {}, n: {decimals: 0}}
                indicators: {i: {formula: v}}
                groups: [{id: all, weights-total: 100, items: {i: {weight: 100, score: {formula: x}}}}]
                bonuses:
                  share: {share-of-subtotal: 5 %, limit: 3, category: c, when: n > 1}
                  fixed: {points: 4, category: c, when: n > 1}
                  letting: {points: '-5 * max(0, n - 1)'}
                category-limits: {c: 5}
                """);
        assertEquals("80 80 80 70", totals(evaluate(rule, "a v=80 n=0", "b v=80 n=1", "c v=80 n=2", "d v=80 n=4"), "a", "b", "c", "d"));
    }

    /** Last year's rule on this year's figures: its constants, this year's end. */
    @Test
    void lastYearsRuleIsRunOnThisYearsFigures() {
        String file = """
                id: huangyan
                year: 2021
                columns: {land: {unit: 亩}, tax: {unit: 万元}, start: {kind: day}}
                scope: {exclude: [{id: fresh, when: 'full_years(start, year_end) < 2', effect: ungraded, label: T}]}
                indicators: {t: {formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, weights-total: 100, items: {t: {weight: 100, score: ratio, base: 20 万元/亩}}}]
                classes: {order: [A, B], by: score, at-least: {A: 100}}
                """;
        EvaluationRule rule = rule(file);
        String row = "a land=10 tax=220 start=2020-06-01";
        assertEquals("T", evaluate(rule, row).get("a").label());
        assertEquals("A", classes(LandAssessor.of(rule).year(2022).evaluate(roll(rule, row))));
        assertEquals("B", classes(evaluate(rule(file.replace("2021", "2022").replace("20 万元/亩", "24.097 万元/亩")), row)));
    }
}
