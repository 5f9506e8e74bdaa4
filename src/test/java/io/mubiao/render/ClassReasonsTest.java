package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An explanation says why this class: the place, threshold, test or requirement, what changed it, and what does not let it be told. */
class ClassReasonsTest {
    private static final String RULE = """
            id: t
            year: 2022
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              energy: {title: 综合能耗, unit: 吨标煤}
              accident: {title: 发生事故, kind: flag, if-empty: 否}
            indicators:
              tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}
              tpe: {title: 单位能耗税收, formula: tax / energy, unit: 万元/吨标煤}
            groups:
              - {id: all, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 20 万元/亩}}}
            """;
    private static final String RANKED = """
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C]
              by: rank
              cuts: {A: 25 %, B: 75 %, C: 100 %}
              quota-base: ranked
              quota-rounding: cumulative half-up
            """;

    /** 100, 80, 60 and 0 points. */
    private static Evaluation evaluate(String... parts) {
        EvaluationRule rule = RuleFile.parse(RULE + String.join("", parts), Format.YAML, "test");
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("land", 10, "tax", 200, "energy", 100))
                .add("2", Map.of("land", 10, "tax", 160, "energy", 40, "accident", true))
                .add("3", Map.of("land", 10, "tax", 120, "energy", 40)).add("4", Map.of("land", 10, "tax", 0, "energy", 0)).build());
    }

    private static void says(Evaluation evaluation, String id, String... expected) {
        String text = LandExplainer.explain(evaluation.explain(id), Locale.CHINESE) + LandExplainer.explain(evaluation.explain(id), Locale.ENGLISH);
        assertAll(Stream.of(expected).map(part -> () -> assertTrue(text.contains(part), part + " in\n" + text)));
    }

    @Test
    void aRuleWithoutClassesGradesNobody() {
        says(evaluate(), "1", "1：参评\n", "1: evaluated\n");
        says(evaluate(RANKED), "1", "1：参评定级\n");
    }

    @Test
    void theFailedRequirementIsToldWithWhatItIsHeldAgainst() {
        Evaluation evaluation = evaluate(RANKED, "  require: {A: total >= 110}\n");
        says(evaluation, "1", "\n  第 1 名，在 A 类名额之内，但总分 100 低于 A 类要求的 110，降为 B\n",
                "\n  place 1 is one of A, but total 100 is below the 110 that A requires, so it is B\n");
        says(evaluation, "2", "\n  第 2 名，在 B 类名额之内\n", "\n  place 2 is one of B\n");
    }

    @Test
    void aRequirementOfSeveralNumbersIsToldInNamesAndNumbers() {
        Evaluation evaluation = evaluate("baselines: {avg: {title: 平均, of: tpm, kind: ratio-of-sums, population: evaluated}}\n", RANKED,
                "  require: {A: tpm >= 3 * avg and not accident}\n");
        says(evaluation, "1", "但A 类要求 亩均税收 ≥ 3 × 平均 且 非发生事故：20 万元/亩 < 3 × 12 万元/亩，发生事故 否，不符合，降为 B");
    }

    @Test
    void oneThatIsMetIsToldToo() {
        says(evaluate(RANKED, "  require: {A: total >= 90}\n"), "1", "在 A 类名额之内，总分 100 不低于 A 类要求的 90\n",
                "total 100 reaches the 90 that A requires\n");
    }

    @Test
    void thresholdsAreToldUpToTheOneThatIsReached() {
        Evaluation evaluation = evaluate("classes: {order: [A, B, C], by: score, at-least: {A: 90, B: 70}}\n");
        says(evaluation, "2", "\n  总分 80 低于 A 类要求的 90\n  总分 80 不低于 B 类要求的 70\n");
        says(evaluation, "3", "\n  总分 60 低于 B 类要求的 70\n  以上均不符合，为 C\n", "\n  none of these holds: C\n");
    }

    @Test
    void testsAreToldWithTheirNumbers() {
        Evaluation evaluation = evaluate("classes: {order: [A, B], by: tests, tests: {A: tpm >= 18 万元/亩}}\n");
        says(evaluation, "2", "\n  亩均税收 16 万元/亩 低于 A 类要求的 18 万元/亩\n  以上均不符合，为 B\n", "亩均税收 = 税收 ÷ 用地面积 = 160 万元 ÷ 10 亩");
    }

    @Test
    void cutOffsSayHowManyPlacesTheyAreAndOfHowMany() {
        says(evaluate(RANKED), "1", "\n  B（前 75 %）：第 2 至 3 名，2 个名额，最低分 60\n", "\n  B (the first 75 %): places 2 to 3, 2 places, lowest total 60\n");
        String t = "scope: {exclude: [{id: t, when: accident, effect: ungraded, label: T}]}\n";
        says(evaluate(t, RANKED.replace("base: ranked", "base: population")), "1", "名额按 4 家计算（含不定级户）");
    }

    @Test
    void anOverrideIsToldWithTheFactsThatFiredItAndOthersThatTheyDoNotApply() {
        Evaluation evaluation = evaluate(RANKED, """
                overrides: [{id: veto, title: 一票否决, when: accident, not-above: C}, {id: up, title: 能效, when: tax / land >= 19 万元/亩, set: A},
                  {id: again, when: 'class == "A"', set: A}]
                refill: counted
                """);
        says(evaluation, "2", "调档：一票否决，B → C（发生事故：是）", "override: 一票否决, B → C (发生事故: yes)",
                "不适用：能效（税收 ÷ 用地面积 ≥ 19 万元/亩：160 万元 ÷ 10 亩 < 19 万元/亩）", "again（等级 = A：C ≠ A）");
        says(evaluation, "1", "发生事故：否");
        assertEquals(List.of("accident"), evaluation.explain("2").inputs().stream().filter(it -> it.kind() == io.mubiao.formula.Symbol.Kind.FLAG)
                .map(it -> it.name()).toList());
    }

    @Test
    void whoIsRefilledIsToldSo() {
        Evaluation evaluation = evaluate(RANKED, "overrides: [{id: veto, when: tax >= 200 万元, set: C}]\nrefill: counted\n");
        says(evaluation, "2", "第 2 名，在 B 类名额之内\n  A 类空出 1 个名额（1 户调出），递补至第 2 名，递补为 A\n",
                "in A 1 place is vacated (1 left) and filled again to place 2: A");
        assertEquals(Explanation.Ground.REFILL, evaluation.explain("2").way().get(1).ground());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "overrides: [{id: o, title: 直接定A, when: tpe >= 3 万元/吨标煤, set: A}], refill: false|调档情形 “直接定A” 不能判定：“综合能耗” 为 0，不能作除数|'综合能耗' is zero",
        "bonuses: {b: {title: 能效奖励, when: tpe >= 3 万元/吨标煤, points: 5}}|没有总分：“能效奖励：综合能耗” 为 0，不能作除数|'能效奖励: 综合能耗' is zero",
        "bonuses: {b: {title: 能效奖励, points: tpe / (1 万元/吨标煤)}}|没有总分：“能效奖励：综合能耗” 为 0，不能作除数|'能效奖励: 综合能耗' is zero",
        "scope: {require: [{id: r, when: tpe >= 1 万元/吨标煤}]}|“综合能耗” 为 0，不能作除数，不能判定是否参评|'综合能耗' is zero",
        "scope: {exclude: [{id: r, when: tax / (energy - 0 吨标煤) >= 900 万元/吨标煤, effect: out}]}|“综合能耗 - 0” 为 0|'综合能耗 - 0' is zero"})
    void aZeroDivisorIsNotCalledMissing(String part, String chinese, String english) {
        Evaluation evaluation = evaluate(RANKED, part.replace("], refill", "]\nrefill") + "\n");
        says(evaluation, "4", chinese);
        String told = evaluation.problems().stream().filter(it -> it.code().equals("UNDECIDED")).map(Problem::message).findFirst().orElseThrow();
        assertTrue(told.contains(english) && !told.contains("missing"), told);
    }

    @Test
    void soItIsWhereAClassNeedsIt() {
        Evaluation tests = evaluate("classes: {order: [A, B], by: tests, tests: {A: tpe >= 3 万元/吨标煤}}\n");
        says(tests, "4", "不能定级：是否符合 A 类条件不能判定，“综合能耗” 为 0，不能作除数", "'A' needs cannot be decided");
    }
}
