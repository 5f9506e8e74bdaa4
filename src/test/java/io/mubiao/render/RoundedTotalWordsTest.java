package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where the total is rounded, letter, sheet and margin speak of the same number, whichever of both ranks. */
class RoundedTotalWordsTest {
    private static EvaluationRule rule(String on, String round, String classes) {
        return RuleFile.parse("""
                id: t
                year: 2024
                measure-words: [户]
                columns: {tax: {title: 税收, unit: 万元, decimals: 6}}
                indicators: {tax_: {title: 纳税, formula: tax, unit: 万元}}
                groups: [{id: all, weights-total: 100, items: {tax_: {weight: 100, score: ratio, base: 300 万元}}}]
                total: {cap: 150, floor: 0, round: %s}
                ranking: {on: %s, ties: best-place, small-groups: none}
                classes: {order: [A, B, C], %s}
                refill: false
                """.formatted(round, on, classes), Format.YAML, "t");
    }

    private static Evaluation evaluate(EvaluationRule rule, Object... taxes) {
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < taxes.length; i++) {
            roll.add(Integer.toString(i + 1), Map.of("tax", taxes[i]));
        }
        return LandAssessor.of(rule).evaluate(roll.build());
    }

    private static final String REQUIRE = "by: rank, cuts: {A: 2 户, B: 60 %, C: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up, require: {A: total >= 83}";

    /** Four decimals of 82.994983… are 82.9950, from which nobody gets 82.99. */
    @Test
    void whatIsPrintedRoundsToWhatIsPrinted() {
        String sheet = LandExplainer.explain(evaluate(rule("unrounded", "2 half-up", REQUIRE), "248.98495", "100").explain("1"), Locale.CHINESE);
        assertTrue(sheet.contains("\n  总分 82.99498（不高于 150，不低于 0），四舍五入到 2 位小数为 82.99；"), sheet);
        String cut = LandExplainer.explain(evaluate(rule("unrounded", "0 floor", REQUIRE), "248.99999", "100").explain("1"), Locale.CHINESE);
        assertTrue(cut.contains("\n  总分 82.999997（"), cut);
    }

    @Test
    void bothNumbersAreToldAndWhichRanks() {
        Evaluation it = evaluate(rule("unrounded", "2 half-up", REQUIRE), "248.97", "100", "248.984");
        String sheet = LandExplainer.explain(it.explain("3"), Locale.CHINESE);
        assertTrue(sheet.contains("\n  总分 82.9947（不高于 150，不低于 0），四舍五入到 2 位小数为 82.99；排序用取舍前的总分，分数线和条件用取舍后的总分\n"), sheet);
        assertTrue(sheet.contains("总分 82.99 低于 A 类要求的 83"), sheet);
        assertTrue(LandExplainer.explain(it.explain("3"), Locale.ENGLISH).contains(
                "\n  total 82.9947 (at most 150, at least 0), half up to 2 decimals 82.99; the total before rounding ranks, thresholds and tests go by the rounded one\n"),
                () -> LandExplainer.explain(it.explain("3"), Locale.ENGLISH));
        String exact = LandExplainer.explain(it.explain("1"), Locale.CHINESE);
        assertTrue(exact.contains("\n  总分 82.99（不高于 150，不低于 0，四舍五入到 2 位小数）\n"), exact);
        String rounded = LandExplainer.explain(evaluate(rule("rounded", "2 half-up", REQUIRE), "248.984").explain("1"), Locale.CHINESE);
        assertTrue(rounded.contains("\n  总分 82.99（不高于 150，不低于 0，四舍五入到 2 位小数）\n"), rounded);
    }

    /** The total of the letter stands in the sheet as the total or what it is rounded to. */
    @Test
    void letterAndSheetNameTheSameTotal() {
        Random random = new Random(7);
        String[] rounds = {"2 half-up", "0 half-up", "1 floor", "3 ceiling", "2 half-even"};
        for (int i = 0; i < 60; i++) {
            EvaluationRule rule = rule(i % 2 == 0 ? "unrounded" : "rounded", rounds[i % rounds.length], REQUIRE);
            Evaluation it = evaluate(rule, random.nextInt(900), random.nextInt(300) + "." + random.nextInt(1000000), "249.1");
            for (String id : it.ids()) {
                String total = PlainNumber.of(it.get(id).total().orElseThrow());
                String sheet = LandExplainer.explain(it.explain(id), Locale.CHINESE);
                String line = sheet.lines().filter(each -> each.startsWith("  总分 ")).findFirst().orElseThrow();
                assertTrue(line.matches("  总分 " + Pattern.quote(total) + "[（：].*") || line.contains("为 " + total + "；"), line + " of " + total);
                assertTrue(line.contains("到"), line);
                assertEquals(it.get(id).total(), it.explain(id).replay(), line);
                assertTrue(Letters.result(it, id, Locale.CHINESE).contains("总分 " + total + "，"));
            }
        }
    }

    /** Points and indicator of a margin lead to the same total, which suffices, and a step before does not. */
    @Test
    void theMarginIsOfTheTotalThatIsCompared() {
        Random random = new Random(11);
        String[] rounds = {"2 half-up", "0 half-up", "1 floor", "2 ceiling", "none"};
        String[] classes = {REQUIRE, "by: score, at-least: {A: 83, B: 50}", "by: tests, tests: {A: total >= 83, B: total > 40}"};
        for (int i = 0; i < 60; i++) {
            String text = classes[i % classes.length];
            EvaluationRule rule = rounds[i % rounds.length].equals("none") ? rule("unrounded", "6 half-up", text)
                    : rule(i % 4 == 0 ? "rounded" : "unrounded", rounds[i % rounds.length], text);
            Evaluation it = evaluate(rule, "100", "200." + random.nextInt(1000000), (random.nextInt(40) + 208) + "." + random.nextInt(1000000));
            for (String id : it.ids()) {
                Margin.of(it, id).ifPresent(margin -> check(it, id, margin));
            }
        }
    }

    private static void check(Evaluation it, String id, Margin margin) {
        Quantity needed = margin.indicators().get("tax_");
        if (needed == null || margin.points().isEmpty()) {
            return;
        }
        assertTrue(reaches(it, id, needed.amount(), margin.target()), margin + " " + needed);
        Rational now = it.number(id, "tax_").orElseThrow();
        boolean onRounded = it.rule().ranking().orElseThrow().onRounded();
        Rational by = onRounded ? it.get(id).total().orElseThrow() : now.dividedBy(Rational.of(3));
        Rational tax = by.plus(margin.points().get()).times(Rational.of(3));
        Rational up = Rational.of(tax.round(new io.mubiao.value.Rounding(6, java.math.RoundingMode.CEILING)));
        assertTrue(reaches(it, id, up, margin.target()), margin + " by points " + up);
        if (!onRounded) {
            assertFalse(reaches(it, id, Rational.of(tax.minus(Rational.of(1, 100_000)).round(new io.mubiao.value.Rounding(6, java.math.RoundingMode.FLOOR))), margin.target()),
                    margin + " a step before");
        }
    }

    private static boolean reaches(Evaluation it, String id, Rational tax, String target) {
        Evaluation after = EvaluationWhatIf.of(it).with(id, "tax", tax.asDecimal().orElseThrow().toPlainString()).run().after();
        return after.get(id).finalClass().orElseThrow().compareTo(target) <= 0;
    }
}
