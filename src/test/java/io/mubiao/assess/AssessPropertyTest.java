package io.mubiao.assess;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Population;
import io.mubiao.target.Scale;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Mixed;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every assessment, whatever was observed. */
class AssessPropertyTest {
    private static final List<LocalDate> DAYS = List.of(day("2023-12-01"), day("01-01"), day("06-30"), day("08-15"),
            day("12-31"), day("2025-03-01"));

    private static AsOf question(Random random) {
        return AsOf.of(DAYS.get(random.nextInt(DAYS.size())));
    }

    private static Assessments assess(List<Observation> observations, AsOf question) {
        return Assessor.assess(Mixed.REGISTER, ObservationLog.of(observations), question);
    }

    /** The parts that must never depend on the order of the log. */
    private static List<String> essence(Assessments assessments) {
        return assessments.stream().map(one -> one.target().id() + " " + one.verdict() + " " + one.pace() + " "
                + one.attainment() + " " + one.cappedAttainment() + " " + one.settled() + " "
                + one.reason()).toList();
    }

    private static void assertSameAmounts(Assessments one, Assessments other) {
        for (Assessment assessment : one) {
            Assessment again = other.get(assessment.target().id());
            assertEquals(assessment.actual().isPresent(), again.actual().isPresent(), assessment::toString);
            assessment.actual().ifPresent(actual ->
                    assertEquals(0, actual.compareAmount(again.actual().orElseThrow()), assessment::toString));
        }
    }

    private static List<Observation> shuffled(List<Observation> observations, Random random) {
        List<Observation> other = new ArrayList<>(observations);
        Collections.shuffle(other, random);
        return other;
    }

    @Property
    void theOrderOfObservationsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        List<Observation> observations = Mixed.observations(seed, count);
        AsOf question = question(random);
        Assessments one = assess(observations, question);
        Assessments other = assess(shuffled(observations, random), question);
        assertEquals(essence(one), essence(other));
        assertSameAmounts(one, other);
    }

    /** Every observation has an id of its own here, so the traces are the same too. */
    @Property
    void theOrderOfObservationsDoesNotShowInTheTrace(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        List<Observation> observations = Mixed.observations(seed, count);
        AsOf question = question(random);
        Assessments other = assess(shuffled(observations, random), question);
        for (Assessment assessment : assess(observations, question)) {
            assertEquals(assessment.trace(), other.get(assessment.target().id()).trace(), assessment::toString);
        }
    }

    /** Every observation has an id of its own here, so the notes are the same too. */
    @Property
    void theOrderOfObservationsDoesNotShowInTheNotes(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        List<Observation> observations = Mixed.observations(seed, count);
        AsOf question = question(random);
        Assessments one = assess(observations, question);
        Assessments other = assess(shuffled(observations, random), question);
        for (Assessment assessment : one) {
            Assessment again = other.get(assessment.target().id());
            assertEquals(assessment.notes(), again.notes(), assessment::toString);
            assertEquals(assessment, again);
        }
    }

    /** In whatever portions, what was foretold is what is added, and what is kept is what is worked out afresh. */
    @Property(tries = 100)
    void severalAtATimeAreAsOneByOne(@ForAll long seed, @ForAll @IntRange(max = 60) int count) {
        Random random = new Random(seed);
        StreamCatalog catalog = StreamCatalog.of(Mixed.REGISTER);
        Set<String> ids = new HashSet<>();
        List<Observation> all = Mixed.observations(seed, count).stream().filter(it -> catalog.check(it).isEmpty()
                && it.entry().supersedes().map(ids::contains).orElse(true) && ids.add(it.entry().id())).toList();
        AsOf question = question(random);
        ObservationLog log = ObservationLog.empty();
        Assessor assessor = Assessor.of(Mixed.REGISTER, log, question);
        for (int from = 0, to; from < all.size(); from = to) {
            to = Math.min(all.size(), from + 1 + random.nextInt(20));
            List<Observation> portion = fitting(all.subList(from, to), log, catalog, question);
            List<Addition> foretold = assessor.checkAll(portion);
            List<Observation> known = foretold.stream().map(Addition::observation).toList();
            assertEquals(foretold, assessor.addAll(random.nextBoolean() ? known : portion));
        }
        assertEquals(Assessor.assess(Mixed.REGISTER, log, question), assessor.assessments());
    }

    /** Those that go with the log and each other, and of corrections those of what is there. */
    private static List<Observation> fitting(List<Observation> all, ObservationLog log, StreamCatalog catalog, AsOf question) {
        List<Observation> fitting = all;
        for (int before = -1; before != fitting.size();) {
            before = fitting.size();
            List<Observation> now = fitting;
            List<List<Problem>> problems = catalog.check(now, question.view(log, Mixed.REGISTER.zone()));
            Set<String> ids = now.stream().map(it -> it.entry().id()).collect(Collectors.toSet());
            fitting = IntStream.range(0, before).filter(i -> problems.get(i).isEmpty()).mapToObj(now::get).filter(it -> it.entry().supersedes()
                    .map(id -> ids.contains(id) || log.find(id).isPresent()).orElse(true)).toList();
        }
        return fitting;
    }

    @Property
    void whatIsRecordedLaterNeverChangesAVerdictOrAmountGivenEarlier(@ForAll long seed,
            @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        List<Observation> all = Mixed.observations(seed, count);
        LocalDate known = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(500));
        AsOf question = question(random).knownBy(known);
        Assessments before = assess(knownBy(all, known), question);
        Assessments after = assess(all, question);
        assertEquals(essence(before), essence(after));
        assertSameAmounts(before, after);
    }

    private static List<Observation> knownBy(List<Observation> all, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(Ask.ZONE).toInstant();
        return all.stream().filter(observation -> observation.entry().recordedAt().isBefore(end)).toList();
    }

    /** "The same answer for ever": trace and notes too. */
    @Property
    void whatIsRecordedLaterNeverChangesWhatWasKnown(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        List<Observation> all = Mixed.observations(seed, count);
        LocalDate known = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(500));
        AsOf question = question(random).knownBy(known);
        Assessments before = assess(knownBy(all, known), question);
        for (Assessment assessment : assess(all, question)) {
            Assessment had = before.get(assessment.target().id());
            assertEquals(had.trace(), assessment.trace(), had::toString);
            assertEquals(had.notes(), assessment.notes(), had::toString);
            assertEquals(had, assessment, had::toString);
        }
    }

    /** And units: a rate of 万元 per 亩 and 公顷 is shown in one of them, whichever came first. */
    @Property
    void theOrderOfObservationsDoesNotShowInTheUnit(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        List<Observation> observations = Mixed.observations(seed, count);
        AsOf question = question(random);
        Assessments other = assess(shuffled(observations, random), question);
        for (Assessment assessment : assess(observations, question)) {
            assertEquals(assessment.actual(), other.get(assessment.target().id()).actual(), assessment::toString);
        }
    }

    @Property(tries = 60)
    void oneObservationMoreIsTheSameAsAFreshAssessment(@ForAll long seed, @ForAll @IntRange(max = 70) int count) {
        Random random = new Random(seed);
        List<Observation> all = Mixed.observations(seed, count);
        AsOf question = random.nextBoolean() ? question(random) : question(random).knownBy(day("06-30"));
        int start = count == 0 ? 0 : random.nextInt(count);
        Assessor kept = Assessor.of(Mixed.REGISTER, ObservationLog.of(all.subList(0, start)), question);
        if (random.nextBoolean()) {
            assertEquals(assess(all.subList(0, start), question), kept.assessments());
        }
        for (int i = start; i < count; i++) {
            List<Assessment> touched = kept.addDespiteProblems(all.get(i)).assessments();
            Assessments fresh = assess(all.subList(0, i + 1), question);
            for (Assessment assessment : touched) {
                assertEquals(fresh.get(assessment.target().id()), assessment);
            }
            assertEquals(fresh, kept.assessments());
        }
    }

    @Property(tries = 50)
    void theNumberOfThreadsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int threads) {
        ObservationLog log = ObservationLog.of(Mixed.observations(seed, 100));
        AsOf question = question(new Random(seed));
        assertEquals(Assessor.assess(Mixed.REGISTER, log, question, 1),
                Assessor.assess(Mixed.REGISTER, log, question, threads));
    }

    @Property
    void unitsOfObservationsChangeNothingButTheUnitShown(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        Random random = new Random(seed);
        String[] units = random.nextBoolean() ? new String[] {"亩", "公顷", "万亩", "平方米"}
                : new String[] {"元", "万元", "亿元", "百万元"};
        String comparator = List.of("", ">", "<=", "<", "=").get(random.nextInt(5));
        Goal goal = Goal.amount(Measure.total(), bound(comparator + (1 + random.nextInt(60)) + units[random.nextInt(4)]));
        List<Observation> one = new ArrayList<>();
        List<Observation> other = new ArrayList<>();
        LocalDate first = day("01-01");
        for (int i = 0; i < count; i++) {
            Span span = new Span(first, first.plusDays(random.nextInt(15)));
            first = span.last().plusDays(1);
            var amount = q(random.nextInt(40) + "." + random.nextInt(100) + " " + units[0]);
            one.add(Observation.increment("T", span, amount).id("o" + i));
            other.add(Observation.increment("T", span, amount.in(Ask.UNITS.get(units[random.nextInt(4)]))).id("o" + i));
        }
        Collections.shuffle(other, random);
        String asOf = DAYS.get(1 + random.nextInt(5)).toString();
        Assessment a = Ask.assess(goal, asOf, one.toArray(Observation[]::new));
        Assessment b = Ask.assess(goal, asOf, other.toArray(Observation[]::new));
        assertEquals(a.verdict(), b.verdict());
        assertEquals(a.pace(), b.pace());
        assertEquals(a.attainment(), b.attainment());
        assertEquals(a.pointsAhead(), b.pointsAhead());
        assertEquals(a.daysAhead(), b.daysAhead());
        assertEquals(a.required(), b.required());
        assertEquals(a.actual().isPresent(), b.actual().isPresent());
        a.actual().ifPresent(actual -> assertEquals(0, actual.compareAmount(b.actual().orElseThrow())));
    }

    private static int rank(Assessment assessment) {
        return switch (assessment.verdict()) {
            case BREACHED -> 0;
            case MISSED, NOT_MET -> 1;
            case MET -> 2;
            default -> throw new AssertionError(assessment.toString());
        };
    }

    private static int paceRank(Assessment assessment) {
        return switch (assessment.pace()) {
            case BEHIND -> 0;
            case NOT_DUE, NOT_JUDGED -> 1;
            case ON_PACE -> 2;
        };
    }

    private static void assertNotWorse(Assessment before, Assessment after) {
        assertTrue(rank(after) >= rank(before), () -> before + " then " + after);
        assertTrue(paceRank(after) >= paceRank(before), () -> before + " then " + after);
        Rational had = before.cappedAttainment().orElse(Rational.ZERO);
        assertTrue(after.cappedAttainment().orElse(Rational.ZERO).compareTo(had) >= 0, () -> before + " then " + after);
        Rational raw = before.attainment().orElse(had);
        assertTrue(after.attainment().orElse(raw).compareTo(raw) >= 0, () -> before + " then " + after);
    }

    private static void addOne(Goal goal, List<Observation> before, Observation more, String asOf, boolean better) {
        List<Observation> after = new ArrayList<>(before);
        after.add(more);
        Assessment had = Ask.assess(goal, asOf, before.toArray(Observation[]::new));
        Assessment has = Ask.assess(goal, asOf, after.toArray(Observation[]::new));
        assertNotWorse(better ? had : has, better ? has : had);
    }

    @Property
    void moreNeverHurtsAMinimumAndNeverHelpsAMaximum(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        Random random = new Random(seed);
        String asOf = DAYS.get(2 + random.nextInt(4)).toString();
        String limit = (1 + random.nextInt(60)) + " 个";
        List<Observation> increments = new ArrayList<>(List.of(Observation.complete("T", Span.year(2024))));
        List<Observation> events = new ArrayList<>(increments);
        for (int i = 0; i < count; i++) {
            LocalDate on = day("01-01").plusDays(7L * i);
            increments.add(Observation.increment("T", new Span(on, on.plusDays(random.nextInt(7))),
                    q(random.nextInt(20) + " 个")));
            events.add(Observation.event("T", on));
        }
        Observation increment = Observation.increment("T", Span.parse("2024-05-01/2024-05-31"), q(random.nextInt(90) + " 个"));
        Observation event = Observation.event("T", day("05-01"));
        boolean strict = random.nextBoolean();
        addOne(Goal.amount(Measure.total(), bound((strict ? "> " : ">= ") + limit)), increments, increment, asOf, true);
        addOne(Goal.amount(Measure.total(), bound((strict ? "< " : "<= ") + limit)), increments, increment, asOf, false);
        addOne(Goal.amount(Measure.count(), bound(">= " + limit)), events, event, asOf, true);
        addOne(Goal.amount(Measure.count(), bound("<= " + limit)), events, event, asOf, false);
    }

    @Property
    void moreDoneNeverHurtsStagesQuotasAndCoverage(@ForAll long seed, @ForAll @IntRange(max = 9) int count) {
        Random random = new Random(seed);
        String asOf = DAYS.get(2 + random.nextInt(4)).toString();
        List<Observation> stages = new ArrayList<>(List.of(Observation.complete("T", Span.year(2024))));
        List<Observation> events = new ArrayList<>(stages);
        List<Observation> members = new ArrayList<>(stages);
        members.add(Observation.member("T", day("01-01"), "never"));
        for (int i = 0; i < count; i++) {
            LocalDate on = day("01-01").plusDays(random.nextInt(366));
            stages.add(Observation.stage("T", on, random.nextBoolean() ? "built" : "started").item("i" + i));
            events.add(Observation.event("T", on));
            members.add(Observation.member("T", day("01-01"), "m" + random.nextInt(9),
                    List.of(MemberStanding.values()).get(random.nextInt(4))));
        }
        addOne(Goal.stageCount(Scale.STAGES, "built", Items.open(), bound((1 + random.nextInt(6)) + " 个")), stages,
                Observation.stage("T", day("05-01"), "built").item("another"), asOf, true);
        addOne(Goal.quota(1 + random.nextInt(2), Cadence.quarterly()), events, Observation.event("T", day("05-01")), asOf,
                true);
        addOne(Goal.coverage(Population.growing(), bound(">= 50 %")), members,
                Observation.member("T", day("05-01"), "another", MemberStanding.SATISFIED), asOf, true);
    }

    @Property
    void anotherEventNeverHelpsARedLine(@ForAll long seed, @ForAll @IntRange(max = 3) int count) {
        Random random = new Random(seed);
        List<Observation> events = new ArrayList<>(List.of(Observation.complete("T", Span.year(2024))));
        for (int i = 0; i < count; i++) {
            events.add(Observation.event("T", day("2023-06-01").plusDays(random.nextInt(900))));
        }
        addOne(Goal.redLine(), events, Observation.event("T", day("2023-06-01").plusDays(random.nextInt(900))),
                DAYS.get(2 + random.nextInt(4)).toString(), false);
    }
}
