package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Made;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An explanation names the figure that is blank or decides, who forms a baseline, and what is there by the rule alone. */
class NamedFactsTest {
    private static final String HEAD = """
            id: t
            year: 2024
            columns:
              land: {title: 用地, unit: 亩}
              tax: {title: 税收, unit: 万元}
              coal: {title: 能耗, unit: 吨标煤}
              power: {title: 用电, unit: kWh}
              paid: {title: 实缴税收, unit: 万元}
              fines: {title: 处罚次数, if-empty: 0}
              trade: {title: 行业, kind: text, if-empty: 甲}
              firm: {title: 集团, kind: text}
            indicators:
              tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              tpc: {title: 单位能耗税收, formula: tax / coal, unit: 万元/吨标煤}
              tpp: {title: 单位电耗税收, formula: tax / power, unit: 万元/kWh}
              pay: {title: 纳税, formula: paid, unit: 万元}
            """;
    private static final String BY_LAND = "groups: [{id: g, title: 全部, rank-on: tpm}]\n";
    private static final String RANKED = "ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}\n";

    private static void says(Evaluation it, String id, String... expected) {
        String text = LandExplainer.explain(it.explain(id), Locale.CHINESE);
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void placesSayHowManyShareThem() {
        EvaluationRule rule = Made.rule(HEAD, BY_LAND, """
                ranking: {by: [], on: unrounded, ties: best-place, small-groups: none, again: {second: {title: 第二次排序, on: paid / 1 万元}}}
                classes: {order: [A, B], by: tests, tests: {A: 'place("second") <= 1 and place("pay") <= 3'}}
                """);
        Evaluation it = Made.evaluate(rule, "1 land=1 tax=1 paid=5", "2 land=1 tax=2 paid=5", "3 land=1 tax=3 paid=4");
        says(it, "1", "第 1 名，共 3 家，并列 2 家\n", "\n  纳税名次（全部）：第 1 名，共 3 家，并列 2 家\n");
        says(it, "3", "= 4，第 3 名，共 3 家\n", "\n  纳税名次（全部）：第 3 名，共 3 家\n");
    }

    @Test
    void theBlankColumnIsNamedBehindALabelAndAFurtherRanking() {
        Evaluation label = Made.evaluate(Made.rule(HEAD, """
                labels: {大: {title: 大户, choices: [{label: 是, when: paid > 3 万元}, {label: 否}]}}
                """, BY_LAND, "classes: {order: [A, B], by: tests, tests: {A: '大 == \"是\"'}}\n"), "1 land=1 tax=1");
        says(label, "1", "是否符合 A 类条件不能判定，缺 “实缴税收”", "\n  实缴税收：缺失\n");
        Evaluation again = Made.evaluate(Made.rule(HEAD, BY_LAND, """
                ranking: {by: [], on: unrounded, ties: best-place, small-groups: none, again: {second: {title: 第二次排序, on: paid / 1 万元}}}
                classes: {order: [A, B], by: tests, tests: {A: 'place("second") <= 1'}}
                """), "1 land=1 tax=1", "2 land=1 tax=1 paid=1");
        says(again, "1", "不能判定，缺 “实缴税收”", "不参加再排序「第二次排序」，缺 “实缴税收”", "\n  实缴税收：缺失\n");
    }

    @Test
    void whoHasNoTotalIsToldWhatWasFiled() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, BY_LAND, "classes: {order: [A, B], by: tests, tests: {A: tpm >= 1 万元/亩 and paid > 2 万元}}\n"),
                "1 land=3 paid=7", "2 land=1 tax=1 paid=7");
        says(it, "1", "一、申报数据\n", "\n  税收：缺失\n", "\n  用地：3 亩\n", "\n  实缴税收：7 万元\n");
    }

    @Test
    void aSmallGroupIsNamedWithItsNumberAndTheMinimum() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, BY_LAND,
                "ranking: {by: [trade], on: unrounded, ties: best-place, small-groups: {under: 3, exempt: 不定级}}\n", Made.CLASSES),
                "1 land=1 tax=1", "2 land=1 tax=2 trade=乙", "3 land=1 tax=3 trade=乙");
        says(it, "2", "原因：同组户数不足（乙：参与排序 2 家，不足 3 家）\n", "\n  行业：乙\n");
        assertTrue(Letters.result(it, "2", Locale.CHINESE).contains("理由：同组户数不足（乙：参与排序 2 家，不足 3 家）。"));
    }

    @Test
    void whatBreaksTiesIsAmongTheFigures() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, BY_LAND, RANKED.replace("on:", "break-by: [pay], on:"), Made.CLASSES),
                "1 land=1 tax=1 paid=2", "2 land=1 tax=1 paid=3");
        says(it, "1", "\n  实缴税收：2 万元\n");
    }

    @Test
    void whatStandsInForAMissingItemIsSaid() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, """
                groups:
                  - {id: g, title: 全部, weights-total: 100, items: {tpc: {weight: 100, score: ratio, base: 1 万元/吨标煤, or: {of: tpp, base: 1 万元/kWh}}}}
                """), "1 land=1 tax=1 power=2");
        says(it, "1", "（“单位能耗税收”缺失，按办法以本项代替，权重 100）", "\n  能耗：缺失\n");
    }

    @Test
    void whatTheRuleSaysOfAnEmptyCellIsToldAsSuch() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, BY_LAND, "classes: {order: [A, B], by: tests, tests: {A: fines < 2}}\n"), "1 land=1 tax=1", "2 land=1 tax=1 fines=1");
        says(it, "1", "\n  处罚次数：0（未填的按办法为 0）\n");
        says(it, "2", "\n  处罚次数：1\n");
    }

    @Test
    void whoHadNoClassIsToldThatTheRuleGivesOne() {
        EvaluationRule rule = Made.rule("no-prior-class: B\n", HEAD, BY_LAND, """
                merge: {by: firm, sums: [land, tax]}
                classes: {order: [A, B], by: tests, tests: {A: tpm >= 1 万元/亩}}
                overrides: [{id: o, title: 上年B类的不高于B, when: prior_class == "B", not-above: B}]
                refill: false
                """);
        Roll roll = Made.roll(rule, "1 land=1 tax=1", "2 land=1 tax=1", "3 land=1 tax=1 firm=x", "4 land=1 tax=1 firm=x");
        Evaluation it = LandAssessor.of(rule).history(ClassHistory.of(Map.of("2", List.of("B"), "4", List.of("A")))).evaluate(roll);
        says(it, "1", "（上年等级：B（无上年等级，按办法视为 B））");
        says(it, "2", "（上年等级：B）");
        says(it, "3", "以前年度的等级只按 3 的计，其他成员的上年等级不计：4 A\n");
        assertTrue(Letters.result(it, "1", Locale.CHINESE).contains("无上年等级，按办法视为 B"));
    }

    @Test
    void baselinesOfOneIndicatorAreToldApartAndWhoFormsThem() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, """
                baselines:
                  most: {of: tpm, kind: max, population: graded}
                  mid: {of: tpm, kind: percentile, share: 50 %, method: linear-inclusive, population: graded, when: tpm < most}
                groups: [{id: g, title: 全部, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: mid}}}]
                """), "1 land=1 tax=1", "2 land=1 tax=3");
        says(it, "1", "\n  亩均税收 (most)：3 万元/亩，应定级企业的最大值，由 2 家企业形成\n",
                "应定级企业的分位值（50 %，在 1 + p（n - 1）处内插），限于 亩均税收 < 亩均税收 (most)，由 1 家企业形成\n");
    }

    @Test
    void eachCutIsToldWhereOneIsACount() {
        Evaluation it = Made.evaluate(Made.rule(HEAD, BY_LAND, RANKED, Made.CLASSES.replace("A: 30 %", "A: \"min(3 户, 30 %)\"")),
                "1 land=1 tax=1", "2 land=1 tax=2", "3 land=1 tax=3", "4 land=1 tax=4");
        says(it, "1", "\n  名额：A 3 家 与 4 家 × 30 % = 1.2 中较少的、B 4 家 × 70 % = 2.8、C 4 家 × 100 % = 4，四舍五入到整数\n");
    }
}
