package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad scoring rules are refused whole, every problem with its line and path; what the format can say. */
class ScoringRuleFileTest {
    private static ScoringRule read(String text) {
        return ScoringRuleFile.parse(text, Format.YAML, "rule.yaml");
    }

    private static ScoringRule rule(String body) {
        return read("id: r\npoints: 10\n" + body.replace(";; ", "\n"));
    }

    private static List<Problem> problems(String text) {
        return Assertions.assertThrows(InvalidDefinitionException.class, () -> read(text)).problems();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "partz: {a: {score: {formula: w}}} | has no field 'partz'; did you mean 'parts'?",
        "parts: {a: {score: {formla: w}}} | has no field 'formla'; did you mean 'formula'?",
        "parts: {a: {of: done, score: {formula: w * x}}} | unknown name 'done'",
        "parts: {a: {of: b, score: {formula: x}}, b: {score: {formula: w}}} | unknown name 'b'",
        "parts: {a: {of: a, score: {formula: x}}} | unknown name 'a'",
        "derived: {p: {formula: q}, q: {formula: p}};; parts: {a: {score: {formula: w}}} | unknown name 'q'",
        "inputs: {a: {}};; parts: {a: {score: {formula: w}}} | the name 'a' is taken",
        "parameters: {k: {value: 1}};; derived: {k: {formula: 1}};; parts: {a: {score: {formula: w}}} | the name 'k' is taken",
        "derived: {met: {formula: 1}};; parts: {a: {score: {formula: w}}} | the name 'met' is taken",
        "parts: {a: {parts: {b: {score: {formula: w}}}}, b: {score: {formula: w}}} | the name 'b' is taken",
        "parts: {points: {score: {formula: w}}} | the name 'points' is taken",
        "parts: {a: {score: {formula: w}, parts: {b: {score: {formula: w}}}}} | needs either 'score' or 'parts'",
        "parts: {a: {score: {formula: w * x}}} | part 'a' needs 'of'",
        "parts: {a: {of: attainment, score: ratio}} | its score needs 'base'",
        "parts: {a: {of: attainment, score: stepz}} | unknown score 'stepz'",
        "parts: {a: {of: attainment, score: {formula: x > 1}}} | or no number",
        "parts: {a: {of: status, score: {formula: x}}} | is a text, expected a number",
        "parts: {a: {of: met, score: {formula: x}}} | gives yes or no, expected a number",
        "inputs: {a: {unit: 亩}};; parts: {b: {of: a, score: {formula: x}}} | gives unit '亩', expected a plain number",
        "inputs: {a: {unit: 亩}};; parts: {b: {of: a, score: {formula: \"if(x > 3 万元, w, 0)\"}}} | do not convert",
        "inputs: {a: {unit: 匹}};; parts: {b: {of: a, score: {formula: x}}} | 匹",
        "inputs: {a: {of: attainmen}};; parts: {b: {of: a, score: {formula: x}}} | unknown reading 'attainmen'",
        "inputs: {a: {of: met, kind: number}};; parts: {b: {score: {formula: w}}} | is a NUMBER, but met is a FLAG",
        "parts: {a: {of: place(\"attainment\"), score: {rank-points: {step: 5 %}}}} | the rule must decide ties",
        "parts: {a: {of: lowest(\"met\"), score: {formula: x}}} | expected a NUMBER",
        "parts: {a: {of: attainment, score: {bands: {at: {\"< 60 %\": 0, \"> 60 %\": w}}}}} | no band holds = 0.6",
        "parts: {a: {of: attainment, score: {bands: {at: {\"<= 60 %\": 0, \">= 60 %\": w}}}}} | = 0.6 lies in both",
        "parts: {a: {of: attainment, score: {bands: {at: {\"60-80\": 0}}}}} | not an interval: '60-80'",
        "parts: {a: {of: attainment, score: {steps: {of: value, below: 0, at: {90 %: 1, 80 %: 2}}}}} | thresholds must rise",
        "inputs: {g: {kind: text}};; parts: {a: {of: g, score: {words: {}}}} | words must not be empty",
        "inputs: {g: {}};; parts: {a: {of: g, score: {words: {at: {优: w}}}}} | no text column",
        "parts: {a: {score: {formula: w}, gate: attainment}} | expected a test",
        "parts: {a: {score: {formula: w}, cap: v}} | unknown name 'v'",
        "parts: {a: {score: {formula: w}, round: two}} | two",
        "parts: {a: {score: {formula: w}}};; vetoes: {v: {when: done < 1, grade: 差}} | unknown name 'done'",
        "parts: {a: {score: {formula: w}}};; vetoes: {v: {when: missed}} | needs field 'grade'",
        "parts: {a: {score: {formula: w}}};; status: maybe | unknown word 'maybe'; expected one of published, unverified",
        "parameters: {k: {value: 1, at-least: 2}};; parts: {a: {score: {formula: k}}} | must be at least 2, got 1",
        "parts: [a] | must be an object of names",
        "parts: {a: {of: undefined(1), score: {formula: x}}} | takes a text that says why"})
    void whatIsWrongIsNamed(String body, String message) {
        Refusal.naming(InvalidDefinitionException.class, () -> rule(body), message, "rule.yaml:");
    }

    @Test
    void everyProblemIsListedWithItsLineAndPath() {
        List<Problem> problems = problems("""
                id: r
                points: many
                parts:
                  a: {of: attainment, score: {formula: w * x}, capp: w}
                  b: {of: attainment, score: {bands: {at: {"< 1": 0}}}}
                duties: {d: {}}
                """);
        assertEquals(List.of("2 points", "4 parts.a.capp", "5 parts.b.score.bands.at", "6 duties.d"), problems.stream()
                .map(problem -> problem.place().line() + " " + problem.place().path()).toList(), problems::toString);
    }

    @Test
    void formulasAreAllCheckedAndStandAtTheirPart() {
        List<Problem> problems = problems("""
                id: r
                points: 10
                derived:
                  rate: {formula: done / goal}
                parts:
                  a: {of: none, score: {formula: w * x}}
                  b: {parts: {c: {of: rate, score: {formula: x * nothing}}}}
                vetoes:
                  v: {when: nobody, grade: 差}
                """);
        assertEquals(List.of("4 derived.rate", "6 parts.a", "7 parts.b.parts.c", "9 vetoes.v"), problems.stream()
                .map(problem -> problem.place().line() + " " + problem.place().path()).toList(), problems::toString);
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(delimiter = '|', value = {
        "score: {words: {at: {优: w, 良: 0.8 * w}, otherwise: 0}}, of: band | band=良 | 8",
        "score: {words: {at: {优: w, 良: 0.8 * w}, otherwise: 0}}, of: band | band=差 | 0",
        "score: {bands: {at: {\"< 60\": 0, \"[60, 80)\": x / 10, \">= 80\": w}}}, of: value | value=70 | 7",
        "score: {bands: {at: {\"< 60\": 0, \">= 60\": w}, round: 0 half-up}}, of: value | value=59.5 | 10",
        "score: {steps: {of: value, below: 0, at: {1: 50, 2: 100}}}, times: w / 100, of: value | value=1.5 | 5",
        "score: {efficacy: 60 %}, of: value, low: 5, high: 5, zero-divisor: w | value=5 | 10",
        "score: {formula: w * x}, of: value, missing: 2 | | 2",
        "score: {formula: w * x}, of: value, missing: 2, cap: 1 | | 1",
        "score: {formula: w * x}, of: value, gate: x >= 0.5 | value=0.4 | 0",
        "score: {formula: w * x}, of: value, gate: {when: x >= 0.5, else: 1} | value=0.4 | 1",
        "score: {formula: w * x}, of: value, gate: value >= 0.5, times: 0.5 | value=0.6 | 3",
        "parts: {b: {of: value, score: {formula: x}}, c: {of: value, score: {formula: 2 * x}}}, times: 2, cap: w | value=1 | 6",
        "score: {formula: \"if(as_of > plus_months(deadline, 3), 0, w)\"} | as_of=2024-07-01; deadline=2024-03-31 | 0",
        "score: {formula: \"if(as_of > plus_months(deadline, 3), 0, w)\"} | as_of=2024-06-30; deadline=2024-03-31 | 10",
        "score: {formula: \"if(month <= 6, w / 2, w)\"} | month=6 | 5",
        "score: {formula: \"if(kind in (\\\"milestone\\\", \\\"stage-count\\\"), 1, 2)\"} | kind=amount | 2"})
    void whatAPartCanSay(String part, String inputs, String points) {
        ScoringRule rule = rule("inputs: {value: {}, band: {kind: text}}\nparts: {a: {" + part + "}}");
        Given given = Given.of();
        for (String pair : inputs == null ? new String[0] : inputs.split("; ", -1)) {
            given = given.with(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        assertEquals(Optional.of(Rational.parse(points)), rule.score(given).points(), rule.score(given)::absence);
        assertEquals(rule.score(given).points().orElseThrow(),
                rule.score(given).trace().orElseThrow().replay().amount());
    }

    @Test
    void derivedQuantitiesHaveUnitsAndCountNoPoints() {
        ScoringRule rule = rule("""
                inputs: {road: {unit: 亩}, cost: {unit: 万元}}
                derived:
                  unit_cost: {formula: cost / road, unit: 万元/亩}
                parts: {a: {score: {formula: "if(unit_cost <= 50 万元/亩, w, 0)"}}}
                """);
        assertEquals(Optional.of(Rational.of(10)), rule.score("road", "2000 平方米", "cost", "150 万元").points());
        assertEquals("[a]", rule.score("road", "3 亩", "cost", "1 亿元").parts().keySet().toString());
        assertEquals("ZERO_DIVISOR(road)", rule.score("road", "0 亩", "cost", "1 亿元").absence());
    }

    @Test
    void aDeclaredHoleHasNoPointsAndSaysSo() {
        ScoringRule rule = rule("parts: {a: {of: attainment, missing: 0, score: {bands: {at: {\"< 1\": 0, \"> 1\": w}, "
                + "holes: [\"= 1\"]}}}}");
        assertEquals(Optional.empty(), rule.score("attainment", "100 %").points());
        assertTrue(rule.score("attainment", "100 %").absence().equals("UNDEFINED(no points in the document for '= 1')"));
        assertEquals(Optional.of(Rational.ZERO), rule.score().points());
    }
}
