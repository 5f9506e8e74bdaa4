package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as statistical offices have them, and ids as people type them: none is taken for an enterprise in silence. */
class RollFileOfficeRowsTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              tax: {title: 税收, unit: 万元}
              land: {title: 用地, unit: 亩}
              since: {title: 投产日期, kind: day}
            """, Format.YAML, "t");
    private static final String HEADER = "企业编号,企业名称,税收(万元),用地(亩),投产日期\n";
    private static final String FIRMS = "E1,甲公司,120,10,2015-01-01\nE2,乙公司,80,10,2016-01-01\nE3,丙公司,60,10,2017-01-01\nE4,丁公司,50,10,2018-01-01\n";

    private static WithProblems<Roll> read(String text) {
        return RollFile.parse(text, "t.csv", RULE);
    }

    private static String told(WithProblems<Roll> read) {
        return read.problems().stream().map(it -> it.severity() + " " + it.code()).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲,乙,1,2,3", "甲,乙,丙,丁,戊", "栏次,—,1,2,3", "1,2,3,4,5", "(1),(2),(3),(4),(5)", "①,②,③,④,⑤", "A,B,C,D,E", "甲,,1,2,3", "1,2,3,4,5=3÷4"})
    void theNumbersOfColumnsAreLeftOut(String row) {
        WithProblems<Roll> read = read(HEADER + row + "\n" + FIRMS);
        assertEquals(List.of("E1", "E2", "E3", "E4"), read.value().stream().map(Roll.Row::id).toList());
        assertEquals("WARNING NUMBER_ROW", told(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,,2,3,2015-01-01", "A,甲公司,2,3,2015-01-01", "甲,乙,2,3,2015-01-01"})
    void anEnterpriseWithFewFiguresStays(String row) {
        assertEquals(5, read(HEADER + row + "\n" + FIRMS).value().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ",,万元,亩, | WARNING UNIT_ROW",
        "计量单位,—,万元,亩,— | WARNING UNIT_ROW",
        ",,元,亩, | ERROR UNIT_ROW"})
    void aRowOfUnitsIsLeftOutAndRefusedWhereItSaysOthers(String row, String told) {
        WithProblems<Roll> read = read(HEADER + row + "\n" + FIRMS);
        assertEquals(4, read.value().size());
        assertEquals(told, told(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "企业编号,企业名称,税收(万元),用地(亩),投产日期 | WARNING HEADER_ROW",
        "其中：规上,,200,20, | WARNING TOTALS_ROW",
        "规上企业2户,,200,20, | WARNING TOTALS_ROW",
        "全区,,200,20, | WARNING TOTALS_ROW",
        "最大值,,120,10, | WARNING TOTALS_ROW",
        "上年同期,,120,10, | WARNING TOTALS_ROW",
        "增幅%,,12,10, | WARNING TOTALS_ROW",
        "ALL,,120,10, | WARNING TOTALS_ROW",
        "Sum,,120,10, | WARNING TOTALS_ROW",
        "Grand total:,,120,10, | WARNING TOTALS_ROW",
        "Subtotal,,120,10, | WARNING TOTALS_ROW",
        "District total,,120,10, | WARNING TOTALS_ROW",
        "Average,,120,10, | WARNING TOTALS_ROW",
        "Median,,120,10, | WARNING TOTALS_ROW",
        "MAX,,120,10, | WARNING TOTALS_ROW",
        "ALL,丁公司,120,10, | ERROR TOTALS_ROW",
        "合计：50亩，1020万元,,,, | WARNING TOTALS_ROW",
        "合计：50亩，1020万元,,120,, | ERROR TOTALS_ROW",
        "合计：50亩 | WARNING TOTALS_ROW",
        "一、规上企业,,,, | WARNING NOTE_ROW",
        "以下为规下企业,,,, | WARNING NOTE_ROW",
        "（一）规上企业,,200,20, | ERROR TOTALS_ROW"})
    void rowsOfOtherThingsAreLeftOutWhereverTheyStand(String row, String told) {
        for (int at = 1; at <= 5; at++) {
            List<String> lines = (HEADER + FIRMS).lines().collect(Collectors.toList());
            lines.add(at, row);
            WithProblems<Roll> read = read(String.join("\n", lines));
            assertEquals(4, read.value().size());
            assertEquals(told, told(read), "line " + (at + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"E1,e1", "E1,E 1", "E-1,E1", "7,007", "QY_5,qy5", "1,1.0", "3.00,3"})
    void idsThatDifferAsTheyAreTypedAreOneEnterprise(String first, String second) {
        for (List<String> ids : List.of(List.of(first, second), List.of(second, first))) {
            WithProblems<Roll> read = read(HEADER + ids.get(0) + ",甲公司,120,10,2015-01-01\n" + FIRMS.replace("E1", "X1") + ids.get(1)
                    + ",乙公司,80,10,2016-01-01\n");
            assertEquals(5, read.value().size());
            assertEquals("ERROR NEAR_ID", told(read));
            Problem told = read.problems().get(0);
            assertEquals("'" + ids.get(1) + "' and '" + ids.get(0) + "' in line 2 look like one enterprise; expected one row of an enterprise, or ids that"
                    + " differ by more than case, blanks, dashes and zeros around a number; this row is left out", told.message());
        }
    }

    @Test
    void theCellThatSaysTotalIsQuoted() {
        assertEquals("the row holds totals ('合计'), not an enterprise; it is left out", read(HEADER + FIRMS + "5,合计,50,1020,\n").problems().get(0).message());
        assertEquals(2, read(HEADER + FIRMS + "5,合计,50,1020,\n").problems().get(0).place().column());
    }

    /** Where the rule scores what is missing, one who filed nothing would have a place. */
    @Test
    void whoFiledNothingIsNotScoredAsZeroInSilence() {
        String items = "indicators: {i: {formula: tax, unit: 万元}}\ngroups:\n  - {id: g, weights-total: 100, items: {i: {weight: 100, score: ratio, base: 3 万元%s}}}\n";
        String columns = "id: t\nyear: 2024\ncolumns: {tax: {title: 税收, unit: 万元}, land: {title: 用地, unit: 亩}}\n";
        String text = "企业编号,企业名称,税收(万元),用地(亩)\nE1,甲公司,120,10\nE6,己公司,,\nE7,庚公司,,10\n";
        WithProblems<Roll> zero = RollFile.parse(text, "t.csv", RuleFile.parse(columns + items.formatted(", missing: zero"), Format.YAML, "t"));
        assertEquals(List.of("E1", "E7"), zero.value().stream().map(Roll.Row::id).toList());
        assertEquals("ERROR NO_FIGURES, WARNING MISSING", told(zero));
        WithProblems<Roll> none = RollFile.parse(text, "t.csv", RuleFile.parse(columns + items.formatted(""), Format.YAML, "t"));
        assertEquals(3, none.value().size());
    }

    @Test
    void idsOfParcelsAreNotAlike() {
        assertEquals("", told(read(HEADER + "1-1,甲公司,120,10,2015-01-01\n11,乙公司,80,10,2016-01-01\n")));
    }

    @Test
    void aDayThatNoEnterpriseHasIsAnError() {
        assertEquals("ERROR BAD_VALUE", told(read(HEADER + FIRMS + "E5,戊公司,50,10,1018-01-01\n")));
        assertEquals("ERROR BAD_VALUE", told(read(HEADER + FIRMS + "E5,戊公司,50,10,2205-01-01\n")));
        assertEquals("", told(read(HEADER + FIRMS + "E5,戊公司,50,10,9999-12-31\n")));
    }
}
