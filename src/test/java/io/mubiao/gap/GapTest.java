package io.mubiao.gap;

import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.register;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.AsOf;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Comparison;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.time.Cadence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is needed to be met or on pace, kind by kind, and why there may be nothing. */
class GapTest {
    private static Gap gap(Goal goal, String asOf, Observation... observations) {
        return gap(target(goal).build(), asOf, Aim.onPace(), observations);
    }

    private static Gap gap(Target target, String asOf, Aim aim, Observation... observations) {
        return Gaps.of(register(target), ObservationLog.of(observations), AsOf.of(day(asOf))).get("T", aim);
    }

    private static String need(Gap gap) {
        return gap.least().map(need -> need.kind() + need.change().map(it -> " " + it).orElse("")
                + need.becomes().map(it -> " to " + it).orElse("") + (need.stage().isEmpty() ? "" : " " + need.stage())
                + (need.what().isEmpty() ? "" : " " + need.what())).orElseGet(() -> gap.obstacle().orElseThrow() + " "
                        + gap.detail());
    }

    private static String by(Gap gap, String on) {
        return gap.later().stream().filter(later -> later.day().equals(day(on))).findFirst().orElseThrow().need()
                .map(need -> need.isNothing() ? "nothing" : need.change().orElseThrow().toString()).orElse("out of reach");
    }

    @Test
    void aTotalNeedsWholePiecesOfAMeasureWord() {
        Gap gap = gap(Goal.total(q("62 个")), "10-31", total("10-31", "50 个"));
        assertEquals("AMOUNT 2 个 to 52 个", need(gap));
        assertEquals("7 个", by(gap, "11-30"));
        assertEquals("12 个", by(gap, "12-31"));
        assertEquals("AMOUNT 12 个 to 62 个", need(gap(target(Goal.total(q("62 个"))).build(), "10-31", Aim.met(),
                total("10-31", "50 个"))));
    }

    @Test
    void otherAmountsGoByTheDecimalsTheyAreWrittenWith() {
        assertEquals("AMOUNT 0.6 亿元 to 22.6 亿元", need(gap(Goal.total(q("30.1 亿元")), "09-30", total("09-30", "22 亿元"))));
        assertEquals("AMOUNT 1 亿元 to 23 亿元", need(gap(Goal.total(q("30 亿元")), "09-30", total("09-30", "22 亿元"))));
    }

    @Test
    void incrementsAreAddedTo() {
        Gap gap = gap(Goal.total(q("90 亩")), "06-30", increment("2024-01-01/2024-03-31", "20.5 亩"));
        assertEquals("AMOUNT 24.5 亩 to 45 亩", need(gap));
    }

    @Test
    void todaysAchievementLastsUntilTheCurveAsksForMore() {
        Gap gap = gap(Goal.total(q("12 个")), "03-31", total("03-31", "6 个"));
        assertTrue(gap.reached());
        assertEquals(Optional.of(day("07-30")), gap.lasts());
        assertEquals("nothing", by(gap, "06-30"));
        assertEquals("1 个", by(gap, "07-31"));
        assertEquals("6 个", by(gap, "12-31"));
        Target daily = target(Goal.total(q("366 个"))).pace(PaceCurve.days()).build();
        assertEquals(Optional.of(day("02-10")), gap(daily, "01-31", Aim.onPace(), total("01-31", "41 个")).lasts());
    }

    @Test
    void ofACeilingOfALevelTheChangeIsDownward() {
        assertEquals("AMOUNT -3 % to 4 %", need(gap(Goal.amount(Measure.level(), bound("< 5 %")), "06-30", level("06-30", "7 %"))));
    }

    @Test
    void aBandIsReachedFromEitherSide() {
        Goal band = Goal.amount(Measure.level(), bound("[49 %, 51 %)"));
        assertEquals("AMOUNT 2.5 % to 49 %", need(gap(band, "06-30", level("06-30", "46.5 %"))));
        assertEquals("AMOUNT -2.6 % to 50.9 %", need(gap(band, "06-30", level("06-30", "53.5 %"))));
    }

    @Test
    void countsNeedEventsAndTheStatementThatThereWereNoOthers() {
        Goal count = Goal.amount(Measure.count(), bound("12 件"));
        assertEquals("AMOUNT 5 件 to 6 件", need(gap(count, "06-30", event("01-05"), completeThrough("06-30"))));
        assertEquals("REPORT", need(gap(count, "01-31", event("01-05"))));
    }

    @Test
    void aChangeMovesTheMeasureNotTheRate() {
        Goal growth = Goal.growth(Measure.level(), ChangeForm.POINTS, Baseline.of(q("71.2 %"), day("2023-12-31")),
                bound("> 0 百分点"));
        assertEquals("AMOUNT 1.3 % to 71.3 %", need(gap(growth, "06-30", level("06-30", "70.0 %"))));
        Goal reduction = Goal.reduction(Measure.level(), ChangeForm.RELATIVE, Baseline.of(q("60 元"), day("2023-12-31")),
                bound(">= 3 %"));
        assertEquals("AMOUNT -2 元 to 58 元", need(gap(reduction, "06-30", level("06-30", "60 元"))));
    }

    @Test
    void coverageCountsMembers() {
        Goal listed = Goal.coverage(Population.of("甲", "乙", "丙", "丁"), bound(">= 75 %"));
        Gap gap = gap(listed, "06-30", Observation.member("T", day("06-01"), "甲", MemberStanding.SATISFIED),
                Observation.member("T", day("06-01"), "乙"));
        assertEquals("MEMBERS 2 个 [乙, 丙]", need(gap));
        Goal growing = Goal.coverage(Population.growing(), bound("> 50 %"));
        assertEquals("MEMBERS 3 个", need(gap(growing, "06-30", Observation.tally("T", day("06-30"), 3, 10))));
    }

    @Test
    void stagesAndItemsByWhichDay() {
        Gap milestone = gap(Goal.milestone(Scale.STAGES, "built"), "06-30", Observation.stage("T", day("06-01"), "started"));
        assertEquals("STAGE built", need(milestone));
        assertEquals(day("12-31"), milestone.later().get(milestone.later().size() - 1).day());
        Goal list = Goal.stageCount(Scale.STAGES, "built", Items.partlyNamed(4, "中店", "东桥", "三十铺"), bound("4 所"));
        assertEquals("ITEMS 2 所 built [东桥, 三十铺]", need(gap(target(list).build(), "09-30", Aim.onPace(),
                Observation.stage("T", day("06-01"), "built").item("中店"), completeThrough("09-30"))));
        assertEquals("ITEMS 3 所 built [东桥, 三十铺]", need(gap(target(list).build(), "09-30", Aim.met(),
                Observation.stage("T", day("06-01"), "built").item("中店"), completeThrough("09-30"))));
    }

    @Test
    void openCellsCanBeFilledAndClosedOnesCannot() {
        Goal.Quota quarterly = Goal.quota(1, Cadence.quarterly());
        Gap open = gap(quarterly, "09-30", event("01-10"), event("05-10"), event("07-01"), completeThrough("09-30"));
        assertTrue(open.reached());
        assertEquals(Optional.of(day("12-30")), open.lasts());
        assertEquals("1 格", by(open, "12-31"));
        assertEquals("CELLS 1 格 [2024-Q3]", need(gap(quarterly, "09-30", event("01-10"), event("05-10"), completeThrough("06-30"))));
        assertEquals("CLOSED_SLOTS 2024-Q2", need(gap(quarterly, "09-30", event("01-10"), completeThrough("06-30"))));
    }

    @Test
    void theDetailNamesEveryClosedCell() {
        Goal monthly = Goal.quota(1, Cadence.monthly()).population(
                java.util.stream.IntStream.rangeClosed(1, 20).mapToObj(number -> "镇" + number).toArray(String[]::new));
        assertEquals(180, gap(monthly, "09-30", completeThrough("09-30")).detail().split(", ").length);
    }

    @Test
    void samplesEvidenceAndRedLines() {
        Goal.Maintain every = Goal.maintain(bound(">= 5 个"), SampleReading.every());
        assertEquals("SAMPLES 2 次 [2024-Q1, 2024-Q2]", need(gap(every.cadence(Cadence.quarterly()), "09-30", level("07-15", "6 个"))));
        assertEquals(Obstacle.SAMPLE_FAILED, gap(every, "09-30", level("07-15", "4 个")).obstacle().orElseThrow());
        Goal share = Goal.maintain(bound(">= 5 个"), SampleReading.share(bound(">= 80 %")));
        assertEquals("SAMPLES 3 次", need(gap(share, "09-30", level("07-15", "4 个"), level("08-15", "6 个"))));
        Goal mean = Goal.maintain(bound("<= 50 个"), SampleReading.mean());
        assertEquals("FIGURE to 38 个", need(gap(mean, "09-30", level("07-15", "62 个"))));
        assertEquals("EVIDENCE 1 项 [报告]", need(gap(Goal.judged("协议", "报告"), "09-30", event("07-15").member("协议"))));
        assertEquals("BREACHED 2024-05-01", need(gap(Goal.redLine(), "09-30", event("05-01"), completeThrough("09-30"))));
        assertEquals("REPORT", need(gap(Goal.redLine(), "09-30")));
    }

    @Test
    void reasonsWhyThereIsNothing() {
        assertEquals("UNMEASURABLE limit (严控)", need(gap(Goal.amount(Measure.total(), Bound.open(Comparison.AT_MOST, "严控")), "06-30")));
        Target due = target(Goal.total(q("10 个"))).due(LocalDate.of(2024, 3, 31)).build();
        assertEquals("DEADLINE_PAST 2024-03-31", need(gap(due, "06-30", Aim.met(), total("03-31", "9 个"))));
        assertEquals("AMOUNT 1 个 to 10 个", need(gap(due, "06-30", Aim.met(), total("02-28", "9 个"))));
        assertEquals("FIGURE to 6 个", need(gap(Goal.total(q("12 个")), "06-30")));
        assertEquals(Obstacle.UNUSABLE_FACTS, gap(Goal.growth(Measure.level(), ChangeForm.RELATIVE,
                Baseline.observed(day("2023-12-31")), bound("> 0 %")), "06-30", level("06-30", "1 元")).obstacle().orElseThrow());
        assertEquals(List.of(), gap(due, "06-30", Aim.met(), total("03-31", "9 个")).later());
    }

    /** Nothing that is added cures them; asking that again and again of many took minutes. */
    @Test
    void incrementsThatOverlapAreAnObstacleHoweverMany() {
        Observation[] many = IntStream.range(0, 20_000).mapToObj(i -> increment("2024-01-01/2024-01-01", "0.0001 个").id("i" + i))
                .toArray(Observation[]::new);
        Gap gap = gap(Goal.amount(Measure.total(), bound(">= 62 个")), "11-30", many);
        assertEquals("UNUSABLE_FACTS OVERLAPPING_INCREMENTS: i0 and i1", need(gap));
    }
}
