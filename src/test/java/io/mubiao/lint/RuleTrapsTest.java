package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTrapsTest {
    private static final Set<String> TRAPS = Set.of("FLAT_SCORE", "CAP_NEVER_BINDS", "FLOOR_SWALLOWS", "NEVER_REACHED", "EMPTY_CLASS", "MAGNITUDE",
            "WRONG_WAY", "SAME_FOR_ALL");

    private static String land(String item, String classes) {
        return """
                id: r
                year: 2024
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元, negative: true}, kind: {title: 行业, kind: text}}
                indicators: {i: {formula: tax / land, unit: 万元/亩}}
                groups:
                  - {id: all, weights-total: 20, items: {i: {weight: 20, %s}}}
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B, C], %s}
                """.formatted(item, classes);
    }

    private static List<Problem> traps(List<Problem> found) {
        return found.stream().filter(it -> TRAPS.contains(it.code())).toList();
    }

    private static String codes(List<Problem> found) {
        return traps(found).stream().map(it -> it.code() + " " + it.place().path()).distinct().collect(Collectors.joining(", "));
    }

    private static EvaluationRule rule(String item, String classes) {
        return RuleFile.parse(land(item, classes), Format.YAML, "r");
    }

    private static final String SCORE = "score: ratio, base: 10 万元/亩, cap: 20, floor: 0";
    private static final String RANK = "by: rank, cuts: {A: 20 %, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "score: ratio, base: 10 万元/亩, cap: 20, floor: 0 | ",
        "'score: {steps: {of: value, below: 5, at: {10 万元/亩: 5, 20 万元/亩: 5}}}' | FLAT_SCORE",
        "'score: {steps: {of: value, below: 0, at: {10 万元/亩: 5, 20 万元/亩: 10}}}, cap: 20' | CAP_NEVER_BINDS",
        "'score: {steps: {of: value, below: 0, at: {10 万元/亩: 5, 20 万元/亩: 10}}}, cap: 0.5 * w' | ",
        "'score: {steps: {of: value, below: -3, at: {10 万元/亩: 5}}}, floor: 0' | FLOOR_SWALLOWS",
        "'score: ratio, base: 10 万元/亩, negative: -3, floor: 0' | FLOOR_SWALLOWS",
        "'score: ratio, base: 10 万元/亩, negative: -3, floor: -3' | ",
        "'score: {formula: w}' | FLAT_SCORE",
        "'score: {curve: {at: {10 万元/亩: 5, 20 万元/亩: 5}}}' | FLAT_SCORE"})
    void itemsThatReadWellAndDoNothing(String item, String found) {
        String path = found == null ? "" : found + " groups.all.items.i";
        assertEquals(path, codes(RuleLint.check(rule(item, RANK))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "by: score, at-least: {A: 15, B: 10} | ",
        "'by: tests, tests: {A: i >= 10 万元/亩, B: i >= 20 万元/亩}' | EMPTY_CLASS classes.tests.B",
        "'by: tests, tests: {A: i >= 20 万元/亩, B: i >= 10 万元/亩}' | ", "'by: tests, tests: {A: i > 10 万元/亩, B: i >= 10 万元/亩}' | ",
        "'by: rank, cuts: {A: 20 %, B: 20 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative floor' | EMPTY_CLASS classes.cuts"})
    void classesThatStayEmptyForEveryRoll(String classes, String found) {
        assertEquals(found == null ? "" : found, codes(RuleLint.check(rule(SCORE, classes))));
    }

    @Test
    void groupsAndLabelsThatNobodyGetsTo() {
        String text = land(SCORE, RANK).replace("ranking:", "  - {id: small, when: land < 3 亩, weights-total: 20, items: {i: {weight: 20, " + SCORE
                + "}}}\nlabels: {size: {choices: [{label: 大}, {label: 小, when: land < 3 亩}]}}\nranking:");
        List<Problem> found = traps(RuleLint.check(RuleFile.parse(text, Format.YAML, "r")));
        assertEquals("NEVER_REACHED groups.small, NEVER_REACHED labels.size", codes(found));
        assertEquals("没有企业会归到这里：前面的“all”已包括全部企业", found.get(0).message(Locale.CHINESE));
    }

    @Test
    void aRollShowsConstantsInTheWrongUnitFlatScoresAndEmptyClasses() {
        EvaluationRule rule = rule("score: ratio, base: 10 元/亩, cap: 20, floor: 0", "by: score, at-least: {A: 15, B: 10}");
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < 20; i++) {
            roll.add("企" + i, Map.of("land", "10", "tax", String.valueOf(80 + i)));
        }
        List<Problem> found = traps(RuleLint.check(LandAssessor.of(rule).evaluate(roll.build())));
        assertEquals("FLAT_SCORE groups.all.items.i, MAGNITUDE groups.all.items.i.base, EMPTY_CLASS classes", codes(found));
        assertTrue(found.get(1).message().contains("has 9 where 'base' is 0.001 万元/亩"), found.get(1).message());
        EvaluationRule right = rule("score: ratio, base: 9 万元/亩, cap: 30, floor: 0", RANK);
        assertEquals("", codes(RuleLint.check(LandAssessor.of(right).evaluate(roll.build()))));
    }

    @Test
    void partsOfScoringRules() {
        String head = "id: r\npoints: 10\nparts: {a: {of: attainment, ";
        assertEquals("FLOOR_SWALLOWS parts.a", codes(ScoringLint.check(ScoringRuleFile.parse(head
                + "score: {deduction: {below: 1, each: 10 %, points: 1}}, floor: 0}}", Format.YAML, "r"))));
        assertEquals("CAP_NEVER_BINDS parts.a", codes(ScoringLint.check(ScoringRuleFile.parse(head
                + "score: {steps: {of: value, below: 0, at: {100 %: 8}}}, cap: w}}", Format.YAML, "r"))));
    }

    @Test
    void sourcesThatLackAreToldOnceARule() {
        List<Problem> found = RuleLint.check(rule(SCORE, RANK));
        assertEquals(List.of("neither a source nor an assumption stands beside 3 parts, and the rule names no document"),
                found.stream().filter(it -> it.code().equals("NO_SOURCE")).map(Problem::message).toList());
        assertTrue(found.size() <= 6, found.toString());
    }

    @Test
    void assumptionsAreToldOnceARule() {
        String text = land(SCORE + ", assumption: 依惯例", RANK + ", assumption: 来源未写").replace("ranking: {", "ranking: {assumption: 依惯例, ");
        assertEquals(List.of("we assume, of 3 parts: groups.all.items.i, ranking: 依惯例; classes: 来源未写"), assumptions(text));
        assertEquals(List.of("we assume: 依惯例"), assumptions(land(SCORE + ", assumption: 依惯例", RANK)));
        String cited = "id: r\npoints: 10\nparts: {a: {of: attainment, score: {formula: w * x}, assumption: 甲}, b: {of: attainment, score: {formula: w * x}, assumption: 乙}}";
        assertEquals(List.of("we assume, of 2 parts: parts.a: 甲; parts.b: 乙"), ScoringLint.check(ScoringRuleFile.parse(cited, Format.YAML, "r")).stream()
                .filter(it -> it.code().equals("ASSUMPTION")).map(Problem::message).toList());
    }

    private static List<String> assumptions(String text) {
        return RuleLint.check(RuleFile.parse(text, Format.YAML, "r")).stream().filter(it -> it.code().equals("ASSUMPTION")).map(Problem::message).toList();
    }

    /** The shipped rules are free of traps. */
    @Test
    void seedsHaveNoTraps() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("seeds/rules"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                assertEquals("", codes(RuleLint.check(RuleFile.read(file))), file.toString());
            }
        }
        try (Stream<Path> files = Files.list(Path.of("seeds/scoring"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                assertEquals("", codes(ScoringLint.check(ScoringRuleFile.read(file))), file.toString());
            }
        }
    }
}
