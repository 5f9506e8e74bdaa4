package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of all that may follow from a class it is told whether it applies and by which facts, and what its rate comes of. */
class ChargeConditionsTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              score: {title: 得分}
              kwh: {title: 用电量, unit: kWh}
              fine: {title: 惩罚性加价, unit: 元/kWh, if-empty: 0}
              step: {title: 阶梯加价, unit: 元/kWh, if-empty: 0}
              green: {title: 是否绿色, kind: flag, if-empty: 否}
              level: {title: 信用, kind: text, if-empty: 好}
            indicators: {i: {title: 得分值, formula: score}}
            groups: [{id: g, weights-total: 100, items: {i: {weight: 100, score: {formula: x}}}}]
            classes: {order: [A, B, C, D], by: score, at-least: {A: 90, B: 80, C: 60}}
            consequences:
              - id: power
                title: 差别电价
                kind: surcharge
                base: kwh
                rate-unit: 元/kWh
                rates: {D: [0.1 元/kWh, 0.2 元/kWh, 0.3 元/kWh], B: 0.01 元/kWh}
                fractions: {C: {of: D, share: 50 %}}
                stacking: {max-with: fine + step}
                when: not green
              - {id: land, title: 土地费, kind: relief, base: 10 元, unit: 元, rates: [{when: score >= 90, rate: 100 %}, {when: score >= 80, rate: 50 %}], when: level == "好"}
            """, Format.YAML, "t");

    private static String told(Map<String, Object> firm, ClassHistory history, Locale locale) {
        Evaluation it = LandAssessor.of(RULE).history(history).evaluate(Roll.builder(RULE).add("1", firm).build());
        return LandExplainer.explain(it.explain("1"), locale);
    }

    private static String told(Map<String, Object> firm) {
        return told(firm, ClassHistory.NONE, Locale.CHINESE);
    }

    private static void says(String text, String... expected) {
        for (String part : expected) {
            assertTrue(text.contains(part), () -> part + "\nin\n" + text);
        }
    }

    @Test
    void whatDoesNotApplyIsToldWithTheFactThatDecides() {
        Map<String, Object> firm = Map.of("score", 50, "kwh", 100, "green", "是", "level", "差");
        says(told(firm), "\n  是否绿色：是\n", "\n  加价 差别电价，D 类：不适用（适用条件 是否绿色为否，现为是，不符合）\n",
                "\n  减免 土地费：不适用（适用条件 信用 = 好：差 ≠ 好，不符合）\n", "\n  信用：差\n");
        assertFalse(told(firm).contains("惩罚性加价"), "no rate, no other rate");
        says(told(firm, ClassHistory.NONE, Locale.ENGLISH), "surcharge 差别电价, D: does not apply (it applies if 是否绿色 is no, it is yes, which is not so)");
        Evaluation it = LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("1", firm).build());
        says(Letters.result(it, "1", Locale.CHINESE), "　　相应政策：加价 差别电价，D 类：不适用（适用条件 是否绿色为否，现为是，不符合）。\n");
        assertEquals(List.of(), it.charges("1"));
    }

    @Test
    void whatAppliesNamesItsCondition() {
        says(told(Map.of("score", 85, "kwh", 100)), "加价 差别电价，B 类：0.01 元/kWh（本项 0.01 元/kWh，", " × 100 kWh = 1 元（适用条件 是否绿色为否，现为否，符合）\n",
                "减免 土地费，得分 ≥ 80：85 ≥ 80：0.5 × 10 元 = 5 元（适用条件 信用：好，符合）\n");
    }

    @Test
    void ratesByTestsOfWhichNoneHoldsAreTold() {
        says(told(Map.of("score", 70, "kwh", 100)), "减免 土地费：不适用（适用条件 信用 = 好 且 (得分 ≥ 90 或 得分 ≥ 80)：信用 好，70 < 90，70 < 80，不符合）");
    }

    @Test
    void whoHasNoRateIsToldNothing() {
        assertFalse(told(Map.of("score", 95, "kwh", 100)).contains("差别电价"));
    }

    @Test
    void theOtherRateIsWorkedOutOfWhatWasFiled() {
        says(told(Map.of("score", 50, "kwh", 100, "fine", "0.25", "step", "0.1")), "\n  惩罚性加价：0.25 元/kWh\n", "\n  阶梯加价：0.1 元/kWh\n",
                "0.35 元/kWh（本项 0.1 元/kWh，另一价差 0.35 元/kWh（0.35 元/kWh = 惩罚性加价 + 阶梯加价 = 0.25 元/kWh + 0.1 元/kWh），取高） × 100 kWh = 35 元");
    }

    @Test
    void aShareOfAnotherRateIsToldAsThat() {
        says(told(Map.of("score", 70, "kwh", 100)), "加价 差别电价，C 类：0.05 元/kWh", "；本项费率为 D 类费率 0.1 元/kWh 的 50 %；");
    }

    @Test
    void yearsAreToldWithTheClassesTheyCountAndNeverWithoutAny() {
        Map<String, Object> firm = Map.of("score", 50, "kwh", 100);
        says(told(firm, ClassHistory.of(Map.of("1", List.of("C", "D", "D"))), Locale.CHINESE), "连续 3 年 D：0.3 元/kWh", "；以前年度等级：上年 D，前年 D，3 年前 C）");
        says(told(firm, ClassHistory.of(Map.of("1", List.of("D"))), Locale.CHINESE), "连续 2 年 D：0.2 元/kWh", "；以前年度等级：上年 D，更早年度没有记录）");
        says(told(firm, ClassHistory.of(Map.of("1", List.of("D", ""))), Locale.CHINESE), "连续 1 年 D：0.1 元/kWh", "；以前年度等级：上年 无等级记录）");
        says(told(firm), "差别电价，D 类：0.1 元/kWh", "；没有以前年度等级记录，按第 1 年计）");
        assertFalse(told(firm).contains("连续"), told(firm));
        assertFalse(told(Map.of("score", 85, "kwh", 100), ClassHistory.of(Map.of("1", List.of("B"))), Locale.CHINESE).contains("连续"), "one rate for all years");
    }
}
