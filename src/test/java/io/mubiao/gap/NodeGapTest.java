package io.mubiao.gap;

import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.formula.Formula;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.Cards;
import io.mubiao.scorecard.Credit;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Rollup;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes: what is short, which items suffice, and what stands in the way; items under lights with memory and decisions. */
class NodeGapTest {
    private static final Part DONE = Part.of("done", new Shape.Ratio(), "attainment").with("base", "1").cap("w");
    private static final Grades GRADES = new Grades(List.of("good", "fair", "poor"),
            Bands.of(band("good", ">= 80"), band("fair", "[60, 80)"), band("poor", "< 60")));
    private static final LocalDate DAY = day("12-31");

    private static Bands.Band band(String label, String interval) {
        return new Bands.Band(label, Interval.parse(interval));
    }

    private static Target total(String id) {
        return Target.builder(id, Goal.total(q("10 个")), Span.year(2024)).build();
    }

    private final Register register = register(total("a"), total("b"), total("c"), total("d"));

    private static ScorecardRule.Builder rule(NodeRule root) {
        return ScorecardRule.builder("card").scoreAll(ScoringRule.of("share", 10, DONE)).grades(GRADES)
                .views(List.of(new View("v", "all", root, List.of(new View.Level("chapter", NodeRule.PLAIN.missing(Missing.SKIP))),
                        List.of(), Credit.LEAD_ALONE, Optional.empty())));
    }

    private static ObservationLog log(String... idsAndPieces) {
        ObservationLog log = ObservationLog.empty();
        for (int i = 0; i < idsAndPieces.length; i += 2) {
            log.add(Observation.total(idsAndPieces[i], day("09-30"), q(idsAndPieces[i + 1] + " 个")));
        }
        return log;
    }

    private NodeGap root(ScorecardRule rule, ObservationLog log, Aim aim) {
        return Gaps.of(Scorer.of(rule, register), log, DAY).node("v", "", aim);
    }

    private static List<String> items(NodeGap gap) {
        return gap.lifts().stream().map(NodeGap.Lift::item).toList();
    }

    @Test
    void aSumNeedsTheLargestGainsAndThatIsProven() {
        NodeRule root = NodeRule.PLAIN.missing(Missing.SKIP).outOf(100).rounding(Rounding.halfUp(2));
        NodeGap gap = root(rule(root).build(), log("a", "9", "b", "2", "c", "5", "d", "8"), Aim.grade("good"));
        assertEquals(Optional.of(Cards.number("20")), gap.shortBy());
        assertEquals(List.of("b"), items(gap));
        assertEquals(Optional.of(NodeGap.Proof.SUM), gap.proof());
        assertEquals(Optional.of(Cards.number("20")), gap.lifts().get(0).gain());
        assertEquals(List.of("b", "c"), items(root(rule(root).build(), log("a", "9", "b", "2", "c", "5", "d", "8"), Aim.points("85"))));
        assertEquals(Aim.grade("good"), Gaps.of(Scorer.of(rule(root).build(), register), log("a", "9", "b", "2", "c", "5", "d", "8"),
                DAY).node("v", "").aim());
    }

    @Test
    void theWorstOfNeedsEveryWeakItem() {
        NodeRule worst = NodeRule.PLAIN.missing(Missing.SKIP).rollup(Rollup.WORST_OF);
        ScorecardRule rule = rule(NodeRule.PLAIN.missing(Missing.SKIP).outOf(100)).views(List.of(new View("v", "all", worst, List.of(),
                List.of(new View.Branch("x", "x", worst, List.of(), List.of("a", "b", "c", "d"))), Credit.LEAD_ALONE,
                Optional.empty()))).build();
        NodeGap gap = root(rule, log("a", "9", "b", "2", "c", "5", "d", "8"), Aim.grade("good"));
        assertEquals(List.of("b", "c"), items(gap).stream().sorted().toList());
        assertEquals(Optional.of(NodeGap.Proof.TRIED), gap.proof());
    }

    @Test
    void missingItemsHoldTheGate() {
        NodeRule gated = NodeRule.PLAIN.missing(Missing.SKIP).outOf(100).complete(Rational.parse("3/4"));
        NodeGap gap = root(rule(gated).build(), log("a", "9", "b", "9"), Aim.grade("fair"));
        assertEquals(List.of("c", "d"), gap.missing());
        assertEquals(1, gap.lifts().size());
        assertTrue(gap.shortBy().isEmpty());
        assertEquals(Optional.of(NodeGap.Proof.TRIED), gap.proof());
    }

    @Test
    void aVetoStandsInTheWayOfAGradeNotOfPoints() {
        ScorecardRule rule = rule(NodeRule.PLAIN.missing(Missing.SKIP).outOf(100))
                .claims(List.of(Claim.veto("low", "attainment < 0.3", "poor"))).build();
        NodeGap gap = root(rule, log("a", "9", "b", "2", "c", "9", "d", "9"), Aim.grade("fair"));
        assertEquals(Optional.of(Obstacle.VETOED), gap.obstacle());
        assertEquals(List.of("b"), gap.vetoes().stream().map(NodeScore.Veto::item).toList());
        assertTrue(root(rule, log("a", "9", "b", "2", "c", "9", "d", "9"), Aim.points("72")).reached());
    }

    @Test
    void deadlinesThatPassedLiftNothing() {
        Gaps gaps = Gaps.of(Scorer.of(rule(NodeRule.PLAIN.missing(Missing.SKIP).outOf(100)).build(), register(total("a"))),
                ObservationLog.of(Observation.total("a", DAY, q("5 个"))), day("2025-01-31"));
        assertEquals(Optional.of(Obstacle.NO_PATH), gaps.node("v", "").obstacle());
        assertEquals(Optional.of(Obstacle.DEADLINE_PAST), gaps.get("a").obstacle());
        assertThrows(IllegalArgumentException.class, () -> gaps.node("v", "", Aim.grade("best")));
        assertThrows(IllegalArgumentException.class, () -> gaps.get("a", Aim.grade("good")));
        assertThrows(IllegalArgumentException.class, () -> gaps.get("a", Aim.light("green")));
    }

    private static LightRule lights(LightRule.Memory... memory) {
        Grades grades = new Grades(List.of("blue", "green", "red"), Bands.of(band("green", ">= 0"), band("red", "< 0")));
        return new LightRule(Map.of(), Map.of(), Formula.parse("points_ahead"), grades, List.of(memory), Cite.NONE);
    }

    @Test
    void aLightWithMemoryTakesFurtherPeriods() {
        ScorecardRule rule = rule(NodeRule.PLAIN).lights(lights(new LightRule.Memory(List.of("green"), 3, "blue"))).build();
        ObservationLog log = ObservationLog.of(Observation.total("a", day("01-31"), q("9 个")));
        Assessments before = Assessor.assess(register, log, day("04-30"));
        Gaps gaps = Gaps.of(Scorer.of(rule, register), log, day("05-31")).history(List.of(before));
        assertTrue(gaps.get("a").reached());
        Gap blue = gaps.get("a", Aim.light("blue"));
        assertEquals(Optional.of(Obstacle.MEMORY), blue.obstacle());
        assertEquals("1 [green]", blue.detail());
    }

    @Test
    void aDecisionHoldsTheLight() {
        ManualOverride held = new ManualOverride("", "a", Optional.empty(), Optional.empty(), Optional.of("red"), "office",
                "false figures", day("01-01"), day("12-31"));
        ScorecardRule rule = rule(NodeRule.PLAIN).lights(lights()).overrides(List.of(held)).build();
        Gap gap = Gaps.of(Scorer.of(rule, register), log("a", "9"), DAY).get("a");
        assertEquals(Optional.of(Obstacle.OVERRIDDEN), gap.obstacle());
        assertFalse(gap.reached());
    }

    @Test
    void pointsOfAnItem() {
        ScorecardRule rule = rule(NodeRule.PLAIN).build();
        Gaps gaps = Gaps.of(Scorer.of(rule, register), log("a", "4"), AsOf.of(DAY));
        assertEquals("4 个", gaps.get("a", Aim.points("7.5")).least().orElseThrow().change().orElseThrow().toString());
        assertEquals("6 个", gaps.get("a").least().orElseThrow().change().orElseThrow().toString());
        assertEquals(Optional.of(Obstacle.NO_PATH), gaps.get("a", Aim.points("11")).obstacle());
    }
}
