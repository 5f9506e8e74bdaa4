package io.mubiao.io.roll;

import static io.mubiao.io.roll.Enterprises.assertNumber;
import static io.mubiao.io.roll.Enterprises.codes;
import static io.mubiao.io.roll.Enterprises.column;
import static io.mubiao.io.roll.Enterprises.number;
import static io.mubiao.io.roll.Enterprises.only;
import static io.mubiao.testing.RawBook.number;
import static io.mubiao.testing.RawBook.row;
import static io.mubiao.testing.RawBook.rows;
import static io.mubiao.testing.RawBook.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Symbol;
import io.mubiao.io.SheetOptions;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.testing.RawBook;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook as an office keeps it. */
class RollSheetTest {
    private static final EvaluationRule RULE = Enterprises.rule(number("land", "用地面积", "亩", Optional.empty(), ""),
            number("tax", "税收", "万元", Optional.empty(), ""), column("sector", "行业", Symbol.Kind.TEXT, List.of(), "未分类"),
            column("opened", "投产日期", Symbol.Kind.DAY, List.of(), "2000-01-01"), number("rate", "增长率", "%", Optional.empty(), "0"));
    private static final List<String> HEADER =
            List.of("统一社会信用代码", "企业名称", "用地面积(亩)", "税收(万元)", "行业", "投产日期", "增长率(%)");
    private static final String HEADERS = rows(1, List.of(HEADER));

    @TempDir
    private Path folder;

    private WithProblems<Roll> read(RawBook book) {
        return read(book, SheetOptions.DEFAULT);
    }

    private WithProblems<Roll> read(RawBook book, SheetOptions options) {
        return RollFile.readSheet(book.write(folder.resolve("企业.xlsx")), RULE, options);
    }

    private static RawBook book(String rows) {
        return new RawBook().sheet("企业", HEADERS + rows);
    }

    private static String one(int number, String... cells) {
        return row(number, text("A" + number, "E" + number), text("B" + number, "企" + number), String.join("", cells));
    }

    private void refused(RawBook book, String code, String words) {
        WithProblems<Roll> read = read(book);
        assertTrue(codes(read).contains(code) && read.problems().toString().contains(words), () -> read.problems().toString());
        assertThrows(InvalidDataException.class, read::orThrow);
    }

    @Test
    void aTableIsReadAndRecognisedByItsContent() {
        Path file = book(rows(2, List.of(List.of("E1", "企1", "10", "300.5", "制造", "2010-05-01", "3.5")))).write(folder.resolve("x.dat"));
        WithProblems<Roll> read = RollFile.read(file, RULE);
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertNumber("10", read, "land", 0);
        assertNumber("601/2", read, "tax", 0);
    }

    @Test
    void aProblemNamesSheetAndCell() {
        WithProblems<Roll> read = read(book(rows(2, List.of(List.of("E1", "企1", "10", "三百", "制造", "2010-05-01", "3")))));
        Problem problem = only(read, "ERROR", "sheet '企业' D2 E1", "found '三百'");
        assertTrue(problem.toString(Locale.CHINESE).contains("企业.xlsx 表「企业」 D2 E1：错误"), problem.toString(Locale.CHINESE));
        assertEquals("D2", problem.place().cell());
    }

    @ParameterizedTest
    @CsvSource({"yyyy-mm-dd, 45565, 2024-09-30", "14, 45565, 2024-09-30", "31, 45565, 2024-09-30", "yyyy\"年\"m\"月\"d\"日\", 45565, 2024-09-30",
        "[$-804]yyyy/m/d;@, 45565, 2024-09-30", "General, 45565, 2024-09-30", "yyyy-mm-dd, 1, 1900-01-01"})
    void aDayIsReadWhateverItsFormat(String format, String serial, String day) {
        WithProblems<Roll> read = read(book(one(2, number("C2", "1"), number("D2", "1"), number("F2", serial, 1))).formats(format));
        assertEquals(1, read.orThrow().size());
        assertNumber(String.valueOf(java.time.LocalDate.parse(day).toEpochDay()), read, "opened", 0);
    }

    @Test
    void aTimeOfDayIsLeftOutAndToldAsInCsv() {
        only(read(book(one(2, number("C2", "1"), number("D2", "1"), text("E2", "x"), number("F2", "45565.75", 1), number("G2", "1")))
                .formats("yyyy-mm-dd hh:mm")), "WARNING", "TIME_OF_DAY");
    }

    @Test
    void aMonthIsNoDay() {
        refused(book(one(2, number("C2", "1"), number("D2", "1"), number("F2", "45565", 1))).formats("yyyy\"年\"m\"月\""), "BAD_VALUE",
                "'2024-09'");
    }

    @Test
    void daysFrom1904AreReadAsSuchAndPlainNumbersAreDoubtful() {
        WithProblems<Roll> read = read(book(one(2, number("C2", "1"), number("D2", "1"), text("E2", "x"), number("F2", "44103", 1),
                number("G2", "1"))).formats("yyyy-mm-dd").properties("date1904=\"1\""));
        assertNumber(String.valueOf(java.time.LocalDate.of(2024, 9, 30).toEpochDay()), read, "opened", 0);
        only(read, "WARNING", "DAYS_FROM_1904");
    }

    @ParameterizedTest
    @CsvSource({"0.035, 0.0%, 7/2", "0.035, 10, 7/2", "3.5, General, 7/2", "0.28999999999999998, 0%, 29", "-0.05, 0.00%;[Red]-0.00%, -5"})
    void aPercentFormatIsAPercentage(String value, String format, String expected) {
        assertNumber(expected, read(book(one(2, number("C2", "1"), number("D2", "1"), number("G2", value, 1))).formats(format)), "rate", 0);
    }

    @ParameterizedTest
    @CsvSource({"1.1000000000000001, 11/10", "0.30000000000000004, 3/10", "1234.5599999999999, 30864/25", "1E-2, 1/100",
        "1.5E3, 1500", "123456789012345, 123456789012345"})
    void aNumberIsTheOneThatTheSpreadsheetShows(String value, String expected) {
        assertNumber(expected, read(book(one(2, number("C2", "1"), number("D2", value)))), "tax", 0);
    }

    @Test
    void aNumberThatLostDigitsIsRefused() {
        refused(book(row(2, number("A2", "913501001234567000"), number("C2", "1"), number("D2", "1"))), "SCIENTIFIC", "E+17");
        refused(book(one(2, number("C2", "1"), number("D2", "1.2345678901234568E+19"))), "BAD_VALUE", "power of ten");
    }

    @Test
    void numbersAsTextsAreRead() {
        WithProblems<Roll> read = read(book(one(2, text("C2", " 1,234.5 "), text("D2", "３００"), text("F2", "2024年9月30日"), text("G2", "3%"))));
        assertNumber("2469/2", read, "land", 0);
        assertNumber("300", read, "tax", 0);
    }

    @Test
    void aFormulaIsItsValueAndWithoutOneAProblem() {
        String with = "<c r=\"D2\"><f>C2*2</f><v>20</v></c><c r=\"E2\" t=\"str\"><f>\"a\"</f><v>制造</v></c>";
        assertNumber("20", read(book(one(2, number("C2", "10"), with))), "tax", 0);
        WithProblems<Roll> read = read(book(one(2, number("C2", "10"), "<c r=\"D2\"><f>C2*2</f></c>")));
        only(read, "ERROR", "FORMULA", "D2", "column '税收(万元)'", "save it");
        assertEquals(0, read.value().size());
        assertTrue(read(book(one(2, number("C2", "10"), number("D2", "1"), text("E2", "x"), text("F2", "2024-01-01"), number("G2", "1"),
                "<c r=\"H2\"><f>1</f></c>"))).orThrow().size() == 1);
    }

    @ParameterizedTest
    @CsvSource({"<c r=\"D2\" t=\"e\"><v>#DIV/0!</v></c>", "<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
        "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", "<c r=\"E2\" t=\"e\"><v>#N/A</v></c>"})
    void aCellThatCouldNotBeWorkedOutIsNoText(String cell) {
        String id = cell.contains("A2") ? "" : text("A2", "E2");
        refused(book(row(2, cell.contains("A2") ? cell : id, number("C2", "1"), cell.contains("A2") ? number("D2", "1") : cell)), "CELL_ERROR",
                "cannot work out");
    }

    @Test
    void aFormulaThatNoSpreadsheetHasWorkedOutIsNeverAnEmptyCell() {
        String rest = number("C2", "10") + number("D2", "1");
        only(read(book(one(2, number("C2", "10"), "<c r=\"D2\"><f>C2*2</f><v></v></c>"))), "ERROR", "FORMULA", "D2");
        only(read(book(one(2, rest, "<c r=\"E2\"><f>B2</f><v/></c>"))), "ERROR", "FORMULA", "E2");
        assertEquals("未分类", read(book(one(2, rest, "<c r=\"E2\" t=\"str\"><f>\"\"</f><v></v></c>"))).value().text("sector").orElseThrow().text(0));
    }

    /** What stands in the number format beside the digits belongs to what is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12 | 0.0\"公顷\" | 180", "12 | 0\\亩 | 12", "120000 | #,##0\"平方米\" | 180", "12 | #,##0.00_);[Red](#,##0.00) | 12",
        "12 | _ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ | 12", "12 | 000;-000 | 12", "12 | [>=10000]0!.0,\"万\";0 | 12", "12 | General\"亩\" | 12",
        "12345 | 0!.0000 | 2469/2000"})
    void wordsOfANumberFormatCount(String value, String format, String expected) {
        assertNumber(expected, read(book(one(2, number("C2", value, 1), number("D2", "1"))).formats(format)), "land", 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7 | 000000;-000000 | 000007", "42 | \"QY\"0000 | QY0042", "20240930 | 0000-00-00 | 2024-09-30", "1234567 | 000;-000 | 1234567"})
    void anIdIsTheOneThatIsShown(String value, String format, String id) {
        assertEquals(id, read(book(row(2, number("A2", value, 1), number("C2", "1"), number("D2", "1"))).formats(format)).value().id(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12345678 | 0!.0,\"万\"", "12345678 | #,##0,", "12345678 | 0.00,,\"百万\"", "12345678 | [>=10000]0!.0,\"万\";0"})
    void aNumberThatIsShownDividedIsRefused(String value, String format) {
        only(read(book(one(2, number("C2", "1"), number("D2", value, 1))).formats(format)), "ERROR", "DIVIDED", "D2", "found 12345678");
    }

    @Test
    void columnsThatAreHiddenAreTold() {
        String rows = HEADERS + one(2, number("C2", "1"), number("D2", "1"), text("E2", "x"), text("F2", "2024-01-01"), number("G2", "1"));
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols><col min=\"4\" max=\"5\" hidden=\"1\"/></cols>"
                + "<sheetData>" + rows + "</sheetData></worksheet>";
        only(read(new RawBook().sheet("企业", rows).part("xl/worksheets/sheet1.xml", sheet)), "WARNING", "HIDDEN_COLUMNS", "like the others: D, E");
    }

    @Test
    void aCellOverTwoColumnsLeavesNoneForTheSecond() {
        List<List<String>> rows = List.of(List.of("E1", "企1", "10", "300", "制造", "", "3"), List.of("E2", "企2", "10", "", "制造", "2010-05-01", "3"));
        WithProblems<Roll> read = read(new RawBook().sheet("企业", HEADERS + rows(2, rows),
                "<mergeCells><mergeCell ref=\"E2:F2\"/><mergeCell ref=\"C3:D3\"/></mergeCells>"));
        assertEquals(List.of("ERROR MERGED F2", "ERROR MERGED D3"),
                read.problems().stream().map(it -> it.severity() + " " + it.code() + " " + it.place().cell()).toList());
    }

    @Test
    void headersInThreeRowsAreOneAndUnitsMayStandBelow() {
        String head = rows(1, List.of(List.of("统一社会信用代码", "企业名称", "指标", "", "", "投产日期", "行业"), List.of("", "", "规模", "", "增长率(%)"),
                List.of("", "", "用地面积", "税收"), List.of("", "", "公顷", "亿元")));
        String behind = "<mergeCells>" + java.util.stream.Stream.of("A1:A3", "B1:B3", "C1:E1", "C2:D2", "E2:E3", "F1:F3", "G1:G3")
                .map(it -> "<mergeCell ref=\"" + it + "\"/>").collect(java.util.stream.Collectors.joining()) + "</mergeCells>";
        String rows = rows(5, List.of(List.of("E1", "企1", "2", "0.03", "3", "2010-05-01", "制造")));
        WithProblems<Roll> read = read(new RawBook().sheet("企业", head + rows, behind));
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertNumber("30", read, "land", 0);
        assertNumber("300", read, "tax", 0);
    }

    @Test
    void unitsOfATitleHoldForHeadersWithout() {
        List<String> bare = HEADER.stream().map(it -> it.replaceAll("\\(.*", "")).toList();
        List<String> row = List.of("E1", "企1", "2", "300", "制造", "2010-05-01", "3");
        WithProblems<Roll> read = read(new RawBook().sheet("企业", rows(1, List.of(List.of("填报单位：经信局", "", "", "单位：公顷、元"), bare, row))));
        assertNumber("30", read, "land", 0);
        assertNumber("3/100", read, "tax", 0);
        assertTrue(codes(read).containsAll(List.of("UNIT_OF_TITLE", "UNIT_ASSUMED")), () -> read.problems().toString());
        WithProblems<Roll> several = read(new RawBook().sheet("企业", rows(1, List.of(List.of("单位：亩、公顷"), bare, row))));
        assertTrue(several.problems().toString().contains("ERROR UNIT: the header names no unit, the titles above several"), several.problems().toString());
        assertNumber("30", RollFile.parse("名册,单位：公顷\n" + String.join(",", bare) + "\n" + String.join(",", row) + "\n", "x.csv", RULE), "land", 0);
    }

    @Test
    void anotherTableBelowIsToldByItsHeaders() {
        List<String> other = List.of("统一社会信用代码", "企业名称", "税收(万元)", "用地面积(亩)", "行业", "投产日期", "增长率(%)");
        only(read(book(rows(2, List.of(List.of("E1", "企1", "10", "300", "制造", "2010-05-01", "3"), other)))), "ERROR", "OTHER_HEADERS", "A3");
    }

    @Test
    void rowsThatAreHiddenAreReadAndToldOrLeftOutAsAsked() {
        String rows = one(2, number("C2", "1"), number("D2", "1"), text("E2", "x"), text("F2", "2024-01-01"), number("G2", "1"))
                + one(3, number("C3", "1"), number("D3", "1"), text("E3", "x"), text("F3", "2024-01-01"), number("G3", "1"))
                        .replace("<row ", "<row hidden=\"1\" ");
        WithProblems<Roll> read = read(book(rows));
        assertEquals(2, read.value().size());
        only(read, "WARNING", "HIDDEN_ROWS", "hides are read like the others: 1");
        WithProblems<Roll> less = read(book(rows), SheetOptions.DEFAULT.withoutHiddenRows());
        assertEquals(1, less.value().size());
        only(less, "WARNING", "left out, as asked");
    }

    @Test
    void titlesTotalsNotesAndSignaturesAreNoEnterprises() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("2023年度亩均效益评价基础数据表"));
        rows.add(List.of("填报单位：经信局", "", "", "", "单位：亩、万元"));
        rows.add(HEADER);
        rows.add(List.of("E1", "企1", "10", "300", "制造", "2010-05-01", "3"));
        rows.add(List.of("合计", "", "10", "300"));
        rows.add(List.of("注：税收为入库数"));
        WithProblems<Roll> read = read(new RawBook().sheet("企业", rows(1, rows), "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A6:G6\"/></mergeCells>"));
        assertEquals(1, read.orThrow().size());
        assertEquals(List.of("TITLE_ROWS", "TOTALS_ROW", "NOTE_ROW"), codes(read));
    }

    @Test
    void headersInTwoRowsAreOne() {
        String head = rows(1, List.of(List.of("统一社会信用代码", "企业名称", "用地", "", "税收", "行业", "投产日期", "增长率"),
                List.of("", "", "面积(亩)", "其中租用", "万元", "", "", "(%)")));
        String behind = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/></mergeCells>";
        RawBook book = new RawBook().sheet("企业", head + rows(3, List.of(List.of("E1", "企1", "10", "2", "300", "制造", "2010-05-01", "3"))), behind);
        WithProblems<Roll> read = read(book);
        assertNumber("10", read, "land", 0);
        assertNumber("300", read, "tax", 0);
        only(read, "UNKNOWN_HEADER", "'用地其中租用'");
        assertNumber("10", read(book, SheetOptions.DEFAULT.headerRow(1, 2)), "land", 0);
        assertThrows(InvalidDataException.class, () -> read(book, SheetOptions.DEFAULT.headerRow(1)).orThrow());
    }

    @Test
    void groupsAboveHeadersThatAreMergedDownAreNoTitle() {
        String rows = rows(1, List.of(List.of("序号", "统一社会信用代码", "企业名称", "土地", "经济指标"), List.of("", "", "", "用地面积(亩)", "税收(万元)", "增长率(%)"), List.of("1", "E1", "企1", "10", "300", "5")));
        WithProblems<Roll> read = read(new RawBook().sheet("企业", rows, "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:C2\"/><mergeCell ref=\"E1:F1\"/></mergeCells>"));
        assertNumber("10", read, "land", 0);
        assertTrue(read.problems().stream().noneMatch(it -> it.code().equals("TITLE_ROWS")), () -> read.problems().toString());
    }

    @Test
    void aMergedTextHoldsForItsRowsAndAMergedFigureForNone() {
        List<List<String>> rows = List.of(List.of("E1", "企1", "10", "300", "制造", "2010-05-01", "3"), List.of("E2", "企2", "10", "300", "", "2010-05-01", "3"));
        RawBook texts = new RawBook().sheet("企业", HEADERS + rows(2, rows), "<mergeCells><mergeCell ref=\"E2:E3\"/></mergeCells>");
        WithProblems<Roll> read = read(texts);
        assertEquals("制造", read.orThrow().text("sector").orElseThrow().text(1));
        only(read, "WARNING", "MERGED", "E3");
        List<List<String>> figures = List.of(rows.get(0), List.of("E2", "企2", "", "300", "制造", "2010-05-01", "3"));
        RawBook merged = new RawBook().sheet("企业", HEADERS + rows(2, figures), "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>");
        only(read(merged), "ERROR", "MERGED", "C3", "rows 2 to 3");
    }

    @Test
    void theOnlyFittingSheetIsReadAndOfSeveralOneMustBeNamed() {
        String rows = HEADERS + rows(2, List.of(List.of("E1", "企1", "10", "300", "制造", "2010-05-01", "3")));
        RawBook book = new RawBook().sheet("说明", rows(1, List.of(List.of("填表说明"), List.of("一企一行")))).sheet("企业", rows);
        assertTrue(read(book).isClean());
        book.sheet("去年", rows);
        only(read(book), "SEVERAL_SHEETS", "[企业, 去年]");
        assertTrue(read(book, SheetOptions.DEFAULT.sheet("去年")).isClean());
        only(read(book, SheetOptions.DEFAULT.sheet("明年")), "NO_SHEET", "'明年'", "[说明, 企业, 去年]");
        only(read(new RawBook().sheet("甲", rows(1, List.of(List.of("a")))).sheet("乙", "")), "NO_SHEET", "[甲, 乙]");
        only(read(new RawBook().sheet("旧", rows).hidden().sheet("新", rows)), "WARNING", "OTHER_SHEETS", "is '新'; not read: [旧]");
        only(read(new RawBook().sheet("企业", rows).sheet("规下", rows(1, List.of(List.of("代码", "面积"))))), "WARNING", "OTHER_SHEETS", "[规下]");
    }

    @Test
    void sharedTextsMayBeInManyFontsAndHavePhonetics() {
        WithProblems<Roll> read = read(new RawBook().sheet("企业", HEADERS + one(2, number("C2", "1"), number("D2", "1"),
                        "<c r=\"E2\" t=\"s\"><v>0</v></c>", text("F2", "2024-01-01"), number("G2", "1")))
                .texts("<r><t>汽</t></r><r><rPr/><t xml:space=\"preserve\">车_x000D_厂</t></r><rPh><t>qiche</t></rPh>"));
        assertEquals("汽车\r厂", read.value().text("sector").orElseThrow().text(0));
    }

    @Test
    void rowsAndCellsWithoutPlacesFollowEachOther() {
        String rows = HEADERS.replaceAll(" r=\"[A-Z0-9]+\"", "") + "<row><c t=\"inlineStr\"><is><t>E1</t></is></c><c/><c><v>1</v></c><c><v>x</v></c></row>";
        only(read(new RawBook().sheet("企业", rows)), "ERROR", "D2");
    }

    @Test
    void whatStandsBesideTheTableIsToldOnce() {
        only(read(book(rows(2, List.of(List.of("E1", "企1", "10", "300", "制造", "2010-05-01", "3", "", "待核"))))), "WARNING", "OUTSIDE", "I2");
    }

    @Test
    void otherFilesAreRefusedPlainly() throws IOException {
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4096);
        refused(old, "OLD_WORKBOOK", "save it as .xlsx");
        byte[] name = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 3000, name.length);
        refused(old, "ENCRYPTED", "password");
        refused("a,b".getBytes(java.nio.charset.StandardCharsets.UTF_8), "NO_WORKBOOK", "whatever its name says");
        refused(new byte[0], "EMPTY", "empty");
        byte[] whole = book(one(2, number("C2", "1"))).bytes();
        refused(Arrays.copyOf(whole, whole.length / 2), "DAMAGED", "cut off");
        refused(new RawBook().part("xl/workbook.bin", "x"), "NO_WORKBOOK", ".xlsb");
        refused(new RawBook().part("mimetype", "x").part("content.xml", "x"), "NO_WORKBOOK", ".ods");
        assertTrue(RollFile.readSheet(folder.resolve("none.xlsx"), RULE, SheetOptions.DEFAULT).problems().toString().contains("NO_FILE"));
    }

    private void refused(byte[] bytes, String code, String words) throws IOException {
        Path file = Files.write(folder.resolve("x.xlsx"), bytes);
        only(RollFile.readSheet(file, RULE, SheetOptions.DEFAULT), code, words);
    }

    @Test
    void aZipBombIsNotUnzipped() {
        String blanks = " ".repeat(3 << 20);
        SheetOptions little = SheetOptions.DEFAULT.budget(CostBudget.DEFAULT.bytes(1 << 16));
        only(read(book(blanks), little.budget(CostBudget.DEFAULT.bytes(1 << 18))), "TOO_LONG");
        only(read(book("<row>  </row>".repeat(200_000)), little), "TOO_LARGE", String.valueOf(16 << 16));
        only(read(book("").texts("<t>x</t>".repeat(20_000)), little), "TOO_LARGE", String.valueOf(1 << 16));
    }

    @Test
    void hostileMarkupDoesNotLeadTheLibraryAstray() {
        refused(book(one(2, "<c r=\"C2\" t=\"s\"><v>999999999</v></c>")), "DAMAGED", "shared text 999999999 of 0");
        refused(book(one(2, "<c r=\"C2\" t=\"s\"><v>9<!-- -->99</v></c>")), "DAMAGED", "shared text 999 of 0");
        refused(book(one(2, "<c r=\"C2\" t=\"&#115;\"><v>7</v></c>")), "DAMAGED", "kind of a cell");
        refused(book(one(2, "<c r=\"ZZZZZ2\"><v>7</v></c>")), "DAMAGED", "no cell");
        refused(book(one(2, "<c r=\"C2\" t=\"q\"><v>7</v></c>")), "DAMAGED", "Unknown cell type");
        refused(book("<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"9\"/></c></row>"), "DAMAGED", "");
        refused(book("<row r=\"2\"><c r=\"A2\">"), "DAMAGED", "");
        refused(book("").part("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"),
                "DAMAGED", "");
    }

    @Test
    void rowsComeInChunksWithinTheBudget() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            rows.add(List.of("E" + i, "企" + i, "10", "300", "制造", "2010-05-01", "3"));
        }
        List<Integer> sizes = new ArrayList<>();
        Path file = book(rows(2, rows)).write(folder.resolve("x.xlsx"));
        RollFile.readSheetChunks(file, RULE, SheetOptions.DEFAULT, 4, chunk -> sizes.add(chunk.orThrow().size()));
        assertEquals(List.of(4, 4, 2), sizes);
        only(RollFile.readSheet(file, RULE, SheetOptions.DEFAULT.budget(CostBudget.DEFAULT.rows(3))), "TOO_LARGE", "row 5");
    }

    @Test
    void headersMayBeMapped() {
        String rows = rows(3, List.of(List.of("代码", "面积", "税收(万元)"), List.of("E1", "10", "300")));
        WithProblems<Roll> read = read(new RawBook().sheet("企业", rows),
                SheetOptions.DEFAULT.header(CsvOptions.ID, "代码").header("land", "面积").headerRow(3));
        assertNumber("10", read, "land", 0);
        only(read(new RawBook().sheet("企业", rows), SheetOptions.DEFAULT.headerRow(2)), "MISSING_HEADER", "row 2");
    }
}
