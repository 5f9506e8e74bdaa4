package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that a program has make the roll that a file of the same rows makes. */
class RollTableTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              since: {title: 投产日期, kind: day}
              small: {title: 规下, kind: flag}
              town: {title: 乡镇, kind: text}
            """, Format.YAML, "t");

    public record Firm(String id, String name, BigDecimal land, @Nullable Double tax, LocalDate since, boolean small, Optional<String> town) {}

    private static void assertRows(WithProblems<Roll> read) {
        Roll roll = read.orThrow();
        assertEquals(2, roll.size());
        assertEquals(Rational.of(new BigDecimal("30.5")), roll.get("1").number("land").orElseThrow());
        assertEquals(Rational.of(new BigDecimal("0.1")), roll.get("1").number("tax").orElseThrow());
        assertEquals(Rational.of(LocalDate.of(2020, 1, 2).toEpochDay()), roll.get("1").number("since").orElseThrow());
        assertEquals(Rational.ONE, roll.get("1").number("small").orElseThrow());
        assertEquals(Optional.of("城关镇"), roll.get("1").text("town"));
        assertEquals("甲", roll.get("1").name());
        assertEquals(Optional.empty(), roll.get("2").number("tax"));
        assertEquals(Optional.empty(), roll.get("2").text("town"));
    }

    private static final List<String> HEADERS = List.of("id", "name", "用地面积(亩)", "tax", "投产日期", "small", "乡镇");
    private static final List<List<Object>> ROWS = List.of(
            Arrays.asList("1", "甲", new BigDecimal("30.5"), 0.1, LocalDate.of(2020, 1, 2), true, "城关镇"),
            Arrays.asList("2", "乙", Ask.q("2 公顷"), null, "2021/2/3", "否", Optional.empty()));

    @Test
    void listsMapsAndRecords() {
        assertRows(RollTable.read("t", HEADERS, ROWS, RULE, CsvOptions.DEFAULT));
        assertEquals(Rational.of(30), RollTable.read("t", HEADERS, ROWS, RULE, CsvOptions.DEFAULT).value().get("2").number("land").orElseThrow());
        List<Map<String, Object>> maps = ROWS.stream().map(row -> {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                map.put(HEADERS.get(i), row.get(i));
            }
            return map;
        }).toList();
        maps.get(1).remove("tax");
        assertRows(RollTable.readMaps("t", maps, RULE, CsvOptions.DEFAULT));
        assertRows(RollTable.readRecords("t", List.of(
                new Firm("1", "甲", new BigDecimal("30.5"), 0.1, LocalDate.of(2020, 1, 2), true, Optional.of("城关镇")),
                new Firm("2", "乙", BigDecimal.TEN, null, LocalDate.of(2021, 2, 3), false, Optional.empty())), RULE, CsvOptions.DEFAULT));
        record Other(String id) {}
        Refusal.naming(() -> RollTable.readRecords("t", List.of(new Other("1"), new Firm("2", "", BigDecimal.ONE, null,
                LocalDate.EPOCH, false, Optional.empty())), RULE, CsvOptions.DEFAULT), "Other", "Firm");
    }

    @Test
    void whatIsWrongIsToldWithRowAndColumn() {
        WithProblems<Roll> read = RollTable.read("企业表", List.of("id", "land", "tax", "since", "small", "town"), List.of(
                List.of("1", "三十", 1, "2020-01-02", true, "x"), List.of("2", 3, Double.NaN, "2020-01-02", true, "x"),
                List.of("3", 3, 1, "2020-02-30", true, "x"), List.of("3", 3, 1, "2020-01-02", true, "x")), RULE, CsvOptions.DEFAULT);
        assertEquals(List.of("1 2", "2 3", "3 4", "4 1"), read.problems().stream().filter(it -> it.severity().name().equals("ERROR"))
                .map(it -> it.place().line() + " " + it.place().column()).toList());
        assertTrue(read.problems().stream().allMatch(it -> it.place().file().equals("企业表")));
        assertEquals(List.of("MISSING_COLUMN"), RollTable.read("t", List.of("id", "tax", "since", "small", "town"), List.of(), RULE,
                CsvOptions.DEFAULT).problems().stream().map(it -> it.code()).filter(it -> it.startsWith("MISSING")).toList());
    }

    private static CachedRowSet answer() throws SQLException {
        CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        RowSetMetaData about = new RowSetMetaDataImpl();
        List<String> labels = List.of("ID", "NAME", "LAND", "TAX", "SINCE", "SMALL", "TOWN");
        int[] types = {Types.VARCHAR, Types.VARCHAR, Types.DECIMAL, Types.DOUBLE, Types.DATE, Types.BOOLEAN, Types.VARCHAR};
        about.setColumnCount(labels.size());
        for (int i = 0; i < types.length; i++) {
            about.setColumnName(i + 1, labels.get(i));
            about.setColumnLabel(i + 1, labels.get(i));
            about.setColumnType(i + 1, types[i]);
        }
        rows.setMetaData(about);
        List<List<Object>> values = List.of(
                Arrays.asList("2", "乙", new BigDecimal("30.0"), null, Date.valueOf("2021-02-03"), false, null),
                Arrays.asList("1", "甲", new BigDecimal("30.5"), 0.1, Date.valueOf("2020-01-02"), true, "城关镇"));
        for (List<Object> row : values) {
            rows.moveToInsertRow();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) == null) {
                    rows.updateNull(i + 1);
                } else {
                    rows.updateObject(i + 1, row.get(i));
                }
            }
            rows.insertRow();
            rows.moveToCurrentRow();
        }
        rows.beforeFirst();
        return rows;
    }

    @Test
    void theAnswerOfADatabase() throws SQLException {
        try (CachedRowSet rows = answer()) {
            assertRows(RollQuery.read("select", rows, RULE, CsvOptions.DEFAULT));
        }
    }

    @Test
    void whatTheDatabaseThrowsIsThrown() throws SQLException {
        try (CachedRowSet rows = answer()) {
            ResultSet broken = (ResultSet) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ResultSet.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getObject")) {
                            throw new SQLException("the connection is lost");
                        }
                        return method.invoke(rows, arguments);
                    });
            assertEquals("the connection is lost", assertThrows(SQLException.class,
                    () -> RollQuery.read("select", broken, RULE, CsvOptions.DEFAULT)).getMessage());
        }
    }
}
