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
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that cannot be counted beside the others is refused at reading and told by lint: what is left is worth what it was. */
class MisfitRowsTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final Register REGISTER = RegisterFile.parse("""
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            targets:
              - {id: T1, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: T7, goal: {kind: coverage, population: [甲, 乙, 丙, 丁], require: ">= 75 %"}}
              - {id: T9, goal: {kind: change, of: level, direction: growth, form: relative, baseline: {observed: 2023-12-31}, require: ">= 8 %"}}
              - {id: T10, goal: {kind: change, of: total, direction: growth, form: relative, baseline: {observed: 2023-12-31}, require: ">= 8 %"}}
            """, Format.YAML, "register.yaml");

    private static WithProblems<List<Observation>> read(ObservationLog log, String rows) {
        return ObservationFile.parse("observations: small\nrecorded: 2024-10-08T09:00:00+08:00\nsource: s\nrows:\n" + rows.lines()
                .map(row -> "  - {" + row + "}\n").collect(Collectors.joining()), Format.YAML, "data.yaml", REGISTER, log);
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream().map(it -> it.severity() + " " + it.code()).toList();
    }

    private static final String TOTAL = "kind: total, stream: T1, on: 2024-06-30, value: 40 个\n";
    private static final String LATER = "kind: total, stream: T1, on: 2024-09-30, value: 47 个\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "T1,total,2024-06-30,40 个;T1,total,2024-09-30,47 个;T1,increment,2024-09-01/2024-09-30,3 个 | 7 | the other stands on line 5; the row is left out",
        "T1,increment,2024-09-01/2024-09-30,3 个;T1,total,2024-06-30,40 个;T1,total,2024-09-30,47 个 | 5 | the other stands on line 6; the row is left out",
    })
    void theKindOfWhichThereIsLessIsLeftOut(String rows, int line, String words) {
        WithProblems<List<Observation>> read = read(ObservationLog.empty(), rows.lines().flatMap(it -> java.util.Arrays.stream(it.split(";", -1)))
                .map(MisfitRowsTest::row).collect(Collectors.joining()));
        assertEquals(List.of("ERROR DOES_NOT_FIT"), told(read.problems()), read.problems()::toString);
        assertEquals(line, read.problems().get(0).place().line());
        assertTrue(read.problems().get(0).message().contains(words), read.problems()::toString);
        assertEquals(2, read.value().size());
    }

    private static String row(String cells) {
        String[] it = cells.split(",", -1);
        return "kind: " + it[1] + ", stream: " + it[0] + (it[1].equals("increment") ? ", span: " : ", on: ") + it[2] + ", value: " + it[3] + "\n";
    }

    @Test
    void whatTheLogHasStays() {
        ObservationLog log = ObservationLog.of(Observation.increment("T1", Span.parse("2024-01-01/2024-03-31"), q("9 个")).id("spring"));
        WithProblems<List<Observation>> read = read(log, TOTAL + LATER);
        assertEquals(List.of("ERROR DOES_NOT_FIT", "ERROR DOES_NOT_FIT"), told(read.problems()), read.problems()::toString);
        assertTrue(read.problems().get(0).message().contains("'spring'"), read.problems()::toString);
        assertEquals(List.of(), read.value());
        assertEquals(List.of(), read(ObservationLog.of(Observation.increment("T1", Span.parse("2024-01-01/2024-03-31"), q("9 个")).recognised()),
                TOTAL).problems());
        assertEquals(List.of(), read(log, TOTAL.trim() + ", supersedes: spring\n").problems());
    }

    @Test
    void aUnitThatOnlyTheOtherRowsSayIsHeldAgainstThem() {
        WithProblems<List<Observation>> read = read(ObservationLog.empty(), """
                kind: level, stream: T9, on: 2024-10-01, value: 120 个
                kind: level, stream: T9, on: 2023-12-31, value: 100 万元
                kind: level, stream: T9, on: 2024-09-30, value: 0.011 亿元
                """);
        assertEquals(List.of("ERROR DOES_NOT_FIT"), told(read.problems()), read.problems()::toString);
        assertEquals("unit '个' of 120 个 does not convert into '万元', in which stream 'T9' has 100 万元; the other stands on line 6; the row is left out",
                read.problems().get(0).message());
        assertEquals(2, read.value().size());
    }

    @Test
    void theQuickRoadFindsTheSame() {
        String rows = "T10,increment,2024-01-01/2024-01-31,5 个,s\n".repeat(1) + "T10,increment,2024-02-01/2024-02-29,5 个,s\n"
                + "T10,increment,2024-03-01/2024-03-31,5 个,s\nT10,increment,2024-04-01/2024-04-30,5 万元,s\n";
        List<Problem> units = ObservationCsv.parse("指标编号,类型,期间,数值,来源\n" + rows, "t", REGISTER).problems();
        assertEquals(List.of("ERROR DOES_NOT_FIT"), told(units), units::toString);
        assertEquals(5, units.get(0).place().line());
        List<Problem> kinds = ObservationCsv.parse("""
                指标编号,类型,期间,日期,数值,单位,来源
                T1,increment,2024-01-01/2024-01-31,,5,个,s
                T1,increment,2024-02-01/2024-02-29,,5,个,s
                T1,increment,2024-03-01/2024-03-31,,5,个,s
                T1,total,,2024-06-30,40,个,s
                """, "t", REGISTER).problems();
        assertEquals(List.of("ERROR DOES_NOT_FIT"), told(kinds), kinds::toString);
        assertEquals(5, kinds.get(0).place().line());
    }

    @Test
    void aMemberBesideACountIsRefused() {
        List<Problem> problems = read(ObservationLog.empty(), """
                kind: tally, stream: T7, on: 2024-06-30, numerator: 3, denominator: 4
                kind: member, stream: T7, on: 2024-06-30, member: 甲, standing: [satisfied]
                """).problems();
        assertEquals(List.of("ERROR DOES_NOT_FIT"), told(problems), problems::toString);
        assertEquals(6, problems.get(0).place().line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2024-10-01 | ERROR IMPOSSIBLE_DATE | counted since 2024-10-01, after 2024-09-30",
        "2023-01-01 | WARNING OUTSIDE_PERIOD | runs from 2023-01-01, and what target 'T1' counts runs from 2024-01-01",
        "2024-07-01 | WARNING OUTSIDE_PERIOD | runs from 2024-07-01, and what target 'T1' counts runs from 2024-01-01",
    })
    void aTotalThatBeginsElsewhereIsTold(String since, String told, String words) {
        List<Problem> problems = read(ObservationLog.empty(), LATER.trim() + ", since: " + since + "\n").problems();
        assertEquals(List.of(told), told(problems), problems::toString);
        assertTrue(problems.get(0).message().contains(words), problems::toString);
    }

    @Test
    void whatIsOfOtherDaysOrCountedTogetherIsNotDoubted() {
        assertEquals(List.of(), read(ObservationLog.empty(), """
                kind: total, stream: T10, on: 2023-12-31, value: 40 个
                kind: increment, stream: T10, span: 2024-01-01/2024-03-31, value: 12 个
                kind: total, stream: T10, on: 2023-03-31, value: 9 个, since: 2023-01-01
                """ + LATER.trim() + ", since: 2024-01-01\n").problems());
    }

    @Test
    void lintSaysTheSameOfALog() {
        ObservationLog log = ObservationLog.of(Observation.total("T1", JUNE, q("40 个")), Observation.total("T1", JUNE.minusMonths(1), q("30 个")),
                Observation.increment("T1", Span.parse("2024-01-01/2024-03-31"), q("9 个")).id("spring"),
                Observation.level("T9", JUNE, q("100 万元")), Observation.level("T9", JUNE.minusMonths(1), q("90 万元")),
                Observation.level("T9", JUNE.minusMonths(2), q("3 个")).id("odd"));
        List<Problem> problems = ObservationLint.check(REGISTER, log);
        assertEquals(List.of("ERROR DOES_NOT_FIT spring", "ERROR DOES_NOT_FIT odd"), problems.stream()
                .map(it -> it.severity() + " " + it.code() + " " + it.place().path()).toList(), problems::toString);
    }
}
