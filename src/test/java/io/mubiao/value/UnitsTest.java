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
            "tce,吨标煤", "吨标煤,吨标准煤", "kWh,千瓦时", "平方米,㎡", "万平方米,万㎡", "km,公里", "千米,㎞", "立方米,m³", "m3,㎥", "kg,公斤", "千克,㎏", "%,％",
            "吨标准煤/万元,tce/万元", "万千瓦时,万kWh", "千元,千元"})
    void otherNamesMeanTheSame(String name, String other) {
        Quantity one = Quantity.of(1, UNITS.get(name));
        assertEquals(Rational.ONE, one.in(UNITS.get(other)).amount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "头", "万", "亿", "/", "元/", "/亩", "元//亩", "元/亩/个", "万%", "元 ", "Ha", "万万元",
            "万比索", "千%", "平方英里"})
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
    @CsvSource({"千元,0.1,万元", "百万元,100,万元", "千克,0.001,t", "公里,1000,米", "‰,0.1,%", "万㎡,15,亩", "千亩,1000,亩",
            "公斤标准煤,0.001,tce", "兆瓦时,1000,kWh", "十万元,10,万元", "度,1,千瓦时",
            "万度,10000,kWh", "千瓦,0.001,兆瓦", "万千瓦,10,兆瓦", "吉瓦,100,万千瓦", "GJ,2500/9,kWh", "GWh,100,万千瓦时", "斤,0.5,公斤",
            "亿斤,5,万吨", "微克/立方米,0.001,毫克/立方米", "毫克/升,1,克/立方米", "μg/m³,1,微克/立方米", "ug/m3,1,μg/m³", "克标准煤/千瓦时,0.001,kgce/度",
            "公斤/万元,0.1,吨/百万元", "万立方米,10000000,升", "吨/日,7,吨/周", "万吨/年,1/12,万吨/月", "小时,60,分钟", "基点,0.01,百分点", "万平方米,0.01,平方公里",
            "平方公里,1500,亩", "公顷,15,亩", "厘米,10,毫米", "万美元,0.0001,亿美元", "千克二氧化碳/kWh,0.001,tCO2/千瓦时", "吨/平方公里,0.01,吨/公顷"})
    void unitsOfSheetsConvertExactly(String unit, String amount, String other) {
        assertEquals(Rational.parse(amount), Quantity.of(1, UNITS.get(unit)).in(UNITS.get(other)).amount());
    }

    @ParameterizedTest
    @CsvSource({"万圆,万元", "万员,万元", "平方水,平方米", "千瓦/时,千瓦时", "微克每立方米,微克/立方米", "元 / 亩,元/亩", "KM,km", "Mwh,MWh",
            "万方,万立方米", "万美金,万美元", "个点,个百分点", "万吨co2,万吨二氧化碳", "标准煤,吨标准煤", "percent,%", "千分比,‰", "平方公理,平方公里", "万kw,万kW", "吨标谋,吨标煤", "立方,立方米", "公里路,公里"})
    void aKnownUnitIsProposedForAnUnknownOne(String unknown, String known) {
        Refusal.naming(() -> UNITS.get(unknown), "'" + unknown + "'", "did you mean '" + known + "'?");
    }

    @ParameterizedTest
    @CsvSource({"美元,元", "吨二氧化碳,吨", "吨二氧化碳,吨二氧化碳当量", "吨标准煤,千瓦时", "千瓦,千瓦时", "年,天", "千伏安,千瓦", "百分点,%", "立方米,吨"})
    void whatNoFactorJoinsDoesNotConvert(String one, String other) {
        assertFalse(UNITS.get(one).isCompatibleWith(UNITS.get(other)));
    }

    @Test
    void unitsThatWereNotBuiltInBeforeMayStillBeDeclared() {
        Units declared = Units.builtIn().with("立方米", "公里", "千元");
        assertEquals(Set.of("立方米", "公里", "千元"), declared.measureWords());
        assertEquals(Rational.of(1_000), declared.get("公里").in(Units.builtIn().get("米")));
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

    @ParameterizedTest
    @CsvSource({"个, 个, true", "万个, 个, true", "人, 人, true", "万人, 人, true", "公里, 公里, false", "万公里, 万公里, false",
        "万千瓦, 万千瓦, false", "天, 天, false", "万元, 万元, false", "个/户, 个/户, false", "%, %, false"})
    void aUnitSaysWhetherItCountsThingsAndWhatOneIs(String symbol, String one, boolean counts) {
        Units units = Units.builtIn().with("个", "户", "千瓦", "天");
        assertEquals(counts, units.get(symbol).isCount());
        assertEquals(units.get(one), units.get(symbol).one());
    }
}
