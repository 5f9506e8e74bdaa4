package io.mubiao.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever way a roll is made, ids are there once and values are such as the columns allow. */
class RollTest {
    private static final EvaluationRule RULE = rule("亩");

    private static EvaluationRule rule(String unit) {
        return RuleFile.parse("""
                id: t
                year: 2022
                columns:
                  land: {title: 用地面积, unit: %s, at-most: 100}
                  tax: {title: 税收, unit: 万元, negative: true}
                  size: {title: 规模, kind: text, values: [规上, 规下]}
                  since: {title: 投产, kind: day}
                  listed: {title: 上市, kind: flag, if-empty: 否}
                indicators: {i: {formula: tax, unit: 万元}}
                groups: [{id: all, rank-on: i}]
                """.formatted(unit), Format.YAML, "test");
    }

    private static NumberColumn numbers(String... values) {
        return NumberColumn.of(Arrays.stream(values).map(it -> it.isEmpty() ? null : new BigDecimal(it)).toList());
    }

    private static Roll whole(Map<String, NumberColumn> numbers, Map<String, TextColumn> texts) {
        return Roll.of(RULE, 2, row -> "E" + row, numbers, texts);
    }

    private static Roll row(Map<String, ?> values) {
        return Roll.builder(RULE).add("E0", values).build();
    }

    private static final Roll GOOD = whole(Map.of("land", numbers("3", "4")), Map.of("size", TextColumn.of(List.of("规上", "规下"))));

    private static Arguments refused(String told, Runnable made) {
        return Arguments.of(told, made);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused("enterprise 'E' is there twice", () -> Roll.of(RULE, 2, row -> "E", Map.of(), Map.of())),
                refused("needs an id", () -> Roll.of(RULE, 1, row -> " ", Map.of(), Map.of())),
                refused("did you mean 'land'", () -> whole(Map.of("lnad", numbers("1", "2")), Map.of())),
                refused("is a TEXT: found numbers", () -> whole(Map.of("size", numbers("1", "2")), Map.of())),
                refused("is a NUMBER: found texts", () -> whole(Map.of(), Map.of("land", TextColumn.of(List.of("1", "2"))))),
                refused("has 1 rows, expected 2", () -> whole(Map.of("land", numbers("1")), Map.of())),
                refused("column '用地面积(亩)' of enterprise 'E1': found -3, expected at least 0 and at most 100",
                        () -> whole(Map.of("land", numbers("", "-3")), Map.of())),
                refused("found 100.01", () -> whole(Map.of("land", numbers("1", "100.01")), Map.of())),
                refused("found 123456789012345678901234567890", () -> whole(Map.of("land", numbers("1", "123456789012345678901234567890")), Map.of())),
                refused("found 2, expected 1 (是) or 0 (否)", () -> whole(Map.of("listed", numbers("1", "2")), Map.of())),
                refused("found 0.5, expected whole days", () -> whole(Map.of("since", numbers("1", "0.5")), Map.of())),
                refused("found 规模以上, expected one of [规上, 规下]; did you mean '规上'?",
                        () -> whole(Map.of(), Map.of("size", TextColumn.of(List.of("规上", "规模以上"))))),
                refused("found -3", () -> GOOD.with("land", Map.of(1, new BigDecimal("-3")))),
                refused("found 中", () -> GOOD.withTexts("size", Map.of(0, "中"))),
                refused("'E0' is there twice", () -> GOOD.withIds(row -> "E0")),
                refused("row 1 is there twice", () -> GOOD.withRows(new int[] {1, 1})),
                refused("enterprise 'E0' is there twice", () -> Roll.builder(RULE).add("E0", Map.of()).add("E0", Map.of()).build()),
                refused("unknown column 'tex'; did you mean 'tax'?", () -> row(Map.of("tex", "1"))),
                refused("found '-3', expected at least 0", () -> row(Map.of("land", -3))),
                refused("found '-3', expected at least 0", () -> row(Map.of("land", new BigDecimal("-3")))),
                refused("found 'true', expected a BigDecimal, BigInteger, Integer, Long or String, got a Boolean", () -> row(Map.of("land", true))),
                refused("got a LocalDate", () -> row(Map.of("land", LocalDate.of(2022, 1, 1)))),
                refused("got a Double, which is no exact decimal", () -> row(Map.of("land", 0.1))),
                refused("expected a LocalDate or String, got a Integer", () -> row(Map.of("since", 20220101))),
                refused("expected a Boolean or String, got a BigDecimal", () -> row(Map.of("listed", BigDecimal.ONE))),
                refused("expected a String, got a Integer", () -> row(Map.of("size", 1))),
                refused("column 'land' of the roll is '用地面积(亩)', of the rule '用地面积(平方米)'",
                        () -> LandAssessor.of(rule("平方米")).evaluate(GOOD)),
                refused("column 'land' of the roll is", () -> LandAssessor.of(rule("平方米")).prior(GOOD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void nothingPublicSkipsTheChecks(String told, Runnable made) {
        String message = String.valueOf(assertThrows(RuntimeException.class, made::run).getMessage());
        assertTrue(message.contains(told), message);
    }

    private static List<String> told(Executable made) {
        return assertThrows(InvalidDefinitionException.class, made).problems().stream()
                .map(it -> it.code() + " " + it.place()).toList();
    }

    @Test
    void everythingThatIsWrongIsToldTogether() {
        assertEquals(List.of("NO_ID ", "UNKNOWN_NAME ", "BAD_VALUE  .land", "BAD_VALUE E1.land", "BAD_VALUE tax", "BAD_VALUE size"),
                told(() -> Roll.of(RULE, 2, row -> row == 0 ? " " : "E1", columns("lnad", numbers("1", "2"), "land",
                        numbers("-1", "101"), "tax", numbers("1"), "size", numbers("1", "2")), Map.of())));
        Roll.Builder builder = Roll.builder(RULE).add("E0", Map.of("land", 3)).add("E0", Map.of("land", -3))
                .add("E1", Map.of("lnad", 3)).add("", Map.of("size", "中"));
        assertEquals(List.of("DUPLICATE E0", "BAD_VALUE E0.land", "UNKNOWN_NAME E1", "NO_ID ", "BAD_VALUE .size"),
                told(builder::build));
        assertEquals(List.of("BAD_VALUE E0.size", "BAD_VALUE E1.size"),
                told(() -> GOOD.withTexts("size", Map.of(0, "中", 1, "下"))));
        assertEquals(List.of("DUPLICATE E", "BAD_VALUE land"), told(() -> Roll.of(RULE, 2, row -> "E", columns("land", numbers("1")),
                Map.of())));
    }

    private static Map<String, NumberColumn> columns(Object... namesAndColumns) {
        Map<String, NumberColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            columns.put((String) namesAndColumns[i], (NumberColumn) namesAndColumns[i + 1]);
        }
        return columns;
    }

    @Test
    void aRollOfNothingButProblemsIsGivenUp() {
        List<String> ids = java.util.Collections.nCopies(5_000, "E");
        List<String> told = told(() -> Roll.of(RULE, ids.size(), ids::get, Map.of(), Map.of()));
        assertEquals(1_001, told.size());
        assertEquals("TOO_MANY_PROBLEMS ", told.get(1_000));
    }

    @Test
    void valuesThatAreTypedAlreadyAreWhatTheirTextsWouldBe() {
        Map<String, Object> typed = new HashMap<>(Map.of("land", 3, "tax", new BigInteger("-7"), "size", "规上", "since",
                LocalDate.of(2022, 3, 4), "listed", true));
        Map<String, String> read = Map.of("land", "3", "tax", "-7", "size", "规上", "since", "2022-03-04", "listed", "是");
        Function<Roll, List<Object>> shown = roll -> List.of(roll.number("land").orElseThrow().value(0), roll.number("tax").orElseThrow()
                .value(0), roll.text("size").orElseThrow().text(0), roll.number("since").orElseThrow().value(0),
                roll.number("listed").orElseThrow().value(0));
        assertEquals(shown.apply(row(read)), shown.apply(row(typed)));
        typed.put("tax", null);
        typed.put("listed", " ");
        assertTrue(row(typed).number("tax").orElseThrow().isMissing(0));
        assertEquals("0", String.valueOf(row(typed).number("listed").orElseThrow().value(0)));
    }

    @Test
    void anIdIsFoundAndOneThatIsNotThereIsToldWithTheNearOne() {
        assertEquals(1, GOOD.get("E1").index());
        assertEquals(0, GOOD.withRows(new int[] {1}).get("E1").index());
        Roll codes = GOOD.withIds(row -> "91340100MA2" + row);
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> codes.get("91340100MA21X").index()).getMessage())
                .contains("did you mean '91340100MA21'?"));
    }

    /** A sum of members may be more than one of them may have. */
    @Test
    void sumsOfAllowedNumbersAreNotHeldToTheLimits() {
        Roll members = whole(Map.of("land", numbers("60", "70"), "tax", numbers("1", "")), Map.of());
        Roll merged = members.merge(new int[] {1, 0}, new int[] {2}, RULE.columns().subList(0, 2));
        assertEquals("E1 130", merged.id(0) + " " + merged.number("land").orElseThrow().value(0));
        assertTrue(merged.number("tax").orElseThrow().isMissing(0));
    }

    /** A roll keeps what it was built of, and a builder goes on after that: also in the middle of its own parts. */
    @Test
    void aBuilderCanBeBuiltAgainAndGoOn() {
        Roll.Builder builder = Roll.builder(RULE);
        List<Roll> built = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            builder.add("F" + i, Map.of("tax", i % 7 == 0 ? "" : i + ".25"));
            if (i == 0 || i == 4095 || i == 4096 || i == 9_999) {
                built.add(builder.build());
                built.add(builder.build());
            }
        }
        for (Roll roll : built) {
            for (int row = 0; row < roll.size(); row++) {
                assertEquals(row % 7 == 0 ? null : Rational.of(new BigDecimal(row + ".25")),
                        roll.number("tax").orElseThrow().value(row));
            }
        }
    }
}
