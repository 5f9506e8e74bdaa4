package io.mubiao.io.register;

import static io.mubiao.testing.RawBook.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.io.SheetOptions;
import io.mubiao.observe.Basis;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.testing.Mixed;
import io.mubiao.testing.RawBook;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Observations as a table: written and read back, in CSV and in a sheet, and as an office types them. */
class ObservationTableTest {
    private static final Path SEED = Path.of("seeds/jinan-2024");
    private static final Units UNITS = Units.builtIn().with("个");
    private static final Register REGISTER = Register.of("demo", ZoneId.of("Asia/Shanghai"),
            Target.of("A", "项目", Goal.total(q("62 个")), Span.year(2024)), Target.of("B", "投资", Goal.total(q("50 亿元")), Span.year(2024)),
            Target.of("C", "空气优良率", Goal.amount(Measure.level(), Bound.parse(">= 85 %", UNITS)), Span.year(2024)));

    @TempDir
    private Path folder;

    private static Quantity q(String text) {
        return Quantity.parse(text, UNITS);
    }

    private static WithProblems<List<Observation>> csv(String text) {
        return ObservationCsv.parse(text, "观测.csv", REGISTER);
    }

    private WithProblems<List<Observation>> sheet(List<List<String>> table) {
        return ObservationFile.readRows(new RawBook().sheet("观测", rows(1, table)).write(folder.resolve("观测.xlsx")), REGISTER);
    }

    private static List<String> codes(WithProblems<?> read) {
        return read.problems().stream().map(Problem::code).toList();
    }

    @Test
    void theColumnOfStreamsIsFoundInBothLanguages() {
        assertEquals(Optional.of("指标编号"), ObservationCsv.streamAmong(List.of("序号", "指标编号", "数值")));
        assertEquals(Optional.of("Stream"), ObservationCsv.streamAmong(List.of("value", "Stream")));
        assertEquals(Optional.empty(), ObservationCsv.streamAmong(List.of("value", "unit")));
    }

    @Test
    void whatIsWrittenIsReadBackEqualInBothLanguages() {
        Register register = RegisterFile.read(SEED.resolve("register.yaml"));
        List<Observation> rows = ObservationFile.readRows(SEED.resolve("observations.yaml"), register).orThrow();
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertEquals(rows, ObservationCsv.parse(ObservationCsv.write(register, rows, locale), "t", register).orThrow());
        }
        Path file = folder.resolve("观测.csv");
        ObservationCsv.write(file, StandardCharsets.UTF_8, true, register, rows, Locale.CHINESE);
        assertEquals(rows, ObservationFile.readRows(file, register).orThrow());
    }

    @Test
    void observationsOfEveryKindComeBackEqual() {
        int back = 0;
        for (long seed = 1; seed <= 20; seed++) {
            List<Observation> rows = Mixed.observations(seed, 30);
            WithProblems<List<Observation>> read =
                    ObservationCsv.parse(ObservationCsv.write(Mixed.REGISTER, rows, Locale.CHINESE), "t", Mixed.REGISTER);
            assertTrue(rows.containsAll(read.value()), () -> read.value().stream().filter(it -> !rows.contains(it)).toList().toString());
            assertTrue(codes(read).stream().noneMatch(Set.of("BAD_VALUE", "UNKNOWN_FIELD", "MISSING_FIELD")::contains), () -> read.problems().toString());
            back += read.value().size();
        }
        assertTrue(back > 200, "read back: " + back);
    }

    @Test
    void aSheetAndCsvOfTheSameTableAreTheSame() throws IOException {
        Register register = RegisterFile.read(SEED.resolve("register.yaml"));
        List<Observation> rows = ObservationFile.readRows(SEED.resolve("observations.yaml"), register).orThrow();
        List<List<String>> table = new ObservationCells(register.zone(), Locale.CHINESE).table(rows);
        Path file = new RawBook().sheet("观测", rows(1, table)).write(folder.resolve("t.xlsx"));
        assertEquals(rows, ObservationFile.readSheet(file, register, SheetOptions.DEFAULT).orThrow());
        try (InputStream upload = Files.newInputStream(file)) {
            assertEquals(rows, ObservationFile.readRows(Input.of(upload, "t.xlsx"), register).orThrow());
        }
    }

    @Test
    void aRowWithTheTitleOfAnotherTargetIsDoubtedOnce() {
        WithProblems<List<Observation>> read = csv("""
                指标编号,指标名称,类型,日期,数值
                A,投 资,total,2024-06-30,33 个
                A,投 资,total,2024-09-30,34 个
                B,固定资产投资,total,2024-06-30,20 亿元
                B,投资,total,2024-09-30,30 亿元
                """);
        assertEquals(List.of("OTHER_TITLE"), codes(read));
        assertEquals("'投 资' is the title of target 'B', not of 'A'; the id counts", read.problems().get(0).message());
        assertEquals(2, read.problems().get(0).place().line());
        assertEquals(4, read.value().size());
    }

    /** A spreadsheet drops the zero of October. */
    @Test
    void aMonthThatMayHaveLostAZeroIsNoMonth() {
        WithProblems<List<Observation>> read = csv("""
                指标编号,类型,日期,数值
                A,total,2024.1,33 个
                A,total,2024.2,34 个
                A,increment,2024.1,3 个
                A,total,2024年1月,30 个
                """);
        assertEquals(List.of(2, 4), read.problems().stream().filter(it -> it.severity() == Problem.Severity.ERROR).map(it -> it.place().line()).toList());
        assertTrue(read.problems().toString().contains("2024.1"), read.problems()::toString);
        assertEquals(List.of("2024-01-31", "2024-02-29"), read.value().stream().map(it -> ((Observation.Total) it).on().toString()).sorted().toList());
        assertEquals(Optional.empty(), LedgerDay.of("2024.1", OptionalInt.of(2024)));
    }

    @Test
    void whatNobodySaidWhenItBecameKnownStaysSo() {
        LocalDate day = LocalDate.of(2024, 6, 30);
        List<Observation> rows = List.of(Observation.total("A", day, q("33 个")).id("a").source("'统计局"),
                Observation.total("A", day, q("34 个")).recordedAt(Instant.parse("2024-07-02T01:02:03.4Z")).supersedes("a"),
                Observation.increment("B", Span.parse("2024-01-01/2024-01-31"), q("1/3 亿元")), Observation.level("C", day, q("85.5 %")).recognised());
        assertEquals(rows, csv(ObservationCsv.write(REGISTER, rows, Locale.CHINESE)).orThrow());
        assertEquals(Span.parse("2024-02-01/2024-02-29"),
                ((Observation.Increment) csv("stream,kind,span,value\nB,increment,2024年2月,1 亿元\n").orThrow().get(0)).span());
    }

    @Test
    void textsThatASpreadsheetWouldRunComeBackAsTheyAre() {
        for (String text : List.of("=1+1", "＝1", "-x", "'", "''", "'=1", "'甲", "@a", "a,\"b\"")) {
            List<Observation> rows = List.of(Observation.total("A", LocalDate.of(2024, 6, 30), q("33 个")).source(text));
            assertEquals(rows, csv(ObservationCsv.write(REGISTER, rows, Locale.ENGLISH)).orThrow(), text);
        }
    }

    @Test
    void idsThatALogGaveComeBackAsOthers() {
        ObservationLog log = ObservationLog.of(Observation.total("A", LocalDate.of(2024, 6, 30), q("33 个")));
        String text = ObservationCsv.write(REGISTER, log.stream().toList(), Locale.ENGLISH);
        assertTrue(csv(text).orThrow().get(0).entry().id().startsWith("A·"), text);
    }

    private static void read(Function<List<List<String>>, WithProblems<List<Observation>>> read) {
        WithProblems<List<Observation>> rows = read.apply(List.of(List.of("2024年9月项目进度表", "", "", "", "", ""),
                List.of("目标编号", "目标名称", "日期", "完成值", "单位", "填报日期"),
                List.of("A", "项目", "2024年9月30日", "1,033", "个", "2024-10-08 9:30"), List.of("B", "投资", "2024/9/30", "4.5亿元", "", ""),
                List.of("C", "空气", "2024-09-30", "87.5", "%", "2024-10-08"), List.of("A", "项目", "", "", "个", ""),
                List.of("合计", "", "", "7", "", ""), List.of("示例", "A", "2024-01-31", "1", "个", ""), List.of("填表人：张三", "", "", "", "", "")));
        assertEquals(List.of(Observation.total("A", LocalDate.of(2024, 9, 30), q("1033 个")).recordedAt(Instant.parse("2024-10-08T01:30:00Z")),
                Observation.total("B", LocalDate.of(2024, 9, 30), q("4.5 亿元")),
                Observation.level("C", LocalDate.of(2024, 9, 30), q("87.5 %")).recordedAt(Instant.parse("2024-10-07T16:00:00Z"))), rows.orThrow());
        assertTrue(codes(rows).containsAll(List.of("TITLE_ROWS", "NOT_FILLED", "TOTALS_ROW", "EXAMPLE_ROW", "NOTE_ROW")), () -> rows.problems().toString());
    }

    @Test
    void aMonthIsItsLastDayForWhatStandsAtItsEnd() {
        Register year = Register.builder("demo", ZoneId.of("Asia/Shanghai")).period(Span.year(2024)).units(UNITS).targets(REGISTER.stream().toList()).build();
        WithProblems<List<Observation>> read = ObservationCsv.parse("指标编号,日期,数值\nA,2024年6月,33个\nB,6月30日,4亿元\nＣ,上半年,87.5%\n", "t.csv", year);
        assertEquals(Set.of(LocalDate.of(2024, 6, 30)), read.orThrow().stream().map(it -> ((Observation.Dated) it).on().dateIn(year.zone()))
                .collect(java.util.stream.Collectors.toSet()));
        assertTrue(codes(read).contains("DAY_FORM"), () -> read.problems().toString());
        assertTrue(codes(csv("指标编号,日期,数值\nA,6月30日,33个\n")).contains("BAD_VALUE"), "the year is not known");
    }

    @Test
    void whatARowLacksIsSaidByTheHeadersOfTheTable() {
        WithProblems<List<Observation>> read = csv("指标编号,指标名称,日期,完成值,单位\nA,项目,2024-06-30,,个\nB,投资,,3,亿元\nD,其他,2024-06-30,3,个\n");
        List<String> told = read.problems().stream().map(it -> it.toString(Locale.CHINESE)).toList();
        assertTrue(told.get(0).contains("“完成值”列为空") && told.get(1).contains("“日期”列为空") && told.get(2).contains("没有叫“D”的目标或数据流"), told.toString());
        assertEquals(0, read.value().size());
        assertTrue(csv("指标编号,日期,数值（万元）,单位\nB,2024-06-30,3,亿元\n").problems().toString().contains("4 单位: ERROR UNIT"));
        WithProblems<List<Observation>> wide = csv("指标编号,单位,1月,2月,3月\nA,个,1,2,3\n");
        assertTrue(codes(wide).contains("MISSING_COLUMN") && wide.problems().toString().contains("side by side ('1月 2月 3月')"), () -> wide.problems().toString());
    }

    @Test
    void anOfficesTableIsReadFromCsvAndFromASheet() {
        read(table -> csv(io.mubiao.io.result.CsvOut.write(table.get(0), table.subList(1, table.size()))));
        read(this::sheet);
    }

    @Test
    void aUnitMayStandInTheHeaderAndFieldsHaveTheirOwnColumns() {
        WithProblems<List<Observation>> read = csv("""
                stream,kind,from,to,value(万元),basis
                B,increment,2024-01-01,2024-03-31,5000,认定
                B,当期数,2024-04-01,2024-06-30,0.5 亿元,上报
                """);
        assertEquals(List.of(q("5000 万元"), q("0.5 亿元")), read.orThrow().stream().map(it -> ((Observation.Increment) it).amount()).toList());
        assertEquals(List.of(Basis.RECOGNISED, Basis.REPORTED), read.orThrow().stream().map(it -> it.entry().basis()).toList());
        assertEquals(Span.parse("2024-01-01/2024-03-31"), ((Observation.Increment) read.orThrow().get(0)).span());
    }

    @Test
    void everyProblemNamesSheetAndCell() {
        WithProblems<List<Observation>> read = sheet(List.of(List.of("指标编号", "日期", "数值", "单位"), List.of("A", "2024-13-01", "3", "个"),
                List.of("X", "2024-06-30", "3", "个"), List.of("A", "2024-06-30", "三", "个"), List.of("A", "2024-07-31", "3", "")));
        assertEquals(List.of("B2", "A3", "C4", "C5"), read.problems().stream().map(it -> it.place().cell()).toList());
        assertEquals(Stream.of(2, 3, 4, 5).toList(), read.problems().stream().map(it -> it.place().line()).toList());
        assertTrue(read.problems().get(0).toString(Locale.CHINESE).contains("表「观测」 B2"), read.problems().get(0).toString(Locale.CHINESE));
        assertTrue(read.problems().get(1).toString(Locale.CHINESE).contains("表「观测」 A3 指标编号：错误 UNKNOWN_TARGET"), read.problems().toString());
        assertEquals(List.of(), read.value());
    }

    @Test
    void aTableWithoutItsMainColumnIsRefused() {
        assertEquals(List.of("MISSING_COLUMN"), codes(csv("日期,数值\n")).stream().filter(it -> it.equals("MISSING_COLUMN")).toList());
        assertEquals(List.of("EMPTY"), codes(csv("")));
        assertEquals(List.of("CELLS"), codes(csv("stream,on,value\nA,2024-06-30\n")));
        assertEquals(List.of("DUPLICATE"), codes(csv("stream,on,日期,value\n")));
    }

    @Test
    void yamlAndTheTableOfTheSameRowsAreTheSame() {
        String yaml = "observations: demo\nrows:\n- {kind: total, stream: A, on: 2024-09-30, value: 7 个, recorded: \"2024-10-08T09:00:00+08:00\"}\n";
        List<Observation> rows = ObservationFile.parse(yaml, Format.YAML, "t", REGISTER).orThrow();
        assertEquals(rows, csv("stream,on,value,unit,recorded\nA,2024-09-30,7,个,2024-10-08T09:00:00+08:00\n").orThrow());
    }

    @Test
    void manyRowsAreReadInTime() {
        StringBuilder text = new StringBuilder("stream,kind,span,value,unit\n");
        List<Observation> rows = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            LocalDate day = LocalDate.ofYearDay(2024, i);
            text.append("A,increment,").append(day).append(",1,个\n");
            rows.add(Observation.increment("A", new Span(day, day), q("1 个")));
        }
        assertEquals(rows, csv(text.toString()).orThrow());
    }

    /** What is left out is no observation, however its cells are merged. */
    @ParameterizedTest
    @ValueSource(strings = {"", "<mergeCells><mergeCell ref=\"A2:F2\"/><mergeCell ref=\"A4:C4\"/><mergeCell ref=\"A5:F6\"/></mergeCells>"})
    void aRowThatIsNoObservationHasNoFlaws(String behind) {
        List<List<String>> table = List.of(List.of("指标编号", "指标名称", "日期", "数值", "单位", "备注"), List.of("一、经济"),
                List.of("A", "项目", "2024-06-30", "30", "个"), List.of("合计", "", "", "80"), List.of("注：本表由各单位填报"));
        WithProblems<List<Observation>> read = ObservationFile.readRows(new RawBook().sheet("观测", rows(1, table), behind).write(folder.resolve("观测.xlsx")), REGISTER);
        assertEquals(1, read.value().size());
        assertEquals(List.of("PART_ROW", "TOTALS_ROW", "NOTE_ROW"), codes(read), read.problems().toString());
    }

    private static String said(WithProblems<List<Observation>> read) {
        return read.value() + " " + codes(read);
    }

    /** The words of progress tables are read by their kind. */
    @Test
    void figuresAreWhatTheirHeadersSay() {
        Observation total = Observation.total("A", LocalDate.of(2024, 9, 30), q("45 个"));
        for (String header : List.of("累计完成数", "累计完成", "本年累计（个）", "实际完成", "完成情况", "已完成")) {
            assertEquals(List.of(total), csv("指标编号,截至日期," + header + ",单位\nA,2024-09-30,45,个\n").orThrow(), header);
        }
        for (String month : List.of("2024-09-30", "2024年9月", "2024-09")) {
            assertEquals(List.of(Observation.increment("A", Span.parse("2024-09-01/2024-09-30"), q("5 个"))),
                    csv("指标编号,月份,本月完成数,单位\nA," + month + ",5,个\n").despiteProblems(), month);
        }
        assertEquals(List.of(Observation.increment("A", Span.parse("2024-07-01/2024-09-30"), q("5 个"))),
                csv("指标编号,截至日期,本季度完成\nA,2024-09-30,5 个\n").despiteProblems());
        assertEquals("[] [DAY_FORM, DOES_NOT_FIT]", said(csv("指标编号,截至日期,本月完成\nC,2024-09-30,85 %\n")), "of a share by month nobody knows what it is for the year");
        WithProblems<List<Observation>> both = csv("指标编号,截至日期,本月完成,累计完成,单位\nA,2024-09-30,5,45,个\nB,2024-09-30,3,30,亿元\n");
        assertEquals(List.of(total, Observation.total("B", LocalDate.of(2024, 9, 30), q("30 亿元"))), both.value());
        assertEquals(List.of("NOT_READ"), codes(both));
    }

    @Test
    void manyMonthsAreEachTheirOwnDays() {
        WithProblems<List<Observation>> read = csv("指标编号,月份,本月完成\nA,2024-07-31,5 个\nA,2024-08-31,6 个\nA,2024-09-30,7 个\n");
        assertEquals(List.of("2024-07-01/2024-07-31", "2024-08-01/2024-08-31", "2024-09-01/2024-09-30"), read.value().stream()
                .map(it -> ((Observation.Increment) it).span().toString()).toList());
    }

    @Test
    void theIdOfALedgerIsTheKeyOfItsProgress() {
        Observation total = Observation.total("A", LocalDate.of(2024, 9, 30), q("45 个"));
        assertEquals(List.of(total), sheet(List.of(List.of("2024年9月进展"), List.of("编号", "目标", "截至日期", "累计完成数", "单位"),
                List.of("A", "项目", "2024-09-30", "45", "个"))).value());
        assertEquals(List.of(total), csv("序号,目标,截至日期,累计完成数,单位\nA,项目,2024-09-30,45,个\n").value());
        WithProblems<List<Observation>> moved = csv("序号,目标,截至日期,累计完成数,单位\nB,项目,2024-09-30,45,亿元\n");
        assertEquals("[] [OTHER_TITLE]", said(moved), "a list that was numbered anew");
        assertEquals("o1", csv("编号,指标编号,日期,数值\no1,A,2024-09-30,45 个\n").orThrow().get(0).entry().id());
        assertTrue(codes(csv("序号,日期,数值\nA,2024-09-30,45 个\n")).contains("MISSING_COLUMN"), "numbers without titles may be anything");
    }

    /** What the kind of a row has no use for is told by the header, and never makes the reader name its own fields. */
    @Test
    void aCellThatTheKindOfARowDoesNotTakeIsToldByItsHeader() {
        WithProblems<List<Observation>> read = sheet(List.of(List.of("指标编号", "类型", "日期", "数值", "项目", "完成率"),
                List.of("A", "累计数", "2024-09-30", "45 个", "某项目", ""), List.of("C", "", "2024-09-30", "86 %", "", "101%")));
        assertEquals(List.of("E2 项目", "F3 完成率"), read.problems().stream().map(it -> it.place().cell() + " " + it.place().path()).toList());
        String told = read.problems().get(0).toString(Locale.CHINESE);
        assertTrue(told.contains("累计数") && told.contains("项目") && !told.contains("item"), told);
        assertEquals(1, read.value().size(), "a share of completion is only left out");
    }

    @Test
    void whatALackingCellIsStandsWithItsCellAndHeader() {
        WithProblems<List<Observation>> read = sheet(List.of(List.of("指标编号", "日期", "数值", "单位"), List.of("A", "2024-06-30", "", "个", ""), List.of("A", "", "3", "个"),
                List.of("A", "2024-07-31", "3", ""), List.of("A", "2024-08-31", "三", "个")));
        assertEquals(List.of("C2 数值", "B3 日期", "C4 数值", "C5 数值"), read.problems().stream().filter(it -> !it.code().equals("NOT_FILLED"))
                .map(it -> it.place().cell() + " " + it.place().path()).toList(), read.problems().toString());
    }

    @Test
    void whatIsSaidOfAMilestoneIsItsStage() {
        Register register = Register.of("demo", ZoneId.of("Asia/Shanghai"), Target.of("M", "医院", Goal.milestone(Scale.STAGES, "built"), Span.year(2024)),
                Target.of("A", "项目", Goal.total(q("62 个")), Span.year(2024)));
        assertEquals(List.of(Observation.stage("M", LocalDate.of(2024, 9, 30), "started"), Observation.total("A", LocalDate.of(2024, 9, 30), q("45 个"))),
                ObservationCsv.parse("编号,目标,截至日期,完成情况\nM,医院,2024-09-30,开工\nA,项目,2024-09-30,45个\n", "t", register).orThrow());
    }
}
