package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be read of scoring rules and scorecards and is hardly meant: told, or refused. */
class ScoreTrapsTest {
    private static final String CARD = """
            id: c
            rules: {r: {points: 10, inputs: {done: {of: attainment}}, parts: {a: {of: done, score: {formula: w * x}, cap: w}}}}
            assign: [{rule: r, points: 5}]
            views: {chapter: {root: {out-of: 100, missing: skip}, levels: [{by: chapter, out-of: 100, missing: skip}]}}
            """;

    private static List<String> told(List<Problem> problems, String code) {
        return problems.stream().filter(it -> it.code().equals(code)).map(Problem::message).toList();
    }

    private static List<Problem> rule(String parts) {
        return ScoringLint.check(ScoringRuleFile.parse("id: r\npoints: 10\ninputs: {done: {of: attainment}, energy: {unit: 吨标煤, better: lower}}\n" + parts,
                Format.YAML, "r"));
    }

    private static List<Problem> card(String more) {
        return ScoringLint.check(ScorecardFile.parse(CARD + more, Format.YAML, "c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{a: {of: done, score: {steps: {of: value, below: 0, at: {50 %: 20, 100 %: 40}}}}}|MORE_THAN_FULL|the parts give up to 40 points, the item has 10",
        "{a: {of: done, score: {formula: w * x}, weight: 40}, b: {of: done, score: ratio, base: 1, weight: 40}}|MORE_THAN_FULL|the parts give up to 40 points, the item has 10",
        "{a: {of: done, score: ratio, base: 1, weight: 3}, b: {of: done, score: ratio, base: 1, weight: 4}}|LESS_THAN_FULL|the parts give at most 7 points, the item has 10",
        "{a: {of: done, score: ratio, base: 1, cap: 0.1}}|LESS_THAN_FULL|the parts give at most 0.1 points, the item has 10",
        "{a: {of: done, score: {deduction: {below: 100 %, each: 10 %, points: 1}}}}|NEVER_POSITIVE|points are only taken, so nobody has more than 0; let a part give the full points first",
        "{a: {of: done, score: ratio, base: 1, times: 80}}|FAR_FACTOR|times 80 makes 80 points of each; 80 % was probably meant",
        "{a: {of: energy, score: ratio, base: 100 吨标煤}}|WRONG_WAY|less of 'energy' is better, but more earns more points; write better: lower in the part",
        "{a: {of: done, score: {rank-points: {step: 5 %}}}}|NO_PLACE|points by place are given to 'done', which is no place; write of: place(\"done\")",
        "{a: {of: done, score: ratio, base: 100}}|MARK_OF_SHARE|a share is marked at 100, which is 10000 %; 100 % was probably meant",
        "{a: {of: done, score: ratio, base: 1, gate: done >= 60}}|MARK_OF_SHARE|a share is marked at 60, which is 6000 %; 60 % was probably meant",
        "'{a: {of: done, score: {formula: \"if(met and done < 90, w, 0)\"}}}'|MARK_OF_SHARE|a share is marked at 90, which is 9000 %; 90 % was probably meant"})
    void ofAScoringRule(String parts, String code, String message) {
        assertEquals(List.of(message), told(rule("parts: " + parts + "\n"), code));
    }

    @Test
    void aVetoOfAShareIsLookedAtToo() {
        assertEquals(1, told(rule("parts: {a: {of: done, score: ratio, base: 1}}\nvetoes: {v: {when: done < 60, grade: 差}}\n"), "MARK_OF_SHARE").size());
    }

    @Test
    void whatIsMeantIsNotTold() {
        List<Problem> problems = rule("""
                parts:
                  full: {of: done, score: ratio, base: 100 %, cap: w}
                  more: {of: done, score: {bonus: {above: 100 %, each: 10 %, points: 1}}, cap: 2}
                  less: {of: energy, better: lower, score: {deduction: {above: 5 吨标煤, each: 1 吨标煤, points: 1}}}
                """);
        assertTrue(problems.stream().noneMatch(it -> List.of("MORE_THAN_FULL", "LESS_THAN_FULL", "NEVER_POSITIVE", "WRONG_WAY", "MARK_OF_SHARE")
                .contains(it.code())), problems.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'grades: {order: [优, 差], bands: {优: \">= 90 %\", 差: \"< 90 %\"}}'|FAR_MARK|grades are given to points out of 100, and 0.9 is 0.9 points; 90 was probably meant",
        "'grades: {order: [优, 差], bands: {优: \">= 900\", 差: \"< 900\"}}'|FAR_MARK|grades are given to points out of 100, and nobody reaches 900",
        "'lights: {order: [绿, 红], of: attainment, bands: {绿: \">= 90\", 红: \"< 90\"}}'|MARK_OF_SHARE|a share is marked at 90, which is 9000 %; 90 % was probably meant",
        "'lights: {order: [绿, 红], of: points_behind, bands: {绿: \"> 10\", 红: \"<= 10\"}}'|WRONG_WAY|by the order given, whoever is worse by 'points_behind' has the better light",
        "'lights: {order: [绿, 红], of: attainment, bands: {绿: \"< 90 %\", 红: \">= 90 %\"}}'|WRONG_WAY|by the order given, whoever is worse by 'attainment' has the better light"})
    void ofAScorecard(String more, String code, String message) {
        assertEquals(List.of(message), told(card(more + "\n"), code));
    }

    @Test
    void anAssignmentBehindOneOfAllTargetsIsNeverUsed() {
        String two = CARD.replace("[{rule: r, points: 5}]", "[{rule: r, points: 5}, {when: strength >= 4, rule: r, points: 10}]");
        assertEquals(1, told(ScoringLint.check(ScorecardFile.parse(two, Format.YAML, "c")), "UNREACHABLE").size());
        String wider = CARD.replace("[{rule: r, points: 5}]", "[{when: strength >= 3, rule: r, points: 5}, {when: strength >= 4, rule: r, points: 10}, {rule: r}]");
        assertEquals(List.of("whoever meets 'strength >= 4' meets 'strength >= 3' before it, so this one is never used"),
                told(ScoringLint.check(ScorecardFile.parse(wider, Format.YAML, "c")), "UNREACHABLE"));
        String narrower = wider.replace("strength >= 3", "strength >= 5");
        assertEquals(List.of(), told(ScoringLint.check(ScorecardFile.parse(narrower, Format.YAML, "c")), "UNREACHABLE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'points: 10\nparts: {a: {of: attainment, score: {deduction: {below: 100 %, each: 0, points: 1}}}}'|a unit must be above 0, got 0",
        "'points: 10\nparts: {a: {of: attainment, score: {full-less: {below: 100 %, each: -1 %, points: 1}}}}'|a unit must be above 0, got -1 %",
        "'points: -10\nparts: {a: {of: attainment, score: {formula: w * x}}}'|full points are not negative, got -10",
        "'points: 10\nparts: {a: {score: {formula: if(met, w, 0)}}}'|put quotes around what has commas",
        "'满分: 10\nparts: {a: {of: attainment, score: {formula: w * x}}}'|did you mean 'points'?"})
    void whatMeansNothingIsRefused(String parts, String message) {
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> ScoringRuleFile.parse("id: r\n" + parts + "\n", Format.YAML, "r")).problems();
        String all = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
        assertEquals(1, problems.size(), all);
        assertTrue(all.contains(message), all);
    }
}
