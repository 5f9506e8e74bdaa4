package io.mubiao.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessor;
import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every doubt that lint knows, found where it is and not where it is not. */
class RegisterLintTest {
    private static Register register(String rest) {
        return RegisterFile.parse("""
                register: demo
                zone: Asia/Shanghai
                period: 2024-01-01/2024-12-31
                units: [个]
                """ + rest, Format.YAML, "demo");
    }

    private static List<String> codes(String target) {
        return RegisterLint.check(register("targets:\n  - {id: A, " + target + "}\n")).stream()
                .map(Problem::code).toList();
    }

    private static final String GOAL = "goal: {kind: amount, of: total, require: 10 个}";
    private static final String OWNER = "owner: {lead: 发改委}";

    @Test
    void aTargetWithNothingToDoubtIsClean() {
        assertEquals(List.of(), codes(OWNER + ", " + GOAL));
    }

    @Test
    void nobodyAnswersForIt() {
        assertEquals(List.of("NO_OWNER"), codes(GOAL));
    }

    @Test
    void noCadenceAndNoBaselineHaveTheirOwnCodes() {
        assertEquals(List.of("NO_CADENCE"), codes(OWNER + ", goal: {kind: quota, at-least: 1, every: \"? 常态化\"}"));
        assertEquals(List.of("NO_BASELINE"), codes(OWNER + ", goal: {kind: change, of: level, direction: growth, "
                + "form: relative, baseline: \"? 提速\", require: \"> 0 %\"}"));
        assertEquals(List.of("HOLE"), codes(OWNER + ", goal: {kind: amount, of: total, require: \"<= ? 严控\"}"));
    }

    @Test
    void aLongTargetNeedsInterimTargets() {
        assertEquals(List.of("NO_INTERIM_TARGET"), codes(OWNER + ", period: 2024-01-01/2026-12-31, " + GOAL));
        assertEquals(List.of(), codes(OWNER + ", period: 2024-01-01/2025-12-31, "
                + "pace: {plan: [{on: 2024-12-31, share: 40 %}, {on: 2025-12-31, share: 100 %}]}, " + GOAL));
    }

    @Test
    void aboutWithoutToleranceIsHeldToTheNumberWithAWarning() {
        assertEquals(List.of("ABOUT_WITHOUT_TOLERANCE"),
                codes(OWNER + ", goal: {kind: amount, of: level, require: \"7.5%左右，越高越好\"}"));
        assertEquals(List.of(), codes(OWNER + ", goal: {kind: amount, of: level, require: \"~ 7.5 % ± 0.2 %\"}"));
    }

    @Test
    void aDeadlineOutsideThePeriodIsFound() {
        assertEquals(List.of("DEADLINE_OUTSIDE_PERIOD"), codes(OWNER + ", due: 2025-03-31, " + GOAL));
        assertEquals(List.of("DEADLINE_OUTSIDE_PERIOD"), codes(OWNER + ", due: {original: 2024-12-31, extensions: "
                + "[{requested: 2024-12-01, to: 2025-02-28}]}, " + GOAL));
    }

    @Test
    void aChildAboveItsParentIsAnError() {
        String tiers = """
                tiers:
                  - {id: size, reading: READING, attribute: investment,
                     tiers: [{target: A, from: 1 亿元}, {target: B, from: 10 亿元}]}
                targets:
                  - {id: A, owner: {lead: x}, goal: {kind: amount, of: count, stream: projects, require: 8 个}}
                  - {id: B, owner: {lead: x}, goal: {kind: amount, of: count, stream: projects, require: 62 个}}
                """;
        List<Problem> nested = RegisterLint.check(register(tiers.replace("READING", "nested")));
        assertEquals(List.of("CHILD_ABOVE_PARENT"), nested.stream().map(Problem::code).toList());
        assertTrue(nested.get(0).message().contains("62 个") && nested.get(0).message().contains("8 个"));
        assertEquals(List.of(), RegisterLint.check(register(tiers.replace("READING", "disjoint"))));
    }

    @Test
    void aPartAboveItsWholeIsAnErrorInWhatIsRequiredAndInWhatWasAchieved() {
        String parts = """
                targets:
                  - {id: A, owner: {lead: x}, goal: {kind: amount, of: total, require: 5 个}}
                  - {id: B, part-of: A, owner: {lead: x}, goal: {kind: amount, of: total, require: 3 个}}
                """;
        assertEquals(List.of(), RegisterLint.check(register(parts)));
        List<Problem> required = RegisterLint.check(register(parts.replace("3 个", "6 个")));
        assertEquals(List.of("CHILD_ABOVE_PARENT"), required.stream().map(Problem::code).toList());
        Register register = register(parts);
        LocalDate day = LocalDate.of(2024, 6, 30);
        ObservationLog log = ObservationLog.of(
                Observation.total("A", day, Quantity.parse("2 个", register.units())),
                Observation.total("B", day, Quantity.parse("3 个", register.units())));
        List<Problem> achieved = AssessmentLint.check(Assessor.assess(register, log, day));
        assertEquals(List.of("CHILD_ABOVE_PARENT"), achieved.stream().map(Problem::code).toList());
    }

    @Test
    void aPartOfNothingOrOfItselfIsRefused() {
        String parts = "targets:\n  - {id: A, part-of: B, " + GOAL + "}\n";
        assertThrows(InvalidDefinitionException.class, () -> register(parts));
        assertThrows(InvalidDefinitionException.class, () -> register(parts + "  - {id: B, part-of: A, " + GOAL + "}\n"));
    }

    @Test
    void tiersThatCountTheSameStreamTwiceOverlap() {
        List<Problem> problems = RegisterLint.check(register("""
                tiers:
                  - {id: one, reading: disjoint, attribute: investment, tiers: [{target: A, from: 1 亿元}]}
                  - {id: two, reading: disjoint, attribute: investment, tiers: [{target: B, from: 3 亿元}]}
                targets:
                  - {id: A, owner: {lead: x}, goal: {kind: amount, of: count, stream: projects, require: 8 个}}
                  - {id: B, owner: {lead: x}, goal: {kind: amount, of: count, stream: projects, require: 6 个}}
                """));
        assertEquals(List.of("OVERLAPPING_TIERS"), problems.stream().map(Problem::code).toList());
    }

    @Test
    void aTargetWithoutAClauseIsFoundWhereOthersHaveOne() {
        List<Problem> problems = RegisterLint.check(register("""
                documents: [{id: d, title: 报告}]
                clauses: [{id: c, document: d, quote: 甲, at: 0, targets: [A]}]
                targets:
                  - {id: A, owner: {lead: x}, goal: {kind: judged, evidence: [文件]}}
                  - {id: B, owner: {lead: x}, goal: {kind: judged, evidence: [文件]}}
                """));
        assertEquals(List.of("NO_CLAUSE"), problems.stream().map(Problem::code).toList());
        assertEquals("B", problems.get(0).place().path());
    }
}
