package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.value.Rational;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftRangesTest {
    /** Two fall by five places each: those between them move up, those between the two pairs stay. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRangeOfShiftedTotalsHoldsNobodyWhoStays(boolean frozen) {
        EvaluationRule rule = Made.rule("""
                id: t
                year: 2022
                columns: {v: {decimals: 2}}
                indicators: {i: {formula: v}}
                groups: [{id: all, rank-on: i}]
                total: {round: 2 half-up}
                """, Made.RANKING);
        String[] rows = new String[20];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + " v=" + (100 - i);
        }
        WhatIf question = Made.evaluate(rule, rows).whatIf().set("2", "v", "94.5").set("12", "v", "84.5");
        Impact impact = frozen ? question.run() : question.recomputed().run();
        assertEquals(List.of(new RankShift(List.of(), Rational.of(97), Rational.of(95), -1, 3),
                new RankShift(List.of(), Rational.of(87), Rational.of(85), -1, 3)), impact.rankShifts());
    }
}
