package io.mubiao.assess;

import static io.mubiao.testing.Ask.assess;
import static io.mubiao.testing.Ask.attainment;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.facts;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Scale;
import io.mubiao.trace.Term;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A number of items reaches a stage. */
class StageCountTest {
    private static final Goal CLINICS = Goal.stageCount(Scale.STAGES, "built",
            Items.partlyNamed(4, "中店", "东桥", "三十铺"), bound("4 所"));

    private static Goal of(Items items, String require) {
        return Goal.stageCount(Scale.STAGES, "built", items, bound(require));
    }

    private static Observation built(String item, String on) {
        return Observation.stage("T", day(on), "built").item(item);
    }

    private static Observation started(String item, String on) {
        return Observation.stage("T", day(on), "started").item(item);
    }

    @Test
    void threeNamedAndOneOfFourNeedsAllThreeAndOneMore() {
        Assessment met = assess(CLINICS, "12-31", built("中店", "03-01"), built("东桥", "04-01"),
                built("三十铺", "05-01"), built("木厂", "06-01"));
        assertEquals(Verdict.MET, met.verdict());
        assertTrue(met.settled());
        Assessment lacking = assess(CLINICS, "12-31", built("中店", "03-01"), built("东桥", "04-01"),
                built("木厂", "06-01"), built("孙岗", "06-01"));
        assertEquals(Verdict.NOT_MET, lacking.verdict());
        assertEquals(Optional.of(q("3 所")), lacking.actual());
        assertEquals(List.of("三十铺"), facts(lacking, Term.MISSING));
        assertEquals(Note.Kind.UNLISTED, lacking.notes().get(0).kind());
    }

    @Test
    void ofAnEnumeratedListOnlyTheNamedCount() {
        Assessment assessment = assess(of(Items.enumerated("甲", "乙"), "2 个"), "12-31", built("甲", "03-01"),
                built("丙", "04-01"));
        assertEquals(Optional.of(q("1 个")), assessment.actual());
        assertEquals(Verdict.NOT_MET, assessment.verdict());
    }

    @Test
    void ofAnOpenListAnyItemCountsAndOnlyOnce() {
        Goal goal = of(Items.open(), "2 个");
        assertEquals(Verdict.NOT_MET, assess(goal, "12-31", built("甲", "03-01"), built("甲", "04-01")).verdict());
        assertEquals(Verdict.MET, assess(goal, "12-31", built("甲", "03-01"), built("乙", "12-31")).verdict());
    }

    @Test
    void overshootIsKeptBesideTheCap() {
        assertEquals("150.00 / 100.00", attainment(assess(of(Items.open(), "2 个"), "12-31", built("甲", "03-01"),
                built("乙", "03-01"), built("丙", "03-01"))));
    }

    @Test
    void aLateItemDoesNotCount() {
        Assessment open = assess(of(Items.open(), "1 个"), "2025-02-01", built("甲", "2025-01-01"));
        assertEquals(Verdict.INSUFFICIENT_DATA, open.verdict(), "nobody said that there is no other item");
        Assessment assessment = assess(of(Items.enumerated("甲"), "1 个"), "2025-02-01", built("甲", "2025-01-01"));
        assertEquals(Verdict.MISSED, assessment.verdict());
        assertEquals(Note.Kind.REACHED_LATE, assessment.notes().get(0).kind());
    }

    @Test
    void anEmptyLogIsNotZeroItems() {
        Assessment assessment = assess(CLINICS, "2025-02-01");
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict());
        assertTrue(assessment.actual().isEmpty());
        assertEquals(Verdict.MISSED, assess(CLINICS, "2025-02-01", completeThrough("12-31")).verdict());
    }

    @Test
    void missedNeedsReportsThatReachTheDueDay() {
        Goal goal = of(Items.enumerated("甲"), "1 个");
        assertEquals(Verdict.INSUFFICIENT_DATA, assess(goal, "2025-01-01", started("甲", "12-30")).verdict());
        assertEquals(Verdict.MISSED, assess(goal, "2025-01-01", started("甲", "12-31")).verdict());
    }

    /** Absence is never inferred: what is reported of one item says nothing about another. */
    @Test
    void aReportOfOneItemSaysNothingAboutAnother() {
        Assessment assessment = assess(of(Items.enumerated("甲", "乙"), "2 个"), "2025-01-10", built("甲", "12-31"),
                started("乙", "03-01"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict(), assessment::toString);
    }

    /** Items.enumerated says that only the named items count, not that every one of them is required. */
    @Test
    void tenOfAnEnumeratedThirteenAreEnoughIfTenAreRequired() {
        Assessment assessment = assess(of(Items.enumerated("甲", "乙", "丙"), ">= 2 个"), "12-31", built("甲", "03-01"),
                built("乙", "03-01"));
        assertEquals(Verdict.MET, assessment.verdict(), assessment::toString);
    }

    @Test
    void atMostOneOfAnEnumeratedListHoldsWhileOthersAreMissing() {
        Assessment assessment = assess(of(Items.enumerated("甲", "乙", "丙"), "<= 1 个"), "12-31", built("甲", "03-01"),
                completeThrough("12-31"));
        assertEquals(Verdict.MET, assessment.verdict(), assessment::toString);
    }

    /** One of exactly two, known through June: whether the second came by December is not known. */
    @Test
    void exactlyIsNotMissedWhileMoreMayHaveHappened() {
        Assessment assessment = assess(of(Items.open(), "= 2 个"), "2025-01-10", built("甲", "06-30"));
        assertEquals(Verdict.INSUFFICIENT_DATA, assessment.verdict(), assessment::toString);
    }

    @Test
    void stagesAreDatedEventsSoALaterFallBackDoesNotCount() {
        assertEquals(Verdict.MET, assess(of(Items.open(), "1 个"), "12-31", built("甲", "03-01"),
                started("甲", "05-01")).verdict());
    }

    @Test
    void itemsArePacedByTheCurve() {
        Goal goal = of(Items.open(), "4 个");
        Assessment even = assess(goal, "06-30", built("甲", "03-01"), built("乙", "06-30"));
        assertEquals(Pace.ON_PACE, even.pace());
        assertEquals(Optional.of(q("2 个")), even.expected());
        assertEquals(Pace.BEHIND, assess(goal, "06-30", built("甲", "03-01")).pace());
    }
}
