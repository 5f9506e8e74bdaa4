package io.mubiao.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    private List<String> told() {
        return problems.found().stream().map(Problem::toString).toList();
    }

    @Test
    void pathsAreBelowThePartWhereTheCollectorStands() {
        Problems third = problems.at("targets[3]");
        third.error("BAD", "goal", "no goal");
        third.at("versions[0]").warning("ODD", "", "hm");
        problems.at("steps").error("BAD", "[1]", "no step");
        assertEquals(List.of("targets[3].goal: ERROR BAD: no goal", "targets[3].versions[0]: WARNING ODD: hm",
                "steps[1]: ERROR BAD: no step"), told());
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnesAndTheNearOne() {
        assertTrue(problems.known("UNKNOWN", "class", "class", "A", List.of("A", "B")));
        assertFalse(problems.known("UNKNOWN", "rule", "rule", "attainmnet", List.of("attainment", "pace")));
        assertEquals(List.of("rule: ERROR UNKNOWN: unknown rule 'attainmnet'; expected one of [attainment, pace]; did you mean "
                + "'attainment'?"), told());
    }

    @Test
    void ofManyKnownNamesTheFirstTwentyAreTold() {
        problems.known("UNKNOWN", "", "target", "x", IntStream.range(100, 121).mapToObj(String::valueOf).toList());
        assertTrue(told().get(0).endsWith("118, 119, … 21 in all]"), told().get(0));
    }

    @Test
    void whatCannotBeMadeIsAProblemAndTheNextIsTried() {
        assertEquals(Optional.of(3), problems.attempt("BAD", "three", () -> 3));
        assertEquals(Optional.empty(), problems.attempt("BAD", "four", () -> {
            throw new IllegalArgumentException("no four");
        }));
        assertEquals(Optional.empty(), problems.attempt("BAD", "rules.a", () -> {
            throw new InvalidDefinitionException("rule 'a'", List.of(Problem.error("ONE", Place.of("x"), "1"),
                    Problem.error("TWO", Place.of("y"), "2")));
        }));
        assertEquals(List.of("four: ERROR BAD: no four", "rules.a.x: ERROR ONE: 1", "rules.a.y: ERROR TWO: 2"), told());
    }

    @Test
    void everyIdThatIsThereTwiceIsTold() {
        problems.unique("groups", List.of("a", "b", "a", "b", "c"));
        assertEquals(List.of("groups.a: ERROR DUPLICATE: 'a' is there twice", "groups.b: ERROR DUPLICATE: 'b' is there twice"),
                told());
    }

    @Test
    void theThingIsRefusedOnceWithEverything() {
        problems.refuse("rule 'r'");
        problems.error("ONE", "a", "1");
        problems.error("TWO", "b", "2");
        InvalidDefinitionException refusal = assertThrows(InvalidDefinitionException.class, () -> problems.refuse("rule 'r'"));
        assertEquals(problems.found(), refusal.problems());
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("rule 'r' is refused, 2 problems:"), refusal.getMessage());
    }
}
