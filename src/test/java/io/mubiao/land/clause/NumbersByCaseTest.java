package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import org.junit.jupiter.api.Test;

/** 权重、封顶、保底、基准按行业或规模不同, and what a group says for all its items. */
class NumbersByCaseTest {
    private static final String COLUMNS = """
            columns:
              trade: {title: 行业, kind: text, values: [甲, 乙]}
              listed: {title: 是否上市, kind: flag, if-empty: 否}
              land: {title: 用地, unit: 亩}
              tax: {title: 税收, unit: 万元, negative: true}
              kwh: {title: 用电量, unit: kWh}
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, tpk: {title: 单位电耗税收, formula: tax / kwh, unit: 元/kWh}}
            """;

    private static String group(String total, String items) {
        return COLUMNS + "groups: [{id: all, title: 全部, weights-total: " + total + ", items: {" + items + "}}]\n";
    }

    /** c34: a weight from a table; the sum is declared by the same table. */
    @Test
    void aWeightFromATable() {
        String wk = "tables: {wk: {title: 权重, by: trade, values: {甲: 60, 乙: 40}}}\n";
        String item = "tpm: {weight: wk, score: ratio, base: 20 万元/亩, cap: 2 * w}";
        Law law = Law.of(wk, group("wk", item));
        Evaluation found = law.on("1 trade=甲 land=10 tax=100", "2 trade=乙 land=10 tax=100", "3 land=10 tax=100", "4 trade=乙 land=1 tax=100");
        assertEquals("1 30, 2 20, 3 –, 4 80", Law.totals(found));
        assertTrue(Law.zh(found, "2").contains("权重 40"), Law.zh(found, "2"));
        assertTrue(Law.zh(found, "4").contains("封顶"), Law.zh(found, "4"));
        assertTrue(Law.refused(wk, group("60", item)).contains(
                "weights sum to 40 where trade is '乙', declared is 60: tpm 40; where the sum may differ write weights-total: wk"));
    }

    /** 甲 60 + 40, 乙 40 + 60; who lacks the second item has the first raised in the proportion of his own weights. */
    @Test
    void weightsRightInTheItemSumToOneTotal() {
        Law law = Law.of(group("100", "tpm: {weight: {by: trade, values: {甲: 60, 乙: 40}}, score: ratio, base: 20 万元/亩}, "
                + "tpk: {weight: [{value: 40, when: 'trade == \"甲\"'}, {value: 60}], score: ratio, base: 2 元/kWh, missing: reweight}"));
        assertEquals("1 100, 2 80, 3 100, 4 50", Law.totals(law.on("1 trade=甲 land=10 tax=200 kwh=1000000",
                "2 trade=乙 land=20 tax=200 kwh=1000000", "3 trade=乙 land=10 tax=200", "4 trade=甲 land=20 tax=200")));
        assertTrue(Law.refused(group("100", "tpm: {weight: {by: trade, values: {甲: 60, 乙: 40}}, score: ratio, base: 20 万元/亩}, "
                + "tpk: {weight: 40, score: ratio, base: 2 元/kWh}")).contains("weights sum to 80 where trade is '乙', declared is 100: tpm 40, tpk 40"));
    }

    /** c41: the cap by a test; the same right in the item as choices; a base and a cap by industry. */
    @Test
    void aCapByATest() {
        String[] rows = {"1 land=1 tax=100 listed=是", "2 land=1 tax=100", "3 land=1 tax=10"};
        for (String cap : new String[] {"\"if(listed, 2 * w, 1.5 * w)\"", "[{value: 2 * w, when: listed}, {value: 1.5 * w}]"}) {
            Law law = Law.of(group("100", "tpm: {weight: 100, score: ratio, base: 20 万元/亩, cap: " + cap + "}"));
            assertEquals("1 200, 2 150, 3 50", Law.totals(law.on(rows)));
        }
    }

    @Test
    void aBaseAndACapByIndustry() {
        Law law = Law.of(group("100", "tpm: {weight: 100, score: ratio, base: {by: trade, unit: 万元/亩, values: {甲: 20, 乙: 40}}, "
                + "cap: {by: trade, values: {甲: 2 * w, 乙: 1.2 * w}}, floor: {by: trade, values: {甲: -10, 乙: 0}}}"));
        Evaluation found = law.on("1 trade=甲 land=1 tax=100", "2 trade=乙 land=1 tax=100", "3 trade=甲 land=1 tax=-10", "4 trade=乙 land=1 tax=-10");
        assertEquals("1 200, 2 120, 3 -10, 4 0", Law.totals(found));
        assertTrue(Law.zh(found, "3").contains("保底"), Law.zh(found, "3"));
    }

    @Test
    void aGroupSaysItForAllItsItems() {
        String items = "tpm: {weight: 60, score: ratio, base: 20 万元/亩}, tpk: {weight: 40, score: ratio, base: 2 元/kWh, floor: -5}";
        Law law = Law.of(group("100", items).replace("weights-total: 100", "weights-total: 100, items-default: {cap: 2 * w, floor: 0, missing: 0}"));
        assertEquals("1 200, 2 -5", Law.totals(law.on("1 land=1 tax=900 kwh=1", "2 land=1 tax=-100 kwh=1")));
        assertEquals("1 120", Law.totals(law.on("1 land=1 tax=900")));
        assertTrue(Law.refused(group("100", items).replace("weights-total: 100", "weights-total: 100, items-default: {capp: 0}")).contains("cap"));
    }

    /** 安排20万元得满分，每少1万元减0.5分: of 5 points. */
    @Test
    void fullPointsLessSoMuchForEveryUnitShort() {
        String rule = COLUMNS.replace("kwh: {title: 用电量, unit: kWh}", "kwh: {title: 用电量, unit: kWh}\n  fund: {title: 安排资金, unit: 万元}")
                .replace("tpk: {", "fund_: {title: 安排资金, formula: fund, unit: 万元}, tpk: {");
        String item = "groups: [{id: all, title: 全部, weights-total: 5, items: {fund_: {weight: 5, score: {full-less: {below: 20 万元, each: 1 万元, "
                + "points: 0.5MORE}}}}}]\n";
        String[] rows = {"1 fund=25", "2 fund=20", "3 fund=18.5", "4 fund=10", "5 fund=3", "6"};
        assertEquals("1 5, 2 5, 3 4.25, 4 0, 5 0, 6 –", Law.totals(Law.of(rule, item.replace("MORE", "")).on(rows)));
        Evaluation found = Law.of(rule, item.replace("MORE", ", whole: true, least: -2")).on(rows);
        assertEquals("1 5, 2 5, 3 4.5, 4 0, 5 -2, 6 –", Law.totals(found));
        assertTrue(Law.zh(found, "3").contains("得分 4.5"), Law.zh(found, "3"));
        assertTrue(Law.refused(rule, item.replace("MORE", "").replace("20 万元", "20")).contains("'below' lacks its unit"));
    }

    /** 研发投入为零的倒扣2分、未报的倒扣3分: a floor does not swallow them. */
    @Test
    void pointsTakenForAZeroOrMissingFigure() {
        Law law = Law.of(group("10", "tpm: {weight: 10, score: ratio, base: 20 万元/亩, floor: 0, cap: w, zero: -2, missing: -0.3 * w}"));
        Evaluation found = law.on("1 land=1 tax=10", "2 land=1 tax=0", "3 land=1", "4 land=1 tax=-5");
        assertEquals("1 5, 2 -2, 3 -3, 4 0", Law.totals(found));
        assertTrue(Law.zh(found, "2").contains("【数值为零】"), Law.zh(found, "2"));
    }

    /** 单位能耗税收，未报能耗的按单位电耗税收: each with its own baseline. */
    @Test
    void whicheverOfTwoFiguresIsGiven() {
        String rule = COLUMNS.replace("kwh: {title: 用电量, unit: kWh}", "kwh: {title: 用电量, unit: kWh}\n  energy: {title: 综合能耗, unit: 吨标煤}")
                .replace("tpk: {", "tpe: {title: 单位能耗税收, formula: tax / energy, unit: 万元/吨标煤}, tpk: {");
        Law law = Law.of(rule, "groups: [{id: all, title: 全部, weights-total: 20, items: {green: {of: tpe, weight: 20, score: ratio, base: 2 万元/吨标煤, "
                + "or: {of: tpk, base: 4 元/kWh}, cap: 1.5 * w, zero-divisor: 1, missing: 0}}}]\n");
        Evaluation found = law.on("1 tax=100 energy=100 kwh=10", "2 tax=100 kwh=500000", "3 tax=100 kwh=10", "4 tax=100", "5 energy=0 tax=1 kwh=1", "6 kwh=1 energy=1");
        assertEquals("1 10, 2 10, 3 30, 4 0, 5 1, 6 0", Law.totals(found));
        assertTrue(Law.zh(found, "2").contains("单位电耗税收 得分 10"), Law.zh(found, "2"));
        assertTrue(Law.zh(found, "1").contains("单位能耗税收 得分 10"), Law.zh(found, "1"));
        assertTrue(Law.refused(rule, "groups: [{id: all, title: 全部, weights-total: 20, items: {green: {of: tpe, weight: 20, score: ratio, "
                + "base: 2 万元/吨标煤, or: {of: tpk}}}}]\n").contains("its score needs 'base'"));
    }

    @Test
    void aDeductionGoesByTheClassOfTheEventOrOfTheYearBefore() {
        String parts = """
                columns: {s: {}, event: {kind: text, values: [无, 一般, 较大], if-empty: 无}}
                indicators: {score: {formula: s}}
                groups: [{id: all, weights-total: 1, items: {score: {weight: 1, score: {per-unit: 1}}}}]
                tables: {taken: {by: event, values: {一般: -2, 较大: -5}, otherwise: 0}}
                bonuses: {accident: {points: taken, limit: 5}}
                """;
        assertEquals("甲 90, 乙 88, 丙 85", Law.totals(Law.of(parts).on("甲 s=90", "乙 s=90 event=一般", "丙 s=90 event=较大")));
    }
}
