package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
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

/** An explanation says which group and why, whom a small group joined, how equals were ordered, and what each member brought. */
class GroupReasonsTest {
    private static final String RULE = """
            id: t
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              big: {title: 是否规上企业, kind: flag, if-empty: 否}
              trade: {title: 行业, kind: text}
              lot: {title: 宗地, kind: text}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups:
              - {id: a, title: 规上企业, when: big, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}
              - {id: b, title: 规下企业, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 10 万元/亩}}}
            ranking: {by: [group, trade], on: unrounded, ties: best-place, small-groups: {under: 2, join: 其他}}
            classes: {order: [A, B], by: rank, cuts: {A: 50 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            """;

    private static Evaluation evaluate(String more) {
        EvaluationRule rule = RuleFile.parse(RULE + more, Format.YAML, "t");
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("land", 10, "tax", 200, "big", true, "trade", "纺织"))
                .add("2", Map.of("land", 10, "tax", 160, "trade", "印染", "lot", "甲")).add("3", Map.of("land", 20, "tax", 320, "trade", "印染"))
                .add("4", Map.of("land", 10, "trade", "印染", "lot", "甲")).build());
    }

    private static void says(Evaluation evaluation, String id, String... expected) {
        String text = LandExplainer.explain(evaluation.explain(id), Locale.CHINESE) + LandExplainer.explain(evaluation.explain(id), Locale.ENGLISH);
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void theGroupIsToldWithTheFactThatPutsItThere() {
        says(evaluate(""), "1", "\n评价组：规上企业（是否规上企业：是）\n", "\ngroup: 规上企业 (是否规上企业: yes)\n");
        says(evaluate(""), "2", "\n评价组：规下企业（是否规上企业：否）\n", "  行业：印染\n");
    }

    @Test
    void sharesAreToldAsTheyBecamePlaces() {
        says(evaluate(""), "2", "\n  名额：2 家 × 50 %、100 % = 1、2，四舍五入到整数\n", "\n  places: 2 × 50 %, 100 % = 1, 2, half up to whole numbers\n");
        EvaluationRule rule = RuleFile.parse(RULE.replace("cumulative half-up", "each half-up, remainder: B"), Format.YAML, "t");
        Evaluation each = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("land", 10, "tax", 200, "big", true, "trade", "纺织"))
                .add("2", Map.of("land", 10, "tax", 160, "big", true, "trade", "纺织")).add("3", Map.of("land", 10, "tax", 160, "big", true, "trade", "纺织")).build());
        says(each, "1", "\n  名额：3 家 × 50 %、50 % = 1.5、1.5，四舍五入到整数，其余归 B\n", "half up to whole numbers, the rest to B\n");
    }

    @Test
    void aSmallGroupIsToldWithTheOneItJoined() {
        says(evaluate(""), "1", "排序（规上企业 其他）：第 1 名，共 1 家", "原属“规上企业 纺织”，该组参与排序 1 家，不足 2 家，并入“规上企业 其他”排序",
                "its own group (规上企业 纺织) has 1 ranked, fewer than 2, and is ranked with this one");
    }

    @Test
    void equalsAreToldWithThePlaceTheyTake() {
        says(evaluate(""), "3", "排序（规下企业 印染）：第 1 名，共 2 家，并列 2 家", "未取舍的总分相同，并列者同取其中最前的名次：第 1 名",
                "equal in the unrounded total, all take the best of their places: 1");
    }

    @Test
    void eachMemberIsToldWithWhatItBroughtAndWhoLeftItEmpty() {
        says(evaluate("merge: {by: lot}\n"), "2", "  税收：缺失（2 160 万元，4 缺失）\n", "  用地面积：20 亩（2 10 亩，4 10 亩）\n", "(2 160 万元, 4 missing)");
    }
}
