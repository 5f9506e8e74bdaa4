package io.mubiao.compare;

import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.target.Deadline;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import io.mubiao.testing.Mixed;
import io.mubiao.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What differs between two scorecards, and why. */
class ScorecardDiffTest {
    private static final ScorecardRule RULE = ScorecardRule.builder("card")
            .scoreAll(ScoringRule.of("share", 10, Part.of("done", new Shape.Ratio(), "orelse(attainment, if(met, 1, 0))")
                    .with("base", "1")))
            .claims(List.of(Claim.duty("explain", "missed")))
            .views(List.of(View.by("kind", NodeRule.PLAIN.missing(Missing.SKIP), NodeRule.PLAIN.missing(Missing.SKIP)))).build();
    private static final Scorer MIXED = Scorer.of(RULE, Mixed.REGISTER);

    @Property(tries = 40)
    void aDiffListsExactlyTheItemsThatDiffer(@ForAll long seed, @ForAll @IntRange(max = 60) int count,
            @ForAll @IntRange(max = 60) int more) {
        List<Observation> all = Mixed.observations(seed, count + more);
        LocalDate asOf = day("09-30");
        ObservationLog log = ObservationLog.of(all.subList(0, count));
        ScorecardWhatIf none = ScorecardWhatIf.of(MIXED, log, asOf);
        assertTrue(none.run().isEmpty());
        ScorecardImpact impact = none.with(all.subList(count, count + more)).despiteProblems().run();
        assertEquals(count, log.size());
        TreeSet<String> expected = new TreeSet<>();
        for (ItemScore item : impact.before()) {
            ItemScore after = impact.after().get(item.id());
            boolean same = item.points().equals(after.points()) && item.duties().equals(after.duties())
                    && item.assessment().map(Assessment::status).equals(after.assessment().map(Assessment::status));
            if (!same) {
                expected.add(item.id());
            }
        }
        assertEquals(expected, impact.diff().items().stream().map(ScorecardDiff.ItemChange::id)
                .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(impact.diff().items().stream().allMatch(change -> change.causes().stream().allMatch(cause ->
                cause.observation().isPresent())), impact.diff()::toString);
        assertEquals(expected.isEmpty(), impact.isEmpty());
        assertTrue(ScorecardDiff.of(impact.after(), impact.after()).isEmpty());
        ObservationLog whole = ObservationLog.of(all);
        assertTrue(ScorecardDiff.of(impact.after(), MIXED.score(Assessor.assess(Mixed.REGISTER, whole, asOf))).isEmpty());
    }

    private static List<Cause.Kind> causes(Target target, ObservationLog log, String from, String to) {
        Register register = register(target);
        Scorer scorer = Scorer.of(RULE, register);
        return ScorecardDiff.of(scorer.score(Assessor.assess(register, log, day(from))),
                scorer.score(Assessor.assess(register, log, day(to))), log).items().find("T").orElseThrow().causes().stream()
                .map(Cause::kind).toList();
    }

    @Test
    void timeVersionsExtensionsAndFactsAreToldApart() {
        ObservationLog log = ObservationLog.of(Observation.total("T", day("03-31"), q("5 个")));
        Target plain = Target.of("T", "", Goal.total(q("10 个")), Span.year(2024));
        assertEquals(List.of(Cause.Kind.TIME_PASSED), causes(plain, log, "06-30", "2025-01-31"));
        Target adjusted = plain.toBuilder().versions(List.of(new Version(day("07-01"), "office", "floods",
                Goal.total(q("8 个"))))).build();
        assertEquals(List.of(Cause.Kind.GOAL_CHANGED), causes(adjusted, log, "06-30", "07-31"));
        Target extended = Target.builder("T", Goal.milestone(Scale.STAGES, "built"), Span.year(2024)).deadline(new Deadline(
                day("06-30"), List.of(Extension.requested(day("06-01"), day("09-30"), "rain").approved(day("07-15"), "office")))).build();
        ObservationLog stages = ObservationLog.of(Observation.complete("T", new Span(day("01-01"), day("07-10"))));
        assertEquals(List.of(Cause.Kind.GOAL_CHANGED), causes(extended, stages, "07-10", "07-20"));
        log.add(Observation.total("T", day("08-31"), q("7 个")));
        assertEquals(List.of(Cause.Kind.OBSERVED), causes(plain, log, "06-30", "09-30"));
        ObservationLog counted = ObservationLog.of(Observation.complete("T", new Span(day("07-01"), day("07-10"))),
                Observation.complete("T", new Span(day("01-01"), day("06-30"))));
        Target line = Target.of("T", "", Goal.redLine(), Span.year(2024));
        assertEquals(List.of(Cause.Kind.STATED_COMPLETE), causes(line, counted, "06-30", "07-31"));
    }

    @Test
    void anotherRuleIsACauseToo() {
        Register register = register(Target.of("T", "", Goal.total(q("10 个")), Span.year(2024)));
        ObservationLog log = ObservationLog.of(Observation.total("T", day("03-31"), q("5 个")));
        ScorecardRule other = RULE.toBuilder().scoreAll(ScoringRule.of("share", 20,
                Part.of("done", new Shape.Ratio(), "attainment").with("base", "1"))).build();
        ScorecardDiff diff = ScorecardDiff.of(Scorer.of(RULE, register).score(Assessor.assess(register, log, day("06-30"))),
                Scorer.of(other, register).score(Assessor.assess(register, log, day("06-30"))), log);
        assertEquals(List.of(Cause.Kind.RULE_CHANGED), diff.items().get(0).causes().stream().map(Cause::kind).toList());
        assertEquals(2, diff.nodes().size());
    }
}
