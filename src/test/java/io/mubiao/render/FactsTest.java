package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.render.law.RuleText;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever decides anything about an enterprise is told with the fact that decided: scope, merging, weights and caps, bonuses, baselines. */
class FactsTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            measure-words: [户]
            columns:
              tax: {title: 税收, unit: 万元}
              land: {title: 用地, unit: 亩}
              day: {title: 投产日期, kind: day}
              parcel: {title: 宗地号, kind: text, if-empty: ''}
              size: {title: 规模, kind: text, values: [大, 中, 小]}
              utility: {title: 是否公用, kind: flag, if-empty: 否}
              loss: {title: 是否亏损, kind: flag, if-empty: 否}
              extra: {title: 报分, negative: true, if-empty: 0}
            merge: {by: parcel, except: size == "大", sums: [tax, land]}
            scope: {require: [{id: taxed, when: tax > 0 万元}], exclude: [{id: pu, title: 公用事业, when: utility, effect: ungraded}, {id: new, title: 新投产, when: 'full_years(day, year_end) < 2', effect: collected}]}
            labels: {kind: {title: 规模档, choices: [{label: 大中, when: 'size in ("大", "中")'}, {label: 小}]}}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, use: {title: 单位用地, formula: land / tax, unit: 亩/万元, better: lower}}
            baselines: {mid: {title: 平均, of: tpm, kind: mean, population: graded}, top: {title: 高于平均者的平均, of: tpm, kind: mean, population: graded, when: tpm > mid}}
            groups:
              - id: big
                title: 大中型
                when: kind == "大中"
                weights-total: 100
                items: {tpm: {weight: [{value: 70, when: 'size == "大"'}, {value: 100}], score: ratio, base: top, cap: [{value: 1.2 * w, when: 'size == "大"'}, {value: 0.5 * w}], floor: 0}, rest: {of: use, weight: [{value: 30, when: 'size == "大"'}, {value: 0}], score: {full-less: {below: 1 亩/万元, each: 1 亩/万元, points: 1}}, floor: 0}}
              - id: small
                title: 小型
                weights-total: 100
                items: {tpm: {weight: 100, score: ratio, base: mid}}
            bonuses: {loss: {title: 亏损扣分, when: loss, points: -5}, extra: {title: 核定分, points: extra}}
            ranking: {by: [group], on: rounded, ties: best-place, small-groups: {under: 2, join: big}}
            total: {round: 2 half-up}
            classes: {order: [A, B], by: rank, cuts: {A: 1 户, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            refill: false
            """, Format.YAML, "t");

    private static final Evaluation IT = LandAssessor.of(RULE).evaluate(Roll.builder(RULE)
            .add("1", firm("90", "大", "P1")).add("2", firm("50", "中", "P1")).add("3", firm("30", "小", ""))
            .add("4", firm("40", "小", "P2")).add("5", firm("20", "小", "P2")).build());

    private static Map<String, Object> firm(String tax, String size, String parcel) {
        return Map.of("tax", tax, "land", "10", "day", "2010-01-01", "size", size, "parcel", parcel);
    }

    private static String sheet(String id) {
        return LandExplainer.explain(IT.explain(id), Locale.CHINESE);
    }

    private static void says(String text, String... all) {
        for (String it : all) {
            assertTrue(text.contains(it), () -> it + "\nin\n" + text);
        }
    }

    @Test
    void whatDecidedScopeIsListedAlsoWhereItDidNotApply() {
        says(sheet("3"), "\n  投产日期：2010-01-01\n", "\n  是否公用：否\n", "\n  税收：30 万元\n");
    }

    @Test
    void whyItIsMergedOrStandsAloneIsTold() {
        says(sheet("1"), "\n未与其他企业合并（宗地号：P1，规模：大）\n", "\n  宗地号：P1\n");
        says(sheet("4"), "\n合并评价（宗地号：P2，规模：小），办法规定合计的数据为各成员之和，其余数据以4为准，共享结果：4、5\n");
        assertEquals(1, IT.explain("1").sharing().size());
    }

    @Test
    void whatChoosesWeightAndCapIsTold() {
        says(sheet("1"), "（权重 70，规模为 大，不高于 1.2 × 70，不低于 0）");
        says(sheet("2"), "封顶 50（权重 100，规模为 中，不高于 0.5 × 100，不低于 0）");
        assertFalse(sheet("1").contains("取小"), sheet("1"));
    }

    @Test
    void limitsAreSaidOnce() {
        assertFalse(sheet("1").matches("(?s).*不低于 0[^（）\n]*不低于 0.*"), sheet("1"));
    }

    @Test
    void bonusesOfNothingAndThoseThatDoNotApplyAreTold() {
        says(sheet("3"), "\n  加减分 核定分 0\n", "\n  加减分不适用：亏损扣分（是否亏损：否）\n", "\n  是否亏损：否\n");
        says(LandExplainer.explain(IT.explain("3"), Locale.ENGLISH), "bonuses that do not apply: 亏损扣分 (是否亏损: no)");
    }

    @Test
    void whoFormsABaselineIsTold() {
        says(sheet("1"), "高于平均者的平均：", "的各企业数值的算术平均，限于 亩均税收 > 平均，由 1 家企业形成");
    }

    @Test
    void noFactOfATestStandsInTheResultOnly() {
        says(sheet("3"), "规模 不属于 大、中：小 不属于 大、中");
        assertFalse(sheet("3").contains("非规模"), sheet("3"));
    }

    @Test
    void aSmallGroupJoinsAnotherByItsTitle() {
        says(RuleText.of(RULE).write(Locale.CHINESE), "并入“大中型”");
    }

    @Test
    void sumsHaveNegativesInBrackets() {
        Evaluation it = LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("1", Map.of("tax", "90", "land", "10", "day", "2010-01-01", "size", "小",
                "loss", "是", "extra", "-3")).add("2", Map.of("tax", "30", "land", "10", "day", "2010-01-01", "size", "小", "extra", "5")).build());
        String sheet = LandExplainer.explain(it.explain("1"), Locale.CHINESE);
        says(sheet, "总分 142 = 150 + (-5) + (-3)");
        assertFalse(sheet.contains("+ -"), sheet);
    }

    @Test
    void aPlaceInAFormulaIsBracketedOnce() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {tax: {title: 税收, unit: 万元}}
                indicators: {use: {title: 纳税, formula: tax, unit: 万元}}
                groups: [{id: all, weights-total: 30, items: {use: {weight: 30, score: {formula: 'w - 2 * (place("use") - 1) + place("use")'}}}}]
                classes: {order: [A, B], by: score, at-least: {A: 20}}
                """, Format.YAML, "t");
        says(RuleText.of(rule).write(Locale.CHINESE), "权重 - 2 × （纳税 在同组中的名次 - 1） + （纳税 在同组中的名次）");
        says(RuleText.of(rule).write(Locale.ENGLISH), "2 × ((纳税, its place among its peers) - 1)");
    }
}
