package io.mubiao.assess;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.scoring.Reading;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Population;
import io.mubiao.target.Reporting;
import io.mubiao.target.Scale;
import io.mubiao.testing.Ask;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.value.Rational;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One policy for facts that end before the deadline, the same for every kind of goal. */
class EndsEarlyTest {
    private static final Observation ALL_YEAR = completeThrough("12-31");
    private static final Goal COMPLIANT = Goal.coverage(Population.of("甲", "乙"), bound(">= 100 %"));

    /**
     * A goal with facts through the end of June.
     *
     * @param then what is to be said once the stream is stated to be complete through the deadline
     */
    private record Known(String kind, Goal goal, Verdict then, List<Observation> june) {
        @Override
        public String toString() {
            return kind;
        }
    }

    private static Known known(String kind, Goal goal, Verdict then, Observation... june) {
        return new Known(kind, goal, then, List.of(june));
    }

    private static Observation stage(String on, String item, String stage) {
        return Observation.stage("T", day(on), stage).item(item);
    }

    private static Observation of(String stream, String amount) {
        return Observation.total(stream, day("06-30"), q(amount));
    }

    private static Goal growth(Measure measure) {
        return Goal.growth(measure, ChangeForm.RELATIVE, Baseline.of(q("100 个"), day("2023-12-31")), bound(">= 10 %"));
    }

    static Stream<Known> thatLaterFactsCanChange() {
        Goal ratio = Goal.amount(Measure.ratio(Measure.total("n"), Measure.total("d")), bound(">= 50 %"));
        Goal built = Goal.stageCount(Scale.STAGES, "built", Items.enumerated("甲", "乙"), bound("2 个"));
        Goal held = Goal.maintain(bound(">= 95 %"), io.mubiao.target.SampleReading.every());
        Goal mean = Goal.maintain(bound(">= 95 %"), io.mubiao.target.SampleReading.mean());
        return Stream.of(
                known("total", Goal.total(q("62 个")), Verdict.MISSED, total("06-30", "61 个")),
                known("maximum of a total", Goal.amount(Measure.total(), bound("<= 62 个")), Verdict.MET, total("06-30", "31 个")),
                known("range of a total", Goal.amount(Measure.total(), bound("[60 个, 62 个]")), Verdict.MET, total("06-30", "61 个")),
                known("level met", Goal.amount(Measure.level(), bound(">= 7 %")), Verdict.MET, level("06-30", "8 %")),
                known("level not met", Goal.amount(Measure.level(), bound(">= 7 %")), Verdict.MISSED, level("06-30", "6 %")),
                known("ratio", ratio, Verdict.MET, of("n", "6 个"), of("d", "10 个")),
                known("count", Goal.amount(Measure.count(), bound("3 件")), Verdict.MISSED, event("02-01"), completeThrough("06-30")),
                known("maximum of a count", Goal.amount(Measure.count(), bound("<= 3 件")), Verdict.MET, event("02-01"),
                        completeThrough("06-30")),
                known("change of a level", growth(Measure.level()), Verdict.MET, level("06-30", "120 个")),
                known("change of a total", growth(Measure.total()), Verdict.MET, total("06-30", "120 个")),
                known("milestone", Goal.milestone(Scale.STAGES, "built"), Verdict.MISSED, stage("06-30", "", "started")),
                known("stage count", built, Verdict.MISSED, stage("06-01", "甲", "built"), stage("06-30", "乙", "started")),
                known("quota", Goal.quota(1, Cadence.quarterly()), Verdict.MISSED, event("02-01"), event("05-01"),
                        completeThrough("06-30")),
                known("coverage by tally", COMPLIANT, Verdict.MISSED, Observation.tally("T", day("06-30"), 1, 2)),
                known("coverage by members", COMPLIANT, Verdict.MET,
                        Observation.member("T", day("05-01"), "甲", MemberStanding.SATISFIED),
                        Observation.member("T", day("06-30"), "乙", MemberStanding.SATISFIED)),
                known("red line", Goal.redLine(), Verdict.MET, completeThrough("06-30")),
                known("maintain every", held, Verdict.MET, level("06-30", "99 %")),
                known("maintain mean", mean, Verdict.MISSED, level("06-30", "90 %")),
                known("judged", Goal.judged("甲", "乙"), Verdict.MISSED, event("06-30").member("甲")));
    }

    static Stream<Known> thatNothingCanChange() {
        Goal built = Goal.stageCount(Scale.STAGES, "built", Items.enumerated("甲", "乙"), bound("1 个"));
        Goal held = Goal.maintain(bound(">= 95 %"), io.mubiao.target.SampleReading.every());
        return Stream.of(
                known("total", Goal.total(q("62 个")), Verdict.MET, total("06-30", "62 个")),
                known("maximum of a total", Goal.amount(Measure.total(), bound("<= 62 个")), Verdict.MISSED, total("06-30", "63 个")),
                known("range of a total", Goal.amount(Measure.total(), bound("[60 个, 62 个]")), Verdict.MISSED, total("06-30", "63 个")),
                known("count", Goal.amount(Measure.count(), bound("1 件")), Verdict.MET, event("02-01")),
                known("maximum of a count", Goal.amount(Measure.count(), bound("<= 0 件")), Verdict.MISSED, event("02-01")),
                known("milestone", Goal.milestone(Scale.STAGES, "built"), Verdict.MET, stage("06-30", "", "built")),
                known("stage count", built, Verdict.MET, stage("06-01", "甲", "built")),
                known("maintain every", held, Verdict.MISSED, level("06-30", "90 %")),
                known("judged", Goal.judged("甲"), Verdict.MET, event("06-30").member("甲")));
    }

    private static Assessment ask(Known known, String on, Observation... more) {
        return Ask.assess(known.goal, on, Stream.concat(known.june.stream(), Stream.of(more)).toArray(Observation[]::new));
    }

    @ParameterizedTest
    @MethodSource("thatLaterFactsCanChange")
    void afterTheDeadlineNothingIsSaidOfFactsThatEndBeforeItButTheirLastDay(Known known) {
        Assessment asked = ask(known, "2025-01-15");
        assertEquals(Verdict.INSUFFICIENT_DATA, asked.verdict(), asked::toString);
        assertEquals(Optional.of(Reason.ENDS_EARLY), asked.reason());
        assertEquals("2024-06-30", asked.detail());
        assertFalse(asked.settled());
        assertTrue(asked.attainment().isEmpty() && asked.cappedAttainment().isEmpty() && asked.pointsAhead().isEmpty());
        assertFalse(Reading.MISSED.number(asked).isNumber(), "nothing that depends on it fires");
        assertEquals(Rational.ZERO, Reading.SETTLED.number(asked).number().low());
    }

    @ParameterizedTest
    @MethodSource("thatLaterFactsCanChange")
    void untilTheDeadlineHasPassedNothingIsSettled(Known known) {
        assertFalse(ask(known, "06-30").settled());
        assertFalse(ask(known, "12-31").settled(), "the deadline is a day like others");
    }

    @ParameterizedTest
    @MethodSource("thatLaterFactsCanChange")
    void aStatementThatTheStreamIsCompleteSettlesEveryKind(Known known) {
        Assessment asked = ask(known, "2025-01-15", ALL_YEAR, Observation.complete("n", Span.year(2024)),
                Observation.complete("d", Span.year(2024)));
        assertEquals(known.then, asked.verdict(), asked::toString);
        assertTrue(asked.settled());
        assertEquals(Rational.ONE, Reading.SETTLED.number(asked).number().low());
    }

    @ParameterizedTest
    @MethodSource("thatNothingCanChange")
    void whatNothingCanChangeIsSettledAtOnce(Known known) {
        Assessment june = ask(known, "06-30");
        assertTrue(june.settled(), june::toString);
        assertEquals(known.then == Verdict.MET, june.verdict() == Verdict.MET);
        Assessment january = ask(known, "2025-01-15");
        assertEquals(known.then, january.verdict(), january::toString);
        assertTrue(january.settled());
    }

    @ParameterizedTest
    @MethodSource("thatLaterFactsCanChange")
    void onceAReportIsOverdueItIsStale(Known known) {
        Reporting monthly = new Reporting(Period.ofMonths(1), Period.ofDays(10));
        Assessment asked = Ask.assess(target(known.goal).reporting(monthly).build(), "2025-01-15", known.june.toArray(Observation[]::new));
        assertEquals(Verdict.STALE, asked.verdict(), asked::toString);
        assertEquals(Optional.of(Reason.REPORT_OVERDUE), asked.reason());
        assertEquals("2024-06-30", asked.detail());
    }

    /** The tally of December turns it; nothing was settled before. */
    @Test
    void aLaterTallyTurnsTheAnswer() {
        Observation june = Observation.tally("T", day("06-30"), 1, 2);
        Observation december = Observation.tally("T", day("12-31"), 2, 2);
        assertFalse(Ask.assess(COMPLIANT, "2025-01-15", june).settled());
        assertEquals(Verdict.MET, Ask.assess(COMPLIANT, "2025-01-15", june, december).verdict());
    }

    /** Every slot of the cadence has its sample, so none is to come. */
    @Test
    void samplesOfEverySlotReachTheDeadline() {
        Goal quarterly = Goal.maintain(bound(">= 95 %"), io.mubiao.target.SampleReading.mean()).cadence(Cadence.quarterly());
        List<String> days = List.of("02-01", "05-01", "08-01", "11-01");
        Observation[] four = days.stream().map(on -> level(on, "99 %")).toArray(Observation[]::new);
        Assessment asked = Ask.assess(quarterly, "2025-01-15", four);
        assertEquals(Verdict.MET, asked.verdict());
        assertTrue(asked.settled());
    }
}
