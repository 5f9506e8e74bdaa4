package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import org.junit.jupiter.api.Test;

class OpenOrderTest {
    private static final EvaluationRule RULE = Made.rule("""
            id: t
            year: 2022
            columns: {a: {decimals: 0}, b: {decimals: 0}}
            indicators: {i: {formula: a / b}}
            groups: [{id: all, weights-total: 10, items: {i: {weight: 10, score: ratio, base: {kind: mean, population: evaluated}}}}]
            """, Made.RANKING.replace("on: rounded", "on: unrounded"), Made.CLASSES);

    /** Both lie at the mean, which is a third and known to 40 digits: equal or not is only told by more of them. */
    @Test
    void whatIsOpenIsSaidAndDecidedByMoreDigits() {
        Roll one = Made.roll(RULE, "x a=1 b=3");
        Roll other = Made.roll(RULE, "y a=2 b=6");
        Chunks rough = Chunks.of(LandAssessor.of(RULE));
        Baselines mean = rough.baselines(one).merge(rough.baselines(other)).finish();
        ArithmeticException open = assertThrows(ArithmeticException.class, () -> rough.scores(one, mean));
        assertTrue(open.toString().contains("digits"), open.toString());
        Chunks fine = rough.digits(640);
        Baselines exact = fine.baselines(one).merge(fine.baselines(other)).finish();
        assertEquals(2, fine.scores(one, exact).merge(fine.scores(other, exact)).ranked());
    }
}
