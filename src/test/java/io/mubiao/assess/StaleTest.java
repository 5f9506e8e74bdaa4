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

import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Reporting;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.time.Cadence;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Beyond what is complete: INSUFFICIENT_DATA, and STALE once the reporting interval plus grace has passed. */
class StaleTest {
    private static Target monthly(Goal goal) {
        return target(goal).reporting(new Reporting(Period.ofMonths(1), Period.ofDays(10))).build();
    }

    @Test
    void aFigureIsFreshThroughItsIntervalAndGraceAndStaleTheDayAfter() {
        Target total = monthly(Goal.total(q("62 个")));
        assertEquals(Verdict.NOT_MET, assess(total, "05-10", total("03-31", "20 个")).verdict());
        Assessment stale = assess(total, "05-11", total("03-31", "20 个"));
        assertEquals(Verdict.STALE, stale.verdict());
        assertEquals(Optional.of(Reason.REPORT_OVERDUE), stale.reason());
    }

    @Test
    void nothingAtAllIsInsufficientUntilTheFirstReportIsOverdue() {
        Target total = monthly(Goal.total(q("62 个")));
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(total, "02-10").verdict());
        assertEquals(Verdict.STALE, assess(total, "02-11").verdict());
    }

    @Test
    void aLevelOnceMetIsNotMetOnOldNews() {
        Target rate = monthly(Goal.amount(Measure.level(), bound(">= 7 %")));
        assertEquals(Verdict.MET, assess(rate, "05-10", level("03-31", "8 %")).verdict());
        assertEquals(Verdict.STALE, assess(rate, "05-11", level("03-31", "8 %")).verdict());
    }

    @Test
    void aFigureOfTheDueDayNeverGrowsStale() {
        Target rate = monthly(Goal.amount(Measure.level(), bound(">= 7 %")));
        assertEquals(Verdict.MET, assess(rate, "2029-01-01", level("12-31", "8 %")).verdict());
        assertEquals(Verdict.STALE, assess(rate, "2029-01-01", level("12-30", "8 %")).verdict());
    }

    @Test
    void aRedLineIsStaleOnceItsZeroReportIsOverdue() {
        Target line = monthly(Goal.redLine());
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(line, "05-10", completeThrough("03-31")).verdict());
        assertEquals(Verdict.STALE, assess(line, "05-11", completeThrough("03-31")).verdict());
        assertEquals(Verdict.BREACHED, assess(line, "12-31", event("03-31")).verdict());
    }

    @Test
    void anEventCountIsStaleBeyondItsCompleteDays() {
        Target count = monthly(Goal.amount(Measure.count(), bound("3 件")));
        assertEquals(Verdict.INSUFFICIENT_DATA,
                assess(count, "05-10", event("01-02"), completeThrough("03-31")).verdict());
        assertEquals(Verdict.STALE, assess(count, "05-11", event("01-02"), completeThrough("03-31")).verdict());
        assertEquals(Verdict.MET, assess(count, "12-31", event("01-02"), event("01-02"), event("01-02")).verdict());
    }

    @Test
    void aQuotaIsStaleFromItsFirstUnknownSlotOn() {
        Target quota = monthly(Goal.quota(1, Cadence.monthly()));
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(quota, "03-10", event("01-02")).verdict());
        assertEquals(Verdict.STALE, assess(quota, "03-11", event("01-02")).verdict());
    }

    @Test
    void aMilestoneReachedIsNeverStaleAndAnUnreachedOneIs() {
        Target milestone = monthly(Goal.milestone(Scale.STAGES, "built"));
        assertEquals(Verdict.MET, assess(milestone, "12-31", Observation.stage("T", day("02-01"), "built")).verdict());
        Observation started = Observation.stage("T", day("01-31"), "started");
        assertEquals(Verdict.NOT_MET, assess(milestone, "03-10", started).verdict());
        assertEquals(Verdict.STALE, assess(milestone, "03-11", started).verdict());
    }

    @Test
    void withoutAnIntervalNothingGrowsStale() {
        assertEquals(Verdict.NOT_MET, assess(Goal.total(q("62 个")), "12-31", total("01-01", "1 个")).verdict());
    }
}
