package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import io.mubiao.render.LandExplainer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a share is held against a plain number, whoever wrote it is told that 90 is 9000 %. */
class ShareTestsTest {
    private static final String RULE = """
            id: t
            year: 2024
            columns:
              rate: {title: 达标率, unit: '%'}
              a: {title: 甲, unit: 万元}
              b: {title: 乙, unit: 亩}
              scale: {title: 规模, kind: text, values: [规上, 规下]}
            parameters: {mark: {title: 标准, value: 90}}
            indicators: {r: {title: 率, formula: rate, unit: '%'}, t: {title: 亩均, formula: a / b, unit: 万元/亩}}
            groups:
              - {id: g, weights-total: 100, items: {t: {weight: 100, base: 20 万元/亩, score: ratio}}}
            """;
    private static final String CLASSES = "ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}\n";

    private static List<Problem> told(String rule) {
        return RuleLint.check(RuleFile.parse(rule, Format.YAML, "test")).stream().filter(it -> it.code().equals("MARK_OF_SHARE")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bonuses|'bonuses: {x: {title: 好, when: r >= 90, points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: rate >= 90, points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: 90 <= r, points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: not (r < 90) and b > 3 亩, points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: \"max(r, rate) - 1 % > 90\", points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: \"round(r, 0) >= 90\", points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: r >= mark, points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, when: prior(\"rate\") >= 90, points: 1}}'",
        "bonuses|'bonuses: {x: {title: 好, points: \"if(r >= 90, 1, 0)\"}}'",
        "bonuses|'bonuses: {x: {title: 好, when: ''growth(a, prior(\"a\")) >= 10'', points: 1}}'",
        "labels|'labels: {l: {title: 级, choices: [{label: 高, when: r >= 90}, {label: 低}]}}'",
        "scope.exclude|'scope: {exclude: [{id: e, title: 低, when: r < 60, effect: ungraded, label: 不评}]}'",
        "scope.require|'scope: {require: [{id: e, when: r > 60}]}'",
        "classes.tests|'classes: {order: [A, B], by: tests, tests: {A: r >= 90, B: total >= 0}}'",
        "classes.require|'classes: {order: [A, B], by: score, at-least: {A: 50, B: 0}, require: {A: r >= 90}}'",
        "overrides|'classes: {order: [A, B], by: score, at-least: {A: 50, B: 0}}¦refill: false¦overrides: [{id: o, title: 低, when: r < 60, not-above: B}]'",
        "consequences|'classes: {order: [A, B], by: score, at-least: {A: 50, B: 0}}¦consequences: [{id: c, title: 附加, kind: surcharge, base: a, unit: 万元, when: r < 60, rates: {B: 10 %}}]'"})
    void aTestOfAShareAgainstAPlainNumberIsTold(String where, String parts) {
        List<Problem> told = told(RULE + CLASSES + parts.replace('¦', '\n') + "\n");
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).place().path().startsWith(where), told::toString);
        assertTrue(told.get(0).message().contains("% was probably meant"), told::toString);
        assertTrue(told.get(0).message(Locale.CHINESE).matches("[^A-Za-z]*“.*”拿比率与 .* 比较，即 .* %；本意多半是 .* %.*"), told.get(0).message(Locale.CHINESE));
        assertEquals(List.of(), told(RULE + CLASSES + parts.replace('¦', '\n').replaceAll("(>=|<|>|<=) (90|60)(?! <)", "$1 $2 %").replace("90 <=", "90 % <=").replace(">= 10'", ">= 10 %'")
                .replace(">= mark", ">= mark * 1 %") + "\n"));
    }

    @Test
    void oneIsAskedFor() {
        assertEquals("'rate > 1' compares a share with 1, which is 100 %; write 100 %, or 1 % if that is meant",
                told(RULE + "bonuses: {x: {title: 好, when: rate > 1, points: 1}}\n").get(0).message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'t: {weight: 100, base: 20 万元/亩, score: {steps: {of: ratio, below: 0, at: {50: 20, 100: 100}}}}'",
        "'r: {weight: 100, score: {steps: {of: value, below: 0, at: {50: 20, 90: 100}}}}'",
        "'r: {weight: 100, score: {curve: {at: {50: 20, 90: 100}}}}'",
        "'r: {weight: 100, score: {formula: \"if(x >= 90, w, 0)\"}}'",
        "'r: {weight: 100, score: ratio, base: 90}'"})
    void aMarkOfAShapeIsTold(String item) {
        String rule = RULE.replace("t: {weight: 100, base: 20 万元/亩, score: ratio}", item);
        assertEquals(List.of("groups.g.items." + item.charAt(0)), told(rule).stream().map(it -> it.place().path()).toList());
        String right = rule.replaceAll("(?<=[{ ])(50|100|90)(?=: | ?[,})])(?!: \\{)", "$1 %").replace("weight: 100 %", "weight: 100").replaceAll(": (20|100) %", ": $1");
        assertEquals(List.of(), told(right), right);
    }

    @Test
    void anExplanationSaysOfWhichShare() {
        EvaluationRule rule = RuleFile.parse(RULE + "bonuses: {x: {title: 好, when: r >= 90, points: 1}}\n", Format.YAML, "test");
        String text = LandExplainer.explain(LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("rate", 95, "a", 10, "b", 10, "scale", "规上"))
                .build()).explain("1"), Locale.CHINESE);
        assertTrue(text.contains("率 ≥ 9000 %：95 % < 9000 %") || text.contains("达标率 ≥ 9000 %：95 % < 9000 %"), text);
    }
}
