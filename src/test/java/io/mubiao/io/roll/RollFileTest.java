package io.mubiao.io.roll;

import static io.mubiao.io.roll.Enterprises.CODE;
import static io.mubiao.io.roll.Enterprises.OTHER_CODE;
import static io.mubiao.io.roll.Enterprises.RULE;
import static io.mubiao.io.roll.Enterprises.assertNumber;
import static io.mubiao.io.roll.Enterprises.codes;
import static io.mubiao.io.roll.Enterprises.land;
import static io.mubiao.io.roll.Enterprises.number;
import static io.mubiao.io.roll.Enterprises.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.Roll;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good rows are read exactly; a row that cannot be read is left out and said to be, with its line. */
class RollFileTest {
    private static WithProblems<Roll> read(String rows) {
        return RollFile.parse("id,用地面积(亩)\n" + rows, "t.csv", land());
    }

    @Test
    void everyKindOfColumnIsReadByItsHeader() {
        WithProblems<Roll> read = RollFile.parse("""
                统一社会信用代码,企业名称,行业,用地面积(亩),税收(万元),增长率(%),规模,投产日期,规上
                91350100M000100Y43,甲公司,纺织,30.5,"1,234.56",7.5,大,2012/3/4,是
                91110000710925462X,,—,2,0,,,,
                """, "t.csv", RULE);
        Roll roll = read.orThrow();
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertEquals(List.of(CODE, OTHER_CODE), List.of(roll.id(0), roll.id(1)));
        assertEquals(List.of("甲公司", OTHER_CODE), List.of(roll.name(0), roll.name(1)));
        assertNumber("30.5", read, "land", 0);
        assertNumber("1234.56", read, "tax", 0);
        assertNumber("7.5", read, "growth", 0);
        assertNumber(String.valueOf(LocalDate.of(2012, 3, 4).toEpochDay()), read, "opened", 0);
        assertNumber("1", read, "big", 0);
        assertEquals("纺织", roll.text("sector").orElseThrow().text(0));
        assertEquals("未分类", roll.text("sector").orElseThrow().text(1));
        assertEquals("小", roll.text("scale").orElseThrow().text(1));
        assertNumber("0", read, "growth", 1);
    }

    private static List<String> rows(Roll roll) {
        return IntStream.range(0, roll.size()).mapToObj(i -> roll.id(i) + " " + roll.number("land").orElseThrow().value(i)).toList();
    }

    @Test
    void severalYearsAreReadSideBySideAsOneByOne(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int year = 0; year < 3; year++) {
            int all = 700 * (year + 1);
            files.add(Files.writeString(folder.resolve(year + ".csv"), "id,用地面积(亩)\n" + IntStream.range(0, all)
                    .mapToObj(i -> "E" + i + "," + (i % 97 == 5 ? "三十" : i + ".5") + "\n").collect(Collectors.joining())));
        }
        List<WithProblems<Roll>> alone = files.stream().map(file -> RollFile.read(file, land(), CsvOptions.DEFAULT)).toList();
        for (int threads = 1; threads <= 7; threads += 3) {
            List<WithProblems<Roll>> found = RollFile.readAll(files, land(), CsvOptions.DEFAULT.threads(threads));
            for (int year = 0; year < 3; year++) {
                assertEquals(alone.get(year).problems(), found.get(year).problems());
                assertEquals(rows(alone.get(year).value()), rows(found.get(year).value()));
            }
        }
        assertEquals(List.of(), RollFile.readAll(List.of(), land(), CsvOptions.DEFAULT));
    }

    @Test
    void allProblemsOfAFileAreToldAtOnceInFileOrder() {
        WithProblems<Roll> read = RollFile.parse("""
                统一社会信用代码,用地面积(亩),税收(元),备注
                A,30,5,
                B,thirty,5,
                ,1,1,
                A,40,5,
                C,0,-5,
                D,1
                E,,1,
                9.135E+17,1,1,
                """, "t.csv", Enterprises.rule(
                        Enterprises.number("land", "用地面积", "亩", java.util.Optional.empty(), ""),
                        Enterprises.number("tax", "税收", "万元", java.util.Optional.empty(), "")));
        assertEquals(List.of("1 UNKNOWN_HEADER", "3 BAD_VALUE", "4 NO_ID", "5 DUPLICATE", "6 ZERO_LAND", "6 NEGATIVE",
                "7 CELLS", "8 MISSING", "9 SCIENTIFIC"), read.problems().stream()
                        .filter(problem -> !problem.code().equals("MORE_DIGITS"))
                        .map(problem -> problem.place().line() + " " + problem.code()).toList());
        assertEquals(3, read.value().size());
        assertNumber("0.0005", read, "tax", 0);
        assertThrows(InvalidDataException.class, read::orThrow);
    }

    @Test
    void aProblemNamesFileLineCellAndEnterprise() {
        Problem problem = only(read("A,1\nB,x\n"), "t.csv:3:2 B", "用地面积(亩)", "'x'", "left out");
        assertEquals(Problem.Severity.ERROR, problem.severity());
    }

    @Test
    void nothingIsSilentlyZero() {
        WithProblems<Roll> read = read("A,\nB,—\nC,/\nD,N/A\nE,无数据\nF,-\nG,　\n");
        assertEquals(7, read.orThrow().size());
        for (int row = 0; row < 7; row++) {
            assertNull(number(read, "land", row));
        }
        assertEquals(7, codes(read).stream().filter("MISSING"::equals).count());
        assertTrue(read.problems().get(0).message().contains("用地面积(亩)"));
    }

    @Test
    void aRowWithoutSeveralFiguresIsOneDoubt() {
        Problem problem = only(RollFile.parse("id,用地面积(亩),税收(万元),增长率(%),行业,规模,投产日期,规上\nA,,,,,,,\n", "t.csv", RULE),
                "用地面积(亩)", "税收(万元)");
        assertFalse(problem.message().contains("增长率"), "the rule declares what holds there");
    }

    @Test
    void anEnterpriseThatIsThereTwiceIsReadOnceAndTheFirstLineNamed() {
        WithProblems<Roll> read = read("A,1\n\nB,2\nA,3\n");
        only(read, "t.csv:5:1 A", "line 2");
        assertEquals(2, read.value().size());
        assertNumber("1", read, "land", 0);
    }

    @Test
    void theFirstOfTwoCountsAsThereEvenIfItCouldNotBeRead() {
        WithProblems<Roll> read = read("A,x\nA,3\n");
        assertEquals(List.of("BAD_VALUE", "DUPLICATE"), codes(read));
        assertEquals(0, read.value().size());
    }

    @Test
    void creditCodesAreCheckedByTheirLastCharacter() {
        only(read("91350100M000100Y44,1\n"), "BAD_CHECK_CHARACTER", "'4'", "'3'");
        only(read("91350100MO00100Y43,1\n"), "BAD_CHECK_CHARACTER", "'O'", "place 10");
        assertTrue(read(CODE + ",1\n").isClean());
        assertTrue(read("厂房-1,1\n").isClean());
    }

    @Test
    void aCreditCodeIsTheSameInSmallLettersAndInFullWidth() {
        WithProblems<Roll> read = read("91350100m000100y43,1\n９１３５０１００Ｍ０００１００Ｙ４３,2\n");
        assertEquals(List.of("SMALL_LETTERS", "DUPLICATE", "FULL_WIDTH"), codes(read));
        assertEquals(CODE, read.value().id(0));
    }

    @Test
    void codesThatASpreadsheetHasDestroyedAreLeftOut() {
        assertEquals("SCIENTIFIC", only(read("9.13501E+17,1\n")).code());
        assertEquals("SCIENTIFIC", only(read("9E+17,1\n")).code());
        assertTrue(read("12E3,1\n").isClean());
    }

    @Test
    void blankLinesAreNoRows() {
        WithProblems<Roll> read = read("\nA,1\r\n,\n \r\nB,2");
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertEquals(2, read.value().size());
    }

    @Test
    void linesMayEndInAnyWay() {
        WithProblems<Roll> read = RollFile.parse("id,用地面积(亩)\rA,1\r\nB,2\n\rC,x", "t.csv", land());
        assertEquals(2, read.value().size());
        assertEquals(5, only(read).place().line());
    }

    @Test
    void rowsThatAreTooShortOrTooLongAreLeftOut() {
        WithProblems<Roll> read = read("A\nB,1,\nC,1\n");
        assertEquals(List.of("CELLS", "CELLS"), codes(read));
        assertEquals(1, read.value().size());
    }

    @Test
    void cellsMayHoldCommasQuotesAndLines() {
        WithProblems<Roll> read = RollFile.parse(
                "id,name,用地面积(亩)\r\nA, \"甲,\"\"乙\"\"\r\n丙\" ,1\r\nB,x,2y\r\n", "t.csv", land());
        assertEquals("甲,\"乙\"\r\n丙", read.value().name(0));
        assertEquals(List.of("HIDDEN_CHARACTER", "UNIT"), codes(read));
        assertEquals(4, read.problems().get(1).place().line());
    }

    @Test
    void aBrokenQuoteCostsOneRowAndNotTheRestOfTheFile() {
        WithProblems<Roll> read = read("A,\"1\nB,2\nC,\"3\"x\nD,4\"\n\"E\",\"5\"\nF,\"6\n");
        assertEquals(List.of(2, 4, 5, 7), read.problems().stream().map(problem -> problem.place().line()).toList());
        assertEquals(List.of("SYNTAX", "SYNTAX", "SYNTAX", "SYNTAX"), codes(read));
        assertEquals(2, read.value().size());
        assertEquals("E", read.value().id(1));
    }

    @Test
    void afterTooManyErrorsReadingEnds() {
        CsvOptions options = CsvOptions.DEFAULT.budget(CostBudget.DEFAULT.bytes(1000).depth(1).characters(100).problems(3));
        WithProblems<Roll> read = RollFile.parse("id,用地面积(亩)\n" + "A,x\n".repeat(10), "t.csv", land(), options);
        assertEquals(4, read.problems().size());
        assertEquals("TOO_MANY_PROBLEMS", read.problems().get(3).code());
        assertEquals(0, read.value().size());
    }

    @Test
    void doubtsBeyondTheLimitAreCounted() {
        CsvOptions options = CsvOptions.DEFAULT.budget(CostBudget.DEFAULT.bytes(1000).depth(1).characters(100).problems(2));
        WithProblems<Roll> read = RollFile.parse("id,用地面积(亩)\nA,\nB,\nC,0\nD,\n", "t.csv", land(), options);
        assertEquals(List.of("MISSING", "MISSING", "MORE_WARNINGS"), codes(read));
        assertTrue(read.problems().get(2).message().contains("{MISSING=1, ZERO_LAND=1}"));
        assertEquals(4, read.orThrow().size());
    }

    @Test
    void cellsAndTextsThatAreTooLongAreLeftOut() {
        CsvOptions options = CsvOptions.DEFAULT.budget(CostBudget.DEFAULT.bytes(1000).depth(1).characters(100).problems(10));
        String header = "id,用地面积(亩)\n";
        only(RollFile.parse(header + "A".repeat(101) + ",1\n", "t.csv", land(), options), "TOO_LONG", "101");
        only(RollFile.parse(header + "A".repeat(1001) + ",1\n", "t.csv", land(), options), "TOO_LARGE", "t.csv:2");
    }

    @Test
    void anEmptyFileIsAProblem() {
        assertEquals("EMPTY", only(RollFile.parse("", "t.csv", land())).code());
        assertEquals("EMPTY", only(RollFile.parse("\uFEFF\n\n", "t.csv", land())).code());
        assertEquals(0, RollFile.parse("id,用地面积(亩)\n", "t.csv", land()).orThrow().size());
    }

    @Test
    void otherSeparatorsThanCommasAreToldAtOnce() {
        only(RollFile.parse("id\t用地面积(亩)\nA\t1\n", "t.csv", land()), "SYNTAX", "commas");
        only(RollFile.parse("id;用地面积(亩)\nA;1\n", "t.csv", land()), "SYNTAX", "commas");
    }
}
