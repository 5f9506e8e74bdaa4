package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scoring.Claim;
import io.mubiao.shape.Ties;
import io.mubiao.target.Goal;
import io.mubiao.target.Owner;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Lead and cooperating units share the credit of a target; units are ranked with a declared tie policy. */
class CreditTest {
    private static final Rational SHARE = Rational.of(7, 10);

    private static Target target(String id, Owner owner) {
        return Target.builder(id, Goal.total(Ask.q("10 个")), Span.year(2024)).owner(owner).build();
    }

    private static final Register REGISTER = Ask.register(
            target("A", new Owner("", "甲局", List.of("乙局", "丙局"))), target("B", new Owner("", "乙局", List.of())),
            target("C", Owner.NONE));

    private static Scorecard score(View view, Observation... observations) {
        ScorecardRule rule = ScorecardRule.builder("c").scoreAll(Cards.shipped("c01-proportional"))
                .claims(List.of(Claim.veto("late", "missed", "差"))).grades(GivenCard.GRADES).views(List.of(view)).build();
        return Scorer.of(rule, REGISTER).score(Assessor.assess(REGISTER, ObservationLog.of(observations), Ask.day("2025-01-01")));
    }

    private static Observation done(String target, long count) {
        return Observation.total(target, Ask.day("12-31"), Ask.q(count + " 个"));
    }

    private static View owners(Credit credit, Optional<Ties> ranking) {
        return new View("owner", "", NodeRule.PLAIN, List.of(new View.Level("owner", NodeRule.PLAIN)), List.of(), credit, ranking);
    }

    private static String units(Scorecard card) {
        return card.root().nodes().stream().map(node -> node.id() + " " + node.points().orElseThrow() + "/" + node.full())
                .toList().toString();
    }

    @Test
    void theLeadHasItsShareAndTheOthersSplitTheRest() {
        Scorecard card = score(owners(new Credit(SHARE, Map.of()), Optional.empty()), done("A", 8), done("B", 10), done("C", 5));
        assertEquals("[甲局 5.6/7, 乙局 11.2/11.5, 丙局 1.2/1.5, 未列明 5/10]", units(card));
        assertEquals(Optional.of(Rational.of(23)), card.root().points());
        assertEquals(Rational.of(30), card.root().full());
    }

    @Test
    void withoutCreditTheLeadHasAll() {
        Scorecard card = score(owners(Credit.LEAD_ALONE, Optional.empty()), done("A", 8), done("B", 10), done("C", 5));
        assertEquals("[甲局 8/10, 乙局 10/10, 未列明 5/10]", units(card));
    }

    @Test
    void declaredSharesTakePrecedenceAndAUnitWithoutAShareIsLeftOut() {
        Credit credit = new Credit(SHARE, Map.of("A", Map.of("甲局", Rational.of(1, 2), "丁局", Rational.of(1, 2),
                "乙局", Rational.ZERO)));
        Scorecard card = score(owners(credit, Optional.empty()), done("A", 8), done("B", 10), done("C", 5));
        assertEquals(Optional.of(Rational.of(4)), card.nodes("owner").get("丁局").points());
        assertEquals(List.of("B"), card.nodes("owner").get("乙局").allItems().map(ItemScore::id).toList());
    }

    /** All who share a target share its veto; a unit that has no part in it does not. */
    @Test
    void aVetoFallsOnEveryUnitThatSharesTheTarget() {
        Scorecard card = score(owners(new Credit(SHARE, Map.of("A", Map.of("甲局", Rational.ONE, "乙局", Rational.ZERO))),
                Optional.empty()), done("A", 8), done("B", 10), done("C", 10));
        assertEquals(1, card.nodes("owner").get("甲局").vetoes().size());
        assertTrue(card.nodes("owner").get("乙局").vetoes().isEmpty());
        Scorecard shared = score(owners(new Credit(SHARE, Map.of()), Optional.empty()), done("A", 8), done("B", 10), done("C", 10));
        assertEquals(1, shared.nodes("owner").get("丙局").vetoes().size());
        assertEquals(1, shared.root().vetoes().size());
    }

    /** A pooled share counts what two units did together once, and each unit's by its share. */
    @Test
    void opportunitiesOfASharedTargetAreCountedOnce() {
        NodeRule pooled = NodeRule.PLAIN.rollup(Rollup.OPPORTUNITY);
        View view = new View("owner", "", pooled, List.of(new View.Level("owner", pooled)), List.of(),
                new Credit(SHARE, Map.of()), Optional.empty());
        Scorecard card = score(view, done("A", 8), done("B", 10), done("C", 10));
        assertEquals(Optional.of(Rational.of(200, 3)), card.root().points());
        assertEquals(Optional.of(Rational.of(10000, 115)), card.nodes("owner").get("乙局").points());
    }

    @Test
    void sharesThatDoNotSumToAllAreRefused() {
        Refusal.naming(() -> new Credit(SHARE, Map.of("A", Map.of("甲局", Rational.of(1, 2), "乙局", Rational.of(2, 5)))),
                "'A'", "100 %");
        Refusal.naming(() -> new Credit(Rational.of(11, 10), Map.of()), "1.1");
        Refusal.naming(() -> new Credit(SHARE, Map.of("A", Map.of("甲局", Rational.of(-1), "乙局", Rational.of(2)))), "'A'");
    }

    /** A slip in an id would leave the credit, the owner or the label without any effect. */
    @Test
    void sharesOwnersAndLabelsOfNoTargetAreRefused() {
        refused(ScorecardRule.builder("c").views(List.of(owners(new Credit(SHARE, Map.of("Z", Map.of("甲局", Rational.ONE))),
                Optional.empty()))), "views.owner", "'Z'");
        refused(ScorecardRule.builder("c").views(List.of(owners(Credit.LEAD_ALONE, Optional.empty())))
                .owners(Map.of("Z", Owner.NONE)), "owners", "'Z'");
        refused(ScorecardRule.builder("c").views(List.of(owners(Credit.LEAD_ALONE, Optional.empty())))
                .labels(Map.of("region", Map.of("Z", "东片"))), "labels.region", "'Z'");
    }

    private static void refused(ScorecardRule.Builder rule, String... words) {
        Refusal.naming(InvalidDefinitionException.class,
                () -> Scorer.of(rule.scoreAll(Cards.shipped("c01-proportional")).build(), REGISTER), words);
    }

    @Test
    void unitsAreRankedUnderTheDeclaredTiePolicy() {
        assertEquals("[1, 1, 3]", places(Ties.BEST_PLACE));
        assertEquals("[2, 2, 3]", places(Ties.WORST_PLACE));
        assertEquals("[1, 1, 2]", places(Ties.DENSE));
    }

    private static String places(Ties ties) {
        return score(owners(Credit.LEAD_ALONE, Optional.of(ties)), done("A", 8), done("B", 8), done("C", 5)).root().nodes()
                .stream().map(NodeScore::place).map(OptionalLong::getAsLong).toList().toString();
    }

    @Test
    void aUnitWithoutPointsHasNoPlaceAndTakesNone() {
        Scorecard card = score(owners(Credit.LEAD_ALONE, Optional.of(Ties.BEST_PLACE)), done("B", 8), done("C", 5));
        assertEquals(OptionalLong.empty(), card.nodes("owner").get("甲局").place());
        assertEquals(OptionalLong.empty(), card.root().place());
        assertEquals(OptionalLong.of(1), card.root().nodes().get(1).place());
        assertEquals(OptionalLong.of(1), card.nodes("owner").get("乙局").place());
    }
}
