package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.Problem;
import io.mubiao.problem.ProblemsException;
import io.mubiao.target.Register;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a whole row of a workbook names sheet and cell: of the id where that is wrong, else of what the row is about. */
class WholeRowProblemsTest {
    private static final Register REGISTER = RegisterFile.read(Path.of("seeds/jinan-2024/register.yaml"));
    private static final String HEADERS = "来源,指标编号,类型,编号,更正编号,日期,数值,单位,记录时间\n局,P03,累计数,o1,,2024-04-30,3,个,2024-05-05\n";

    @TempDir
    private Path folder;

    private Path book(String rows) {
        return new RawBook().sheet("甲表", RawBook.rows(1, rows.lines().map(it -> List.of(it.split(",", -1))).toList())).write(folder.resolve("b.xlsx"));
    }

    private static void tells(List<Problem> problems, String code, String chinese, String english) {
        Problem told = problems.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(() -> new AssertionError(problems.toString()));
        assertTrue(told.toString(Locale.CHINESE).contains("表「甲表」 " + chinese), told.toString(Locale.CHINESE));
        assertTrue(told.toString(Locale.ENGLISH).contains("sheet '甲表' " + english), told.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "局,P03,累计数,o1,,2024-06-30,4,个,2024-07-05|DUPLICATE|D3 编号：错误|D3 编号: ERROR",
        "局,,累计数,o2,,2024-06-30,4,个,2024-07-05|MISSING_FIELD|B3 指标编号：错误|B3 指标编号: ERROR",
        "局,P99,累计数,o2,,2024-06-30,4,个,2024-07-05|DOES_NOT_FIT|B3 指标编号：错误|B3 指标编号: ERROR",
        "局,P03,增量数,o2,,2024-06-30,4,个,2024-07-05|BAD_VALUE|C3 类型：错误|C3 类型: ERROR",
        "局,P03,累计数,o2,o9,2024-06-30,4,个,2024-07-05|UNKNOWN_ID|E3 更正编号：错误|E3 更正编号: ERROR",
        "局,P03,累计数,o2,,2024-06-30,1,个,2024-07-05|FALLING_TOTAL|B3 指标编号：提醒|B3 指标编号: WARNING",
        "合计,,,,,,7,,|TOTALS_ROW|A3：提醒|A3: WARNING"})
    void observations(String row, String code, String chinese, String english) {
        tells(ObservationFile.readSheet(book(HEADERS + row), REGISTER, SheetOptions.DEFAULT).problems(), code, chinese, english);
    }

    @Test
    void rowsOfCsvAreToldByTheSameCell() throws IOException {
        Path file = Files.writeString(folder.resolve("o.csv"), HEADERS + "局,P03,累计数,o1,,2024-06-30,4,个,2024-07-05\n");
        Problem told = ObservationFile.readRows(file, REGISTER).problems().get(0);
        assertEquals("DUPLICATE 3:4 编号", told.code() + " " + told.place().line() + ":" + told.place().column() + " " + told.place().path());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x,T1,投资,5 亿元|DUPLICATE|B3 编号：错误|B3 编号: ERROR",
        "x,,投资,5 亿元|MISSING_FIELD|B3 编号：错误|B3 编号: ERROR",
        "x,T2,投资,|MISSING_FIELD|D3 目标值：错误|D3 目标值: ERROR"})
    void ledgers(String row, String code, String chinese, String english) {
        Path file = book("备注,编号,目标任务,目标值\nx,T1,收入,5 亿元\n" + row);
        ProblemsException refused = assertThrows(ProblemsException.class, () -> RegisterFile.readSheet(file, "台账", ZoneId.of("Asia/Shanghai"), Span.year(2024),
                SheetOptions.DEFAULT, doubt -> { }));
        tells(refused.problems(), code, chinese, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x,E1,企2,9|DUPLICATE|B3 E1：错误|B3 E1: ERROR", "x,,企2,9|NO_ID|B3：错误|B3: ERROR", ",合计,,18|TOTALS_ROW|B3：提醒|B3: WARNING",
        ",E2,总计,18|TOTALS_ROW|B3：错误|B3: ERROR"})
    void rolls(String row, String code, String chinese, String english) {
        EvaluationRule rule = RuleFile.parse("""
                id: l
                year: 2024
                columns: {land: {title: 用地面积, unit: 亩}}
                indicators: {i: {title: 用地, formula: land, unit: 亩}}
                groups: [{id: all, title: 全部, rank-on: i}]
                ranking: {on: unrounded, ties: best-place, small-groups: none}
                """, Format.YAML, "l");
        tells(RollFile.readSheet(book("备注,统一社会信用代码,企业名称,用地面积(亩)\nx,E1,企1,9\n" + row), rule, SheetOptions.DEFAULT).problems(), code, chinese, english);
    }
}
