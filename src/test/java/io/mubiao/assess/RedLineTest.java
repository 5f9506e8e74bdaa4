package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.at;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.Scale;
import io.mubiao.time.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No event at or above a severity: breached at the first one and for ever. */
class RedLineTest {
    private static final Scale GRADES = new Scale("accident", List.of("一般", "较大", "重大", "特大"));
    private static final Goal MAJOR = Goal.redLine(GRADES, "重大");

    private static Observation accident(String on, String grade) {
        return event(on).severity(grade);
    }

    @Test
    void atTheSeverityOrAboveBreachesAndBelowDoesNot() {
        assertEquals(Verdict.BREACHED, assess(MAJOR, "06-30", accident("05-01", "重大")).verdict());
        assertEquals(Verdict.BREACHED, assess(MAJOR, "06-30", accident("05-01", "特大")).verdict());
        assertEquals(Verdict.MET,
                assess(MAJOR, "06-30", accident("05-01", "较大"), completeThrough("06-30")).verdict());
    }

    @Test
    void aBreachIsForEverAndTheFirstDayStands() {
        Assessment assessment = assess(MAJOR, "2026-06-30", accident("05-02", "特大"), accident("05-01", "重大"),
                Observation.complete("T", Span.parse("2024-01-01/2026-06-30")));
        assertEquals(Verdict.BREACHED, assessment.verdict());
        assertEquals(Status.BREACHED, assessment.status());
        assertEquals(Optional.of(day("05-01")), assessment.reachedOn());
        assertEquals(Optional.of(q("2 起")), assessment.actual());
        assertTrue(assessment.settled());
    }

    @Test
    void noEventIsSaidOnlyWhereTheStreamIsComplete() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(MAJOR, "06-30").verdict());
        Assessment partly = assess(MAJOR, "06-30", completeThrough("06-29"));
        assertEquals(Verdict.INSUFFICIENT_DATA, partly.verdict());
        assertTrue(partly.actual().isEmpty());
        assertEquals("- / -", attainment(partly));
        Assessment clean = assess(MAJOR, "06-30", completeThrough("06-30"));
        assertEquals(Verdict.MET, clean.verdict());
        assertEquals(Optional.of(q("0 起")), clean.actual());
        assertEquals("- / 100.00", attainment(clean));
        assertFalse(clean.settled());
    }

    @Test
    void aGapInCompletenessIsAGap() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(MAJOR, "06-30",
                Observation.complete("T", Span.parse("2024-01-02/2024-06-30"))).verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(MAJOR, "06-30", completeThrough("03-30"),
                Observation.complete("T", Span.parse("2024-04-01/2024-06-30"))).verdict());
        assertEquals(Verdict.MET, assess(MAJOR, "06-30", completeThrough("03-31"),
                Observation.complete("T", Span.parse("2024-04-01/2024-06-30"))).verdict());
    }

    @Test
    void anEventOutsideThePeriodDoesNotBreach() {
        assertEquals(Verdict.MET, assess(MAJOR, "2025-02-01", accident("2023-12-31", "特大"),
                accident("2025-01-01", "特大"), completeThrough("12-31")).verdict());
        assertEquals(Verdict.BREACHED, assess(MAJOR, "2025-02-01", accident("12-31", "特大")).verdict());
        assertEquals(Verdict.BREACHED, assess(MAJOR, "2025-02-01", accident("01-01", "特大")).verdict());
    }

    @Test
    void anEventOfTomorrowHasNotHappenedYet() {
        assertEquals(Verdict.MET, assess(MAJOR, "06-30", accident("07-01", "特大"), completeThrough("06-30")).verdict());
    }

    @Test
    void anEventWithoutSeverityIsNeitherGoodNorBad() {
        Assessment assessment = assess(MAJOR, "06-30", event("05-01").id("e1"), completeThrough("06-30"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(Optional.of(Reason.UNKNOWN_ATTRIBUTE), assessment.reason());
        assertTrue(assessment.detail().contains("e1"));
        assertEquals(Verdict.BREACHED,
                assess(MAJOR, "06-30", event("05-01"), accident("05-02", "重大")).verdict());
    }

    @Test
    void everyEventCountsWhereNoSeverityIsNamed() {
        assertEquals(Verdict.BREACHED, assess(Goal.redLine(), "06-30", event("05-01")).verdict());
    }

    @Test
    void aRetractionClearsTheRedLineFromItsRecordingOn() {
        Observation breach = accident("05-01", "重大").id("b").recordedAt(at("2024-05-02T09:00"));
        Observation never = Observation.retraction("T", "b", at("2024-06-10T09:00"));
        Observation complete = completeThrough("06-30");
        assertEquals(Verdict.BREACHED, assess(target(MAJOR).build(), AsOf.of(day("06-30")).knownBy(day("06-09")),
                breach, never, complete).verdict());
        assertEquals(Verdict.MET, assess(MAJOR, "06-30", breach, never, complete).verdict());
    }

    @Test
    void aCorrectionOfTheGradeClearsItToo() {
        Observation breach = accident("05-01", "重大").id("b").recordedAt(at("2024-05-02T09:00"));
        Observation corrected = accident("05-01", "较大").id("c").recordedAt(at("2024-06-10T09:00")).supersedes("b");
        assertEquals(Verdict.MET, assess(MAJOR, "06-30", breach, corrected, completeThrough("06-30")).verdict());
    }

    @Test
    void theZoneDecidesOnWhichSideOfNewYearAnEventFell() {
        assertEquals(Verdict.BREACHED, assess(Goal.redLine(), "2025-02-01",
                Observation.event("T", at("2024-12-31T23:59:59"))).verdict());
        assertEquals(Verdict.MET, assess(Goal.redLine(), "2025-02-01",
                Observation.event("T", at("2025-01-01T00:00")), completeThrough("12-31")).verdict());
    }

    /** The issue, section 3: "reported versus recognised value (the target declares which counts …; the other stands beside it)". */
    @Test
    void anEventThatOnlyTheOtherBasisKnowsStandsBeside() {
        Assessment assessment = assess(MAJOR, "06-30", accident("05-01", "重大").recognised(), completeThrough("06-30"));
        assertEquals(Optional.of(q("1 起")), assessment.otherActual(), assessment::toString);
    }
}
