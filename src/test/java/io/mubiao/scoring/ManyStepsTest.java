package io.mubiao.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a trace could not be written out of is refused where the rule is read. */
class ManyStepsTest {
    @Test
    void linesThatUseTheOneBeforeTwiceAreRefused() {
        String derived = IntStream.range(1, 40).mapToObj(i -> "  d" + i + ": {formula: 'd" + (i - 1) + " + d" + (i - 1) + "'}\n")
                .collect(Collectors.joining());
        String rule = "id: s\npoints: 10\ninputs: {a: {}}\nderived:\n  d0: {formula: a + 1}\n" + derived
                + "parts: {p: {score: ratio, of: d39, base: 1}}\n";
        List<Problem> problems = assertThrows(InvalidDefinitionException.class, () -> ScoringRuleFile.parse(rule, Format.YAML, "s")).problems();
        assertEquals(1, problems.stream().filter(it -> it.code().equals("TOO_LARGE")).count(), problems.toString());
        assertTrue(problems.toString().contains("written out"), problems.toString());
    }
}
