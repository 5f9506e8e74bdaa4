package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is printed of money, groups and what lacks is so as it stands. */
class TrueSentencesTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              power: {title: 用电量, unit: kWh}
              surcharge: {title: 另一加价, unit: 元/kWh, decimals: 4}
              big: {title: 是否规上企业, kind: flag}
              town: {title: 乡镇, kind: text}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups:
              - {id: a, title: 规上企业, when: big, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}
              - {id: b, title: 规下企业, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 10 万元/亩}}}
            bonuses: {small: {title: 规下加分, when: group == "b", points: 2}}
            ranking: {by: [group, town], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, D], by: rank, cuts: {A: 50 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            overrides: [{id: keep, title: 规上保A, when: group in ("a"), set: A}]
            refill: false
            consequences:
              - {id: more, title: 取高加价, kind: surcharge, base: power, rate-unit: 元/kWh, rates: {D: [0.05 元/kWh]}, stacking: {max-with: surcharge}}
              - {id: sum, title: 相加加价, kind: surcharge, base: power, rate-unit: 元/kWh, rates: {D: [0.05 元/kWh]}, stacking: {sum-with: surcharge}}
            """, Format.YAML, "t");

    private static Evaluation evaluate() {
        return LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("1", Map.of("land", 10, "tax", 100, "big", false, "town", "东"))
                .add("2", Map.of("land", 10, "tax", 20, "big", false, "town", "东", "power", 1000, "surcharge", 1))
                .add("3", Map.of("land", 10, "tax", 20, "big", false)).add("4", Map.of("land", 10, "tax", 20, "big", true, "town", "东")).build());
    }

    private static String text(String id) {
        Evaluation it = evaluate();
        return LandExplainer.explain(it.explain(id), Locale.CHINESE) + LandExplainer.explain(it.explain(id), Locale.ENGLISH);
    }

    private static void says(String id, String... expected) {
        String text = text(id);
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void theRateThatIsAppliedStandsBeforeTheBase() {
        says("2", "1 元/kWh（本项 0.05 元/kWh，另一价差 1 元/kWh，取高） × 1000 kWh = 1000 元", "1.05 元/kWh（本项 0.05 元/kWh，另一价差 1 元/kWh，相加） × 1000 kWh = 1050 元",
                "1.05 元/kWh (its own rate 0.05 元/kWh, the other 1 元/kWh, the sum) × 1000 kWh = 1050 元");
    }

    @Test
    void groupsInTestsGoByTheirTitles() {
        says("1", "加分 规下加分 2（评价组：规下企业）\n", "不适用：规上保A（评价组 属于 规上企业：规下企业 不属于 规上企业）", "规下企业 not in 规上企业");
        says("4", "规上保A，仍为 A（评价组 属于 规上企业：规上企业 属于 规上企业）");
        assertFalse(text("1").contains("评价组 = b"));
    }

    @Test
    void onlyTheTextThatLacksIsNamed() {
        says("3", "不属于任何排序组：缺 乡镇\n");
        assertFalse(text("3").contains("缺 评价组"));
    }
}
