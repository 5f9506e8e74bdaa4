package io.mubiao.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.lint.RuleLint;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.rule.Example;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.work.CostBudget;
import io.mubiao.work.TooCostlyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleCheckTest {
    private static final String LAND = """
            id: r
            year: 2024
            columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}}
            indicators: {per_mu: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
            groups:
              - {id: all, weights-total: 30, items: {per_mu: {weight: 30, score: ratio, base: 24 万元/亩}}}
            ranking: {on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: 50 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            examples:
              - title: 两户
                worked: by-hand
                rows:
                  甲: {land: 10, tax: 480}
                  乙: {land: 9, tax: 100}
                gives:
                  甲: {total: 60, class: A, place: 1}
                  乙: {score_per_mu: EXPECTED, class: B}
            """;

    static Stream<Path> seeds() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("seeds/rules", "seeds/scoring", "seeds/scoring/scorecards")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                all.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        files.add(Path.of("seeds/jinan-2024/scorecard.yaml"));
        return files.stream();
    }

    private static Rule<?> read(Path file) {
        return file.startsWith("seeds/rules") ? RuleFile.read(file)
                : file.toString().contains("scorecard") ? ScorecardFile.read(file) : ScoringRuleFile.read(file);
    }

    private static List<Problem> check(Rule<?> rule) {
        return rule instanceof EvaluationRule land ? ExampleCheck.check(land)
                : rule instanceof ScoringRule scoring ? ExampleCheck.check(scoring) : ExampleCheck.check((ScorecardRule) rule);
    }

    /** Whatever an example expects, anything else is told. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedHasExamplesThatCanFail(Path file) {
        Rule<?> rule = read(file);
        assertFalse(rule.examples().isEmpty(), file.toString());
        assertEquals(List.of(), check(rule));
        List<Example> wrong = new ArrayList<>();
        int[] expected = {0};
        for (Example example : rule.examples()) {
            Map<String, Map<String, String>> gives = new LinkedHashMap<>();
            example.gives().forEach((row, values) -> {
                Map<String, String> others = new LinkedHashMap<>();
                values.forEach((name, text) -> others.put(name, text.matches("-?[0-9.]+") ? text + "1" : text.startsWith("≈")
                        ? "≈9" + text.substring(1) : text.equals("missing") ? "7" : text + "?"));
                expected[0] += others.size();
                gives.put(row, others);
            });
            wrong.add(new Example(example.title(), example.worked(), example.parameters(), example.day(), example.rows(),
                    example.earlier(), gives, example.cite()));
        }
        List<Problem> found = check(rule.toBuilder().examples(wrong).build());
        long integers = rule.examples().stream().flatMap(it -> it.gives().values().stream()).flatMap(it -> it.values().stream())
                .filter("0"::equals).count();
        assertTrue(found.size() + integers >= expected[0] && found.size() > 0, file + ": " + found.size() + " of " + expected[0]);
        assertEquals(List.of(), found.stream().map(Problem::code).filter(code -> !code.equals("EXAMPLE_DIFFERS")).toList());
    }

    private static EvaluationRule land(String expected) {
        return RuleFile.parse(LAND.replace("EXPECTED", expected), Format.YAML, "办法.yaml");
    }

    @Test
    void aRuleWhoseExampleFailsIsRefusedWithTheDifferenceAndItsLine() {
        // 30 × (100 ÷ 9) ÷ 24 = 125 ÷ 9
        assertEquals(1, land("125/9").examples().size());
        assertEquals(1, land("≈13.89").examples().size());
        Problem problem = assertThrows(InvalidDefinitionException.class, () -> land("13.89")).problems().get(0);
        assertEquals("EXAMPLE_DIFFERS", problem.code());
        assertEquals(17, problem.place().line());
        assertEquals("the example expects '乙' score_per_mu = '13.89', the rule gives '≈13.888888888889'", problem.message());
        assertEquals("算例要求“乙”的 score_per_mu 为“13.89”，按本办法算得“≈13.888888888889”", problem.message(Locale.CHINESE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "≈13.8 | EXAMPLE_DIFFERS", "14 | EXAMPLE_DIFFERS", "missing | EXAMPLE_DIFFERS", "A | BAD_EXAMPLE", "1/0 | BAD_EXAMPLE"})
    void otherNumbersAreRefused(String expected, String code) {
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> land(expected)).problems();
        assertEquals(List.of(code), problems.stream().map(Problem::code).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "乙: {score_per_mu | 丙: {score_per_mu | no enterprise '丙'", "{score_per_mu: | {score_per: | rule 'r' has no 'score_per'",
        "{land: 9, tax | {land: 9, taxes | taxes", "worked: by-hand | worked: source | needs 'source'",
        "worked: by-hand | wörked: by-hand | did you mean 'worked'?", "title: 两户 | source: x | unknown source 'x'",
        "gives: | given: | did you mean 'gives'?", "land: 9, tax: 100 | land: 0, tax: 100 | zero"})
    void whatCannotBeWorkedSaysWhy(String right, String wrong, String word) {
        String text = LAND.replace("EXPECTED", "125/9").replace(right, wrong);
        String message = String.valueOf(assertThrows(InvalidDefinitionException.class, () -> RuleFile.parse(text, Format.YAML, "r")).getMessage());
        assertTrue(message.contains(word), message);
    }

    @Test
    void aRuleWithoutExamplesIsReadAndLintSaysSoOnce() {
        String text = LAND.substring(0, LAND.indexOf("examples:"));
        EvaluationRule rule = RuleFile.parse(text, Format.YAML, "r");
        assertEquals(1, RuleLint.check(rule).stream().filter(it -> it.code().equals("NO_EXAMPLES")).count());
        assertEquals(0, RuleLint.check(land("125/9")).stream().filter(it -> it.code().equals("NO_EXAMPLES")).count());
    }

    @Test
    void theExampleOfTheReferenceHolds() throws IOException {
        String reference = Files.readString(Path.of("seeds/rules/README.md"));
        int at = reference.indexOf("examples:\n  - title");
        String example = reference.substring(at, reference.indexOf("```", at));
        String seed = Files.readString(Path.of("seeds/rules/huaian-2024.yaml")).replaceFirst("(?ms)^examples:.*", "");
        assertEquals(1, RuleFile.parse(seed + example, Format.YAML, "huaian").examples().size());
    }

    @Test
    void examplesCostWhatARollCosts(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("r.yaml"), LAND.replace("EXPECTED", "125/9"));
        assertEquals("r", RuleFile.read(file, CostBudget.DEFAULT.rows(2)).id());
        assertThrows(TooCostlyException.class, () -> RuleFile.read(file, CostBudget.DEFAULT.rows(1)));
    }
}
