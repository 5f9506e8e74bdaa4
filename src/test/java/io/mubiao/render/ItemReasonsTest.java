package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Points that no equation shows are told with what decided them: the band, the word, the label, the table, the test of a bonus. */
class ItemReasonsTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元, negative: true}
              ip: {title: 知识产权, kind: text, values: [一类, 二类, 无]}
              won: {title: 近三年是否获奖, kind: flag, if-empty: 否}
              level: {title: 荣誉级别, kind: text, values: [省级, 市级], if-empty: 市级}
            labels: {size: {title: 规模, choices: [{label: 大, when: tax >= 100 万元}, {label: 中, when: tax >= 50 万元}, {label: 小}]}}
            tables:
              factor: {title: 修正系数, by: size, values: {大: 1.2, 中: 1.1, 小: 1}}
              award: {title: 荣誉分值, by: level, values: {省级: 3}, otherwise: 0}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, per: {title: 亩均贡献, formula: tax / land, unit: 万元/亩}, share: {title: 占比, formula: tax / land / 500 万元/亩, unit: "%"}}
            groups:
              - id: all
                weights-total: 100
                items:
                  tpm: {weight: 60, score: {bands: {at: {"> 20 万元/亩": w, "(10 万元/亩, 20 万元/亩]": 0.5 * w, "<= 10 万元/亩": 5}}}}
                  share: {weight: 10, score: {bands: {at: {">= 3 %": 10, "[2 %, 3 %)": 5, "< 2 %": 0}}}}
                  rights: {of: ip, weight: 10, score: {words: {at: {一类: w, 二类: 8}, otherwise: 0}}}
                  per: {weight: 20, score: {formula: x / base * w * factor}, base: 20 万元/亩, negative: zero}
            bonuses:
              won: {title: 获奖加分, when: won, points: 3}
              big: {title: 规模加分, when: size == "大", points: 1}
              honour: {title: 荣誉加分, points: award}
            classes: {order: [A, B], by: tests, tests: {A: score_tpm + score_rights >= 40 or won}}
            """, Format.YAML, "t");

    private static Evaluation evaluate() {
        return LandAssessor.of(RULE).evaluate(Roll.builder(RULE)
                .add("1", Map.of("land", 10, "tax", 160, "ip", "二类", "won", true, "level", "省级"))
                .add("2", Map.of("land", 10, "tax", 60, "ip", "无"))
                .add("3", Map.of("land", 10, "tax", -5, "ip", "一类")).build());
    }

    private static void says(String id, String... expected) {
        Evaluation it = evaluate();
        String text = LandExplainer.explain(it.explain(id), Locale.CHINESE) + LandExplainer.explain(it.explain(id), Locale.ENGLISH);
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void theBandThatHoldsANumberIsTold() {
        says("1", "亩均税收 得分 30 = 0.5 × 60（权重 60，16 万元/亩 > 10 万元/亩，16 万元/亩 ≤ 20 万元/亩）\n",
                "亩均税收 scores 30 = 0.5 × 60 (weight 60, 16 万元/亩 > 10 万元/亩, 16 万元/亩 ≤ 20 万元/亩)\n");
        says("2", "亩均税收 得分 5：6 万元/亩 ≤ 10 万元/亩（权重 60）\n", "亩均税收 scores 5: 6 万元/亩 ≤ 10 万元/亩 (weight 60)\n");
    }

    @Test
    void theWordThatGivesPointsIsTold() {
        says("1", "知识产权 得分 8：知识产权为 二类（权重 10）\n", "知识产权 scores 8: 知识产权 is 二类 (weight 10)\n");
        says("2", "知识产权 得分 0：知识产权为 无（权重 10）\n");
    }

    @Test
    void aShareIsHeldAgainstPercents() {
        says("1", "占比 得分 10：3.2 % ≥ 3 %（权重 10）\n");
        says("2", "占比 得分 0：1.2 % < 2 %（权重 10）\n");
    }

    @Test
    void aNegativeNumberThatScoresNothingIsTold() {
        says("3", "亩均贡献 得分 0：-0.5 万元/亩 < 0（权重 20）【指标为负】\n");
    }

    @Test
    void labelsAndTablesAreToldWithWhatDecidesThem() {
        says("1", "归类和取值\n  规模：大（税收 ≥ 100 万元：160 万元 ≥ 100 万元）\n  修正系数：1.2（规模：大）\n  荣誉分值：3（荣誉级别：省级）\n",
                "Looked up\n  规模: 大 (税收 ≥ 100 万元: 160 万元 ≥ 100 万元)\n  修正系数: 1.2 (规模: 大)\n", "亩均贡献 得分 19.2 = 16 万元/亩 ÷ 20 万元/亩 × 20 × 1.2（权重 20）\n");
        says("3", "  规模：小（税收 < 100 万元 且 税收 < 50 万元：-5 万元 < 100 万元，-5 万元 < 50 万元）\n");
        assertTrue(EvaluationJson.write(evaluate().explain("1")).contains("\"looked\""));
    }

    @Test
    void aWeightThatLacksIsNotZero() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元}, town: {title: 乡镇, kind: text}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, weights-total: 100, items: {tpm: {weight: {by: town, values: {东: 100, 西: 100}}, score: ratio, base: 20 万元/亩}}}]
                """, Format.YAML, "t");
        Evaluation it = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("land", 10, "tax", 200)).build());
        String text = LandExplainer.explain(it.explain("1"), Locale.CHINESE);
        assertTrue(text.contains("亩均税收 得分 —【权重缺失；不能计分，办法未规定如何处理】\n"), text);
        assertTrue(LandExplainer.explain(it.explain("1"), Locale.ENGLISH).contains("亩均税收 scores — [weight missing; "));
    }

    @Test
    void aLabelThatNobodyCanDecideShowsWhatLacks() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元}}
                labels: {size: {title: 规模, choices: [{label: 大, when: tax >= 100 万元}, {label: 小}]}}
                tables: {factor: {title: 系数, by: size, values: {大: 2, 小: 1}}}
                indicators: {area: {title: 面积, formula: land, unit: 亩}}
                groups: [{id: all, weights-total: 100, items: {area: {weight: 100, score: {formula: x / 1 亩 * factor}}}}]
                """, Format.YAML, "t");
        Evaluation it = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("land", 10)).build());
        String text = LandExplainer.explain(it.explain("1"), Locale.CHINESE);
        assertTrue(text.contains("  规模：不能判定（税收 ≥ 100 万元：缺税收）\n  系数：缺失（规模：不能判定）\n"), text);
    }

    @Test
    void aBonusIsToldWithTheFactThatGivesIt() {
        says("1", "加分 获奖加分 3（近三年是否获奖：是）\n", "加分 规模加分 1（规模：大）\n", "加分 荣誉加分 3\n", "bonus 获奖加分 3 (近三年是否获奖: yes)\n");
    }

    @Test
    void scoresInTestsGoByTheirTitles() {
        says("1", "A 类要求 亩均税收得分 + 知识产权得分 ≥ 40 或 近三年获奖：30 + 8 < 40，近三年获奖 是，符合\n",
                "A requires points of 亩均税收 + points of 知识产权 ≥ 40 or 近三年获奖: 30 + 8 < 40, 近三年获奖 yes, which is so\n");
        assertFalse(LandExplainer.explain(evaluate().explain("2"), Locale.CHINESE).contains("score_"));
    }
}
