package io.mubiao.scorecard;

import static io.mubiao.scorecard.GivenCard.node;
import static io.mubiao.scorecard.GivenCard.points;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node does about children without points; the example of the Javadoc is 8 of 10, 10 of 10, nothing known of 10. */
class MissingTest {
    private static final String[] EXAMPLE = {"a=8/10", "b=10/10", "c=-/10"};

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, 18 of 20", "REWEIGHT, 27 of 30", "ZERO, 18 of 30"})
    void theExampleOfEach(Missing missing, String expected) {
        assertEquals(expected, points(NodeRule.PLAIN.missing(missing), EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, 45 of 50", "REWEIGHT, 90 of 100", "ZERO, 45 of 100"})
    void theSameWithNamedWeights(Missing missing, String expected) {
        NodeRule rule = NodeRule.PLAIN.weights(Map.of("a", Rational.of(25), "b", Rational.of(25), "c", Rational.of(50)),
                Rational.of(100));
        assertEquals(expected, points(rule.missing(missing), EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, 90 of 100", "REWEIGHT, 90 of 100", "ZERO, 60 of 100"})
    void theSameScaledToAHundred(Missing missing, String expected) {
        assertEquals(expected, points(NodeRule.PLAIN.outOf(100).missing(missing), EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, 80 of 100", "REWEIGHT, 80 of 100", "ZERO, 0 of 100"})
    void theWorstOfTheExample(Missing missing, String expected) {
        assertEquals(expected, points(NodeRule.PLAIN.rollup(Rollup.WORST_OF).missing(missing), EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, 20 of 20", "REWEIGHT, 30 of 30", "ZERO, 0 of 30"})
    void allOrNothingOfWhatIsKnown(Missing missing, String expected) {
        assertEquals(expected,
                points(NodeRule.PLAIN.rollup(Rollup.ALL_OR_NOTHING).missing(missing), "a=10/10", "b=10/10", "c=-/10"));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, -", "REWEIGHT, -", "ZERO, 0 of 20"})
    void whereEverythingIsMissingOnlyZeroGivesPoints(Missing missing, String expected) {
        assertEquals(expected, points(NodeRule.PLAIN.missing(missing), "a=-/10", "b=-/10"));
    }

    @Test
    void aRefusalNamesWhatIsMissing() {
        NodeScore node = node(NodeRule.PLAIN, "a=8/10", "b=-/10", "c=-/10");
        assertEquals(Optional.of(NoPoints.LACKING), node.reason());
        assertEquals("b, c", node.detail());
    }

    @Test
    void theCompletenessGateIsAShareOfTheFullPointsAndIncludesItsEdge() {
        NodeRule rule = NodeRule.PLAIN.missing(Missing.SKIP);
        assertEquals("18 of 20", points(rule.complete(Rational.of(2, 3)), EXAMPLE));
        NodeScore short_ = node(rule.complete(Rational.of(67, 100)), EXAMPLE);
        assertEquals(Optional.empty(), short_.points());
        assertEquals(Optional.of(NoPoints.INCOMPLETE), short_.reason());
        assertEquals("66.7 % < 67.0 %", short_.detail());
    }

    /** What is known does not depend on whether it is enough. */
    @Test
    void completenessIsToldAlsoWhereItIsTooLittle() {
        assertEquals(Rational.of(2, 3), node(NodeRule.PLAIN.missing(Missing.SKIP), EXAMPLE).completeness());
        assertEquals(Rational.of(2, 3), node(NodeRule.PLAIN, EXAMPLE).completeness());
        assertEquals(Rational.of(2, 3),
                node(NodeRule.PLAIN.missing(Missing.ZERO).complete(Rational.of(9, 10)), EXAMPLE).completeness());
    }

    /** 6 of 10 known below, in a node that skips the rest: the node above is 60 % complete and not 100 %. */
    @Test
    void completenessIsSeenThroughNodesThatSkip() {
        NodeRule skip = NodeRule.PLAIN.missing(Missing.SKIP);
        Scorecard card = GivenCard.score(GivenCard.card("a=6/6", "b=-/4", "c=10/10").views(List.of(GivenCard.tree(
                skip.complete(Rational.of(4, 5)), GivenCard.branch("x", skip, List.of("a", "b")),
                GivenCard.branch("y", skip, List.of("c"))))));
        assertEquals(Rational.of(4, 5), card.root().completeness());
        assertEquals(Optional.of(Rational.of(16)), card.root().points());
        Scorecard stricter = GivenCard.score(GivenCard.card("a=6/6", "b=-/4", "c=10/10").views(List.of(GivenCard.tree(
                skip.complete(Rational.of(81, 100)), GivenCard.branch("x", skip, List.of("a", "b")),
                GivenCard.branch("y", skip, List.of("c"))))));
        assertTrue(stricter.root().points().isEmpty());
        assertEquals(Optional.of(Rational.of(6)), stricter.nodes("v").get("x").points());
    }

    /** Each node has a gate of its own: one below is refused, and the policy of the one above decides what that means. */
    @Test
    void aNodeThatIsRefusedIsAMissingChildAbove() {
        View.Branch gated = GivenCard.branch("x", NodeRule.PLAIN.missing(Missing.SKIP).complete(Rational.ONE),
                List.of("a", "b"));
        View.Branch whole = GivenCard.branch("y", NodeRule.PLAIN, List.of("c"));
        assertEquals("-", root(NodeRule.PLAIN, gated, whole));
        assertEquals("10 of 10", root(NodeRule.PLAIN.missing(Missing.SKIP), gated, whole));
        assertEquals("20 of 20", root(NodeRule.PLAIN.missing(Missing.REWEIGHT), gated, whole));
        assertEquals("10 of 20", root(NodeRule.PLAIN.missing(Missing.ZERO), gated, whole));
    }

    private static String root(NodeRule rule, View.Branch... branches) {
        NodeScore root = GivenCard.score(GivenCard.card("a=6/6", "b=-/4", "c=10/10").views(
                List.of(GivenCard.tree(rule, branches)))).root();
        return root.points().map(points -> points + " of " + root.full()).orElse("-");
    }
}
