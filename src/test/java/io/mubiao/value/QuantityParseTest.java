package io.mubiao.value;

import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityParseTest {
    @ParameterizedTest
    @CsvSource({"62个,62,个", "62 个,62,个", "1.5万亩,1.5,万亩", "1.5  万亩,1.5,万亩", "-3 %,-3,%", "+3%,3,%",
            "7个百分点,7,个百分点", "12万元/亩,12,万元/亩", "0.5吨标煤/万元,0.5,吨标煤/万元", "3人次,3,人次", "3人,3,人"})
    void aNumberIsFollowedByItsUnit(String text, String amount, String unit) {
        assertEquals(Quantity.of(Rational.parse(amount), UNITS.get(unit)), q(text));
    }

    @Test
    void whiteSpaceAroundIsIgnored() {
        assertEquals(q("62 个"), q(" \u300062 \t个\n"));
    }

    @ParameterizedTest
    @CsvSource({"220/3 公顷,220,3", "-1/3公顷,-1,3", "2/1 公顷,2,1"})
    void aFractionIsRead(String text, long above, long below) {
        assertEquals(Quantity.of(Rational.of(above, below), UNITS.get("公顷")), q(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.50 亩", "-0.50 元", "7.0 %", "100 个"})
    void decimalsAreKeptAsWritten(String text) {
        assertEquals(text, q(text).toString());
    }

    @Test
    void theWrittenDecimalIsHandedOut() {
        assertEquals(Optional.of(new BigDecimal("1.50")), q("1.50 亩").decimal());
        assertEquals(Optional.of(new BigDecimal("150")), q("1.50 亩").times(Rational.HUNDRED).decimal());
    }

    @Test
    void noExponentIsEverPrinted() {
        assertEquals("1000 元", Quantity.of(new BigDecimal("1E+3"), UNITS.get("元")).toString());
        assertEquals("0.0000000001 元", Quantity.of(new BigDecimal("1E-10"), UNITS.get("元")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "个", "62", "1e3 个", "1,2 亩", "1.234,5 亩", "1 100 亩", "٣ 个", "- 3 个", ".5 亩", "1. 亩", "--3 个",
            "NaN 个", "六十二个", "1/-2 亩"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> q(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.5 万元", "１，２３４．５ 万元", "1234.5\u00A0万元", "1234.5(万元)", "1234.5 （万元）", "\u200B1234.5万元",
            "１２３４.5（单位：万元）", "\uFEFF1,234.5\u3000万元"})
    void whatPeopleTypeIsReadAsWhatTheyMean(String text) {
        assertEquals("1234.5 万元", q(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,2 亩|1.2|12", "1,2345 亩|1.2345|12345", "1.234,5 亩|1234.5|1.2345", "1 234 亩|1234|several",
            "1.234.567 亩|1234567|thousands"})
    void whatCanBeReadInTwoWaysNamesBoth(String text, String one, String other) {
        Refusal.naming(() -> q(text), "'" + text + "'", one, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0 亩", "0/0 亩"})
    void divisionByZeroIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> q(text));
    }

    @Test
    void anUnknownUnitIsNamedAndSoAreTheWordsDeclared() {
        Refusal.naming(() -> q("3 头"), "'头'", "个", "人次");
        Refusal.naming(() -> Quantity.parse("3 头", Units.builtIn()), "'头'", "none declared");
    }

    @Test
    void endlessTextIsRefusedBriefly() {
        String message = Refusal.message(IllegalArgumentException.class, () -> q("9".repeat(100_000) + "个"));
        assertTrue(message.length() < 300, message);
    }
}
