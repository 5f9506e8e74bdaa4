package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A letter tells its addressee the amounts that follow from the class, and those that moved from what to what. */
class LetterAmountsTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns:
              score: {title: 得分}
              kwh: {title: 用电量, unit: kWh}
              accident: {title: 发生事故, kind: flag, if-empty: 否}
            indicators: {i: {title: 得分值, formula: score}}
            groups: [{id: g, weights-total: 100, items: {i: {weight: 100, score: {formula: x}}}}]
            classes: {order: [A, D], by: score, at-least: {A: 60}}
            overrides: [{id: veto, title: 一票否决, when: accident, not-above: D}]
            refill: false
            consequences:
              - {id: power, title: 差别电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {D: 0.05 元/kWh}}
            """, Format.YAML, "t");

    private static Evaluation of(String kwh, String accident) {
        return LandAssessor.of(RULE).evaluate(Roll.builder(RULE).add("E1", "甲厂", Map.of("score", 70, "kwh", kwh, "accident", accident))
                .add("E2", "乙厂", Map.of("score", 80, "kwh", 10)).build());
    }

    private static void says(String text, String... expected) {
        for (String part : expected) {
            assertTrue(text.contains(part), () -> part + "\nin\n" + text);
        }
    }

    @Test
    void anAmountThatMovesAloneIsAMoveOfTheResult() {
        String letter = Letters.appeal(of("1234567", "是"), of("100", "是"), "E1", Locale.CHINESE);
        says(letter, "用电量：1234567 kWh → 100 kWh\n", "结果变动：加价 差别电价 61728.35 元 → 5 元。\n",
                "相应政策：加价 差别电价，D 类：0.05 元/kWh × 100 kWh = 5 元。\n");
        assertFalse(letter.contains("　结果不变："), letter);
        says(Letters.appeal(of("1234567", "是"), of("100", "是"), "E1", Locale.ENGLISH), "The result moves: surcharge 差别电价 61728.35 元 -> 5 元.\n");
    }

    @Test
    void anAmountThatCeasesIsToldInBothLetters() {
        Evaluation before = of("1234567", "是");
        Evaluation after = of("1234567", "否");
        says(Letters.appeal(before, after, "E1", Locale.CHINESE), "加价 差别电价 61728.35 元 → 不适用。\n");
        says(Letters.classChange(before, after, "E1", Locale.CHINESE), "加价 差别电价 61728.35 元 → 不适用。\n");
        says(Letters.classChange(before, after, "E1", Locale.ENGLISH), "surcharge 差别电价 61728.35 元 -> does not apply.\n");
    }

    @Test
    void aNoticeOfAClassThatStaysTellsTheAmountThatMoves() {
        String letter = Letters.classChange(of("1000", "是"), of("100", "是"), "E1", Locale.CHINESE);
        says(letter, "等级没有变动", "结果变动：加价 差别电价 50 元 → 5 元。\n");
        assertFalse(letter.contains("　结果不变："), letter);
    }

    @Test
    void amountsThatDifferNeverPrintAlike() {
        EvaluationRule rule = RuleFile.parse(RuleFile.write(RULE, Format.YAML).replace("0.05 元/kWh", "0.05 元/kWh / 3"), Format.YAML, "t");
        Evaluation before = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("E1", Map.of("score", 10, "kwh", "100")).build());
        Evaluation after = LandAssessor.of(rule).evaluate(Roll.builder(rule).add("E1", Map.of("score", 10, "kwh", "100.0000001")).build());
        String line = Letters.appeal(before, after, "E1", Locale.CHINESE).lines().filter(it -> it.contains("结果变动")).findFirst().orElseThrow();
        String[] sides = line.substring(line.indexOf("差别电价 ") + 5, line.length() - 1).split(" → ", -1);
        assertFalse(sides[0].equals(sides[1]), line);
    }

    @Test
    void whoHasNoAmountIsToldOfNone() {
        Evaluation it = of("100", "是");
        assertFalse(Letters.appeal(it, it, "E2", Locale.CHINESE).contains("差别电价"));
    }
}
