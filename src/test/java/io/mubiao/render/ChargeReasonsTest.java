package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Money is told with the figures it comes of, in units that a reader knows; clauses of the same rules read as they are meant. */
class ChargeReasonsTest {
    /** An award for clean air: 20 万元 for each 微克/立方米 below the goal, 40 taken for each above; no classes at all. */
    private static final EvaluationRule AIR = RuleFile.parse("""
            id: t
            year: 2024
            columns: {pm: {title: 年均浓度, unit: 微克/立方米}, goal: {title: 基本目标, unit: 微克/立方米}}
            derived: {less: {title: 低于目标, formula: "max(goal - pm, 0)", unit: 微克/立方米}}
            consequences:
              - {id: more, title: 超额奖励, kind: rebate, base: 20 万元 * (less / 1 微克/立方米), rates: [{rate: 100 %}], unit: 万元}
              - {id: taken, title: 扣缴, kind: surcharge, base: 40 万元 * ((pm - goal) / 1 微克/立方米), rates: [{when: pm > goal, rate: 100 %}, {rate: 0 %}], unit: 万元}
            """, Format.YAML, "t");
    private static final EvaluationRule POWER = RuleFile.parse("""
            id: t
            year: 2024
            columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}, coal: {title: 能耗, unit: 吨标煤}, sales: {title: 收入, unit: 万元}}
            indicators: {t: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, n: {title: 项目数, formula: land / 1 亩}, s: {title: 占比, formula: tax / sales, unit: "%"}}
            groups:
              - id: g
                title: 规上企业
                weights-total: 100
                items:
                  t: {weight: 60, score: {efficacy: 60 %}, low: {kind: min, population: graded, by: [group]}, high: {kind: max, population: graded, by: [group]}}
                  n: {weight: 20, score: {bands: {at: {">= 5": w, "< 5": 0}}}}
                  s: {weight: 20, score: {bands: {at: {">= 20 %": w, "< 20 %": 0.5 * w}}}}
            bonuses: {fined: {title: 处罚, points: -2 * land / 1 亩}}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: "min(1 户, 50 %)", B: 100 %}, quota-base: ranked, quota-rounding: cumulative floor}
            consequences:
              - {id: power, title: 差别电价, kind: surcharge, base: coal * 8000 kWh/吨标煤, rate-unit: 元/kWh, rates: {A: [0.05 元/kWh], B: [0.10 元/kWh]}, unit: 元}
              - {id: tax, title: 土地税减免, kind: relief, base: land * 4000 元/亩, rates: [{when: class == "A", rate: 100 %}, {rate: 0 %}], unit: 元}
            """, Format.YAML, "t");

    private static String told(EvaluationRule rule, String id, Map<String, Object> one, Map<String, Object> two) {
        Evaluation it = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", one).add("2", two).build());
        return LandExplainer.explain(it.explain(id), Locale.CHINESE);
    }

    private static void says(String text, String... expected) {
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void whatIsPaidByFiguresAloneListsThem() {
        Map<String, Object> clean = Map.of("pm", 50, "goal", 55);
        Map<String, Object> dirty = Map.of("pm", "58.5", "goal", 55);
        says(told(AIR, "1", clean, dirty), "一、申报数据", "年均浓度：50 微克/立方米", "基本目标：55 微克/立方米",
                "低于目标 = [基本目标 - 年均浓度、0 取大] =",
                "返还 超额奖励：1 × 100 万元 = 100 万元（100 万元 = 20 万元 × (低于目标 ÷ 1 微克/立方米) = 20 万元 × (5 微克/立方米 ÷ 1 微克/立方米)）",
                "加价 扣缴，其余：0 × (-200 万元) = 0 万元（", "前列条件均不符合：年均浓度 > 基本目标：50 微克/立方米 ≤ 55 微克/立方米）");
        says(told(AIR, "2", clean, dirty), "加价 扣缴，年均浓度 > 基本目标：58.5 微克/立方米 > 55 微克/立方米：1 × 140 万元 = 140 万元");
    }

    @Test
    void baseAndRateAreInTheUnitsOfTheClause() {
        Map<String, Object> one = Map.of("land", 10, "tax", 100, "coal", 100, "sales", 300);
        Map<String, Object> two = Map.of("land", 10, "tax", 50, "coal", 3, "sales", 300);
        String text = told(POWER, "1", one, two);
        says(text, "0.05 元/kWh × 800000 kWh = 40000 元（800000 kWh = 能耗 × 8000 kWh/吨标煤 = 100 吨标煤 × 8000 kWh/吨标煤）",
                "1 × 40000 元 = 40000 元（40000 元 = 用地 × 4000 元/亩 = 10 亩 × 4000 元/亩）", "亩均税收（规上企业）：5 万元/亩",
                "A（前 1 户 与 50 % 中较少的）：第 1 名", "占比 得分 20：33.3333 % ≥ 20 %");
        assertFalse(text.contains("·"), text);
        says(told(POWER, "2", one, two), "土地税减免，其余：0 × 40000 元 = 0 元", "（前列条件均不符合：等级 = A：B ≠ A）", "占比 得分 10 = 0.5 × 20（权重 20，16.6667 % < 20 %）");
    }

    /** 13 ÷ 14 is 92.8571 %: the step that is reached can be checked. */
    @Test
    void stepsOfARatioPrintTheRatio() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}}
                indicators: {t: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: g, weights-total: 60, items: {t: {weight: 60, score: {steps: {of: ratio, below: 0, at: {80 %: 40, 100 %: 60}}}, base: 14 万元/亩}}}]
                """, Format.YAML, "t");
        says(told(rule, "1", Map.of("land", 1, "tax", 13), Map.of("land", 1, "tax", 14)), "亩均税收 得分 40 = 13 万元/亩 ÷ 14 万元/亩（≈ 92.8571 %） 按档计分");
    }

    @Test
    void clausesOfTheSameRule() {
        says(Mubiao.words(POWER, Locale.CHINESE), "“亩均税收下限”（亩均税收）", "下限为 亩均税收下限，上限为 亩均税收上限", "“项目数”所在的区间：≥ 5的为 权重",
                "“占比”所在的区间：≥ 20%的为 权重", "“处罚”：所有企业，减 （2 × 用地 ÷ 1 亩） 分；", "“A”类 0.05 元/kWh",
                "等级 = “A”的，费率 100%，其余费率 0%");
        says(Mubiao.words(AIR, Locale.CHINESE), "费率没有单位；费率 100%。");
    }

    @Test
    void aFigureThatIsThePlaceIsNotRanked() {
        String text = Mubiao.words(ScoringRuleFile.parse("""
                id: t
                points: 20
                inputs: {place: {title: 省考核名次}, use: {title: 能耗, unit: 吨}, plan: {title: 计划, unit: 吨}}
                derived: {over: {title: 超计划, formula: use / plan - 1, unit: "%"}}
                parts:
                  a: {of: place, score: {rank-points: {step: 0.5, least: 5}}}
                  b: {of: over, score: {bands: {at: {"<= 0 %": 15, "> 0 %": 0}}}}
                  c: {of: over, score: {per-unit: -40}}
                  d: {of: use / 1 吨, score: {full-less: {above: 3, each: 1, points: 1}}}
                """, Format.YAML, "t"), Locale.CHINESE);
        says(text, "“省考核名次”即名次，为 1 得满分，每大 1 少 0.5 分，至少得 5 分", "“超计划”所在的区间：≤ 0%的为 15 分", "“超计划”每 100% 扣 40 分",
                "不高于 3 的得满分，每高 1 减 1 分");
    }
}
