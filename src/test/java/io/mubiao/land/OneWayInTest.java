package io.mubiao.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollTable;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.WithProblems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file does not let in, nothing else does: one firm once, no totals, no days that no firm has, no row that is not there. */
class OneWayInTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns:
              land: {title: 用地面积, unit: 亩}
              county: {title: 属地, kind: text}
              since: {title: 投产, kind: day, if-empty: 2000-01-01}
              kind: {title: 类型, kind: text, if-empty: 工业}
              staff: {title: 职工, if-empty: 3}
            indicators: {i: {formula: land, unit: 亩}}
            groups: [{id: all, rank-on: i}]
            """, Format.YAML, "test");

    private static Roll built(String... ids) {
        Roll.Builder builder = Roll.builder(RULE);
        for (String id : ids) {
            builder.add(id, Map.of("land", 3));
        }
        return builder.build();
    }

    private static Roll columns(List<String> ids, Map<String, NumberColumn> numbers, Map<String, TextColumn> texts) {
        return Roll.of(RULE, NameColumn.of(ids), NameColumn.of(ids), numbers, texts);
    }

    private static List<Supplier<Roll>> ways(String... ids) {
        List<String> all = List.of(ids);
        return List.of(() -> built(ids), () -> columns(all, Map.of(), Map.of()), () -> Roll.of(RULE, all.size(), all::get, Map.of(), Map.of()),
                () -> Roll.of(RULE, all.size(), row -> "Z" + (row + 1), Map.of(), Map.of()).withIds(all::get));
    }

    private static String told(Executable made) {
        return assertThrows(InvalidDefinitionException.class, made).problems().stream().map(it -> it.code()).distinct().toList().toString();
    }

    private static Optional<String> read(String id) {
        WithProblems<Roll> read = RollTable.read("t", List.of("id", "land"), List.of(List.of(id, 3)), RULE, CsvOptions.DEFAULT);
        return read.value().size() == 0 ? Optional.empty() : Optional.of(read.value().id(0));
    }

    static Stream<String> typed() {
        return Stream.of("E1", " E1", "E1 ", "'E1", "＇E1", "Ｅ１", "=\"E1\"", "e1", "E\u200B1", "\u00A0E1\u3000", "91350100m000100y43", "甲-1", "—", "N/A", " ", "1.2E+17",
                "E\u00001", "合计", "合计：", "全县合计", "合计(5户)", "Total", "Grand total", "注：数据为快报数", "合计数", "007", "Q_7");
    }

    @ParameterizedTest
    @MethodSource("typed")
    void anIdIsKeptAsOfAFile(String typed) {
        Optional<String> read = read(typed);
        if (read.isPresent()) {
            assertEquals(read.get(), built(typed).id(0));
            assertTrue(Roll.builder(RULE).add(read.get(), Map.of()).has(typed));
        } else {
            assertThrows(InvalidDefinitionException.class, () -> built(typed));
        }
        for (Supplier<Roll> way : ways(typed).subList(1, 4)) {
            if (read.filter(typed::equals).isPresent()) {
                assertEquals(typed, way.get().id(0));
            } else {
                assertThrows(InvalidDefinitionException.class, way::get);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1", " E1", "'E1", "Ｅ1", "e1", "E 1", "E-1", "E\u200B1"})
    void nobodyComesInTwice(String again) {
        for (String[] ids : List.of(new String[] {"E1", again}, new String[] {again, "E1"})) {
            ways(ids).forEach(way -> assertThrows(InvalidDefinitionException.class, way::get));
            WithProblems<Roll> read = RollTable.read("t", List.of("id", "land"), List.of(List.of(ids[0], 3), List.of(ids[1], 3)), RULE, CsvOptions.DEFAULT);
            assertEquals(1, read.value().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"7,007", "1,1.0", "QY_5,qy5"})
    void idsThatDifferAsTheyAreTypedAreOneFirm(String one, String other) {
        ways(one, other).forEach(way -> assertEquals("[NEAR_ID]", told(way::get)));
        ways(other, one).forEach(way -> assertEquals("[NEAR_ID]", told(way::get)));
        ways("1-1", "11", "E1", "E2", "2.10", "2.1").forEach(way -> assertEquals(6, way.get().size()));
    }

    @Test
    void totalsAreNoFirm() {
        ways("合计").forEach(way -> assertEquals("[TOTALS_ROW]", told(way::get)));
        assertEquals("[TOTALS_ROW]", told(() -> Roll.builder(RULE).add("E1", "合计", Map.of()).build()));
        assertEquals("[TOTALS_ROW]", told(() -> Roll.of(RULE, NameColumn.of(List.of("E1")), NameColumn.of(List.of("全县合计")), Map.of(), Map.of())));
        assertEquals("[NO_ID]", told(() -> Roll.builder(RULE).add("", "合计", Map.of()).build()));
        assertEquals("合计科技公司", Roll.builder(RULE).add("E1", " 合计科技公司", Map.of()).build().name(0));
    }

    @Test
    void aTextIsReadAsACell() {
        Roll roll = Roll.builder(RULE).add("E1", Map.of("land", "'3", "county", "'甲县 ")).add("E2", Map.of("land", "—", "county", "N/A")).build();
        assertEquals("3 甲县", roll.get("E1").number("land").orElseThrow() + " " + roll.get("E1").text("county").orElseThrow());
        assertTrue(roll.get("E2").number("land").isEmpty() && roll.get("E2").text("county").isEmpty());
        assertEquals("[BAD_VALUE]", told(() -> columns(List.of("E1", "E2"), Map.of(), Map.of("county", TextColumn.of(List.of("甲县", " 甲县"))))));
        assertEquals("[BAD_VALUE]", told(() -> columns(List.of("E1", "E2"), Map.of(), Map.of("county", TextColumn.of(List.of("甲县", ""))))));
    }

    private static final Roll TWO = columns(List.of("E1", "E2"), Map.of("since", NumberColumn.of(0, new long[] {0, 2_932_896}), "land",
            NumberColumn.of(0, new long[] {1, 2})), Map.of("county", TextColumn.of(List.of("甲县", "乙县"))));

    @ParameterizedTest
    @ValueSource(longs = {99_999_999, -900_000, -25_568, 47_847})
    void noFirmHasADayOfAnotherAge(long day) {
        NumberColumn days = NumberColumn.of(0, new long[] {day, 2_932_896});
        assertEquals("[BAD_VALUE]", told(() -> columns(List.of("E1", "E2"), Map.of("since", days), Map.of())));
        assertEquals("[BAD_VALUE]", told(() -> TWO.with("since", Map.of(0, BigDecimal.valueOf(day)))));
        assertEquals("[BAD_VALUE]", told(() -> TWO.with("since", Map.of(0, new BigDecimal(day + ".5")))));
        assertEquals("17000", String.valueOf(TWO.with("since", Map.of(0, BigDecimal.valueOf(17_000))).get("E1").number("since").orElseThrow()));
    }

    @Test
    void aRowThatIsNotThereIsNamed() {
        for (Executable made : List.<Executable>of(() -> TWO.with("land", Map.of(9, BigDecimal.ONE)), () -> TWO.with("land", Map.of(-1, BigDecimal.ONE)),
                () -> TWO.with("land", Map.of(9, new BigDecimal("0.5"))), () -> TWO.withTexts("county", Map.of(9, "甲县")), () -> TWO.withRows(new int[] {5}),
                () -> TWO.merge(new int[] {0, 5}, new int[] {1, 2}, List.of()), () -> new Roll.Row(TWO, 9))) {
            String message = String.valueOf(assertThrows(IndexOutOfBoundsException.class, made).getMessage());
            assertTrue(message.startsWith("there is no row ") && message.endsWith("; the roll has 2 rows, counted from 0"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> TWO.merge(new int[] {0, 1}, new int[] {1}, List.of()));
        assertThrows(IllegalArgumentException.class, () -> TWO.merge(new int[] {0, 1}, new int[] {2, 2}, List.of()));
    }

    @Test
    void aColumnThatIsLeftOutHoldsWhatTheRuleDeclares() {
        for (Roll roll : List.of(built("E1", "E2"), columns(List.of("E1", "E2"), Map.of(), Map.of()),
                Roll.of(RULE, 2, row -> "E" + (row + 1), Map.of(), Map.of()))) {
            assertEquals("10957 3 工业", roll.get("E2").number("since").orElseThrow() + " " + roll.get("E2").number("staff").orElseThrow() + " "
                    + roll.get("E2").text("kind").orElseThrow());
        }
    }
}
