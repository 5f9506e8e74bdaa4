package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Verdict;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Mixed;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A scorecard of one target says what its assessment says, under every roll-up that can. */
class ScorecardOfOnePropertyTest {
    private static final ScoringRule ATTAINMENT = Cards.rule(
            "{id: a, points: 1, parts: {p: {of: attainment, score: {formula: w * x}}}}");
    private static final ScoringRule MET = Cards.rule(
            "{id: m, points: 1, parts: {p: {of: 'if(met, 1, 0)', score: {formula: w * x}}}}");

    private static NodeScore root(Target target, ScoringRule rule, Rollup rollup, Assessments assessments) {
        NodeRule node = NodeRule.PLAIN.rollup(rollup).outOf(1);
        ScorecardRule card = ScorecardRule.builder("c").rules(Map.of("r", rule)).items(List.of(ItemRule.of(target.id(), "r")))
                .views(List.of(View.by("kind", node, node))).build();
        return Scorer.of(card, Mixed.REGISTER).score(assessments).root();
    }

    @Property
    void oneEqualsItsAssessment(@ForAll long seed, @ForAll @IntRange(max = 120) int count, @ForAll @IntRange(max = 30) int which) {
        Target target = Mixed.REGISTER.targets().get(which % Mixed.REGISTER.targets().size());
        Assessments assessments = Assessor.assess(Mixed.REGISTER, ObservationLog.of(Mixed.observations(seed, count)),
                AsOf.of(Ask.day("2025-01-15")));
        Assessment assessment = assessments.get(target.id());
        for (Rollup rollup : List.of(Rollup.WEIGHTED_SUM, Rollup.WORST_OF, Rollup.LATEST)) {
            assertEquals(assessment.attainment(), root(target, ATTAINMENT, rollup, assessments).points());
        }
        Optional<Rational> met = switch (assessment.verdict()) {
            case MET -> Optional.of(Rational.ONE);
            case NOT_MET, MISSED, BREACHED -> Optional.of(Rational.ZERO);
            default -> Optional.empty();
        };
        for (Rollup rollup : List.of(Rollup.WEIGHTED_SUM, Rollup.WORST_OF, Rollup.LATEST, Rollup.ALL_OR_NOTHING)) {
            assertEquals(met, root(target, MET, rollup, assessments).points(), assessment::toString);
        }
        boolean pooled = root(target, MET, Rollup.OPPORTUNITY, assessments).points().equals(Optional.of(Rational.ONE));
        if (assessment.verdict() == Verdict.MISSED) {
            assertEquals(false, pooled, assessment::toString);
        }
    }
}
