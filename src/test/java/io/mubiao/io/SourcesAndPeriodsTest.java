package io.mubiao.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Note;
import io.mubiao.io.register.ObservationCsv;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.lint.ObservationLint;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several sources counts is told, and what no target counts. */
class SourcesAndPeriodsTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - {id: P1, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: P2, goal: {kind: amount, of: level, require: ">= 90 %"}}
              - {id: P3, goal: {kind: change, of: total, direction: growth, form: relative, require: ">= 5 %", baseline: {observed: 2023-12-31}}}
              - {id: P4, due: 2025-03-31, goal: {kind: amount, of: count, require: 3 个}}
              - {id: P5, goal: {kind: coverage, population: [甲, 乙], require: ">= 50 %"}}
            """, Format.YAML, "register.yaml");

    private static WithProblems<List<Observation>> read(String rows) {
        return ObservationFile.parse("observations: small\nrecorded: 2025-10-08T09:00:00+08:00\nsource: 甲\nrows:\n" + rows.lines()
                .map(row -> "  - {" + row + "}\n").collect(Collectors.joining()), Format.YAML, "data.yaml", REGISTER);
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream().map(it -> it.severity() + " " + it.code()).toList();
    }

    @Test
    void ofTwoSourcesItIsToldWhichCounts() {
        WithProblems<List<Observation>> read = read("""
                kind: total, stream: P1, on: 2024-06-30, value: 45 个, source: 乙, recorded: 2025-10-09T09:00:00+08:00
                kind: total, stream: P1, on: 2024-06-30, value: 60 个
                """);
        assertEquals(List.of("WARNING SOURCES_DIFFER"), told(read.problems()), read.problems()::toString);
        String message = read.problems().get(0).message();
        assertTrue(message.contains("45 个 from '乙' counts") && message.contains("60 个 from '甲' does not") && message.contains("line 5"), message);
        Assessment assessed = Assessor.assess(REGISTER, ObservationLog.of(read.value()), AsOf.of(LocalDate.of(2024, 6, 30)), "P1");
        assertEquals("45 个", assessed.actual().orElseThrow().toString());
        assertEquals(List.of(new Note(Note.Kind.OTHER_SOURCE, "60 个 (甲, P1#2)")),
                assessed.notes().stream().filter(it -> it.kind() == Note.Kind.OTHER_SOURCE).toList());
        assertEquals(List.of("WARNING SOURCES_DIFFER"), told(ObservationLint.check(REGISTER, ObservationLog.of(read.value()))));
    }

    /** What is appended and does not say when it became known counts as known last, and the doubt says what will happen. */
    @Test
    void whatIsAppendedCountsAsKnownLastAndTheDoubtSaysSo() {
        ObservationLog log = ObservationLog.of(read("kind: total, stream: P1, on: 2024-06-30, value: 45 个").value());
        WithProblems<List<Observation>> rows = ObservationCsv.parse("指标编号,编号,日期,数值\nP1,tenth,2024-06-30,50个\n", "t.csv", REGISTER, log);
        assertEquals(List.of("WARNING SOURCES_DIFFER"), told(rows.problems()), rows.problems()::toString);
        String message = rows.problems().get(0).message();
        assertTrue(message.contains("50 个 from a source not named counts") && message.contains("45 个 from '甲' does not"), message);
        String chinese = rows.problems().get(0).message(Locale.CHINESE);
        assertTrue(chinese.contains("以最后记录的 50 个（来源未注明） 为准，45 个（来源“甲”） 不计"), chinese);
        AsOf question = AsOf.of(LocalDate.of(2024, 6, 30));
        for (boolean assessed : new boolean[] {true, false}) {
            ObservationLog copy = log.copy();
            if (assessed) {
                Assessor.of(REGISTER, copy, question).addAll(rows.value());
            } else {
                copy.addAll(rows.value());
            }
            assertEquals("50 个", Assessor.assess(REGISTER, copy, question, "P1").actual().orElseThrow().toString());
        }
    }

    /** What is appended need not say when it became known, a table or not; a log that is read whole is a record and does. */
    @Test
    void theFormatMakesNoDifferenceToWhatIsAppended() {
        ObservationLog log = ObservationLog.of(read("kind: total, stream: P1, on: 2024-06-30, value: 45 个").value());
        String json = "{\"observations\": \"small\", \"rows\": [{\"kind\": \"total\", \"stream\": \"P1\", \"on\": \"2024-06-30\", \"value\": \"50 个\"}]}";
        WithProblems<List<Observation>> tree = ObservationFile.readRows(Input.of(json, "t.json"), REGISTER, log);
        WithProblems<List<Observation>> table = ObservationFile.readRows(Input.of("指标编号,日期,数值\nP1,2024-06-30,50个\n", "t.csv"), REGISTER, log);
        assertEquals(table.value(), tree.value(), tree.problems()::toString);
        assertEquals(told(table.problems()), told(tree.problems()));
        assertEquals(List.of("ERROR MISSING_FIELD"), told(ObservationFile.readRows(Input.of(json, "t.json"), REGISTER).problems()));
        String said = json.replace("\"rows\"", "\"recorded\": \"2024-07-01T00:00:00Z\", \"rows\"");
        assertFalse(ObservationFile.readRows(Input.of(said, "t.json"), REGISTER, log).value().get(0).entry().assumed());
    }

    /** Of rows that are appended together each is known after those above it that say when; two that do not are known at once. */
    @Test
    void rowsThatAreAppendedAreKnownInTheirOrder() {
        ObservationLog log = ObservationLog.of(read("kind: level, stream: P2, on: 2024-06-30, value: 91 %").value());
        String head = "指标编号,类型,日期,数值,来源,记录时间\nP1,total,2024-06-30,40个,乙,2025-11-01\n";
        WithProblems<List<Observation>> rows = ObservationCsv.parse(head + "P1,total,2024-06-30,41个,丙,\n", "t.csv", REGISTER, log);
        assertTrue(rows.problems().get(0).message().contains("41 个 from '丙' counts"), rows.problems()::toString);
        Assessor assessor = Assessor.of(REGISTER, log, AsOf.of(LocalDate.of(2024, 6, 30)));
        assessor.addAll(rows.value());
        assertEquals("41 个", assessor.get("P1").actual().orElseThrow().toString());
        List<String> atOnce = told(ObservationCsv.parse("""
                指标编号,类型,日期,数值,来源
                P1,total,2024-06-30,42个,丁
                P1,total,2024-06-30,43个,戊
                """, "t.csv", REGISTER, log).problems());
        assertEquals(Set.of("WARNING SOURCES_DIFFER", "ERROR SOURCES_DIFFER"), Set.copyOf(atOnce));
    }

    @Test
    void ofSourcesThatWereRecordedAtOnceNeitherIsTaken() {
        WithProblems<List<Observation>> read = read("""
                kind: level, stream: P2, on: 2024-06-30, value: 91 %
                kind: level, stream: P2, on: 2024-06-30, value: 88 %, source: 乙
                kind: member, stream: P5, on: 2024-06-30, member: 甲, standing: [satisfied]
                kind: member, stream: P5, on: 2024-06-30, member: 甲, standing: [excluded], source: 乙
                """);
        assertEquals(Collections.nCopies(4, "ERROR SOURCES_DIFFER"), told(read.problems()), read.problems()::toString);
        assertEquals(List.of(), read.value());
    }

    @Test
    void sourcesThatAgreeOrSpeakOfOtherDaysOrBasesAreNotDoubted() {
        assertEquals(List.of(), read("""
                kind: total, stream: P1, on: 2024-06-30, value: 45 个
                kind: total, stream: P1, on: 2024-06-30, value: 45 个, source: 乙
                kind: total, stream: P1, on: 2024-06-30, value: 40 个, source: 乙, basis: recognised
                kind: total, stream: P1, on: 2024-07-31, value: 50 个, source: 乙
                """).problems());
    }

    @Test
    void aTotalThatFallsFromOneSourceToAnotherIsDoubted() {
        WithProblems<List<Observation>> read = read("""
                kind: total, stream: P1, on: 2024-06-30, value: 45 个
                kind: total, stream: P1, on: 2024-07-31, value: 40 个, source: 乙
                """);
        assertEquals(List.of("WARNING FALLING_TOTAL"), told(read.problems()), read.problems()::toString);
        assertTrue(read.problems().get(0).message().contains("from '乙'"), read.problems()::toString);
    }

    /** Increments of sources are added up, which counts a thing twice that both report. */
    @ParameterizedTest
    @CsvSource({"2024-06-01/2024-06-30", "2024-04-01/2024-06-30", "2024-06-30/2024-07-31"})
    void incrementsOfTwoSourcesAreToldToBeAddedUp(String span) {
        String rows = "kind: increment, stream: P1, span: 2024-06-01/2024-06-30, value: 5 个\n";
        WithProblems<List<Observation>> read = read(rows + "kind: increment, stream: P1, span: " + span + ", value: 6 个, source: 乙\n");
        assertEquals(List.of("WARNING SOURCES_ADDED"), told(read.problems()), read.problems()::toString);
        assertEquals(List.of(), read(rows + "kind: increment, stream: P1, span: 2024-07-01/2024-07-31, value: 6 个, source: 乙\n").problems());
        assertEquals(List.of("WARNING SOURCES_ADDED"), told(ObservationLint.check(REGISTER, ObservationLog.of(read.value()))));
        assertEquals(List.of("WARNING SOURCES_ADDED"), told(ObservationCsv.parse("指标编号,类型,期间,数值,单位,来源\n"
                + "P1,increment,2024-06-01/2024-06-30,5,个,甲\nP1,increment," + span + ",6,个,乙\n", "t", REGISTER).problems()));
    }

    @Test
    void ofMoreThanTwoEachReportsHisPart() {
        String row = "kind: increment, stream: P1, span: 2024-06-01/2024-06-30, value: 5 个, source: ";
        assertEquals(List.of(), read(row + "甲\n" + row + "乙\n" + row + "丙\n").problems());
    }

    @Test
    void incrementsAreComparedWithThoseOfAKnownLogOnce() {
        ObservationLog log = ObservationLog.of(read("kind: increment, stream: P1, span: 2024-06-01/2024-06-30, value: 5 个\n").value());
        String file = "observations: small\nrecorded: 2025-10-08T09:00:00+08:00\nsource: 乙\nrows: [{kind: increment, stream: P1, span: %s, value: 5 个}]\n";
        assertEquals(List.of("WARNING SOURCES_ADDED"), told(ObservationFile.parse(file.formatted("2024-06-01/2024-06-30"), Format.YAML, "d",
                REGISTER, log).problems()));
        assertEquals(List.of(), ObservationFile.parse(file.formatted("2024-05-01/2024-05-31"), Format.YAML, "d", REGISTER, log).problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: total, stream: P1, on: 2025-02-28, value: 61 个 | 2024-02-28 was probably meant",
        "kind: total, stream: P1, on: 2023-06-30, value: 61 个 | 2024-06-30 was probably meant",
        "kind: total, stream: P1, on: 2015-06-30, value: 61 个 | outside of 2024-01-01/2024-12-31, which target 'P1' counts",
        "kind: increment, stream: P1, span: 2024-12-16/2025-01-15, value: 6 个 | outside of 2024-01-01/2024-12-31",
        "kind: level, stream: P2, on: 2025-01-31, value: 91 % | 2024-01-31 was probably meant",
        "kind: total, stream: P3, on: 2022-12-31, value: 61 个 | outside of 2023-01-01/2024-12-31",
        "kind: event, stream: P4, on: 2025-04-01 | 2024-04-01 was probably meant",
        "kind: member, stream: P5, on: 2025-04-01, member: 甲, standing: [satisfied] | outside of 2024-01-01/2024-12-31",
    })
    void whatNoTargetCountsIsTold(String row, String words) {
        List<Problem> problems = read(row).problems();
        assertEquals(List.of("WARNING OUTSIDE_PERIOD"), told(problems), problems::toString);
        assertTrue(problems.get(0).message().contains(words), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: total, stream: P3, on: 2023-12-31, value: 61 个", "kind: total, stream: P3, on: 2023-06-30, value: 61 个",
        "kind: event, stream: P4, on: 2025-03-31", "kind: judgement, stream: P1, on: 2025-03-31, assessor: 督查室, band: 良",
        "kind: member, stream: P5, on: 2023-04-01, member: 甲, standing: [satisfied]"})
    void whatIsOfABaseOrHoldsFromEarlierIsNotDoubted(String row) {
        assertEquals(List.of(), read(row).problems());
    }

    @Test
    void rowsOfATableThatAreReadQuicklyAreToldToo() {
        assertEquals(List.of("WARNING OUTSIDE_PERIOD"), told(ObservationCsv.parse("""
                指标编号,类型,期间,数值,单位
                P1,increment,2024-05-01/2024-05-31,5,个
                P1,increment,2024-06-01/2024-06-30,5,个
                P1,increment,2025-06-01/2025-06-30,5,个
                """, "t", REGISTER).problems()));
    }

    @Test
    void anObservationThatIsAddedIsToldToCountForNothing() {
        Assessor assessor = Assessor.of(REGISTER, ObservationLog.empty(), AsOf.of(LocalDate.of(2024, 9, 30)));
        Observation late = read("kind: total, stream: P1, on: 2025-02-28, value: 61 个").value().get(0);
        assertEquals(List.of("WARNING OUTSIDE_PERIOD"), told(assessor.check(late).problems()));
    }
}
