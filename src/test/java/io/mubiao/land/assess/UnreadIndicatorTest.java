package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missing is never a number: an indicator that is not there is left to its policy, also where the score does not read it. */
class UnreadIndicatorTest {
    @ParameterizedTest
    @CsvSource({"w, -#-- 10#-- 10#--", "'if(u > 3, w, x)', -#-- 10#-- 2#--", "'if(kind in (\"p\"), w, x)', -#-- 10#-- 2#--",
        "'if(x > 1, w, w / 2)', -#-- 10#-- 10#--"})
    void noTotalWithoutTheIndicator(String score, String expected) {
        EvaluationRule rule = Made.rule("""
                id: t
                year: 2022
                columns: {v: {decimals: 2}, u: {decimals: 2}, kind: {kind: text}}
                indicators: {i: {formula: v}}
                total: {round: 2 half-up}
                """, "groups: [{id: all, weights-total: 10, items: {i: {weight: 10, score: {formula: '", score, "'}}}}]\n");
        Roll roll = Made.roll(rule, "a u=5 kind=p", "b v=2 u=5 kind=p", "c v=2 u=1 kind=q");
        assertEquals(expected, Made.outcome(LandAssessor.of(rule).evaluate(roll)));
        assertEquals(expected, Made.outcome(LandAssessor.of(rule).exactOnly().evaluate(roll)));
    }
}
