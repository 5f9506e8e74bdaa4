package io.mubiao.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessor;
import io.mubiao.compare.Cause;
import io.mubiao.compare.ScorecardDiff;
import io.mubiao.compare.ScorecardImpact;
import io.mubiao.compare.ScorecardWhatIf;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.Cards;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Register;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every item of the Jin'an register has a gap or a reason; units have theirs; the log is never touched. */
class JinanGapTest {
    private static final Register REGISTER = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
    private static final ObservationLog LOG = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", REGISTER).value();
    private static final ScorecardRule RULE = Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml");
    private static final Scorer SCORER = Scorer.of(RULE, REGISTER);
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);

    @Test
    void everyItemHasAGapThatHoldsOrAReason() {
        Gaps gaps = Mubiao.gaps(RULE, REGISTER, LOG, DAY);
        List<Gap> all = gaps.stream().toList();
        assertEquals(REGISTER.targets().size(), all.size());
        for (Gap gap : all) {
            Optional<String> light = ScorecardWhatIf.of(SCORER, LOG, DAY)
                    .with(gap.least().map(Need::observations).orElse(List.of())).run().after().get(gap.id()).light();
            assertEquals(gap.least().isPresent(), light.equals(Optional.of("绿")), gap::toString);
            assertFalse(gap.obstacle().equals(Optional.of(Obstacle.NO_PATH)), gap::toString);
        }
        assertEquals(Optional.of("more by 8 个, to 47 个"), line(Mubiao.explain(gaps.get("P05"), Locale.ENGLISH), 0));
        assertEquals(Optional.of("more by 23 个, to 62 个"), line(Mubiao.explain(gaps.get("P05"), Locale.ENGLISH), 3));
        assertTrue(Mubiao.explain(gaps.get("G06"), Locale.CHINA).contains("三十铺"));
    }

    private static Optional<String> line(String text, int number) {
        return text.lines().skip(number).findFirst().map(it -> it.substring(it.lastIndexOf(": ") + 2));
    }

    @Test
    void unitsKnowWhichItemsSuffice() {
        Gaps gaps = Gaps.of(SCORER, LOG, DAY);
        for (NodeScore node : gaps.scorecard().nodes("owner")) {
            NodeGap gap = gaps.node("owner", node.id());
            assertTrue(gap.reached() || gap.obstacle().isPresent() || !gap.lifts().isEmpty(), gap::toString);
        }
        NodeGap trade = gaps.node("owner", "区商务局");
        assertEquals(new Aim.Grade("优"), trade.aim());
        assertEquals(List.of("P05"), trade.lifts().stream().map(NodeGap.Lift::item).toList());
        assertEquals(Optional.of(NodeGap.Proof.SUM), trade.proof());
        assertEquals(Cards.number("90"), trade.now().points().orElseThrow().plus(trade.shortBy().orElseThrow()));
    }

    @Test
    void aWhatIfLeavesTheLogAlone() {
        long size = LOG.size();
        ScorecardWhatIf none = ScorecardWhatIf.of(SCORER, LOG, DAY);
        assertTrue(none.run().isEmpty());
        ScorecardImpact impact = none.with(Observation.total("P03", DAY, Quantity.parse("8 个", REGISTER.units()))
                .recordedAt(java.time.Instant.parse("2024-10-20T00:00:00Z"))).run();
        assertEquals(List.of("P03"), impact.diff().items().stream().map(ScorecardDiff.ItemChange::id).toList());
        ScorecardDiff.ItemChange change = impact.diff().items().get(0);
        assertEquals(Set.of(ScorecardDiff.What.POINTS, ScorecardDiff.What.STATUS, ScorecardDiff.What.LIGHT), change.what());
        assertEquals(List.of(Cause.Kind.OBSERVED), change.causes().stream().map(Cause::kind).toList());
        assertEquals(size, LOG.size());
    }

    @Test
    void whatBecameKnownInBetweenCausedTheChange() {
        Scorecard then = score(AsOf.of(DAY).knownBy(LocalDate.of(2024, 10, 10)));
        Scorecard now = score(AsOf.of(DAY));
        ScorecardDiff diff = ScorecardDiff.of(then, now, LOG);
        List<Cause> causes = diff.items().find("P06").orElseThrow().causes();
        assertEquals(List.of("prj-19a", "prj-33"), causes.stream().filter(cause -> cause.kind() == Cause.Kind.CORRECTED)
                .map(cause -> cause.observation().orElseThrow()).map(it -> it instanceof Observation.Retraction
                        ? it.entry().supersedes().orElseThrow() : it.entry().id()).toList().stream().sorted().toList());
        assertTrue(ScorecardDiff.of(now, score(AsOf.of(DAY)), LOG).isEmpty());
        ScorecardDiff later = ScorecardDiff.of(now, score(AsOf.of(LocalDate.of(2024, 12, 31))), LOG);
        assertEquals(List.of(Cause.Kind.TIME_PASSED), later.items().find("P03").orElseThrow().causes().stream().map(Cause::kind).toList());
    }

    private static Scorecard score(AsOf question) {
        return SCORER.score(Assessor.assess(REGISTER, LOG, question));
    }
}
