package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.render.LandExplainer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The end of the year is a day only where somebody says which year it is. */
class NoYearTest {
    private static final String TEXT = """
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
            consequences:
              - {id: relief, title: 减免, kind: relief, base: tax, rate-unit: 万元/万元, rates: {A: 0.1, B: 0.05}, valid: 2024-01-01/2025-12-31}
              - {id: always, title: 长期减免, kind: relief, base: tax, rate-unit: 万元/万元, rates: {A: 0.1, B: 0.05}}
            """;
    private static final EvaluationRule RULE = RuleFile.parse(TEXT, Format.YAML, "t");
    private static final Roll ROLL = Roll.builder(RULE)
            .add("E1", "甲厂", Map.of("land", 10, "tax", 200, "since", LocalDate.of(2020, 1, 1))).build();

    @Test
    void whatNobodySaidLacks() {
        Evaluation evaluation = LandAssessor.of(RULE).evaluate(ROLL);
        assertEquals(Standing.UNDECIDED, evaluation.get("E1").standing());
        assertTrue(evaluation.get("E1").reason().contains("the end of the year is missing"), evaluation.get("E1").reason());
        String told = LandExplainer.explain(evaluation.explain("E1"), Locale.CHINESE);
        assertTrue(told.contains("缺 “评价年度末”，不能判定是否参评"), told);
    }

    /** Whether a consequence is in force for a time nobody can tell without a year; one without a span needs none. */
    @Test
    void noDayOfTheYearOneIsMadeUp() {
        EvaluationRule rule = RuleFile.parse(TEXT.replaceFirst("(?m)^scope.*\\n", ""), Format.YAML, "t");
        Roll roll = Roll.builder(rule).add("E1", "甲厂", Map.of("land", 10, "tax", 200)).build();
        Evaluation nobody = LandAssessor.of(rule).evaluate(roll);
        List<Charge> charges = nobody.charges("E1");
        assertEquals(Optional.empty(), charges.get(0).amount());
        assertEquals("it holds in 2024-01-01/2025-12-31, and nobody says which year is evaluated", charges.get(0).reason());
        assertTrue(charges.get(1).amount().isPresent());
        String told = LandExplainer.explain(nobody.explain("E1"), Locale.CHINESE);
        assertTrue(told.contains("执行期 2024-01-01/2025-12-31，但未说明评价年度，不能判定是否在其内") && !told.contains("0001"), told);
        assertTrue(LandAssessor.of(rule).year(2024).evaluate(roll).charges("E1").get(0).amount().isPresent());
        assertTrue(LandAssessor.of(rule).withDay(LocalDate.of(2025, 1, 1)).evaluate(roll).charges("E1").get(0).amount().isPresent());
        assertEquals("it holds in 2024-01-01/2025-12-31, not on 2023-12-31",
                LandAssessor.of(rule).year(2023).evaluate(roll).charges("E1").get(0).reason());
        assertEquals("it holds in 2024-01-01/2025-12-31, and nobody says which year is evaluated",
                Consequences.of(rule).charges("A", 1, Map.of("tax", "200")).get(0).reason());
    }

    @Test
    void whatTheCallerSaysCounts() {
        assertEquals(Standing.GRADED, LandAssessor.of(RULE).year(2024).evaluate(ROLL).get("E1").standing());
        assertEquals(Standing.UNGRADED, LandAssessor.of(RULE).year(2021).evaluate(ROLL).get("E1").standing());
    }
}
