package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationJson;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.Margin;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Letters and answers that can be sent as they are: who, what, why, and who else moves. */
class LettersTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            sources: [{id: doc, title: 示范县办法}]
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元, decimals: 1}
              accident: {title: 发生事故, kind: flag, if-empty: 否}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩, cap: 150}}}]
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, cuts: {A: 25 %, B: 75 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            overrides: [{id: veto, title: 一票否决, when: accident, not-above: C}]
            refill: false
            """, Format.YAML, "t");

    private static Evaluation evaluate(int third) {
        return LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("E1", "甲\n厂", Map.of("land", 10, "tax", 200))
                .add("E2", "乙厂", Map.of("land", 10, "tax", 160, "accident", true)).add("E3", "丙厂", Map.of("land", 10, "tax", third))
                .add("E4", "丁厂", Map.of("land", 10, "tax", 20)).build());
    }

    private static void says(String text, String... expected) {
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void theResultIsToldWithItsReasonAndTheWholeExplanation() {
        String letter = Letters.result(evaluate(120), "E2", Locale.CHINESE);
        says(letter, "评价结果告知书\n乙厂（E2）：\n", "依据：《示范县办法》。", "总分 80，第 2 名，共 4 家，初评 B 类，最终评为 C 类。",
                "理由1：第 2 名，在 B 类名额之内。", "理由2：一票否决，B → C（发生事故：是）。", "____", "附：评价结果说明\n乙厂（E2）：参评定级");
        says(Letters.result(evaluate(120), "E2", Locale.ENGLISH), "Notice of result", "total 80, place 2 of 4, initially B, finally C.");
    }

    @Test
    void aYearIsToldWhereThereIsOne() {
        EvaluationRule none = RuleFile.parse(RuleFile.write(RULE, Format.YAML).replaceFirst("(?m)^year: .*$", "year: none"), Format.YAML, "t");
        Roll roll = Roll.builder(none).add("E1", "甲厂", Map.of("land", 10, "tax", 200)).build();
        Evaluation before = LandAssessor.of(none).evaluate(roll);
        Evaluation after = LandAssessor.of(none).year(2026).evaluate(roll);
        assertTrue(before.year().isEmpty() && after.year().orElse(0) == 2026);
        says(Letters.result(before, "E1", Locale.CHINESE), "现将你单位评价结果告知如下：");
        says(Letters.result(before, "E1", Locale.ENGLISH), "This is your result.\n");
        says(Letters.appeal(before, before, "E1", Locale.CHINESE), "你单位对评价结果提出的异议已复核。");
        says(Letters.appeal(before, before, "E1", Locale.ENGLISH), "Your objection to the result has been examined.");
        says(Letters.classChange(before, after, "E1", Locale.CHINESE), "原评为 B 类，现评为 B 类（2026 年度）。");
        says(Letters.classChange(before, after, "E1", Locale.ENGLISH), "Before: class B. Now: class B (2026).");
        says(Letters.result(after, "E1", Locale.CHINESE), "现将你单位 2026 年度评价结果告知如下：");
        assertFalse(EvaluationJson.write(before).contains("\"year\""), "no year of results");
        assertTrue(EvaluationJson.write(after).replace(" ", "").contains("\"year\":2026"), "the year of results");
    }

    @Test
    void anAppealIsAnsweredWithWhatChangedAndWhoElseMoves() {
        String letter = Letters.appeal(evaluate(120), evaluate(300), "E3", Locale.CHINESE);
        says(letter, "复核答复\n", "更正以下数据：\n　　税收：120 万元 → 300 万元\n", "结果变动：总分 60 → 150，名次 3 → 1，评为 B 类 → 评为 A 类。",
                "更正后，另有 2 家变动，其中 1 家等级变动：\n　　甲␊厂（E1）：名次 1 → 2，评为 A 类 → 评为 B 类\n");
        says(Letters.appeal(evaluate(120), evaluate(120), "E3", Locale.CHINESE), "原数据维持不变。", "结果不变：", "其他企业的结果不变。");
    }

    @Test
    void whoMovesWithoutAChangeOfHisOwnIsToldThatItIsNotHisData() {
        says(Letters.appeal(evaluate(120), evaluate(300), "E1", Locale.CHINESE), "结果变动：名次 1 → 2，评为 A 类 → 评为 B 类。",
                "你单位申报数据未变，以上变动不是由你单位的数据引起的。");
        says(Letters.appeal(evaluate(120), evaluate(300), "E1", Locale.ENGLISH), "this move does not come from them.");
        assertFalse(Letters.appeal(evaluate(120), evaluate(300), "E3", Locale.CHINESE).contains("未变"));
    }

    @Test
    void onlyAnotherFinalClassIsAChangeOfClass() {
        says(Letters.appeal(evaluate(120), evaluate(130), "E1", Locale.CHINESE), "与原评价相比，另有 1 家变动（不是由你单位的数据引起的），等级均不变。\n");
        says(Letters.appeal(evaluate(120), evaluate(130), "E1", Locale.ENGLISH), "Compared with the evaluation before 1 other moves (which does not come from your data), none in class.\n");
        says(Letters.appeal(evaluate(120), evaluate(170), "E3", Locale.CHINESE), "更正后，另有 1 家变动，等级均不变。\n");
        says(Letters.appeal(evaluate(120), evaluate(170), "E3", Locale.ENGLISH), "After the correction 1 other moves, none in class.\n");
        says(Letters.classChange(evaluate(120), evaluate(130), "E3", Locale.CHINESE), "你单位等级没有变动：原评为 B 类（2024 年度），现评为 B 类（2024 年度）。");
    }

    @Test
    void whoIsEvaluatedAsOneIsToldWithWhom() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元}, firm: {title: 集团, kind: text, if-empty: ""}}
                merge: {by: firm, sums: [land, tax]}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}]
                """, Format.YAML, "t");
        Evaluation it = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("E1", "甲厂", Map.of("land", 10, "tax", 200, "firm", "G"))
                .add("E2", "乙厂", Map.of("land", 30, "tax", 200, "firm", "G")).add("E3", "丙厂", Map.of("land", 30, "tax", 200)).build());
        says(Letters.result(it, "E2", Locale.CHINESE), "你单位与甲厂（E1）合并评价，办法规定合计的数据为各成员之和，其余数据以甲厂（E1）为准，结果由各成员共享。");
        says(Letters.result(it, "E2", Locale.ENGLISH), "You were evaluated as one with 甲厂 (E1): on the sums of all members where the rule adds up, all else as of 甲厂 (E1); the members share the result.");
        assertFalse(Letters.result(it, "E3", Locale.CHINESE).contains("合并评价"));
    }

    @Test
    void aSingleWayBeginsWithoutOr() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}, tax: {title: 税收, unit: 万元}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}]
                classes: {order: [A, B], by: tests, tests: {A: tpm >= 30 万元/亩}}
                """, Format.YAML, "t");
        Evaluation it = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("E1", Map.of("land", 10, "tax", 200)).build());
        assertEquals("E1：距 A 类，“亩均税收”单项达到 30 万元/亩\n", QuestionWords.explain(it, Margin.of(it, "E1").orElseThrow(), Locale.CHINESE));
        assertEquals("E1: to A, 亩均税收 alone at 30 万元/亩\n", QuestionWords.explain(it, Margin.of(it, "E1").orElseThrow(), Locale.ENGLISH));
    }

    @Test
    void aChangeOfClassNamesBothYears() {
        says(Letters.classChange(evaluate(300), evaluate(120), "E3", Locale.CHINESE), "你单位原评为 A 类（2024 年度），现评为 B 类（2024 年度）。");
    }

    @Test
    void noNameBeginsALine() {
        Stream.of(Letters.result(evaluate(120), "E1", Locale.CHINESE), Letters.appeal(evaluate(120), evaluate(300), "E1", Locale.CHINESE))
                .forEach(letter -> assertFalse(letter.lines().anyMatch(line -> line.startsWith("厂")), letter));
    }

    @Test
    void anAnswerSaysWhatWouldSufficeOrWhyNothingDoes() {
        Evaluation it = evaluate(120);
        assertEquals("乙厂（E2）：其他不变，“税收”取允许的任何值都达不到 A 类\n  有“一票否决”（发生事故：是），无论得分，不高于 C 类\n",
                QuestionWords.explain(it, Counterfactual.of(it, "E2", "tax", "A"), Locale.CHINESE));
        says(QuestionWords.explain(it, Counterfactual.of(it, "E3", "tax", "A"), Locale.CHINESE), "“税收”由 120 万元 增加 80 万元，达到 200 万元，即可评为 A 类",
                "届时：总分 100，第 1 名，共 4 家，评为 A 类");
        says(QuestionWords.explain(it, Margin.of(it, "E3").orElseThrow(), Locale.CHINESE), "丙厂（E3）：距 A 类，总分还差 40 分，需前进 2 名");
    }

    @Test
    void aComparisonTellsWhoMovesAndHowManyBetweenClasses() {
        Evaluation it = evaluate(120);
        says(QuestionWords.explain(it, EvaluationDiff.of(it, evaluate(300)), Locale.CHINESE), "丙厂（E3）：总分 60 → 150", "B → A：1 家", "A → B：1 家");
        assertEquals("没有差异\n", QuestionWords.explain(it, EvaluationDiff.of(it, it), Locale.CHINESE));
    }
}
