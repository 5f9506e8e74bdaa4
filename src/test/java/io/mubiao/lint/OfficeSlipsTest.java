package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips of offices in scoring rules and scorecards that read well and score something else: each told with what was probably meant. */
class OfficeSlipsTest {
    private static final String CARD = """
            id: c
            rules: {r: {points: 10, inputs: {done: {of: attainment}}, parts: {a: {of: done, score: {formula: w * x}, cap: w}}}}
            """;
    private static final String VIEW = "views: {v: {root: {missing: skip}, levels: [{by: owner}]}}\n";
    private static final String GRADES = "grades: {order: [优, 差], bands: {优: '>= 60', 差: '< 60'}}\n";

    private static List<String> told(List<Problem> problems, String code) {
        return problems.stream().filter(it -> it.code().equals(code)).map(Problem::message).toList();
    }

    private static List<Problem> rule(String parts) {
        return ScoringLint.check(ScoringRuleFile.parse("id: r\npoints: 10\nties: best-place\n"
                + "inputs: {talks: {}, cost: {better: lower}, rate: {unit: \"%\"}}\nparts:" + (parts.startsWith("{") ? " " : "\n") + parts + "\n", Format.YAML, "r"));
    }

    private static List<Problem> card(String more) {
        return ScoringLint.check(ScorecardFile.parse(CARD + (more.contains("assign:") ? "" : "assign: [{rule: r, points: 5}]\n")
                + (more.contains("views:") ? "" : VIEW) + more + "\n", Format.YAML, "c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{a: {of: attainment, score: {steps: {of: value, below: 10, at: {80 %: 5, 100 %: 0}}}}}|more of 'attainment' is better, but more of it gives fewer points; the points 0, 5, 10 were probably meant",
        "{a: {of: talks, score: {steps: {of: value, below: 10, at: {1: 5, 3: 0}}}}}|more of 'talks' is better, but more of it gives fewer points; the points 0, 5, 10 were probably meant; where less is better write better: lower at the input",
        "{a: {of: cost, score: {steps: {of: value, below: 0, at: {1: 5, 3: 10}}}}}|less of 'cost' is better, but more of it gives more points; the points 10, 5, 0 were probably meant",
        "{a: {of: attainment, score: {curve: {at: {50 %: 10, 100 %: 0}}}}}|more of 'attainment' is better, but more of it gives fewer points",
        "{a: {of: attainment, score: {bands: {at: {'>= 90 %': 0, '< 90 %': w}}}}}|more of 'attainment' is better, but more of it gives fewer points",
        "{a: {of: points_behind, score: {bonus: {above: 0, each: 1, points: 1}}, cap: w}}|less of 'points_behind' is better, but more of it gives more points",
        "{a: {of: attainment, score: {deduction: {above: 100 %, each: 1 %, points: 1}}}}|more of 'attainment' is better, but more of it gives fewer points",
        "'{a: {of: place(\"talks\"), score: {places: {points: [4, 6, 10], others: 12}}}}'|less of 'place(\"talks\")' is better, but more of it gives more points",
        "{a: {of: talks, score: {efficacy: 60 %}, low: 100, high: 50}}|low 100 is not below high 50, so the points run the other way; low 50 and high 100 were probably meant",
        "{a: {of: talks, score: {efficacy: 60 %}, low: 50, high: 50}}|low 50 is not below high 50, so there are no points"})
    void pointsThatRunTheWrongWay(String parts, String message) {
        assertEquals(List.of(message), told(rule(parts), "WRONG_WAY"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{a: {of: attainment, score: {formula: 'w * round(x, 0)'}}}|COARSE_ROUNDING|'attainment' is a share: rounded to 0 digits it is a multiple of 100 %; round to 2 digits for 0 digits of a percent",
        "{a: {of: rate, score: {formula: 'w * floor(rate)'}}}|COARSE_ROUNDING|'rate' is a share: rounded to 0 digits it is a multiple of 100 %; round to 2 digits for 0 digits of a percent",
        "{a: {of: attainment, score: {bands: {at: {'[0, 1]': w, '> 1': 0}, round: 1 half-up, domain: '>= 0'}}}}|COARSE_ROUNDING|'attainment' is a share: rounded to 1 digits it is a multiple of 10 %; round to 3 digits for 1 digits of a percent",
        "{a: {of: attainment, weight: 1, score: {formula: w * x}, round: 0 half-up}}|COARSE_ROUNDING|points out of 1 are rounded to 0 digits, so there is all or nothing; round after the points are multiplied, or to 2 digits",
        "{a: {of: attainment, score: {per-unit: 2}, cap: w}}|MARK_OF_SHARE|'attainment' is a share, so 100 % of it gives 2 of 10 points; for 2 points a percent write per-unit: 200",
        "{a: {of: attainment, score: {full-less: {below: 100 %, each: 1, points: 1}}}}|MARK_OF_SHARE|a share is marked at 1, which is 100 %; 1 % was probably meant",
        "{a: {of: points_behind, score: {deduction: {above: 5 %, each: 1, points: 1}}}}|MARK_OF_SHARE|'points_behind' is no share, so 5 % is 0.05; 5 was probably meant",
        "{a: {of: talks, score: {efficacy: 0.6 %}, low: 50, high: 100}}|MARK_OF_SHARE|'efficacy' is 0.6 %; 60 % was probably meant",
        "'{a: {of: place(\"talks\"), score: {rank-points: {step: 0.05 %, least: 50 %}}}}'|MARK_OF_SHARE|'step' is 0.05 %; 5 % was probably meant",
        "{a: {of: attainment, weight: 40 %, score: {formula: w * x}}}|POINTS|'weight' is in points: 40 % is 0.4 points; 40 % * w was probably meant",
        "{a: {of: attainment, score: {formula: w * x}, cap: 100 %}}|POINTS|'cap' is in points: 100 % is 1 points; 100 % * w was probably meant",
        "{a: {of: attainment, score: {formula: w * x}, floor: 20}}|FLAT_SCORE|the floor 20 is not below the full points 10: everybody has at least all of them",
        "{a: {of: talks, score: {per-unit: 1}, missing: 100, cap: w}}|GAP_PAYS|'missing' gives 100 points where the full points are 10"})
    void sharesThatAreNone(String parts, String code, String message) {
        assertEquals(List.of(message), told(rule(parts), code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{a: {of: 'best(5, talks, cost)', score: {formula: w * x}}}|NO_EFFECT|'best(5, talks, cost)' takes the best 5 of 2",
        "{a: {of: 'clamp(attainment, 1, 0)', score: {formula: w * x}}}|WRONG_WAY|'clamp(attainment, 1, 0)' has its limits the wrong way round; clamp(x, low, high)",
        "{a: {of: attainment, score: {formula: 'w * min(x, 100)'}}}|MARK_OF_SHARE|a share is marked at 100, which is 10000 %; 100 % was probably meant",
        "{a: {of: attainment, score: {formula: 'w * max(x, 1)'}}}|WRONG_WAY|'max(attainment, 1)' is never less than 100 %; min was probably meant",
        "{a: {of: attainment, score: {formula: 'if(met, 0, w)'}}}|WRONG_WAY|'if(met, 0, w)' gives less where 'met' holds",
        "{a: {of: attainment, score: {formula: w * x}, times: 0.9 %}}|MARK_OF_SHARE|'times' is 0.9 %; 90 % was probably meant",
        "'{a: {of: attainment, score: {formula: w * x}, gate: {when: met, else: 60 %}}}'|POINTS|'else' is in points: 60 % is 0.6 points; 60 % * w was probably meant",
        "'{a: {of: band, score: {words: {at: {优: 0, 良: 0.8 * w, 差: w}}}}}'|WRONG_WAY|a worse word has more points: '优, 良, 差'"})
    void functionsAndWordsThatDoTheContrary(String parts, String code, String message) {
        assertEquals(List.of(message), told(rule(parts), code));
    }

    @Test
    void testsThatHoldOfEverybody() {
        assertEquals(List.of("'talks >= 0' holds at 0 too; 'talks > 0' was probably meant"),
                told(rule("{a: {of: attainment, score: {formula: w * x}}}\nvetoes: {v: {title: 约谈, when: talks >= 0, grade: 差}}"), "SAME_FOR_ALL"));
        assertEquals(List.of(), told(rule("{a: {of: attainment, score: {formula: w * x}}}\nduties: {v: {when: rate >= 0 %}}"), "SAME_FOR_ALL"));
    }

    @Test
    void whatIsMeantIsNotTold() {
        List<Problem> problems = rule("""
                  rises: {of: attainment, score: {steps: {of: value, below: 0, at: {80 %: 5, 100 %: 10}}}}
                  falls: {of: cost, score: {steps: {of: value, below: 10, at: {1: 5, 3: 0}}}}
                  kept: {of: cost, score: {steps: {of: value, side: at-most, below: 0, at: {1: 10, 3: 5}}}}
                  hill: {of: talks, score: {curve: {at: {1: 0, 5: 10, 9: 0}}}}
                  taken: {of: talks, score: {deduction: {above: 0, each: 1, points: 1}}}
                  late: {of: points_behind, score: {deduction: {above: 0, each: 1, points: 0.5}}}
                  whole: {of: attainment, score: {per-unit: 10}, cap: w, round: 0 half-up}
                  exact: {of: attainment, score: {formula: "w * round(x, 4)"}, weight: 40 % * w}
                  held: {of: "clamp(attainment, 0, 1.2)", score: {formula: "w * max(x, 0) * if(met, 1, 0.8)"}}
                  words: {of: band, score: {words: {at: {优秀: w, 良好: 0.8 * w, 差: 0}}}}
                  reverse: {of: cost, better: lower, score: {efficacy: 60 %}, low: 50, high: 100, missing: 0}
                """);
        assertTrue(problems.stream().noneMatch(it -> List.of("WRONG_WAY", "COARSE_ROUNDING", "MARK_OF_SHARE", "POINTS", "GAP_PAYS", "FLAT_SCORE")
                .contains(it.code())), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'lights: {order: [绿, 红], tests: {红: attainment < 60}, of: points_behind, bands: {绿: \"<= 0\", 红: \"> 0\"}}'|MARK_OF_SHARE|a share is marked at 60, which is 6000 %; 60 % was probably meant",
        "'lights: {order: [绿, 红], of: points_behind, bands: {绿: \"<= 10 %\", 红: \"> 10 %\"}}'|MARK_OF_SHARE|'points_behind' is no share, so 10 % is 0.1; 10 was probably meant",
        "'lights: {order: [绿, 红], tests: {红: points_behind > 10 %}, of: points_behind, bands: {绿: \"<= 0\", 红: \"> 0\"}}'|MARK_OF_SHARE|'points_behind' is no share, so 10 % is 0.1; 10 was probably meant",
        "'lights: {order: [绿, 红], of: attainment, bands: {绿: \">= 1\", 红: \"< 1\"}, round: 0 half-up}'|COARSE_ROUNDING|'attainment' is a share: rounded to 0 digits it is a multiple of 100 %; round to 2 digits for 0 digits of a percent",
        "'lights: {order: [绿, 红], of: points_behind, bands: {绿: \"<= 0\", 红: \"> 0\"}, memory: [{lights: [红], in-a-row: 2, becomes: 绿}]}'|WRONG_WAY|whoever has '红' 2 times in a row gets the better light '绿'",
        "'node-lights: {order: [绿, 红], bands: {绿: \">= 0.75\", 红: \"< 0.75\"}}'|FAR_MARK|lights of nodes are given to percents, of 100, and 0.75 is 0.75 %; 75 was probably meant",
        "'overrides: [{of: P1, points: 80, author: 甲, reason: 灾, from: 2024-01-01, until: 2024-12-31}]'|MORE_THAN_FULL|'P1' is given 80 points, and no item has more than 5",
        "'overrides: [{of: P1, points: -2, author: 甲, reason: 灾, from: 2024-01-01, until: 2024-12-31}]'|NEGATIVE|'P1' is given -2 points; an override stands in place of the points and is not added to them",
        "'assign: [{rule: r, points: 0}]'|FLAT_SCORE|its items have 0 points and count for nobody; rule: none leaves a target out",
        "'views: {v: {root: {missing: skip}, levels: [{by: owner}], credit: {lead: 0.7 %}}}'|MARK_OF_SHARE|the lead unit has 0.7 % of the credit; 70 % was probably meant",
        "'views: {v: {root: {missing: skip}, levels: [{by: owner}], credit: {lead: 30 %}}}'|WRONG_WAY|the lead unit has 30 % of the credit, those that cooperate 70 %",
        "'views: {v: {root: {missing: skip, complete: 0.8 %}, levels: [{by: owner}]}}'|MARK_OF_SHARE|'complete' is 0.8 %; 80 % was probably meant",
        "'views: {v: {root: {out-of: 100, cap: 10}, levels: [{by: owner}]}}'|SMALL_CAP|the cap 10 is below the 100 points that the node is out of",
        "'views: {v: {root: {out-of: 100, floor: 100}, levels: [{by: owner}]}}'|FLAT_SCORE|the floor 100 is not below the full points 100: everybody has at least all of them",
        "'owners: [{lead: 甲局, targets: [P1]}, {lead: 甲 局, targets: [P2]}]'|NEAR_ID|'甲 局' and '甲局' are two names; write one where one is meant"})
    void ofAScorecard(String more, String code, String message) {
        assertEquals(List.of(message), told(card(more), code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'{title: 低, when: attainment < 60, grade: 差}'|MARK_OF_SHARE|a share is marked at 60, which is 6000 %; 60 % was probably meant",
        "'{title: 低, when: attainment < 60 %, grade: 优}'|NO_EFFECT|a veto sets a grade at best, and '优' is the best, so it changes nothing",
        "'{title: 未完成, when: met, grade: 差}'|WRONG_WAY|'未完成' vetoes whoever has 'met'; not met was probably meant"})
    void ofAVeto(String veto, String code, String message) {
        assertEquals(List.of(message), told(card(GRADES + "vetoes: {v: " + veto + "}"), code));
    }

    /** What can be told for certain is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'assign: [{when: kind == \"milestones\", rule: r}, {rule: r}]'|'kind' is never 'milestones'; did you mean 'milestone'?",
        "'assign: [{when: \"kind in (\\\"milestone\\\", \\\"stages\\\")\", rule: r}, {rule: r}]'|'kind' is never 'stages'",
        "'views: {v: {root: {missing: skip}, levels: [{by: ownr}]}}'|nothing is known by 'ownr'; did you mean 'owner'?",
        "'duties: {d: {title: 说明, when: status == \"behind\"}}'|'status' is never 'behind'; did you mean 'BEHIND'?",
        "'node-lights: {order: [红, 绿], bands: {绿: \">= 75\", 红: \"< 75\"}}'|a greater share of the points earns a worse light"})
    void whatCannotBeIsRefused(String more, String message) {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> card(more));
        assertTrue(refused.problems().get(0).message().contains(message), refused::getMessage);
    }

    @Test
    void aScoringRuleComparesNoUnknownKindEither() {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class,
                () -> rule("{a: {of: attainment, score: {formula: 'if(kind == \"amont\", w, w * x)'}}}"));
        assertTrue(String.valueOf(refused.getMessage()).contains("did you mean 'amount'?"), refused::getMessage);
    }

    @Test
    void namesOfARegisterThatDifferAsTheyAreTypedAreTold() {
        List<Problem> problems = RegisterLint.check(RegisterFile.parse("""
                register: r
                zone: Asia/Shanghai
                period: 2024-01-01/2024-12-31
                targets:
                  - {id: P1, owner: {lead: 区发改委}, goal: {kind: amount, of: level, require: 5 %}}
                  - {id: Ｐ1, owner: {lead: "区 发改委"}, goal: {kind: amount, of: level, require: 5 %}}
                """, Format.YAML, "r"));
        assertEquals(2, told(problems, "NEAR_ID").size(), problems::toString);
    }
}
