package io.mubiao.scorecard;

import static io.mubiao.scorecard.GivenCard.branch;
import static io.mubiao.scorecard.GivenCard.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Limits;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A veto sets the grade upwards through the tree, and no points. */
class VetoTest {
    private static Scorecard deep(NodeRule middle) {
        return GivenCard.score(GivenCard.card("a=95/100!", "b=95/100", "c=99/100").views(List.of(tree(NodeRule.PLAIN.outOf(100),
                branch("x", middle.outOf(100), List.of("b"), branch("y", NodeRule.PLAIN, List.of("a"))),
                branch("z", NodeRule.PLAIN, List.of("c"))))));
    }

    @Test
    void aVetoSetsTheGradeOfEveryNodeAboveAndOfNoOther() {
        Scorecard card = deep(NodeRule.PLAIN);
        assertEquals(Optional.of("差"), card.nodes("v").get("y").grade());
        assertEquals(Optional.of("差"), card.nodes("v").get("x").grade());
        assertEquals(Optional.of("差"), card.root().grade());
        assertEquals(Optional.of("优"), card.nodes("v").get("z").grade());
    }

    @Test
    void thePointsAndTheGradeOfThePointsStay() {
        Scorecard card = deep(NodeRule.PLAIN);
        assertEquals(Optional.of(Rational.of(95)), card.nodes("v").get("x").points());
        assertEquals(Optional.of("优"), card.nodes("v").get("x").computedGrade());
        assertEquals(Optional.of("优"), card.root().computedGrade());
        assertEquals(List.of("a"), card.root().vetoes().stream().map(NodeScore.Veto::item).toList());
    }

    @Test
    void aVetoPassesThroughANodeThatHasNoGrade() {
        NodeRule ungraded = new NodeRule(Rollup.WEIGHTED_SUM, Map.of(), Optional.empty(), Optional.empty(), Missing.REFUSE,
                Rational.ZERO, Limits.none(), false);
        Scorecard card = deep(ungraded);
        assertEquals(Optional.empty(), card.nodes("v").get("x").grade());
        assertEquals(Optional.of("差"), card.root().grade());
    }

    @Test
    void aVetoStandsWhereThereAreNoPoints() {
        NodeScore node = GivenCard.node(NodeRule.PLAIN, "a=-/10!");
        assertEquals(Optional.empty(), node.points());
        assertEquals(Optional.of("差"), node.grade());
    }

    @Test
    void aVetoNeverLiftsAGrade() {
        ScorecardRule.Builder rule = GivenCard.flat(NodeRule.PLAIN, "a=10/100!");
        ScoringRule mild = ScoringRule.builder("given", Rational.ONE).inputs(GivenCard.rule().inputs())
                .parts(GivenCard.rule().parts()).claims(List.of(Claim.veto("fault", "fault > 0", "良"))).build();
        NodeScore node = GivenCard.score(rule.rules(Map.of("given", mild))).nodes("v").get("n");
        assertEquals(Optional.of("差"), node.grade());
    }

    @Test
    void theWorstOfSeveralVetoesCounts() {
        ScoringRule two = ScoringRule.builder("given", Rational.ONE).inputs(GivenCard.rule().inputs())
                .parts(GivenCard.rule().parts()).claims(List.of(Claim.veto("mild", "fault > 0", "良"),
                        Claim.veto("hard", "got > 90", "中"))).build();
        NodeScore node = GivenCard.score(GivenCard.flat(NodeRule.PLAIN, "a=95/100!").rules(Map.of("given", two)))
                .nodes("v").get("n");
        assertEquals(Optional.of("中"), node.grade());
        assertEquals(2, node.vetoes().size());
    }

    /** A veto of the scorecard holds for every target; here a red line that was crossed. */
    @Test
    void aRedLineOfTheRegisterSinksItsChain() {
        Register register = Register.of("r", Ask.ZONE, Ask.target(Goal.redLine()).build());
        ScorecardRule rule = ScorecardRule.builder("c").scoreAll(ScoringRule.of("s", 10,
                Part.of("p", new io.mubiao.shape.Shape.Custom(io.mubiao.formula.Formula.parse("w * x")), "if(met, 1, 0)")))
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))).grades(GivenCard.GRADES)
                .claims(List.of(Claim.veto("red-line", "breached", "差"), Claim.duty("explain", "breached"))).build();
        Assessments breached = Assessor.assess(register, ObservationLog.of(Ask.event("05-01")), LocalDate.of(2024, 6, 30));
        Scorecard card = Scorer.of(rule, register).score(breached);
        assertEquals(Optional.of("差"), card.root().grade());
        assertEquals(List.of("explain"), card.get("T").duties().stream().map(Claim::id).toList());
        Assessments clean = Assessor.assess(register, ObservationLog.of(Observation.complete("T", io.mubiao.time.Span.year(2024))),
                LocalDate.of(2024, 6, 30));
        assertTrue(Scorer.of(rule, register).score(clean).root().vetoes().isEmpty());
    }

    /** Unknown is no veto, but it is not silent either. */
    @Test
    void aVetoThatNobodyCanDecideIsTold() {
        Score score = GivenCard.rule().score("got", "5");
        assertTrue(score.vetoes().isEmpty());
        assertEquals(List.of("fault"), score.undecided().stream().map(Claim::id).toList());
    }

    @Test
    void aVetoToAGradeThatTheScorecardLacksIsRefused() {
        ScorecardRule.Builder card = GivenCard.flat(NodeRule.PLAIN, "a=1/1").claims(List.of(Claim.veto("x", "breached", "不合格")));
        Refusal.naming(InvalidDefinitionException.class, () -> GivenCard.score(card), "'x'", "不合格", "优");
    }

    /** 61 of 62 on 30 November is not missed in January; on 31 December it is. */
    @Test
    void aVetoForWhatWasMissedWaitsForFactsThatReachTheDeadline() {
        Register register = Ask.register(Ask.target(Goal.total(Ask.q("62 个"))).build());
        ScorecardRule rule = ScorecardRule.builder("c").scoreAll(Cards.shipped("c01-proportional"))
                .claims(List.of(Claim.veto("late", "missed and settled", "差"))).grades(GivenCard.GRADES)
                .views(List.of(View.by("chapter", NodeRule.PLAIN, NodeRule.PLAIN))).build();
        for (String day : List.of("11-30", "12-31")) {
            Assessments asked = Assessor.assess(register, ObservationLog.of(Ask.total(day, "61 个")), Ask.day("2025-01-15"));
            assertEquals(day.equals("12-31") ? 1 : 0, Scorer.of(rule, register).score(asked).root().vetoes().size(), day);
        }
    }
}
