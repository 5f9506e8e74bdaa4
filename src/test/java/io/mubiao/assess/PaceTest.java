package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Rational;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed by now. Days ahead are positive when ahead; the pace day is the first on which the curve reaches. */
class PaceTest {
    private static Target paced(String require, PaceCurve curve) {
        return target(Goal.amount(Measure.total(), bound(require))).pace(curve).build();
    }

    @ParameterizedTest
    @CsvSource({"01-30, 0, 1", "01-31, 1, 12", "02-29, 2, 12", "03-31, 3, 12", "06-29, 5, 12", "06-30, 6, 12",
        "11-30, 11, 12", "12-30, 11, 12", "12-31, 1, 1", "2025-06-30, 1, 1"})
    void monthsCountWhenTheyComplete(String asOf, long numerator, long denominator) {
        Assessment assessment = assess(Goal.total(q("120 个")), asOf, total("01-01", "1 个"), total("12-31", "2 个"));
        assertEquals(Optional.of(Rational.of(numerator, denominator)), assessment.expectedShare());
    }

    @Test
    void byDaysTheAsOfDayCountsAsElapsed() {
        AsOf byDays = AsOf.of(day("06-30")).pace(PaceCurve.days());
        Assessment assessment = assess(target(Goal.total(q("366 个"))).build(), byDays, total("06-30", "182 个"));
        assertEquals(Optional.of(Rational.of(182, 366)), assessment.expectedShare());
        assertEquals(Pace.ON_PACE, assessment.pace());
        assertEquals(OptionalLong.of(0), assessment.daysAhead());
        assertEquals(Optional.of(day("06-30")), assessment.paceDay());
    }

    @Test
    void onPaceMeansNotBelowExpectedUnrounded() {
        AsOf byDays = AsOf.of(day("06-30")).pace(PaceCurve.days());
        Target target = target(Goal.total(q("100 个"))).build();
        assertEquals(Pace.BEHIND, assess(target, byDays, total("06-30", "49.7267 个")).pace());
        assertEquals(Pace.ON_PACE, assess(target, byDays, total("06-30", "49.7268 个")).pace());
        Assessment third = assess(Goal.total(q("100 个")), "04-30", total("04-30", "33.3333333 个"));
        assertEquals(Pace.BEHIND, third.pace());
    }

    @Test
    void aheadAndBehindInPointsAndInDays() {
        AsOf byDays = AsOf.of(day("06-30")).pace(PaceCurve.days());
        Target target = target(Goal.total(q("366 个"))).build();
        Assessment ahead = assess(target, byDays, total("06-30", "192 个"));
        assertEquals(OptionalLong.of(10), ahead.daysAhead());
        assertEquals(Optional.of(Rational.of(1000, 366)), ahead.pointsAhead());
        Assessment behind = assess(target, byDays, total("06-30", "172 个"));
        assertEquals(OptionalLong.of(-10), behind.daysAhead());
        Assessment nothing = assess(target, byDays, total("06-30", "0 个"));
        assertEquals(Optional.of(day("2023-12-31")), nothing.paceDay());
        assertEquals(OptionalLong.of(-182), nothing.daysAhead());
        Assessment over = assess(target, byDays, total("06-30", "400 个"));
        assertEquals(Optional.of(day("12-31")), over.paceDay());
    }

    @Test
    void workingDaysFollowTheCalendarWithMakeUpDays() {
        WorkCalendar calendar = new WorkCalendar("cn", List.of(Span.parse("2024-02-10/2024-02-17")),
                List.of(day("02-04"), day("02-18")));
        Target target = Target.builder("T", Goal.total(q("19 个")), Span.parse("2024-02-01/2024-02-29"))
                .pace(PaceCurve.workingDays(calendar)).build();
        Assessment assessment = assess(target, "02-04", total("02-04", "3 个"));
        assertEquals(Optional.of(Rational.of(3, 18)), assessment.expectedShare());
        assertEquals(Pace.BEHIND, assessment.pace());
    }

    @Test
    void seasonalWeightsOweNothingInTheOffSeason() {
        List<Rational> planting = List.of(Rational.ZERO, Rational.of(1, 4), Rational.of(1, 2), Rational.ZERO,
                Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.of(1, 4),
                Rational.ZERO, Rational.ZERO);
        Target trees = paced("1100 亩", PaceCurve.seasonal(planting));
        assertEquals(Optional.of(q("825 亩")), assess(trees, "06-30", total("03-31", "55 公顷")).expected());
        assertEquals(Pace.ON_PACE, assess(trees, "06-30", total("03-31", "55 公顷")).pace());
        assertEquals(Pace.ON_PACE, assess(trees, "01-31", total("01-31", "0 亩")).pace());
    }

    @Test
    void annualOnlyTargetsAreLeftOutOfPaceCounts() {
        Target annual = paced("62 个", PaceCurve.annualOnly());
        Assessment assessment = assess(annual, "06-30", total("06-30", "1 个"));
        assertEquals(Pace.NOT_JUDGED, assessment.pace());
        assertEquals(Status.NOT_MET, assessment.status());
        assertTrue(assessment.expected().isEmpty() && assessment.daysAhead().isEmpty()
                && assessment.pointsAhead().isEmpty());
        assertEquals(Verdict.MISSED, assess(annual, "2025-01-01", total("12-31", "1 个")).verdict());
    }

    @Test
    void aCumulativeMaximumIsUsedUpAlongTheCurve() {
        Goal own = Goal.amount(Measure.total(), bound("<= 120 元"));
        Assessment fast = assess(own, "06-30", total("06-30", "61 元"));
        assertEquals(Verdict.MET, fast.verdict());
        assertEquals(Pace.BEHIND, fast.pace());
        assertEquals(Status.BEHIND, fast.status());
        assertEquals(-1, fast.pointsAhead().orElseThrow().signum());
        Assessment slow = assess(own, "06-30", total("06-30", "60 元"));
        assertEquals(Pace.ON_PACE, slow.pace());
        assertTrue(slow.neededPerDay().isEmpty());
        assertEquals(Pace.BEHIND, assess(own, "07-15", total("07-15", "70.01 元")).pace());
        assertEquals(Pace.ON_PACE, assess(own, "07-15", total("07-15", "70 元")).pace(), "the month that runs is allowed");
        assertEquals(Pace.NOT_JUDGED,
                assess(target(own).pace(PaceCurve.annualOnly()).build(), "06-30", total("06-30", "119 元")).pace());
        assertEquals(Pace.ON_PACE, assess(Goal.amount(Measure.level(), bound("<= 120 元")), "01-31", level("01-31", "119 元")).pace());
    }

    /** One accident of four allowed in a year is not too many in January, two are. */
    @Test
    void ofACountedMaximumTheNextOneMayBegin() {
        Goal four = Goal.amount(Measure.count(), bound("<= 4 起"));
        assertEquals(Pace.ON_PACE, assess(four, "01-31", event("01-05"), completeThrough("01-31")).pace());
        assertEquals(Pace.BEHIND, assess(four, "01-31", event("01-05"), event("01-06"), completeThrough("01-31")).pace());
        assertEquals(Pace.ON_PACE, assess(four, "06-30", event("01-05"), event("01-06"), completeThrough("06-30")).pace());
    }

    /** Too much of a two-sided amount is behind, and nothing says at once that it is ahead. */
    @Test
    void tooMuchOfATwoSidedAmountIsNotAhead() {
        for (String require : List.of("= 62 个", "[50 个, 62 个]", "~ 56 个 ± 6 个")) {
            Assessment over = assess(Goal.amount(Measure.total(), bound(require)), "03-31", total("03-31", "63 个"));
            assertEquals(Pace.BEHIND, over.pace());
            assertTrue(over.pointsAhead().isEmpty() && over.daysAhead().isEmpty() && over.expected().isEmpty(), require);
        }
    }

    @Test
    void aLevelWithACurveOfItsOwnFollowsIt() {
        Target level = target(Goal.amount(Measure.level(), bound(">= 80 %"))).pace(PaceCurve.months()).build();
        assertEquals(Pace.ON_PACE, assess(level, "06-30", level("06-30", "40 %")).pace());
        assertEquals(Pace.BEHIND, assess(level, "06-30", level("06-30", "39.99 %")).pace());
    }

    @Test
    void theRateNeededEndsWithTheDeadlineAndIsNeverInfinite() {
        Goal goal = Goal.total(q("100 个"));
        assertEquals(Optional.of(q("40 个")), assess(goal, "12-30", total("12-30", "60 个")).neededPerDay());
        assertTrue(assess(goal, "12-31", total("12-31", "60 个")).neededPerDay().isEmpty());
        assertTrue(assess(goal, "2025-03-01", total("12-31", "60 个")).neededPerDay().isEmpty());
        assertTrue(assess(goal, "06-30", total("06-30", "100 个")).neededPerDay().isEmpty());
    }

    @Test
    void aDayOfThePeriodIsOneDayElapsed() {
        assertEquals(Optional.of(q("5 个")), assess(Goal.total(q("62 个")), "01-01", total("01-01", "5 个")).ratePerDay());
    }

    @Test
    void seasonalAndPlanAndMonthsReachOneOnTheDueDay() {
        PaceCurve plan = PaceCurve.plan(new PaceCurve.Point(day("06-30"), Rational.of(1, 2)),
                new PaceCurve.Point(day("11-30"), Rational.ONE));
        PaceCurve even = PaceCurve.seasonal(Collections.nCopies(12, Rational.of(1, 12)));
        for (PaceCurve curve : List.of(plan, even, PaceCurve.months(), PaceCurve.days())) {
            Assessment assessment = assess(paced("62 个", curve), "12-31", total("12-31", "61 个"));
            assertEquals(Optional.of(Rational.ONE), assessment.expectedShare());
            assertEquals(Pace.BEHIND, assessment.pace());
        }
    }

    /** What holds after the deadline is not behind, even if it lies below the middle of its tolerance. */
    @Test
    void aboutFourHundredIsMetByThreeHundredAndNinetyAndNotBehind() {
        Assessment assessment = assess(Goal.amount(Measure.total(), bound("~ 400 个 ± 20 个")), "2025-01-01",
                total("12-31", "390 个"));
        assertEquals(Verdict.MET, assessment.verdict());
        assertEquals(Status.MET, assessment.status());
    }

    /** More than 62 is not 62; a target missed at its deadline is not on pace. */
    @Test
    void whatIsMissedIsNotOnPace() {
        for (String require : List.of("> 62 个", "= 61 个", "[50 个, 61 个]")) {
            Assessment assessment = assess(Goal.amount(Measure.total(), bound(require)), "2025-01-01",
                    total("12-31", "62 个"));
            assertEquals(Verdict.MISSED, assessment.verdict());
            assertNotEquals(Pace.ON_PACE, assessment.pace(), require);
        }
    }
}
