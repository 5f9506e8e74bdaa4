package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.facts;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Stated;
import io.mubiao.time.Cadence;
import io.mubiao.trace.Term;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A level is held, under each reading. */
class MaintainTest {
    private static final Observation[] SAMPLES = {level("03-31", "99.6 %"), level("06-30", "99.3 %"),
        level("09-30", "99.7 %"), level("12-31", "99.8 %")};

    private static Goal.Maintain held(SampleReading reading) {
        return Goal.maintain(bound(">= 99.5 %"), reading);
    }

    @Test
    void theReadingsDifferOnTheSameSamples() {
        assertEquals(Verdict.NOT_MET, assess(held(SampleReading.every()), "12-31", SAMPLES).verdict());
        Assessment worst = assess(held(SampleReading.worst()), "12-31", SAMPLES);
        assertEquals(Optional.of(q("99.3 %")), worst.actual());
        assertEquals(Verdict.NOT_MET, worst.verdict());
        Assessment mean = assess(held(SampleReading.mean()), "12-31", SAMPLES);
        assertEquals(Optional.of(q("99.6 %")), mean.actual());
        assertEquals(Verdict.MET, mean.verdict());
        assertEquals(Verdict.MET, assess(held(SampleReading.share(bound(">= 75 %"))), "12-31", SAMPLES).verdict());
        assertEquals(Verdict.NOT_MET, assess(held(SampleReading.share(bound("> 75 %"))), "12-31", SAMPLES).verdict());
    }

    @Test
    void theWorstOfALowerIsBetterLevelIsTheHighest() {
        Assessment assessment = assess(Goal.maintain(bound("<= 35 个"), SampleReading.worst()), "12-31",
                level("03-31", "30 个"), level("06-30", "40 个"), level("09-30", "10 个"));
        assertEquals(Optional.of(q("40 个")), assessment.actual());
        assertEquals(Verdict.NOT_MET, assessment.verdict());
    }

    @Test
    void theWorstOfABandIsOneThatFails() {
        Goal band = Goal.maintain(bound("[10 个, 20 个]"), SampleReading.worst());
        assertEquals(Optional.of(q("25 个")),
                assess(band, "12-31", level("03-31", "12 个"), level("06-30", "25 个")).actual());
        assertEquals(Verdict.MET, assess(band, "12-31", level("03-31", "10 个"), level("06-30", "20 个")).verdict());
    }

    @Test
    void everySampleOfEveryMemberCounts() {
        Goal sections = held(SampleReading.every()).population("东", "西");
        assertEquals(Verdict.MET, assess(sections, "12-31", level("03-31", "99.5 %").member("东"),
                level("03-31", "99.9 %").member("西")).verdict());
        assertEquals(Verdict.NOT_MET, assess(sections, "12-31", level("03-31", "99.5 %").member("东"),
                level("03-31", "99.4 %").member("西")).verdict());
    }

    @Test
    void aMemberNeverSampledIsNeitherGoodNorBad() {
        Goal sections = held(SampleReading.every()).population("东", "西");
        Assessment assessment = assess(sections, "12-31", level("03-31", "99.5 %").member("东"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(List.of("西"), facts(assessment, Term.UNKNOWN_CELL));
        assertEquals("- / -", attainment(assessment));
        assertEquals(Verdict.NOT_MET, assess(sections, "12-31", level("03-31", "99.4 %").member("东")).verdict());
    }

    @Test
    void aSampleOwedByTheCadenceAndMissingIsNamed() {
        Goal monthly = held(SampleReading.every()).cadence(Cadence.monthly());
        Assessment assessment = assess(monthly, "03-31", level("01-31", "99.9 %"), level("03-01", "99.9 %"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(List.of("2024-02"), facts(assessment, Term.UNKNOWN_CELL));
        assertEquals(Verdict.MET,
                assess(monthly, "03-30", level("01-31", "99.9 %"), level("02-29", "99.9 %")).verdict());
    }

    @Test
    void samplesOfAnotherYearDoNotLeakIn() {
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(held(SampleReading.every()), "12-31", level("2023-12-31", "99.9 %"), level("2025-01-01", "1 %"))
                        .verdict());
    }

    @Test
    void aSampleInAnUnlistedPlaceIsNotedAndNotCounted() {
        Assessment assessment = assess(held(SampleReading.every()).population("东"), "12-31",
                level("03-31", "99.5 %").member("东"), level("03-31", "1 %").member("北"));
        assertEquals(Verdict.MET, assessment.verdict());
        assertEquals(Note.Kind.UNLISTED, assessment.notes().get(0).kind());
    }

    /** Whoever was reported on or before the day: a list frozen on the eve of the year is known from last year. */
    @Test
    void aPopulationFrozenBeforeThePeriodIsWhoWasSampledByThen() {
        Goal frozen = new Goal.Maintain(bound(">= 99.5 %"), SampleReading.every(),
                Optional.of(Stated.of(Population.frozen(day("2023-12-31")))), Optional.empty());
        Assessment assessment = assess(frozen, "12-31", level("2023-12-20", "99.9 %").member("东"),
                level("03-31", "99.9 %").member("东"), level("03-31", "1 %").member("新"));
        assertEquals(Verdict.MET, assessment.verdict(), assessment::toString);
    }

    @Test
    void aFrozenPopulationDoesNotGrow() {
        Goal frozen = new Goal.Maintain(bound(">= 99.5 %"), SampleReading.every(),
                Optional.of(Stated.of(Population.frozen(day("01-31")))), Optional.empty());
        assertEquals(Verdict.MET, assess(frozen, "12-31", level("01-31", "99.9 %").member("东"),
                level("03-31", "1 %").member("新")).verdict());
    }

    @Test
    void metSlipsBackWithOneBadSample() {
        assertEquals(Verdict.MET, assess(held(SampleReading.every()), "06-29", SAMPLES).verdict());
        assertEquals(Verdict.NOT_MET, assess(held(SampleReading.every()), "06-30", SAMPLES).verdict());
        assertEquals(Pace.BEHIND, assess(held(SampleReading.every()), "06-30", SAMPLES).pace());
        assertEquals(Verdict.MISSED, assess(held(SampleReading.every()), "2025-01-01", SAMPLES).verdict());
    }

    @Test
    void aFailingSampleIsToldAsOneAndNotAsMissing() {
        Assessment assessment = assess(held(SampleReading.every()), "12-31", SAMPLES);
        assertEquals(1, facts(assessment, Term.FAILED_SAMPLE).size());
        assertTrue(facts(assessment, Term.FAILED_SAMPLE).get(0).startsWith("2024-06-30 99.3 %"));
        assertEquals(List.of(), facts(assessment, Term.MISSING));
    }

    @Test
    void aUnitThatDoesNotConvertIsRefused() {
        assertTrue(assess(held(SampleReading.mean()), "12-31", level("03-31", "99.9 个")).reason()
                .filter(Reason.UNIT_MISMATCH::equals).isPresent());
    }
}
