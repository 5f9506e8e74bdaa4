package io.mubiao.render.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.render.LandExplainer;
import io.mubiao.render.Letters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is evaluated differently reads differently, and no clause says of everybody what holds of some. */
class OtherMeaningOtherWordsTest {
    private static final String FIRST = "{id: a, title: 甲情形, when: a, effect: ungraded, label: 甲, keeps-place: uncounted}";
    private static final String SECOND = "{id: b, title: 乙情形, when: b, effect: ungraded, label: 乙, keeps-place: uncounted}";

    private static EvaluationRule rule(String exclusions, String item, String more) {
        return RuleFile.parse("""
                id: r
                year: 2024
                columns: {a: {title: 甲, kind: flag}, b: {title: 乙, kind: flag}, big: {title: 规上, kind: flag}, tax: {title: 税收, unit: 万元, negative: true},
                  power: {title: 用电量, unit: kWh}}
                scope: {exclude: [%s]}
                indicators: {i: {title: 税收额, formula: tax, unit: 万元}}
                groups:
                  - {id: large, title: 规上企业, when: big, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 9 万元%s}}}
                  - {id: small, title: 规下企业, rank-on: i}
                ranking: {by: [group], on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B, C], by: rank, cuts: {A: 20 %%, B: 60 %%, C: 100 %%}, quota-base: ranked, quota-rounding: cumulative half-up}
                %s
                """.formatted(exclusions, item, more), Format.YAML, "r");
    }

    private static String words(EvaluationRule rule, String path, Locale locale) {
        return RuleText.of(rule).clauses(locale).stream().filter(it -> it.path().equals(path)).map(RuleClause::text).collect(Collectors.joining());
    }

    private static String words(EvaluationRule rule, String path) {
        return words(rule, path, Locale.CHINESE);
    }

    @Test
    void exclusionsInAnotherOrderAreAnotherRuleAndReadSo() {
        EvaluationRule one = rule(FIRST + ", " + SECOND, "", "");
        EvaluationRule other = rule(SECOND + ", " + FIRST, "", "");
        Map<String, String> both = Map.of("a", "是", "b", "是", "big", "是", "tax", "3", "power", "1");
        assertEquals("甲", label(one, both));
        assertEquals("乙", label(other, both));
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertEquals(2, RuleDiff.of(RuleText.of(one), RuleText.of(other), locale).changes().size());
            assertTrue(words(one, "scope.exclude", locale).contains(locale.equals(Locale.CHINESE) ? "同属一种的以序号在前的为准" : "the first by number holds"));
        }
        assertTrue(words(one, "scope.exclude.b").startsWith("另行处理的情形 2，“乙情形”"), words(one, "scope.exclude.b"));
        assertEquals("", words(rule(FIRST, "", ""), "scope.exclude"));
    }

    private static String label(EvaluationRule rule, Map<String, String> values) {
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("企", values).build()).get("企").label();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"', floor: 0, negative: -5'|指标为负的得 -5 分，再按封顶、保底取定；|0", "', floor: -5, negative: -5'|指标为负的得 -5 分；|-5",
        "', floor: 0, missing: -3'|缺数据的得 -3 分，不论封顶保底；|-3", "', cap: 20, missing: 25'|缺数据的得 25 分，不论封顶保底；|25",
        "', cap: 20, missing: 15'|缺数据的得 15 分；|15", "', missing: -3'|缺数据的得 -3 分；|-3", "', cap: 1.5 * w, floor: 0, missing: zero'|缺数据的得 0 分；|0"})
    void whatCapAndFloorHoldIsSaid(String more, String said, String score) {
        EvaluationRule rule = rule("", more, "");
        Roll roll = Roll.builder(rule).add("企", more.contains("missing") ? Map.of("big", "是") : Map.of("big", "是", "tax", "-7")).build();
        assertEquals(score, LandAssessor.of(rule).evaluate(roll).number("企", "score_i").orElseThrow().toString());
        assertTrue(words(rule, "groups.large.items.i").contains(said), words(rule, "groups.large.items.i"));
    }

    @Test
    void aMeanScoreCountsTheUngradedAndSaysSo() {
        String text = words(rule("", ", missing: mean-score", ""), "groups.large.items.i");
        assertTrue(text.contains("取同组得分的平均，不定级的也计入"), text);
    }

    @Test
    void aBonusIsForThoseWhoAreScored() {
        EvaluationRule rule = rule("", "", "bonuses: {b: {title: 加分, points: 2}, c: {title: 另加, when: a, points: 1}}");
        assertTrue(words(rule, "bonuses.b").startsWith("“加分”：“规上企业”的企业，加 2 分"), words(rule, "bonuses.b"));
        assertTrue(words(rule, "bonuses.c").startsWith("“另加”：“规上企业”的企业中，甲的，加 1 分"), words(rule, "bonuses.c"));
        assertTrue(words(rule, "bonuses.b", Locale.ENGLISH).startsWith("'加分': '规上企业': adds 2"), words(rule, "bonuses.b", Locale.ENGLISH));
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("下", Map.of("big", "否", "tax", "5", "a", "是")).build());
        assertEquals("5", evaluation.get("下").total().orElseThrow().toString());
        assertTrue(words(rule, "ranking").contains("按未取整的总分，不计分的组按其排序指标"), words(rule, "ranking"));
    }

    @Test
    void whereNobodyIsScoredThereIsNoTotalToRankOn() {
        EvaluationRule rule = RuleFile.parse("""
                id: r
                year: 2024
                columns: {tax: {title: 税收}}
                indicators: {i: {title: 税收额, formula: tax}}
                groups: [{id: all, rank-on: i}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                """, Format.YAML, "r");
        assertFalse(words(rule, "ranking").contains("总分"), words(rule, "ranking"));
        assertTrue(words(rule, "ranking").contains("按各组的排序指标，不取整"), words(rule, "ranking"));
    }

    @Test
    void refillThatCountsPushesOthersDown() {
        String text = words(rule("", "", "refill: counted\noverrides: [{id: o, title: 保底, when: a, not-below: B}]"), "refill");
        assertTrue(text.contains("由此超出名额的由排在最后的依次顺延到下一类"), text);
    }

    @Test
    void aShareOfAnotherClassGoesByOnesOwnYears() {
        String charge = "consequences: [{id: p, title: 加价, kind: surcharge, base: power, rate-unit: 元/kWh, rates: {C: [%s]}, "
                + "fractions: {B: {share: 50 %%, of: C}}, unit: 元}]";
        assertTrue(words(rule("", "", charge.formatted("0.1 元/kWh, 0.2 元/kWh")), "consequences.p").contains("“C”类的 50%（年数按在“B”类的连续年数）"));
        assertFalse(words(rule("", "", charge.formatted("0.1 元/kWh")), "consequences.p").contains("年数"));
    }

    @Test
    void whatIsNotAddedUpIsSaidToBeOfOne() {
        String merge = "merge: {by: owner, sums: [tax]%s}\nexports: {e: [owner]}";
        String column = ", owner: {title: 集团, kind: text}";
        String all = words(merged(merge.formatted("").replace(", sums: [tax]", ""), column), "merge");
        assertTrue(all.contains("各数字项相加；文字和日期取自编号在前的一户"), all);
        String some = words(merged(merge.formatted(""), column), "merge");
        assertTrue(some.contains("相加的数字项：“税收”；其余数字项和文字、日期取自编号在前的一户"), some);
    }

    private static EvaluationRule merged(String merge, String column) {
        return RuleFile.parse("id: r\nyear: 2024\ncolumns: {tax: {title: 税收}, staff: {title: 职工人数}" + column + "}\n" + merge + """

                indicators: {i: {title: 人均税收, formula: tax / staff}}
                groups: [{id: all, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 9}}}]
                """, Format.YAML, "r");
    }

    @Test
    void anExplanationSaysWhoseFiguresAreNoSums() {
        EvaluationRule rule = merged("merge: {by: owner, sums: [tax]}", ", owner: {title: 集团, kind: text}");
        Roll roll = Roll.builder(rule).add("1", Map.of("tax", "10", "staff", "3", "owner", "集")).add("2", Map.of("tax", "5", "staff", "2", "owner", "集")).build();
        String text = LandExplainer.explain(LandAssessor.of(rule).evaluate(roll).explain("1"), Locale.CHINESE);
        assertTrue(text.contains("办法规定合计的数据为各成员之和，其余数据以1为准，共享结果"), text);
    }

    @Test
    void whoKeepsItsPlaceWithoutATotalIsToldSo() {
        EvaluationRule rule = rule(FIRST, "", "");
        Roll roll = Roll.builder(rule).add("企", Map.of("a", "是", "big", "是")).add("乙", Map.of("a", "是", "big", "是", "tax", "3")).build();
        Evaluation evaluation = LandAssessor.of(rule).evaluate(roll);
        String text = LandExplainer.explain(evaluation.explain("企"), Locale.CHINESE);
        assertTrue(text.contains("没有总分（税收额不能计分），未排入名次"), text);
        String letter = Letters.appeal(evaluation, evaluation, "企", Locale.CHINESE);
        assertTrue(letter.contains("没有总分（税收额不能计分），未排入名次"), letter);
        assertFalse(LandExplainer.explain(evaluation.explain("乙"), Locale.CHINESE).contains("没有总分"));
    }

    @Test
    void dutiesInputsAndDivisorsOfScoringRules() {
        String text = RuleText.of(ScoringRuleFile.parse("""
                id: r
                points: 10
                inputs: {done: {of: attainment}, late: {of: days_late}, done2: {of: actual}}
                parts: {p: {of: done, score: {formula: w * done}}}
                duties: {talk: {title: 约谈, when: done < 50 %}}
                """, Format.YAML, "r")).write(Locale.CHINESE);
        assertTrue(text.contains("“约谈”：") && !text.contains("须作出说明"), text);
        assertTrue(text.contains("缺数据的没有得分；除数为零的没有得分"), text);
        assertTrue(text.contains("数字，是比例") && text.contains("数字，单位为天") && text.contains("数字，单位随目标"), text);
    }
}
