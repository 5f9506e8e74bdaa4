package io.mubiao.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.render.QuestionWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of those next to a boundary (临界企业) says what the desk says, and groups have their titles. */
class NearTest {
    @TempDir Path folder;
    private Evaluation evaluation;

    @BeforeEach
    void evaluate() throws Exception {
        Path file = folder.resolve("rule.yaml");
        Files.writeString(file, """
                id: near
                title: 办法
                year: 2024
                sources: [{id: s, title: 自编}]
                columns:
                  land: {title: 用地, kind: number, unit: 亩, decimals: 2}
                  tax: {title: 税收, kind: number, unit: 万元, decimals: 6}
                  bad: {title: 事故, kind: flag, if-empty: 否}
                indicators:
                  tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
                groups:
                  - id: all
                    title: 各企业
                    weights-total: 100
                    items:
                      tpm: {weight: 100, score: ratio, base: 10 万元/亩, cap: 1.5 * w, floor: 0, negative: compute, zero: compute, missing: refuse, zero-divisor: refuse, degenerate: refuse}
                total: {round: 2 half-up}
                ranking: {by: [group], on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B, C, D], by: rank, cuts: {A: 20 %, B: 60 %, C: 95 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
                overrides:
                  - {id: acc, title: 事故, when: bad, not-above: C}
                refill: false
                """);
        Path roll = folder.resolve("roll.csv");
        Files.writeString(roll, """
                统一社会信用代码,企业名称,用地(亩),税收(万元),事故
                T1,甲,30,100.000001,
                T2,乙,30,100.000002,
                T3,丙,30,100,
                T4,丁,30,99,是
                T5,戊,30,98,
                """);
        var rule = Mubiao.readRule(file.toString());
        evaluation = Mubiao.evaluate(rule, Mubiao.readRoll(roll.toString(), rule).orThrow());
    }

    @Test
    void anOverrideIsTold() {
        String html = EvaluationReport.of(evaluation).html();
        assertTrue(html.contains("距 B 类，单靠得分达不到；有“事故”"), "the ceiling stands in the way");
        assertFalse(html.contains("到 B：差"), "no way that leads nowhere");
        assertTrue(html.contains("总分还差 0.0000003334 分"), "as the desk says it");
    }

    @Test
    void groupsHaveTheirTitles() {
        String html = EvaluationReport.of(evaluation).html();
        assertTrue(html.contains("各企业 A | B"));
        assertFalse(html.contains("\"all A | B\""));
        String moved = QuestionWords.explain(evaluation, EvaluationWhatIf.of(evaluation).with("T1", "tax", "100.000003").run(), Locale.ENGLISH);
        assertFalse(moved.contains("(all)") || moved.contains("1 places"), moved);
    }
}
