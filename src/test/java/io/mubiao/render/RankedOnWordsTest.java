package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ranks in place of a total is told by its name in its unit; a class that came with the roll is told alone. */
class RankedOnWordsTest {
    private static final String TEXT = """
            id: t
            year: 2024
            columns: {tax: {title: 税收, unit: 万元, decimals: 1}, land: {title: 用地, unit: 亩}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups: [{id: g, title: 全部, rank-on: tpm}]
            ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: 50 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: false
            """;
    private static final EvaluationRule RULE = RuleFile.parse(TEXT, Format.YAML, "t");

    private static final EvaluationRule GIVEN = RuleFile.parse("""
            id: t
            year: 2024
            columns: {tax: {title: 土地税, unit: 万元}}
            consequences: [{id: relief, title: 土地税减免, kind: relief, base: tax, rate-unit: "%", rates: {A: 100 %}, unit: 万元}]
            """, Format.YAML, "t");

    private static Evaluation of(String second) {
        return LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("E1", Map.of("tax", "100", "land", 10)).add("E2", Map.of("tax", second, "land", 10))
                .add("E3", Map.of("tax", "50", "land", 10)).add("E4", Map.of("tax", "50", "land", 10)).build());
    }

    private static void says(String text, String... expected) {
        for (String part : expected) {
            assertTrue(text.contains(part), () -> part + "\nin\n" + text);
        }
        assertFalse(text.contains("总分") || text.contains("total"), text);
    }

    @Test
    void lettersTellItsNameAndUnit() {
        says(Letters.result(of("99"), "E2", Locale.CHINESE), "结果：亩均税收 9.9 万元/亩，第 2 名，共 4 家，评为 A 类。", "末位亩均税收 9.9 万元/亩");
        says(Letters.result(of("99"), "E2", Locale.ENGLISH), "Result: 亩均税收 9.9 万元/亩, place 2 of 4, class A.");
        says(Letters.appeal(of("99"), of("110"), "E2", Locale.CHINESE), "结果变动：亩均税收 9.9 万元/亩 → 11 万元/亩，名次 2 → 1。");
        says(Letters.result(of("99"), "E3", Locale.CHINESE), "取舍后的亩均税收相同，并列者同取其中最前的名次：第 3 名");
    }

    @Test
    void answersTellItToo() {
        Evaluation it = of("99");
        says(QuestionWords.explain(it, Counterfactual.of(it, "E3", "tax", "A"), Locale.CHINESE), "届时：亩均税收 9.9 万元/亩，");
        says(QuestionWords.explain(it, Margin.of(it, "E3").orElseThrow(), Locale.CHINESE), "亩均税收还差 4.9 万元/亩");
        says(QuestionWords.explain(it, Margin.of(it, "E3").orElseThrow(), Locale.ENGLISH), "亩均税收 4.9 万元/亩 short");
        says(QuestionWords.explain(it, EvaluationWhatIf.of(it).with("E3", "tax", "110").run(), Locale.CHINESE), "名（亩均税收 ");
        says(QuestionWords.explain(it, EvaluationDiff.of(it, of("110")), Locale.CHINESE), "排序依据 9.9 → 11");
    }

    @Test
    void thresholdsTellItToo() {
        EvaluationRule rule = RuleFile.parse(TEXT.replaceAll("(?s)ranking: .*", "classes: {order: [A, B], by: score, at-least: {A: 9}}\n"), Format.YAML, "t");
        Evaluation it = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("E1", Map.of("tax", "80", "land", 10)).build());
        says(Letters.result(it, "E1", Locale.CHINESE), "理由1：亩均税收 8 低于 A 类要求的 9。");
    }

    @Test
    void aClassThatCameWithTheRollIsToldAlone() {
        Evaluation before = LandAssessor.of(GIVEN).evaluate(Roll.builder(GIVEN).add("E1", Map.of("tax", 5, "class", "B")).build());
        Evaluation after = LandAssessor.of(GIVEN).evaluate(Roll.builder(GIVEN).add("E1", Map.of("tax", 5, "class", "A")).build());
        says(Letters.result(before, "E1", Locale.CHINESE), "结果：等级为 B 类。");
        says(Letters.result(before, "E1", Locale.ENGLISH), "Result: class B.");
        String change = Letters.classChange(before, after, "E1", Locale.CHINESE);
        says(change, "你单位原等级为 B 类（2024 年度），现等级为 A 类（2024 年度）。", "等级为 B 类 → 等级为 A 类，土地税减免 不适用 → 5 万元。");
        assertFalse(change.contains("初评"), change);
    }
}
