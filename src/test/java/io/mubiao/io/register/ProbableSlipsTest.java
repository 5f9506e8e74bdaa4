package io.mubiao.io.register;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.lint.ObservationLint;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips of the pen that make another figure of a good one are told with what was probably meant, at reading and by lint. */
class ProbableSlipsTest {
    private static final Register REGISTER = RegisterFile.parse("""
            register: r
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个, 户]
            stages: {project: [谋划, 开工, 建成]}
            targets:
              - {id: T1, title: 新项目, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: T2, title: 优良率, goal: {kind: amount, of: level, require: ">= 90 %"}}
              - {id: T3, title: 失业率, goal: {kind: amount, of: level, require: "<= 5.5 %"}}
              - {id: T4, title: 支出, goal: {kind: amount, of: total, require: "<= 100 万元"}}
              - {id: T5, title: 投资增速, goal: {kind: amount, of: level, require: ">= 6 %"}}
              - {id: T6, title: 就业, goal: {kind: amount, of: total, require: ">= 1200 人"}}
              - {id: T7, title: 覆盖, goal: {kind: coverage, population: [甲, 乙, 丙, 丁], require: ">= 75 %"}}
              - {id: T8, title: 少数项目, goal: {kind: amount, of: total, require: ">= 1 个"}}
              - {id: T9, title: 增长, goal: {kind: change, of: level, direction: growth, form: relative, baseline: {observed: 2023-12-31}, require: ">= 8 %"}}
              - {id: T10, title: 在岗, goal: {kind: amount, of: level, require: ">= 60 人"}}
              - {id: T11, title: 开工, goal: {kind: milestone, stage: 开工, stages: project}}
              - {id: T12, title: 三项开工, goal: {kind: stage-count, items: {named: [a, b, c, d]}, stage: 开工, stages: project, require: ">= 3 个"}}
            """, Format.YAML, "register.yaml");

    private static WithProblems<List<Observation>> read(String rows) {
        return ObservationFile.parse("observations: r\nrecorded: 2024-10-08T09:00:00+08:00\nsource: s\nrows:\n" + rows.lines()
                .map(row -> "  - {" + row + "}\n").collect(Collectors.joining()), Format.YAML, "data.yaml", REGISTER);
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream().map(it -> it.severity() + " " + it.code()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: level, stream: T3, on: 2024-09-30, value: 0.055 % | FAR_OFF | 5.5 % was probably meant",
        "kind: level, stream: T3, on: 2024-09-30, value: -5.3 % | NEGATIVE | 5.3 % was probably meant",
        "kind: level, stream: T2, on: 2024-09-30, value: 910 % | FAR_OFF | 91 % was probably meant",
        "kind: level, stream: T2, on: 2024-09-30, value: 9100 % | FAR_OFF | 91 % was probably meant",
        "kind: level, stream: T2, on: 2024-09-30, value: -91 % | NEGATIVE | 91 % was probably meant",
        "kind: level, stream: T2, on: 2024-09-30, value: 91 ‰ | FAR_OFF | 91 % was probably meant",
        "kind: total, stream: T1, on: 2024-09-30, value: 62000 个 | FAR_OFF | 62 个 was probably meant",
        "kind: total, stream: T1, on: 2024-09-30, value: 4700 个 | FAR_OFF | 47 个 was probably meant",
        "kind: increment, stream: T1, span: 2024-09-01/2024-09-30, value: 6200 个 | FAR_OFF | 62 个 was probably meant",
        "kind: total, stream: T4, on: 2024-09-30, value: 4700000000 万元 | FAR_OFF | 47 万元 was probably meant",
        "kind: increment, stream: T6, span: 2024-09-01/2024-09-30, value: -7 人 | NEGATIVE | 7 人 was probably meant",
        "kind: level, stream: T10, on: 2024-09-30, value: -60 人 | NEGATIVE | 60 人 was probably meant",
    })
    void oneFigureIsToldWithWhatWasMeant(String row, String code, String words) {
        WithProblems<List<Observation>> read = read(row);
        assertEquals(List.of("WARNING " + code), told(read.problems()), read.problems()::toString);
        assertTrue(read.problems().get(0).message().contains(words), read.problems()::toString);
        assertEquals(1, read.value().size());
        assertEquals(List.of("WARNING " + code), told(ObservationLint.check(REGISTER, ObservationLog.of(read.value()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: level, stream: T3, on: 2024-09-30, value: 0.3 %", "kind: level, stream: T3, on: 2024-09-30, value: 15 %",
        "kind: level, stream: T2, on: 2024-09-30, value: 9 %", "kind: level, stream: T2, on: 2024-09-30, value: 120 %",
        "kind: level, stream: T2, on: 2024-09-30, value: 910 ‰", "kind: level, stream: T5, on: 2024-09-30, value: -5.3 %",
        "kind: total, stream: T1, on: 2024-09-30, value: 1500 个", "kind: total, stream: T8, on: 2024-09-30, value: 60 个",
        "kind: total, stream: T4, on: 2024-01-31, value: 0.5 元", "kind: total, stream: T6, on: 2024-09-30, value: 1 万人"})
    void whatCanBeIsNotDoubted(String row) {
        assertEquals(List.of(), read(row).problems());
    }

    /** Rows like those before them are read without an object each, and doubted all the same. */
    @ParameterizedTest
    @CsvSource({"T1, 个, 5, 4700", "T1, 个, 5, 62000", "T1, 个, 5, 6200000000", "T4, 万元, 5, 4700", "T6, 人, 50, 120000", "T4, 元, 50000, 47000000"})
    void theQuickRoadDoubtsTheSame(String stream, String unit, String usual, String odd) {
        List<Problem> problems = ObservationCsv.parse("指标编号,类型,期间,数值,单位\n" + stream + ",increment,2024-01-01/2024-01-31," + usual + "," + unit + "\n"
                + stream + ",increment,2024-02-01/2024-02-29," + usual + "," + unit + "\n" + stream + ",increment,2024-03-01/2024-03-31," + odd + ","
                + unit + "\n", "t", REGISTER).problems();
        assertEquals(List.of("WARNING FAR_OFF"), told(problems), problems::toString);
        assertEquals(4, problems.get(0).place().line());
    }

    /** Where no target says how large a figure is, the figures before it do. */
    @Test
    void figuresThatLeapAreTold() {
        List<Problem> problems = read("""
                kind: level, stream: T9, on: 2023-12-31, value: 100 万元
                kind: level, stream: T9, on: 2024-09-30, value: 110 亿元
                """).problems();
        assertEquals(List.of("WARNING FAR_OFF"), told(problems), problems::toString);
        assertEquals("110 亿元 of 2024-09-30 is far from the 100 万元 of 2023-12-31; 110 万元 was probably meant; the other stands on line 5",
                problems.get(0).message());
        assertEquals(List.of(), read("""
                kind: level, stream: T9, on: 2023-12-31, value: 100 万元
                kind: level, stream: T9, on: 2024-06-30, value: 0.3 亿元
                kind: level, stream: T9, on: 2024-09-30, value: 90 万元
                """).problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "建成,2024-06-30,谋划,2024-09-30 | stage '谋划' of 2024-09-30 is before '建成' of 2024-06-30, and a stage does not fall; the furthest counts",
        "谋划,2024-09-30,建成,2024-06-30 | stage '谋划' of 2024-09-30 is before '建成' of 2024-06-30, and a stage does not fall; the furthest counts",
        "建成,2024-06-30,谋划,2024-06-30 | two stages of 2024-06-30: '建成' and '谋划'; the furthest counts",
    })
    void aStageThatFallsIsTold(String stages, String message) {
        String[] it = stages.split(",", -1);
        List<Problem> problems = read("kind: stage, stream: T11, on: " + it[1] + ", stage: " + it[0] + "\nkind: stage, stream: T11, on: " + it[3]
                + ", stage: " + it[2] + "\n").problems();
        assertEquals(List.of("WARNING FALLING_STAGE"), told(problems), problems::toString);
        assertTrue(problems.get(0).message().startsWith(message), problems::toString);
    }

    @Test
    void stagesOfOtherItemsOrThatRiseAreNotDoubted() {
        assertEquals(List.of(), read("""
                kind: stage, stream: T12, on: 2024-06-30, item: a, stage: 建成
                kind: stage, stream: T12, on: 2024-09-30, item: b, stage: 谋划
                kind: stage, stream: T11, on: 2024-06-30, stage: 谋划
                kind: stage, stream: T11, on: 2024-09-30, stage: 开工
                kind: stage, stream: T11, on: 2024-09-30, stage: 开工, source: other
                """).problems());
    }

    /** The items that are named are those that count, as the members of a population are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind: stage, stream: T12, on: 2024-06-30, item: e, stage: 开工 | 'e' is not one of [a, b, c, d]",
        "kind: stage, stream: T12, on: 2024-06-30, stage: 开工 | item is missing; expected one of [a, b, c, d]",
        "kind: stage, stream: T12, on: 2024-06-30, item: a, stage: 开 工 | stage '开 工' is not one of [谋划, 开工, 建成]; did you mean '开工'?"})
    void whatIsOnNoListIsRefused(String row, String message) {
        List<Problem> problems = read(row).problems();
        assertEquals(List.of("ERROR DOES_NOT_FIT"), told(problems), problems::toString);
        assertEquals(message, problems.get(0).message());
    }

    @Test
    void twoCountsAndTwoStandingsAreToldAsPeopleWriteThem() {
        List<Problem> problems = read("""
                kind: tally, stream: T7, on: 2024-06-30, numerator: 3, denominator: 4
                kind: tally, stream: T7, on: 2024-06-30, numerator: 2, denominator: 4, denominator-exclusion: 1
                """).problems();
        assertTrue(problems.get(0).message().contains("known at once: 2/(4 - 1) and 3/4;"), problems::toString);
    }

    @Test
    void aYearInWhichNothingCanHaveBeenRecordedIsToldOnceWithTheOneMeant() {
        WithProblems<List<Observation>> read = ObservationFile.parse("""
                observations: r
                recorded: 0024-10-08T09:00:00+08:00
                rows:
                  - {kind: total, stream: T1, on: 2024-06-30, value: 30 个}
                  - {kind: total, stream: T1, on: 2024-09-30, value: 47 个}
                  - {kind: total, stream: T4, on: 2024-09-30, value: 47 万元, recorded: 0024-10-09T09:00:00+08:00}
                """, Format.YAML, "data.yaml", REGISTER);
        assertEquals(List.of("recorded on 0024-10-08 cannot be, its year is 24; 2024-10-08 was probably meant; rows that do not say themselves when they"
                + " were recorded are left out", "recorded on 0024-10-09 cannot be, its year is 24; 2024-10-09 was probably meant"),
                read.problems().stream().map(Problem::message).toList());
        assertEquals(List.of("ERROR IMPOSSIBLE_DATE", "ERROR IMPOSSIBLE_DATE"), told(read.problems()));
    }

    /** Nobody recorded it: the day itself is told. */
    @Test
    void anAssumedInstantIsNotToldAsRecorded() {
        List<Problem> problems = ObservationLint.check(REGISTER, ObservationLog.of(Observation.total("T1", LocalDate.of(2205, 6, 30), q("30 个"))));
        assertEquals(List.of("2205-06-30 cannot be, its year is 2205"), problems.stream().map(Problem::message)
                .map(it -> it.replaceAll("; .*", "")).toList());
    }
}
