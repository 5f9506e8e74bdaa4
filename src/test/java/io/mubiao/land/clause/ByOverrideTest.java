package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.lint.RuleLint;
import io.mubiao.render.QuestionWords;
import io.mubiao.render.law.RuleText;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D类只由一票否决产生. */
class ByOverrideTest {
    private static String rule(String classes, String overrides) {
        return """
                columns: {s: {title: 得分}, bad: {title: 发生重大事故, kind: flag, if-empty: 否}, ok: {kind: flag, if-empty: 是}}
                indicators: {score: {title: 综合得分, formula: s}}
                groups: [{id: all, title: 全部, weights-total: 1, items: {score: {weight: 1, score: {per-unit: 1}}}}]
                total: {round: 1 half-up}
                ranking: {on: rounded, ties: best-place, small-groups: none}
                classes: CLASSES
                overrides: OVERRIDES
                refill: false
                """.replace("CLASSES", classes).replace("OVERRIDES", overrides);
    }

    private static final String VETO = "[{id: veto, title: 一票否决, when: bad, set: D}]";
    private static final String SCORE = "{order: [A, B, C, D], by: score, at-least: {A: 90, B: 75}, by-override: [D]}";
    private static final String[] ROWS = {"甲 s=95", "乙 s=80", "丙 s=0.1", "丁 s=99 bad=是"};

    @ParameterizedTest
    @ValueSource(strings = {SCORE, "{order: [A, B, C, D], by: tests, tests: {A: total >= 90, B: total >= 75}, by-override: [D]}"})
    void whoHasTheLeastPointsIsInTheLastClassThatPointsGive(String classes) {
        Evaluation it = Law.of(rule(classes, VETO)).on(ROWS);
        assertEquals("甲A 乙B 丙C 丁D", Law.classes(it));
        assertTrue(Law.zh(it, "丙").contains("以上均不符合，为 C"), Law.zh(it, "丙"));
        assertTrue(Law.zh(it, "丁").contains("一票否决"), Law.zh(it, "丁"));
    }

    /** Of four the first is A (25 %), the second B (50 %), and the two others C, whom an accident makes D. */
    @Test
    void placesGiveItToNobodyEither() {
        String classes = "{order: [A, B, C, D], by: rank, by-override: [D], quota-base: ranked, quota-rounding: cumulative half-up,"
                + " cuts: {A: 25 %, B: 50 %, C: 100 %}}";
        EvaluationRule rule = Law.of(rule(classes, VETO)).rule;
        assertEquals("甲B 乙C 丙C 丁D", Law.classes(Law.of(rule(classes, VETO)).on(ROWS)));
        assertEquals(rule, RuleFile.parse(RuleFile.write(rule, Format.YAML), Format.YAML, "again"));
        String words = RuleText.of(rule).write(Locale.CHINESE);
        assertTrue(words.contains("至 50%为 “B”，至 100%为 “C”") && !words.contains("100%为 “D”"), words);
        assertFalse(RuleLint.check(rule).toString().contains("EMPTY_CLASS"), RuleLint.check(rule).toString());
        String told = Law.zh(Law.of(rule(classes, VETO)).on(ROWS), "乙");
        assertTrue(told.contains("名额：4 家 × 25 %、50 %、100 % = 1、2、4") && !told.contains("D（"), told);
        String each = classes.replace("cumulative half-up", "each floor, remainder: C").replace("[A, B, C, D]", "[S, A, B, C, D]").replace("[D]", "[S, D]");
        told = Law.zh(Law.of(rule(each, VETO)).on(ROWS), "乙");
        assertTrue(told.contains("其余归 C"), told);
        assertTrue(Law.refused(rule(each.replace("remainder: C", "remainder: D"), VETO)).contains("takes no remainder"));
    }

    /** A class in the middle and the first one too: S is given by hand, X to whoever is a little late. */
    @Test
    void anyClassMayBeSo() {
        String classes = "{order: [S, A, X, B, D], by: score, at-least: {A: 90}, by-override: [S, X, D], require: {A: ok}}";
        String overrides = "[{id: star, when: s > 98, set: S}, {id: late, when: s == 91, set: X}, {id: veto, when: bad, set: D}]";
        Evaluation it = Law.of(rule(classes, overrides)).on("甲 s=99", "乙 s=91", "丙 s=90", "丁 s=90 ok=否", "戊 s=1", "己 s=1 bad=是");
        assertEquals("甲S 乙X 丙A 丁B 戊B 己D", Law.classes(it));
        assertTrue(Law.zh(it, "丁").contains("降为 B"), Law.zh(it, "丁"));
    }

    @Test
    void wordsLintAndTheFile() {
        EvaluationRule rule = Law.of(rule(SCORE, VETO)).rule;
        assertEquals(rule, RuleFile.parse(RuleFile.write(rule, Format.YAML), Format.YAML, "again"));
        String words = RuleText.of(rule).write(Locale.CHINESE);
        assertTrue(words.contains("其余为 “C”") && words.contains("“D”只由调档产生"), words);
        assertTrue(RuleText.of(rule).write(Locale.ENGLISH).contains("by a change of a class alone"));
        assertFalse(RuleLint.check(rule).toString().contains("EMPTY_CLASS"), RuleLint.check(rule).toString());
        String nobody = RuleLint.check(Law.of(rule(SCORE, VETO.replace("set: D", "set: C"))).rule).toString();
        assertTrue(nobody.contains("class 'D' stays empty for every roll: it is reached by overrides alone, and none gives it"), nobody);
        assertTrue(Law.refused(rule(SCORE.replace("B: 75", "B: 75, D: 10"), VETO)).contains("class 'D' is reached by overrides alone"));
        assertTrue(Law.refused(rule(SCORE.replace("[D]", "[E]"), VETO)).contains("unknown class 'E'"));
        assertTrue(Law.refused(rule(SCORE.replace("[D]", "[A, B, C, D]"), VETO)).contains("one class at least"));
        assertTrue(Law.refused(rule("{order: [A, B, D], by: rank, by-override: [D], quota-base: ranked, quota-rounding: cumulative half-up,"
                + " cuts: {A: 25 %, B: 100 %, D: 100 %}}", VETO)).contains("needs no share"));
    }

    @Test
    void whoAsksForItIsToldThatItIsSo() {
        Evaluation it = Law.of(rule(SCORE.replace("[A, B, C, D]", "[S, A, B, C, D]").replace("[D]", "[S, D]"),
                "[{id: star, when: not ok, set: S}, " + VETO.substring(1))).on(ROWS);
        String told = QuestionWords.explain(it, Counterfactual.of(it, "乙", "s", "S"), Locale.CHINESE);
        assertTrue(told.contains("S 类只由调档产生"), told);
    }

    /** Nobody gets out of a veto by points, and nobody falls to D by them. */
    @Test
    void whatWouldBeNeededKnowsIt() {
        Evaluation it = Law.of(rule(SCORE, VETO)).on(ROWS);
        assertEquals(Optional.empty(), Counterfactual.of(it, "丁", "s", "C").needed());
        assertEquals("74.95", Counterfactual.of(it, "丙", "s", "B").needed().orElseThrow().amount().toString());
    }
}
