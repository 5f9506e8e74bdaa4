package io.mubiao.io.roll;

import static io.mubiao.io.roll.Enterprises.CODE;
import static io.mubiao.io.roll.Enterprises.assertNumber;
import static io.mubiao.io.roll.Enterprises.codes;
import static io.mubiao.io.roll.Enterprises.number;
import static io.mubiao.io.roll.Enterprises.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.WithProblems;
import io.mubiao.testing.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet as an office keeps it: titles above, sums and notes below, marks of the spreadsheet in the cells. */
class RollFileSheetTest {
    private static final EvaluationRule RULE = Enterprises.rule(number("land", "用地面积", "亩", Optional.empty(), ""),
            number("tax", "税收", "万元", Optional.empty(), ""));
    private static final String HEADER = "统一社会信用代码,企业名称,用地面积(亩),税收(万元)\n";

    private static WithProblems<Roll> read(String rows) {
        return RollFile.parse(HEADER + "E1,企1,10,300\nE2,企2,10,250\n" + rows, "t.csv", RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计,,20,550", "合计：,,20,550", "合 计,,20,550", "本页合计,,20,550", "合计(2户),,20,550",
        "合计（2户）：,,20,550", "全县合计,,20,550", "制造业小计,,20,550", "Total,,20,550", "Grand Total:,,20,550", "TOTALS,,20,550",
        ",合计,20,550", ",本表小计：,20,550", "总计,2家企业,20,550", "合计,全县,20,550", "平均,,10,275", "合计,20,550", "一、合计,,20,550",
        "總計,,20,550", ",合計,20,550", "小計,,20,550", "総計,,20,550", "(合计),,20,550", "【总计】：,,20,550", "共2家,,20,550", "总数,,20,550",
        "合共,,20,550", "Σ,,20,550", "∑,,20,550", "TTL,,20,550", "Overall,,20,550"})
    void aSumOfOthersIsLeftOutWithAWarning(String row) {
        WithProblems<Roll> read = read(row + "\n");
        only(read, "WARNING", "TOTALS_ROW", "t.csv:4");
        assertEquals(2, read.orThrow().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"注：本表由统计部门提供,,,", "备注：1.含税,,,", "填表人：张三,,审核人：李四,2024年9月30日", "说明,,,", "注1：口径见文件,,,",
        "注：只有一格", "填报单位（盖章）：,,,", ",数据来源：税务局,,", "制表人：,张三,,", "Note: preliminary,,,", "備註：含稅,,,"})
    void aNoteIsLeftOutWithAWarning(String row) {
        WithProblems<Roll> read = read(row + "\n");
        only(read, "WARNING", "NOTE_ROW", "t.csv:4");
        assertEquals(2, read.orThrow().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,小计,10,5", "合计,某某公司,10,5", "合计数,,10,5", "合计,企6,10,5", "注：,企6,10,5", "本表由统计部门提供,,,", "填表人 张三,审核人 李四,,", "---,,,"})
    void whatMayBeAnEnterpriseOrNotIsAnError(String row) {
        WithProblems<Roll> read = read(row + "\n");
        only(read, "ERROR", "t.csv:4");
        assertThrows(InvalidDataException.class, read::orThrow);
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE + ",合计科技有限公司,10,5", CODE + ",小计（福建）电子有限公司,10,5", CODE + ",Total Energy Ltd,10,5",
        CODE + ",注塑机械厂,10,5", "合计科技有限公司,,10,5", CODE + ",说明书印刷厂,10,5", "E3,平均律文化有限公司,10,5"})
    void anEnterpriseWhoseNameBeginsSoIsKept(String row) {
        WithProblems<Roll> read = read(row + "\n");
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertEquals(3, read.value().size());
    }

    @Test
    void nobodyIsRankedOnNothing() {
        EvaluationRule filled = Enterprises.rule(number("land", "用地面积", "亩", Optional.empty(), "1"),
                number("tax", "税收", "万元", Optional.empty(), "0"));
        WithProblems<Roll> read = RollFile.parse(HEADER + "E1,企1,10,\nE2,企2,,\n", "t.csv", filled);
        only(read, "ERROR", "NO_FIGURES", "t.csv:3");
        assertEquals(1, read.value().size());
        only(read("E3,企3,,\n"), "WARNING", "MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'E1,企1,10,300", "\"=\"\"E1\"\"\",企1,10,300", "＇E1,企1,10,300", "E\u200B1,企1,10,300", "\u202AE1,企1,10,300", "’E1,企1,10,300", "`E1,企1,10,300", "‘E1,企1,10,300"})
    void whatLooksTheSameIsTheSame(String row) {
        assertTrue(codes(read(row + "\n")).contains("DUPLICATE"));
    }

    @Test
    void aTextMarkIsLeftOutAndSaid() {
        WithProblems<Roll> read = read("'E3,企3,'10,'1\n'E4,企4,1,1\n");
        only(read, "WARNING", "TEXT_MARK", "2 cells, lines 4, 5");
        assertNumber("10", read, "land", 2);
        assertEquals("E3", read.value().id(2));
    }

    @Test
    void hiddenCharactersAreNamed() {
        only(read("E3,企3,10,100\u0000\n"), "ERROR", "U+0000 (NULL)", "税收(万元)");
        only(read("E\u0000,企3,10,100\n"), "ERROR", "U+0000 (NULL)");
        only(read("E3,\"企\u001B[31m\u202E3\",10,100\n"), "WARNING", "U+001B", "U+202E");
        only(read("E3,\"企\n3\",10,100\n"), "WARNING", "U+000A");
        assertTrue(read("E3, 企3\u3000,10,100\n").isClean());
    }

    @Test
    void theHeadersAreFoundBelowTheTitle() {
        WithProblems<Roll> read = RollFile.parse("关于上报2024年度数据的表,,,\n填报单位：某县,,,\n\n" + HEADER + "E1,企1,10,300\n", "t.csv", RULE);
        only(read, "WARNING", "TITLE_ROWS", "line 4", "关于上报2024年度数据的表");
        assertNumber("300", read, "tax", 0);
        assertTrue(RollFile.parse(HEADER + "E1,企1,10,300\n", "t.csv", RULE).isClean());
    }

    @Test
    void theLineOfTheHeadersMayBeGiven() {
        String text = HEADER.replace("企业名称", "旧名称") + HEADER + "E1,企1,10,300\n";
        WithProblems<Roll> read = RollFile.parse(text, "t.csv", RULE, CsvOptions.DEFAULT.headerLine(2));
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertEquals("企1", read.value().name(0));
        only(RollFile.parse(text, "t.csv", RULE, CsvOptions.DEFAULT.headerLine(9)), "MISSING_HEADER", "line 9");
        Refusal.naming(() -> CsvOptions.DEFAULT.headerLine(0), "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,000㎡", "0.2万㎡", "2000（平方米）", "２０００ 平方米", "3亩", "2000\u00A0㎡", "0.2 公顷"})
    void unitsOfCellsAreKnown(String land) {
        assertNumber("3", read("E3,企3,\"" + land + "\",1\n"), "land", 2);
    }

    @Test
    void aKnownUnitIsProposed() {
        only(read("E3,企3,1,3万圆\n"), "ERROR", "UNIT", "did you mean '万元'?");
        assertTrue(RollFile.parse(HEADER.replace("万元", "千员"), "t.csv", RULE).problems().toString()
                .contains("did you mean '千元'?"));
    }

    @Test
    void headersWithoutRowsAreTold() {
        assertEquals(java.util.List.of("NO_ROWS"), codes(RollFile.parse(HEADER, "t.csv", RULE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020/2/29 0:00:00", "2020年2月29日", "43890", "２０２０-2-29", "2020.2.29", "20200229", "43890.0"})
    void daysOfSpreadsheetsAreRead(String day) {
        EvaluationRule rule = Enterprises.rule(Enterprises.column("d", "投产日期", io.mubiao.formula.Symbol.Kind.DAY,
                java.util.List.of(), ""));
        WithProblems<Roll> read = RollFile.parse("id,投产日期\nA," + day + "\n", "t.csv", rule);
        assertNumber(String.valueOf(java.time.LocalDate.of(2020, 2, 29).toEpochDay()), read, "d", 0);
        assertEquals(day.startsWith("4389"), codes(read).contains("SERIAL_DAY"));
        only(RollFile.parse("id,投产日期\nA,03/04/2020\n", "t.csv", rule), "ERROR", "2020-04-03", "2020-03-04");
    }
}
