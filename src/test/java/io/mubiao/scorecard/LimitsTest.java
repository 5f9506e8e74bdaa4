package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Limits;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caps per item, per group and in total; names that would hide each other. */
class LimitsTest {
    private static final String THREE = """
            id: r
            points: 10
            inputs: {a: {}, b: {}, c: {}}
            parts:
              group: {cap: 12, parts: {pa: {of: a, score: {formula: x}, cap: 8}, pb: {of: b, score: {formula: x}, cap: 8}}}
              pc: {of: c, score: {formula: x}, cap: 5, floor: -2}
            total: {cap: 1.5 * w, floor: 0}
            """;

    private static Score score(String a, String b, String c) {
        return Cards.rule(THREE).score("a", a, "b", b, "c", c);
    }

    @Test
    void everyCapHoldsOnItsOwnLevel() {
        assertEquals(Optional.of(Cards.number("9")), score("3", "4", "2").points());
        assertEquals(Map.of("pa", Cards.number("8"), "pb", Cards.number("2"), "group", Cards.number("10"), "pc", Cards.number("0")),
                score("9", "2", "0").parts());
        assertEquals(Optional.of(Cards.number("12")), score("9", "9", "0").points());
        assertEquals(Optional.of(Cards.number("15")), score("9", "9", "9").points());
        assertEquals(Optional.of(Cards.number("0")), score("0", "1", "-9").points());
    }

    @Test
    void theRawPointsKnowNoCapOnAnyLevel() {
        assertEquals(Optional.of(Cards.number("27")), score("9", "9", "9").raw());
        assertEquals(Optional.of(Cards.number("-8")), score("0", "1", "-9").raw());
    }

    /** C9: the item is capped at its points although its composite is 219 %. */
    @Test
    void aCompositeInsideAnItemIsCappedWithIt() {
        ScoringRule rule = Cards.rule("""
                id: c9
                points: 0.5
                inputs: {first: {}, second: {}}
                parts: {p: {of: first * 50 % + second * 50 %, score: {formula: w * x}, cap: w}}
                """);
        Score score = rule.score("first", "28/27", "second", "1777/540");
        assertEquals(Optional.of(Cards.number("0.5")), score.points());
        assertTrue(score.raw().orElseThrow().compareTo(Cards.number("1")) > 0);
    }

    /** The points of p before its cap stand in the trace as p_uncapped, so no part of its own can be called that. */
    @Test
    void aPartNamedLikeTheUncappedSelfOfAnotherIsRefused() {
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.rule("""
                id: r
                points: 10
                inputs: {a: {}}
                parts:
                  p_uncapped: {of: a, score: {formula: 100 * x}}
                  p: {of: a, score: {formula: x}, cap: 1}
                """), "'p_uncapped' is taken");
    }

    @Test
    void anInputNamedLikeTheTotalIsRefused() {
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.rule("""
                id: r
                points: 10
                inputs: {points: {}}
                parts: {p: {of: points, score: {formula: x}}}
                """), "'points' is taken");
    }

    @Test
    void thresholdsThatDoNotRiseAreRefused() {
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.rule("""
                id: r
                points: 10
                parts: {p: {of: attainment, score: {steps: {of: value, below: 0, at: {90 %: 1, 50 %: 2}}}}}
                """), "rise");
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.rule("""
                id: r
                points: 10
                parts: {p: {of: attainment, score: {curve: {at: {90 %: 1, 50 %: 2}}}}}
                """), "rise");
    }

    /** A slip in the name of an input must not look like a missing number. */
    @Test
    void peersOfAnUnknownInputAreRefused() {
        ScoringRule rule = Cards.rule("""
                id: r
                points: 10
                inputs: {a: {}}
                parts: {p: {score: {formula: 'mean("a")'}}}
                """);
        assertEquals(Optional.of(Cards.number("2")), rule.score(Given.of("a", "1").withPeers("a", "1", "3")).points());
        Refusal.naming(() -> rule.score(Given.of("a", "1").withPeers("b", "1", "3")), "'b'");
    }

    /** A cap at or below the floor gives everybody the same points, whichever of the two is meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"cap: 5, floor: 5|cap and floor are both 5", "cap: 3, floor: 5|the cap 3 is below the floor 5",
        "cap: 2 + 1, floor: 2 * 2|the cap 3 is below the floor 4"})
    void limitsThatLeaveNoRoomAreRefusedOnEveryLevel(String limits, String told) {
        String rule = """
                id: r
                points: 10
                inputs: {a: {}}
                parts: {p: {of: a, score: {formula: x}%s}}
                """;
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.rule(rule.formatted(", " + limits)), "parts.p", told);
        Refusal.naming(InvalidDefinitionException.class, () -> Cards.rule(rule.formatted("") + "total: {" + limits + "}"),
                "total", told);
    }

    @Test
    void aNodeLeavesRoomBetweenCapAndFloor() {
        Refusal.naming(() -> NodeRule.PLAIN.limits(Limits.<Rational>none().floor(Rational.of(10)).cap(Rational.ONE)), "cap 1",
                "floor 10");
    }

    @Test
    void limitsThatDependOnTheItemAreTaken() {
        assertEquals(Optional.of(Cards.number("10")), Cards.rule("""
                id: r
                points: 10
                inputs: {a: {}}
                parts: {p: {of: a, score: {formula: x}, cap: w, floor: 5}}
                """).score("a", "12").points());
    }
}
