package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.land.question.Margin;
import io.mubiao.land.question.Move;
import io.mubiao.land.question.RankShift;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the least number ranks first, what is said of totals is said of the numbers themselves. */
class LowerIsBetterTest {
    private static final EvaluationRule RULE = Made.rule("""
            id: t
            year: 2022
            columns: {v: {decimals: 2}}
            indicators: {i: {formula: v, better: lower}}
            groups: [{id: all, rank-on: i}]
            total: {round: 2 half-up}
            """, Made.RANKING, Made.CLASSES);
    private static final Evaluation SEVEN =
            Made.evaluate(RULE, "a v=1", "b v=2", "c v=3", "d v=4", "e v=5", "f v=6", "g v=7");

    @Test
    void theCutOffIsTheLargestNumberOfTheClass() {
        assertEquals(List.of(Optional.of(Rational.of(2)), Optional.of(Rational.of(5)), Optional.of(Rational.of(7))),
                SEVEN.explain("a").ranking().orElseThrow().cutOffs().stream().map(Explanation.CutOff::lowest).toList());
    }

    @Test
    void shiftsNameTheNumbersThatMove() {
        EvaluationImpact impact = EvaluationWhatIf.of(SEVEN).with("g", "v", "0.5").run();
        assertEquals(List.of(new RankShift(List.of(), 1, 6, Rational.of(1), Rational.of(6), 1, 4)), impact.rankShifts());
        assertEquals(List.of("g", "b", "e"), impact.moves().stream().map(Move::id).toList());
    }

    @Test
    void theMarginIsHowMuchTheNumberMustFall() {
        Margin margin = Margin.of(SEVEN, "d").orElseThrow();
        assertEquals(Optional.of(Rational.of(2)), margin.points());
        assertEquals("2#2A", Made.outcome(EvaluationWhatIf.of(SEVEN).with("d", "v", "2").run().after().get("d")));
        assertEquals("2.01#3B", Made.outcome(EvaluationWhatIf.of(SEVEN).with("d", "v", "2.01").run().after().get("d")));
    }
}
