package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import io.mubiao.value.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 以前20%企业平均值为基准; 剔除最高、最低后平均; a baseline that uses another one; 标准差. */
class BaselinesOfLawTest {
    private static final String[] NINE = {"1 v=9", "2 v=7", "3 v=4", "4 v=1", "5 v=14"};

    private static String rule(String baselines, String item) {
        return """
                columns: {v: {title: 税收, unit: 万元, negative: true}, trade: {title: 行业, kind: text, if-empty: 甲}}
                indicators: {i: {title: 税收, formula: v, unit: 万元}, j: {title: 能耗, formula: v, unit: 万元, better: lower}}
                baselines: {%s}
                groups: [{id: all, title: 全部, weights-total: 10, items: {i: {weight: 10, %s}}}]
                """.formatted(baselines, item);
    }

    private static String base(Law law, String... rows) {
        return law.on(rows).baselines().find("b").map(it -> it.low().toString()).orElse("–");
    }

    /** 14 9 7 4 1: the best two of five (40 %) have the mean 11.5; the worst two, where less is better, 2.5. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "of: i, kind: mean, population: evaluated, best: 40 %, best-rounding: half-up | 11.5",
        "of: j, kind: mean, population: evaluated, best: 40 %, best-rounding: half-up | 2.5",
        "of: i, kind: mean, population: evaluated, best: 30 %, best-rounding: half-up | 11.5",
        "of: i, kind: mean, population: evaluated, best: 30 %, best-rounding: floor | 14",
        "of: i, kind: mean, population: evaluated, best: 10 %, best-rounding: floor | –",
        "of: i, kind: mean, population: evaluated, best: 3 户 | 10",
        "of: i, kind: mean, population: evaluated, best: 3, times: 2 | 20",
        "of: i, kind: mean, population: evaluated, drop: {best: 1, worst: 1} | 20/3",
        "of: i, kind: mean, population: evaluated, drop: {best: 20 %, worst: 40 %}, best-rounding: up | 8",
        "of: i, kind: mean, population: evaluated, drop: {best: 3, worst: 2} | –"})
    void aMeanOfSome(String baseline, String expected) {
        assertEquals(expected, base(Law.of(rule("b: {" + baseline + "}", "score: ratio, base: b")), NINE));
    }

    @Test
    void whoCountsIsTold() {
        Law law = Law.of(rule("b: {title: 标杆值, of: i, kind: mean, population: evaluated, best: 40 %, best-rounding: half-up}",
                "score: ratio, base: b"));
        Evaluation found = law.on("1 v=9", "2 v=7", "3 v=4", "4 v=1", "5 v=14");
        assertEquals("7.8261", found.get("1").total().orElseThrow().round(Rounding.halfUp(4)).toPlainString());
        assertTrue(Law.zh(found, "1").contains("（取最优 40 %），由 2 家企业形成"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "1").contains("(the best 40 %), formed by 2 enterprises"), Law.en(found, "1"));
    }

    /** c01: all but the largest and the smallest; c02: those at or above the value at 80 %. */
    @Test
    void aBaselineThatUsesOthers() {
        Law trimmed = Law.of(rule("hi: {of: i, kind: max, population: evaluated}, lo: {of: i, kind: min, population: evaluated}, "
                + "b: {of: i, kind: mean, population: evaluated, when: i < hi and i > lo}", "score: ratio, base: b"));
        assertEquals("20/3", base(trimmed, NINE));
        assertEquals("1 13.5, 2 10.5, 3 6, 4 1.5, 5 21", Law.totals(trimmed.on(NINE)));
        Law top = Law.of(rule("p: {of: i, kind: percentile, share: 80 %, method: nearest-rank, population: evaluated, by: [trade]}, "
                + "b: {of: i, kind: mean, population: evaluated, when: i >= p, by: [trade]}", "score: ratio, base: b"));
        Evaluation found = top.on("1 v=9", "2 v=7", "3 v=4", "4 v=1", "5 v=14", "6 v=3 trade=乙");
        assertEquals("[11.5]", found.baselines().find("b", "甲").map(it -> "[" + it.low() + "]").orElse(""));
        assertEquals("[3]", found.baselines().find("b", "乙").map(it -> "[" + it.low() + "]").orElse(""));
    }

    @Test
    void whatCannotBeIsTold() {
        assertTrue(Law.refused(rule("a: {of: i, kind: mean, population: evaluated, when: i > b}, b: {of: i, kind: mean, population: evaluated, "
                + "when: i > a}", "score: ratio, base: b")).contains("'a' is formed of itself, by way of 'b'"));
        assertTrue(Law.refused(rule("b: {of: i, kind: mean, population: evaluated, year: prior, when: i > c}, "
                + "c: {of: i, kind: mean, population: evaluated}", "score: ratio, base: b")).contains("which is of this year"));
        assertTrue(Law.refused(rule("b: {of: i, kind: mean, population: evaluated, best: 20 %}", "score: ratio, base: b"))
                .contains("must decide best-rounding"));
        assertTrue(Law.refused(rule("b: {of: i, kind: max, population: evaluated, best: 3}", "score: ratio, base: b"))
                .contains("belong to kind: mean, got max"));
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, standard deviation 2; z of 9 is 2, so 60 + 10 × 2 = 80. */
    @Test
    void aScoreByStandardDeviations() {
        Law law = Law.of(rule("mean: {of: i, kind: mean, population: evaluated}, b: {of: i, kind: deviation, population: evaluated}",
                "score: {formula: \"60 + w * (x - mean) / b\"}"));
        String[] rows = {"1 v=2", "2 v=4", "3 v=4", "4 v=4", "5 v=5", "6 v=5", "7 v=7", "8 v=9"};
        assertEquals("1 45, 2 55, 3 55, 4 55, 5 60, 6 60, 7 70, 8 80", Law.totals(law.on(rows)));
        Law sample = Law.of(rule("mean: {of: i, kind: mean, population: evaluated}, b: {of: i, kind: sample-deviation, population: evaluated}",
                "score: {formula: \"60 + w * (x - mean) / b\"}, degenerate: 60"));
        Evaluation found = sample.on(rows);
        assertEquals("78.7083", found.get("8").total().orElseThrow().round(Rounding.halfUp(4)).toPlainString());
        assertEquals("1 60, 2 60", Law.totals(sample.on("1 v=3", "2 v=3")));
    }
}
