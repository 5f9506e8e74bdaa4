package io.mubiao.forecast;

import static io.mubiao.forecast.Foresee.figure;
import static io.mubiao.forecast.Foresee.forecast;
import static io.mubiao.forecast.Foresee.likely;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.increment;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.forecast.Forecast.Heading;
import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.CountForecast;
import io.mubiao.forecast.internal.CoverageForecast;
import io.mubiao.forecast.internal.LevelForecast;
import io.mubiao.forecast.internal.PaceForecast;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.time.Cadence;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of goal, through a register and observations. */
class ForecasterTest {
    private static final ForecastSettings DEFAULTS = ForecastSettings.defaults();

    private static Observation[] levels(String... values) {
        List<Observation> levels = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            levels.add(level("0" + (i + 1) + "-28", values[i]));
        }
        return levels.toArray(new Observation[0]);
    }

    /** O43, through the register: 31 of 62 on 30 June. */
    @Test
    void aCountIsNegativeBinomial() {
        Likely count = likely(forecast(Goal.total(q("62 个")), "06-30", total("06-30", "31 个")));
        assertEquals(Method.NEGATIVE_BINOMIAL, count.by());
        assertEquals(new BigDecimal("0.525383"), count.chance());
        assertEquals(q("53 个"), count.within().low());
        assertEquals(q("73 个"), count.within().high());
        assertEquals(q("62.5 个"), count.about());
        assertEquals(q("50 %"), figure(count, Name.ELAPSED_SHARE));
        RequiredRate rate = count.from().rate().orElseThrow();
        assertEquals(Optional.of(q("31 个").times(Rational.of(1, 184))), rate.needed());
        assertEquals(Optional.of(q("31 个").times(Rational.of(1, 182))), rate.soFar());
    }

    /** What the unit is decides, not how it is written; lengths and areas are no counts, however whole; persons are. */
    @Test
    void aForecastDoesNotDependOnHowTheUnitIsWritten() {
        Likely plain = likely(forecast(Goal.total(q("10000 个")), "06-30", total("06-30", "4980 个")));
        Likely prefixed = likely(forecast(Goal.total(q("1 万个")), "06-30", total("06-30", "0.498 万个")));
        assertEquals(Method.NEGATIVE_BINOMIAL, prefixed.by());
        assertEquals(plain.chance(), prefixed.chance());
        assertEquals(plain.within(), prefixed.within());
        for (String unit : List.of("人", "所", "套")) {
            Likely same = likely(forecast(Goal.total(q("10000 " + unit)), "06-30", total("06-30", "4980 " + unit)));
            assertEquals(plain.chance(), same.chance());
            assertEquals(plain.within().low().amount(), same.within().low().amount(), unit);
        }
        Likely persons = likely(forecast(Goal.total(q("1 万人")), "06-30", total("06-30", "0.498 万人")));
        assertEquals(plain.chance(), persons.chance());
        for (String unit : List.of("公里", "亩")) {
            Forecast forecast = forecast(Goal.total(q("120 " + unit)), "06-30", total("03-31", "30 " + unit), total("06-30", "55 " + unit));
            assertTrue(forecast instanceof Likely likely ? likely.by() != Method.NEGATIVE_BINOMIAL : forecast instanceof Heading, unit);
        }
    }

    @Test
    void eventsAreCountedInTheUnitOfOne() {
        Goal goal = Goal.amount(Measure.count(), bound(">= 0.001 万件"));
        Observation[] log = {event("01-10"), event("02-10"), completeThrough("06-30")};
        Likely now = likely(forecast(goal, "06-30", log));
        assertEquals(q("2 件"), figure(now, Name.DONE));
        assertEquals(CountForecast.of(2, Rational.of(1, 2), 10).probability(), now.chance());
    }

    @Test
    void eventsAreCountedAndForecastFromTheDayTheyAreCompleteThrough() {
        Goal goal = Goal.amount(Measure.count(), bound(">= 4 件"));
        Observation[] log = {event("01-10"), event("02-10"), event("07-01"), completeThrough("06-30")};
        Likely now = likely(forecast(goal, "07-20", log));
        assertEquals(q("2 件"), figure(now, Name.DONE));
        assertEquals(day("06-30"), now.from().asAt());
        assertEquals(CountForecast.of(2, Rational.of(1, 2), 4).probability(), now.chance());
    }

    @Test
    void aMaximumAndABandOfACountAreTheSameDistribution() {
        Observation done = total("06-30", "31 个");
        Goal most = Goal.amount(Measure.total(), bound("<= 61 个"));
        assertEquals(new BigDecimal("0.474617"), likely(forecast(most, "06-30", done)).chance());
        Goal band = Goal.amount(Measure.total(), bound("[53 个, 73 个]"));
        BigDecimal inside = likely(forecast(band, "06-30", done)).chance();
        assertTrue(inside.compareTo(new BigDecimal("0.8")) >= 0, inside::toString);
        assertTrue(likely(forecast(most, "06-30", done)).from().rate().isEmpty());
    }

    @Test
    void anAmountFollowsItsPaceWithAnIntervalFromItsMonths() {
        Goal goal = Goal.total(q("30 亿元"));
        Likely pace = likely(forecast(goal, "06-30", increment("2024-01-01/2024-01-31", "2 亿元"),
                increment("2024-02-01/2024-02-29", "3 亿元"), increment("2024-03-01/2024-03-31", "2.5 亿元"),
                increment("2024-04-01/2024-04-30", "2 亿元"), increment("2024-05-01/2024-05-31", "3 亿元"),
                increment("2024-06-01/2024-06-30", "2.5 亿元")));
        assertEquals(Method.LINEAR_PACE, pace.by());
        assertEquals(q("30 亿元"), pace.about());
        assertEquals(new BigDecimal("0.500000"), pace.chance());
        assertTrue(pace.within().contains(q("30 亿元")));
    }

    @Test
    void withTooFewMonthsAnAmountIsAPointAlone() {
        Forecast pace = forecast(Goal.total(q("30 亿元")), "09-30", total("09-30", "22.1 亿元"));
        assertTrue(pace instanceof Heading heading && !heading.reaches(), pace::toString);
        assertEquals(Optional.of(q("22.1 亿元").times(Rational.of(4, 3))), pace.expected());
        assertTrue(pace.probability().isEmpty());
    }

    /** U35: trees are planted in spring and autumn. */
    @Test
    void aSeasonalPlanIsComparedWithItsOwnShare() {
        List<Rational> weights = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            weights.add(month == 3 ? Rational.of(7, 10) : month == 11 ? Rational.of(3, 10) : Rational.ZERO);
        }
        Goal goal = Goal.total(q("1100 亩"));
        Forecast seasonal = forecast(target(goal).pace(PaceCurve.seasonal(weights)).build(), "06-30",
                total("03-31", "780 亩"));
        assertEquals(Optional.of(Method.SEASONAL_PACE), seasonal.method());
        assertEquals(Optional.of(q("780 亩").times(Rational.of(10, 7))), seasonal.expected());
        assertEquals(Optional.of(q("3120 亩")), forecast(goal, "03-31", total("03-31", "780 亩")).expected());
    }

    /** Nothing came since March, and nobody said that reports are owed: the assessment calls it behind, and so does this. */
    @Test
    void anOldFigureIsThePresentOneAsInTheAssessment() {
        Forecast old = forecast(Goal.total(q("1100 亩")), "09-30", total("03-31", "780 亩"));
        assertEquals(Optional.of(q("1040 亩")), old.expected());
        Forecast fresh = forecast(Goal.total(q("1100 亩")), "07-15", total("06-30", "600 亩"));
        assertEquals(Optional.of(q("1200 亩")), fresh.expected());
    }

    @Test
    void betweenTwoMonthEndsThePlanElapsesByTheDay() {
        Likely middle = likely(forecast(Goal.total(q("62 个")), "04-15", total("04-15", "18 个")));
        assertEquals(q("25 %").plus(q("50/12 %")), figure(middle, Name.ELAPSED_SHARE));
    }

    @Test
    void aLevelIsARegressionInBothDirections() {
        Observation[] levels = levels("42 个", "40 个", "41 个", "38 个", "37 个", "36 个");
        Likely low = likely(forecast(Goal.amount(Measure.level(), bound("<= 35 个")), "06-30", levels));
        assertEquals(Method.WEIGHTED_REGRESSION, low.by());
        assertTrue(low.chance().compareTo(new BigDecimal("0.5")) > 0, low::toString);
        Likely high = likely(forecast(Goal.amount(Measure.level(), bound("> 35 个")), "06-30", levels));
        assertEquals(0, low.chance().add(high.chance()).compareTo(BigDecimal.ONE));
        assertEquals(6, low.from().figures().stream().filter(figure -> figure.name() == Name.LEVEL).count());
    }

    @Test
    void aDeclaredBoundHoldsTheLevel() {
        Goal goal = Goal.amount(Measure.level(), bound(">= 98 %"));
        Observation[] levels = levels("80 %", "88 %", "91 %", "96 %", "97 %", "99 %");
        Likely held = likely(forecast(DEFAULTS.withBounds("T", q("0 %"), q("100 %")), target(goal).build(), "06-30", levels));
        assertTrue(held.within().high().compareAmount(q("100 %")) <= 0);
        assertTrue(likely(forecast(goal, "06-30", levels)).within().high().compareAmount(q("100 %")) > 0);
    }

    @Test
    void aRatioAndAChangeAreLevelsOfTheirOwn() {
        Goal ratio = Goal.amount(Measure.ratio(Measure.level("T"), Measure.level("T")), bound(">= 1 %"));
        assertEquals(Optional.of(NoForecast.NO_SCATTER),
                Foresee.why(forecast(ratio, "06-30", levels("42 个", "40 个", "41 个", "38 个"))));
        Goal change = Goal.reduction(Measure.level(), ChangeForm.RELATIVE,
                Baseline.of(q("40 个"), day("2023-12-31")), bound(">= 10 %"));
        Likely less = likely(forecast(change, "06-30", levels("42 个", "40 个", "41 个", "38 个", "37 个", "36 个")));
        assertEquals(Method.WEIGHTED_REGRESSION, less.by());
        assertTrue(less.about().compareAmount(q("10 %")) > 0, less::toString);
    }

    @Test
    void aMilestoneWithAPlanGetsADayAndNoProbability() {
        Goal goal = Goal.milestone(Scale.STAGES, "built");
        Forecast half = forecast(target(goal).pace(PaceCurve.months()).build(), "06-30",
                Observation.stage("T", day("06-30"), "applied"));
        assertTrue(half instanceof Heading heading && !heading.reaches(), half::toString);
        assertEquals(Optional.of(day("2025-03-31")), half.workings().orElseThrow().finish());
        assertEquals(q("40 %"), figure(half, Name.EARNED_SHARE));
        Forecast ahead = forecast(target(goal).pace(PaceCurve.months()).build(), "06-30",
                Observation.stage("T", day("06-30"), "approved"));
        assertTrue(ahead instanceof Heading heading && heading.reaches(), ahead::toString);
        assertEquals(Optional.of(day("10-31")), ahead.workings().orElseThrow().finish());
    }

    @Test
    void aStageCountIsACountWithADayBesideIt() {
        Goal goal = Goal.stageCount(Scale.STAGES, "built", Items.partlyNamed(4), bound(">= 4 所"));
        Likely count = likely(forecast(goal, "06-30", Observation.stage("T", day("03-01"), "built").item("甲"),
                Observation.stage("T", day("06-30"), "built").item("乙")));
        assertEquals(Method.NEGATIVE_BINOMIAL, count.by());
        assertEquals(CountForecast.of(2, Rational.of(1, 2), 4).probability(), count.chance());
        assertEquals(q("4 所"), count.within().high());
        assertTrue(count.about().compareAmount(q("4 所")) < 0, "four of four are not certain");
        assertEquals(Optional.of(day("12-31")), count.from().finish());
    }

    @Test
    void aClosedListIsBetaBinomialOverItsOpenMembers() {
        Goal goal = Goal.coverage(Population.of("甲", "乙", "丙"), bound(">= 100 %"));
        Likely share = likely(forecast(goal, "06-30", Observation.member("T", day("06-30"), "甲", MemberStanding.SATISFIED),
                Observation.member("T", day("06-30"), "乙")));
        assertEquals(Method.BETA_BINOMIAL, share.by());
        assertEquals(CoverageForecast.ofOpen(1, 2, Rational.of(1, 2), new BigDecimal("0.8"))
                .probability(bound(">= 100 %")), share.chance());
    }

    @Test
    void aListThatGrowsGrowsAtItsPaceOrAsDeclared() {
        Goal goal = Goal.coverage(Population.growing(), bound(">= 80 %"));
        Observation tally = Observation.tally("T", day("06-30"), 8, 10);
        Likely paced = likely(forecast(goal, "06-30", tally));
        assertEquals(new BigDecimal("0.603984"), paced.chance());
        Likely declared = likely(forecast(DEFAULTS.withPopulation("T", 12), target(goal).build(), "06-30", tally));
        assertEquals(Rational.of(2), figure(declared, Name.TO_COME).amount());
    }

    @Test
    void aQuotaMustComeOffInEveryCellLeft() {
        Likely quota = likely(forecast(Goal.quota(1, Cadence.quarterly()), "06-30", event("02-01"), event("05-01"),
                completeThrough("06-30")));
        assertEquals(CoverageForecast.of(2, 2, 2, new BigDecimal("0.8")).probability(bound(">= 100 %")),
                quota.chance());
    }

    @Test
    void samplesOfALevelToBeMaintained() {
        Observation[] levels = levels("5 个", "6 个", "7 个", "4 个", "6 个", "5 个");
        Goal share = Goal.maintain(bound(">= 5 个"), SampleReading.share(bound(">= 75 %")));
        Likely likely = likely(forecast(share, "06-30", levels));
        assertEquals(Rational.of(5), figure(likely, Name.SATISFIED).amount());
        assertEquals(Rational.of(6), figure(likely, Name.TO_COME).amount());
        Goal every = Goal.maintain(bound(">= 5 个"), SampleReading.every()).cadence(Cadence.monthly());
        assertEquals(0, forecast(every, "06-30", levels).probability().orElseThrow().signum());
        Goal worst = Goal.maintain(bound(">= 4 个"), SampleReading.worst());
        assertTrue(likely(forecast(worst, "06-30", levels)).chance().signum() > 0);
        Likely mean = likely(forecast(Goal.maintain(bound(">= 5.5 个"), SampleReading.mean()).cadence(Cadence.monthly()),
                "06-30", levels));
        assertEquals(Method.SAMPLE_MEAN, mean.by());
        assertEquals(q("5.5 个"), mean.about());
        assertEquals(new BigDecimal("0.500000"), mean.chance());
        assertTrue(mean.within().low().compareAmount(q("5.5 个")) < 0);
    }

    @Test
    void aCleanRedLineIsNeverCertain() {
        Likely line = likely(forecast(Goal.redLine(), "06-30", completeThrough("06-30")));
        assertEquals(Method.CLEAN_PERIODS, line.by());
        assertEquals(new BigDecimal("0.707107"), line.chance());
        assertEquals(q("39.3038 %"), figure(line, Name.UPPER_BOUND));
        assertEquals(q("5 %"), figure(line, Name.AT_LEAST));
        Likely late = likely(forecast(Goal.redLine(), "12-30", completeThrough("12-30")));
        assertTrue(late.chance().compareTo(BigDecimal.ONE) < 0);
        Likely lagging = likely(forecast(Goal.redLine(), "07-20", completeThrough("06-30")));
        assertEquals(line.chance(), lagging.chance());
    }

    @Test
    void settingsChooseLevelAndMethod() {
        Observation done = total("06-30", "31 个");
        Likely wide = likely(forecast(DEFAULTS.level("0.95"), target(Goal.total(q("62 个"))).build(), "06-30", done));
        assertTrue(wide.within().low().compareAmount(q("53 个")) < 0);
        assertEquals(Optional.of(Method.LINEAR_PACE), forecast(DEFAULTS.withMeasured("T"),
                target(Goal.total(q("62 个"))).build(), "06-30", done).method());
        assertEquals(Optional.of(Method.NEGATIVE_BINOMIAL), forecast(DEFAULTS.withCounted("T"),
                target(Goal.total(q("62 万元"))).build(), "06-30", total("06-30", "31 万元")).method());
    }

    @Test
    void aCountSaysWhatItWasMadeFrom() {
        Likely count = likely(forecast(Goal.total(q("62 个")), "06-30", total("06-30", "31 个")));
        CountForecast again = CountForecast.of(figure(count, Name.DONE).amount().numerator().longValueExact(),
                figure(count, Name.ELAPSED_SHARE).asShare(), 62);
        assertEquals(count.chance(), again.probability());
    }

    @Test
    void anAmountAndALevelSayWhatTheyWereMadeFrom() {
        Goal level = Goal.amount(Measure.level(), bound(">= 35 个"));
        Likely line = likely(forecast(level, "06-30", levels("42 个", "40 个", "41 个", "38 个", "37 个", "36 个")));
        List<LevelForecast.Point> points = line.from().figures().stream().filter(it -> it.on().isPresent())
                .map(it -> new LevelForecast.Point(it.on().get(), it.value())).toList();
        int halfLife = figure(line, Name.HALF_LIFE).amount().numerator().intValueExact();
        assertEquals(line.chance(),
                LevelForecast.of(points, day("12-31"), halfLife).orElseThrow().probability(bound(">= 35 个")));
        Likely pace = likely(forecast(Goal.total(q("30 亿元")), "04-30", total("01-31", "2 亿元"), total("02-29", "5 亿元"),
                total("03-31", "7 亿元"), total("04-30", "10 亿元")));
        List<ForecastFigure> figures = pace.from().figures();
        List<PaceForecast.Part> parts = new ArrayList<>();
        for (int i = 0; i + 1 < figures.size(); i++) {
            if (figures.get(i).name() == Name.PART_SHARE) {
                parts.add(new PaceForecast.Part(figures.get(i).value().asShare(), figures.get(i + 1).value()));
            }
        }
        assertEquals(Optional.of(pace.chance()), PaceForecast.of(parts).probability(bound(">= 30 亿元")));
    }
}
