package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.shape.Limits;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Named weights: one a child, none else, summing to what is declared. */
class WeightsTest {
    private static NodeRule weights(String... namesAndWeights) {
        Map<String, Rational> weights = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            weights.put(namesAndWeights[i], Rational.parse(namesAndWeights[i + 1]));
        }
        return NodeRule.PLAIN.weights(weights, Rational.of(100));
    }

    private static void refused(NodeRule node, String... words) {
        Refusal.naming(InvalidDefinitionException.class,
                () -> GivenCard.score(GivenCard.flat(node, "a=8/10", "b=10/10")), words);
    }

    @Test
    void aChildWithoutAWeightIsNamed() {
        refused(weights("a", "100"), "views.v.n", "no weight for [b]");
    }

    @Test
    void aWeightWithoutAChildIsNamed() {
        refused(weights("a", "50", "b", "30", "c", "20"), "views.v.n", "no child [c]");
    }

    @Test
    void aSumThatIsNotTheDeclaredOneIsRefusedWithBoth() {
        Refusal.naming(() -> weights("a", "50", "b", "49.9"), "99.9", "100");
    }

    @Test
    void negativeWeightsAndWeightsOfOtherRollUpsAreRefused() {
        Refusal.naming(() -> weights("a", "-10", "b", "110"), "'a'", "-10");
        Refusal.naming(() -> weights("a", "50", "b", "50").rollup(Rollup.WORST_OF), "weighted-sum", "WORST_OF");
    }

    @Test
    void theSumMustBeDeclared() {
        Refusal.naming(() -> new NodeRule(Rollup.WEIGHTED_SUM, Map.of("a", Rational.ONE), Optional.empty(), Optional.empty(),
                Missing.REFUSE, Rational.ZERO, Limits.none(), true), "weights-total");
    }

    @Test
    void weightsInAFileAreWrittenInPercentAndMakePointsOfAHundred() {
        ScorecardRule rule = Cards.card("""
                id: c
                rules:
                  given: {points: 10, inputs: {got: {}}, parts: {p: {of: got, score: {formula: x}}}}
                items:
                  a: {rule: given, given: {got: 8}}
                  b: {rule: given, given: {got: 5}}
                views:
                  v: {tree: [{id: n, items: [a, b], weights: {a: 30 %, b: 70 %}, weights-total: 100 %}]}
                """);
        NodeScore node = Scorer.of(rule, GivenCard.REGISTER).score(GivenCard.nothing()).nodes("v").get("n");
        assertEquals(Optional.of(Rational.of(59)), node.points());
        assertEquals(Rational.of(100), node.full());
    }

    /** A node and an item of one name below one node would share the weight of that name. */
    @Test
    void aNodeAndAnItemOfOneNameBelowOneNodeAreRefused() {
        View.Branch inner = GivenCard.branch("a", NodeRule.PLAIN, List.of("b"));
        ScorecardRule.Builder card = GivenCard.card("a=8/10", "b=10/10").views(List.of(GivenCard.tree(NodeRule.PLAIN,
                GivenCard.branch("n", weights("a", "100"), List.of("a"), inner))));
        Refusal.naming(InvalidDefinitionException.class, () -> GivenCard.score(card), "'a'");
    }

    /** A share of no full points is no number, so an item that only deducts cannot be weighted. */
    @Test
    void aWeightedItemNeedsFullPoints() {
        Refusal.naming(InvalidDefinitionException.class,
                () -> GivenCard.score(GivenCard.flat(weights("a", "50", "b", "50"), "a=8/10", "b=-3/0")), "'b'", "full points");
        assertEquals("5 of 10", GivenCard.points(NodeRule.PLAIN, "a=8/10", "b=-3/0"));
    }

    /** A node that comes to 3 of 0 points because the rest is missing has no share that a weight could count. */
    @Test
    void aWeightedNodeOfNoFullPointsCountsAsMissing() {
        NodeRule skip = NodeRule.PLAIN.missing(Missing.SKIP);
        View view = GivenCard.tree(weights("x", "50", "y", "50").missing(Missing.SKIP),
                GivenCard.branch("x", skip, List.of("a", "b")), GivenCard.branch("y", skip, List.of("c")));
        NodeScore root = GivenCard.score(GivenCard.card("a=-/10", "b=3/0", "c=8/10").views(List.of(view))).root();
        assertEquals(Optional.of(Rational.of(40)), root.points());
        assertEquals(Rational.of(50), root.full());
        assertEquals(Optional.of(Rational.of(3)), root.nodes().get(0).points());
    }
}
