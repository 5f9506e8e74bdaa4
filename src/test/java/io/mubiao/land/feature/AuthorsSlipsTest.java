package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.problems;
import static io.mubiao.land.feature.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read but cannot be meant is refused in the author's words, with what to write. */
class AuthorsSlipsTest {
    private static String item(String item) {
        return """
                id: t
                year: 2022
                columns: {land: {unit: 亩}, tax: {unit: 万元, negative: true}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, weights-total: 30, items: {tpm: {weight: 30, %s}}}]
                """.formatted(item);
    }

    private static String told(String item) {
        List<Problem> problems = problems(item(item));
        assertEquals(List.of("5 groups[0].items.tpm BAD_RULE"), problems.stream()
                .map(it -> it.place().line() + " " + it.place().path() + " " + it.code()).toList());
        return problems.get(0).message();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "score: ratio, base: 12, cap: 1.5 * w|'''base'' lacks its unit: found 12, write 12 万元/亩'",
        "score: ratio, base: 0 万元/亩|base is 0, so nobody can have points",
        "score: ratio, base: 12 亩|'''base'' is in 亩, but 亩均税收 is in 万元/亩'",
        "'score: {efficacy: 20 %}, low: 2, high: 50 万元/亩'|'''low'' lacks its unit: found 2, write 2 万元/亩'",
        "'score: {steps: {of: value, below: 0, at: {12: 30}}}'|threshold lacks its unit: found 12, write 12 万元/亩",
        "'score: {curve: {at: {5: 0, 12 万元/亩: 30}}}'|knot lacks its unit: found 5, write 5 万元/亩",
        "'score: {bonus: {above: 12, each: 1 万元/亩, points: 5}}'|'''above'' lacks its unit: found 12, write 12 万元/亩'"})
    void aNumberWithoutItsUnitIsToldWithTheOneToWrite(String item, String told) {
        assertTrue(told(item).startsWith(told), told(item));
    }

    @Test
    void everyNumberWithoutItsUnitIsToldAtOnce() {
        assertEquals(List.of("threshold lacks its unit: found 12, write 12 万元/亩", "threshold lacks its unit: found 20, write 20 万元/亩"),
                problems(item("score: {steps: {of: value, below: 0, at: {12: 20, 20: 30}}}")).stream()
                        .map(it -> it.message()).toList());
    }

    @Test
    void everythingWrongWithTheClassesIsToldAtOnce() {
        String classes = """
                ranking: {by: [], on: rounded, ties: dense, small-groups: none}
                classes: {order: [A, B, C], by: rank, cuts: {A: 20 %, B: 80 %, C: 100 %}, bounds: {A: at-most 10 %, B: at-most 50 %},
                  quota-base: ranked, quota-rounding: cumulative floor}
                """;
        assertEquals(List.of("class 'A' has 20 %, but must have at most 10 %", "class 'B' has 60 %, but must have at most 50 %"),
                problems(item("score: ratio, base: 12 万元/亩, cap: w"), classes).stream().map(Problem::message).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'score: {deduction: {below: 20 万元/亩, each: 1 万元/亩, points: 5}}, floor: 0'|floor 0 gives everybody 0",
        "'score: {deduction: {below: 20 万元/亩, each: 1 万元/亩, points: 5}}, floor: 2'|floor 2 gives everybody 2",
        "'score: {steps: {of: value, below: 0, at: {12 万元/亩: 30}}}, floor: 40'|floor 40 gives everybody 40",
        "'score: progress, base: 1 万元/亩, target: 2 万元/亩, floor: w'|floor 30 gives everybody 30",
        "'score: {curve: {at: {5 万元/亩: 10, 12 万元/亩: 30}}}, cap: 5'|cap 5 leaves nobody",
        "'score: ratio, base: 12 万元/亩, cap: 0'|cap 0 leaves nobody",
        "'score: ratio, base: 12 万元/亩, cap: 5, floor: 5'|cap and floor are both 5"})
    void limitsThatGiveEverybodyTheSameAreRefused(String item, String told) {
        assertTrue(told(item).contains(told), told(item));
    }

    @Test
    void whoMeantFullPointsLessADeductionIsToldHowToWriteIt() {
        String message = told("score: {deduction: {below: 20 万元/亩, each: 1 万元/亩, points: 5}}, floor: 0");
        String formula = "{formula: 'w - max(0, (20 万元/亩 - x) / 1 万元/亩) * 5'}";
        assertTrue(message.contains(formula), message);
        var evaluation = Try.evaluate(rule(item("score: " + formula + ", floor: 0")), "a land=10 tax=190", "b land=10 tax=300", "c land=10 tax=10");
        assertEquals("25 30 0", Try.totals(evaluation, "a", "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"score: {deduction: {below: 20 万元/亩, each: 1 万元/亩, points: 5}}, floor: -30",
        "score: {bonus: {above: 12 万元/亩, each: 1 万元/亩, points: 5}}, cap: 15, floor: 0",
        "score: ratio, base: 0 万元/亩, degenerate: zero", "score: progress, base: 1 万元/亩, target: 2 万元/亩, floor: -3, negative: -3"})
    void limitsThatLeaveRoomAreTaken(String item) {
        assertEquals(1, rule(item(item)).groups().size());
    }

    @Test
    void aTotalHeldAtOneNumberAndALimitOfNothingAreRefused() {
        String plain = item("score: ratio, base: 12 万元/亩");
        assertTrue(problems(plain, "total: {cap: 5, floor: 5}\n").get(0).message().contains("cap and floor are both 5, so everybody has that"));
        assertTrue(problems(plain, "bonuses: {b: {points: 5, limit: 0}}\n").get(0).message().contains("a limit of 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"land: {title: 用地面积, unit: 亩}, tax: {title: 用地面积, unit: 万元}", "land: {title: 用地 面积}, tax: {title: 用地面积}",
        "land: {title: 面积}, tax: {title: land}"})
    void twoColumnsThatOneHeaderWouldMeanAreRefused(String columns) {
        assertEquals(List.of("3 columns.tax DUPLICATE"), problems("id: t\nyear: 2022\ncolumns: {" + columns + "}\n").stream()
                .map(it -> it.place().line() + " " + it.place().path() + " " + it.code()).toList());
    }
}
