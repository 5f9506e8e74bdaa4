package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 缺什么、为什么算不出: what lacks is called in the reader's language, and labels say what is so. */
class LackInWordsTest {
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}|[a-z]_[a-z]");

    private static String problems(Evaluation found) {
        return found.problems().stream().map(it -> it.message(Locale.CHINESE)).collect(Collectors.joining("\n"));
    }

    private static Law scores(String more) {
        return Law.of("""
                columns: {a: {title: 甲数, negative: true, decimals: 6}, b: {title: 乙数, negative: true}}
                indicators: {p: {title: 对数, formula: log10(a)}, q: {title: 根积, formula: sqrt(a) * sqrt(b)}}
                groups: [{id: all, title: 全部, weights-total: 100, items-default: {%s}, items: {p: {weight: 60, score: {formula: x}}, q: {weight: 40, score: {formula: x / 100}}}}]
                """.formatted(more));
    }

    @Test
    void aLogarithmOfZeroIsNotAFigureThatLacks() {
        Evaluation found = scores("missing: -1").on("1 a=0 b=5", "2 a=9", "3 a=-4 b=4");
        assertTrue(Law.zh(found, "1").contains("对数 得分 -1（权重 60）【指标算不出；按办法规定计分】"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "1").contains("[indicator cannot be worked out; scored as the rule says]"), Law.en(found, "1"));
        assertTrue(Law.zh(found, "2").contains("根积 得分 -1（权重 40）【指标缺失；按办法规定计分】"), Law.zh(found, "2"));
        Evaluation open = scores("zero: compute").on("1 a=0 b=5", "3 a=-4 b=4");
        assertTrue(Law.zh(open, "1").contains("没有总分：“对数” 算不出：0 没有对数，办法未规定如何处理"), Law.zh(open, "1"));
        assertTrue(problems(open).contains("没有总分：“对数”：0 没有对数，办法未规定如何处理"), problems(open));
        assertFalse(ENGLISH.matcher(problems(open)).find(), problems(open));
    }

    /** √1000 × √1000 is 1000, and neither 1000.000… nor about so. */
    @Test
    void aProductOfRootsThatIsAWholeNumberIsToldExactly() {
        Evaluation found = scores("zero: compute").on("1 a=1000 b=1000");
        assertTrue(Law.zh(found, "1").contains("√(1000) × √(1000) = 1000\n"), Law.zh(found, "1"));
        assertTrue(Law.zh(found, "1").contains("得分 10 = 1000 ÷ 100"), Law.zh(found, "1"));
    }

    @Test
    void whatEveryRuleHasGoesByItsWord() {
        Law law = Law.of("""
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                groups: [{id: all, title: 全部, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 10 万元/亩}}}]
                ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
                classes: {order: [A, B], by: score, at-least: {A: 80}}
                overrides: [{id: up, title: 上年B类的升一档, when: 'prior_class == "B"', shift: +1}]
                """);
        Evaluation found = law.on("1 land=10 tax=100");
        assertTrue(Law.zh(found, "1").contains("调档情形 “上年B类的升一档” 不能判定：缺 “上年等级”"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "1").contains("last year's class is missing"), Law.en(found, "1"));
        assertTrue(problems(found).contains("不能判定：缺上年等级"), problems(found));
        assertFalse(problems(found).contains("缺“prior_class"), problems(found));
    }

    private static String item(String item) {
        return """
                columns: {e: {title: 排放量, unit: 吨}, v: {title: 产值, unit: 万元}, ind: {title: 行业, kind: text, values: [甲, 乙]}}
                indicators: {epv: {title: 单位产值排放, formula: e / v, unit: 吨/万元, better: lower}}
                groups: [{id: all, title: 全部, weights-total: 100, items: {epv: {weight: 100, %s}}}]
                """.formatted(item);
    }

    /** The figure divides here, and it is zero; the base is not. */
    @Test
    void aFigureOfZeroIsNoBaseOfZero() {
        Evaluation found = Law.of(item("score: ratio, base: 0.02 吨/万元, cap: 2 * w")).on("1 e=0 v=100", "2 e=1 v=100");
        assertTrue(Law.zh(found, "1").contains("【数值为零，不能作除数；不能计分，办法未规定如何处理】"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "1").contains("[figure of zero cannot divide;"), Law.en(found, "1"));
    }

    /** A table right in an item is called by its indicator. */
    @Test
    void anInlineTableGoesByItsIndicator() {
        String words = Mubiao.words(Law.parse(item("score: ratio, base: {by: ind, unit: 吨/万元, values: {甲: 0.02, 乙: 0.03}}, cap: {by: ind, values: {甲: 120, 乙: 110}}")), Locale.CHINESE);
        assertTrue(words.contains("单位产值排放基准值") && words.contains("单位产值排放封顶") && !words.contains("epv base"), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "score: {full-less: {below: 3 亩, each: 1 吨/万元, points: 8}}|“below”的单位是 亩",
        "score: {full-less: {above: 3 吨/万元, each: 1 亩, points: 8}}|“each”的单位是 亩",
        "score: {full-less: {above: 3, each: 1 吨/万元, points: 8}}|“above”缺少单位",
        "'score: {bands: {at: {\"> 3 亩\": 30, \"<= 3 亩\": 20}}}'|界限的单位是 亩",
        "'score: {curve: {at: {3 亩: 30, 5 亩: 20}}}'|节点的单位是 亩",
        "score: ratio, base: 3 亩|“base”的单位是 亩"})
    void marksGoByWhatTheAuthorWrote(String score, String told) {
        String chinese = org.junit.jupiter.api.Assertions.assertThrows(io.mubiao.problem.InvalidDefinitionException.class, () -> Law.parse(item(score)))
                .problems().stream().map((Problem it) -> it.message(Locale.CHINESE)).collect(Collectors.joining("\n"));
        assertTrue(chinese.contains(told), chinese);
        assertFalse(chinese.matches("(?s).*(mark|threshold|knot) .*"), chinese);
    }

    @Test
    void boundsAreToldInWholeSentences() {
        Law law = Law.of("""
                columns: {s: {title: 得分}}
                indicators: {i: {title: 得分值, formula: s}}
                groups: [{id: all, title: 全部, weights-total: 100, items: {i: {weight: 100, score: {formula: x}}}}]
                classes: {order: [A, B, C], by: score, at-least: {A: 90, B: 60}, bounds: {A: at-least 20 %, B: at-most 50 %}}
                """);
        assertEquals("10 户中 A 类有 0 户（0 %），应不少于 20 %\n10 户中 B 类有 10 户（100 %），应不超过 50 %", problems(law.on("1 s=70", "2 s=70", "3 s=70", "4 s=70",
                "5 s=70", "6 s=70", "7 s=70", "8 s=70", "9 s=70", "10 s=70")));
    }

    /** In a rule without a ranking the item says how equals count. */
    @Test
    void tiesOfPlacesAreTold() {
        String rule = item("score: {rank-points: {step: 5 %}}");
        assertTrue(Mubiao.words(Law.parse(rule), Locale.CHINESE).contains("并列的取较优名次（1、2、2、4）"), Mubiao.words(Law.parse(rule), Locale.CHINESE));
        String ranked = rule + "ranking: {by: [], on: unrounded, ties: worst-place, small-groups: none}\n";
        assertFalse(Mubiao.words(Law.parse(ranked), Locale.CHINESE).contains("较优名次"), Mubiao.words(Law.parse(ranked), Locale.CHINESE));
    }
}
