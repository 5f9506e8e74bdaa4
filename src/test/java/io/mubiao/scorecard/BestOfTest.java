package io.mubiao.scorecard;

import static io.mubiao.scorecard.GivenCard.points;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 取最好的几项: the best of what is below. */
class BestOfTest {
    private static final NodeRule TWO = NodeRule.PLAIN.best(2);

    @Test
    void theBestTwoOfFour() {
        assertEquals("18 of 20", points(TWO, "a=8/10", "b=3/10", "c=10/10", "d=-2/10"));
        assertEquals("18 of 20", points(TWO, "d=-2/10", "c=10/10", "a=8/10", "b=3/10"));
        assertEquals("90 of 100", points(TWO.outOf(100), "a=8/10", "b=3/10", "c=10/10", "d=-2/10"));
        assertEquals("13 of 20", points(TWO.cap(Rational.of(13)), "a=8/10", "b=3/10", "c=10/10"));
    }

    @Test
    void whereThereAreFewerAllCount() {
        assertEquals("8 of 10", points(TWO, "a=8/10"));
    }

    @Test
    void fullPointsAreTheMostThatSoManyCanBring() {
        assertEquals("8 of 16", points(NodeRule.PLAIN.best(1), "a=8/16", "b=8/10"));
        assertEquals("50 of 100", points(NodeRule.PLAIN.best(1).outOf(100), "b=8/10", "a=8/16"));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, -", "SKIP, 8 of 10", "ZERO, 8 of 20"})
    void whatIsMissingFollowsThePolicy(Missing missing, String expected) {
        assertEquals(expected, points(TWO.missing(missing), "a=8/10", "b=-/10", "c=-/10"));
    }

    @Test
    void anExplanationSaysWhatCounts() {
        NodeScore node = GivenCard.node(TWO, "a=8/10", "b=3/10", "c=10/10");
        assertEquals("best(2, a, b, c)", node.trace().orElseThrow().formula().toString());
        assertEquals(Rational.of(18), node.trace().orElseThrow().replay().amount());
    }

    private static void refused(String node, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> ScorecardFile.parse("""
                id: c
                title: 卡
                rules: {r: {points: 10, inputs: {x: {}}, parts: {a: {of: x, score: {formula: x}}}}}
                items: {i: {title: 项, rule: r, given: {x: 1}}}
                views:
                  v:
                    root: %s
                    tree: [{id: n, items: [i]}]
                """.formatted(node), Format.YAML, "卡.yaml"), words);
    }

    @Test
    void whatIsWrittenWronglyNamesPlaceAndWord() {
        refused("{best: 0}", "卡.yaml:7", "best must be at least 1");
        refused("{best: two}", "卡.yaml:7", "root.best", "two");
        refused("{bset: 2}", "卡.yaml:7", "bset", "did you mean 'best'?");
        refused("{best: 2, missing: reweight}", "卡.yaml:7", "without missing: reweight");
        refused("{best: 2, rollup: worst-of}", "卡.yaml:7", "weighted-sum");
        refused("{best: 2, weights: {n: 100}, weights-total: 100}", "卡.yaml:7", "without weights");
    }

    @Test
    void aFormulaHasItToo() {
        assertEquals(Rational.of(18), Cards.rule("""
                id: r
                points: 20
                inputs: {a: {}, b: {}, c: {}}
                parts: {p: {score: {formula: "best(2, a, b, c)"}}}
                """).score(io.mubiao.scoring.Given.of("a", "8", "b", "3", "c", "10")).points().orElseThrow());
        assertTrue(Refusal.message(InvalidDefinitionException.class, () -> Cards.rule("""
                id: r
                points: 20
                inputs: {a: {}, b: {}}
                parts: {p: {score: {formula: "best(a, b)"}}}
                """)).contains("is no fixed number"));
    }
}
