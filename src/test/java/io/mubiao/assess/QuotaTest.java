package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Target;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.time.WeekNumbering;
import io.mubiao.trace.Term;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** At least k events in every cell; a closed empty complete cell is a miss, at once and for good. */
class QuotaTest {
    private static final Goal.Quota QUARTERLY = Goal.quota(1, Cadence.quarterly());

    private static Observation[] events(String... days) {
        return Stream.of(days).map(on -> event(on)).toArray(Observation[]::new);
    }

    private static Observation[] with(Observation[] some, Observation... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Observation[]::new);
    }

    @Test
    void everySlotFilledIsMetOnlyWhenTheLastHasClosed() {
        Observation[] all = events("01-01", "06-30", "09-30", "12-31");
        Assessment open = assess(QUARTERLY, "12-30", all);
        assertEquals(Verdict.NOT_MET, open.verdict());
        assertEquals(Pace.ON_PACE, open.pace());
        Assessment closed = assess(QUARTERLY, "12-31", all);
        assertEquals(Verdict.MET, closed.verdict());
        assertTrue(closed.settled());
    }

    @Test
    void theRunningSlotIsNotDue() {
        Assessment assessment = assess(QUARTERLY, "03-30");
        assertEquals(Verdict.NOT_MET, assessment.verdict());
        assertEquals(Pace.NOT_DUE, assessment.pace());
        assertEquals(Status.NOT_DUE, assessment.status());
    }

    @Test
    void aSlotClosesOnItsLastDay() {
        assertEquals(Verdict.MISSED, assess(QUARTERLY, "03-31", completeThrough("03-31")).verdict());
        assertEquals(Verdict.NOT_MET, assess(QUARTERLY, "03-31", event("03-31")).verdict());
    }

    @Test
    void oneEmptyClosedCompleteSlotIsAMissWhateverTheOthersHold() {
        Assessment assessment = assess(QUARTERLY, "09-30",
                with(events("01-10", "01-11", "01-12", "08-01"), completeThrough("09-30")));
        assertEquals(Verdict.MISSED, assessment.verdict());
        assertTrue(assessment.settled());
        assertEquals(List.of("2024-Q2"), facts(assessment, Term.MISSED_CELL));
        assertEquals("66.67 / 66.67", attainment(assessment));
    }

    @Test
    void anEmptyClosedSlotThatNobodyCalledCompleteIsNotKnown() {
        Assessment assessment = assess(QUARTERLY, "06-30", with(events("01-10"), completeThrough("06-29")));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(Optional.of(Reason.NOT_COMPLETE), assessment.reason());
        assertEquals(List.of("2024-Q2"), facts(assessment, Term.UNKNOWN_CELL));
        assertEquals("- / -", attainment(assessment));
    }

    @Test
    void aSurplusDoesNotMove() {
        Assessment assessment = assess(QUARTERLY, "06-30", with(events("01-10", "02-10"), completeThrough("06-30")));
        assertEquals(Verdict.MISSED, assessment.verdict());
        assertEquals("50.00 / 50.00", attainment(assessment));
    }

    @Test
    void sameMonthOfAnotherYearDoesNotLeakIn() {
        Goal monthly = Goal.quota(1, Cadence.monthly());
        assertEquals(Verdict.MISSED,
                assess(monthly, "01-31", with(events("2023-01-15", "2025-01-15"), completeThrough("01-31"))).verdict());
    }

    @Test
    void excusedSlotsAreOutOfBothAndNotPassed() {
        Goal goal = Goal.quota(1, Cadence.monthly()).excuses(Excuse.slot("2024-02", "春节"));
        Assessment assessment = assess(goal, "03-31", with(events("01-10"), completeThrough("03-31")));
        assertEquals("50.00 / 50.00", attainment(assessment));
        Assessment good = assess(goal, "03-31", events("01-10", "03-10"));
        assertEquals("100.00 / 100.00", attainment(good));
    }

    @Test
    void everySlotExcusedIsNotApplicable() {
        Goal goal = QUARTERLY.excuses(Excuse.days(Span.year(2024), "疫情"));
        Assessment assessment = assess(goal, "12-31");
        assertEquals(Verdict.NOT_APPLICABLE, assessment.verdict());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), assessment.reason());
    }

    /** §3.2: one not-applicable month sets the whole quarter to 0. */
    @Test
    void oneNotApplicableMonthDoesNotZeroTheQuarter() {
        Goal goal = Goal.quota(1, Cadence.monthly()).excuses(Excuse.slot("2024-02", "停工"));
        Assessment assessment = assess(goal, "03-31", events("01-10", "03-10"));
        assertEquals(Verdict.NOT_MET, assessment.verdict());
        assertEquals(Pace.ON_PACE, assessment.pace());
    }

    @Test
    void industriesTimesQuartersEachOweTheirOwn() {
        Goal goal = QUARTERLY.population("制造", "服务");
        Observation both = completeThrough("03-31");
        assertEquals(Pace.ON_PACE, assess(goal, "03-31", event("02-01").member("制造"), event("02-01").member("服务"), both)
                .pace());
        Assessment one = assess(goal, "03-31", event("02-01").member("制造"), event("03-01").member("制造"), both);
        assertEquals(Verdict.MISSED, one.verdict());
        assertEquals(List.of("服务 2024-Q1"), facts(one, Term.MISSED_CELL));
        assertEquals("50.00 / 50.00", attainment(one));
        Assessment stranger = assess(goal, "03-31", event("02-01").member("农业"), both);
        assertEquals(Note.Kind.UNLISTED, stranger.notes().get(0).kind());
    }

    @Test
    void atLeastTwoMeansTwo() {
        Goal goal = Goal.quota(2, Cadence.quarterly());
        assertEquals(Verdict.MISSED, assess(goal, "03-31", event("02-01"), completeThrough("03-31")).verdict());
        assertEquals(Pace.ON_PACE, assess(goal, "03-31", event("02-01"), event("02-01")).pace());
    }

    @Test
    void oddWeeksOfAYearWithFiftyThreeWeeksAreTwentySeven() {
        Target target = Target.builder("T", Goal.quota(1, Cadence.oddWeeks(WeekNumbering.iso())), Span.year(2020))
                .build();
        Assessment assessment = assess(target, "2021-01-03",
                Observation.complete("T", Span.parse("2019-12-01/2021-01-31")));
        assertEquals(27, assessment.required().orElseThrow().amount().numerator().intValueExact());
        assertEquals("2020-W53", facts(assessment, Term.MISSED_CELL).get(26));
    }

    @Test
    void saturdaysOf2024AreFiftyTwoAndTheHolidayOnesAreExcused() {
        Goal.Quota goal = Goal.quota(1, Cadence.every(DayOfWeek.SATURDAY));
        List<Observation> every = new ArrayList<>();
        for (LocalDate on = LocalDate.of(2024, 1, 6); on.getYear() == 2024; on = on.plusWeeks(1)) {
            every.add(Observation.event("T", on));
        }
        assertEquals(52, every.size());
        assertEquals(Verdict.MET, assess(goal, "12-31", every.toArray(Observation[]::new)).verdict());
        every.removeIf(observation -> ((Observation.Event) observation).on().dateIn(io.mubiao.testing.Ask.ZONE)
                .equals(LocalDate.of(2024, 2, 10)));
        Excuse spring = Excuse.days(Span.parse("2024-02-10/2024-02-17"), "春节");
        assertEquals(Verdict.MET,
                assess(goal.excuses(spring), "12-31", every.toArray(Observation[]::new)).verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(goal, "12-31", every.toArray(Observation[]::new)).verdict());
    }

    @Test
    void everyMissedCellIsToldHoweverManyThereAre() {
        Goal goal = Goal.quota(1, Cadence.monthly()).population(
                java.util.stream.IntStream.rangeClosed(1, 20).mapToObj(number -> "镇" + number).toArray(String[]::new));
        Assessment assessment = assess(goal, "2025-01-01", completeThrough("12-31"));
        assertEquals(240, facts(assessment, Term.MISSED_CELL).size());
        assertEquals(240, ((GoalFacts.Quota) assessment.facts().orElseThrow()).missed().size());
    }

    @Test
    void anyThirtyDaysHoldOne() {
        Goal goal = Goal.quota(1, Cadence.rolling(Period.ofDays(30)));
        assertFalse(assess(goal, "03-30", with(events("01-30", "02-29", "03-30"), completeThrough("03-30"))).settled());
        assertEquals(Verdict.MISSED,
                assess(goal, "03-30", with(events("01-30", "03-01"), completeThrough("03-30"))).verdict());
    }

    @Test
    void anEmptyLogAfterTheYearIsNotKnownAndNotMissed() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(QUARTERLY, "2025-02-01").verdict());
        assertEquals(Verdict.MISSED, assess(QUARTERLY, "2025-02-01", completeThrough("12-31")).verdict());
    }

    @Test
    void aGapInCompletenessOnlyHidesItsOwnSlot() {
        Assessment assessment = assess(QUARTERLY, "09-30",
                Observation.complete("T", new Span(day("04-01"), day("06-30"))), event("01-10"), event("08-10"));
        assertEquals(List.of("2024-Q2"), facts(assessment, Term.MISSED_CELL));
        assertEquals(Verdict.MISSED, assessment.verdict());
    }
}
