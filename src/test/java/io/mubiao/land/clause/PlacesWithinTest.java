package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import org.junit.jupiter.api.Test;

/** 按名次赋分（第一名满分，每降一名减…）. */
class PlacesWithinTest {
    private static String rule(String item) {
        return """
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元}, trade: {title: 行业, kind: text, if-empty: 甲}, big: {kind: flag, if-empty: 是}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, use: {title: 单位用地, formula: land / tax, unit: 亩/万元, better: lower}}
                groups:
                  - {id: big, title: 规上, when: big, weights-total: 100, items: {tpm: {weight: 100, %s}}}
                  - {id: small, title: 规下, weights-total: 100, items: {tpm: {weight: 100, score: {rank-points: {step: 20 %%}}}}}
                """.formatted(item);
    }

    private static final String[] ROWS = {"1 land=1 tax=10", "2 land=1 tax=30", "3 land=1 tax=20", "4 land=3 tax=60", "5 land=1",
        "6 land=1 tax=5 big=否", "7 land=1 tax=4 big=否"};

    /** c03: of 30 20 20 10 the places are 1 2 2 4; 5 % of 100 for each place, at least half; each group for itself. */
    @Test
    void theFirstHasFullPointsAndEachFurtherPlaceLess() {
        Law law = Law.of(rule("score: {rank-points: {step: 5 %, least: 50 %}}"));
        Evaluation found = law.on(ROWS);
        assertEquals("1 85, 2 100, 3 95, 4 95, 5 –, 6 100, 7 80", Law.totals(found));
        assertTrue(Law.zh(found, "1").contains("亩均税收名次（规上）：第 4 名，共 4 家"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "7").contains("place (规下): 2 of 2"), Law.en(found, "7"));
    }

    @Test
    void inPointsAndWithTheTiesOfTheRanking() {
        Law law = Law.of(rule("score: {rank-points: {step: 0.5, least: 98.6}}"), "ranking: {on: unrounded, ties: dense, small-groups: none}\n");
        assertEquals("1 99, 2 100, 3 99.5, 4 99.5, 5 –, 6 100, 7 80", Law.totals(law.on(ROWS)));
    }

    @Test
    void withinAnIndustry() {
        Law law = Law.of(rule("score: {rank-points: {step: 10 %, by: [trade]}}"));
        assertEquals("1 80, 2 100, 3 90, 4 100",
                Law.totals(law.on("1 land=1 tax=10", "2 land=1 tax=30", "3 land=1 tax=20", "4 land=1 tax=1 trade=乙")));
    }

    @Test
    void thePlaceOfAnotherIndicatorInAFormula() {
        Law law = Law.of(rule("score: {formula: \"w - place(\\\"use\\\") + 1\"}"));
        assertEquals("1 98, 2 100, 3 99", Law.totals(law.on("1 land=1 tax=10", "2 land=1 tax=30", "3 land=1 tax=20")));
    }

    /** 排名前 30% 得满分，30%至 60% 得八成，其余得四成: of 30 20 20 10 the places 1, 2, 2, 4 of 4 are 25 %, 50 %, 50 %, 100 %. */
    @Test
    void pointsByTheShareOfPlaces() {
        Law law = Law.of(rule("score: {formula: \"if(place(\\\"tpm\\\") <= 30 % * peers(\\\"tpm\\\"), w, if(place(\\\"tpm\\\") <= 60 % * peers(\\\"tpm\\\"), 0.8 * w, 0.4 * w))\"}"));
        Evaluation found = law.on(ROWS);
        assertEquals("1 40, 2 100, 3 80, 4 80, 5 –, 6 100, 7 80", Law.totals(found));
        assertTrue(Law.zh(found, "3").contains("80 = 0.8 × 100（权重 100，"), Law.zh(found, "3"));
    }

    @Test
    void theNumberWithinAnIndustry() {
        Law law = Law.of(rule("score: {formula: \"w * (1 - (place(\\\"tpm\\\", \\\"trade\\\") - 1) / peers(\\\"tpm\\\", \\\"trade\\\"))\"}"));
        assertEquals("1 50, 2 100, 3 100", Law.totals(law.on("1 land=1 tax=10", "2 land=1 tax=30", "3 land=1 tax=1 trade=乙")));
        String words = io.mubiao.Mubiao.words(law.rule, java.util.Locale.CHINESE);
        assertTrue(words.contains("亩均税收（按 行业 分别排名） 在同组中的名次") && !words.contains("最低的为第一名"), words);
    }

    @Test
    void whatCannotBeIsTold() {
        assertTrue(Law.refused(rule("score: {formula: \"peers(\\\"tax\\\")\"}")).contains("'tax' is no indicator"));
        assertTrue(Law.refused(rule("score: ratio, base: 1 万元/亩").replace("formula: land / tax", "formula: peers(\"tpm\") * land / tax"))
                .contains("'peers' is not known yet"));
        assertTrue(Law.refused(rule("score: {formula: \"w - place(\\\"tax\\\")\"}")).contains("'tax' is no indicator"));
        assertTrue(Law.refused(rule("score: ratio, base: 1 万元/亩").replace("formula: land / tax", "formula: place(\"tpm\") * land / tax"))
                .contains("'place' is not known yet"));
    }
}
