package io.mubiao.land.feature;

import static io.mubiao.land.feature.Try.RANKING;
import static io.mubiao.land.feature.Try.classes;
import static io.mubiao.land.feature.Try.counts;
import static io.mubiao.land.feature.Try.evaluate;
import static io.mubiao.land.feature.Try.falling;
import static io.mubiao.land.feature.Try.roll;
import static io.mubiao.land.feature.Try.scored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.ManualChange;
import io.mubiao.land.assess.Progress;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.Counterfactual;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of other places than those in the seeds, written as files only, and what they must give. */
class RulesTriedTest {
    private static String ranked(String cuts, String base, String rounding) {
        return """
                classes:
                  order: [A, B, C, D]
                  by: rank
                  cuts: {%s, D: 100 %%}
                  quota-base: %s
                  quota-rounding: %s
                """.formatted(cuts, base, rounding);
    }

    private static final String UTILITY = "utility: {kind: flag, if-empty: 否}";
    private static final String T = "scope: {exclude: [{id: t, when: utility, effect: ungraded, label: T}]}\n";

    /** Jining 2023: 275 of which 10 are T; 20 % and 5 % of all of them are 55 and 14. */
    @Test
    void jiningCountsTheUngradedInTheBaseOfTheQuota() {
        String[] rows = falling(275);
        for (int i = 0; i < 10; i++) {
            rows[100 + 3 * i] += " utility=是";
        }
        String cuts = "A: 20 %, B: 60 %, C: 95 %";
        assertEquals("55/110/86/14", counts(evaluate(scored(UTILITY, T, RANKING, ranked(cuts, "population", "each half-up\n  remainder: C")), rows)));
        assertEquals("53/106/93/13", counts(evaluate(scored(UTILITY, T, RANKING, ranked(cuts, "ranked", "cumulative half-up")), rows)));
        assertEquals("20/40/35/5", counts(evaluate(scored("", RANKING, ranked(cuts, "population", "cumulative floor")), falling(100))));
    }

    @ParameterizedTest
    @CsvSource({"cumulative floor, 20/101/60/21", "cumulative half-up, 20/101/61/20", "cumulative ceiling, 21/101/60/20"})
    void keqiaoDividesTwoHundredAndTwoDyeingFirms(String rounding, String expected) {
        assertEquals(expected, counts(evaluate(scored("", RANKING, ranked("A: 10 %, B: 60 %, C: 90 %", "ranked", rounding)),
                falling(202))));
    }

    @Test
    void tonglingsNominalCountsAreAddedUpByCumulativeRounding() {
        assertEquals("151/340/226/38", counts(evaluate(scored("", RANKING, ranked("A: 20 %, B: 65 %, C: 95 %", "ranked",
                "cumulative half-up")), falling(755))));
    }

    private static final String BOUNDS = "  bounds: {A: at-most 20 %, D: at-least 5 %}\n";

    private static Evaluation dezhou(String ties) {
        String[] rows = falling(20);
        rows[3] = "4 s=16";
        rows[4] = "5 s=16";
        rows[18] = "19 s=1";
        return evaluate(scored("", RANKING.replace("best-place", ties),
                ranked("A: 20 %, B: 60 %, C: 95 %", "ranked", "cumulative floor"), BOUNDS), rows);
    }

    /** Dezhou bounds A by 20 % and D by 5 %: where equals share the better place, a fifth A and no D are reported. */
    @Test
    void dezhouIsToldWhereTiesBreakTheBoundsOfADocument() {
        List<String> problems = dezhou("best-place").problems().stream().map(Problem::message).toList();
        assertEquals(List.of("5 of 20 are A (25 %), expected at most 20 %", "0 of 20 are D (0 %), expected at least 5 %"), problems);
        assertEquals(List.of(), dezhou("worst-place").problems());
    }

    @Test
    void boundsHoldForClassesByScoreToo() {
        EvaluationRule rule = scored("", RANKING, "classes:\n  order: [A, B]\n  by: score\n  at-least: {A: 5}\n  bounds: {A: at-most 20 %}\n");
        assertEquals("6 of 10 are A (60 %), expected at most 20 %", evaluate(rule, falling(10)).problems().get(0).message());
    }

    /** Jingning 2022: 39 firms, nobody D. */
    @Test
    void jingningMayHaveNobodyInD() {
        assertEquals("11/21/7/0", counts(evaluate(scored("", "classes: {order: [A, B, C, D], by: score, at-least: {A: 29, B: 8, C: 0}}\n"), falling(39))));
    }

    /** A firm that is T or treated as B by law needs no total for that; it stays in the base of the quota. */
    @Test
    void whoIsNotGradedNeedsNoTotal() {
        EvaluationRule rule = scored("utility: {kind: flag, if-empty: 否}\nfresh: {kind: flag, if-empty: 否}\nbill: {if-empty: 5}",
                "scope: {exclude: [{id: t, when: utility, effect: ungraded, label: T}, {id: f, when: fresh, effect: treated-as, label: B}]}\n",
                RANKING, ranked("A: 20 %, B: 60 %, C: 95 %", "population", "cumulative floor"),
                "consequences: [{id: c, kind: relief, base: bill, rate-unit: '%', unit: '', rates: {B: 80 %}}]\n".replace("unit: '', ", "unit: 元, ")
                        .replace("base: bill", "base: bill * 1 元"));
        String[] rows = falling(10);
        rows[9] = "10 utility=是";
        rows[8] = "9 fresh=是";
        Evaluation evaluation = evaluate(rule, rows);
        assertEquals(Standing.UNGRADED, evaluation.get("10").standing());
        assertEquals("T", evaluation.get("10").label());
        assertEquals(Standing.TREATED_AS, evaluation.get("9").standing());
        assertEquals("4 元", evaluation.charges("9").get(0).amount().orElseThrow().toString());
        assertEquals("2/4/2/0", counts(evaluation));
        assertEquals(List.of(), evaluation.problems());
    }

    @Test
    void aManualChangeThatChangesNothingIsReported() {
        EvaluationRule rule = scored(UTILITY, T, RANKING, ranked("A: 20 %, B: 60 %, C: 95 %", "ranked", "cumulative floor"),
                "overrides: [{id: hand, manual: true}]\nrefill: false\n");
        String[] rows = falling(10);
        rows[4] += " utility=是";
        Evaluation evaluation = LandAssessor.of(rule).manual(new ManualChange("11", "A", "x", "y"), new ManualChange("5", "A", "x", "y"),
                new ManualChange("3", "A", "x", "y")).evaluate(roll(rule, rows));
        assertEquals(List.of("MANUAL_UNKNOWN", "MANUAL_UNUSED"), evaluation.problems().stream().map(Problem::code).toList());
        assertEquals("A", classes(evaluation, "3"));
    }

    /** Suichang: members of one parcel share a result, so a change of one by hand is a change of all. */
    @Test
    void aManualChangeOfAMergedMemberChangesTheUnit() {
        EvaluationRule rule = scored("parcel: {kind: text}", "merge: {by: parcel}\n", RANKING,
                ranked("A: 20 %, B: 60 %, C: 95 %", "ranked", "cumulative floor"), "overrides: [{id: hand, manual: true}]\nrefill: false\n");
        String[] rows = {"a s=1 parcel=p", "b s=2 parcel=p", "c s=9", "d s=8", "e s=7"};
        LandAssessor assessor = LandAssessor.of(rule);
        Evaluation evaluation = assessor.manual(new ManualChange("b", "A", "x", "y")).evaluate(roll(rule, rows));
        assertEquals("A A", classes(evaluation, "a", "b"));
        assertTrue(evaluation.problems().isEmpty());
        Assertions.assertThrows(IllegalArgumentException.class, () -> assessor.manual(new ManualChange("a", "A", "x", "y"),
                new ManualChange("b", "B", "x", "y")).evaluate(roll(rule, rows)));
    }

    /** What a rule declares for an empty cell holds for each member: the others' figures are not lost with it. */
    @Test
    void anEmptyCellOfAMemberDoesNotEmptyTheSumOfTheUnit() {
        EvaluationRule rule = scored("parcel: {kind: text}\nrented: {if-empty: 0}", "merge: {by: parcel}\n", RANKING);
        Evaluation evaluation = evaluate(rule, "a s=1 parcel=p rented=2", "b s=2 parcel=p rented=5");
        Evaluation after = EvaluationWhatIf.of(evaluation).with("a", "rented", "").run().after();
        assertEquals("5", after.number("a", "rented").orElseThrow().toString());
    }

    @Test
    void aListenerThatThrowsCancelsTheWorkAndHearsOfEveryStageBefore() {
        EvaluationRule rule = scored("", RANKING, ranked("A: 20 %, B: 60 %, C: 95 %", "ranked", "cumulative floor"));
        List<Progress.Stage> heard = new ArrayList<>();
        LandAssessor assessor = LandAssessor.of(rule).threads(2).progress((stage, done, total) -> {
            heard.add(stage);
            if (stage == Progress.Stage.SCORES && done > 0) {
                throw new CancellationException("stop");
            }
        });
        Assertions.assertThrows(CancellationException.class, () -> assessor.evaluate(roll(rule, falling(50_000))));
        assertTrue(heard.contains(Progress.Stage.SCOPE) || heard.contains(Progress.Stage.SCORES), heard.toString());
    }

    @Test
    void nothingThatIsHandedOutCanBeChanged() {
        EvaluationRule rule = scored("", RANKING, ranked("A: 20 %, B: 60 %, C: 95 %", "ranked", "cumulative floor"),
                "exports: {open: [rank, name]}\n");
        Evaluation evaluation = evaluate(rule, falling(5));
        for (List<?> list : List.of(evaluation.ids(), evaluation.stream().toList(), evaluation.league(), evaluation.problems(),
                evaluation.charges("1"), rule.exports().get("open"))) {
            Assertions.assertThrows(UnsupportedOperationException.class, list::clear, list.toString());
        }
    }

    @Test
    void resultsReadWellInOneLine() {
        EvaluationRule rule = scored("", RANKING, ranked("A: 20 %, B: 60 %, C: 95 %", "ranked", "cumulative floor"));
        Evaluation evaluation = evaluate(rule, falling(5));
        assertEquals("2: GRADED, class B, total 4, place 2 of 5", evaluation.get("2").toString());
        assertEquals("WhatIf[{2={s=9}}, baselines frozen]", EvaluationWhatIf.of(evaluation).with("2", "s", "9").toString());
        assertEquals("2: s 4 -> 5 reaches A", Counterfactual.of(evaluation, "2", "s", "A").toString().replaceAll(" \\(.*", ""));
        assertTrue(Margin.of(evaluation, "2").orElseThrow().toString().startsWith("2: to A 1 points 1 places"));
    }
}
