package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file with any problem is refused with all of them at once, each with its line and path, in plain words. */
class RuleFileProblemsTest {
    private static List<Problem> problems(String yaml) {
        return assertThrows(InvalidDefinitionException.class, () -> RuleFile.parse(yaml, Format.YAML, "rule.yaml")).problems();
    }

    private static List<String> told(String yaml) {
        return problems(yaml).stream().map(it -> it.place().line() + " " + it.place().path() + " " + it.code()).toList();
    }

    @Test
    void everyOpenDecisionIsListedAtOnce() {
        assertEquals(List.of("6 baselines.p UNDECIDED", "6 baselines.p UNDECIDED", "6 baselines.p UNDECIDED", "7 groups[0] UNDECIDED",
                "8 ranking UNDECIDED", "8 ranking UNDECIDED", "8 ranking UNDECIDED", "9 classes UNDECIDED", "9 classes UNDECIDED",
                "10 overrides UNDECIDED"), told("""
                id: t
                year: 2022
                columns: {land: {unit: 亩}, tax: {unit: 万元}}
                indicators: {t: {formula: tax / land, unit: 万元/亩}}
                baselines:
                  p: {of: t, kind: percentile}
                groups: [{id: all, items: {t: {weight: 50, score: ratio, base: p}}}]
                ranking: {}
                classes: {order: [A, B], by: rank, quota-rounding: each half-up, cuts: {A: 20 %, B: 100 %}}
                overrides: [{id: up, when: tax > 3 万元, set: A}]
                """));
    }

    @Test
    void whatCannotBeReadAndWhatDoesNotFitAreToldTogetherAndOnlyOnce() {
        assertEquals(List.of("2 yaer UNKNOWN_FIELD", "3 columns.land.tilte UNKNOWN_FIELD", "3 columns.n.decimals BAD_VALUE",
                "4 derived.a CIRCLE", "4 derived.c CIRCLE", "4 derived.d BAD_RULE", "5 indicators.t BAD_RULE", "5 indicators.u UNKNOWN_NAME",
                "7 groups[0].items WEIGHTS", "9 groups[2] DUPLICATE"),
                told("""
                id: t
                yaer: 2022
                columns: {land: {unit: 亩, tilte: 地}, tax: {unit: 万元}, kwh: {unit: kWh}, n: {decimals: 2.5}}
                derived: {a: {formula: b + 1}, b: {formula: a + 1}, c: {formula: c}, d: {formula: tax + kwh, unit: 万元}, e: {formula: land, unit: 亩}}
                indicators: {t: {formula: taxx / kwh, unit: 万元/kWh}, u: {formula: tax, unit: 万元, source: nowhere}}
                groups:
                  - {id: g, weights-total: 100, items: {u: {weight: 90, score: ratio, base: 3 万元}}}
                  - {id: h, rank-on: u}
                  - {id: h, rank-on: u}
                year: 2022
                """));
    }

    @Test
    void aPartThatLeansOnOneThatCannotBeReadIsNotToldAgain() {
        assertEquals(List.of("3 columns.s.unit BAD_VALUE", "8 classes.by BAD_VALUE", "9 ranking.ties BAD_VALUE"), told("""
                id: t
                year: 2022
                columns: {s: {unit: 万圆}}
                derived: {d: {formula: 2 * s, unit: 万元}}
                indicators: {i: {formula: d, unit: 万元}}
                baselines: {b: {of: i, kind: mean, population: graded}}
                groups: [{id: g, weights-total: 10, items: {i: {weight: 10, score: ratio, base: b}}}]
                classes: {order: [A, B], by: rnak, cuts: {A: 20 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative floor}
                ranking: {by: [], on: rounded, ties: best, small-groups: none}
                overrides: [{id: o, when: s > 3 万元, set: A}]
                refill: false
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "small-groups: {under: ten, join: x}|found 'ten', expected a whole number",
        "bounds: [A]|bounds must be an object by class, got a list",
        "bounds: {A: at-most 20}|the bound of class 'A' must be from 0 % to 100 %, got 2000 %",
        "bounds: {E: at-most 20 %}|unknown class 'E'; expected one of [A, B]",
        "cuts: {A: 60 %, B: 50 %}|cuts are cumulative and must not fall, got 50 % for class 'B' after 60 %",
        "cuts: {A: 60 %, B: 90 %}|cuts must end with 100 %, got 90 %",
        "remainder: A|cumulative rounding has no remainder class",
        "quota-rounding: each floor|the rule must decide remainder: the class that takes what is left where each class is rounded, one of [A, B]"})
    void wrongValuesAreNamedWithWhatIsExpected(String change, String expected) {
        String yaml = """
                id: t
                year: 2022
                columns: {s: {}}
                indicators: {i: {formula: s}}
                groups: [{id: g, rank-on: i}]
                ranking:
                  on: rounded
                  ties: dense
                  small-groups: none
                classes:
                  order: [A, B]
                  by: rank
                  cuts: {A: 20 %, B: 100 %}
                  quota-base: ranked
                  quota-rounding: cumulative floor
                """;
        String key = change.substring(0, change.indexOf(':'));
        String changed = yaml.contains("  " + key + ":") ? yaml.replaceAll("  " + key + ":.*", "  " + change)
                : yaml + "  " + change + "\n";
        assertEquals(List.of(expected), problems(changed).stream().map(Problem::message).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rates: {A: []}|class 'A' needs a rate, or one a year",
        "fractions: half|fractions must be an object by class, got 'half'",
        "stacking: {max-with: s, sum-with: s}|stacking is either max-with or sum-with another rate, not both"})
    void wrongConsequencesAreRefused(String change, String expected) {
        String rates = change.startsWith("rates") ? "" : "\n    rates: {A: 5 %}";
        String yaml = "id: t\nyear: 2022\ncolumns: {s: {}}\nconsequences:\n  - id: c\n    kind: relief\n    base: s * 1 元\n"
                + "    rate-unit: '%'" + rates + "\n    " + change + "\n";
        assertTrue(problems(yaml).stream().map(Problem::message).toList().contains(expected), problems(yaml).toString());
    }

    @Test
    void aCapBelowItsFloorIsRefused() {
        assertEquals(List.of("the cap 10 is below the floor 20"), problems("""
                id: t
                year: 2022
                columns: {s: {}}
                indicators: {i: {formula: s}}
                groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1, cap: 0.5 * w, floor: w}}}]
                """).stream().map(Problem::message).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bonuses: {a: {points: -30, limit: -10}}", "bonuses: {a: {points: 5, limit: -10}}",
        "parameters: {most: {value: -10}}\nbonuses: {a: {points: 5, limit: most}}",
        "bonuses: {a: {points: 5, category: c}}\ncategory-limits: {c: -10}"})
    void aLimitIsASizeSoANegativeOneIsRefused(String bonuses) {
        List<Problem> problems = problems("""
                id: t
                year: 2022
                columns: {s: {}}
                indicators: {i: {formula: s}}
                groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
                """ + bonuses);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).message().startsWith("a limit is a size")
                && problems.get(0).message().contains("write 10"), problems.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"id: t\\n  year: 2022|indented more than line 1", "id: [t\\n|the file ends too early",
        "id: t\\nyear: \"2022|a quote is opened here"})
    void syntaxErrorsHaveNoInsidesOfTheReader(String yaml, String expected) {
        Problem problem = problems(yaml.replace("\\n", "\n")).get(0);
        assertEquals("SYNTAX", problem.code());
        assertTrue(problem.message().contains(expected) && !problem.message().contains("reader"), problem.message());
        assertTrue(problem.place().line() >= 1);
    }
}
