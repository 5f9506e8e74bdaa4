package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.Margin;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a class is out of reach an answer says what stands in the way, and promises nothing that cannot be. */
class OutOfReachTest {
    private static final String RULE = """
            id: t
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元}
              rate: {title: 达标率, unit: "%", at-most: 100}
              young: {title: 是否初创企业, kind: flag, if-empty: 否}
              closed: {title: 是否停产, kind: flag, if-empty: 否}
              accident: {title: 是否发生事故, kind: flag, if-empty: 否}
            scope:
              require: [{id: open, when: not closed}]
              exclude: [{id: young, title: 初创企业, when: young, effect: treated-as, label: B}]
            indicators: {tpm: {title: 亩均税收, formula: tax / land, unit: 万元/亩}, kept: {title: 达标情况, formula: rate, unit: "%"}}
            groups:
              - {id: all, weights-total: 100, items: {tpm: {weight: 50, score: ratio, base: 20 万元/亩, cap: 50}, kept: {weight: 50, score: {formula: w * x}}}}
            overrides: [{id: veto, title: 一票否决, when: accident, not-above: C}]
            refill: false
            """;
    private static final String BY_SCORE = "classes: {order: [A, B, C, D], by: score, at-least: {A: 90, B: 60, C: 30}}\n";
    private static final String BY_RANK = """
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes: {order: [A, B, C, D], by: rank, cuts: {A: 40 %, B: 60 %, C: 80 %, D: 100 %}, quota-base: ranked, quota-rounding: cumulative half-up}
            """;

    private static Evaluation evaluate(String classes) {
        EvaluationRule rule = RuleFile.parse(RULE + classes, Format.YAML, "t");
        return LandAssessor.of(rule).evaluate(Roll.builder(rule).add("1", Map.of("land", 10, "tax", 200, "rate", 100)).add("2", Map.of("land", 10, "tax", 180, "rate", 90))
                .add("3", Map.of("land", 10, "tax", 20, "rate", 20)).add("4", Map.of("land", 10, "tax", 100, "rate", 50, "accident", true))
                .add("5", Map.of("land", 10, "tax", 10, "rate", 10, "accident", true))
                .add("6", Map.of("land", 10, "tax", 20, "rate", 20, "young", true)).add("7", Map.of("land", 10, "tax", 20, "rate", 20, "closed", true)).build());
    }

    private static String reach(Evaluation it, String id, String column, String target, Locale locale) {
        return QuestionWords.explain(it, Counterfactual.of(it, id, column, target), locale);
    }

    @Test
    void whoIsPutAsideIsToldByWhat() {
        Evaluation it = evaluate(BY_SCORE);
        assertEquals("6：其他不变，“税收”取允许的任何值都达不到 A 类\n  参评不定级，按 B 类对待：初创企业（是否初创企业：是）\n", reach(it, "6", "tax", "A", Locale.CHINESE));
        assertEquals("6: all else as it is, no allowed number of 税收 reaches A\n  evaluated, treated as B: 初创企业 (是否初创企业: yes)\n",
                reach(it, "6", "tax", "A", Locale.ENGLISH));
        assertEquals("7：其他不变，“税收”取允许的任何值都达不到 A 类\n  不纳入评价：是否停产：是\n", reach(it, "7", "tax", "A", Locale.CHINESE));
        assertTrue(Letters.result(it, "6", Locale.CHINESE).contains("参评不定级，按 B 类对待。"));
    }

    @Test
    void oneFigureThatDoesNotSufficeIsHeldAgainstWhatTheClassRequires() {
        assertEquals("3：其他不变，“税收”取允许的任何值都达不到 A 类\n  只改这一项不够，现为：总分 15 低于 A 类要求的 90\n", reach(evaluate(BY_SCORE), "3", "tax", "A", Locale.CHINESE));
        assertEquals("3: all else as it is, no allowed number of 税收 reaches A\n  this alone does not suffice, as it is: total 15 is below the 90 that A requires\n",
                reach(evaluate(BY_SCORE), "3", "tax", "A", Locale.ENGLISH));
        assertEquals("3：其他不变，“税收”取允许的任何值都达不到 A 类\n  只改这一项不够，现为：第 4 名，A 类至第 2 名\n", reach(evaluate(BY_RANK), "3", "tax", "A", Locale.CHINESE));
    }

    @Test
    void aMarginPromisesNoFigureThatCannotBeFiled() {
        Evaluation it = evaluate(BY_SCORE);
        assertEquals("3：距 C 类，总分还差 15 分，或“亩均税收”单项达到 8 万元/亩，或“达标情况”单项达到 50 %\n",
                QuestionWords.explain(it, Margin.of(it, "3").orElseThrow(), Locale.CHINESE));
        Evaluation high = evaluate(BY_SCORE.replace("C: 30", "C: 58"));
        assertEquals("3：距 C 类，总分还差 43 分，或“亩均税收”单项达到 19.2 万元/亩\n",
                QuestionWords.explain(high, Margin.of(high, "3").orElseThrow(), Locale.CHINESE));
    }

    @Test
    void aVetoedFirmIsNotToldToGainPlaces() {
        Evaluation it = evaluate(BY_RANK);
        assertEquals("4：距 B 类，单靠得分达不到\n  有“一票否决”（是否发生事故：是），无论得分，不高于 C 类\n",
                QuestionWords.explain(it, Margin.of(it, "4").orElseThrow(), Locale.CHINESE));
    }
}
