package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.render.LandExplainer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that use the one before several times: what would take as many steps as there are atoms is refused where it is read. */
@Timeout(120)
class ManyStepsTest {
    private static final String REST = """
            groups: [{id: g, weights-total: 10, items: {i: {weight: 10, score: ratio, base: 100}}}]
            total: {round: 2 half-up}
            """;

    /** @param formula of a line, in which D is the one before */
    private static String chain(int lines, String formula) {
        return "id: t\nyear: 2024\ncolumns: {a: {}}\nderived:\n  d0: {formula: a + 1 / 3}\n" + IntStream.range(1, lines)
                .mapToObj(i -> "  d" + i + ": {formula: '" + formula.replace("D", "d" + (i - 1)) + "'}\n").collect(Collectors.joining())
                + "indicators: {i: {formula: 'd" + (lines - 1) + " / 1000'}}\n" + REST;
    }

    private static List<Problem> refusals(String rule) {
        return assertThrows(InvalidDefinitionException.class, () -> Made.rule(rule)).problems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D + D", "if(D > 1, D, 1 - D)", "max(D, -D)", "orelse(D, D)", "if_zero_divisor(D, D)", "best(1, D, D)", "round(D, 2) + abs(D)"})
    void numbersAreRefusedOnce(String formula) {
        List<Problem> problems = refusals(chain(40, formula));
        assertEquals(List.of("TOO_LARGE"), problems.stream().map(Problem::code).toList());
        assertTrue(problems.get(0).place().path().startsWith("derived.d"), problems.toString());
        assertTrue(problems.get(0).toString(Locale.CHINESE).contains("全部展开"), problems.get(0).toString(Locale.CHINESE));
    }

    @Test
    void labelsAreRefusedOnce() {
        String labels = IntStream.range(1, 40).mapToObj(i -> "  l" + i + ": {choices: [{label: x, when: 'l" + (i - 1) + " == \"x\" or l" + (i - 1)
                + " == \"y\"'}, {label: y}]}\n").collect(Collectors.joining());
        List<Problem> problems = refusals("id: t\nyear: 2024\ncolumns: {a: {}}\nindicators: {i: {formula: a}}\nlabels:\n"
                + "  l0: {choices: [{label: x, when: a > 1}, {label: y}]}\n" + labels + REST);
        assertEquals(List.of("TOO_LARGE"), problems.stream().map(Problem::code).toList());
    }

    /** What is read is worked out, in blocks or not, and explained. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 6, 8, 9})
    void whatIsReadIsWorkedOutAndExplained(int lines) {
        EvaluationRule rule = Made.rule(chain(lines, "if(D > 1, D, 1 - D)"));
        Roll roll = Made.roll(rule, IntStream.range(0, 300).mapToObj(i -> "E" + i + " a=" + i * 7 % 100).toArray(String[]::new));
        Evaluation fast = LandAssessor.of(rule).evaluate(roll);
        assertEquals(Made.outcome(LandAssessor.of(rule).exactOnly().evaluate(roll)), Made.outcome(fast));
        assertTrue(LandExplainer.explain(fast.explain("E7"), Locale.CHINESE).contains("d0"));
        fast.explain("E7").items().forEach(it -> it.score().ifPresent(score -> assertEquals(score.value(), score.replay())));
    }
}
