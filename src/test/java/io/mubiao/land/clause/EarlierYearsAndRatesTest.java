package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.Evaluation;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 近三年平均; 按亩均税收档次（不按类别）减免; 平方根、对数. */
class EarlierYearsAndRatesTest {
    private static String rule(String formula, String more) {
        return """
                columns: {land: {title: 用地, unit: 亩}, tax: {title: 税收, unit: 万元, negative: true}, due: {title: 应缴土地使用税, unit: 元, if-empty: 0}}
                derived: {avg: {title: 近三年平均税收, formula: '%s', unit: 万元}}
                indicators: {tpm: {title: 亩均税收, formula: avg / land, unit: 万元/亩}}
                groups: [{id: all, title: 全部, weights-total: 100, items: {tpm: {weight: 100, score: ratio, base: 10 万元/亩}}}]
                """.formatted(formula) + more;
    }

    private static Law years(Law law) {
        return law.by(law.assessor().prior(law.roll("1 land=9 tax=200", "2 land=9 tax=50")).prior(2, law.roll("2 land=9 tax=150", "1 land=9 tax=300")));
    }

    /** (100 + 200 + 300) ÷ 3 = 200; whoever lacks a year has no mean, or that of the years he has. */
    @Test
    void theMeanOfThreeYears() {
        Law law = years(Law.of(rule("mean(tax, prior(\"tax\"), prior(\"tax\", 2))", "")));
        Evaluation found = law.on("1 land=10 tax=100", "2 land=10 tax=100", "3 land=10 tax=100");
        assertEquals("1 200, 2 100, 3 –", Law.totals(found));
        assertTrue(Law.zh(found, "1").contains("前年税收：300 万元"), Law.zh(found, "1"));
        assertTrue(Law.zh(found, "1").contains("[税收、上年税收、前年税收 的平均]"), Law.zh(found, "1"));
        Law given = years(Law.of(rule("mean_given(tax, prior(\"tax\"), prior(\"tax\", 2))", "")));
        Evaluation some = given.on("1 land=10 tax=100", "2 land=10", "3 land=10 tax=100", "4 land=10");
        assertEquals("1 200, 2 100, 3 100, 4 –", Law.totals(some));
        assertTrue(Law.zh(some, "2").contains("中已有数的平均]"), Law.zh(some, "2"));
    }

    @Test
    void theYearThatLacksIsNamed() {
        Law law = Law.of(rule("mean(tax, prior(\"tax\"), prior(\"tax\", 2))", ""));
        Law years = law.by(law.assessor().prior(law.roll("1 land=9 tax=200")).prior(2, law.roll("2 land=9 tax=150")));
        Evaluation found = years.on("1 land=10 tax=100", "2 land=10 tax=100");
        assertTrue(Law.zh(found, "1").contains("2 年前的税收”") && Law.zh(found, "2").contains("上年的税收”"), Law.zh(found, "1"));
        assertTrue(Law.en(found, "1").contains("2 years ago: 税收"), Law.en(found, "1"));
    }

    @Test
    void whatIsNotGivenIsTold() {
        Law law = Law.of(rule("mean(tax, prior(\"tax\", 3))", ""));
        String told = law.assessor().evaluate(law.roll("1 land=10 tax=100")).problems().toString();
        assertTrue(told.contains("the figures of 3 years ago; give them with prior(3, roll)"), told);
        String refused = Law.refused(rule("prior(\"tax\", 0)", ""));
        assertTrue(refused.contains("such as 'prior(\"tax\")', and a number of years from 1 on if it is not last year"), refused);
    }

    private static String charges(Evaluation evaluation) {
        return evaluation.ids().stream().map(id -> id + " " + evaluation.charges(id).stream().map(it -> it.amount().map(Object::toString)
                .orElse("none")).collect(Collectors.joining("+"))).collect(Collectors.joining(", "));
    }

    /** 亩均税收15万元以上免征，8至15万元（含15万元）减半，其余不减: whoever has no class has it too. */
    @Test
    void reliefByTheBandOfAFigure() {
        String relief = """
                consequences:
                  - {id: relief, title: 土地使用税减免, kind: relief, base: due, rate-unit: "%", unit: 元,
                     rate-by: {of: tpm, bands: {at: {"> 15 万元/亩": 100 %, "(8 万元/亩, 15 万元/亩]": 50 %, "<= 8 万元/亩": 0 %}}}}
                """;
        Law law = Law.of(rule("tax", relief));
        Evaluation found = law.on("1 land=10 tax=151 due=1000", "2 land=10 tax=150 due=1000", "3 land=10 tax=80 due=1000", "4 land=10 due=1000");
        assertEquals("1 1000 元, 2 500 元, 3 0 元, 4 none", charges(found));
        assertTrue(Law.zh(found, "2").contains("减免 土地使用税减免，亩均税收 > 8 万元/亩 且 亩均税收 ≤ 15 万元/亩"), Law.zh(found, "2"));
        assertTrue(Law.refused(rule("tax", relief.replace("<= 8", "< 8"))).contains("no band holds = 8"));
    }

    @Test
    void surchargeByTests() {
        String fee = """
                consequences:
                  - {id: fee, title: 加价, kind: surcharge, base: due, rate-unit: "%", unit: 元,
                     rates: [{when: tpm < 1 万元/亩, rate: 10 %}, {when: tpm < 3 万元/亩 and land > 5 亩, rate: 5 %}]}
                """;
        Evaluation found = Law.of(rule("tax", fee)).on("1 land=10 tax=5 due=1000", "2 land=10 tax=20 due=1000", "3 land=4 tax=8 due=1000");
        assertEquals("1 100 元, 2 50 元, 3 ", charges(found));
        assertTrue(found.charges("1").get(0).test().isPresent());
        assertTrue(Law.refused(rule("tax", fee.replace("when: tpm < 1 万元/亩, ", ""))).contains("each rate but the last needs 'when'"));
        Charge charge = found.charges("2").get(0);
        assertEquals("", charge.className());
    }

    /** √(64) = 8, √2 lies between fractions; lg 1000 = 3; ln(e) is no fraction. */
    @Test
    void rootsAndLogarithms() {
        String item = "score: {formula: \"FORMULA\"}";
        String base = rule("tax", "").replace("score: ratio, base: 10 万元/亩", item);
        assertEquals("1 80, 2 30", Law.totals(Law.of(base.replace("FORMULA", "10 * sqrt(x / 1 万元/亩)")).on("1 land=1 tax=64", "2 land=10 tax=90")));
        assertEquals("1 30, 2 0, 3 –", Law.totals(Law.of(base.replace("FORMULA", "10 * log10(x / 1 万元/亩)")).on("1 land=1 tax=1000", "2 land=1 tax=1", "3 land=1 tax=-1")));
        Evaluation found = Law.of(base.replace("FORMULA", "round(ln(x / 1 万元/亩), 6)")).on("1 land=1 tax=2", "2 land=4 tax=2");
        assertEquals("1 0.693147, 2 -0.693147", Law.totals(found));
        Evaluation root = Law.of(base.replace("FORMULA", "round(100 * sqrt(x / 1 万元/亩), 3)")).on("1 land=1 tax=2");
        assertEquals("1 141.421", Law.totals(root));
        assertTrue(Law.zh(root, "1").contains("√("), Law.zh(root, "1"));
        assertTrue(Law.refused(base.replace("FORMULA", "10 * sqrt(x)")).contains("sqrt is of a plain number, found"));
    }
}
