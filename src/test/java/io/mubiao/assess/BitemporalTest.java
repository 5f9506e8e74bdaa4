package io.mubiao.assess;

import static io.mubiao.testing.Ask.at;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.target.Reporting;
import io.mubiao.trace.Trace;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was known when. */
class BitemporalTest {
    private static final Register REGISTER = register(target(Goal.total(q("62 个"))).build());

    private static Assessment known(ObservationLog log, AsOf question) {
        return Assessor.assess(REGISTER, log, question).get("T");
    }

    @Test
    void asOfThirtySeptemberWithWhatWasKnownOnEightOctober() {
        ObservationLog log = ObservationLog.of(
                total("09-30", "40 个").id("a").recordedAt(at("2024-10-08T23:59:59")),
                total("09-30", "45 个").id("b").recordedAt(at("2024-10-09T00:00")).supersedes("a"));
        AsOf question = AsOf.of(day("09-30"));
        assertEquals(Optional.of(q("40 个")), known(log, question.knownBy(day("10-08"))).actual());
        assertEquals(Optional.of(q("45 个")), known(log, question.knownBy(day("10-09"))).actual());
        assertEquals(Optional.of(q("45 个")), known(log, question).actual());
        assertEquals(Optional.empty(), known(log, question.knownBy(day("10-07"))).actual());
    }

    @Test
    void knownAtAnInstantIncludesIt() {
        ObservationLog log = ObservationLog.of(total("09-30", "40 个").recordedAt(at("2024-10-08T12:00")));
        AsOf question = AsOf.of(day("09-30"));
        assertEquals(Optional.of(q("40 个")), known(log, question.knownAt(at("2024-10-08T12:00"))).actual());
        assertEquals(Optional.empty(), known(log, question.knownAt(at("2024-10-08T12:00").minusNanos(1))).actual());
    }

    @Test
    void aRetractionOfAnIncrementTakesItOutFromItsRecordingOn() {
        ObservationLog log = ObservationLog.of(
                increment("2024-01-01/2024-01-31", "10 个").id("jan").recordedAt(at("2024-02-01T08:00")),
                increment("2024-02-01/2024-02-29", "10 个").id("feb").recordedAt(at("2024-03-01T08:00")),
                Observation.retraction("T", "jan", at("2024-04-01T08:00")));
        AsOf question = AsOf.of(day("03-31"));
        assertEquals(Optional.of(q("20 个")), known(log, question.knownBy(day("03-31"))).actual());
        assertEquals(Optional.of(q("10 个")), known(log, question.knownBy(day("04-01"))).actual());
    }

    @Test
    void aCorrectionOfACorrectionCounts() {
        ObservationLog log = ObservationLog.of(
                total("09-30", "50 个").id("c").recordedAt(at("2024-10-03T08:00")).supersedes("b"),
                total("09-30", "40 个").id("a").recordedAt(at("2024-10-01T08:00")),
                total("09-30", "45 个").id("b").recordedAt(at("2024-10-02T08:00")).supersedes("a"));
        AsOf question = AsOf.of(day("09-30"));
        assertEquals(Optional.of(q("50 个")), known(log, question).actual());
        assertEquals(Optional.of(q("45 个")), known(log, question.knownBy(day("10-02"))).actual());
    }

    @Test
    void aCorrectionOfAnOverlapEndsTheRefusal() {
        ObservationLog log = ObservationLog.of(
                increment("2024-01-01/2024-01-31", "10 个").id("jan").recordedAt(at("2024-02-01T08:00")),
                increment("2024-01-31/2024-02-29", "10 个").id("feb").recordedAt(at("2024-03-01T08:00")),
                increment("2024-02-01/2024-02-29", "9 个").id("feb2").recordedAt(at("2024-03-05T08:00"))
                        .supersedes("feb"));
        AsOf question = AsOf.of(day("03-31"));
        assertEquals(Optional.of(Reason.OVERLAPPING_INCREMENTS), known(log, question.knownBy(day("03-04"))).reason());
        assertEquals(Optional.of(q("19 个")), known(log, question).actual());
    }

    /** "The same answer for ever": a level recorded in August must not change what was known in June. */
    @Test
    void whatIsRecordedLaterDoesNotChangeTheReasonGivenEarlier() {
        Register reporting = register(
                target(Goal.total(q("62 个"))).reporting(new Reporting(Period.ofMonths(1), Period.ZERO)).build());
        AsOf question = AsOf.of(day("06-30")).knownBy(day("07-08"));
        Assessment before = Assessor.assess(reporting, ObservationLog.empty(), question).get("T");
        ObservationLog later = ObservationLog.of(level("06-30", "5 个").recordedAt(at("2024-08-01T08:00")));
        assertEquals(before, Assessor.assess(reporting, later, question).get("T"));
    }

    @Test
    void anAssessmentAlreadyGivenKeepsItsEvidence() {
        Assessor kept = Assessor.of(REGISTER, ObservationLog.of(
                increment("2024-01-01/2024-01-31", "10 个").id("jan")), AsOf.of(day("03-31")));
        Assessment before = kept.get("T");
        kept.add(increment("2024-01-01/2024-01-31", "9 个").id("jan2").recordedAt(at("2024-04-01T08:00"))
                .supersedes("jan"));
        kept.add(increment("2024-02-01/2024-02-29", "9 个").id("feb"));
        Trace.Input input = (Trace.Input) before.trace().get(0);
        assertEquals(1, input.evidence().count());
        assertEquals(java.util.List.of("jan"), input.evidence().ids().toList());
        assertEquals(Optional.of(q("18 个")), kept.get("T").actual());
    }
}
