package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Deadline;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.testing.Ask;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The latest approved deadline counts, the original stands beside, a request changes nothing. */
class DeadlineAssessmentTest {
    private static final Observation BUILT_IN_MAY = Observation.stage("T", day("05-15"), "built");

    private static Target due(Extension... extensions) {
        return target(Goal.milestone(Scale.STAGES, "built"))
                .deadline(new Deadline(day("03-31"), List.of(extensions))).build();
    }

    private static Extension approved(String requested, String to, String approved) {
        return Extension.requested(day(requested), day(to), "雨季").approved(day(approved), "区政府办");
    }

    private static Extension requested(String requested, String to) {
        return Extension.requested(day(requested), day(to), "雨季");
    }

    @Test
    void anApprovedExtensionMovesTheDeadlineAndTheOriginalStandsBeside() {
        Target target = due(approved("03-01", "05-31", "03-20"));
        Assessment extended = assess(target, "06-30", BUILT_IN_MAY);
        assertEquals(Verdict.MET, extended.verdict());
        assertEquals(day("05-31"), extended.due());
        assertEquals(day("03-31"), extended.originalDue());
        assertEquals(OptionalLong.of(16), extended.daysAhead());
        Assessment original = assess(target, AsOf.of(day("06-30")).originalDeadlines(), BUILT_IN_MAY);
        assertEquals(Verdict.MISSED, original.verdict());
        assertEquals(OptionalLong.of(-45), original.daysAhead());
        assertTrue(extended.notes().isEmpty());
    }

    @Test
    void whatWasNotYetApprovedWhenTheQuestionKnowsIsNoExtension() {
        Target target = due(approved("03-01", "05-31", "03-20"));
        for (AsOf before : List.of(AsOf.of(day("06-30")).knownBy(day("03-19")),
                AsOf.of(day("06-30")).knownAt(io.mubiao.testing.Ask.at("2024-03-19T23:59")))) {
            Assessment then = assess(target, before);
            assertEquals(day("03-31"), then.due());
            assertTrue(then.notes().stream().anyMatch(note -> note.kind() == Note.Kind.EXTENSION_PENDING));
        }
        assertEquals(day("05-31"), assess(target, AsOf.of(day("06-30")).knownBy(day("03-20"))).due());
    }

    @Test
    void aRequestWithoutApprovalChangesNothingAndIsNoted() {
        Assessment assessment = assess(due(requested("03-01", "05-31")), "06-30", BUILT_IN_MAY);
        assertEquals(Verdict.MISSED, assessment.verdict());
        assertTrue(assessment.notes().stream().anyMatch(note -> note.kind() == Note.Kind.EXTENSION_PENDING));
    }

    @Test
    void aRequestOfTheFutureIsNotNotedYet() {
        Assessment assessment = assess(due(requested("03-01", "05-31")), "02-29",
                Observation.stage("T", day("02-29"), "started"));
        assertTrue(assessment.notes().isEmpty());
    }

    @Test
    void anApprovalCountsFromItsOwnDayOn() {
        Target target = due(approved("03-01", "05-31", "03-20"));
        assertEquals(day("03-31"), assess(target, "03-19").due());
        assertEquals(day("05-31"), assess(target, "03-20").due());
    }

    @Test
    void anApprovalAfterTheDueDateCountsAndIsFlagged() {
        Target target = due(approved("03-01", "05-31", "04-01"));
        Assessment assessment = assess(target, "06-30", BUILT_IN_MAY);
        assertEquals(Verdict.MET, assessment.verdict());
        assertTrue(assessment.notes().stream().anyMatch(note -> note.kind() == Note.Kind.APPROVED_LATE));
        assertEquals(0, assess(due(approved("03-01", "05-31", "03-31")), "06-30", BUILT_IN_MAY).notes().size());
    }

    @Test
    void theLatestApprovedOfSeveralCounts() {
        Target target = due(approved("03-01", "04-30", "03-20"), approved("04-10", "06-30", "04-20"));
        assertEquals(day("04-30"), assess(target, "04-19").due());
        assertEquals(day("06-30"), assess(target, "04-20").due());
        assertEquals(Verdict.MET, assess(target, "12-31", BUILT_IN_MAY).verdict());
    }

    @Test
    void amountsOfTheExtensionCountAndTheCurveStretches() {
        Target target = target(Goal.total(q("60 个"))).deadline(new Deadline(day("12-31"),
                List.of(approved("11-01", "2025-03-31", "11-15")))).build();
        Assessment assessment = assess(target, "2025-02-28", total("2025-02-28", "60 个"));
        assertEquals(Verdict.MET, assessment.verdict());
        assertEquals(q("56 个"), assessment.expected().orElseThrow());
        assertEquals(Verdict.NOT_MET, assess(target, "2025-02-28", total("12-31", "59 个")).verdict());
        assertEquals(q("60 个"), assess(target, AsOf.of(day("2025-02-28")).originalDeadlines(), total("12-31", "59 个"))
                .expected().orElseThrow());
    }

    @Test
    void aDeadlineBeforeTheEndOfThePeriodClosesTheAccount() {
        Target target = target(Goal.total(q("60 个"))).due(day("10-31")).build();
        assertEquals(Verdict.MISSED, assess(target, "12-31", total("10-31", "59 个"), total("11-30", "70 个")).verdict());
    }

    /** The ten days of March belonged to February's slot, which was past when the extension came. */
    @Test
    void anExtensionChangesNoSlotThatWasPast() {
        io.mubiao.observe.Observation[] facts = {Ask.completeThrough("04-30"), Ask.event("01-05"), Ask.event("03-05"), Ask.event("03-20"), Ask.event("04-10")};
        assertEquals(Verdict.MET, assess(quota(), "04-30", facts).verdict());
        Assessment late = assess(quota(approved("03-12", "04-30", "03-20")), "2024-05-01", facts);
        assertEquals("4 4", slots(late));
        assertEquals(Verdict.MET, late.verdict());
        Assessment early = assess(quota(approved("02-12", "04-30", "02-20")), "2024-05-01", facts);
        assertEquals("3 4", slots(early));
    }

    /** What is left of a slot is no slot of a few days; without an extension that counts nothing changes. */
    @Test
    void whatIsLeftOfASlotBelongsToTheNext() {
        Assessment late = assess(quota(approved("03-12", "05-31", "03-20")), "2024-06-01", Ask.completeThrough("05-31"), Ask.event("01-05"),
                Ask.event("03-05"), Ask.event("03-15"), Ask.event("04-20"), Ask.event("05-20"));
        assertEquals("5 5", slots(late));
        Target shortLeft = Target.of("T", "", Goal.quota(1, Cadence.monthly()), Span.parse("2024-01-01/2024-03-20")).toBuilder()
                .deadline(new Deadline(day("03-20"), List.of(approved("03-12", "04-30", "03-25")))).build();
        assertEquals("4 4", slots(assess(shortLeft, AsOf.of(day("2024-05-01")), Ask.completeThrough("04-30"), Ask.event("01-05"),
                Ask.event("02-05"), Ask.event("03-05"), Ask.event("03-25"))));
        assertEquals("2 3", slots(assess(quota(approved("03-12", "04-30", "03-20")), "2024-04-20", Ask.completeThrough("04-19"),
                Ask.event("01-05"), Ask.event("03-05"))));
    }

    private static Target quota(Extension... extensions) {
        return Target.of("T", "", Goal.quota(1, Cadence.monthly()), Span.parse("2024-01-01/2024-03-10")).toBuilder()
                .deadline(new Deadline(day("03-10"), List.of(extensions))).build();
    }

    private static String slots(Assessment it) {
        var facts = (GoalFacts.Quota) it.facts().orElseThrow();
        return facts.fulfilled() + " " + facts.due();
    }
}
