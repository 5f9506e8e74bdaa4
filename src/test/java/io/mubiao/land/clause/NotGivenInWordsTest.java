package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 文件未规定: where every figure is there and the document gives no number for them, nothing is called missing and no baseline degenerate. */
class NotGivenInWordsTest {
    private static String problems(Evaluation found) {
        return found.problems().stream().map(it -> it.message(Locale.CHINESE)).collect(Collectors.joining("\n"));
    }

    private static void isNotCalledOtherwise(Evaluation found, String id) {
        for (String text : new String[] {Law.zh(found, id), problems(found)}) {
            assertFalse(text.contains("缺 “") || text.contains("缺“") || text.contains("基准为零"), text);
        }
        assertFalse(Law.en(found, id).contains("missing") || Law.en(found, id).contains("degenerate"), Law.en(found, id));
    }

    @Test
    void aDayBeyondAllCalendarsIsTheReason() {
        Evaluation found = Law.of("""
                columns: {start: {title: 投产日, kind: day}, grace: {title: 宽限月数}, a: {title: 税收}}
                indicators: {i: {title: 指标甲, formula: 'if(plus_months(start, grace) > year_end, 1, a)'}}
                groups: [{id: all, title: 全部, weights-total: 10, items: {i: {weight: 10, score: ratio, base: 10}}}]
                """).on("1 start=2020-01-01 grace=999999 a=3");
        isNotCalledOtherwise(found, "1");
        assertTrue(Law.zh(found, "1").contains("没有总分：“指标甲：投产日、宽限月数” 的日期超出公元 1 年至 9999 年，办法未规定如何处理"), Law.zh(found, "1"));
        assertTrue(Law.zh(found, "1").contains("指标甲 得分 —（权重 10）【指标算不出；不能计分，办法未规定如何处理】"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "1").contains("the day lies outside of the years 1 to 9999"), Law.en(found, "1"));
    }

    @Test
    void aFigureBetweenOrBeyondAllBandsIsTheReason() {
        Law law = Law.of("""
                columns: {a: {title: 税收}}
                indicators: {i: {title: 指标甲, formula: a}, k: {title: 规模分, formula: 'if(a > 100, undefined("没有规定"), a)'}}
                groups: [{id: all, title: 全部, weights-total: 20, items: {k: {weight: 10, score: ratio, base: 10}, i: {weight: 10, score:
                  {bands: {at: {"[0, 10)": 5, "[20, 30)": 10}, holes: ["[10, 20)"], domain: "[0, 30)"}}}}}]
                """);
        Evaluation hole = law.on("1 a=15");
        isNotCalledOtherwise(hole, "1");
        assertTrue(Law.zh(hole, "1").contains("没有总分：文件未规定（指标甲：[10, 20) 的得分），办法未规定如何处理"), Law.zh(hole, "1"));
        assertTrue(Law.zh(hole, "1").contains("指标甲 得分 —（权重 10）【文件未规定；不能计分，办法未规定如何处理】"), Law.zh(hole, "1"));
        assertTrue(Law.zh(hole, "1").contains("规模分 = [如 税收 > 100 则 文件未规定，否则 税收] = 15"), Law.zh(hole, "1"));
        Evaluation beyond = law.on("2 a=300");
        isNotCalledOtherwise(beyond, "2");
        assertTrue(Law.zh(beyond, "2").contains("文件未规定（规模分：没有规定）"), Law.zh(beyond, "2"));
        assertTrue(Law.zh(beyond, "2").contains("规模分 得分 —（权重 10）【文件未规定；"), Law.zh(beyond, "2"));
    }
}
