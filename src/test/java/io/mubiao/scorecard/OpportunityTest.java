package io.mubiao.scorecard;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.assess.Assessor;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Opportunities are pooled over targets: slots, members, or one where there is nothing to count. */
class OpportunityTest {
    private static final Register REGISTER = Ask.register(
            Target.of("Q", "", Goal.quota(1, Cadence.quarterly()), Span.year(2024)),
            Target.of("C", "", Goal.coverage(Population.of("甲", "乙", "丙", "丁", "戊"), bound(">= 80 %")), Span.year(2024)),
            Target.of("A", "", Goal.total(Ask.q("10 个")), Span.year(2024)));

    private static Optional<Rational> pooled(Missing missing, Observation... observations) {
        NodeRule rule = NodeRule.PLAIN.rollup(Rollup.OPPORTUNITY).missing(missing);
        ScorecardRule card = ScorecardRule.builder("c").scoreAll(Cards.shipped("c01-proportional"))
                .views(List.of(View.by("chapter", rule, rule))).build();
        return Scorer.of(card, REGISTER).score(Assessor.assess(REGISTER, ObservationLog.of(observations), day("2025-01-01")))
                .root().points();
    }

    private static Observation member(String name, MemberStanding... standing) {
        return Observation.member("C", day("06-30"), name, standing);
    }

    private static final Observation[] ALL = {
        Observation.complete("Q", Span.year(2024)), Observation.complete("C", Span.year(2024)), Observation.event("Q", day("02-01")), Observation.event("Q", day("05-01")),
        Observation.event("Q", day("11-01")), member("甲", MemberStanding.SATISFIED), member("乙", MemberStanding.SATISFIED),
        member("丙"), member("丁", MemberStanding.EXCLUDED), member("戊", MemberStanding.SATISFIED),
        Observation.total("A", day("12-31"), Ask.q("10 个"))};

    /** 3 of 4 quarters, 3 of 4 members after the exclusion, 1 of 1 amount: 7 of 9. */
    @Test
    void slotsMembersAndSingleTargetsArePooled() {
        assertEquals(Optional.of(Rational.of(700, 9)), pooled(Missing.REFUSE, ALL));
    }

    /** Of a share that is to stay low, the members outside of it are the fulfilled ones. */
    @Test
    void ofACeilingTheOthersAreFulfilled() {
        Register ceiling = Ask.register(Target.of("C", "", Goal.coverage(Population.of("甲", "乙", "丙", "丁"),
                bound("<= 50 %")), Span.year(2024)));
        NodeRule rule = NodeRule.PLAIN.rollup(Rollup.OPPORTUNITY);
        ScorecardRule card = ScorecardRule.builder("c").scoreAll(Cards.shipped("c01-proportional"))
                .views(List.of(View.by("chapter", rule, rule))).build();
        ObservationLog log = ObservationLog.of(member("甲", MemberStanding.SATISFIED), member("乙"), member("丙"), member("丁"));
        assertEquals(Optional.of(Rational.of(75)), Scorer.of(card, ceiling).score(
                Assessor.assess(ceiling, log, day("06-30"))).root().points());
    }

    /** A quarter that nobody called complete is not an opportunity that was missed. */
    @Test
    void whatNobodyKnowsIsNoOpportunity() {
        Observation[] some = {Observation.event("Q", day("02-01")), Observation.total("A", day("12-31"), Ask.q("10 个"))};
        assertEquals(Optional.empty(), pooled(Missing.REFUSE, some));
        assertEquals(Optional.of(Rational.of(100)), pooled(Missing.SKIP, some));
        assertEquals(Optional.of(Rational.of(100, 3)), pooled(Missing.ZERO, some));
    }

    /** Points that a rule gives for want of figures are no opportunity either: nobody knows whether it was used. */
    @Test
    void pointsByDefaultAreNoOpportunity() {
        NodeRule rule = NodeRule.PLAIN.rollup(Rollup.OPPORTUNITY);
        ScorecardRule card = ScorecardRule.builder("c").scoreAll(Cards.rule(
                "{id: r, points: 10, parts: {p: {of: 'orelse(attainment, 1)', score: {formula: w * x}}}}"))
                .views(List.of(View.by("chapter", rule, rule))).build();
        ObservationLog log = ObservationLog.of(Observation.event("Q", day("02-01")),
                Observation.total("A", day("12-31"), Ask.q("9 个")));
        assertEquals(Optional.of(Rational.ZERO), Scorer.of(card, REGISTER).score(
                Assessor.assess(REGISTER, log, day("2025-01-01"))).root().points());
        assertEquals(Optional.empty(), Scorer.of(card, REGISTER).score(
                Assessor.assess(REGISTER, ObservationLog.of(Observation.event("Q", day("02-01"))), day("2025-01-01"))).root()
                .points());
    }
}
