package io.mubiao.io.register;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.observe.Basis;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A data file gives its good rows and its problems together; nothing is half-loaded and nothing silently zero. */
class ObservationFileTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: demo
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个, 所]
            stages: {project: [开工, 建成]}
            severities: {accident: [一般, 重大]}
            targets:
              - {id: A, goal: {kind: amount, of: total, require: 10 个}}
              - {id: M, goal: {kind: milestone, stage: 建成}}
              - {id: Z, goal: {kind: red-line, severity: 重大, severities: accident}}
              - {id: C, goal: {kind: coverage, population: [甲, 乙], require: ">= 100 %"}}
            """, Format.YAML, "register");

    private static WithProblems<List<Observation>> read(String rows) {
        return ObservationFile.parse("""
                observations: demo
                source: 统计局
                recorded: 2024-10-08T09:00:00+08:00
                rows:
                """ + rows, Format.YAML, "data.yaml", REGISTER);
    }

    private static Problem only(String rows) {
        WithProblems<List<Observation>> read = read(rows);
        assertEquals(1, read.problems().size(), () -> read.problems().toString());
        assertTrue(read.value().isEmpty(), () -> read.value().toString());
        return read.problems().get(0);
    }

    @Test
    void aRowTakesItsDefaultsFromTheFile() {
        Observation row = read("  - {kind: total, stream: A, on: 2024-09-30, value: 7 个}\n").orThrow().get(0);
        assertEquals("统计局", row.entry().source());
        assertEquals("2024-10-08T01:00:00Z", row.entry().recordedAt().toString());
        assertEquals(Basis.REPORTED, row.entry().basis());
    }

    @Test
    void goodRowsComeTogetherWithTheProblemsOfTheOthers() {
        WithProblems<List<Observation>> read = read("""
                  - {kind: total, stream: A, on: 2024-09-30, value: 7 个}
                  - {kind: total, stream: A, on: 2024-09-31, value: 7 个}
                  - {kind: total, stream: A, on: 2024-09-30, value: 7 所}
                  - {kind: total, stream: B, on: 2024-09-30, value: 7 个}
                """.indent(2));
        assertEquals(1, read.value().size());
        assertEquals(List.of(6, 7, 8), read.problems().stream().map(problem -> problem.place().line()).toList());
        assertThrows(InvalidDataException.class, read::orThrow);
        assertEquals(1, read.despiteProblems().size());
    }

    @Test
    void levelsAmongTotalsAreRefused() {
        assertTrue(only("  - {kind: level, stream: A, on: 2024-09-30, value: 7 个}\n").message()
                .contains("takes no figure as it stands on a day (level)"));
    }

    @Test
    void addingPlacesToPiecesIsRefusedNamingBoth() {
        String message = only("  - {kind: increment, stream: A, span: 2024-01-01/2024-01-31, value: 7 所}\n").message();
        assertTrue(message.contains("所") && message.contains("个"), message);
    }

    @Test
    void unknownStagesGradesAndMembersAreRefused() {
        assertTrue(only("  - {kind: stage, stream: M, stage: 完工, on: 2024-03-01}\n").message().contains("完工"));
        assertTrue(only("  - {kind: event, stream: Z, on: 2024-03-01}\n").message().contains("severity"));
        assertTrue(only("  - {kind: event, stream: Z, on: 2024-03-01, severity: 巨大}\n").message().contains("巨大"));
        assertTrue(only("  - {kind: member, stream: C, member: 丙, on: 2024-03-01, standing: []}\n").message()
                .contains("丙"));
    }

    @Test
    void aMissingValueIsAProblemAndNotZero() {
        assertEquals("MISSING_FIELD", only("  - {kind: total, stream: A, on: 2024-09-30}\n").code());
        assertEquals("MISSING_FIELD", only("  - {kind: total, stream: A, on: 2024-09-30, value: }\n").code());
    }

    @Test
    void overlappingIncrementsOfOneSourceAreAProblem() {
        WithProblems<List<Observation>> read = read("""
                - {kind: increment, stream: A, span: 2024-01-01/2024-01-31, value: 1 个}
                - {kind: increment, stream: A, span: 2024-01-31/2024-02-29, value: 1 个}
                - {kind: increment, stream: A, span: 2024-01-01/2024-01-31, value: 1 个, source: 另一家}
                """.indent(2));
        assertEquals(List.of("OVERLAPPING_INCREMENTS", "SOURCES_ADDED"), read.problems().stream().map(Problem::code).toList());
    }

    @Test
    void correctionsMustNameSomethingThatIsThere() {
        assertEquals("UNKNOWN_ID", only("  - {kind: retraction, stream: A, supersedes: a1}\n").code());
    }

    @Test
    void whatIsCorrectedOrRetractedMayBeInAKnownLog() {
        ObservationLog log = ObservationLog.of(Observation.total("A", LocalDate.of(2024, 6, 30), q("5 个")).id("a1"),
                Observation.total("A", LocalDate.of(2024, 9, 30), q("7 个")));
        WithProblems<List<Observation>> read = known(log, """
                  - {kind: retraction, stream: A, supersedes: a1}
                  - {kind: total, stream: A, on: 2024-09-30, value: 8 个, supersedes: A#2}
                """);
        log.addAll(read.orThrow());
        assertEquals(List.of("8 个"), log.view(REGISTER.zone()).all("A", Observation.Total.class).stream()
                .map(total -> total.amount().toString()).toList());
    }

    @Test
    void whatDoesNotFitAKnownLogIsRefusedByWhatIsInIt() {
        ObservationLog log = ObservationLog.of(Observation.total("A", LocalDate.of(2024, 6, 30), q("5 个")).id("a1"),
                Observation.increment("A", Span.parse("2024-01-01/2024-01-31"), q("5 个")).source("统计局"));
        List<Problem> problems = known(log, """
                  - {kind: total, id: a1, stream: A, on: 2024-09-30, value: 8 个}
                  - {kind: total, stream: A, on: 2024-09-30, value: 8 个, supersedes: a2}
                  - {kind: total, stream: A, on: 2024-09-30, value: 8 个, supersedes: a1, recorded: "2024-01-01T00:00:00Z"}
                  - {kind: increment, stream: A, span: 2024-01-31/2024-02-01, value: 8 个}
                """).problems();
        assertEquals(List.of("DUPLICATE", "UNKNOWN_ID", "IMPOSSIBLE_DATE", "OVERLAPPING_INCREMENTS"),
                problems.stream().map(Problem::code).toList(), problems::toString);
    }

    private static WithProblems<List<Observation>> known(ObservationLog log, String rows) {
        return ObservationFile.parse("observations: demo\nsource: 统计局\nrecorded: 2024-10-08T09:00:00+08:00\nrows:\n" + rows,
                Format.YAML, "data.yaml", REGISTER, log);
    }

    @Test
    void howeverManyProblemsThereAreTheGoodRowsMakeALog() {
        for (String bad : List.of("id: a, value: 1 个", "value: 1 个, supersedes: x", "value: 1 所")) {
            String rows = "  - {kind: total, stream: A, on: 2024-09-30, id: a, value: 7 个}\n"
                    + ("  - {kind: total, stream: A, on: 2024-09-30, " + bad + "}\n").repeat(1200);
            WithProblems<List<Observation>> read = read(rows);
            assertEquals(1, ObservationLog.of(read.value()).size());
            assertEquals("TOO_MANY_PROBLEMS", read.problems().get(read.problems().size() - 1).code());
            assertEquals(1001, read.problems().size());
        }
    }

    @Test
    void aChainOfCorrectionsWithABadRootIsOneProblem() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 3000; i++) {
            rows.append("  - {kind: total, stream: A, on: 2024-09-30, value: 7 个, id: a" + i + ", supersedes: a" + (i - 1) + "}\n");
        }
        WithProblems<List<Observation>> read = read(rows.toString());
        assertEquals(List.of("UNKNOWN_ID", "LEFT_OUT"), read.problems().stream().map(Problem::code).toList());
        assertTrue(read.problems().get(1).message().contains("2999 rows"), read.problems()::toString);
        assertTrue(read.value().isEmpty());
        assertEquals(3000, read(rows.toString().replace(", supersedes: a0", "")).orThrow().size());
    }

    @Test
    void correctionsOfARefusedRowAreNotCheckedButTold() {
        WithProblems<List<Observation>> read = read("""
                - {kind: total, id: a1, stream: A, on: 2024-09-30, value: 1 所}
                - {kind: total, id: a2, stream: A, on: 2024-09-30, value: 2 个, supersedes: a1}
                """.indent(2));
        assertEquals(List.of("DOES_NOT_FIT", "LEFT_OUT"), read.problems().stream().map(Problem::code).toList());
        assertTrue(read.value().isEmpty());
    }

    @Test
    void aCircleIsOneProblem() {
        WithProblems<List<Observation>> read = read("""
                - {kind: total, id: a1, stream: A, on: 2024-09-30, value: 1 个, supersedes: a2}
                - {kind: total, id: a2, stream: A, on: 2024-09-30, value: 2 个, supersedes: a1}
                - {kind: total, id: a3, stream: A, on: 2024-09-30, value: 2 个, supersedes: a3}
                """.indent(2));
        assertEquals(List.of("UNKNOWN_ID", "LEFT_OUT", "UNKNOWN_ID"), read.problems().stream().map(Problem::code).toList());
        assertTrue(read.value().isEmpty());
    }

    @Test
    void aCorrectionRecordedBeforeWhatItCorrectsIsRefused() {
        WithProblems<List<Observation>> read = read("""
                - {kind: total, id: a1, stream: A, on: 2024-09-30, value: 1 个}
                - {kind: total, stream: A, on: 2024-09-30, value: 2 个, supersedes: a1, recorded: "2024-01-01T00:00:00Z"}
                """.indent(2));
        assertEquals("IMPOSSIBLE_DATE", read.problems().get(0).code());
        assertEquals(1, read.value().size());
    }

    @Test
    void observationsOfAnotherRegisterAreRefused() {
        WithProblems<List<Observation>> read = ObservationFile.parse(
                "observations: other\nrecorded: 2024-10-08T09:00:00Z\nrows: []\n", Format.YAML, "x", REGISTER);
        assertTrue(read.problems().get(0).message().contains("'other'"));
    }

    @Test
    void recordedAtIsNeverGuessed() {
        WithProblems<List<Observation>> read = ObservationFile.parse("""
                observations: demo
                rows:
                  - {kind: total, stream: A, on: 2024-09-30, value: 7 个}
                """, Format.YAML, "x", REGISTER);
        assertEquals("MISSING_FIELD", read.problems().get(0).code());
    }
}
