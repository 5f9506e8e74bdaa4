package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Consequences;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes and what they cost under the published rules. Cases O8, O11, O15. */
class PublishedClassesTest {
    private static final String BY_SHARE = """
            id: shares
            year: 2021
            columns: {score: {}}
            indicators: {overall: {formula: score}}
            groups: [{id: all, rank-on: overall}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C, D]
              by: rank
              cuts: {A: 20 %, B: 65 %, C: 95 %, D: 100 %}
              quota-base: ranked
              quota-rounding: ROUNDING
            """;

    private static List<Long> counts(Evaluation evaluation) {
        return List.copyOf(evaluation.classCounts().values());
    }

    private static List<Long> counts(String text) {
        return List.of(text.split("/", -1)).stream().map(Long::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource({"cumulative floor", "cumulative half-up", "cumulative ceiling"})
    void chaohusPublishedCountsFollowFromItsSharesUnderAnyRounding(String rounding) {
        EvaluationRule rule = Rules.parse(BY_SHARE.replace("ROUNDING", rounding));
        assertEquals(counts("24/54/36/6"), counts(LandAssessor.of(rule).evaluate(
                Rules.falling(rule, 120, "score", "score=0"))));
    }

    @ParameterizedTest
    @CsvSource({"cumulative floor, 20/101/60/21", "cumulative half-up, 20/101/61/20"})
    void keqiaos202DyeingFirmsDependOnTheRoundingThatNoSourceGives(String rounding, String expected) {
        EvaluationRule rule = Rules.parse(Rules.text("keqiao-dyeing-2014").replace("cumulative floor", rounding))
                .with(district());
        Roll roll = Rules.falling(rule, 202, "tax", "industry=印染 land=10 value_added=50 energy=100 discharge=20");
        assertEquals(counts(expected), counts(LandAssessor.of(rule).evaluate(roll)));
    }

    private static Map<String, String> district() {
        return Map.of("district_tax_per_mu", "10 万元/亩", "district_tax_per_energy", "1 万元/吨标煤",
                "district_tax_per_discharge", "5 万元/吨", "district_value_per_mu", "5 万元/亩");
    }

    @Test
    void keqiaoAddsTheFourRatiosAndSetsListedAndOutdatedFirmsDirectly() {
        EvaluationRule rule = Rules.read("keqiao-dyeing-2014").with(district());
        String firm = "industry=印染 land=10 energy=100 discharge=20 value_added=50 tax=";
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= 10; i++) {
            roll.add(String.valueOf(i), Rules.values(firm + (110 - 10 * i)
                    + (i == 1 ? " to_eliminate=是" : i == 9 ? " listed=是" : i == 10 ? " listed=是 to_eliminate=是" : "")));
        }
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll.build());
        // tax 100: 10/10 + 1/1 + 5/5 + 5/5
        Rules.assertTotal("4", evaluation, "1");
        assertEquals("A D", classes(evaluation, "1"));
        assertEquals("C A", classes(evaluation, "9"));
        assertEquals("D D", classes(evaluation, "10"));
    }

    private static String classes(Evaluation evaluation, String id) {
        EnterpriseResult result = evaluation.get(id);
        return result.initialClass().orElse("-") + " " + result.finalClass().orElse("-");
    }

    @ParameterizedTest
    @CsvSource({
        "10, accident=是, A C",
        "10, target_missed=是, A C",
        "96, substandard=是, D D",
        "99, newly_founded=是, D C",
        "99, newly_regulated=是, D C",
        "99, major_project=是, D C",
        "99, newly_founded=是 accident=是, D D",
        "10, newly_founded=是, A A",
    })
    void changleClosesAAndBToAVetoAndDToAGraceUnlessThereIsAVeto(int place, String marks, String classes) {
        EvaluationRule rule = Rules.read("changle-2023");
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= 100; i++) {
            String firm = "regulated=是 score=" + (200 - i);
            roll.add(String.valueOf(i), Rules.values(i == place ? firm + " " + marks : firm));
        }
        assertEquals(classes, classes(LandAssessor.of(rule).evaluate(roll.build()), String.valueOf(place)));
    }

    @Test
    void changleOnlyCollectsTheDataOfUtilitiesAndLeavesOutSmallFirmsOnLittleLand() {
        EvaluationRule rule = Rules.read("changle-2023");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule)
                .add("水厂", Rules.values("regulated=是 score=90 utility=是"))
                .add("小厂", Rules.values("regulated=否 land=2.99 score=90"))
                .add("三亩", Rules.values("regulated=否 land=3 score=90")).build());
        assertEquals(Standing.COLLECTED, evaluation.get("水厂").standing());
        assertEquals(Standing.OUT, evaluation.get("小厂").standing());
        assertEquals(Standing.GRADED, evaluation.get("三亩").standing());
    }

    @Test
    void huaianLeavesUtilitiesAndNewFirmsAsideAsT() {
        EvaluationRule rule = Rules.read("huaian-2024").with(Map.of("prior_tax_per_mu", "5 万元/亩",
                "prior_sales_per_mu", "100 万元/亩", "prior_tax_per_energy", "0.1 万元/吨标煤"));
        String firm = "regulated=是 land=10 sales=1000 energy=250 production_start=2010-01-01";
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= 20; i++) {
            roll.add(String.valueOf(i), Rules.values(firm + " tax=" + (200 - i)));
        }
        roll.add("水厂", Rules.values(firm + " tax=900 utility=是"));
        roll.add("新厂", Rules.values(firm.replace("2010-01-01", "2023-01-01") + " tax=900"));
        roll.add("满两年", Rules.values(firm.replace("2010-01-01", "2022-12-31") + " tax=1"));
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll.build());
        assertEquals("T", evaluation.get("水厂").label());
        assertEquals("T", evaluation.get("新厂").label());
        assertEquals("D D", classes(evaluation, "满两年"));
        assertEquals(counts("4/8/7/2"), counts(evaluation));
    }

    @ParameterizedTest
    @CsvSource({"是, 20/60/15/5", "否, 5/70/20/5"})
    void wenlingCutsRegulatedAndSmallFirmsDifferently(String regulated, String expected) {
        EvaluationRule rule = Rules.read("wenling-parks-2022");
        assertEquals(counts(expected), counts(LandAssessor.of(rule).evaluate(
                Rules.falling(rule, 100, "score", "industry_group=一组 regulated=" + regulated))));
    }

    @Test
    void theAnhuiCityRanksSmallFirmsOnTaxPerMuAloneAndTreatsTheUngradedAsB() {
        EvaluationRule rule = Rules.read("anhui-city").with(Map.of("base_tax_per_mu", "20 万元/亩",
                "base_sales_per_mu", "300 万元/亩", "base_value_per_energy", "3 万元/吨标煤", "base_rd_share", "0.03",
                "base_value_per_head", "18 万元/人"));
        String small = "regulated=否 land=5 founded=2017-12-31 ";
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= 100; i++) {
            roll.add(String.valueOf(i), Rules.values(small + "tax=" + (500 - i)));
        }
        roll.add("热电厂", Rules.values(small + "tax=900 utility=是"));
        roll.add("租厂房", Rules.values("regulated=否 land=1 workshop=3000 founded=2017-12-31 tax=1"));
        roll.add("成立三年", Rules.values("regulated=否 land=9 founded=2018-01-01 tax=900"));
        roll.add("地少", Rules.values("regulated=否 land=4.99 founded=2000-01-01 tax=900"));
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll.build());
        // 101 ranked: 25.25, 70.7, 95.95
        assertEquals(counts("25/45/25/6"), counts(evaluation));
        assertEquals(Standing.TREATED_AS, evaluation.get("热电厂").standing());
        assertEquals("B", evaluation.get("热电厂").classInForce().orElseThrow());
        assertEquals(Standing.GRADED, evaluation.get("租厂房").standing());
        assertEquals(Standing.OUT, evaluation.get("成立三年").standing());
        assertEquals(Standing.OUT, evaluation.get("地少").standing());
    }

    @ParameterizedTest
    @CsvSource({
        "shandong-power-2022, D, 1, electricity=1000000, 50000 元",
        "shandong-power-2022, D, 2, electricity=1000000, 100000 元",
        "shandong-power-2022, D, 3, electricity=1000000, 150000 元",
        "shandong-power-2022, D, 9, electricity=1000000, 150000 元",
        "shandong-power-2022, D, 1, electricity=1000000 other_power_rate=0.10, 100000 元",
        "haining-power-2025-draft, D, 1, electricity=1000000, 300000 元",
        "haining-power-2025-draft, D, 2, electricity=1000000, 300000 元",
        "haining-power-2025-draft, D, 3, electricity=1000000, 400000 元",
        "zhejiang-land-use-tax-2019, A, 1, manufacturer=是 land_use_tax=12, 12 万元",
        "zhejiang-land-use-tax-2019, B, 1, manufacturer=是 land_use_tax=12, 9.6 万元",
        "zhejiang-land-use-tax-2019, C, 1, manufacturer=是 land_use_tax=12, 0 万元",
    })
    void aClassCostsOrBringsWhatTheTableSays(String id, String name, int years, String values, String amount) {
        List<Charge> charges = Consequences.of(Rules.read(id)).charges(name, years, Rules.values(values));
        assertEquals(List.of(amount), amounts(charges));
    }

    @Test
    void nanjingsWarningClassPaysHalfOfDOnceTheRatesAreGiven() {
        Consequences tables = Consequences.of(Rules.read("nanjing-2018").with(Map.of("d_power_rate", "0.1 元/kWh",
                "d_water_rate", "0.5 元/立方米", "d_gas_rate", "0.2 元/立方米")));
        Map<String, String> use = Rules.values("electricity=1000000 water=2000 gas=3000");
        assertEquals(List.of("100000 元", "1000 元", "600 元"), amounts(tables.charges("D", 1, use)));
        assertEquals(List.of("50000 元", "500 元", "300 元"), amounts(tables.charges("C-", 1, use)));
        assertEquals(List.of(), tables.charges("C", 1, use));
    }

    private static List<String> amounts(List<Charge> charges) {
        return charges.stream().map(it -> it.amount().orElseThrow().toString()).toList();
    }

    @Test
    void aTableHoldsUpToItsLastDayAndForWhomItIsMeant() {
        EvaluationRule rule = Rules.read("zhejiang-land-use-tax-2019");
        Map<String, String> firm = Rules.values("manufacturer=是 land_use_tax=12");
        assertTrue(Consequences.of(rule, LocalDate.of(2021, 12, 31)).charges("A", 1, firm).get(0).amount().isPresent());
        Charge late = Consequences.of(rule, LocalDate.of(2022, 1, 1)).charges("A", 1, firm).get(0);
        assertTrue(late.amount().isEmpty() && late.reason().contains("2021-12-31"), late.reason());
        assertEquals(List.of(), Consequences.of(rule).charges("A", 1, Rules.values("manufacturer=否 land_use_tax=12")));
    }

    @Test
    void aSecondYearInDCostsAChangleFirmTwiceTheFirst() {
        EvaluationRule rule = Rules.read("changle-2023");
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 1; i <= 20; i++) {
            roll.add(String.valueOf(i), Rules.values("regulated=是 electricity=1000000 score=" + (200 - i)));
        }
        LandAssessor assessor = LandAssessor.of(rule);
        assertEquals(List.of("50000 元"), amounts(assessor.evaluate(roll.build()).charges("20")));
        assertEquals(List.of("100000 元"), amounts(assessor.history(ClassHistory.of(Map.of("20", List.of("D"))))
                .evaluate(roll.build()).charges("20")));
        assertEquals(List.of(), assessor.evaluate(roll.build()).charges("1"));
    }
}
