package io.mubiao.target;

import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Span YEAR = Span.year(2024);
    private static final Document REPORT = new Document("report", "政府工作报告", "", "");

    private static Target count(String id, String require) {
        return Target.of(id, id, Goal.amount(Measure.count(), Bound.parse(require, UNITS)), YEAR);
    }

    private static Clause clause(String id, String document, String... targets) {
        return new Clause(id, document, "一", "原文", 0, List.of(targets));
    }

    private static Tiers tiers(String id, String... targets) {
        List<Tiers.Tier> all = new java.util.ArrayList<>();
        for (String target : targets) {
            all.add(new Tiers.Tier(target, q(all.size() + 1 + " 亿元")));
        }
        return new Tiers(id, Tiers.Reading.NESTED, "investment", all);
    }

    private static Register.Builder builder(Target... targets) {
        return Register.builder("test", ZONE).documents(List.of(REPORT)).targets(List.of(targets));
    }

    private static List<String> problems(Register.Builder builder) {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, builder::build);
        return refused.problems().stream()
                .map(problem -> problem.severity() + " " + problem.code() + " " + problem.place()).toList();
    }

    @Test
    void targetsAreFoundByIdWithTheirClauseAndTiers() {
        Register register = builder(count("a", "62 个"), count("b", "8 个"))
                .clauses(List.of(clause("c1", "report", "a"))).tiers(List.of(tiers("t", "a", "b"))).build();
        assertEquals(List.of("a", "b"), register.stream().map(Target::id).toList());
        assertEquals("a", register.get("a").id());
        assertEquals("一", register.chapterOf("a"));
        assertEquals("", register.chapterOf("b"));
        assertEquals(Optional.of("t"), register.tiersOf("b").map(Tiers::id));
        assertEquals(Optional.empty(), register.tiersOf("c"));
        Refusal.naming(() -> register.get("c"), "'test'", "'c'");
    }

    @Test
    void anEmptyRegisterIsARegister() {
        assertEquals(0, Register.of("empty", ZONE).targets().size());
    }

    @Test
    void allProblemsAreListedAtOnceEachWithItsPlace() {
        Register.Builder broken = builder(count("a", "62 个"), count("a", "8 个"), count("b", "1 个"))
                .clauses(List.of(clause("c1", "report", "a", "x"), clause("c1", "other", "a")))
                .tiers(List.of(tiers("t", "b", "y"), tiers("t", "b")));
        assertEquals(List.of(
                "ERROR DUPLICATE targets[1].id",
                "ERROR UNKNOWN_TARGET clauses[0].targets[1]",
                "ERROR DUPLICATE clauses[1].id",
                "ERROR UNKNOWN_DOCUMENT clauses[1].document",
                "ERROR DUPLICATE clauses[1].targets[0]",
                "ERROR UNKNOWN_TARGET tiers[0].tiers[1].target",
                "ERROR DUPLICATE tiers[1].id",
                "ERROR DUPLICATE tiers[1].tiers[0].target"), problems(broken));
    }

    @Test
    void theMessageNamesTheRegisterAndEveryProblem() {
        Refusal.naming(InvalidDefinitionException.class,
                () -> builder(count("a", "1 个"), count("a", "1 个")).clauses(List.of(clause("c", "report", "x")))
                        .build(),
                "'test'", "2 problems", "'a'", "targets[0]", "'x'");
    }

    @Test
    void aTierNeedsATargetThatCountsEvents() {
        Target total = Target.of("sum", "", Goal.total(q("30 亿元")), YEAR);
        assertEquals(List.of("ERROR NOT_A_COUNT tiers[0].tiers[0].target"),
                problems(builder(total).tiers(List.of(tiers("t", "sum")))));
    }

    @Test
    void tiersCountInUnitsThatConvert() {
        assertEquals(List.of("ERROR UNIT tiers[0].tiers[1].target"),
                problems(builder(count("a", "62 个"), count("b", "8 家")).tiers(List.of(tiers("t", "a", "b")))));
    }

    @Test
    void aDeadlineIsNotBeforeThePeriod() {
        Target early = count("a", "1 个").toBuilder().due(LocalDate.of(2023, 12, 31)).build();
        assertEquals(List.of("ERROR IMPOSSIBLE_DATE targets[0].due"), problems(builder(early)));
        assertEquals(1, builder(early.toBuilder().due(YEAR.first()).build()).build().targets().size());
    }

    @Test
    void pointsNeedABaseInPercent() {
        Goal growth = Goal.growth(Measure.level(), ChangeForm.POINTS,
                Baseline.of(q("80 个"), LocalDate.of(2023, 12, 31)), Bound.parse(">= 2 百分点", UNITS));
        assertEquals(List.of("ERROR UNIT targets[0].goal.baseline"),
                problems(builder(Target.of("a", "", growth, YEAR))));
    }

    @Test
    void problemsOfLaterVersionsAreFoundToo() {
        Goal broken = Goal.stageCount(Scale.STAGES, "built", Items.partlyNamed(2), Bound.parse("3 个", UNITS));
        Target target = count("a", "1 个").toBuilder()
                .versions(List.of(new Version(LocalDate.of(2024, 7, 1), "区政府", "年中调整", broken))).build();
        assertEquals(List.of("ERROR LIST_TOO_SHORT targets[0].versions[0].goal.require"), problems(builder(target)));
    }

    @Test
    void twoScalesOfOneNameAreRefused() {
        Scale one = new Scale("own", List.of("begun", "done"));
        Scale two = new Scale("own", List.of("begun", "halfway", "done"));
        Target first = Target.of("a", "", Goal.milestone(one, "done"), YEAR);
        Target second = Target.of("b", "", Goal.milestone(two, "done"), YEAR);
        assertEquals(List.of("ERROR DUPLICATE stages.own"), problems(builder(first, second)));
    }

    @Test
    void whatTargetsUseCountsAsDeclared() {
        Scale own = new Scale("own", List.of("begun", "done"));
        Scale grades = new Scale("accident", List.of("一般", "较大"));
        Register register = builder(Target.of("a", "", Goal.milestone(own, "done"), YEAR),
                Target.of("b", "", Goal.redLine(grades, "较大"), YEAR), count("c", "3 万户")).build();
        assertEquals(List.of(own), register.stages());
        assertEquals(List.of(grades), register.severities());
        assertEquals(Set.of("户"), register.units().measureWords());
    }

    @Test
    void everyProblemSaysWhatWasFound() {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class,
                () -> builder(count("a", "1 个")).clauses(List.of(clause("c", "nowhere", "x"))).build());
        for (Problem problem : refused.problems()) {
            assertTrue(problem.message().contains("'nowhere'") || problem.message().contains("'x'"),
                    problem::toString);
        }
        assertEquals(2, refused.problems().size());
    }
}
