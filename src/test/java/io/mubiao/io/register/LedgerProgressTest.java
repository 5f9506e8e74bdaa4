package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.SheetOptions;
import io.mubiao.observe.Observation;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The progress that stands in the ledger of targets itself, as offices keep it. */
class LedgerProgressTest {
    private static final Units UNITS = Units.builtIn().with("个");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Register REGISTER = Register.builder("demo", ZONE).period(Span.year(2024)).targets(List.of(
            Target.of("A", "新引进项目", Goal.total(Quantity.parse("62 个", UNITS)), Span.year(2024)),
            Target.of("C", "空气优良率", Goal.amount(Measure.level(), Bound.parse(">= 85 %", UNITS)), Span.year(2024)))).build();

    @TempDir
    private Path folder;

    private Path book(List<List<String>> table) {
        return new RawBook().sheet("台账", RawBook.rows(1, table)).write(folder.resolve("台账.xlsx"));
    }

    private WithProblems<List<Observation>> read(List<List<String>> table) {
        return ObservationFile.readRows(book(table), REGISTER);
    }

    private static List<String> codes(WithProblems<?> read) {
        return read.problems().stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"1-9月累计完成, 2024-09-30", "1—9月完成, 2024-09-30", "1～9月份完成数, 2024-09-30", "1月至9月实际完成, 2024-09-30", "截至9月底累计完成, 2024-09-30",
        "截止9月末完成值, 2024-09-30", "截至9月20日累计完成, 2024-09-20", "累计完成（1-9月）, 2024-09-30", "2024年1-9月累计完成(个), 2024-09-30", "9月累计完成, 2024-09-30",
        "上半年完成, 2024-06-30", "前三季度完成, 2024-09-30", "一季度完成, 2024-03-31", "1-10月累计完成数, 2024-10-31", "１-９月累计完成, 2024-09-30"})
    void theHeaderSaysTheDayOfARunningTotal(String header, String day) {
        WithProblems<List<Observation>> read = read(List.of(List.of("编号", header), List.of("A", "45个"), List.of("C", "86%")));
        assertEquals(List.of(Observation.total("A", LocalDate.parse(day), Quantity.parse("45 个", UNITS)),
                Observation.level("C", LocalDate.parse(day), Quantity.parse("86 %", UNITS))), read.value(), read.problems().toString());
        assertEquals(List.of("DAY_OF_HEADER"), codes(read));
        assertTrue(read.problems().get(0).message().contains(day), read.problems().toString());
    }

    @ParameterizedTest
    @CsvSource({"9月完成, 2024-09-01/2024-09-30", "4-6月完成, 2024-04-01/2024-06-30", "三季度完成, 2024-07-01/2024-09-30",
            "下半年完成, 2024-07-01/2024-12-31",
        "9月当月完成, 2024-09-01/2024-09-30"})
    void theHeaderSaysTheDaysOfAFigureThatBeginsWithin(String header, String days) {
        WithProblems<List<Observation>> read = read(List.of(List.of("编号", header), List.of("A", "5个")));
        assertEquals(List.of(Observation.increment("A", Span.parse(days), Quantity.parse("5 个", UNITS))), read.value(), read.problems()
                .toString());
    }

    @Test
    void aDayOfARowCountsAndOneOfTheTitleStandsForNone() {
        LocalDate day = LocalDate.of(2024, 8, 31);
        assertEquals(Moment.on(day.minusDays(1)), ((Observation.Total) read(List.of(List.of("编号", "日期", "1-8月累计完成"), List.of("A", "2024-08-30", "45个")))
                .value().get(0)).on());
        WithProblems<List<Observation>> titled = read(List.of(List.of("重点工作台账", "", "截止日期：2024年8月31日"), List.of("编号", "目标任务", "目标值",
                "累计完成"),
                List.of("A", "新引进项目", "62个", "45个")));
        assertEquals(Moment.on(day), ((Observation.Total) titled.orThrow().get(0)).on(), titled.problems().toString());
    }

    private static final List<List<String>> UNDATED = List.of(List.of("编号", "目标任务", "目标值", "累计完成"), List.of("A", "新引进项目", "62个", "45个"));

    private WithProblems<List<Observation>> titled(String... titles) {
        return read(java.util.stream.Stream.concat(java.util.stream.Stream.of(List.of(titles)), UNDATED.stream()).toList());
    }

    @Test
    void aDeadlineInATitleIsNotTheDayOfTheData() {
        assertEquals(Moment.on(LocalDate.of(2024, 9, 30)), ((Observation.Total) titled("报送截止日期：2024年10月8日", "", "数据截至2024年9月30日")
                .value().get(0)).on());
        assertEquals(Moment.on(LocalDate.of(2024, 9, 30)), ((Observation.Total) titled("截止日期：2024年10月8日", "", "统计截至2024年9月30日")
                .value().get(0)).on());
        for (String title : List.of("填报截止时间：10月8日", "关于截至2024年12月31日完成目标任务的进度台账", "请于上报截止日期：2024年10月8日前报送")) {
            assertTrue(codes(titled(title)).contains("MISSING_COLUMN"), title);
        }
        WithProblems<List<Observation>> two = titled("截至2024年9月30日", "", "截止日期：2024年10月8日");
        String told = two.problems().stream().filter(it -> it.code().equals("TITLE_SAYS")).findFirst().orElseThrow().message();
        assertTrue(told.contains("截至2024年9月30日") && told.contains("截止日期：2024年10月8日"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.75", "75", "完成"})
    void aRateOfCompletionThatIsNoPercentageDoesNotTakeTheFigureAway(String rate) {
        WithProblems<List<Observation>> read = read(List.of(List.of("编号", "1-9月累计完成", "完成率"), List.of("A", "45个", rate), List.of("C", "86%", "")));
        assertEquals(2, read.orThrow().size(), read.problems().toString());
        assertTrue(codes(read).contains("NOT_READ"), codes(read).toString());
    }

    @ParameterizedTest
    @CsvSource({"5万, 个, 5 万个", "45, 无, 45 个", "45, 个, 45 个"})
    void aFigureHasTheUnitOfItsColumnAndOfTenThousandsToo(String figure, String unit, String read) {
        List<Observation> rows = read(List.of(List.of("编号", "目标值", "单位", "1-9月累计完成"), List.of("A", "62", unit, figure))).orThrow();
        assertEquals(Quantity.parse(read, UNITS), ((Observation.Total) rows.get(0)).amount());
    }

    @Test
    void aUnitWhereTheTargetHasNoneIsToldWithoutEmptyQuotes() {
        Register bare = Register.builder("demo", ZONE).period(Span.year(2024)).targets(List.of(
                Target.of("A", "得分", Goal.total(Quantity.of(Rational.of(62), Unit.NONE)), Span.year(2024)))).build();
        String told = ObservationFile.readRows(book(List.of(List.of("编号", "1-9月累计完成"), List.of("A", "45万元"))), bare).problems().stream()
                .filter(it -> it.code().equals("DOES_NOT_FIT")).findFirst().orElseThrow().message(Locale.CHINESE);
        assertTrue(told.contains("没有写明单位") && !told.contains("“”"), told);
    }

    @Test
    void theNumbersOfTheColumnsAreNoObservation() {
        for (List<String> numbers : List.of(List.of("甲", "乙", "1", "2"), List.of("1", "2", "3", "4"), List.of("(1)", "(2)", "(3)", "(4)=(3)-(2)"))) {
            WithProblems<List<Observation>> read = read(List.of(List.of("编号", "目标任务", "目标值", "1-9月累计完成"), numbers,
                    List.of("A", "新引进项目", "62个", "45个")));
            assertEquals(1, read.orThrow().size(), numbers.toString());
            assertTrue(codes(read).contains("NUMBER_ROW"), codes(read).toString());
        }
    }

    @Test
    void aLedgerThatNowhereSaysOfWhichDayIsRefusedOnceForThat() {
        WithProblems<List<Observation>> read = read(List.of(List.of("2024年度目标责任清单"), List.of("序号", "目标任务", "年度目标值", "本年累计完成"),
                List.of("1", "新引进项目", "62个", "45个"), List.of("2", "空气优良率", "85%", "86%")));
        List<Problem> errors = read.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList();
        assertEquals(List.of("MISSING_COLUMN"), errors.stream().map(Problem::code).toList(), read.problems().toString());
        assertEquals("D2", errors.get(0).place().cell());
        assertTrue(errors.get(0).message().contains("1-9月累计完成"), errors.toString());
        Register yearless = Register.of("demo", ZONE, REGISTER.get("A"));
        assertTrue(ObservationFile.readRows(book(List.of(List.of("编号", "1-9月累计完成"), List.of("A", "4个"))), yearless).problems().toString()
                .contains("2024年1-9月累计完成"));
    }

    @Test
    void aColumnThatIsNotThereIsNotCalledEmpty() {
        String said = read(List.of(List.of("编号", "日期", "完成情况", "对象"), List.of("A", "2024-06-30", "", "x"))).problems().toString();
        assertTrue(!said.contains("nothing stands under 数值"), said);
        WithProblems<List<Observation>> none = read(List.of(List.of("指标编号", "日期", "对象"), List.of("A", "2024-06-30", "x")));
        assertTrue(none.problems().toString().contains("no column 数值 (value)"), none.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1月完成|2月完成|3月完成", "1-9月完成|1-9月累计完成", "一季度完成|二季度完成"})
    void severalPeriodsSideBySideAreRefusedAsSuch(String headers) {
        List<String> header = new ArrayList<>(List.of("编号"));
        header.addAll(List.of(headers.split("\\|")));
        WithProblems<List<Observation>> read = read(List.of(header, List.of("A", "1个", "2个", "3个").subList(0, header.size())));
        assertTrue(read.problems().toString().contains("periods stand side by side"), read.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"序号|指标编号", "序|编号", "指标编号|序号", "序号|目标编号"})
    void aRunningNumberBesideIdsIsNone(String ids) {
        List<String> header = new ArrayList<>(List.of(ids.split("\\|")));
        boolean first = header.get(0).startsWith("序");
        header.addAll(List.of("目标", "目标值", "1-6月累计完成"));
        List<List<String>> table = List.of(header, List.of(first ? "1" : "A", first ? "A" : "1", "新引进项目", "62个", "30个"),
                List.of(first ? "2" : "C", first ? "C" : "2", "空气优良率", "85%", "86%"));
        List<Problem> doubts = new ArrayList<>();
        Register register = RegisterFile.readSheet(book(table), "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add);
        assertEquals(List.of("A", "C"), register.targets().stream().map(Target::id).toList());
        assertEquals(1, doubts.stream().filter(it -> it.message().contains("running number")).count(), doubts.toString());
        assertEquals(List.of("A", "C"), ObservationFile.readRows(book(table), register).orThrow().stream().map(it -> it.entry().stream())
                .toList());
    }

    @Test
    void rowsThatAreOnlyNumberedAreOfTheTargetsThatTheyName() {
        WithProblems<List<Observation>> read = read(List.of(List.of("序号", "指标名称", "全年目标", "1-9月累计完成"), List.of("1", "空气优良率", "85%", "86%"),
                List.of("2", "新引进项目", "62个", "45个"), List.of("3", "没有的", "1个", "1个")));
        assertEquals(List.of("C", "A"), read.value().stream().map(it -> it.entry().stream()).toList(), read.problems().toString());
        assertTrue(codes(read).contains("UNKNOWN_TARGET"), read.problems().toString());
    }

    @Test
    void headersOfALedgerInTwoLinesAreTheSame() {
        Path file = new RawBook().sheet("台账", RawBook.rows(1, List.of(List.of("序号", "指标编号", "目标任务", "", "责任单位", "", "1-9月累计完成"),
                        List.of("", "", "工作内容", "目标值", "牵头单位", "配合单位", ""), List.of("1", "A", "新引进项目", "不少于62个", "甲局", "", "45"))),
                "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:F1\"/><mergeCell ref=\"G1:G2\"/></mergeCells>")
                .write(folder.resolve("两行.xlsx"));
        assertEquals(List.of(Observation.total("A", LocalDate.of(2024, 9, 30), Quantity.parse("45 个", UNITS))),
                ObservationFile.readRows(file, REGISTER).orThrow());
    }

    @Test
    void theDayOfASpreadsheetsNumberIsTheOneThatTheFirstCellHas() {
        WithProblems<List<Observation>> read = read(List.of(List.of("编号", "日期", "完成值"), List.of("A", "45473", "4个"), List.of("C", "45504",
                "86%")));
        assertEquals(List.of("B2 a spreadsheet's numbers of days are read as days: the first, 45473, is the day 2024-06-30: 2 places, lines 2, 3"),
                read.problems().stream().map(it -> it.place().cell() + " " + it.message()).toList());
        assertEquals("电子表格的日期序号按日期读取：首个 45473 即 2024-06-30：2 处，第 2, 3 行", read.problems().get(0).message(Locale.CHINESE));
        List<Problem> doubts = new ArrayList<>();
        RegisterFile.readSheet(book(List.of(List.of("编号", "目标", "目标值", "完成时限"), List.of("A", "项目", "4个", "45657"))), "demo", ZONE,
                Span.year(2024),
                SheetOptions.DEFAULT, doubts::add);
        assertTrue(doubts.toString().contains("45657, is the day 2024-12-31") && !doubts.toString().contains("45565"), doubts.toString());
    }

    @Test
    void aDayInAFormThatIsNotReadIsToldByItsCell() {
        String rows = RawBook.rows(1, List.of(List.of("编号", "日期", "完成值")))
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>A</t></is></c>"
                + "<c r=\"B3\" t=\"d\"><v>2024-07-31</v></c></row>";
        WithProblems<List<Observation>> read = ObservationFile.readRows(new RawBook().sheet("进度", rows).write(folder.resolve("d.xlsx")),
                REGISTER);
        assertEquals(List.of("DAY_CELL"), codes(read));
        assertEquals("B3", read.problems().get(0).place().cell());
    }

    @Test
    void headersWithoutRowsAreTold() {
        assertEquals(List.of("NO_ROWS"), codes(read(List.of(List.of("编号", "日期", "完成值")))));
        assertEquals(List.of("NO_ROWS"), codes(ObservationCsv.parse("指标编号,日期,完成值\n", "t", REGISTER)));
        List<Problem> doubts = new ArrayList<>();
        RegisterFile.readSheet(book(List.of(List.of("编号", "目标", "目标值"))), "demo", ZONE, Span.year(2024), SheetOptions.DEFAULT, doubts::add);
        assertEquals(List.of("NO_ROWS"), doubts.stream().map(Problem::code).toList());
    }

    @Test
    void aRunningNumberIsToldOnce() {
        WithProblems<List<Observation>> read = read(List.of(List.of("序号", "编号", "目标任务", "1-9月累计完成"), List.of("1", "A", "新引进项目", "4个")));
        assertEquals(List.of("NOT_READ", "DAY_OF_HEADER"), codes(read));
    }

    @Test
    void aFigureWithoutUnitHasTheOneThatTheTitleOfItsTargetEndsWith() {
        Register register = Register.builder("demo", ZONE).period(Span.year(2024)).targets(List.of(
                Target.of("A", "新引进项目（个）", Goal.total(Quantity.parse("62 个", UNITS)), Span.year(2024)),
                Target.of("B", "投资", Goal.total(Quantity.parse("62 亿元", UNITS)), Span.year(2024)))).build();
        WithProblems<List<Observation>> read = ObservationFile.readRows(book(List.of(List.of("编号", "日期", "完成值"), List.of("A", "2024-06-30",
                "30"),
                List.of("B", "2024-06-30", "30"))), register);
        assertEquals(List.of(Observation.total("A", LocalDate.of(2024, 6, 30), Quantity.parse("30 个", UNITS))), read.value());
        assertEquals(List.of("UNIT_OF_TITLE", "DOES_NOT_FIT"), codes(read), "what stands nowhere is not guessed");
        WithProblems<List<Observation>> beside = ObservationFile.readRows(book(List.of(List.of("编号", "目标值", "1-6月累计完成"), List.of("B",
                "62亿元", "30"))), register);
        assertEquals(List.of(Observation.total("B", LocalDate.of(2024, 6, 30), Quantity.parse("30 亿元", UNITS))), beside.value(),
                beside.problems().toString());
    }

    @Test
    void ofTwoSheetsTheOneWithDaysHasTheObservations() {
        Path file = new RawBook().sheet("目标", RawBook.rows(1, List.of(List.of("编号", "目标", "目标值", "累计完成"), List.of("A", "新引进项目", "62个",
                "1个"))))
                .sheet("进度", RawBook.rows(1, List.of(List.of("编号", "日期", "完成值"), List.of("A", "2024-06-30", "30个"))))
                        .write(folder.resolve("两表.xlsx"));
        assertEquals(1, ObservationFile.readRows(file, REGISTER).orThrow().size());
    }
}
