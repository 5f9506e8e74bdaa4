package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody should look at in scoring rules and scorecards. */
class ScoringLintTest {
    private static final Path FOLDER = Path.of("seeds/scoring");

    private static Set<String> codes(List<Problem> problems) {
        return problems.stream().filter(problem -> !problem.code().equals("NO_EXAMPLES")).map(problem -> problem.code() + " " + problem.place().path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rule(String body) {
        return codes(ScoringLint.check(ScoringRuleFile.parse("id: r\npoints: 10\nsources: [{id: s, title: t}]\n" + body,
                Format.YAML, "test")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "parts: {a: {of: attainment, score: {formula: w * x}, source: s}} | ",
        "parts: {a: {of: attainment, score: {formula: w * x}}} | NO_SOURCE parts.a",
        "parts: {a: {of: attainment, score: {formula: w * x}, source: t}} | UNKNOWN_SOURCE parts.a",
        "parts: {a: {of: attainment, score: {formula: w * x}, assumption: why}} | ASSUMPTION parts.a",
        "parts: {a: {of: attainment, base: 2, score: ratio, source: s}} | NO_CAP parts.a, ZERO_DIVISOR parts.a",
        "parts: {a: {of: attainment, base: 2, score: ratio, cap: w, zero-divisor: 0, source: s}} | ",
        "parts: {a: {of: attainment, score: {bonus: {above: 1, each: 1, points: 1}}, times: w, source: s}} | NO_CAP parts.a",
        "parts: {a: {of: attainment, score: {formula: 5 * x}, source: s}} | FIXED_POINTS points",
        "inputs: {u: {}, p: {}};; parts: {a: {of: lowest(\"p\"), score: {formula: w * x}, source: s}} | UNUSED inputs.u",
        "parameters: {k: {title: t, source: s}};; parts: {a: {score: {formula: k * w}, source: s}} | OPEN_PARAMETER parameters.k",
        "status: unverified;; parts: {a: {score: {formula: w}, source: s}} | UNVERIFIED status",
        "vetoes: {v: {when: missed, grade: 差}};; parts: {a: {score: {formula: w}, source: s}} | NO_SOURCE vetoes.v",
        "parts: {a: {of: attainment, score: {bands: {at: {\"< 1\": 0, \"> 1\": w}, holes: [\"= 1\"]}}, source: s}} | HOLE parts.a"})
    void findingsOfAScoringRule(String body, String found) {
        assertEquals(found == null ? "" : found, String.join(", ", rule(body.replace(";; ", "\n"))));
    }

    private static Set<String> card(String body) {
        return codes(ScoringLint.check(ScorecardFile.parse("""
                id: c
                sources: [{id: s, title: t}]
                rules: {fixed: {points: 10, sources: [{id: s, title: t}], parts: {a: {of: attainment, score: {formula: 10 * x}, source: s}}}}
                """ + body, Format.YAML, "test")));
    }

    @Test
    void findingsOfAScorecard() {
        assertEquals(Set.of("FIXED_POINTS rules.fixed.points", "FIXED_POINTS assign[0]", "HOLE grades", "NO_SOURCE grades",
                "UNROUNDED views.all.levels[0]", "TEMPLATE status"), card("""
                status: template
                assign: [{rule: fixed, points: 5}]
                views: {all: {root: {graded: no}, levels: [{by: chapter}]}}
                grades: {order: [好, 坏], bands: {好: "> 6", 坏: "< 6"}, holes: ["= 6"]}
                """));
    }

    @Test
    void roundingTwiceBeforeGrading() {
        assertTrue(card("""
                assign: [{rule: fixed}]
                views: {all: {root: {round: 2 half-up}, levels: [{by: chapter, graded: no}]}}
                grades: {order: [好, 坏], bands: {好: ">= 6", 坏: "<= 5"}, round: 0 half-up, source: s}
                """).contains("ROUNDED_TWICE views.all.root"));
    }

    @Test
    void whatIsShippedSaysWhatIsOpen() {
        assertTrue(codes(ScoringLint.check(ScoringRuleFile.read(FOLDER.resolve("c07-base-share.yaml"))))
                .contains("OPEN_PARAMETER parameters.multiple"));
        assertTrue(codes(ScoringLint.check(ScorecardFile.read(FOLDER.resolve("scorecards/mof-self-evaluation.yaml"))))
                .containsAll(Set.of("UNVERIFIED rules.quantity.status", "TEMPLATE status")));
    }

    @Test
    void marksOfAShareWithoutTheirPercentAreDoubtedWhereverTheyStand() {
        for (String score : java.util.List.of("{steps: {of: value, below: 0, at: {50: 20, 80: 30}}}",
                "{curve: {at: {60: 0, 100: 30}}}", "{bonus: {above: 100, each: 1 %, points: 1}}",
                "{full-less: {below: 100, each: 1 %, points: 1}}")) {
            java.util.List<String> told = marks(score);
            assertEquals(1, told.size(), score);
            assertTrue(told.get(0).contains("% was probably meant"), told::toString);
            assertEquals(java.util.List.of(), marks(score.replace("50:", "50 %:").replace("80:", "80 %:").replace("60:", "60 %:")
                    .replace("100:", "100 %:").replace("above: 100", "above: 100 %").replace("below: 100", "below: 100 %")));
        }
    }

    private static java.util.List<String> marks(String score) {
        return ScoringLint.check(ScoringRuleFile.parse("id: r\npoints: 30\nparts: {done: {of: attainment, score: " + score
                + ", assumption: a}}\n", Format.YAML, "r")).stream().filter(it -> it.code().equals("MARK_OF_SHARE"))
                .map(it -> it.message()).toList();
    }
}
