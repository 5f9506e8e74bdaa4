package io.mubiao.mistakes;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Verdict;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.testing.Ask;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users of such software stumble over in single targets, one test each. */
class StumblingBlocksTest {
    private static final LocalDate BASE = LocalDate.of(2023, 12, 31);

    private static Goal reduction(String base, String require) {
        return Goal.reduction(Measure.level(), ChangeForm.RELATIVE, Baseline.of(q(base), BASE), bound(require));
    }

    /** Leantime #3247 shows 0 %; steedos #17; hoshinplan #52. */
    @Test
    void lowerIsBetterFrom200To0ShowsProgress() {
        Goal goal = reduction("200 个", ">= 100 %");
        assertEquals("25.00 / 25.00", Ask.attainment(assess(goal, "03-31", level("03-31", "150 个"))));
        assertEquals("50.00 / 50.00", Ask.attainment(assess(goal, "06-30", level("06-30", "100 个"))));
        assertEquals("100.00 / 100.00", Ask.attainment(assess(goal, "12-31", level("12-31", "0 个"))));
        assertEquals(Verdict.MET, assess(goal, "12-31", level("12-31", "0 个")).verdict());
    }

    /** ClimberKPI #19 wants A / B and is shown A / B − 1. */
    @Test
    void coverageAndGrowthAreTwoKinds() {
        Goal coverage = Goal.amount(Measure.ratio(Measure.level("a"), Measure.level("b")), bound(">= 100 %"));
        Goal growth = Goal.growth(Measure.level("a"), ChangeForm.RELATIVE, Baseline.of(q("80 个"), BASE), bound(">= 20 %"));
        Observation a = Observation.level("a", day("06-30"), q("100 个"));
        Observation b = Observation.level("b", day("06-30"), q("80 个"));
        assertEquals(Optional.of(q("125 %")), assess(coverage, "06-30", a, b).actual());
        assertEquals(Optional.of(q("25 %")), assess(growth, "06-30", a, b).actual());
    }

    /** omi 8003 clamps at the source, operately 2218 lets it go negative, larksuite 574. */
    @Test
    void negativeAndMoreThanFullProgressIsKeptBesideTheCapped() {
        Goal goal = reduction("200 个", ">= 50 %");
        assertEquals("-50.00 / 0.00", Ask.attainment(assess(goal, "06-30", level("06-30", "250 个"))));
        assertEquals("150.00 / 100.00", Ask.attainment(assess(goal, "06-30", level("06-30", "50 个"))));
    }

    /** operately #4427: start 8, target 8, now 8: why 0 %? */
    @Test
    void startEqualToTargetIsMetWhileItHolds() {
        Goal goal = Goal.growth(Measure.level(), ChangeForm.RELATIVE, Baseline.of(q("8 个"), BASE), bound(">= 0 %"));
        Assessment kept = assess(goal, "06-30", level("06-30", "8 个"));
        assertEquals(Verdict.MET, kept.verdict());
        assertEquals(Optional.of(Rational.ONE), kept.cappedAttainment());
        assertEquals(Verdict.NOT_MET, assess(goal, "06-30", level("06-30", "7 个")).verdict());
    }

    /** hezo PR 563: values can slip back after 100 %. */
    @Test
    void metIsNotFinalForALevelAndFinalForADatedEvent() {
        Goal rate = Goal.amount(Measure.level(), bound(">= 95 %"));
        assertEquals(Verdict.MET, assess(rate, "06-30", level("06-30", "96 %"), level("07-31", "90 %")).verdict());
        assertFalse(assess(rate, "06-30", level("06-30", "96 %")).settled());
        assertEquals(Verdict.NOT_MET, assess(rate, "07-31", level("06-30", "96 %"), level("07-31", "90 %")).verdict());
        Assessment built = assess(Goal.milestone(io.mubiao.target.Scale.STAGES, "built"), "07-31",
                Observation.stage("T", day("06-30"), "built"));
        assertTrue(built.settled());
    }

    /** OpenSLO #267, sloth #96: a month is not 30 days and a quarter not 90. */
    @Test
    void monthsAndQuartersAreRealOnes() {
        List<Integer> months = Cadence.monthly().slots(Span.year(2024)).stream().map(slot -> (int) slot.span().days()).toList();
        assertEquals(List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), months);
        assertEquals(List.of(91, 91, 92, 92),
                Cadence.quarterly().slots(Span.year(2024)).stream().map(slot -> (int) slot.span().days()).toList());
        Goal goal = Goal.total(q("366 个"));
        assertEquals(Optional.of(Rational.of(1, 2)), assess(target(goal).build(),
                AsOf.of(day("06-30")).pace(PaceCurve.months()), total("06-30", "1 个")).expectedShare());
        assertEquals(Optional.of(Rational.of(182, 366)), assess(target(goal).build(),
                AsOf.of(day("06-30")).pace(PaceCurve.days()), total("06-30", "1 个")).expectedShare());
    }

    /** kibana #142785 keeps week and month only: any window of days, and fiscal years, are windows too. */
    @Test
    void windowsOfAnyLengthAndFiscalYearsAreCalendarWindows() {
        Goal rolling = Goal.quota(1, Cadence.rolling(Period.ofDays(45)));
        Observation all = Ask.completeThrough("12-31");
        assertEquals(Verdict.MISSED, assess(rolling, "2025-01-01", all, event("01-20"), event("12-20")).verdict());
        io.mubiao.target.Target fiscal = io.mubiao.target.Target.of("T", "", Goal.total(q("10 个")),
                Span.parse("2024-04-01/2025-03-31"));
        assertEquals(Optional.of(q("4 个")), assess(fiscal, "2025-03-31", total("2024-03-31", "9 个"), total("2025-02-01", "4 个"))
                .actual());
    }

    /** slo-generator #42, sloth #231, newchat 140: nothing said is neither good nor bad nor NaN. */
    @Test
    void missingDataIsNeverANumber() {
        for (Goal goal : List.of(Goal.total(q("10 个")), Goal.redLine(), Goal.quota(1, Cadence.quarterly()),
                Goal.coverage(Population.growing(), bound(">= 90 %")))) {
            Assessment assessment = assess(goal, "2025-01-01");
            assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict(), goal::toString);
            assertTrue(assessment.attainment().isEmpty() && assessment.cappedAttainment().isEmpty());
        }
    }

    /** slo-generator #42: no bad event is a result where somebody says that all are in; newchat 140: an idle slot is not good. */
    @Test
    void noEventIsAResultOnlyWhereTheStreamIsComplete() {
        assertEquals(Verdict.MET, assess(Goal.redLine(), "2025-01-01", Ask.completeThrough("12-31")).verdict());
        Assessment idle = assess(Goal.quota(1, Cadence.quarterly()), "2025-01-01", event("01-10"), event("04-10"), event("07-10"));
        assertEquals(Verdict.INSUFFICIENT_DATA, idle.verdict());
    }

    /** slogen #36: of a window that is not over, only what is due counts. */
    @Test
    void anUnfinishedWindowIsNotDue() {
        Observation complete = Ask.completeThrough("05-15");
        Assessment assessment = assess(Goal.quota(1, Cadence.quarterly()), "05-15", event("02-01"), complete);
        assertEquals(Pace.ON_PACE, assessment.pace());
        assertEquals(Verdict.NOT_MET, assessment.verdict());
        assertEquals(Optional.of(Rational.ONE), assessment.trace().stream().filter(step -> step.term() == Term.DUE_CELLS)
                .map(step -> step.value().amount()).findFirst());
    }

    /** clinical-reasoning #400, #640: a score of 1.0 came out as 0.5; raw and effective counts both belong on the report. */
    @Test
    void exclusionsAndExceptionsLeaveTheDenominatorAndBothCountsAreTold() {
        Goal goal = Goal.coverage(Population.of("甲", "乙", "丙", "丁"), bound(">= 100 %"));
        Assessment assessment = assess(goal, "06-30", Observation.member("T", day("06-30"), "甲", MemberStanding.SATISFIED),
                Observation.member("T", day("06-30"), "乙", MemberStanding.SATISFIED, MemberStanding.EXCEPTED),
                Observation.member("T", day("06-30"), "丙", MemberStanding.EXCLUDED),
                Observation.member("T", day("06-30"), "丁", MemberStanding.EXCEPTED));
        assertEquals(Verdict.MET, assessment.verdict());
        assertEquals(Optional.of(q("100 %")), assessment.actual());
        String trace = assessment.trace().toString();
        assertTrue(trace.contains("term=DENOMINATOR") && trace.contains("term=EFFECTIVE_DENOMINATOR"), trace);
    }

    /** keptn #5496: users had to work the comparison value out by hand. */
    @Test
    void theNumbersBehindAVerdictAreInTheTrace() {
        Assessment assessment = assess(reduction("200 个", ">= 50 %"), "06-30", level("06-30", "150 个"));
        Trace.Check check = assessment.trace().stream().filter(Trace.Check.class::isInstance).map(Trace.Check.class::cast)
                .findFirst().orElseThrow();
        assertEquals(q("25 %"), check.left().value());
        assertEquals(check.left().value(), check.replay());
        assertFalse(check.holds());
        String trace = check.toString();
        assertTrue(trace.contains("150") && trace.contains("200"), trace);
    }

    /** erpnext #40047, #10584; frappe 40429: planting has its season, and a month without weight owes nothing. */
    @Test
    void seasonalCurvesOweByTheirWeights() {
        List<Rational> weights = List.of(0, 0, 50, 20, 0, 0, 0, 0, 10, 20, 0, 0).stream()
                .map(percent -> Rational.of(percent, 100)).toList();
        Goal goal = Goal.total(q("1100 亩"));
        assertEquals(Pace.ON_PACE, assess(target(goal).pace(PaceCurve.seasonal(weights)).build(), "08-31",
                total("08-31", "770 亩")).pace());
        assertEquals(Pace.BEHIND, assess(target(goal).pace(PaceCurve.seasonal(weights)).build(), "04-30",
                total("04-30", "769 亩")).pace());
    }

    /** business-ai-agent #85 filters by month only. */
    @Test
    void theSameMonthOfOtherYearsDoesNotLeakIn() {
        assertEquals(Optional.of(Reason.NO_OBSERVATION), assess(Goal.total(q("10 个")), "06-30", total("2023-06-30", "10 个"),
                total("2025-06-30", "10 个")).reason());
        Observation[] events = {event("2023-02-01"), event("2025-02-01"), Ask.completeThrough("12-31")};
        assertEquals(Verdict.MISSED, assess(Goal.quota(1, Cadence.yearly()), "2025-01-01", events).verdict());
    }

    /** ppro #23, #60: what is owed on the way is part of the target. */
    @Test
    void interimTargetsAreHeldAgainstTheirOwnDay() {
        PaceCurve plan = PaceCurve.plan(new PaceCurve.Point(day("03-31"), Rational.of(1, 10)),
                new PaceCurve.Point(day("06-30"), Rational.of(6, 10)), new PaceCurve.Point(day("12-31"), Rational.ONE));
        assertEquals(Pace.ON_PACE, assess(target(Goal.total(q("100 个"))).pace(plan).build(), "03-31", total("03-31", "10 个")).pace());
        assertEquals(Pace.BEHIND, assess(target(Goal.total(q("100 个"))).pace(plan).build(), "06-30", total("06-30", "59 个")).pace());
    }

    /** working_time #13, erpnext #15122: each of the named owes its own; one's surplus is not another's. */
    @Test
    void aTargetPerUnitIsOwedByEachUnit() {
        Goal goal = Goal.quota(2, Cadence.yearly()).population("甲局", "乙局");
        Observation complete = Ask.completeThrough("12-31");
        assertEquals(Verdict.MISSED, assess(goal, "2025-01-01", complete, event("01-01").member("甲局"), event("01-02").member("甲局"),
                event("01-03").member("甲局"), event("01-04").member("乙局")).verdict());
        assertEquals(Verdict.MET, assess(goal, "2025-01-01", complete, event("01-01").member("甲局"), event("01-02").member("甲局"),
                event("01-03").member("乙局"), event("01-04").member("乙局")).verdict());
    }
}
