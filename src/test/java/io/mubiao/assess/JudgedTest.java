package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.trace.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A checklist of evidence; a person's band stands beside. */
class JudgedTest {
    private static final Goal CHECKLIST = Goal.judged("协议", "报告");

    private static Observation band(String on, String assessor, String band) {
        return Observation.judgement("T", day(on), assessor, band, "");
    }

    @Test
    void metWhenEveryItemHasArrivedInTime() {
        Assessment assessment = assess(CHECKLIST, "12-31", event("03-01").member("协议"), event("12-31").member("报告"));
        assertEquals(Verdict.MET, assessment.verdict());
        assertTrue(assessment.settled());
        assertEquals(Verdict.NOT_MET,
                assess(CHECKLIST, "12-30", event("03-01").member("协议"), event("12-31").member("报告")).verdict());
    }

    @Test
    void theSamePaperTwiceIsOnePaper() {
        Assessment assessment = assess(CHECKLIST, "12-31", event("03-01").member("协议"), event("04-01").member("协议"));
        assertEquals("50.00 / 50.00", attainment(assessment));
        assertEquals(List.of("报告"), facts(assessment, Term.MISSING));
    }

    @Test
    void anEmptyLogIsNotAMiss() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(CHECKLIST, "2025-02-01").verdict());
        assertEquals(Verdict.MISSED, assess(CHECKLIST, "2025-02-01", completeThrough("12-31")).verdict());
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(CHECKLIST, "2025-02-01", completeThrough("12-30")).verdict());
    }

    /** An event stream says that something did not happen only where it is stated to be complete. */
    @Test
    void onePieceOnTheLastDayDoesNotSayThatTheOtherNeverCame() {
        Assessment assessment = assess(CHECKLIST, "2025-02-01", event("12-31").member("协议"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict(), assessment::toString);
    }

    @Test
    void aJudgementStandsBesideAndNeverInside() {
        Assessment good = assess(CHECKLIST, "12-31", event("03-01").member("协议"), band("06-30", "督查室", "优"));
        assertEquals(Verdict.NOT_MET, good.verdict());
        assertEquals(List.of(new Opinion("督查室", "优", day("06-30"), "")), good.opinions());
        Assessment bad = assess(CHECKLIST, "12-31", event("03-01").member("协议"), event("03-01").member("报告"),
                band("06-30", "督查室", "差"));
        assertEquals(Verdict.MET, bad.verdict());
    }

    @Test
    void theLatestBandOfEachAssessorCountsAndNoneOfTheFuture() {
        Assessment assessment = assess(CHECKLIST, "06-30", band("06-01", "乙", "良"), band("03-01", "甲", "优"),
                band("05-01", "甲", "差"), band("07-01", "甲", "优"));
        assertEquals(List.of(new Opinion("乙", "良", day("06-01"), ""), new Opinion("甲", "差", day("05-01"), "")),
                assessment.opinions());
    }

    @Test
    void aPersonMayJudgeWhatNobodyCanMeasure() {
        Assessment assessment = assess(Goal.judgedOnly("全面提升"), "06-30", band("06-01", "乙", "良"));
        assertEquals(Verdict.UNMEASURABLE, assessment.verdict());
        assertEquals(1, assessment.opinions().size());
    }

    @Test
    void evidenceOfAnotherYearDoesNotLeakIn() {
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(CHECKLIST, "12-31", event("2023-12-31").member("协议"),
                event("2023-12-31").member("报告")).verdict());
    }
}
