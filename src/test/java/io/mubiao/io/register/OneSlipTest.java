package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.observe.Observation;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One slip is one problem: what leans on a refused part is not checked, and a slip hides no other. */
class OneSlipTest {
    private static final String REGISTER = """
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个]
            stages: {works: [立项, 开工, 竣工]}
            severities: {grades: [轻, 重]}
            calendars: {office: {holidays: [2024-10-01/2024-10-07]}}
            targets:
              - {id: P1, pace: working-days office, goal: {kind: amount, of: total, require: ">= 62 个"}}
              - {id: P2, goal: {kind: amount, of: level, require: ">= 90 %"}}
              - {id: P3, goal: {kind: milestone, stage: 开工}}
              - {id: P4, goal: {kind: milestone, stages: works, stage: 竣工}}
              - {id: P5, goal: {kind: red-line, severity: 重}}
              - {id: P6, goal: {kind: change, of: total, direction: growth, form: relative, baseline: {value: 5 个, on: 2023-12-31}, require: ">= 6 %"}}
            """;
    private static final String OBSERVATIONS = """
            observations: small
            recorded: 2024-10-08T09:00:00+08:00
            rows:
              - {kind: total, stream: P1, on: 2024-09-30, value: 50 个}
              - {kind: level, stream: P2, on: 2024-09-30, value: 91 %}
              - {kind: stage, stream: P3, on: 2024-05-01, stage: 开工}
            """;

    private static List<Problem> problems(String text) {
        return assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.parse(text, Format.YAML, "r")).problems();
    }

    private static Register register() {
        return RegisterFile.parse(REGISTER, Format.YAML, "r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "period: 2024-01-01/2024-12-31|period: 2024年|2024-01-01/2024-12-31 was probably meant",
        "{kind: amount, of: level, require|{level: '>= 90 %', require|kind: amount, of: level",
        "{kind: amount, of: level, require|{kind: level, require|kind: amount, of: level",
        "{kind: amount, of: total, require: \">= 62 个\"}|{total: '>= 62 个'}|kind: amount, of: total, require: \">= 62 个\"",
        "{kind: red-line, severity: 重}|{red-line: 重}|kind: red-line",
        "units: [个]|units: 个|list",
        "units: [个]|units: [个，人]|full-width",
        "units: [个]|units: {个: 1}|list",
        "[立项, 开工, 竣工]|[立项, 立项, 竣工]|立项",
        "stages: {works: [立项, 开工, 竣工]}|stages: 立项|object",
        "[轻, 重]|轻|list",
        "severities: {grades: [轻, 重]}|severities: [轻, 重]|object",
        "2024-10-01/2024-10-07|2024-10-07/2024-10-01|2024-10-01",
        "calendars: {office|calenders: {office|calendars",
        "stages: {works|stagse: {works|stages",
        "units: [个]|unit: [个]|units",
        "period: 2024-01-01|perid: 2024-01-01|period",
        "zone: Asia/Shanghai|zone: Shanghai|Shanghai",
        "zone: Asia/Shanghai|zonne: Asia/Shanghai|'zone'",
        "{kind: amount, of: level|{knd: amount, of: level|'kind'",
        "{kind: amount, of: level|{kind: amuont, of: level|'amount'",
        "of: level, require|of: level, requier|'require'",
        "{id: P2|{iid: P2|'id'",
        "{id: P3, goal|{id: P3, deadline: 2024-03-31, goal|'due'",
        "{id: P3, goal|{id: P3, 完成时限: 2024-03-31, goal|'due'",
        "direction: growth|directon: growth|'direction'",
    })
    void inARegister(String right, String wrong, String word) {
        assertTrue(REGISTER.contains(right), right);
        List<Problem> problems = problems(REGISTER.replace(right, wrong));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains(word), problems::toString);
    }

    @Test
    void aLackingKindDoesNotHideAMisspeltFieldOfAnyKind() {
        List<Problem> problems = problems(REGISTER.replace("{kind: amount, of: level, require", "{of: level, requier"));
        assertEquals(List.of("MISSING_FIELD", "UNKNOWN_FIELD"), problems.stream().map(Problem::code).toList());
        assertTrue(problems.get(1).message().contains("'require'"), problems::toString);
        String text = OBSERVATIONS.replace("kind: level, stream: P2, on", "stream: P2, onn");
        List<Problem> ofRows = ObservationFile.parse(text, Format.YAML, "o", register()).problems();
        assertEquals(List.of("MISSING_FIELD", "UNKNOWN_FIELD"), ofRows.stream().map(Problem::code).toList());
    }

    @Test
    void aSecondSlipIsToldBesideTheFirst() {
        List<Problem> problems = problems(REGISTER.replace("period: 2024-01-01/2024-12-31", "period: 2024年")
                .replace("units: [个]", "units: 个").replace(">= 90 %", ">= 90 %%"));
        assertEquals(List.of(3, 4, 10), problems.stream().map(it -> it.place().line()).toList(), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "recorded: 2024-10-08T09:00:00+08:00|recorded: 2024年10月|2024年10月",
        "observations: small|observations: smal|'small'",
        "kind: level|knd: level|'kind'",
        "kind: level|kind: levl|'level'",
        "stream: P2|straem: P2|'stream'",
    })
    void inObservations(String right, String wrong, String word) {
        assertTrue(OBSERVATIONS.contains(right), right);
        List<Problem> problems =
                ObservationFile.parse(OBSERVATIONS.replace(right, wrong), Format.YAML, "o", register()).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).message().contains(word), problems::toString);
    }

    @Test
    void aFileThatNeverSaysWhenItBecameKnownIsToldOnce() {
        WithProblems<List<Observation>> read = ObservationFile.parse(
                OBSERVATIONS.replace("recorded: 2024-10-08T09:00:00+08:00\n", ""), Format.YAML, "o", register());
        assertEquals(List.of("MISSING_FIELD"), read.problems().stream().map(Problem::code).toList());
        assertEquals(List.of(), read.value());
        String some = OBSERVATIONS.replace("recorded: 2024-10-08T09:00:00+08:00\n", "")
                .replace("value: 91 %", "value: 91 %, recorded: 2024-10-08T09:00:00+08:00");
        assertEquals(List.of("P2"), ObservationFile.parse(some, Format.YAML, "o", register()).value().stream().map(it -> it.entry().stream()).toList());
    }

    @Test
    void everyVersionThatDoesNotRiseIsToldOnItsLine() {
        String versions = """
                  - id: P7
                    goal: {kind: amount, of: total, require: ">= 62 个"}
                    versions:
                      - {from: 2024-07-01, authority: 区政府, reason: 调整, goal: {kind: amount, of: total, require: ">= 50 个"}}
                      - {from: 2024-07-01, authority: 区政府, reason: 调整, goal: {kind: amount, of: total, require: ">= 60 个"}}
                      - {from: 2024-05-01, authority: 区政府, reason: 调整, goal: {kind: amount, of: total, require: ">= 70 个"}}
                """;
        assertEquals(List.of("19 targets[6].versions[1].from", "20 targets[6].versions[2].from"),
                problems(REGISTER + versions).stream().map(it -> it.place().line() + " " + it.place().path()).toList());
    }
}
