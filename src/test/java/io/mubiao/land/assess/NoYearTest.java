package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.render.LandExplainer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of the year is a day only where somebody says which year it is. */
class NoYearTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            title: 测试办法
            jurisdiction: 测试县
            year: none
            columns: {land: {unit: 亩}, tax: {unit: 万元}, since: {kind: day, title: 投产日期}}
            indicators: {i: {title: 亩均税收, formula: tax / land / 1 万元/亩}}
            scope: {exclude: [{id: young, title: 投产未满两年, when: 'full_years(since, year_end) < 2', effect: ungraded}]}
            groups:
              - id: all
                title: 全部
                weights-total: 100
                items: {i: {weight: 100, score: {formula: 'w * i / 20'}, cap: w, floor: 0, missing: zero}}
            total: {round: 2 half-up}
            ranking: {on: rounded, ties: worst-place, small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: 40 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            """, Format.YAML, "t");
    private static final Roll ROLL = Roll.builder(RULE)
            .add("E1", "甲厂", Map.of("land", 10, "tax", 200, "since", LocalDate.of(2020, 1, 1))).build();

    @Test
    void whatNobodySaidLacks() {
        Evaluation evaluation = LandAssessor.of(RULE).evaluate(ROLL);
        assertEquals(Standing.UNDECIDED, evaluation.get("E1").standing());
        assertTrue(evaluation.get("E1").reason().contains("year_end"), evaluation.get("E1").reason());
        String told = LandExplainer.explain(evaluation.explain("E1"), Locale.CHINESE);
        assertTrue(told.contains("缺 “评价年度末”，不能判定是否参评"), told);
    }

    @Test
    void whatTheCallerSaysCounts() {
        assertEquals(Standing.GRADED, LandAssessor.of(RULE).year(2024).evaluate(ROLL).get("E1").standing());
        assertEquals(Standing.UNGRADED, LandAssessor.of(RULE).year(2021).evaluate(ROLL).get("E1").standing());
    }
}
