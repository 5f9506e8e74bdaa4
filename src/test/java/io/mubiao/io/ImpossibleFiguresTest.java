package io.mubiao.io;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.lint.ObservationLint;
import io.mubiao.lint.RegisterLint;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is an error, what hardly can a warning with what was probably meant, at reading and in lint. */
class ImpossibleFiguresTest {
    private static final String HEAD = """
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
            """;
    private static final Register REGISTER = RegisterFile.parse(HEAD + """
              - {id: P1, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: P2, goal: {kind: amount, of: level, require: ">= 90 %"}}
              - {id: P3, goal: {kind: amount, of: total, require: ">= 5 亿元"}}
              - {id: P4, goal: {kind: maintain, level: ">= 90 %", reading: mean}}
              - {id: P5, goal: {kind: coverage, population: [甲, 乙], require: ">= 50 %"}}
            """, Format.YAML, "register.yaml");

    private static WithProblems<List<Observation>> read(String rows) {
        return ObservationFile.parse("observations: small\nrecorded: 2024-10-08T09:00:00+08:00\nsource: s\nrows:\n" + rows.lines()
                .map(row -> "  - {" + row + "}\n").collect(Collectors.joining()), Format.YAML, "data.yaml", REGISTER);
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream().map(it -> it.severity() + " " + it.code()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: total, stream: P1, on: 2024-12-31, value: 70 个 | ERROR IMPOSSIBLE_DATE | still to come",
        "kind: total, stream: P1, on: 2024-10-09, value: 70 个 | ERROR IMPOSSIBLE_DATE | 2024-10-08",
        "kind: increment, stream: P1, span: 2024-10-01/2024-10-31, value: 7 个 | ERROR IMPOSSIBLE_DATE | 2024-10-31",
        "kind: total, stream: P1, on: 0024-09-30, value: 40 个 | ERROR IMPOSSIBLE_DATE | 2024-09-30 was probably meant",
        "kind: total, stream: P1, on: 2204-09-30, value: 40 个 | ERROR IMPOSSIBLE_DATE | 2024-09-30 was probably meant",
        "kind: total, stream: P1, on: 2024-09-30, value: 40 个, since: 1024-01-01 | ERROR IMPOSSIBLE_DATE | 2024-01-01 was probably",
        "kind: total, stream: P1, on: 2024-09-30, value: 45 万个 | WARNING FAR_OFF | 45 个 was probably meant",
        "kind: total, stream: p1, on: 2024-09-30, value: 45 个 | ERROR DOES_NOT_FIT | did you mean 'P1'?",
        "kind: level, stream: P2, on: 2205-09-30, value: 91 % | ERROR IMPOSSIBLE_DATE | 2205",
        "kind: total, stream: P1, on: 2024-09-30, value: 40 个, recorded: 2204-10-08T09:00:00+08:00 | ERROR IMPOSSIBLE_DATE | recorded",
        "kind: total, stream: P1, on: 2024-09-30, value: -5 个 | WARNING NEGATIVE | 5 个 was probably meant",
        "kind: increment, stream: P1, span: 2024-09-01/2024-09-30, value: -5 个 | WARNING NEGATIVE | 5 个 was probably meant",
        "kind: level, stream: P2, on: 2024-09-30, value: 0.91 % | WARNING FAR_OFF | 91 % was probably meant",
        "kind: level, stream: P4, on: 2024-09-30, value: 9100 % | WARNING FAR_OFF | 91 % was probably meant",
        "kind: total, stream: P3, on: 2024-09-30, value: 33000 亿元 | WARNING FAR_OFF | 3.3 亿元 was probably meant",
    })
    void oneRowIsToldWithWhatWasMeant(String row, String told, String words) {
        WithProblems<List<Observation>> read = read(row);
        assertEquals(List.of(told), told(read.problems()), read.problems()::toString);
        assertTrue(read.problems().get(0).message().contains(words), read.problems()::toString);
        assertEquals(told.startsWith("ERROR") ? 0 : 1, read.value().size());
    }

    /** A row that does not say when it became known was known on its day, which may be one that cannot be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "编号,指标编号,类型,日期,数值 | x,P1,total,0024-09-30,40 个 | 0024-09-30 cannot be, its year is 24; 2024-09-30 was probably meant",
        "编号,指标编号,类型,日期,数值 | x,P2,level,2204-09-30,91 % | 2204-09-30 cannot be, its year is 2204; 2024-09-30 was probably meant",
        "编号,指标编号,类型,期间,数值 | x,P1,increment,0024-09-01/0024-09-30,4 个 | 0024-09-01 cannot be, its year is 24; 2024-09-01 was probably meant",
        "编号,指标编号,类型,日期,对象,成员状态 | x,P5,member,9024-09-30,甲,satisfied | 9024-09-30 cannot be, its year is 9024; 2024-09-30 was probably meant",
    })
    void ofATableTheSameIsTold(String header, String row, String message) {
        WithProblems<List<Observation>> read = ObservationCsv.parse(header + "\n" + row + "\n", "t", REGISTER);
        assertEquals(List.of("ERROR IMPOSSIBLE_DATE"), told(read.problems()));
        assertEquals(message, read.problems().get(0).message());
        assertTrue(read.value().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: total, stream: P1, on: 2024-10-08, value: 40 个", "kind: total, stream: P1, on: 2024-09-30, value: 0 个",
        "kind: level, stream: P2, on: 2024-09-30, value: 45 %", "kind: level, stream: P2, on: 2024-09-30, value: 0 %",
        "kind: total, stream: P3, on: 2024-03-31, value: 0.001 亿元", "kind: total, stream: P3, on: 2024-09-30, value: 50000 万元",
        "kind: increment, stream: P3, span: 2024-09-01/2024-09-30, value: -1 亿元"})
    void whatCanBeIsNotDoubted(String row) {
        assertEquals(List.of(), read(row).problems());
    }

    @Test
    void twoFiguresOfOneDayNameBothLinesAndNeitherIsTaken() {
        WithProblems<List<Observation>> read = read("""
                kind: total, stream: P1, on: 2024-09-30, value: 47 个
                kind: total, stream: P1, on: 2024-09-30, value: 40 个
                kind: level, stream: P2, on: 2024-09-30, value: 91 %
                kind: level, stream: P2, on: 2024-09-30, value: 92 %
                kind: member, stream: P5, on: 2024-09-30, member: 甲, standing: [satisfied]
                kind: member, stream: P5, on: 2024-09-30, member: 甲, standing: [excluded]
                """);
        assertEquals(Collections.nCopies(6, "ERROR TWICE_A_DAY"), told(read.problems()));
        assertEquals(List.of(5, 6, 7, 8, 9, 10), read.problems().stream().map(it -> it.place().line()).toList());
        assertTrue(read.problems().get(0).message().contains("line 6; both rows are left out"), read.problems()::toString);
        assertTrue(read.problems().get(1).message().contains("line 5; both rows are left out"), read.problems()::toString);
        assertEquals(List.of(), read.value());
    }

    @Test
    void whatOnlyLooksLikeTwiceIsTaken() {
        assertEquals(List.of(), read("""
                kind: total, stream: P1, on: 2024-09-30, value: 47 个, id: a
                kind: total, stream: P1, on: 2024-09-30, value: 48 个, id: b, supersedes: a
                kind: total, stream: P1, on: 2024-09-30, value: 49 个, recorded: 2024-10-12T09:00:00+08:00
                kind: total, stream: P1, on: 2024-09-30, value: 49 个, source: other
                kind: total, stream: P1, on: 2024-09-30, value: 40 个, basis: recognised
                kind: level, stream: P4, on: 2024-09-30, value: 91 %
                kind: level, stream: P4, on: 2024-09-30, value: 92 %
                kind: member, stream: P5, on: 2024-09-30, member: 甲, standing: [satisfied]
                kind: member, stream: P5, on: 2024-09-30, member: 乙, standing: [excluded]
                """).problems());
        assertEquals(List.of("WARNING TWICE_A_DAY"), told(read("""
                kind: total, stream: P1, on: 2024-09-30, value: 47 个
                kind: total, stream: P1, on: 2024-09-30, value: 47 个
                """).problems()));
    }

    @Test
    void aRunningTotalThatFallsIsDoubtedWithinItsPeriodAlone() {
        WithProblems<List<Observation>> read = read("""
                kind: total, stream: P1, on: 2024-09-30, value: 47 个
                kind: total, stream: P1, on: 2023-12-31, value: 99 个
                kind: total, stream: P1, on: 2024-06-30, value: 60 个
                """);
        assertEquals(List.of("WARNING FALLING_TOTAL", "WARNING OUTSIDE_PERIOD"), told(read.problems()), read.problems()::toString);
        String message = read.problems().get(0).message();
        assertTrue(message.contains("107 个") && message.contains("line 7"), message);
        assertEquals(3, read.orThrow().size());
    }

    @Test
    void figuresAreComparedWithThoseOfAKnownLog() {
        ObservationLog log = ObservationLog.of(Observation.total("P1", LocalDate.of(2024, 6, 30), q("60 个")).source("s").id("june"));
        List<Problem> problems = ObservationFile.parse("""
                observations: small
                recorded: 2024-10-08T09:00:00+08:00
                source: s
                rows: [{kind: total, stream: P1, on: 2024-09-30, value: 47 个}]
                """, Format.YAML, "data.yaml", REGISTER, log).problems();
        assertEquals(List.of("WARNING FALLING_TOTAL"), told(problems));
        assertTrue(problems.get(0).message().contains("'june'"), problems::toString);
    }

    @Test
    void lintSaysTheSameOfALog() {
        LocalDate day = LocalDate.of(2024, 9, 30);
        ObservationLog log = ObservationLog.of(Observation.total("P1", day, q("47 个")), Observation.total("P1", day, q("40 个")),
                Observation.total("P1", day.minusMonths(3), q("60 个")), Observation.level("P2", day, q("0.91 %")),
                Observation.level("P2", LocalDate.of(2205, 9, 30), q("91 %")).recordedAt(Instant.parse("2024-10-08T01:00:00Z")),
                Observation.total("P3", day, q("-1 亿元")),
                Observation.level("P4", day, q("91 %")).recordedAt(Instant.parse("2024-09-01T00:00:00Z")));
        assertEquals(List.of("ERROR IMPOSSIBLE_DATE", "ERROR IMPOSSIBLE_DATE", "ERROR TWICE_A_DAY", "WARNING FALLING_TOTAL",
                "WARNING FAR_OFF", "WARNING NEGATIVE"), told(ObservationLint.check(REGISTER, log)).stream().sorted().toList());
    }

    @Test
    void goalsBelowZeroAreDoubtedOrRefused() {
        Register doubtful = RegisterFile.parse(HEAD + "  - {id: P1, goal: {kind: amount, of: total, require: \"-62 个\"}}\n",
                Format.YAML, "r");
        assertTrue(RegisterLint.check(doubtful).stream().anyMatch(it -> it.code().equals("NEGATIVE")
                && it.message().contains("62 个 was probably meant")));
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class, () -> RegisterFile.parse(HEAD
                + "  - {id: P1, goal: {kind: amount, of: count, require: \"-62 个\"}}\n", Format.YAML, "r"));
        assertEquals(List.of("ERROR NEGATIVE"), told(refused.problems()));
        assertEquals(6, refused.problems().get(0).place().line());
    }

    /** What always or never is met, or means the contrary of what its sign seems to say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: amount, of: total, require: 0 个 | WARNING ALWAYS_MET | '<= 0 个'", "kind: amount, of: level, require: '>= 0 个' | WARNING ALWAYS_MET | '<= 0 个'",
        "kind: amount, of: total, require: '~ 62 个 ± 70 个' | WARNING ALWAYS_MET | '>= 62 个'", "kind: amount, of: count, require: 0 个 | WARNING ALWAYS_MET | '<= 0 个'",
        "kind: amount, of: level, require: -3 % | WARNING NEGATIVE | write '<= -3 %' or '>= -3 %'",
        "kind: coverage, population: [甲], require: '>= 150 %' | ERROR NEVER_MET | at most 100 %", "kind: coverage, population: [甲], require: '[110 %, 120 %]' | ERROR NEVER_MET | 100 %",
        "kind: maintain, level: '>= 3 %', reading: share, share: '> 100 %' | ERROR NEVER_MET | at most 100 %",
    })
    void aGoalThatIsAlwaysOrNeverMetIsTold(String goal, String told, String words) {
        List<Problem> problems = doubts(goal);
        assertEquals(List.of(told), told(problems), problems::toString);
        assertTrue(problems.get(0).message().contains(words), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: amount, of: total, require: '<= 0 个'", "kind: amount, of: level, require: '>= 0 %'",
        "kind: amount, of: level, require: '<= -3 %'", "kind: amount, of: total, require: '[0 个, 5 个]'", "kind: coverage, population: [甲], require: '>= 100 %'",
        "kind: coverage, population: [甲], require: '<= 150 %'", "kind: amount, of: level, require: '~ 62 个 ± 3 个'"})
    void aGoalThatCanBeMissedIsNotDoubted(String goal) {
        assertEquals(List.of(), doubts(goal));
    }

    private static List<Problem> doubts(String goal) {
        List<Problem> told = new ArrayList<>();
        try {
            RegisterFile.read(Input.of(HEAD + "  - {id: P1, goal: {" + goal + "}}\n", "r.yaml"), told::add);
        } catch (InvalidDefinitionException e) {
            told.addAll(e.problems());
        }
        return told;
    }
}
