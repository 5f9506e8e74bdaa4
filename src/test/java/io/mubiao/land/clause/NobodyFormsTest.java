package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Evaluation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 基准值没有企业参与形成: a baseline of nobody is degenerate, in blocks, exactly and in chunks; the rule says what then, or nobody has a total. */
class NobodyFormsTest {
    private static final List<String> ROWS = List.of("1 land=10 tax=200 ind=甲", "2 land=10 tax=100 ind=甲", "3 land=10 tax=40 ind=乙",
            "4 land=10 tax=50 ind=乙", "5 land=10 tax=60 ind=乙");

    private static Law law(String baseline, String item) {
        return Law.of("""
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元, negative: true}, ind: {title: 行业, kind: text, values: [甲, 乙]}}
                indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}}
                baselines: {b: {of: tpm, population: graded, by: [ind], %s}}
                groups: [{id: all, title: 全部, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: b, cap: 2 * w, floor: 0%s}}}]
                """.formatted(baseline, item));
    }

    private static Evaluation on(Law law) {
        return law.on(ROWS.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: mean, drop: {best: 1, worst: 1}", "kind: mean, when: ind == \"乙\" and tpm == 5 万元/亩",
        "kind: max, when: ind == \"乙\" and tpm == 5 万元/亩", "kind: ratio-of-sums, when: ind == \"乙\" and tpm == 5 万元/亩",
        "kind: percentile, share: 50 %, method: nearest-rank, when: ind == \"乙\" and tpm == 5 万元/亩"})
    void thePolicyForItAnswers(String baseline) {
        assertEquals("1 –, 2 –, 3 80, 4 100, 5 120", Law.totals(on(law(baseline, ""))));
        assertEquals("1 0, 2 0, 3 80, 4 100, 5 120", Law.totals(on(law(baseline, ", degenerate: zero"))));
        assertEquals("1 7, 2 7, 3 80, 4 100, 5 120", Law.totals(on(law(baseline, ", degenerate: 7"))));
        assertEquals("1 100, 2 100, 3 80, 4 100, 5 120", Law.totals(on(law(baseline, ", degenerate: mean-score"))));
    }

    @Test
    void anotherPolicyDoesNot() {
        assertEquals("1 –, 2 –, 3 80, 4 100, 5 120",
                Law.totals(on(law("kind: mean, drop: {best: 1, worst: 1}", ", missing: zero, zero-divisor: zero, negative: zero"))));
    }

    /** Where last year's roll is given and nobody in it forms the baseline; where it is not given, that lacks. */
    @Test
    void ofLastYearToo() {
        Law law = law("kind: mean, year: prior, drop: {best: 1, worst: 1}", ", degenerate: 7");
        Law given = law.by(law.assessor().prior(law.roll(ROWS.toArray(String[]::new))));
        assertEquals("1 7, 2 7, 3 80, 4 100, 5 120", Law.totals(on(given)));
        assertEquals("1 –, 2 –, 3 –, 4 –, 5 –", Law.totals(on(law)));
    }

    @Test
    void theReasonSaysWhatToDeclare() {
        Evaluation found = on(law("kind: mean, drop: {best: 1, worst: 1}", ""));
        String zh = Law.zh(found, "1");
        assertTrue(zh.contains("没有总分：基准值 “亩均税收：亩均税收” 没有企业参与形成，办法未规定如何处理（计分项的 degenerate）"), zh);
        assertTrue(zh.contains("【没有基准值；不能计分，办法未规定如何处理】"), zh);
        assertTrue(Law.en(found, "1").contains("nobody forms the baseline"), Law.en(found, "1"));
        String told = found.problems().get(0).message(Locale.CHINESE);
        assertTrue(told.contains("没有企业参与形成") && !told.matches(".*[a-z]{2,} [a-z]{2,}.*"), told);
    }
}
