package io.mubiao.value;

import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    private static Quantity in(String text, String unit) {
        return q(text).in(UNITS.get(unit));
    }

    @Test
    void oneMuIsExactlyOneFifteenthOfAHectare() {
        assertEquals(Rational.of(1, 15), in("1 亩", "公顷").amount());
        assertEquals(Rational.of(2000, 3), in("1 亩", "平方米").amount());
    }

    @ParameterizedTest
    @CsvSource({"1100 亩,220/3,73.3333", "1.5 万亩,1000,1000", "1.3 万亩,2600/3,866.6667"})
    void muBecomeHectaresExactlyAndRoundOnlyWhenAsked(String mu, String exact, BigDecimal rounded) {
        Quantity hectares = in(mu, "公顷");
        assertEquals(Rational.parse(exact), hectares.amount());
        assertEquals(0, rounded.compareTo(hectares.round(Rounding.halfUp(4))));
        assertEquals(0, q(mu).compareAmount(hectares));
    }

    @ParameterizedTest
    @CsvSource({"31 亿元,310000,万元", "0.9 亿元,90000000,元", "1 万亿元,10000,亿元", "2 百万元,0.2,千万元",
            "3 km2,300,公顷", "1 吨标煤,1,tce", "0.5 万人,5000,人", "2 万个,20000,个"})
    void prefixesScale(String from, String amount, String unit) {
        assertEquals(Rational.parse(amount), in(from, unit).amount());
    }

    @Test
    void conversionThereAndBackLosesNothing() {
        Quantity mu = q("1100 亩");
        assertEquals(mu, mu.in(UNITS.get("公顷")).in(UNITS.get("亩")));
    }

    @Test
    void sumsKeepTheFirstUnit() {
        assertEquals(q("10001 亩"), q("1 亩").plus(q("1 万亩")));
        assertEquals(q("-0.5 亿元"), q("0.5 亿元").minus(q("10000 万元")));
        assertEquals(q("3 个"), q("1.5 个").times(Rational.of(2)));
    }

    @Test
    void moneyPerAreaIsAQuotientThatConverts() {
        Quantity yield = q("3 亿元").per(q("1500 亩"));
        assertEquals("亿元/亩", yield.unit().symbol());
        assertEquals(q("20 万元/亩"), yield.in(UNITS.get("万元/亩")));
        assertEquals(Rational.of(300), yield.in(UNITS.get("万元/公顷")).amount());
    }

    @Test
    void unitsThatConvertMakeAShare() {
        assertEquals("20 %", q("3 个").per(q("15 个")).toString());
        assertEquals(Rational.of(1, 5), q("3 个").per(q("15 个")).asShare());
        assertEquals(q("50 %"), Quantity.share(Rational.of(1, 2)));
    }

    @Test
    void sharesCanBeQuotientsThatCancel() {
        assertTrue(UNITS.get("万亩/公顷").isShare());
        assertEquals(Rational.of(1, 15), q("1 亩/公顷").asShare());
        Refusal.naming(() -> q("7 百分点").asShare(), "7 百分点", "%");
    }

    @Test
    void measureWordsNeverConvertIntoEachOther() {
        Refusal.naming(() -> q("2 所").plus(q("3 条")), "'所'", "'条'");
        Refusal.naming(() -> q("2 所").minus(q("3 条")), "'所'", "'条'");
        Refusal.naming(() -> q("2 所").compareAmount(q("3 条")), "'所'", "'条'");
        Refusal.naming(() -> q("2 所").ratioTo(q("3 条")), "'所'", "'条'");
        Refusal.naming(() -> in("2 所", "条"), "'所'", "'条'");
    }

    @Test
    void aPercentageIsNeitherACountNorPoints() {
        Refusal.naming(() -> q("7 %").compareAmount(q("7 个")), "'%'", "'个'");
        Refusal.naming(() -> q("7 %").plus(q("1 百分点")), "'%'", "'百分点'");
        Refusal.naming(() -> in("7 吨", "吨标煤"), "'吨'", "'吨标煤'");
    }

    @Test
    void equalityIsTheSameNumberInTheSameUnit() {
        assertEquals(q("2.0 亩"), q("2.00 亩"));
        assertEquals(q("2.0 亩").hashCode(), q("2.00 亩").hashCode());
        assertNotEquals(q("1 万亩"), q("10000 亩"));
        assertEquals(0, q("1 万亩").compareAmount(q("10000 亩")));
        assertNotEquals(q("2 个"), q("2 所"));
    }

    @Test
    void aZeroDivisorIsRefused() {
        assertThrows(ArithmeticException.class, () -> q("1 万元").per(q("0 亩")));
        assertThrows(ArithmeticException.class, () -> q("1 亩").ratioTo(q("0 公顷")));
    }

    @Test
    void aComputedAmountIsADecimalWhereItCanBe() {
        assertEquals(Optional.empty(), in("1100 亩", "公顷").decimal());
        assertEquals("220/3 公顷", in("1100 亩", "公顷").toString());
        assertEquals(Optional.of(new BigDecimal("1000")), in("1.5 万亩", "公顷").decimal());
    }
}
