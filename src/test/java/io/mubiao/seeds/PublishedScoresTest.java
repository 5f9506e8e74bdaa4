package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores under the published rules, worked out by hand beforehand. Cases O1, O4, O5, O6, O14. */
class PublishedScoresTest {
    private static final String HUANGYAN_FIRM =
            "land=30 tax=600 value_added=3000 revenue=12000 rd=300 energy=1000 emission=0.8 employees=150";

    @ParameterizedTest
    @CsvSource({"tax_per_mu, 24.899365", "value_per_mu, 14.688602", "value_per_energy, 22.271715",
        "value_per_emission, 7.606784", "value_per_head, 11.025358", "rd_share, 8.278146"})
    void huangyanScoresEachItemToTheDigit(String item, String score) {
        assertEquals(score, Rules.score(Rules.one(Rules.read("huangyan-2022"), HUANGYAN_FIRM), "甲", item));
    }

    @Test
    void huangyanAddsUnroundedItems() {
        Evaluation evaluation = Rules.one(Rules.read("huangyan-2022"), HUANGYAN_FIRM);
        Rational total = evaluation.get("甲").total().orElseThrow();
        assertEquals("88.769970", total.round(Rounding.halfUp(6)).toPlainString());
        assertEquals(total, evaluation.explain("甲").replay().orElseThrow());
    }

    @Test
    void huangyanGivesAFirmAtEveryBaselineOneHundred() {
        BigDecimal mu = new BigDecimal("136.16");
        BigDecimal tce = new BigDecimal("2.694");
        BigDecimal tonne = new BigDecimal("4929.81");
        BigDecimal head = new BigDecimal("18.14");
        BigDecimal land = tce.multiply(tonne).multiply(head);
        Map<String, String> values = Map.of("land", land.toPlainString(),
                "tax", land.multiply(new BigDecimal("24.097")).toPlainString(),
                "value_added", land.multiply(mu).toPlainString(),
                "energy", mu.multiply(tonne).multiply(head).toPlainString(),
                "emission", mu.multiply(tce).multiply(head).toPlainString(),
                "employees", mu.multiply(tce).multiply(tonne).toPlainString(), "revenue", "1", "rd", "0.0302");
        EvaluationRule rule = Rules.read("huangyan-2022");
        Rules.assertTotal("100", LandAssessor.of(rule).evaluate(Roll.builder(rule).add("甲", values).build()), "甲");
    }

    @Test
    void huangyanGivesAFirmWithoutEmissionDataTheMeanScoreOfThatItem() {
        EvaluationRule rule = Rules.read("huangyan-2022");
        Map<String, String> other = Rules.values(HUANGYAN_FIRM);
        other.put("emission", "0.4");
        Map<String, String> without = Rules.values(HUANGYAN_FIRM);
        without.remove("emission");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule)
                .add("甲", Rules.values(HUANGYAN_FIRM)).add("乙", other).add("丙", without).build());
        // (7.606784 + 15.213568) / 2
        assertEquals("11.410176", Rules.score(evaluation, "丙", "value_per_emission"));
    }

    @Test
    void huangyanScoresASmallFirmOnceItsBaselinesAreGiven() {
        EvaluationRule rule = Rules.read("huangyan-2022-small")
                .with(Map.of("base_tax_per_mu", "20 万元/亩", "base_tax_per_kwh", "2 元/kWh"));
        // 10 / 20 × 50 + 1.5 / 2 × 50
        Rules.assertTotal("62.5", Rules.one(rule, "land=3 tax=30 electricity=200000"), "甲");
    }

    @ParameterizedTest
    @CsvSource({
        "112.5, land=20 tax=360 sales=7200 value_added=1800 energy=500 cod=4.5 water=20000 employees=100",
        "80, land=2 tax=24 sales=480 electricity=150000",
        "112.5, land=3 tax=54 sales=1080 value_added=270 energy=75 cod=0.675 water=3000 employees=15",
    })
    void linhaiChoosesItemsByLandAndKeepsYuanAndTenThousandYuanApart(String total, String firm) {
        Rules.assertTotal(total, Rules.one(Rules.read("linhai-2014"), firm), "甲");
    }

    @Test
    void jingdeGivesTheLowestValueAFifthOfTheWeightAndTheHighestAllOfIt() {
        EvaluationRule rule = Rules.read("jingde").with(Map.of("weights_sum", "30", "weight_upgrade", "30",
                "weight_new_projects", "0", "weight_revenue_energy", "0", "weight_revenue_emission", "0"));
        Roll.Builder roll = Roll.builder(rule);
        for (int perMu : List.of(2, 10, 26, 50)) {
            roll.add(String.valueOf(perMu), Rules.values("regulated=是 land=10 upgrade=" + perMu * 10
                    + " new_projects=" + perMu + " revenue=" + perMu + " energy=1 emission=1"));
        }
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll.build());
        Rules.assertTotal("6", evaluation, "2");
        Rules.assertTotal("10", evaluation, "10");
        Rules.assertTotal("18", evaluation, "26");
        Rules.assertTotal("30", evaluation, "50");
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "0.25, 3", "0.5, 2", "0.75, 1", "1.0, 0", "1.2, 0"})
    void theOlderInverseItemFallsToZeroAtTwiceTheAverage(String x, String points) {
        EvaluationRule rule = Rules.parse("""
                id: inverse
                year: 2010
                columns: {x1: {}}
                indicators: {x2: {formula: x1, better: lower}}
                groups:
                  - id: all
                    weights-total: 4
                    items:
                      x2: {weight: 4, score: inverse-mean, base: 0.5}
                """);
        Rules.assertTotal(points, Rules.one(rule, "x1=" + x), "甲");
    }

    @ParameterizedTest
    @CsvSource({"是, 0, 100", "是, 1, 100", "是, 2, 95", "是, 4, 85", "是, 40, -95",
        "否, 0, 100", "否, 1, 90", "否, 2, 85", "否, 30, -55"})
    void wenlingDeductsForEveryTenantButTheFirstOfARegulatedFirmWithoutLimit(String regulated, String tenants,
            String total) {
        Rules.assertTotal(total, Rules.one(Rules.read("wenling-parks-2022"),
                "industry_group=一组 score=100 regulated=" + regulated + " small_tenants=" + tenants), "甲");
    }

    @Test
    void huaianHoldsEachItemAgainstTwiceLastYearsCountyAverage() {
        EvaluationRule rule = Rules.read("huaian-2024").with(Map.of("prior_tax_per_mu", "5 万元/亩",
                "prior_sales_per_mu", "100 万元/亩", "prior_tax_per_energy", "0.1 万元/吨标煤"));
        // 10/10 × 45 + 100/200 × 35 + 0.4/0.2 × 20 + 2 − 1
        Rules.assertTotal("103.5", Rules.one(rule, "regulated=是 land=10 tax=100 sales=1000 energy=250 "
                + "production_start=2010-01-01 bonus_points=2 deduction_points=1"), "甲");
    }

    @Test
    void huaianFormsTheCountyAverageFromLastYearsRollAsWell() {
        EvaluationRule rule = Rules.read("huaian-2024-by-county");
        String old = "regulated=是 production_start=2010-01-01 ";
        Roll lastYear = Roll.builder(rule)
                .add("甲", Rules.values(old + "county=东县 land=10 tax=20 sales=500 energy=300"))
                .add("乙", Rules.values(old + "county=东县 land=10 tax=80 sales=1500 energy=700"))
                .add("丙", Rules.values(old + "county=西县 land=10 tax=9 sales=900 energy=90")).build();
        Roll thisYear = Roll.builder(rule).add("甲", Rules.values(old
                + "county=东县 land=10 tax=100 sales=1000 energy=250 bonus_points=2 deduction_points=1")).build();
        Rules.assertTotal("103.5", LandAssessor.of(rule).prior(lastYear).evaluate(thisYear), "甲");
    }
}
