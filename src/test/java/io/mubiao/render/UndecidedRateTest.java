package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Made;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rate that nobody can tell is not told as that of all others, and the reason of a score is told beside that of its weight. */
class UndecidedRateTest {
    private static String lines(Evaluation it, String id, String with) {
        return LandExplainer.explain(it.explain(id), Locale.CHINESE).lines().filter(line -> line.contains(with)).collect(Collectors.joining("\n"));
    }

    @Test
    void theRestIsToldWhereItIsTheRestAlone() {
        Evaluation it = Made.evaluate(Made.rule("""
                id: t
                year: 2024
                columns: {due: {title: 用地税, unit: 万元}, tax: {title: 税收, unit: 万元}, trade: {title: 行业, kind: text}}
                consequences:
                  - {id: r, title: 甲项, kind: relief, base: due, unit: 万元, rates: [{when: tax >= 5 万元, rate: 100 %}, {rate: 50 %}]}
                  - {id: s, title: 乙项, kind: relief, base: due, unit: 万元, when: 'trade == "甲"', rates: [{when: tax >= 5 万元, rate: 100 %}, {rate: 50 %}]}
                """), "1 due=2 trade=甲", "2 due=2 tax=1", "3 tax=1 trade=甲");
        assertEquals("  减免 甲项：不计（适用哪一档不能判定：缺 “税收”）", lines(it, "1", "甲项"));
        assertEquals("  减免 甲项，其余：0.5 × 2 万元 = 1 万元（前列条件均不符合：税收 ≥ 5 万元：1 万元 < 5 万元）", lines(it, "2", "甲项"));
        assertEquals("  减免 乙项：不计（是否适用不能判定：缺 “行业”）（适用条件 行业 = 甲：缺行业，不能判定）", lines(it, "2", "乙项"));
        assertEquals("  减免 乙项：不计（缺 “用地税”）（适用条件 行业：甲，符合；前列条件均不符合：税收 ≥ 5 万元：1 万元 < 5 万元）", lines(it, "3", "乙项"));
    }

    @Test
    void aBandWorthTheWeightKeepsItsReason() {
        Evaluation it = Made.evaluate(Made.rule("""
                id: t
                year: 2024
                columns: {rev: {title: 收入, unit: 亿元}, big: {title: 规上, kind: flag}, name: {title: 称号, kind: text}}
                indicators: {r: {title: 营收, formula: rev, unit: 亿元}}
                groups:
                  - id: g
                    title: 全部
                    weights-total: 40
                    items:
                      r: {weight: [{value: 20, when: big}, {value: 20}], score: {bands: {at: {"> 80 亿元": w, "<= 80 亿元": 3}}}}
                      n: {of: name, weight: [{value: 20, when: big}, {value: 20}], score: {words: {at: {国家级: w}, otherwise: 0}}}
                """), "1 rev=81 big=是 name=国家级", "2 rev=81 big=否 name=省级");
        assertEquals("  营收 得分 20：81 亿元 > 80 亿元，规上为 是（权重 20）\n  称号 得分 20：称号为 国家级，规上为 是（权重 20）", lines(it, "1", " 得分 20"));
        assertEquals("  营收 得分 20：81 亿元 > 80 亿元，规上为 否（权重 20）", lines(it, "2", " 得分 20"));
    }
}
