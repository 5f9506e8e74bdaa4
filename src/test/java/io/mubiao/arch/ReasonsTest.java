package io.mubiao.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Reasoned;
import io.mubiao.value.Units;
import io.mubiao.work.TooCostlyException;
import org.junit.jupiter.api.Test;

/** What went wrong is told by types; what an exception says is for people. */
class ReasonsTest {
    private static String code(RuntimeException e) {
        return Reasoned.problem(e, "BAD_VALUE", Place.of("x")).code();
    }

    @Test
    void theTypeOfAnExceptionIsTheCodeOfItsProblem() {
        assertEquals("TOO_LARGE", code(new TooCostlyException(TooCostlyException.Cost.DIGITS, "", 2, 1)));
        assertEquals("UNKNOWN_ID", code(new NoSuchIdException("no")));
        assertEquals("BAD_VALUE", code(new IllegalArgumentException("no")));
        IllegalArgumentException units = assertThrows(IllegalArgumentException.class,
                () -> Units.builtIn().get("亩").in(Units.builtIn().get("元")));
        assertEquals("UNIT_MISMATCH", code(units));
    }

    /** What is told of the thing in which it was met is told for the same reason. */
    @Test
    void theReasonOutlivesTheWordsAroundIt() {
        EvaluationRule rule = RuleFile.parse("""
                id: t
                year: 2024
                parameters: {least: {title: 起点, unit: 万元, value: 3 万元}}
                columns: {land: {title: 用地面积, unit: 亩}}
                indicators: {i: {formula: 'land / 1 亩'}}
                groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
                total: {round: 2 half-up}
                ranking: {by: [], on: rounded, ties: best-place, small-groups: none}
                """, Format.YAML, "t");
        RuntimeException refused = assertThrows(IllegalArgumentException.class, () -> rule.with("least", "3 亩"));
        assertEquals("UNIT_MISMATCH", code(refused));
        assertEquals("UNKNOWN_ID", code(assertThrows(IllegalArgumentException.class, () -> rule.with("leest", "3 万元"))));
    }

    /** A budget that is used up while a definition is read is not a bad value of the author's. */
    @Test
    void whatIsTooCostlyIsCalledSoWhereverItIsNoticed() {
        Problem problem = Reasoned.problem(new TooCostlyException(TooCostlyException.Cost.ROWS, "", 3, 2), "BAD_VALUE", Place.of(""));
        assertEquals("3 rows is too much; expected at most 2", problem.message());
    }
}
