package io.mubiao.render;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a test is told that nobody can decide, a divisor that is zero is called zero, and nothing else missing. */
class ZeroIsNotMissingTest {
    private static final String RULE = """
            id: z
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              energy: {title: 综合能耗, unit: 吨标煤}
            indicators:
              tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              tpe: {title: 单位能耗税收, formula: tax / energy, unit: 万元/吨标煤}
              half: {title: 折半能耗税收, formula: tpe / 2, unit: 万元/吨标煤}
            groups:
              - {id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            """;
    private static final String CLASSES = "classes: {order: [A, B, C], by: rank, cuts: {A: 25 %, B: 75 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}\n";
    private static final String ZERO = "综合能耗 为 0，不能作除数";

    private static Evaluation evaluate(String parts) {
        EvaluationRule rule = RuleFile.parse(RULE + parts, Format.YAML, "test");
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", "甲公司", Map.of("land", 10, "tax", 200, "energy", 0))
                .add("2", "乙公司", Map.of("land", 10, "tax", 200)).add("3", "丙公司", Map.of("land", 10, "tax", 100, "energy", 50)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "classes: {order: [A, B, C], by: tests, tests: {A: tpe >= 3 万元/吨标煤, B: total >= 50, C: total >= 0}}\n",
        "classes: {order: [A, B, C], by: tests, tests: {A: tax / energy >= 3 万元/吨标煤, B: total >= 50, C: total >= 0}}\n",
        "classes: {order: [A, B, C], by: tests, tests: {A: half >= 3 万元/吨标煤 and tpm > 1 万元/亩, B: total >= 50, C: total >= 0}}\n",
        CLASSES + "bonuses: {x: {title: 节能, when: tpe >= 3 万元/吨标煤, points: 1}}\n",
        CLASSES + "refill: false\noverrides: [{id: o, title: 高耗能, when: tpe < 3 万元/吨标煤, not-above: C}]\n",
        CLASSES + "labels: {eff: {title: 能效, choices: [{label: 高, when: tpe >= 2 万元/吨标煤}, {label: 低}]}}\n"
                + "bonuses: {x: {title: 能效加分, when: eff == \"高\", points: 1}}\n",
        CLASSES + "scope: {exclude: [{id: e, title: 低效, when: tpe < 1 万元/吨标煤, effect: ungraded, label: 不评}]}\n",
        CLASSES + "consequences: [{id: c, title: 附加, kind: surcharge, base: tax, unit: 万元, when: tpe < 3 万元/吨标煤, rates: {A: 10 %, B: 10 %, C: 10 %}}]\n"})
    void aZeroDivisorIsCalledZero(String parts) {
        Evaluation evaluation = evaluate(parts);
        String zero = LandExplainer.explain(evaluation.explain("1"), Locale.CHINESE);
        assertTrue(zero.contains(ZERO) || zero.contains("综合能耗” 为 0，不能作除数"), zero);
        assertFalse(zero.contains("缺单位能耗税收") || zero.contains("缺折半") || zero.contains("缺失") || zero.contains("无数值"), zero);
        String english = LandExplainer.explain(evaluation.explain("1"), Locale.ENGLISH);
        assertTrue(english.contains("综合能耗 is zero and cannot divide") || english.contains("综合能耗' is zero"), english);
        String missing = LandExplainer.explain(evaluation.explain("2"), Locale.CHINESE);
        assertFalse(missing.contains("为 0，不能作除数"), missing);
        assertTrue(missing.contains("缺"), missing);
    }
}
