package io.mubiao.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.render.LandExplainer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text or day of a rule that no enterprise can have is refused with what was probably meant; what is told goes by one name. */
class MeantWordsTest {
    private static final String RULE = """
            id: t
            year: 2024
            columns:
              tax: {title: 税收, unit: 万元}
              since: {title: 投产, kind: day}
              size: {title: 规模, kind: text, values: [大型, 中型, 小型]}
            indicators: {i: {title: 税收, formula: tax, unit: 万元}}
            groups:
              - {id: all, title: 全部企业, weights-total: 100, items: {i: {weight: 100, score: ratio, base: 3 万元}}}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C], by: score, at-least: {A: 50, B: 20, C: 0}}
            refill: false
            overrides: [{id: o, title: 情形, when: TEST, not-above: C}]
            """;

    private static List<Problem> refused(String rule) {
        return assertThrows(InvalidDefinitionException.class, () -> RuleFile.parse(rule, Format.YAML, "test")).problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prior_class == \"A类\"|did you mean 'A'?",
        "prior_class == \"C级\"|did you mean 'C'?",
        "size == \"大\"|did you mean '大型'?",
        "group == \"全部\"|did you mean 'all'?",
        "group == \"全部企业\"|did you mean 'all'?",
        "group == \"al\"|did you mean 'all'?",
        "since >= 0024-01-01|2024-01-01 was probably meant",
        "full_years(since, 0024-12-31) < 2|2024-12-31 was probably meant",
        "since >= 2205-06-30|expected one from 1900 to 2100"})
    void theNearWordIsTold(String test, String told) {
        List<Problem> problems = refused(RULE.replace("TEST", "'" + test + "'"));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains(told), problems.get(0).message());
        assertTrue(problems.get(0).message(Locale.CHINESE).codePoints().anyMatch(Character::isIdeographic), problems.get(0).message(Locale.CHINESE));
    }

    @Test
    void aDayWithoutEndIsOne() {
        RuleFile.parse(RULE.replace("TEST", "since == 9999-12-31"), Format.YAML, "test");
    }

    @Test
    void classesOfEarlierYearsInExamplesAreThoseOfTheRule() {
        String example = RULE.replace("TEST", "prior_class == \"C\"") + "examples: [{title: 例, worked: by-hand, rows: {甲: {tax: 3, since: 2020-01-01, size: 大型}}, earlier: {甲: {class: NAME}}, gives: {甲: {class: A}}}]\n";
        RuleFile.parse(example.replace("NAME", "B"), Format.YAML, "test");
        String told = refused(example.replace("NAME", "B类")).get(0).message();
        assertTrue(told.contains("found 'B类', expected one of [A, B, C]; did you mean 'B'?"), told);
    }

    @Test
    void aZeroDivisorIsNamedOnce() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                columns: {tax: {title: 税收, unit: 万元}}
                indicators: {i: {title: 税收, formula: tax, unit: 万元}}
                baselines:
                  i_target: {of: i, kind: max, population: evaluated}
                  i_base: {of: i, kind: max, population: evaluated}
                groups:
                  - {id: all, weights-total: 100, items: {i: {weight: 100, score: {formula: w * x / (target - base)}, base: i_base, target: i_target}}}
                """, Format.YAML, "test");
        Evaluation evaluation = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("tax", 3)).build());
        String told = LandExplainer.explain(evaluation.explain("1"), Locale.CHINESE);
        assertTrue(told.contains("(i_target)") && !told.contains("(i_target) (i_target)"), told);
    }
}
