package io.mubiao.assess;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What turns a good result into insufficient data, for it does not go with the others, is refused where it is added. */
class MisfitAddedTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final LocalDate MAY = LocalDate.of(2024, 5, 31);
    private static final AsOf QUESTION = AsOf.of(LocalDate.of(2024, 9, 30));
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - {id: T1, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: T2, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: T7, goal: {kind: coverage, population: [甲, 乙, 丙, 丁], require: ">= 75 %"}}
              - {id: T9, goal: {kind: change, of: level, direction: growth, form: relative, baseline: {observed: 2023-12-31}, require: ">= 8 %"}}
            """, Format.YAML, "register.yaml");

    private static Observation odd(String which) {
        return switch (which) {
            case "increment beside totals" -> Observation.increment("T1", Span.parse("2024-06-01/2024-06-30"), q("3 个"));
            case "total beside increments" -> Observation.total("T2", JUNE, q("33 个"));
            case "overlap" -> Observation.increment("T2", Span.parse("2024-04-30/2024-06-30"), q("3 个")).source("s");
            case "member beside a count" -> Observation.member("T7", JUNE, "甲", MemberStanding.SATISFIED);
            default -> Observation.level("T9", JUNE, q("3 个"));
        };
    }

    private static Assessor assessor() {
        return Assessor.of(REGISTER, ObservationLog.of(Observation.total("T1", MAY, q("30 个")),
                Observation.increment("T2", Span.parse("2024-01-01/2024-03-31"), q("11 个")).source("s"),
                Observation.increment("T2", Span.parse("2024-04-01/2024-05-31"), q("9 个")).source("s").id("spring"),
                Observation.tally("T7", MAY, 3, 4), Observation.level("T9", LocalDate.of(2023, 12, 31), q("100 万元")),
                Observation.level("T9", MAY, q("110 万元"))), QUESTION);
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream().map(it -> it.severity() + " " + it.code()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"increment beside totals", "total beside increments", "overlap", "member beside a count", "unit"})
    void itIsRefusedAndChangesNothing(String which) {
        Assessor assessor = assessor();
        Assessments before = assessor.assessments();
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> assessor.add(odd(which)));
        assertEquals(List.of("ERROR " + (which.equals("overlap") ? "OVERLAPPING_INCREMENTS" : "DOES_NOT_FIT")), told(refused.problems()));
        assertThrows(InvalidDataException.class, () -> assessor.checkAll(List.of(odd(which))));
        assertEquals(refused.problems(), assessor.check(odd(which)).problems());
        assertEquals(before.stream().toList(), assessor.assessments().stream().toList());
        Addition added = assessor.addDespiteProblems(odd(which));
        assertEquals(refused.problems(), added.problems());
        assertEquals(Verdict.INSUFFICIENT_DATA, added.assessments().get(0).verdict());
    }

    @Test
    void amongThoseThatComeTogetherTheLesserKindIsTold() {
        Assessor empty = Assessor.of(REGISTER, ObservationLog.empty(), QUESTION);
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> empty.addAll(List.of(
                Observation.increment("T1", Span.parse("2024-06-01/2024-06-30"), q("3 个")).id("odd"),
                Observation.total("T1", MAY, q("30 个")), Observation.total("T1", JUNE, q("33 个")))));
        assertEquals(List.of("odd"), refused.problems().stream().map(it -> it.place().path()).toList());
    }

    @Test
    void whatReplacesTheOtherIsTaken() {
        Assessor assessor = assessor();
        assertEquals(List.of(), assessor.add(Observation.increment("T2", Span.parse("2024-04-01/2024-06-30"), q("12 个")).source("s")
                .supersedes("spring")).problems());
        assertEquals(q("23 个"), assessor.get("T2").actual().orElseThrow());
        assertEquals(List.of(), assessor.add(Observation.total("T1", JUNE, q("3 个")).recognised()).problems());
    }

    /** Who assesses a log that holds such rows is told of them. */
    @Test
    void theProblemsOfAssessmentsNameThem() {
        ObservationLog log = ObservationLog.of(Observation.total("T1", MAY, q("30 个")), Observation.total("T1", JUNE, q("31 个")),
                odd("increment beside totals").id("odd"), Observation.level("T9", MAY, q("110 万元")), Observation.level("T9", JUNE, q("3 个")).id("unit"));
        List<Problem> problems = Assessor.assess(REGISTER, log, QUESTION).problems();
        assertEquals(List.of("odd", "unit"), problems.stream().map(it -> it.place().path()).toList(), problems::toString);
        assertTrue(problems.stream().allMatch(it -> it.code().equals("DOES_NOT_FIT")));
    }
}
