package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad scorecards are refused whole: by themselves when they are read, against a register when they are used. */
class ScorecardFileTest {
    private static final Register REGISTER = Ask.register(Ask.target(Goal.total(Ask.q("10 个"))).build());
    private static final String TOP = """
            id: c
            rules: {p: {points: 10, inputs: {n: {}}, parts: {a: {of: attainment, score: {formula: w * x}}}}}
            """;
    private static final String VIEW = "views: {v: {levels: [{by: chapter}]}}\n";
    private static final String ALL = TOP + "assign: [{rule: p}]\n" + VIEW;

    private static ScorecardRule read(String text) {
        return ScorecardFile.parse(text, Format.YAML, "card.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "grade: {} | has no field 'grade'; did you mean 'grades'?",
        "status: draft | unknown word 'draft'",
        "grades: {order: [好, 坏], bands: {好: \">= 6\", 坏: \"<= 6\"}} | = 6 lies in both",
        "grades: {order: [好, 坏], bands: {好: \"> 6\", 坏: \"< 6\"}} | no band holds = 6",
        "grades: {order: [好], bands: {好: \">= 6\", 坏: \"< 6\"}} | has a label that the order [好] lacks",
        "grades: {order: [好, 好], bands: {好: \">= 6\"}, holes: [\"< 6\"]} | names a label twice",
        "grades: {order: [好], bands: {好: \"6-9\"}} | not an interval: '6-9'",
        "lights: {order: [绿], of: points_behnd, bands: {绿: \"> 0\"}, holes: [\"<= 0\"]} | unknown name 'points_behnd'",
        "lights: {order: [绿], tests: {黄: behind}, of: days_late, bands: {绿: \"> 0\"}, holes: [\"<= 0\"]} | light '黄' is not in the order",
        "lights: {order: [绿], tests: {绿: days_late}, of: days_late, bands: {绿: \"> 0\"}, holes: [\"<= 0\"]} | expected a test",
        "lights: {order: [绿], of: days_late, bands: {绿: \"> 0\"}, holes: [\"<= 0\"], memory: [{lights: [绿], in-a-row: 1, becomes: 绿}]} | at least 2 periods",
        "vetoes: {v: {when: missed, grade: 差}} | sets the grade '差', which the scorecard's grades (none) lack",
        "vetoes: {v: {when: mised, grade: 差}} | unknown name 'mised'",
        "duties: {d: {when: lowest(\"attainment\") >= 2}} | expected readings of the target alone",
        "periods: {q1: 15 %, h1: 25 %} | sum to 40 %, expected 100 %",
        "periods: [15 %] | must be an object",
        "owners: [{lead: 甲, targets: [T]}, {lead: 乙, targets: [T]}] | target 'T' has two owners",
        "labels: [T] | 'labels' must be an object",
        "items: {i: {rule: q}} | unknown scoring rule 'q'; expected one of [p]",
        "items: {i: {rule: p, given: {m: 1}}} | has no input 'm'",
        "items: {i: {rule: p, given: {n: many}}} | input 'n'",
        "items: {i: {rule: p, targets: {m: T}}} | has no input 'm'",
        "overrides: [{of: T, author: 甲, reason: 乙, from: 2024-02-01, until: 2024-01-01, points: 1}] | before it begins",
        "overrides: [{of: T, author: 甲, reason: 乙, from: 2024-01-01, until: 2024-02-01}] | changes nothing",
        "overrides: [{of: T, author: 甲, reason: 乙, from: 2024-01-01, until: 2024-02-01, light: 紫}] | unknown light '紫'",
        "overrides: [{of: T, author: 甲, reason: 乙, from: 2024-01-01, until: 2024-02-01, grade: 神}] | unknown grade '神'"})
    void whatIsWrongByItselfIsRefusedWhenItIsRead(String more, String message) {
        Refusal.naming(InvalidDefinitionException.class, () -> read(ALL + more), message, "card.yaml:");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "root: {weights: {a: 50, b: 40}, weights-total: 100}, levels: [{by: chapter}] | the weights sum to 90, expected 100",
        "root: {weights: {a: 50, b: 50}}, levels: [{by: chapter}] | weights-total must say what the weights sum to",
        "root: {weights: {a: -1}, weights-total: -1}, levels: [{by: chapter}] | must be at least 0",
        "root: {rollup: best-of}, levels: [{by: chapter}] | unknown word 'best-of'",
        "root: {complete: 120 %}, levels: [{by: chapter}] | 0 % to 100 %",
        "levels: [{by: chapter}], tree: [{id: a, items: [T]}] | either levels or a tree",
        "levels: [{by: owner}], credit: {targets: {T: {甲: 60 %, 乙: 60 %}}} | sum to 100 %",
        "levels: [{by: chapter}], ranking: best | unknown word 'best'"})
    void whatIsWrongOfAViewIsRefusedWhenItIsRead(String view, String message) {
        Refusal.naming(InvalidDefinitionException.class,
                () -> read(TOP + "assign: [{rule: p}]\nviews:\n  v: {" + view + "}\n"), message, "card.yaml:5");
    }

    @Test
    void everyProblemIsListedWithItsLineAndPath() {
        List<Problem> problems = Assertions.assertThrows(InvalidDefinitionException.class, () -> read(TOP + """
                assign:
                  - {rule: p, when: strength >= 4}
                  - {rule: q}
                items:
                  i: {rule: p, given: {n: many}}
                lights:
                  order: [绿]
                  tests: {绿: nothing}
                  of: days_late
                  bands: {绿: "> 0"}
                  holes: ["<= 0"]
                vetoes:
                  v: {when: missed, grade: 差}
                """ + VIEW)).problems();
        assertEquals(List.of("5 assign[1].rule", "7 items.i.given.n", "10 lights.tests.绿", "15 vetoes.v"),
                problems.stream().map(it -> it.place().line() + " " + it.place().path()).toList(), problems::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "owners: [{lead: 甲, targets: [U]}] | unknown target 'U'; expected one of [T]",
        "labels: {region: {东: [U]}} | unknown target 'U'; expected one of [T]",
        "items: {i: {rule: p, target: U}} | unknown target 'U'; expected one of [T]",
        "items: {i: {rule: p, targets: {n: U}}} | unknown target 'U'; expected one of [T]",
        "overrides: [{of: U, author: 甲, reason: 乙, from: 2024-01-01, until: 2024-02-01, points: 1}] | there is no item 'U'",
        "overrides: [{view: v, of: 九, author: 甲, reason: 乙, from: 2024-01-01, until: 2024-02-01, points: 1}] | there is no node '九'",
        "judgements: [{of: U, assessor: 甲, band: 好, on: 2024-01-01}] | there is no item 'U'"})
    void whatDoesNotFitTheRegisterIsRefusedWhenItIsUsed(String more, String message) {
        ScorecardRule rule = read(ALL + more);
        Refusal.naming(InvalidDefinitionException.class, () -> Scorer.of(rule, REGISTER), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "v: {tree: [{id: a, items: [U]}]} | there is no item 'U'",
        "v: {tree: [{id: a, items: [T, T]}]} | item 'T' is named twice",
        "v: {tree: [{id: a, items: [T]}, {id: b, items: [T]}]} | item 'T' stands below 'a' and below 'b'",
        "v: {tree: [{id: a, items: [T]}, {id: a}]} | two nodes of this name",
        "v: {root: {weights: {b: 1}, weights-total: 1}, tree: [{id: a, items: [T]}]} | no weight for [a] no child [b]",
        "v: {levels: [{by: owner}], credit: {targets: {U: {甲: 100 %}}}} | unknown target 'U'; expected one of [T]"})
    void viewsThatDoNotFitAreRefused(String views, String message) {
        ScorecardRule rule = read(TOP + "assign: [{rule: p}]\nviews: {" + views + "}\n");
        Refusal.naming(InvalidDefinitionException.class, () -> Scorer.of(rule, REGISTER), message);
    }

    @Test
    void aScoringRuleInAnotherFileIsReadAndItsProblemsAreNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bad.yaml"), "id: bad\npoints: 1\nparts: {a: {score: {formula: nobody}}}\n");
        Files.writeString(folder.resolve("open.yaml"),
                "id: open\npoints: 1\nparameters: {k: {}}\nparts: {a: {score: {formula: k * w}}}\n");
        Path card = folder.resolve("card.yaml");
        Files.writeString(card, "id: c\nrules: {p: {file: bad.yaml}}\nassign: [{rule: p}]\n" + VIEW);
        Refusal.naming(InvalidDefinitionException.class, () -> ScorecardFile.read(card), "card.yaml:2", "bad.yaml:3",
                "unknown name 'nobody'");
        Files.writeString(card, "id: c\nrules: {p: {file: open.yaml, with: {j: 1}}}\nassign: [{rule: p}]\n" + VIEW);
        Refusal.naming(InvalidDefinitionException.class, () -> ScorecardFile.read(card), "has no parameter 'j'");
        Files.writeString(card, "id: c\nrules: {p: {file: open.yaml}}\nassign: [{rule: p}]\n" + VIEW);
        Refusal.naming(InvalidDefinitionException.class, () -> Scorer.of(ScorecardFile.read(card), REGISTER),
                "open parameters", "k");
        Files.writeString(card, "id: c\nrules: {p: {file: open.yaml, with: {k: 2}}}\nassign: [{rule: p}]\n" + VIEW);
        assertTrue(Scorer.problems(ScorecardFile.read(card), REGISTER).isEmpty());
    }
}
