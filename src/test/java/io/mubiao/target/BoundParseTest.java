package io.mubiao.target;

import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Locales;
import io.mubiao.testing.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundParseTest {
    @ParameterizedTest
    @CsvSource({
        "不少于10个,>=", "不低于10个,>=", "不小于10个,>=", "至少10个,>=", "10个以上,>=", "10个及以上,>=", "≥10个,>=", ">=10个,>=",
        "不超过10个,<=", "不高于10个,<=", "不多于10个,<=", "不大于10个,<=", "至多10个,<=", "10个以下,<=", "10个及以下,<=",
        "10个以内,<=", "≤10个,<=", "<=10个,<=",
        "超过10个,>", "高于10个,>", "多于10个,>", "大于10个,>", ">10个,>",
        "不满10个,<", "不足10个,<", "低于10个,<", "少于10个,<", "小于10个,<", "<10个,<",
        "恰好10个,=", "等于10个,=", "=10个,="
    })
    void everyWordMeansItsComparator(String text, String symbol) {
        assertEquals(Bound.parse(symbol + " 10 个", UNITS), Bound.parse(text, UNITS));
        assertEquals(symbol + " 10 个", Bound.parse(text, UNITS).toString());
    }

    @Test
    void theSymbolsMeanTheirFactories() {
        assertEquals(Bound.atLeast(q("10 个")), Bound.parse(">= 10 个", UNITS));
        assertEquals(Bound.atMost(q("10 个")), Bound.parse("<= 10 个", UNITS));
        assertEquals(Bound.moreThan(q("10 个")), Bound.parse("> 10 个", UNITS));
        assertEquals(Bound.lessThan(q("10 个")), Bound.parse("< 10 个", UNITS));
        assertEquals(Bound.exactly(q("10 个")), Bound.parse("= 10 个", UNITS));
        assertEquals(Bound.bare(q("10 个")), Bound.parse("10 个", UNITS));
    }

    @Test
    void numbersKeepTheDecimalsAsWritten() {
        assertEquals(">= 7.50 %", Bound.parse("不低于7.50%", UNITS).toString());
    }

    @Test
    void aboutAValueMayStateItsTolerance() {
        assertEquals(Bound.about(q("7.5 %"), q("0.2 %")), Bound.parse("7.5%±0.2%左右", UNITS));
        assertEquals(Bound.about(q("7.5 %"), q("0.2 %")), Bound.parse("~ 7.5 % ± 0.2 %", UNITS));
        assertEquals(Bound.about(q("7.5 %"), Direction.HIGHER_IS_BETTER), Bound.parse("7.5%左右，越高越好", UNITS));
        assertEquals("~ 7.5 %, higher is better", Bound.parse("7.5%左右，越高越好", UNITS).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[49 %, 51 %)", "(49 %, 51 %]", "(49 %, 51 %)", "[49 %, 51 %]", "[1 万亩, 1000 公顷]"})
    void rangesSayWhichEndBelongs(String text) {
        assertEquals(text, Bound.parse(text, UNITS).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<= ? 严控", ">= ?", "? 常态化", "?", "~ ? 大致持平", "~ ? ± 0.2 %", "~ ? 持平, lower is better", "= ? 另行下达"})
    void holesKeepTheirWords(String text) {
        assertEquals(text, Bound.parse(text, UNITS).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<= ? 控制在20%左右", ">= ? 保持左右", "? 170个以上", "= ? 不超过上年", "<= ? 30%以内"})
    void theWordsOfAHoleAreNotReadAsABound(String text) {
        assertEquals(text, Bound.parse(text, UNITS).toString());
    }

    @Test
    void whiteSpaceAroundIsIgnored() {
        assertEquals(Bound.atLeast(q("10 个")), Bound.parse("  >=10个\n", UNITS));
        assertEquals(Bound.between(q("49 %"), q("51 %")), Bound.parse(" [ 49% ,51 % ] ", UNITS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "~", "左右", "以上", "不少于", "[", "(", "[]", "[,]", "[1 个]", "[1 个, 2 个",
            "[1 个; 2 个]", "[1 个, 2 个}", ">= 个", "10", "不少于10个以上", ">= -", "<> 3 个", "=> 3 个", "7 % ± 1 %"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Bound.parse(text, UNITS));
    }

    @Test
    void unknownUnitsAndUnitsThatDoNotConvertAreNamed() {
        Refusal.naming(() -> Bound.parse(">= 3 头", UNITS), "'头'");
        Refusal.naming(() -> Bound.parse("[1 个, 2 所]", UNITS), "'个'", "'所'");
        Refusal.naming(() -> Bound.parse("~ 7 % ± 1 个", UNITS), "'%'", "'个'");
    }

    @ParameterizedTest
    @MethodSource("io.mubiao.testing.Locales#troublesome")
    void theTextFormDoesNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(locale, () -> {
            assertEquals(">= 1234567.5 万亩", Bound.parse("不少于1234567.5万亩", UNITS).toString());
            assertEquals("~ 7.5 % ± 0.2 %", Bound.parse("~7.5%±0.2%", UNITS).toString());
        });
    }
}
