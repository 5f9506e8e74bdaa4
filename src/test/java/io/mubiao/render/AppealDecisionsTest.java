package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.ManualChange;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Letters say who decided a change by hand, whether baselines were kept, and never whose data moved others where they did not. */
class AppealDecisionsTest {
    private static final String TEXT = """
            id: t
            year: 2024
            columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: {kind: mean, population: evaluated}}}}]
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            total: {round: 2 half-up}
            classes: {order: [A, B, C], by: rank, cuts: {A: 1 户, B: 2 户, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            overrides: [{id: hand, title: 会议审定, manual: true}]
            refill: counted
            measure-words: [户]
            """;
    private static final EvaluationRule RULE = RuleFile.parse(TEXT, Format.YAML, "t");

    private static Roll roll(int tax) {
        return Roll.builder(RULE).add("P1", Map.of("land", 10, "tax", 100)).add("P2", Map.of("land", 10, "tax", 80))
                .add("P3", Map.of("land", 10, "tax", tax)).build();
    }

    private static final Evaluation BEFORE = LandAssessor.of(RULE).evaluate(roll(60));
    private static final Evaluation BY_HAND = LandAssessor.of(RULE).manual(new ManualChange("P2", "C", "数据造假", "县政府")).evaluate(roll(60));

    private static void says(String text, String... expected) {
        for (String part : expected) {
            assertTrue(text.contains(part), () -> part + "\nin\n" + text);
        }
    }

    @Test
    void whoDecidedAChangeByHandIsNamed() {
        says(Letters.appeal(BEFORE, BY_HAND, "P2", Locale.CHINESE), "，理由：数据造假，决定：县政府");
        says(Letters.classChange(BEFORE, BY_HAND, "P2", Locale.CHINESE), "，理由：数据造假，决定：县政府");
        says(Letters.result(BY_HAND, "P2", Locale.CHINESE), "，理由：数据造假，决定：县政府");
        says(Letters.appeal(BEFORE, BY_HAND, "P2", Locale.ENGLISH), ", reason: 数据造假, by 县政府");
    }

    @Test
    void anAppealWithoutEffectIsNotSaidToMoveOthers() {
        String letter = Letters.appeal(BEFORE, BY_HAND, "P1", Locale.CHINESE);
        says(letter, "原数据维持不变。", "与原评价相比，另有 ", "（不是由你单位的数据引起的），");
        assertFalse(letter.contains("受此影响") || letter.contains("更正后"), letter);
        says(Letters.appeal(BEFORE, BY_HAND, "P1", Locale.ENGLISH), "(which does not come from your data)");
    }

    @Test
    void keptOrFormedAgainIsToldOfBaselines() {
        Evaluation kept = LandAssessor.of(RULE).frozen(BEFORE.baselines()).evaluate(roll(70));
        Evaluation formed = LandAssessor.of(RULE).evaluate(roll(70));
        says(Letters.appeal(BEFORE, kept, "P3", Locale.CHINESE), "基准值沿用原评价的，没有重新计算。");
        says(Letters.appeal(BEFORE, formed, "P3", Locale.CHINESE), "基准值已重新计算，与原评价的不同。");
        says(Letters.appeal(BEFORE, BY_HAND, "P2", Locale.CHINESE), "基准值已重新计算，与原评价的相同。");
        says(Letters.appeal(BEFORE, LandAssessor.of(RULE).frozen(formed.baselines()).evaluate(roll(60)), "P3", Locale.CHINESE),
                "基准值为另行给定的，与原评价的不同。");
        says(Letters.appeal(BEFORE, kept, "P3", Locale.ENGLISH), "The baselines are those of the evaluation before, not formed again.");
        assertFalse(Letters.appeal(BEFORE, BEFORE, "P3", Locale.CHINESE).contains("基准值已重新计算"), "nothing was done");
    }

    @Test
    void publishedBaselinesAreNoMatter() {
        EvaluationRule rule = RuleFile.parse(TEXT.replace("{kind: mean, population: evaluated}", "8 万元/亩"), Format.YAML, "t");
        Evaluation before = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("P1", Map.of("land", 10, "tax", 100)).build());
        Evaluation after = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("P1", Map.of("land", 10, "tax", 90)).build());
        assertFalse(Letters.appeal(before, after, "P1", Locale.CHINESE).contains("基准值"));
    }
}
