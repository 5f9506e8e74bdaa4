package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.value.Rounding;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth and reduction; a bad base is refused, never patched. */
class ChangeTest {
    private static final java.time.LocalDate BASE_DAY = day("2023-12-31");

    private static Goal growth(ChangeForm form, String base, String require) {
        return Goal.growth(Measure.level(), form, Baseline.of(q(base), BASE_DAY), bound(require));
    }

    private static Goal reduction(String base, String require) {
        return Goal.reduction(Measure.level(), ChangeForm.RELATIVE, Baseline.of(q(base), BASE_DAY), bound(require));
    }

    @ParameterizedTest
    @CsvSource({"100, 107.5, >= 7.5 %, 7.5, MET", "100, 107.4999, >= 7.5 %, 7.4999, NOT_MET",
        "100, 100, > 0 %, 0, NOT_MET", "100, 100.0001, > 0 %, 0.0001, MET", "100, 100, >= 0 %, 0, MET",
        "-100, -50, >= 50 %, 50, MET", "-100, -150, >= 0 %, -50, NOT_MET",
        "100, 101, '[-1 %, 1 %]', 1, MET", "100, 98.9, '[-1 %, 1 %]', -1.1, NOT_MET"})
    void relativeGrowthIsDifferencePerSizeOfTheBase(String base, String now, String require, String change,
            Verdict verdict) {
        Assessment assessment = assess(growth(ChangeForm.RELATIVE, base + " 元", require), "06-30",
                level("06-30", now + " 元"));
        assertEquals(Optional.of(q(change + " %")), assessment.actual());
        assertEquals(verdict, assessment.verdict());
    }

    /** Leantime #3247: 200 → 0 shows 0 %. */
    @ParameterizedTest
    @CsvSource({"200, 0.00, NOT_MET", "100, 50.00, NOT_MET", "0, 100.00, MET", "250, -25.00, NOT_MET"})
    void lowerIsBetterFrom200To0(String now, String attainment, Verdict verdict) {
        Assessment assessment = assess(reduction("200 个", ">= 100 %"), "06-30", level("06-30", now + " 个"));
        assertEquals(attainment, io.mubiao.testing.Ask.percent(assessment.attainment().orElseThrow()));
        assertEquals(verdict, assessment.verdict());
    }

    /** operately #4427: start 8, now 8, why 0 %? */
    @Test
    void baseEqualToTargetAndKeptIsMet() {
        Assessment assessment = assess(growth(ChangeForm.RELATIVE, "8 个", ">= 0 %"), "06-30", level("06-30", "8 个"));
        assertEquals(Verdict.MET, assessment.verdict());
        assertEquals("- / 100.00", attainment(assessment));
        assertEquals("- / -",
                attainment(assess(growth(ChangeForm.RELATIVE, "8 个", ">= 0 %"), "06-30", level("06-30", "7 个"))));
    }

    @Test
    void recoveryShowsWhenTheLevelFallsAgain() {
        Goal goal = reduction("200 个", ">= 3 %");
        assertEquals(Verdict.NOT_MET, assess(goal, "05-31", level("05-31", "210 个")).verdict());
        assertEquals(Verdict.MET,
                assess(goal, "06-30", level("05-31", "210 个"), level("06-30", "194 个")).verdict());
    }

    @Test
    void percentagePointsAreNotPercent() {
        Assessment points = assess(growth(ChangeForm.POINTS, "80 %", ">= 10 百分点"), "06-30", level("06-30", "90 %"));
        assertEquals(Optional.of(q("10 百分点")), points.actual());
        assertEquals(Verdict.MET, points.verdict());
        assertEquals(Optional.of(q("12.5 %")),
                assess(growth(ChangeForm.RELATIVE, "80 %", ">= 10 %"), "06-30", level("06-30", "90 %")).actual());
    }

    @Test
    void pointsNeedNoPatchForAZeroBase() {
        assertEquals(Optional.of(q("5 百分点")),
                assess(growth(ChangeForm.POINTS, "0 %", ">= 5 百分点"), "06-30", level("06-30", "5 %")).actual());
    }

    @Test
    void aZeroBaseIsRefusedAlsoForZeroNow() {
        for (String now : new String[] {"0 元", "5 元"}) {
            Assessment assessment =
                    assess(growth(ChangeForm.RELATIVE, "0 元", ">= 5 %"), "06-30", level("06-30", now));
            assertEquals(Verdict.NOT_APPLICABLE, assessment.verdict());
            assertEquals(Optional.of(Reason.ZERO_BASE), assessment.reason());
            assertTrue(assessment.actual().isEmpty());
        }
    }

    @Test
    void aSignChangeIsRefusedEitherWay() {
        assertEquals(Optional.of(Reason.SIGN_CHANGE),
                assess(growth(ChangeForm.RELATIVE, "-5 元", ">= 5 %"), "06-30", level("06-30", "5 元")).reason());
        assertEquals(Optional.of(Reason.SIGN_CHANGE),
                assess(growth(ChangeForm.COMPOUND_ANNUAL, "5 元", ">= 5 %"), "06-30", level("06-30", "-5 元")).reason());
        assertEquals(Optional.of(Reason.NEGATIVE_BASE),
                assess(growth(ChangeForm.COMPOUND_ANNUAL, "-5 元", ">= 5 %"), "06-30", level("06-30", "-6 元")).reason());
    }

    @Test
    void aMissingBaseIsRefused() {
        Goal goal = Goal.growth(Measure.level(), ChangeForm.RELATIVE, Baseline.observed(BASE_DAY), bound(">= 5 %"));
        Assessment missing = assess(goal, "06-30", level("06-30", "106 元"), level("2023-12-30", "100 元"));
        assertEquals(Verdict.INSUFFICIENT_DATA, missing.verdict());
        assertEquals(Optional.of(Reason.MISSING_BASE), missing.reason());
        assertEquals(Optional.of(q("6 %")),
                assess(goal, "06-30", level("06-30", "106 元"), level("2023-12-31", "100 元")).actual());
    }

    @Test
    void aBaseInAnotherUnitOfTheSameKindConverts() {
        assertEquals(Optional.of(q("7 %")),
                assess(growth(ChangeForm.RELATIVE, "1 亿元", ">= 5 %"), "06-30", level("06-30", "10700 万元")).actual());
        assertEquals(Optional.of(Reason.UNIT_MISMATCH),
                assess(growth(ChangeForm.RELATIVE, "1 亿元", ">= 5 %"), "06-30", level("06-30", "107 个")).reason());
    }

    @Test
    void aBaseThatIsNotEarlierIsItsOwnReason() {
        Goal goal = Goal.growth(Measure.level(), ChangeForm.COMPOUND_ANNUAL, Baseline.of(q("100 元"), day("06-30")), bound(">= 5 %"));
        assertEquals(Optional.of(Reason.BASE_NOT_EARLIER), assess(goal, "06-30", level("06-30", "107 元")).reason());
    }

    /** O20's base and target: 100 in 2015, 110 in 2020, 150 wanted in 2030. */
    @Test
    void compoundAnnualRateIsComparedByPowersNotByRoundedRoots() {
        Goal five = Goal.growth(Measure.level(), ChangeForm.COMPOUND_ANNUAL,
                Baseline.of(q("100 元"), day("2019-12-31")), bound(">= 10 %"));
        assertEquals(Verdict.MET, assess(five, "12-31", level("12-31", "161.051 元")).verdict());
        assertEquals(Verdict.NOT_MET, assess(five, "12-31", level("12-31", "161.05099999999999 元")).verdict());
        Assessment o20 = assess(Goal.growth(Measure.level(), ChangeForm.COMPOUND_ANNUAL,
                Baseline.of(q("100 元"), day("2019-12-31")), bound(">= 2.73997 %")), "12-31", level("12-31", "110 元"));
        assertEquals("1.92449", o20.actual().orElseThrow().round(Rounding.halfUp(5)).toPlainString());
        Goal shrink = Goal.reduction(Measure.level(), ChangeForm.COMPOUND_ANNUAL,
                Baseline.of(q("100 元"), day("2022-12-31")), bound(">= 10 %"));
        assertEquals(Verdict.MET, assess(shrink, "12-31", level("12-31", "81 元")).verdict());
        assertEquals(Verdict.NOT_MET, assess(shrink, "12-31", level("12-31", "81.0000001 元")).verdict());
    }

    @Test
    void aRunningTotalOfPartOfTheYearIsHeldAgainstTheSamePart() {
        Goal goal = Goal.growth(Measure.total(), ChangeForm.RELATIVE, Baseline.observed(BASE_DAY), bound(">= 5 %"));
        Assessment half = assess(goal, "06-30", total("06-30", "53 元"), total("2023-06-30", "50 元"),
                total("2023-12-31", "100 元"));
        assertEquals(Optional.of(q("6 %")), half.actual());
        assertEquals(Pace.ON_PACE, half.pace());
        assertEquals(Verdict.NOT_MET, half.verdict());
        Assessment whole = assess(goal, "12-31", total("12-31", "104 元"), total("2023-06-30", "50 元"),
                total("2023-12-31", "100 元"));
        assertEquals(Optional.of(q("4 %")), whole.actual());
        assertEquals(Verdict.NOT_MET, whole.verdict());
    }

    @Test
    void aHalfYearIsNeverHeldAgainstAWholeOne() {
        Goal goal = Goal.growth(Measure.total(), ChangeForm.RELATIVE, Baseline.of(q("100 元"), BASE_DAY),
                bound(">= 5 %"));
        Assessment half = assess(goal, "06-30", total("06-30", "53 元"));
        assertEquals(Pace.NOT_JUDGED, half.pace());
        assertTrue(half.actual().isEmpty());
        assertEquals(Verdict.MET, assess(goal, "2025-01-01", total("12-31", "105 元")).verdict());
    }

    /** The last figure is of November and already above: that is no reason to call the year missed. */
    @Test
    void aYearWhoseLastFigureIsEarlyIsNotMissed() {
        Goal stated = Goal.growth(Measure.total(), ChangeForm.RELATIVE, Baseline.of(q("100 元"), BASE_DAY),
                bound(">= 5 %"));
        Assessment assessment = assess(stated, "2025-02-01", total("11-30", "130 元"));
        assertNotEquals(Verdict.MISSED, assessment.verdict(), assessment::toString);
        Goal observed = Goal.growth(Measure.total(), ChangeForm.RELATIVE, Baseline.observed(BASE_DAY),
                bound(">= 5 %"));
        Assessment part = assess(observed, "2025-02-01", total("11-30", "108 元"), total("2023-11-30", "100 元"));
        assertNotEquals(Verdict.MISSED, part.verdict(), part::toString);
    }

    @Test
    void reductionBelowAStrictLimitIsStrict() {
        assertEquals(Verdict.NOT_MET, assess(reduction("100 个", "> 0 %"), "06-30", level("06-30", "100 个")).verdict());
        assertEquals(Verdict.MET, assess(reduction("100 个", "> 0 %"), "06-30", level("06-30", "99 个")).verdict());
    }
}
