package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.shape.Limits;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person's decision counts from its first through its last day, beside what was computed, and outvotes no veto. */
class OverrideTest {
    private static final LocalDate DAY = GivenCard.DAY;

    private static ManualOverride points(String view, String of, long points, LocalDate from, LocalDate until) {
        return new ManualOverride(view, of, Optional.of(Rational.of(points)), Optional.empty(), Optional.empty(), "王主任",
                "数据复核", from, until);
    }

    private static ManualOverride grade(String of, String grade) {
        return new ManualOverride("v", of, Optional.empty(), Optional.of(grade), Optional.empty(), "王主任", "会议决定", DAY, DAY);
    }

    private static NodeScore node(NodeRule rule, List<ManualOverride> overrides, String... items) {
        return GivenCard.score(GivenCard.flat(rule, items).overrides(overrides)).nodes("v").get("n");
    }

    @Test
    void itCountsOnItsFirstAndItsLastDayAndNotTheDayBeforeOrAfter() {
        assertEquals(Optional.of(Rational.of(9)), ofItem(DAY, DAY.plusDays(5)));
        assertEquals(Optional.of(Rational.of(9)), ofItem(DAY.minusDays(5), DAY));
        assertEquals(Optional.of(Rational.of(3)), ofItem(DAY.minusDays(5), DAY.minusDays(1)));
        assertEquals(Optional.of(Rational.of(3)), ofItem(DAY.plusDays(1), DAY.plusDays(5)));
    }

    private static Optional<Rational> ofItem(LocalDate from, LocalDate until) {
        return node(NodeRule.PLAIN, List.of(points("", "a", 9, from, until)), "a=3/10").points();
    }

    @Test
    void whatWasComputedStaysBeside() {
        NodeScore node = node(NodeRule.PLAIN, List.of(points("v", "n", 95, DAY, DAY)), "a=30/100");
        assertEquals(Optional.of(Rational.of(95)), node.points());
        assertEquals(Optional.of(Rational.of(30)), node.computedPoints());
        assertEquals(Optional.of("优"), node.grade());
        assertEquals(Optional.of("差"), node.computedGrade());
        assertEquals("王主任", node.override().orElseThrow().author());
        NodeScore other = node(NodeRule.PLAIN, List.of(points("", "a", 95, DAY, DAY)), "a=30/100");
        assertEquals(Optional.of(Rational.of(30)), other.items().get(0).item().score().points());
    }

    @Test
    void theNodeAboveCountsTheDecision() {
        ScorecardRule.Builder card = GivenCard.flat(NodeRule.PLAIN, "a=30/100")
                .overrides(List.of(points("v", "n", 95, DAY, DAY)));
        assertEquals(Optional.of(Rational.of(95)), GivenCard.score(card).root().points());
    }

    /** What a person gave counts above, also where everything below is missing and left out, scaled or not. */
    @Test
    void pointsGivenToANodeThatHasNoneCountAboveToo() {
        for (NodeRule rule : List.of(NodeRule.PLAIN.missing(Missing.SKIP), NodeRule.PLAIN.missing(Missing.SKIP).outOf(100),
                NodeRule.PLAIN, NodeRule.PLAIN.outOf(100))) {
            ScorecardRule.Builder card = GivenCard.flat(rule, "a=-/100").overrides(List.of(points("v", "n", 95, DAY, DAY)));
            NodeScore root = GivenCard.score(card).root();
            assertEquals(Optional.of(Rational.of(95)), root.points(), rule::toString);
            assertEquals(Rational.of(100), root.full(), rule::toString);
            assertEquals(Rational.ONE, root.completeness());
        }
    }

    @Test
    void itNeverOutvotesAVeto() {
        assertEquals(Optional.of("差"), node(NodeRule.PLAIN, List.of(grade("n", "优")), "a=95/100!").grade());
        assertEquals(Optional.of("优"), node(NodeRule.PLAIN, List.of(grade("n", "优")), "a=5/100").grade());
        assertEquals(Optional.of("差"), node(NodeRule.PLAIN, List.of(points("v", "n", 99, DAY, DAY)), "a=5/100!").grade());
    }

    /** Nor in a node whose rule gives no grade: the one the person gives is a grade like any other. */
    @Test
    void itNeverOutvotesAVetoInANodeWithoutGrades() {
        NodeRule ungraded = new NodeRule(Rollup.WEIGHTED_SUM, Map.of(), Optional.empty(), Optional.empty(), Missing.REFUSE,
                Rational.ZERO, Limits.none(), false);
        assertEquals(Optional.of("差"), node(ungraded, List.of(grade("n", "优")), "a=95/100!").grade());
        assertEquals(Optional.of("优"), node(ungraded, List.of(grade("n", "优")), "a=95/100").grade());
    }

    @Test
    void itNeedsAnAuthorAReasonAnEndAndAChange() {
        Optional<Rational> nine = Optional.of(Rational.of(9));
        Optional<String> none = Optional.empty();
        Refusal.naming(() -> new ManualOverride("", "a", nine, none, none, " ", "x", DAY, DAY), "'a'", "author");
        Refusal.naming(() -> new ManualOverride("", "a", nine, none, none, "x", "", DAY, DAY), "'a'", "reason");
        Refusal.naming(() -> new ManualOverride("", "a", nine, none, none, "x", "x", DAY, DAY.minusDays(1)), "2024-12-30");
        Refusal.naming(() -> new ManualOverride("", "a", Optional.empty(), none, none, "x", "x", DAY, DAY), "changes nothing");
    }

    @Test
    void ofNothingThatExistsItIsRefused() {
        refused(points("", "b", 1, DAY, DAY), "no item 'b'");
        refused(points("v", "m", 1, DAY, DAY), "no node 'm'", "'v'");
        refused(points("w", "n", 1, DAY, DAY), "'w'");
        refused(grade("n", "特优"), "特优");
    }

    /** An item has no grade, and a light that nobody declared has no meaning: neither is taken in silence. */
    @Test
    void aGradeOfAnItemOrAnUnknownLightIsRefused() {
        refused(new ManualOverride("", "a", Optional.empty(), Optional.of("优"), Optional.empty(), "x", "x", DAY, DAY),
                "'a'", "grade");
        refused(new ManualOverride("", "a", Optional.empty(), Optional.empty(), Optional.of("紫"), "x", "x", DAY, DAY),
                "'a'", "紫");
        refused(new ManualOverride("v", "n", Optional.empty(), Optional.empty(), Optional.of("紫"), "x", "x", DAY, DAY),
                "'n'", "紫");
    }

    private static void refused(ManualOverride override, String... words) {
        Refusal.naming(InvalidDefinitionException.class, () -> node(NodeRule.PLAIN, List.of(override), "a=3/10"), words);
    }

    @Test
    void theLastOfSeveralCounts() {
        assertEquals(Optional.of(Rational.of(7)), node(NodeRule.PLAIN,
                List.of(points("", "a", 9, DAY, DAY), points("", "a", 7, DAY, DAY)), "a=3/10").points());
    }

    @Test
    void aJudgementStandsBesideAndChangesNothing() {
        Judgement early = new Judgement("v", "n", "督查室", "差", DAY, "");
        Judgement later = new Judgement("v", "n", "督查室", "中", DAY.plusDays(1), "");
        NodeScore node = GivenCard.score(GivenCard.flat(NodeRule.PLAIN, "a=95/100").judgements(List.of(early, later)))
                .nodes("v").get("n");
        assertEquals(List.of(early), node.judgements());
        assertEquals(Optional.of(Rational.of(95)), node.points());
        assertEquals(Optional.of("优"), node.grade());
    }
}
