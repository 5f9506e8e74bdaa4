package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.ChargeTotals;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 不按类别的政策: whose rate and base can be told has the amount, be his total and class known or not; else he is counted without. */
class RatesWhateverTheClassTest {
    private static final Law LAW = Law.of("""
            columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}, rd: {title: 研发投入, unit: 万元}, out: {title: 免评, kind: flag}, owner: {title: 宗地主, kind: text, if-empty: 自有}}
            scope: {exclude: [{id: o, title: 免评企业, when: out, effect: out}]}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, r: {title: 研发, formula: rd, unit: 万元}}
            groups:
              - id: all
                title: 全部
                weights-total: 100
                items: {tpm: {weight: 50, score: ratio, base: 10 万元/亩, cap: w}, r: {weight: 50, score: ratio, base: 10 万元, cap: w}}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: 1 户, B: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            consequences:
              - {id: r1, title: 税额减免, kind: relief, base: land, rate-unit: 元/亩, unit: 元, rates: [{when: tpm > 10 万元/亩, rate: 500 元/亩}, {rate: 200 元/亩}]}
              - {id: r2, title: 奖励, kind: rebate, base: land, rate-unit: 元/亩, unit: 元, rate-by: {of: tpm, bands: {at: {"> 10 万元/亩": 500 元/亩, "<= 10 万元/亩": 200 元/亩}}}}
              - {id: r3, title: 名次奖励, kind: rebate, base: land, rate-unit: 元/亩, unit: 元, rates: [{when: place <= 2, rate: 100 元/亩}, {rate: 0 元/亩}]}
            """);

    private static Evaluation found() {
        return LAW.on("1 land=10 tax=200 rd=5 out=否", "2 land=10 tax=200 out=否", "3 land=10 rd=5 out=否", "4 land=10 tax=50 out=否", "5 land=10 tax=50 rd=5",
                "6 land=10 tax=50 rd=5 out=是", "7 tax=50 rd=5 out=否");
    }

    private static String amounts(Evaluation found, String id) {
        return found.charges(id).stream().map(it -> it.amount().map(Object::toString).orElse("–")).collect(Collectors.joining(" + "));
    }

    @Test
    void whatCanBeToldIsTold() {
        Evaluation found = found();
        assertEquals("5000 元 + 5000 元 + 1000 元", amounts(found, "1"));
        assertEquals("5000 元 + 5000 元 + –", amounts(found, "2"));
        assertEquals("– + – + –", amounts(found, "3"));
        assertEquals("2000 元 + 2000 元 + –", amounts(found, "4"));
        assertEquals("– + – + –", amounts(found, "5"));
        assertEquals("", amounts(found, "6"));
        assertEquals("– + – + –", amounts(found, "7"));
    }

    @Test
    void whoHasNoAmountIsCounted() {
        ChargeTotals totals = ChargeTotals.of(found());
        assertEquals("12000 元 of 3, none of 3", totals.all("r1").toString());
        assertEquals("7000 元 of 2, none of 3", String.valueOf(totals.byClass("r1").get("")));
        assertEquals("1000 元 of 1, none of 5", totals.all("r3").toString());
    }

    @Test
    void theReasonIsSaid() {
        Evaluation found = found();
        assertTrue(Law.zh(found, "3").contains("减免 税额减免：不计（适用哪一档不能判定：缺 “税收”）"), Law.zh(found, "3"));
        assertTrue(Law.zh(found, "5").contains("减免 税额减免：不计（缺 “免评”，不能判定是否参评）"), Law.zh(found, "5"));
        assertTrue(Law.zh(found, "2").contains("返还 名次奖励：不计（适用哪一档不能判定：缺 “名次”）"), Law.zh(found, "2"));
        assertTrue(Law.zh(found, "2").contains("500 元/亩 × 10 亩 = 5000 元"), Law.zh(found, "2"));
        assertFalse(Law.zh(found, "2").contains("place"), Law.zh(found, "2"));
    }
}
