package io.mubiao.assess;

import static io.mubiao.testing.Ask.at;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.AlreadyThereException;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Refusal;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever adds an observation is told what it did, and none is taken that no target reads. */
class AdditionTest {
    private static final Observation REPORTED = total("09-30", "7 个").id("a").recordedAt(at("2024-10-08T09:00"));

    private static Assessor assessor(Observation... known) {
        return assessor(Goal.total(q("10 个")), known);
    }

    private static Assessor assessor(Goal goal, Observation... known) {
        return Assessor.of(Ask.register(target(goal).build()), ObservationLog.of(known), AsOf.of(day("09-30")));
    }

    private static String effect(Assessor assessor, Observation added) {
        String foretold = assessor.check(added).effects().toString();
        Addition addition = assessor.addDespiteProblems(added);
        assertEquals(addition.effects().toString(), foretold);
        assertEquals(assessor.get("T"), addition.assessments().get(0));
        return addition.effects().get(0).kind().toString();
    }

    @Test
    void whatDoesNotSayWhenItBecameKnownIsKnownLast() {
        Assessor assessor = assessor(REPORTED);
        assertEquals("TOOK_EFFECT", effect(assessor, total("09-30", "10 个")));
        assertEquals(Verdict.MET, assessor.get("T").verdict());
        assertEquals("TOOK_EFFECT", effect(assessor, total("09-30", "9 个")));
        assertEquals(q("9 个"), assessor.get("T").actual().orElseThrow());
        assertEquals("TOOK_EFFECT", effect(assessor, total("09-30", "8 个").supersedes("a")));
    }

    @Test
    void whatSaysWhenItBecameKnownMayBeOutvotedAndIsTold() {
        Assessor assessor = assessor(REPORTED);
        Addition outvoted = assessor.add(total("09-30", "10 个").recordedAt(at("2024-10-08T08:59")));
        assertEquals("[T OUTVOTED: a of 2024-09-30, recorded at 2024-10-08T01:00:00Z]", outvoted.effects().toString());
        assertEquals("OUTVOTED", effect(assessor, total("06-30", "9 个")));
        assertEquals("OUTVOTED", effect(assessor(new Goal.Amount(new Measure.Level(""), Bound.atLeast(q("90 %"))), level("09-30", "80 %")), level("08-31", "95 %")));
    }

    @Test
    void daysThatDoNotCountAreTold() {
        assertEquals("AFTER_AS_OF", effect(assessor(REPORTED), total("10-31", "10 个")));
        assertEquals("OUTSIDE_PERIOD", effect(assessor(REPORTED), total("2023-12-31", "10 个")));
        assertEquals("OUTSIDE_PERIOD", effect(assessor(increment("2024-01-01/2024-01-31", "1 个")),
                increment("2023-12-01/2023-12-31", "10 个")));
        assertEquals("AFTER_AS_OF", effect(assessor(increment("2024-01-01/2024-01-31", "1 个")),
                increment("2024-09-01/2024-10-31", "10 个")));
    }

    @Test
    void theOtherBasisStandsBesideAndAnEqualFigureMakesNoDifference() {
        assertEquals("OTHER_BASIS", effect(assessor(REPORTED), total("09-30", "10 个").recognised()));
        assertEquals("NO_DIFFERENCE", effect(assessor(REPORTED), total("09-30", "7 个")));
    }

    @Test
    void aRetractionTakesEffectAndItsOwnRetractionToo() {
        Assessor assessor = assessor(REPORTED);
        Observation retraction = Observation.retraction("T", "a", at("2024-10-09T09:00")).id("r");
        assertEquals("TOOK_EFFECT", effect(assessor, retraction));
        assertEquals("TOOK_EFFECT", effect(assessor, Observation.retraction("T", "r", at("2024-10-10T09:00"))));
        assertEquals(q("7 个"), assessor.get("T").actual().orElseThrow());
    }

    @Test
    void whatTheQuestionDoesNotKnowIsTold() {
        Assessor then = Assessor.of(Ask.register(target(Goal.total(q("10 个"))).build()), ObservationLog.of(REPORTED),
                AsOf.of(day("09-30")).knownBy(day("10-08")));
        assertEquals("NOT_KNOWN", effect(then, total("09-30", "10 个").recordedAt(at("2024-10-09T00:00"))));
        assertEquals("TOOK_EFFECT", effect(then, total("09-30", "10 个")));
    }

    @Test
    void whatNoTargetReadsIsRefusedOrReturnedAsProblems() {
        Assessor assessor = assessor(REPORTED);
        Observation elsewhere = Observation.total("X", day("09-30"), q("10 个"));
        Observation people = Observation.total("T", day("09-30"), q("3 件"));
        for (Observation misfit : List.of(elsewhere, people, level("09-30", "10 个"), event("09-30"))) {
            InvalidDataException refused = assertThrows(InvalidDataException.class, () -> assessor.add(misfit));
            assertEquals(assessor.check(misfit).problems(), refused.problems());
            assertEquals("DOES_NOT_FIT", refused.problems().get(0).code());
        }
        assertEquals(q("7 个"), assessor.get("T").actual().orElseThrow());
        assertEquals(1, assessor.addDespiteProblems(elsewhere).problems().size());
        assertTrue(assessor.addDespiteProblems(elsewhere).effects().isEmpty());
    }

    @Test
    void theOwnStreamOfATargetThatReadsAnotherIsRefusedWithTheOther() {
        Assessor assessor = assessor(new Goal.Amount(new Measure.Count("projects"), Bound.bare(q("62 个"))));
        Refusal.naming(InvalidDataException.class, () -> assessor.add(total("09-30", "10 个")), "'T'", "'projects'");
        assertTrue(assessor.add(Observation.event("projects", day("09-30"))).problems().isEmpty());
    }

    @Test
    void anAssessmentTellsWhatOfTheLogNoTargetReads() {
        ObservationLog log = ObservationLog.of(REPORTED, Observation.total("X", day("09-30"), q("1 个")),
                increment("2024-01-01/2024-01-31", "1 件"), increment("2024-02-01/2024-02-29", "1 件"));
        Assessments assessments = Assessor.assess(Ask.register(target(Goal.total(q("10 个"))).build()), log, day("09-30"));
        assertEquals(2, assessments.problems().size(), assessments.problems()::toString);
        assertThrows(InvalidDataException.class, assessments::orThrow);
        assertEquals(List.of(), assessor(REPORTED).assessments().orThrow().problems());
    }

    @Test
    void aDryRunChangesNothing() {
        Assessor assessor = assessor(REPORTED);
        Assessments before = assessor.assessments();
        assertTrue(assessor.check(total("09-30", "10 个")).tookEffect());
        assertThrows(NoSuchIdException.class, () -> assessor.check(total("09-30", "10 个").supersedes("x")));
        assertEquals(before, assessor.assessments());
    }

    @Test
    void severalAreTakenTogetherOrNoneOfThem() {
        Assessor assessor = assessor(REPORTED);
        Observation correction = total("09-30", "9 个").supersedes("b").recordedAt(at("2024-10-09T09:00"));
        List<Observation> both = List.of(correction, total("09-30", "8 个").id("b").recordedAt(at("2024-10-08T10:00")));
        List<Addition> foretold = assessor.checkAll(both);
        assertEquals(q("7 个"), assessor.get("T").actual().orElseThrow());
        assertEquals(List.of("[T TOOK_EFFECT]", "[T SUPERSEDED]"),
                foretold.stream().map(it -> it.effects().toString()).toList());
        List<Observation> known = foretold.stream().map(Addition::observation).toList();
        assertEquals("T#2", known.get(0).entry().id());
        Refusal.naming(InvalidDataException.class,
                () -> assessor.addAll(List.of(known.get(0), Observation.total("X", day("09-30"), q("1 个")))), "X");
        Refusal.naming(AlreadyThereException.class, () -> assessor.addAll(List.of(known.get(0), REPORTED)), "'a'");
        assertEquals(q("7 个"), assessor.get("T").actual().orElseThrow());
        assertEquals(foretold, assessor.addAll(known));
        assertEquals(q("9 个"), assessor.get("T").actual().orElseThrow());
        assertEquals(List.of(), assessor.addAll(List.of()));
    }

    @Test
    void ofSeveralEachIsToldWhatItDid() {
        Assessor assessor = assessor();
        List<Addition> added = assessor.addAll(List.of(total("06-30", "3 个"), total("09-30", "5 个"), total("10-31", "6 个"),
                total("09-30", "4 个").recordedAt(at("2024-09-30T00:00"))));
        assertEquals(List.of("OUTVOTED", "TOOK_EFFECT", "AFTER_AS_OF", "OUTVOTED"),
                added.stream().map(it -> it.effects().get(0).kind().toString()).toList());
    }

    /** Whatever races, what was taken is assessed as if afresh, and what was refused is told by name. */
    @Test
    void racesAreRefusedAtOnceByNameAndLeaveTheAssessorUsable() throws Exception {
        ObservationLog log = ObservationLog.of(REPORTED);
        Assessor assessor = Assessor.of(Ask.register(target(Goal.total(q("10 个"))).build()), log, AsOf.of(day("09-30")));
        AtomicInteger taken = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = IntStream.range(0, 4).<Future<?>>mapToObj(thread -> threads.submit(() -> {
            start.await();
            for (int i = 0; i < 300; i++) {
                try {
                    if (thread < 2) {
                        assessor.add(total("09-30", thread + i + " 个"));
                        taken.incrementAndGet();
                    } else {
                        assessor.get("T");
                    }
                } catch (ConcurrentModificationException e) {
                    assertTrue(String.valueOf(e.getMessage()).matches("thread '.*this assessor.*"), e::toString);
                }
            }
            return null;
        })).toList();
        start.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        assertEquals(1 + taken.get(), log.size());
        assertEquals(Assessor.assess(Ask.register(target(Goal.total(q("10 个"))).build()), log, day("09-30")).get("T"),
                assessor.get("T"));
    }

    @Test
    void manyThreadsMayReadAtOnce() throws Exception {
        Assessor assessor = assessor(REPORTED);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Assessment>> all = IntStream.range(0, 400).mapToObj(i -> threads.submit(() -> assessor.get("T"))).toList();
        for (Future<Assessment> each : all) {
            assertEquals(q("7 个"), each.get().actual().orElseThrow());
        }
        threads.shutdown();
    }

    @Test
    void whatWasAppendedPastAnAssessorIsNamed() {
        ObservationLog log = ObservationLog.of(REPORTED);
        Assessor assessor = Assessor.of(Ask.register(target(Goal.total(q("10 个"))).build()), log, AsOf.of(day("09-30")));
        log.add(total("09-30", "8 个"));
        Refusal.naming(IllegalStateException.class, () -> assessor.get("T"), "appended past it");
    }
}
