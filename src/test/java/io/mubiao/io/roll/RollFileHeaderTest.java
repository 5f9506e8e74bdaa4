package io.mubiao.io.roll;

import static io.mubiao.io.roll.Enterprises.assertNumber;
import static io.mubiao.io.roll.Enterprises.codes;
import static io.mubiao.io.roll.Enterprises.land;
import static io.mubiao.io.roll.Enterprises.number;
import static io.mubiao.io.roll.Enterprises.only;
import static io.mubiao.io.roll.Enterprises.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Roll;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.testing.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are found by their headers, with their units; whatever is not clear about a header is said. */
class RollFileHeaderTest {
    private static WithProblems<Roll> read(String header, String cell, CsvOptions options) {
        return RollFile.parse("id," + header + "\nA," + cell + "\n", "t.csv", land(), options);
    }

    private static WithProblems<Roll> read(String header, String cell) {
        return read(header, cell, CsvOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"用地面积(亩)", "用地面积（亩）", "用地 面积　( 亩 )", "land(亩)", "用地面积(单位：亩)", "用地面积(mu)"})
    void aHeaderIsTitleOrIdWithItsUnit(String header) {
        WithProblems<Roll> read = read(header, "3");
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertNumber("3", read, "land", 0);
    }

    @Test
    void otherUnitsThatFitAreConvertedExactly() {
        assertNumber("1.5", read("用地面积(平方米)", "1000"), "land", 0);
        assertNumber("0.0015", read("用地面积(㎡)", "1"), "land", 0);
        assertNumber("31.5", read("用地面积(公顷)", "2.1"), "land", 0);
        assertNumber("30000", read("用地面积(万亩)", "3"), "land", 0);
        assertNumber("0.5", Enterprises.cell(number("k", "系数", "", Optional.empty(), ""), "系数(%)", "50"), "k", 0);
    }

    @Test
    void whatIsNoDecimalInTheOtherUnitIsRefusedAndNeverRounded() {
        WithProblems<Roll> read = Enterprises.cell(number("land", "用地面积", "公顷", Optional.empty(), ""), "用地面积(亩)", "1");
        only(read, "INEXACT", "亩", "公顷");
        assertEquals(0, read.value().size());
        assertNumber("0.2", Enterprises.cell(number("land", "用地面积", "公顷", Optional.empty(), ""), "用地面积(亩)", "3"),
                "land", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"用地面积(万元)", "用地面积(个)", "用地面积(苗)", "用地面积()", "用地面积(亩)(万元)"})
    void aUnitThatDoesNotFitIsRefusedAndTheCellsAreNotRead(String header) {
        WithProblems<Roll> read = read(header, "3");
        assertTrue(read.problems().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR));
        assertNull(number(read, "land", 0));
        assertEquals("t.csv:1:2 用地面积(万元)", only(read("用地面积(万元)", "3"), "'万元'", "'亩'").place().toString());
    }

    @Test
    void aColumnWithAWrongHeaderIsNotTakenToBeDeclaredEmpty() {
        WithProblems<Roll> read = Enterprises.cell(number("land", "用地面积", "亩", Optional.empty(), "0"), "用地面积(元)", "3");
        only(read, "UNIT");
        assertNull(number(read, "land", 0));
    }

    @Test
    void aMissingUnitIsAssumedAndSaid() {
        only(read("用地面积", "3"), "UNIT_ASSUMED", "'亩'", "t.csv:1:2");
        only(read("land", "3"), "UNIT_ASSUMED");
        assertTrue(Enterprises.cell(number("k", "系数", "", Optional.empty(), ""), "系数", "3").isClean());
    }

    @Test
    void aMissingColumnIsAnErrorUnlessTheRuleDeclaresWhatHolds() {
        WithProblems<Roll> read = RollFile.parse("id,税收(万元)\nA,1\n", "t.csv", rule(
                number("land", "用地面积", "亩", Optional.empty(), ""), number("tax", "税收", "万元", Optional.empty(), ""),
                number("growth", "增长率", "%", Optional.empty(), "7")));
        assertEquals(List.of("MISSING_COLUMN", "ABSENT_COLUMN"), codes(read));
        assertNull(number(read, "land", 0));
        assertNumber("7", read, "growth", 0);
    }

    @Test
    void aFileWithoutIdsHasNoRowsButStillAllItsProblems() {
        WithProblems<Roll> read = RollFile.parse("厂名,用地面积(亩)\nA,x\n", "t.csv", land());
        assertEquals(List.of("MISSING_COLUMN", "UNKNOWN_HEADER", "BAD_VALUE"), codes(read));
        assertEquals(0, read.value().size());
    }

    @Test
    void aHeaderThatIsThereTwiceIsAnErrorAndNeitherIsRead() {
        WithProblems<Roll> read = read("用地面积(亩),用地面积(平方米)", "1,2");
        assertEquals("t.csv:1:3 用地面积(平方米)", only(read, "DUPLICATE", "cell 2").place().toString());
        assertNull(number(read, "land", 0));
    }

    @Test
    void unknownHeadersAreSaidWithWhatMayBeMeant() {
        assertTrue(read("用地面机(亩)", "1").problems().get(1).message().contains("did you mean '用地面积'?"));
        only(read("用地面积(亩),备注", "1,x"), "UNKNOWN_HEADER", "备注");
        only(read("用地面积(亩),", "1,"), "UNKNOWN_HEADER", "without a header");
    }

    @Test
    void headersCanBeMapped() {
        CsvOptions options = CsvOptions.DEFAULT.header("id", "代码").header("name", "单位").header("land", "占地");
        WithProblems<Roll> read = RollFile.parse("代码,占地（平方米）,单位\nA,1000,甲\n", "t.csv", land(), options);
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertNumber("1.5", read, "land", 0);
        assertEquals("甲", read.value().name(0));
        assertEquals("A", read.value().id(0));
    }

    @Test
    void aMappedHeaderMayNameItsUnitAndMustBeThere() {
        CsvOptions options = CsvOptions.DEFAULT.header("land", "占地(平方米)");
        assertNumber("1.5", read("占地(平方米)", "1000", options), "land", 0);
        assertEquals(List.of("MISSING_COLUMN", "UNKNOWN_HEADER"), codes(read("用地面积(亩)", "1", options)));
        Refusal.naming(() -> read("用地面积(亩)", "1", CsvOptions.DEFAULT.header("area", "占地")), "'area'", "land");
        Refusal.naming(() -> CsvOptions.DEFAULT.header("land", " "), "'land'");
    }

    @Test
    void aTitleMayEndInParenthesesItself() {
        WithProblems<Roll> read = Enterprises.cell(number("land", "用地(不含租赁)", "亩", Optional.empty(), ""),
                "用地（不含租赁）(平方米)", "1000");
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertNumber("1.5", read, "land", 0);
        only(Enterprises.cell(number("land", "用地(不含租赁)", "亩", Optional.empty(), ""), "用地（不含租赁）", "1000"),
                "UNIT_ASSUMED");
    }

    @Test
    void oneHeaderMayBeBothTheNameAndAColumn() {
        WithProblems<Roll> read = RollFile.parse("id,企业名称\nA,甲\n", "t.csv",
                rule(Enterprises.column("firm", "企业名称", Symbol.Kind.TEXT, List.of(), "")));
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertEquals("甲", read.value().name(0));
        assertEquals("甲", read.value().text("firm").orElseThrow().text(0));
    }
}
