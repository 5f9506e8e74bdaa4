package io.mubiao.target;

import static io.mubiao.testing.TestUnits.UNITS;
import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Locales;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import java.util.Locale;
import java.util.List;
import java.util.regex.Pattern;
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
        "恰好10个,=", "等于10个,=", "=10个,=",
        "不得少于10个,>=", "大于等于10个,>=", "最低10个,>=", "达到10个,>=", "至少达到10个,>=", "达到10个以上,>=", "10个（含）以上,>=", "10个以上（含10个）,>=", "10个或以上,>=", "提高到10个,>=",
        "保持在10个以上,>=", "在10个以上,>=",
        "不得超过10个,<=", "不突破10个,<=", "控制在10个以内,<=", "控制在10个以下,<=", "10个之内,<=", "降至10个,<=", "压减到10个以内,<=", "最多10个,<=", "10个（含）以下,<=",
        "逾10个,>", "超10个,>", "突破10个,>", "10个以上（不含）,>", "10个（不含）以上,>", "超出10个,>",
        "不到10个,<", "10个以下（不含10个）,<"
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
    @CsvSource({"40%-50%", "40-50%", "40%~50%", "40%～50%", "40%—50%", "40%至50%", "40% 到 50%之间", "保持在40%-50%", "控制在40%至50%之间", "介于40%-50%之间"})
    void fromOneNumberToAnotherBothBelong(String text) {
        assertEquals("[40 %, 50 %]", Bound.parse(text, UNITS).toString());
    }

    @Test
    void ofARangeOneSideMayBeGood() {
        assertEquals(">= 6 %", Bound.parse("6%-6.5%，越高越好", UNITS).toString());
        assertEquals("<= 3.5 %", Bound.parse("控制在3%至3.5%，越低越好", UNITS).toString());
        assertEquals("[-3 %, -1 %]", Bound.parse("-3%--1%", UNITS).toString());
        assertEquals("[1/3 公顷, 2/3 公顷]", Bound.parse("1/3-2/3公顷", UNITS).toString());
    }

    @Test
    void aboutHasSeveralWords() {
        for (String text : new String[] {"约5.5%，越低越好", "大约5.5%, lower is better", "约为5.5%左右，越低越好", "控制在5.5%左右，越低越好", "5.5%上下，越低越好"}) {
            assertEquals("~ 5.5 %, lower is better", Bound.parse(text, UNITS).toString(), text);
        }
    }

    @Test
    void aNumberMayHaveNoUnit() {
        assertEquals(">= 97.5", Bound.parse("不低于97.5", UNITS).toString());
        assertEquals("[1, 2)", Bound.parse("[1, 2)", UNITS).toString());
        assertEquals("10", Bound.parse("10", UNITS).toString());
        assertEquals("~ 7 ± 1", Bound.parse("7±1左右", UNITS).toString());
        assertEquals(false, Bound.parse(">= 97.5", UNITS).accepts(Quantity.of(97, Unit.NONE)));
    }

    @Test
    void wordsWithoutOneSureMeaningSayWhatToWrite() {
        Refusal.naming(() -> Bound.parse("近10亿元", UNITS), "'近10亿元'", "不低于…", "约10亿元，越高越好");
        Refusal.naming(() -> Bound.parse("约10亿元", UNITS), "10 亿元左右，越高越好", "越低越好");
        Refusal.naming(() -> Bound.parse("控制在3%", UNITS), "控制在3%以内", "以上");
        Refusal.naming(() -> Bound.parse("力争170个以上", UNITS), "'力争'", "'170个以上'", "strength: aspiration");
        Refusal.naming(() -> Bound.parse("确保达到30亿元", UNITS), "'达到30亿元'", "strength: promise");
        Refusal.naming(() -> Bound.parse("40%-50", UNITS), "'50'", "'50 %'");
        Refusal.naming(() -> Bound.parse("10个以上，越高越好", UNITS), "'10个以上'", "leave out");
        Refusal.naming(() -> Bound.parse("50%-40%", UNITS), "empty", "50 %");
    }

    /** What a refusal proposes to write instead is read. */
    @ParameterizedTest
    @ValueSource(strings = {"62个左右", "约10亿元", "62左右", "7.5%左右", "0.5亿元上下", "约3万亩", "约5.5%", "大约12 万元/亩", "下降3.2%", "降低5个", "增长8%",
            "提高了2.5个百分点",
        "增长8%左右", "下降3.2%以上", "减少约5%", "增长8%-10%", "控制在3%", "近10亿元", "60余个", "力争达到50个", "确保增长8%", "减少不低于5%"})
    void whatARefusalProposesIsRead(String text) {
        String told = Refusal.message(IllegalArgumentException.class, () -> Bound.parse(text, UNITS));
        String behind = told.substring(told.indexOf("write"));
        List<String> written = Pattern.compile("'([^']*[0-9][^']*)'").matcher(behind).results().map(it -> it.group(1)).toList();
        assertEquals(false, written.isEmpty(), told);
        for (String it : written) {
            if (text.startsWith("确保")) {
                Refusal.naming(() -> Bound.parse(it, UNITS), "by how much");
            } else {
                assertEquals(true, Bound.parse(it, UNITS).unit().isPresent(), told + ": " + it);
            }
        }
    }

    @Test
    void aChangeIsNotWhereItEnds() {
        String told = Refusal.message(IllegalArgumentException.class, () -> Bound.parse("下降3.2%", UNITS));
        assertEquals(false, told.contains("下降到"), told);
        Refusal.naming(() -> Bound.parse("下降3.2%", UNITS), "by how much", "'≥3.2%'", "change");
        assertEquals("<= 3.2 %", Bound.parse("下降到3.2%", UNITS).toString());
    }

    @ParameterizedTest
    @CsvSource({"不底于10个,不少于", "不少於10个,不少于", "不超多10个,不超过", "控制再10个以内,控制在", "=> 10 个,>="})
    void theNearWordIsNamed(String wrong, String word) {
        Refusal.naming(() -> Bound.parse(wrong, UNITS), "'" + word + "'");
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
            "[1 个; 2 个]", "[1 个, 2 个}", ">= 个", "不少于10个以上", ">= -", "<> 3 个", "=> 3 个", "7 % ± 1 %"})
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
