package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several figures is read where headers say days. */
class FigureOfPeriodTest {
    private static final Units UNITS = Units.builtIn().with("个");
    private static final Register REGISTER = Register.builder("demo", ZoneId.of("Asia/Shanghai")).period(Span.year(2024)).targets(List.of(
            Target.of("A", "新引进项目", Goal.total(Quantity.parse("62 个", UNITS)), Span.year(2024)),
            Target.of("C", "空气优良率", Goal.amount(Measure.level(), Bound.parse(">= 85 %", UNITS)), Span.year(2024)))).build();

    @TempDir
    private Path folder;

    private WithProblems<List<Observation>> read(List<List<String>> table) {
        return ObservationFile.readRows(new RawBook().sheet("台账", RawBook.rows(1, table)).write(folder.resolve("台账.xlsx")), REGISTER);
    }

    private WithProblems<List<Observation>> read(String title, String headers, String cells) {
        List<List<String>> table = List.of(List.of(headers.split("[|]")), List.of(cells.split("[|]")));
        return read(title.isEmpty() ? table : List.of(List.of(title), table.get(0), table.get(1)));
    }

    private static Observation total(String amount, String day) {
        return Observation.total("A", LocalDate.parse(day), Quantity.parse(amount, UNITS));
    }

    @ParameterizedTest
    @CsvSource({"'', 编号|日期|上半年完成|完成值, A|2024-09-30|30个|45个", "'', 编号|日期|1-6月完成|数值, A|2024-09-30|30个|45个",
        "'', 编号|日期|2023年1-9月完成|完成值, A|2024-09-30|30个|45个", "'', 编号|2023年1-9月完成|完成值|截至日期, A|30个|45个|2024-09-30",
        "台账（截至2024年9月30日）, 编号|目标|上半年完成|实际完成, A|新引进项目|30个|45个", "'', 编号|日期|数值|9月完成, A|2024-09-30|45个|5个",
        "'', 编号|日期|完成值|上半年完成|数值（1-3月）, A|2024-09-30|45个|30个|9个", "'', 编号|日期|一季度完成|累计完成, A|2024-09-30|15个|45个",
        "'', 编号|一季度完成|1-9月累计完成, A|15个|45个", "'', 编号|1月完成|1-9月完成, A|4个|45个", "'', 编号|1-8月累计完成|9月完成|1-9月累计完成, A|40个|5个|45个",
        "'', 编号|1-6月完成|1-9月累计, A|30个|45个", "'', 编号|2023年1-9月完成|2024年1-9月完成, A|30个|45个",
        "截至2024年9月30日, 编号|1-9月累计完成|1-10月累计完成, A|45个|50个", "'', 编号|1-8月累计完成|1-9月累计完成, A|40个|45个",
        "截至2024年9月30日, 编号|一季度完成|累计完成, A|15个|45个", "截至2024年9月30日, 编号|目标|上半年完成|累计完成, A|新引进项目|15个|45个",
        "'', 编号|截至8月底|截至9月底完成, A|40个|45个", "'', 编号|1月完成|2月完成|3月完成|1-9月累计完成, A|4个|5个|6个|45个"})
    void daysInAHeaderStandForTheFigureOnlyIfNothingReachesFurther(String title, String headers, String cells) {
        WithProblems<List<Observation>> read = read(title, headers, cells);
        assertEquals(List.of(total("45 个", "2024-09-30")), read.value(), read.problems().toString());
        assertTrue(read.problems().stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR), read.problems().toString());
        assertTrue(read.problems().stream().anyMatch(it -> it.code().equals("NOT_READ")), read.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9月30日完成数", "9月底完成数", "9月末完成", "三季度末完成", "一至三季度完成", "1-3季度完成", "1-9月", "截至9月底", "1-9月完成情况|完成率"})
    void whatIsAsOfADayIsARunningTotal(String headers) {
        WithProblems<List<Observation>> read = read("", "编号|目标|" + headers, "A|新引进项目|45个");
        assertEquals(List.of(total("45 个", "2024-09-30")), read.value(), read.problems().toString());
        WithProblems<List<Observation>> share = read("", "编号|目标|" + headers, "C|空气优良率|84%");
        assertEquals(List.of(Observation.level("C", LocalDate.of(2024, 9, 30), Quantity.parse("84 %", UNITS))), share.value());
    }

    @Test
    void doingsOfAMonthAreThatMonthsFigure() {
        assertEquals(List.of(Observation.increment("A", Span.parse("2024-09-01/2024-09-30"), Quantity.parse("5 个", UNITS))),
                read("", "编号|目标|9月完成情况", "A|新引进项目|5个").value());
    }

    @Test
    void aRowOfAnotherDayThanItsHeaderIsRefused() {
        for (String header : List.of("9月底完成数", "1-9月完成", "三季度完成")) {
            WithProblems<List<Observation>> read = read(List.of(List.of("编号", "日期", header), List.of("A", "2024-06-30", "40个"),
                    List.of("A", "2024-09-30", "45个")));
            assertEquals(1, read.value().size(), read.problems().toString());
            assertTrue(read.problems().stream().anyMatch(it -> it.code().equals("OTHER_DAY") && it.place().cell().equals("B2")),
                    read.problems().toString());
        }
    }

    @Test
    void rowsOfOtherDaysAreRefusedHoweverManyCameBefore() {
        WithProblems<List<Observation>> read = ObservationCsv.parse("指标编号,日期,1-9月完成\nA,2024-09-29,40个\nA,2024-09-30,45个\nA,2024-06-30,30个\n", "t",
                REGISTER);
        assertEquals(2, read.value().size(), read.problems().toString());
        assertTrue(read.problems().stream().anyMatch(it -> it.code().equals("OTHER_DAY")), read.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"全年完成", "2023年1-9月完成", "9月"})
    void aHeaderThatIsNotUnderstoodIsNamed(String header) {
        WithProblems<List<Observation>> read = read("2024年台账", "指标编号|目标|" + header, "A|新引进项目|5个");
        assertEquals(List.of(), read.value());
        assertTrue(read.problems().stream().anyMatch(it -> it.message().contains("'" + header + "'"))
                && read.problems().stream().noneMatch(it -> it.message().contains("side by side")), read.problems().toString());
    }

    @ParameterizedTest
    @CsvSource({"编号|目标|9月完成, C|空气优良率|84%", "编号|目标|7-9月完成, C|空气优良率|84%", "编号|月份|本月完成, C|2024-09|84%"})
    void aShareOfAMonthIsNoneOfTheYearAndIsRefusedInWords(String headers, String cells) {
        WithProblems<List<Observation>> read = read("", headers, cells);
        assertEquals(List.of(), read.value());
        String told = read.problems().stream().filter(it -> it.code().equals("DOES_NOT_FIT")).map(it -> it.message(Locale.CHINESE))
                .findFirst().orElse("");
        assertEquals("数据流“C”不收当期数（increment）；可收时点数（level） 或 评定（judgement）；请填该时段最后一天的时点数并写明那一天，表格中表头可写“9月底完成数”，或另有“日期”（on）一列", told);
    }

    @Test
    void targetsByHalvesAreNoFigures() {
        assertEquals(List.of(), read("", "编号|目标|1-6月|7-12月", "A|新引进项目|30个|32个").value());
    }

    @Test
    void theDaysAboveTwoHeadersAreThoseOfTheFigureBelow() {
        Path file = new RawBook().sheet("台账", RawBook.rows(1, List.of(List.of("编号", "目标任务", "1-9月完成情况", ""),
                        List.of("", "", "完成数", "备注"), List.of("A", "新引进项目", "45个", ""))),
                "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/></mergeCells>")
                .write(folder.resolve("两行.xlsx"));
        WithProblems<List<Observation>> read = ObservationFile.readRows(file, REGISTER);
        assertEquals(List.of(total("45 个", "2024-09-30")), read.value(), read.problems().toString());
    }
}
