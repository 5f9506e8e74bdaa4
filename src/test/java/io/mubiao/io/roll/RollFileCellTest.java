package io.mubiao.io.roll;

import static io.mubiao.io.roll.Enterprises.assertNumber;
import static io.mubiao.io.roll.Enterprises.codes;
import static io.mubiao.io.roll.Enterprises.number;
import static io.mubiao.io.roll.Enterprises.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Symbol;
import io.mubiao.land.Column;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are read as people write them in tables, exactly or not at all. */
class RollFileCellTest {
    private static final Column TAX = number("tax", "税收", "万元", Optional.empty(), "");
    private static final Column LAND = number("land", "用地面积", "亩", Optional.of(BigDecimal.ZERO), "");

    private static WithProblems<Roll> tax(String cell) {
        return Enterprises.cell(TAX, "税收(万元)", cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.50|12.5", "+7|7", "1,234|1234", "1,234,567.89|1234567.89", "12.5万元|12.5",
        "1.2亿元|12000", "300 元|0.03", "123456789012345678901234567890.5|123456789012345678901234567890.5"})
    void numbersAreReadExactly(String cell, String expected) {
        WithProblems<Roll> read = tax(cell);
        assertTrue(read.isClean(), () -> read.problems().toString());
        assertNumber(expected, read, "tax", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23", "1,2345", "12,34,567", "1234,567", "1,234.567,8", ",123", "1,", "1.2.3", ".5", "5.",
        "1.2E+5", "1e5", "(5)", "¥5", "5-6", "约5", "五", "--5", "1 000", "0x1F", "NaN", "1'000", "#DIV/0!", "1.2E+5万元"})
    void everythingElseIsRefusedAndTheRowLeftOut(String cell) {
        WithProblems<Roll> read = tax(cell);
        assertTrue(only(read, "税收(万元)", "t.csv:2:2 A").code().matches("BAD_VALUE|UNIT"));
        assertEquals(0, read.value().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30亩", "5%", "5个", "5万元/亩", "5 dollars"})
    void aUnitThatDoesNotFitIsRefused(String cell) {
        assertEquals("UNIT", only(tax(cell), "万元").code());
    }

    @Test
    void theUnitOfACellGoesBeforeTheUnitOfTheHeader() {
        assertNumber("3", Enterprises.cell(LAND, "用地面积(平方米)", "3 亩"), "land", 0);
        assertNumber("1.5", Enterprises.cell(LAND, "用地面积(亩)", "1000㎡"), "land", 0);
    }

    @Test
    void percentSignsAreReadInSharesAlone() {
        Column growth = number("g", "增长率", "%", Optional.empty(), "");
        assertNumber("12.5", Enterprises.cell(growth, "增长率(%)", "12.5%"), "g", 0);
        assertNumber("0.12", Enterprises.cell(number("k", "系数", "", Optional.empty(), ""), "系数", "12%"), "k", 0);
    }

    @Test
    void fullWidthDigitsAreReadAndSaidOncePerColumn() {
        WithProblems<Roll> read = RollFile.parse("id,税收(万元)\nA,１２．５\nB,1\nC,－３\nD,\"１，２３４\"\n", "t.csv",
                Enterprises.rule(TAX));
        assertEquals(List.of("FULL_WIDTH", "NEGATIVE"), codes(read));
        assertTrue(read.problems().get(0).toString().contains("3 cells, lines 2, 4, 5"), read.problems()::toString);
        assertNumber("12.5", read, "tax", 0);
        assertNumber("-3", read, "tax", 2);
        assertNumber("1234", read, "tax", 3);
    }

    @Test
    void negativeNumbersAreADoubtWhereTheyAreAllowedAndAnErrorWhereNot() {
        only(tax("-5"), "WARNING", "NEGATIVE", "税收(万元)");
        only(Enterprises.cell(LAND, "用地面积(亩)", "-5"), "ERROR", "at least 0");
    }

    @Test
    void noLandIsADoubt() {
        only(Enterprises.cell(LAND, "用地面积(亩)", "0.00"), "WARNING", "ZERO_LAND");
        assertTrue(tax("0").isClean());
        assertTrue(Enterprises.cell(number("rented", "租用厂房", "平方米", Optional.empty(), "0"), "租用厂房(平方米)", "0").isClean());
    }

    @Test
    void boundsHoldAfterConversion() {
        Column small = new Column("land", "用地面积", Symbol.Kind.NUMBER, LAND.unit(), 2, Optional.empty(),
                Optional.of(BigDecimal.TEN), List.of(), "", LAND.cite());
        only(Enterprises.cell(small, "用地面积(平方米)", "100000"), "'150'", "'100000'", "at most 10");
    }

    @Test
    void moreDigitsThanDeclaredAreKeptAndSaidOncePerColumn() {
        WithProblems<Roll> read = RollFile.parse("id,税收(万元)\nA,1.234\nB,1.23\nC,1.230\nD,5.6789\n", "t.csv",
                Enterprises.rule(TAX));
        only(read, "MORE_DIGITS", "2 digits", "2 cells, lines 2, 5");
        assertNumber("1.234", read, "tax", 0);
        assertNumber("5.6789", read, "tax", 3);
    }

    @Test
    void textsDaysAndFlagsAreHeldAgainstTheirColumn() {
        Column scale = Enterprises.column("s", "规模", Symbol.Kind.TEXT, List.of("大", "A", "/"), "");
        assertEquals("/", Enterprises.cell(scale, "规模", "/").orThrow().text("s").orElseThrow().text(0));
        assertEquals("A", Enterprises.cell(scale, "规模", "Ａ").orThrow().text("s").orElseThrow().text(0));
        only(Enterprises.cell(scale, "规模", "中"), "BAD_VALUE", "[大, A, /]");
        only(Enterprises.cell(Enterprises.column("d", "日期", Symbol.Kind.DAY, List.of(), ""), "日期", "2023-02-30"),
                "BAD_VALUE", "2023-02-30");
        only(Enterprises.cell(Enterprises.column("f", "规上", Symbol.Kind.FLAG, List.of(), ""), "规上", "也许"), "是 or 否");
    }

    @Test
    void freeTextsKeepTheirWidth() {
        Column sector = Enterprises.column("s", "行业", Symbol.Kind.TEXT, List.of(), "");
        WithProblems<Roll> read = Enterprises.cell(sector, "行业", "　Ａ类（一） ");
        assertTrue(read.isClean());
        assertEquals("Ａ类（一）", read.value().text("s").orElseThrow().text(0));
    }
}
