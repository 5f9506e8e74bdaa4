package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import org.junit.jupiter.api.Test;

/** Bands, sided steps and words in a land item, as in a scoring rule. */
class ShapesOfLawTest {
    private static String item(String item) {
        return """
                columns:
                  sales: {title: 营业收入, unit: 万元}
                  energy: {title: 综合能耗, unit: 吨标煤}
                  level: {title: 绿色工厂等级, kind: text, values: [国家级, 省级, 无]}
                indicators:
                  revenue: {title: 营业收入, formula: sales, unit: 亿元}
                  intensity: {title: 单位产值能耗, formula: energy / sales, unit: 吨标煤/万元, better: lower}
                groups: [{id: all, title: 全部, weights-total: 3, items: {a: {weight: 3, %s}}}]
                """.formatted(item);
    }

    /** 80亿以上3分；20–80亿（含80亿）2.4分；20亿及以下1.8分. */
    @Test
    void bandsSayToWhichSideTheirEndsBelong() {
        Law law = Law.of(item("of: revenue, score: {bands: {at: {\"> 80 亿元\": w, \"(20 亿元, 80 亿元]\": 0.8 * w, \"<= 20 亿元\": 1.8}}}"));
        Evaluation found = law.on("甲 sales=800001", "乙 sales=800000", "丙 sales=200000.01", "丁 sales=200000", "戊");
        assertEquals("甲 3, 乙 2.4, 丙 2.4, 丁 1.8, 戊 –", Law.totals(found));
        assertTrue(Law.zh(found, "乙").contains("得分 2.4"), Law.zh(found, "乙"));
    }

    @Test
    void theSameBandsAsStepsThatSayTheirSide() {
        Law law = Law.of(item("of: revenue, score: {steps: {of: value, side: above, otherwise: 1.8, at: {20 亿元: 2.4, 80 亿元: 3}}}"));
        assertEquals("甲 3, 乙 2.4, 丙 2.4, 丁 1.8",
                Law.totals(law.on("甲 sales=800001", "乙 sales=800000", "丙 sales=200000.01", "丁 sales=200000")));
    }

    /** 单位产值能耗0.1以下3分，0.1以上0.3以下2分，其余0分. */
    @Test
    void aLadderWhereLessIsBetterSaysSo() {
        String at = "otherwise: 0, at: {0.1 吨标煤/万元: 3, 0.3 吨标煤/万元: 2}}}";
        String[] rows = {"甲 sales=100 energy=9", "乙 sales=100 energy=10", "丙 sales=100 energy=30", "丁 sales=100 energy=31"};
        assertEquals("甲 3, 乙 3, 丙 2, 丁 0",
                Law.totals(Law.of(item("of: intensity, score: {steps: {of: value, side: at-most, " + at)).on(rows)));
        assertEquals("甲 3, 乙 2, 丙 0, 丁 0",
                Law.totals(Law.of(item("of: intensity, score: {steps: {of: value, side: below, " + at)).on(rows)));
    }

    @Test
    void wordsHavePoints() {
        Law law = Law.of(item("of: level, score: {words: {at: {国家级: w, 省级: 0.5 * w}, otherwise: 0}}, missing: 0"));
        Evaluation found = law.on("甲 level=国家级", "乙 level=省级", "丙 level=无", "丁");
        assertEquals("甲 3, 乙 1.5, 丙 0, 丁 0", Law.totals(found));
        assertTrue(Law.zh(found, "乙").contains("绿色工厂等级"), Law.zh(found, "乙"));
    }

    @Test
    void aWordThatTheDocumentDoesNotNameHasNoPoints() {
        Law law = Law.of(item("of: level, score: {words: {at: {国家级: 3, 省级: 2}}}"));
        assertEquals("甲 2, 乙 –", Law.totals(law.on("甲 level=省级", "乙 level=无")));
    }

    @Test
    void whatCannotBeMeantIsTold() {
        assertTrue(Law.refused(item("of: revenue, score: {bands: {at: {\"> 80\": 3, \"<= 80\": 1}}}"))
                .startsWith("threshold lacks its unit: found 80, write 80 亿元"));
        assertTrue(Law.refused(item("of: revenue, score: {bands: {at: {\"> 80 亿元\": 3, \"<= 80 万元\": 1}}}"))
                .startsWith("the ends of bands must share one unit"));
        assertTrue(Law.refused(item("of: revenue, score: {bands: {at: {\"> 80 亿元\": 3, \"< 80 亿元\": 1}}}"))
                .contains("no band holds = 80"));
        assertTrue(Law.refused(item("of: level, score: {words: {at: {国家及: 3}, otherwise: 0}}")).contains("国家级"));
    }
}
