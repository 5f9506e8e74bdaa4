package io.mubiao.land.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Made;
import io.mubiao.value.Rational;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftRangesTest {
    private static final EvaluationRule RULE = Made.rule("""
            id: t
            year: 2022
            columns: {v: {decimals: 2}}
            indicators: {i: {formula: v}}
            groups: [{id: all, rank-on: i}]
            total: {round: 2 half-up}
            """, Made.RANKING);

    /** From 100 down, one apart. */
    private static EvaluationWhatIf falling(int count) {
        String[] rows = new String[count];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + " v=" + (100 - i);
        }
        return EvaluationWhatIf.of(Made.evaluate(RULE, rows));
    }

    private static RankShift up(long best, long worst) {
        return new RankShift(List.of(), 101 - best, 101 - worst, Rational.of(best), Rational.of(worst), -1, best - worst + 1);
    }

    /** Two fall by three places each: those they pass move up, those between the two stay. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRangeOfShiftedTotalsHoldsNobodyWhoStays(boolean frozen) {
        EvaluationWhatIf question = falling(20).with("2", "v", "94.5").with("12", "v", "84.5");
        EvaluationImpact impact = frozen ? question.run() : question.recomputed().run();
        assertEquals(List.of(up(97, 95), up(87, 85)), impact.rankShifts());
    }

    /** The one between is set to what it is: it stays, and is no move. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void norOneWhoseInputWasSetAndWhoStays(boolean frozen) {
        EvaluationWhatIf question = falling(6).with("0", "v", "98.5").with("2", "v", "98").with("3", "v", "95.5");
        EvaluationImpact impact = frozen ? question.run() : question.recomputed().run();
        assertEquals(List.of(up(99, 99), up(96, 96)), impact.rankShifts());
        assertEquals(List.of("0", "3"), impact.moves().stream().map(Move::id).toList());
    }
}
