package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.at;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One item reaches a stage by an inclusive day. */
class MilestoneTest {
    private static final Target BUILT = target(Goal.milestone(Scale.STAGES, "built")).due(day("03-31")).build();

    private static Observation.StageChange stage(String on, String stage) {
        return Observation.stage("T", day(on), stage);
    }

    @Test
    void reachedOnTheDueDayIsMetForGoodAndADayLaterIsMissed() {
        Assessment inTime = assess(BUILT, "2025-06-01", stage("03-31", "built"));
        assertEquals(Verdict.MET, inTime.verdict());
        assertTrue(inTime.settled());
        assertEquals(OptionalLong.of(0), inTime.daysAhead());
        Assessment late = assess(BUILT, "2025-06-01", stage("04-01", "built"));
        assertEquals(Verdict.MISSED, late.verdict());
        assertEquals(OptionalLong.of(-1), late.daysAhead());
        assertEquals(Optional.of(day("04-01")), late.reachedOn());
        assertEquals(Note.Kind.REACHED_LATE, late.notes().get(0).kind());
    }

    @Test
    void reachedEarlyIsAhead() {
        assertEquals(OptionalLong.of(30), assess(BUILT, "03-15", stage("03-01", "built")).daysAhead());
    }

    @Test
    void aHigherStageReachesTheLowerOneToo() {
        assertEquals(Verdict.MET, assess(BUILT, "04-01", stage("03-20", "in use")).verdict());
    }

    @Test
    void fallingBackLaterDoesNotTakeAwayAStageReachedInTime() {
        assertEquals(Verdict.MET,
                assess(BUILT, "06-01", stage("03-20", "built"), stage("05-01", "started")).verdict());
    }

    @Test
    void aStageOfTheFutureIsNotSeenYet() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(BUILT, "03-19", stage("03-20", "built")).verdict());
    }

    @Test
    void beforeTheDueDayALowerStageIsNotMetAndNothingIsDue() {
        Assessment assessment = assess(BUILT, "03-31", stage("02-01", "started"));
        assertEquals(Verdict.NOT_MET, assessment.verdict());
        assertEquals(Pace.NOT_DUE, assessment.pace());
        assertFalse(assessment.settled());
    }

    @Test
    void missedNeedsReportsThatReachTheDueDay() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(BUILT, "04-01", stage("02-01", "started")).verdict());
        assertEquals(Verdict.MISSED,
                assess(BUILT, "04-01", stage("02-01", "started"), stage("03-31", "started")).verdict());
        assertEquals(Verdict.MISSED,
                assess(BUILT, "04-01", stage("02-01", "started"), completeThrough("03-31")).verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(BUILT, "04-01", stage("02-01", "started"), completeThrough("03-30")).verdict());
    }

    @Test
    void anEmptyLogSaysNothing() {
        Assessment open = assess(BUILT, "02-01");
        assertEquals(Verdict.INSUFFICIENT_DATA, open.verdict());
        assertEquals(Pace.NOT_DUE, open.pace());
        Assessment past = assess(BUILT, "06-01");
        assertEquals(Verdict.INSUFFICIENT_DATA, past.verdict());
        assertEquals(OptionalLong.empty(), past.daysAhead());
    }

    @Test
    void anInstantBecomesADateInTheZoneOfTheRegister() {
        Assessment inTime = assess(BUILT, "04-30", Observation.stage("T", at("2024-03-31T23:59:59"), "built"));
        assertEquals(Verdict.MET, inTime.verdict());
        assertEquals(Verdict.MISSED,
                assess(BUILT, "04-30", Observation.stage("T", at("2024-04-01T00:00"), "built")).verdict());
    }

    @Test
    void aStageThatIsNotOnTheScaleIsNamed() {
        Assessment assessment = assess(BUILT, "04-30", stage("03-31", "finished").id("x1"));
        assertEquals(Optional.of(Reason.UNKNOWN_ATTRIBUTE), assessment.reason());
        assertTrue(assessment.detail().contains("finished") && assessment.detail().contains("x1"));
    }

    @Test
    void reachedAfterADueDayLongPastCountsTheDays() {
        Assessment assessment = assess(BUILT, "05-01", stage("04-30", "started"), completeThrough("05-01"));
        assertEquals(Verdict.MISSED, assessment.verdict());
        assertEquals(OptionalLong.of(-31), assessment.daysAhead());
    }

    /** G24 建成投用: both stages are owed, so the later one is required. */
    @Test
    void builtIsNotInUse() {
        Target inUse = target(Goal.milestone(Scale.STAGES, "in use")).build();
        assertEquals(Verdict.NOT_MET, assess(inUse, "06-30", stage("06-30", "built")).verdict());
    }

    @Test
    void whatTheOtherBasisSaysDoesNotCount() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(BUILT, "04-30", stage("03-31", "built").recognised()).verdict());
    }
}
