package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Basis;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Level;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minima, maxima and bands over amounts, levels, counts and rates. */
class AmountTest {
    private static Goal.Amount totalOf(String require) {
        return Goal.amount(Measure.total(), bound(require));
    }

    private static Goal.Amount levelOf(String require) {
        return Goal.amount(Measure.level(), bound(require));
    }

    private static Goal.Amount countOf(String require) {
        return Goal.amount(Measure.count(), bound(require));
    }

    @ParameterizedTest
    @CsvSource({
        "62 个, 61, MISSED", "62 个, 62, MET", "62 个, 63, MET",
        "62个以上, 62, MET", "不少于62个, 61.999, MISSED",
        "> 62 个, 62, MISSED", "超过62个, 62.001, MET",
        "<= 62 个, 62, MET", "62个以内, 62.001, MISSED",
        "< 62 个, 62, MISSED", "低于62个, 61.999, MET",
        "= 62 个, 62, MET", "= 62 个, 63, MISSED", "= 62 个, 61, MISSED",
        "'[60 个, 62 个]', 60, MET", "'(60 个, 62 个]', 60, MISSED", "'[60 个, 62 个)', 62, MISSED",
        "~ 62 个 ± 2 个, 60, MET", "~ 62 个 ± 2 个, 59.999, MISSED", "~ 62 个 ± 2 个, 64.001, MISSED",
        "'62个左右，越高越好', 61, MISSED", "'62个左右，越高越好', 99, MET", "'62个左右，越低越好', 63, MISSED",
        "'62个左右，越低越好', 9, MET"})
    void everyBoundHoldsAtItsEdgeAsItsWordsSay(String require, String actual, Verdict verdict) {
        Assessment assessment = assess(totalOf(require), "2025-01-01", total("12-31", actual + " 个"));
        assertEquals(verdict, assessment.verdict());
        assertTrue(assessment.settled());
    }

    @Test
    void theDueDayIsStillOpenAndTheDayAfterIsPast() {
        Goal goal = totalOf("62 个");
        assertEquals(Verdict.NOT_MET, assess(goal, "12-31", total("12-31", "61 个")).verdict());
        assertEquals(Verdict.MISSED, assess(goal, "2025-01-01", total("12-31", "61 个")).verdict());
        assertFalse(assess(goal, "12-31", total("12-31", "61 个")).settled());
    }

    @Test
    void anEmptyLogIsNeverZero() {
        Assessment assessment = assess(totalOf("62 个"), "06-30");
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(Optional.of(Reason.NO_OBSERVATION), assessment.reason());
        assertTrue(assessment.actual().isEmpty());
        assertEquals("- / -", attainment(assessment));
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(totalOf("<= 62 个"), "2025-02-01").verdict());
    }

    @Test
    void latestWinsForRunningTotalsWhateverTheOrderAndNoneIsEverAdded() {
        Assessment assessment = assess(totalOf("62 个"), "06-30",
                total("06-30", "33 个"), total("03-31", "20 个"), total("05-31", "30 个"));
        assertEquals(Optional.of(q("33 个")), assessment.actual());
    }

    @Test
    void ofTwoRunningTotalsOfOneDayTheOneRecordedLaterWins() {
        Observation early = total("06-30", "33 个").id("z").recordedAt(io.mubiao.testing.Ask.at("2024-07-01T08:00"));
        Observation late = total("06-30", "31 个").id("a").recordedAt(io.mubiao.testing.Ask.at("2024-07-02T08:00"));
        assertEquals(Optional.of(q("31 个")), assess(totalOf("62 个"), "06-30", late, early).actual());
    }

    @Test
    void aRunningTotalPastTheAsOfDateOrOfAnotherYearDoesNotCount() {
        Assessment assessment = assess(totalOf("62 个"), "06-30",
                total("06-30", "33 个"), total("07-01", "34 个"), total("2023-12-31", "70 个"));
        assertEquals(Optional.of(q("33 个")), assessment.actual());
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(totalOf("62 个"), "06-30", total("2023-06-30", "70 个"), total("2025-06-30", "70 个")).verdict());
    }

    @Test
    void incrementsAreSummedAndThoseReachingOutsideAreLeftOutAndReported() {
        Assessment assessment = assess(totalOf("62 个"), "06-30",
                increment("2024-01-01/2024-03-31", "20 个").id("q1"),
                increment("2024-04-01/2024-06-30", "11 个").id("q2"),
                increment("2024-06-25/2024-07-01", "5 个").source("b").id("over"),
                increment("2023-12-31/2024-01-01", "5 个").source("b").id("before"));
        assertEquals(Optional.of(q("31 个")), assessment.actual());
        assertEquals(1, assessment.notes().size());
        assertEquals(Note.Kind.LEFT_OUT, assessment.notes().get(0).kind());
        assertTrue(assessment.notes().get(0).detail().startsWith("2"), assessment.notes()::toString);
    }

    @Test
    void overlappingIncrementsOfOneSourceAreRefusedAndOfTwoSourcesAreNot() {
        Observation january = increment("2024-01-01/2024-01-31", "20 个").source("a").id("jan");
        Assessment refused = assess(totalOf("62 个"), "06-30", january,
                increment("2024-01-31/2024-02-29", "20 个").source("a").id("feb"));
        assertEquals(Optional.of(Reason.OVERLAPPING_INCREMENTS), refused.reason());
        assertTrue(refused.detail().contains("jan") && refused.detail().contains("feb"));
        assertEquals(Optional.of(q("40 个")), assess(totalOf("62 个"), "06-30", january,
                increment("2024-01-31/2024-02-29", "20 个").source("b").id("feb")).actual());
    }

    @Test
    void anOverlapThroughALongEarlierIncrementIsFound() {
        Assessment assessment = assess(totalOf("62 个"), "12-31",
                increment("2024-01-01/2024-06-30", "1 个"), increment("2024-02-01/2024-02-29", "1 个"),
                increment("2024-05-01/2024-05-31", "1 个"));
        assertEquals(Optional.of(Reason.OVERLAPPING_INCREMENTS), assessment.reason());
    }

    @Test
    void levelsAreNeverSummed() {
        Assessment assessment = assess(totalOf("62 个"), "06-30", level("03-31", "40 个"), level("06-30", "40 个"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals(Optional.of(Reason.WRONG_KIND), assessment.reason());
        assertTrue(assessment.actual().isEmpty());
    }

    @Test
    void totalsAndIncrementsTogetherAreRefused() {
        assertEquals(Optional.of(Reason.MIXED_KINDS), assess(totalOf("62 个"), "06-30", total("03-31", "20 个"),
                increment("2024-04-01/2024-06-30", "11 个")).reason());
    }

    @Test
    void aUnitThatDoesNotConvertIsRefusedNamingBoth() {
        Assessment assessment = assess(totalOf("62 个"), "06-30", total("06-30", "62 所"));
        assertEquals(Optional.of(Reason.UNIT_MISMATCH), assessment.reason());
        assertTrue(assessment.detail().contains("个") && assessment.detail().contains("所"), assessment.detail());
    }

    @Test
    void overshootIsKeptBesideTheCap() {
        assertEquals("125.57 / 100.00",
                attainment(assess(totalOf("1400 套"), "2025-01-01", total("12-31", "1758 套"))));
    }

    @Test
    void targetZeroAndActualZeroIsMet() {
        for (String require : new String[] {"0 个", "<= 0 个", "= 0 个"}) {
            Assessment assessment = assess(totalOf(require), "2025-01-01", total("12-31", "0 个"));
            assertEquals(Verdict.MET, assessment.verdict());
            assertEquals("- / 100.00", attainment(assessment));
            assertEquals(Status.MET, assessment.status());
        }
        Assessment one = assess(totalOf("<= 0 个"), "2025-01-01", total("12-31", "1 个"));
        assertEquals(Verdict.MISSED, one.verdict());
        assertEquals("0.00 / 0.00", attainment(one));
    }

    @Test
    void attainmentOfAMaximumIsLimitPerActual() {
        assertEquals("80.00 / 80.00", attainment(assess(levelOf("<= 40 个"), "06-30", level("06-30", "50 个"))));
        assertEquals("400.00 / 100.00", attainment(assess(levelOf("<= 40 个"), "06-30", level("06-30", "10 个"))));
    }

    @Test
    void decreasingTargetRecoversWhenTheLevelFallsAgain() {
        Level up = level("05-31", "50 个");
        Level down = level("06-30", "38 个");
        assertEquals(Verdict.NOT_MET, assess(levelOf("<= 40 个"), "06-15", up, down).verdict());
        assertEquals(Verdict.MET, assess(levelOf("<= 40 个"), "06-30", up, down).verdict());
    }

    @Test
    void metSlipsBackForLevelsAndIsNotSettled() {
        Level good = level("03-31", "8 %");
        Level bad = level("06-30", "7 %");
        Assessment before = assess(levelOf(">= 7.5 %"), "06-29", good, bad);
        assertEquals(Verdict.MET, before.verdict());
        assertFalse(before.settled());
        assertEquals(Verdict.NOT_MET, assess(levelOf(">= 7.5 %"), "06-30", good, bad).verdict());
    }

    @Test
    void aLevelIsJudgedOnItselfAndNotOnElapsedTime() {
        Assessment assessment = assess(levelOf("~ 7.5 % ± 0.2 %"), "06-30", level("06-30", "5.5 %"));
        assertEquals(Pace.BEHIND, assessment.pace());
        assertTrue(assessment.expectedShare().isEmpty());
        assertEquals(Pace.ON_PACE, assess(levelOf(">= 7.5 %"), "01-31", level("01-31", "7.5 %")).pace());
    }

    @Test
    void aLevelOfOneMemberIsNotTheLevelOfTheWhole() {
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(levelOf(">= 7.5 %"), "06-30", level("06-30", "9 %").member("木厂镇")).verdict());
    }

    @Test
    void eventsBelowTheMinimumAreALowerBoundUntilTheStreamIsComplete() {
        Assessment open = assess(countOf("3 件"), "06-30", event("02-01"), event("03-01"));
        assertEquals(Verdict.INSUFFICIENT_DATA, open.verdict());
        assertEquals(Optional.of(Reason.NOT_COMPLETE), open.reason());
        assertEquals(Optional.of(q("2 件")), open.actual());
        assertEquals(Verdict.NOT_MET,
                assess(countOf("3 件"), "06-30", event("02-01"), event("03-01"), completeThrough("06-30")).verdict());
        assertEquals(Verdict.MISSED, assess(countOf("3 件"), "2025-01-01", event("02-01"), completeThrough("12-31"))
                .verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(countOf("3 件"), "2025-01-01", event("02-01"), completeThrough("12-30")).verdict());
    }

    @Test
    void enoughEventsAreMetWithoutAnyStatementOfCompleteness() {
        assertEquals(Verdict.MET, assess(countOf("2 件"), "06-30", event("01-01"), event("06-30")).verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(countOf("2 件"), "06-30", event("2023-12-31"), event("06-30"), event("07-01")).verdict());
    }

    @Test
    void moreEventsThanTheMaximumBreakItWithoutAnyStatementOfCompleteness() {
        assertEquals(Verdict.NOT_MET, assess(countOf("<= 1 件"), "06-30", event("01-01"), event("06-30")).verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(countOf("<= 1 件"), "06-30", event("01-01")).verdict());
        assertEquals(Verdict.MET,
                assess(countOf("<= 1 件"), "06-30", event("01-01"), completeThrough("06-30")).verdict());
    }

    /** The issue: "Met is revocable for levels, permanent for dated events against later facts". */
    @Test
    void enoughDatedEventsStayEnoughSoTheVerdictIsSettled() {
        assertTrue(assess(countOf("2 件"), "06-30", event("01-01"), event("06-30")).settled());
    }

    /** Nothing may be inferred from events nobody stated to be complete, not even a capped attainment of 100 %. */
    @Test
    void aMaximumWithoutCompletenessHasNoAttainment() {
        Assessment assessment = assess(countOf("<= 3 件"), "06-30", completeThrough("01-31"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertEquals("- / -", attainment(assessment));
    }

    /** Two are already more than one; no further event can make it exactly one again. */
    @Test
    void moreEventsThanExactlyWantedAreKnownToBeTooMany() {
        assertEquals(Verdict.NOT_MET, assess(countOf("= 1 件"), "06-30", event("01-01"), event("06-30")).verdict());
    }

    @Test
    void rateOfTwoTotalsIsNumeratorPerDenominatorAndZeroDenominatorIsNotApplicable() {
        Goal goal = Goal.amount(Measure.ratio(Measure.total("n"), Measure.total("d")), bound(">= 55 %"));
        Observation above = Observation.total("n", io.mubiao.testing.Ask.day("06-30"), q("50 个"));
        Assessment assessment = assess(goal, "06-30", above,
                Observation.total("d", io.mubiao.testing.Ask.day("06-30"), q("91 个")));
        assertEquals(Verdict.NOT_MET, assessment.verdict());
        assertEquals("54.95", io.mubiao.testing.Ask.percent(assessment.actual().orElseThrow().asShare()));
        assertEquals(Pace.BEHIND, assessment.pace());
        Assessment none = assess(goal, "06-30", above,
                Observation.total("d", io.mubiao.testing.Ask.day("06-30"), q("0 个")));
        assertEquals(Verdict.NOT_APPLICABLE, none.verdict());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), none.reason());
        assertEquals("- / -", attainment(none));
    }

    /** §3.2: "percentage indicators average a running percentage in the quarter and sum it for the year". */
    @Test
    void percentagesAreNotAveragedAndThenSummed() {
        Assessment assessment = assess(levelOf(">= 95 %"), "12-31", level("03-31", "90 %"), level("06-30", "92 %"),
                level("09-30", "94 %"), level("12-31", "96 %"));
        assertEquals(Optional.of(q("96 %")), assessment.actual());
    }

    /** §3.2: composite parents average their children without weighting by size; a rate pools first. */
    @Test
    void aRatePoolsItsPartsBeforeItDivides() {
        Goal goal = Goal.amount(Measure.ratio(Measure.total("n"), Measure.total("d")), bound(">= 50 %"));
        Assessment assessment = assess(goal, "12-31",
                Observation.increment("n", io.mubiao.time.Span.parse("2024-01-01/2024-06-30"), q("1 个")),
                Observation.increment("n", io.mubiao.time.Span.parse("2024-07-01/2024-12-31"), q("90 个")),
                Observation.increment("d", io.mubiao.time.Span.parse("2024-01-01/2024-06-30"), q("10 个")),
                Observation.increment("d", io.mubiao.time.Span.parse("2024-07-01/2024-12-31"), q("90 个")));
        assertEquals(Optional.of(q("91 %")), assessment.actual());
    }

    @Test
    void theDeclaredBasisCountsAndTheOtherStandsBeside() {
        Observation reported = total("06-30", "33 个");
        Observation recognised = total("06-30", "30 个").recognised();
        Assessment byDefault = assess(totalOf("62 个"), "06-30", reported, recognised);
        assertEquals(Optional.of(q("33 个")), byDefault.actual());
        assertEquals(Optional.of(q("30 个")), byDefault.otherActual());
        Assessment strict = assess(target(totalOf("62 个")).basis(Basis.RECOGNISED).build(), "06-30", reported,
                recognised);
        assertEquals(Optional.of(q("30 个")), strict.actual());
        assertEquals(Optional.of(q("33 个")), strict.otherActual());
        Assessment onlyOther = assess(totalOf("62 个"), "06-30", recognised);
        assertEquals(Verdict.INSUFFICIENT_DATA, onlyOther.verdict());
        assertEquals(Optional.of(q("30 个")), onlyOther.otherActual());
    }

    @Test
    void afterThePeriodLaterFiguresDoNotCount() {
        Assessment assessment = assess(totalOf("62 个"), "2025-03-01", total("12-31", "61 个"),
                total("2025-02-28", "70 个"));
        assertEquals(Verdict.MISSED, assessment.verdict());
        assertEquals(Optional.of(q("61 个")), assessment.actual());
    }

    @Test
    void beforeThePeriodNothingIsDue() {
        Assessment assessment = assess(totalOf("62 个"), "2023-12-31", total("2023-12-31", "70 个"));
        assertEquals(Pace.NOT_DUE, assessment.pace());
        assertTrue(assessment.actual().isEmpty());
    }

    /** Absence is never inferred: the November figure does not say that December brought nothing. */
    @Test
    void anOldFigureDoesNotSettleThatTheTargetWasMissed() {
        Assessment assessment = assess(totalOf("62 个"), "2025-01-05", total("11-30", "60 个"));
        assertFalse(assessment.settled(), assessment::toString);
    }

    /** A rate is as old as its older part, whichever that is. */
    @Test
    void aRateWithAnOldDenominatorIsStaleLikeOneWithAnOldNumerator() {
        Goal goal = Goal.amount(Measure.ratio(Measure.total("n"), Measure.total("d")), bound(">= 50 %"));
        var monthly = new io.mubiao.target.Reporting(java.time.Period.ofMonths(1), java.time.Period.ofDays(5));
        var january = io.mubiao.testing.Ask.day("01-31");
        var june = io.mubiao.testing.Ask.day("06-30");
        assertEquals(Verdict.STALE, assess(target(goal).reporting(monthly).build(), "06-30",
                Observation.total("n", january, q("9 个")), Observation.total("d", june, q("10 个"))).verdict());
        assertEquals(Verdict.STALE, assess(target(goal).reporting(monthly).build(), "06-30",
                Observation.total("n", june, q("9 个")), Observation.total("d", january, q("10 个"))).verdict());
    }
}
