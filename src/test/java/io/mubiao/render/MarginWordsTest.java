package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Made;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A margin names what leads to a class and to which, and else what stands in the way. */
class MarginWordsTest {
    private static final String HEAD = """
            id: t
            year: 2024
            columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}, out: {title: 产出, unit: 万元}, bad: {title: 是否事故, kind: flag, if-empty: 否}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, opm: {title: 亩均产出, formula: out / land, unit: 万元/亩}}
            groups: [{id: g, title: 全部, rank-on: tpm}]
            """;
    private static final String RANKED = """
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: rank, cuts: CUTS, quota-base: ranked, quota-rounding: cumulative half-up, require: {A: "tpm >= 8 万元/亩 and not bad"}}
            overrides: [{id: o, title: 事故降一档, when: bad, shift: -1}]
            """;
    private static final String SHARES = "{A: 20 %, B: 60 %, C: 100 %}";

    private static Evaluation ranked(String cuts, String refill, String... taxes) {
        String[] rows = new String[taxes.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (i + 1) + " land=10 out=0 tax=" + taxes[i].replace("!", "") + (taxes[i].endsWith("!") ? " bad=是" : "");
        }
        return Made.evaluate(Made.rule(HEAD, RANKED.replace("CUTS", cuts), "refill: " + refill + "\n"), rows);
    }

    private static String margin(Evaluation it, String id) {
        return QuestionWords.explain(it, Margin.of(it, id).orElseThrow(), Locale.CHINESE);
    }

    @Test
    void anIndicatorThatATestAsksForIsTold() {
        EvaluationRule rule = Made.rule(HEAD, "classes: {order: [准入, 不符合], by: tests, tests: {准入: tpm >= 10 万元/亩 and opm >= 20 万元/亩}}\n");
        Evaluation it = Made.evaluate(rule, "a land=10 tax=99 out=200", "b land=10 tax=100 out=199", "c land=10 tax=99 out=199");
        assertEquals("a：距 准入 类，“亩均税收”单项达到 10 万元/亩\n", margin(it, "a"));
        assertEquals("b：距 准入 类，“亩均产出”单项达到 20 万元/亩\n", margin(it, "b"));
        assertEquals("c：距 准入 类，“用地”单项达到 9 亩\n", margin(it, "c").replaceAll("\\d+\\.\\d+ 亩", "9 亩"));
        String land = Margin.of(it, "c").orElseThrow().columns().values().iterator().next().amount().asDecimal().orElseThrow().toPlainString();
        assertEquals("准入", EvaluationWhatIf.of(it).with("c", "land", land).run().after().get("c").finalClass().orElseThrow());
    }

    @Test
    void whereNothingAloneLeadsThereItIsHeldAgainstTheTest() {
        EvaluationRule rule = Made.rule(HEAD, "classes: {order: [A, B], by: tests, tests: {A: tpm >= 10 万元/亩 and opm < 20 万元/亩 and not bad}}\n");
        Evaluation it = Made.evaluate(rule, "a land=10 tax=99 out=100 bad=是");
        assertEquals("a：距 A 类，单靠得分达不到\n  现为：A 类要求 亩均税收 ≥ 10 万元/亩 且 亩均产出 < 20 万元/亩 且 非事故：9.9 万元/亩 < 10 万元/亩，10 万元/亩 < 20 万元/亩，事故 是，不符合\n",
                margin(it, "a"));
    }

    @Test
    void whatRanksAndIsRequiredToo() {
        Evaluation it = ranked("{A: 3 户, B: 80 %, C: 100 %}", "false", "100", "90", "80", "79.99", "50");
        assertEquals("4：距 A 类，“亩均税收”单项达到 8 万元/亩\n", margin(it, "4"));
    }

    @Test
    void theClassThatIsReachedIsNamed() {
        Evaluation it = ranked("{A: 2 户, B: 50 %, C: 100 %}", "false", "100", "90", "85", "84");
        assertEquals("3：距 A 类，亩均税收还差 0.5 万元/亩，需前进 1 名\n", margin(it, "3"));
        assertEquals("3：其他不变，“税收”由 85 万元 增加 5 万元，达到 90 万元，即可评为 A 类\n  届时：亩均税收 9 万元/亩，第 2 名，共 4 家，评为 A 类\n",
                QuestionWords.explain(it, Counterfactual.of(it, "3", "tax", "B"), Locale.CHINESE));
    }

    @Test
    void placesAreThoseThatThePointsGainWhereVacatedOnesAreFilled() {
        Evaluation it = ranked(SHARES, "counted", "110", "108!", "106", "104", "102", "100", "98", "96", "94", "92");
        assertEquals("4：距 A 类，亩均税收还差 0.2 万元/亩，需前进 1 名\n", margin(it, "4"));
        assertEquals("A", EvaluationWhatIf.of(it).with("4", "tax", "106").run().after().get("4").finalClass().orElseThrow());
    }

    @Test
    void aShiftThatStandsInTheWayIsNamed() {
        Evaluation it = ranked(SHARES, "false", "110", "108!", "106", "104!", "102", "100", "98", "96", "94", "92");
        assertEquals("""
                2：距 B 类，单靠得分达不到
                  有“事故降一档”（是否事故：是），降 1 档：先须评为 A 类
                  A 类另有要求未达到：亩均税收 ≥ 8 万元/亩 且 非事故：10.8 万元/亩 ≥ 8 万元/亩，事故 是
                """, margin(it, "2"));
        assertEquals("""
                4：距 B 类，单靠得分达不到
                  有“事故降一档”（是否事故：是），降 1 档：先须评为 A 类
                  现为：第 4 名，A 类至第 2 名
                """, margin(it, "4"));
        assertEquals("""
                2：其他不变，“税收”取允许的任何值都达不到 A 类
                  有“事故降一档”（是否事故：是），无论得分，不高于 B 类
                  A 类另有要求未达到：亩均税收 ≥ 8 万元/亩 且 非事故：10.8 万元/亩 ≥ 8 万元/亩，事故 是
                """, QuestionWords.explain(it, Counterfactual.of(it, "2", "tax", "A"), Locale.CHINESE));
    }

    @Test
    void whereNobodyCanTellThatIsSaid() {
        EvaluationRule rule = Made.rule(HEAD, RANKED.replace("CUTS", SHARES).replace("when: bad", "when: bad and place > 1"), "refill: counted\n");
        Evaluation it = Made.evaluate(rule, "1 land=1 out=0 tax=99", "2 land=1 out=0 tax=98 bad=是", "3 land=1 out=0 tax=97", "4 land=1 out=0 tax=96");
        assertEquals("4：距 B 类，差多少不能推算：由名次决定调档，空出的名额又递补\n", margin(it, "4"));
    }
}
