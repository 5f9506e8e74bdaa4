package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.testing.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an enterprise is told: the numbers, the limits, the clause, in both languages; and what a program is told. */
class LandExplainerTest {
    private static final Map<String, String> PUBLISHED = Map.of("land", "30", "tax", "600", "value_added", "3000", "revenue",
            "12000", "rd", "300", "energy", "1000", "emission", "0.8", "employees", "150");

    private static Evaluation huangyan() {
        EvaluationRule rule = RuleFile.read(Path.of("seeds/rules/huangyan-2022.yaml"));
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("91331003", "某厂", PUBLISHED).build());
    }

    private static Evaluation classes() {
        EvaluationRule rule = RuleFile.parse("""
                id: demo
                year: 2024
                trial: true
                sources: [{id: doc, title: 办法}]
                columns:
                  land: {title: 用地面积, unit: 亩}
                  tax: {title: 税收, unit: 万元, negative: true}
                  power: {title: 用电量, unit: kWh, if-empty: 0}
                  veto: {title: 一票否决, kind: flag, if-empty: 否}
                indicators:
                  tax_per_mu: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
                groups:
                  - id: all
                    weights-total: 100
                    items:
                      tax_per_mu: {weight: 100, score: ratio, base: 10 万元/亩, cap: 1.2 * w, floor: 0, source: doc, clause: 第三条}
                total: {round: 2 half-up}
                ranking: {on: rounded, ties: best-place, small-groups: none}
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts: {A: 20 %, B: 60 %, C: 80 %, D: 100 %}
                  quota-base: ranked
                  quota-rounding: cumulative half-up
                overrides:
                  - {id: veto, title: 安全事故, when: veto, not-above: C, source: doc, clause: 第五条}
                refill: false
                consequences:
                  - {id: power, title: 差别电价, kind: surcharge, base: power, rate-unit: 元/kWh, rates: {D: [0.05 元/kWh]}, source: doc, clause: 第七条}
                exports:
                  public: [rank, name, class]
                  office: [id, tax, tax_per_mu, score_tax_per_mu, total]
                """, Format.YAML, "demo");
        return LandAssessor.of(rule).evaluate(Roll.builder(rule)
                .add("1", "甲", Map.of("land", "10", "tax", "200", "veto", "是"))
                .add("2", "乙", Map.of("land", "10", "tax", "90"))
                .add("3", "丙", Map.of("land", "3", "tax", "25"))
                .add("4", "丁", Map.of("land", "10", "tax", "60"))
                .add("5", "戊", Map.of("land", "10", "tax", "-5", "power", "1000000")).build());
    }

    @Test
    void namesEveryInputEveryScoreAndTheTotalOfThePublishedCase() {
        String text = LandExplainer.explain(huangyan().explain("91331003"), Locale.SIMPLIFIED_CHINESE);
        for (String expected : new String[] {"用地面积：30 亩", "亩均税收 = 评价税收 ÷ 用地面积 = 600 万元 ÷ 30 亩 = 20 万元/亩", "24.8994", "14.6886",
                "22.2717", "7.6068", "11.0254", "8.2781", "88.7700", "《黄岩区2022年度工业企业亩均效益评价（网页）》"}) {
            assertTrue(text.contains(expected), expected + " in\n" + text);
        }
    }

    @Test
    void saysCapsOverridesCutOffsAndMoneyInBothLanguages() {
        Evaluation evaluation = classes();
        String first = LandExplainer.explain(evaluation.explain("1"), Locale.CHINESE);
        assertTrue(first.contains("封顶") && first.contains("第三条") && first.contains("安全事故，A → C") && first.contains("第五条"), first);
        assertTrue(first.contains("初评 A，最终 C") && first.contains("试评价") && first.contains("第 1 名，共 5 家"), first);
        String last = LandExplainer.explain(evaluation.explain("5"), Locale.ENGLISH);
        assertTrue(last.contains("held at the floor") && last.contains("negative indicator"), last);
        assertTrue(last.contains("0.05 元/kWh × 1000000 kWh = 50000 元"), last);
    }

    @Test
    void shortSharesAreShownRoundedAndKeptExact() {
        Explanation explanation = classes().explain("3");
        assertTrue(LandExplainer.explain(explanation, Locale.CHINESE).contains("8.3333 万元/亩"));
        assertEquals("83.33", explanation.result().total().orElseThrow().toString());
        assertEquals(explanation.result().total(), explanation.replay());
        assertTrue(EvaluationJson.write(explanation).contains("\"exact\" : \"25/3\""));
    }

    @Test
    void theTableCountsClassesAndTheProfileDecidesWhatLeavesTheOffice() {
        Evaluation evaluation = classes();
        String table = LeagueTable.write(evaluation, Locale.CHINESE);
        assertTrue(table.contains("共 5 家：A 0(0.0%) B 2(40.0%) C 2(40.0%) D 1(20.0%)"), table);
        assertTrue(table.contains("结果不具约束力"), table);
        assertEquals(List.of("名次", "企业名称", "等级"), LeagueTable.cells(evaluation, "public", Locale.CHINESE).get(0));
        assertEquals(List.of("1", "200", "20", "120", "120.00"),
                LeagueTable.cells(evaluation, "office", Locale.CHINESE).get(1));
        Refusal.naming(() -> LeagueTable.cells(evaluation, "everything", Locale.CHINESE), "everything", "[public, office]");
    }

    @Test
    void jsonCarriesFormulasAndExactNumbers() {
        String json = EvaluationJson.write(huangyan().explain("91331003"));
        assertTrue(json.contains("\"formula\" : \"30 * tax_per_mu / 24.097 万元/亩\""), json);
        assertTrue(EvaluationJson.write(huangyan()).contains("\"rule\" : \"huangyan-2022\""));
    }
}
