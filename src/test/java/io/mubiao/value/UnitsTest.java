package io.mubiao.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    private static final Units UNITS = Units.builtIn().with("个", "所");

    @ParameterizedTest
    @CsvSource({"亩,mu", "公顷,ha", "平方公里,km²", "km²,km2", "平方米,m²", "m²,m2", "百分点,个百分点", "百分点,pp", "t,吨",
            "tce,吨标煤", "吨标煤,吨标准煤", "kWh,千瓦时"})
    void otherNamesMeanTheSame(String name, String other) {
        Quantity one = Quantity.of(1, UNITS.get(name));
        assertEquals(Rational.ONE, one.in(UNITS.get(other)).amount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "头", "万", "亿", "/", "元/", "/亩", "元//亩", "元/亩/个", "万%", "元 ", "Ha", "万万元",
            "千元"})
    void whatIsNotDeclaredIsUnknown(String symbol) {
        assertTrue(UNITS.find(symbol).isEmpty());
        Refusal.naming(() -> UNITS.get(symbol), "'" + symbol + "'");
    }

    @Test
    void theLongerPrefixWins() {
        assertEquals(Rational.of(10_000), Quantity.of(1, UNITS.get("万亿元")).in(UNITS.get("亿元")).amount());
    }

    @Test
    void declaredWordsTakePrefixesAndQuotients() {
        assertEquals(Rational.of(20_000), Quantity.of(2, UNITS.get("万个")).in(UNITS.get("个")).amount());
        assertFalse(UNITS.get("个/所").isCompatibleWith(UNITS.get("所/个")));
        assertTrue(UNITS.get("万个/个").isShare());
    }

    @Test
    void aUnitNamesTheWordsItIsMadeOf() {
        assertEquals(Set.of("个"), UNITS.get("万个").measureWords());
        assertEquals(Set.of("个", "所"), UNITS.get("个/所").measureWords());
        assertEquals(Set.of(), UNITS.get("万元/亩").measureWords());
    }

    @Test
    void wordsAddUpAndLeaveTheOriginalAlone() {
        Units more = UNITS.with(List.of("条", "个"));
        assertEquals(Set.of("个", "所", "条"), more.measureWords());
        assertTrue(more.find("条").isPresent());
        assertTrue(UNITS.find("条").isEmpty());
    }

    @Test
    void wordsDeclaredAsAListKeepTheirOrder() {
        List<String> words = List.of("条", "个", "所", "项", "户");
        assertEquals(words, List.copyOf(Units.builtIn().with(words).measureWords()));
    }

    @Test
    void wordsDeclaredOneByOneKeepTheirOrderToo() {
        Units words = Units.builtIn().with("条", "个", "所", "项", "户", "家", "部", "次");
        assertEquals(List.of("条", "个", "所", "项", "户", "家", "部", "次"), List.copyOf(words.measureWords()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"亩", "%", "万亩", "亿元", "万元/亩", "人"})
    void aBuiltInUnitIsNotRedefined(String word) {
        Refusal.naming(() -> UNITS.with(word), "'" + word + "'", "built-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "个\n", "3个", "-个", "?个", ">个", "[个", "(个", "=个", "~个", ".个"})
    void aWordThatCouldNotBeReadBackIsRefused(String word) {
        assertThrows(IllegalArgumentException.class, () -> UNITS.with(word));
    }

    @Test
    void unitsAreEqualBySymbolAndMeaning() {
        assertEquals(UNITS.get("万亩"), Units.builtIn().get("万亩"));
        assertEquals(UNITS.get("万亩").hashCode(), Units.builtIn().get("万亩").hashCode());
        assertNotEquals(UNITS.get("亩"), UNITS.get("mu"));
        assertNotEquals(UNITS.get("万个"), Units.builtIn().with("万个").get("万个"));
        assertEquals(UNITS, Units.builtIn().with("所", "个"));
        assertNotEquals(UNITS, Units.builtIn());
    }
}
