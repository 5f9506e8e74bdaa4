package io.mubiao.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.ScoringRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share means the same in the examples of every kind of rule and in rolls: a plain number is in the declared %, and nobody guesses where none is. */
class SharesOfExamplesTest {
    private static final String SCORING = """
            id: s
            points: 100
            inputs: {rate: {title: 达标率, unit: 'UNIT'}}
            parts: {a: {of: rate, score: {formula: x * 100}, weight: 100}}
            examples:
              - {title: 一, worked: by-hand, rows: {甲: {rate: TEXT}}, gives: {甲: {points: GIVEN}}}
            """;
    private static final String LAND = """
            id: l
            year: 2024
            columns: {rate: {title: 达标率, unit: 'UNIT'}}
            indicators: {i: {title: 达标率, formula: rate * 100, unit: none}}
            groups: [{id: all, title: 全部, rank-on: i}]
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            examples:
              - {title: 一, worked: by-hand, rows: {甲: {rate: TEXT}}, gives: {甲: {i: GIVEN}}}
            """.replace(", unit: none", "");

    private static String filled(String rule, String unit, String text, String given) {
        return rule.replace("UNIT", unit).replace("TEXT", text).replace("GIVEN", given);
    }

    @ParameterizedTest
    @CsvSource({"%, 85, 85", "%, 85 %, 85", "%, 0.85, 0.85", "‰, 85, 8.5", "‰, 8.5 %, 8.5"})
    void aPlainNumberIsInTheDeclaredUnitEverywhere(String unit, String text, String given) {
        assertEquals(1, ScoringRuleFile.parse(filled(SCORING, unit, text, given), Format.YAML, "s").examples().size());
        EvaluationRule land = RuleFile.parse(filled(LAND, unit, text, given), Format.YAML, "l");
        assertEquals(given, LandAssessor.of(land).evaluate(RollFile.parse("id,达标率(" + unit + ")\n1," + text + "\n", "r.csv", land).orThrow()).number("1", "i").orElseThrow()
                .toString());
    }

    @ParameterizedTest
    @CsvSource({"85, 85 %, 8500 %", "0.85, 0.85 %, 85 %"})
    void whatIsReadOfTargetsDeclaresNoneAndNeedsItsSign(String text, String one, String other) {
        String rule = """
                id: s
                points: 10
                parts: {a: {of: attainment, score: {formula: x * w}, weight: 10}}
                examples:
                  - {title: 一, worked: by-hand, rows: {甲: {attainment: TEXT}}, gives: {甲: {points: 8.5}}}
                """;
        InvalidDefinitionException e = assertThrows(InvalidDefinitionException.class, () -> ScoringRuleFile.parse(rule.replace("TEXT", text), Format.YAML, "s"));
        Problem told = e.problems().get(0);
        assertTrue(told.message().contains("'" + text + "' may mean " + one + " or " + other), told.message());
        assertTrue(told.message(Locale.CHINESE).contains("“" + text + "”可能指 " + one + "，也可能指 " + other), told.message(Locale.CHINESE));
        assertEquals(1, ScoringRuleFile.parse(rule.replace("TEXT", "85 %"), Format.YAML, "s").examples().size());
        assertEquals(1, ScoringRuleFile.parse(rule.replace("TEXT", "0").replace("8.5", "0"), Format.YAML, "s").examples().size());
    }

    @Test
    void lightsOfAScorecardTakeThemWithTheirSignToo() {
        String card = """
                id: c
                rules: {r: {points: 10, parts: {p: {of: attainment, score: {formula: x * w}}}}}
                assign: [{rule: r}]
                lights: {order: [绿, 红], of: attainment, bands: {绿: ">= 90 %", 红: "< 90 %"}}
                views: {all: {title: 全部, root: {}, levels: [{by: chapter}]}}
                examples:
                  - {title: 一, worked: by-hand, rows: {i: {attainment: 0.85}}, gives: {i: {light: 红}}}
                """;
        String told = assertThrows(InvalidDefinitionException.class, () -> ScorecardFile.parse(card, Format.YAML, "c")).toString();
        assertTrue(told.contains("0.85 % or 85 %"), told);
        assertEquals(1, ScorecardFile.parse(card.replace("0.85", "85 %"), Format.YAML, "c").examples().size());
    }

    /** What a program gives, and the items of a scorecard, has no row and no header beside it. */
    @Test
    void aPlainNumberForADeclaredShareIsRefusedWhereNoRowIs() {
        ScoringRule rule = ScoringRuleFile.parse(filled(SCORING, "%", "85", "85"), Format.YAML, "s");
        assertEquals("85", rule.score(Given.of("rate", "85 %")).points().orElseThrow().toString());
        String told = assertThrows(IllegalArgumentException.class, () -> rule.score(Given.of("rate", "85"))).toString();
        assertTrue(told.contains("rate") && told.contains("85 % or 8500 %"), told);
        String card = """
                id: c
                rules: {r: {points: 100, inputs: {rate: {title: 达标率, unit: '%'}}, parts: {p: {of: rate, score: {formula: x * w}, weight: 100}}}}
                assign: [{rule: none}]
                items: {i: {title: 达标, rule: r, given: {rate: 1 %}}}
                views: {all: {title: 全部, root: {}, tree: [{id: n, title: 节, items: [i]}]}}
                examples:
                  - {title: 一, worked: by-hand, rows: {i: {rate: 85}}, gives: {i: {points: 85}}}
                """;
        assertEquals(1, ScorecardFile.parse(card, Format.YAML, "c").examples().size());
    }
}
