package io.mubiao.forecast;

import static io.mubiao.forecast.Foresee.forecast;
import static io.mubiao.forecast.Foresee.why;
import static io.mubiao.testing.Ask.bound;
import static io.mubiao.testing.Ask.completeThrough;
import static io.mubiao.testing.Ask.day;
import static io.mubiao.testing.Ask.event;
import static io.mubiao.testing.Ask.level;
import static io.mubiao.testing.Ask.q;
import static io.mubiao.testing.Ask.target;
import static io.mubiao.testing.Ask.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Verdict;
import io.mubiao.forecast.Forecast.Known;
import io.mubiao.observe.Observation;
import io.mubiao.target.Bound;
import io.mubiao.target.Comparison;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Population;
import io.mubiao.target.Reporting;
import io.mubiao.target.Scale;
import io.mubiao.time.Cadence;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each reason for saying nothing, and what is a fact instead. */
class CannotSayTest {
    private static final Goal COUNT = Goal.total(q("62 个"));
    private static final Goal LEVEL = Goal.amount(Measure.level(), bound(">= 5 个"));

    private static void says(NoForecast expected, Forecast forecast) {
        assertEquals(Optional.of(expected), why(forecast), forecast::toString);
        assertTrue(forecast.probability().isEmpty() && forecast.interval().isEmpty() && forecast.method().isEmpty());
    }

    private static void isKnown(boolean met, Forecast forecast) {
        assertTrue(forecast instanceof Known known && known.met() == met, forecast::toString);
        assertEquals(0, forecast.probability().orElseThrow().compareTo(met ? BigDecimal.ONE : BigDecimal.ZERO));
        assertTrue(forecast.method().isEmpty());
    }

    @Test
    void unmeasurable() {
        Forecast open = forecast(Goal.amount(Measure.total(), Bound.open(Comparison.AT_MOST, "严控")), "06-30",
                total("06-30", "31 个"));
        says(NoForecast.UNMEASURABLE, open);
        assertTrue(open.cannotSay().orElseThrow().detail().contains("严控"), open::toString);
    }

    @Test
    void judged() {
        says(NoForecast.JUDGED, forecast(Goal.judged("协议", "报告"), "06-30", event("02-01").member("协议"), completeThrough("06-30")));
    }

    @Test
    void notApplicable() {
        says(NoForecast.NOT_APPLICABLE, forecast(Goal.coverage(Population.growing(), bound(">= 90 %")), "06-30",
                Observation.tally("T", day("06-30"), 0, 0)));
    }

    @Test
    void notBegun() {
        says(NoForecast.NOT_BEGUN, forecast(COUNT, "2023-12-31"));
    }

    @Test
    void stale() {
        says(NoForecast.STALE, forecast(target(Goal.total(q("62 个")))
                .reporting(new Reporting(Period.ofMonths(1), Period.ofDays(10))).build(), "09-30", total("06-30", "31 个")));
    }

    @Test
    void insufficientData() {
        says(NoForecast.INSUFFICIENT_DATA, forecast(COUNT, "06-30"));
        says(NoForecast.INSUFFICIENT_DATA, forecast(Goal.redLine(), "06-30"));
        says(NoForecast.INSUFFICIENT_DATA, forecast(Goal.quota(1, Cadence.monthly()), "06-30", event("02-01")));
    }

    /** The table of methods: useless under 5 %; openburn returns no verdict there. */
    @Test
    void tooEarly() {
        says(NoForecast.TOO_EARLY, forecast(COUNT, "01-15", total("01-15", "5 个")));
        assertTrue(why(forecast(COUNT, "01-31", total("01-31", "5 个"))).isEmpty());
        says(NoForecast.TOO_EARLY, forecast(Goal.total(q("62 万元")), "01-15", total("01-15", "5 万元")));
        says(NoForecast.TOO_EARLY, forecast(Goal.redLine(), "01-30", completeThrough("01-30")));
        says(NoForecast.TOO_EARLY, forecast(ForecastSettings.defaults().minimumShare(Rational.of(1, 2)),
                target(COUNT).build(), "05-31", total("05-31", "30 个")));
    }

    @Test
    void tooFewPoints() {
        says(NoForecast.TOO_FEW_POINTS, forecast(LEVEL, "06-30", level("03-31", "4 个"), level("04-30", "6 个"),
                level("06-30", "5 个")));
        says(NoForecast.TOO_FEW_POINTS, forecast(ForecastSettings.defaults().halfLifeDays(5), target(LEVEL).build(), "06-30",
                level("01-31", "4 个"), level("02-28", "6 个"), level("03-31", "4 个"), level("06-30", "5 个")));
    }

    @Test
    void noScatter() {
        says(NoForecast.NO_SCATTER, forecast(LEVEL, "06-30", level("02-28", "5 个"), level("03-31", "5 个"),
                level("04-30", "5 个"), level("06-30", "5 个")));
    }

    @Test
    void noPlan() {
        says(NoForecast.NO_PLAN, forecast(target(COUNT).pace(PaceCurve.annualOnly()).build(), "06-30", total("06-30", "31 个")));
        says(NoForecast.NO_PLAN, forecast(Goal.milestone(Scale.STAGES, "built"), "06-30",
                Observation.stage("T", day("06-30"), "applied")));
    }

    @Test
    void thePlanIsOverBeforeTheDeadline() {
        says(NoForecast.PLAN_OVER, forecast(target(COUNT).pace(PaceCurve.plan(
                new PaceCurve.Point(day("03-31"), Rational.of(1, 2)), new PaceCurve.Point(day("06-30"), Rational.ONE)))
                .build(), "09-30", total("09-30", "31 个")));
    }

    @Test
    void outOfRange() {
        says(NoForecast.OUT_OF_RANGE, forecast(ForecastSettings.defaults().withBounds("T", q("0 个"), q("5 个")),
                target(LEVEL).build(), "06-30", level("02-28", "5 个"), level("03-31", "4 个"), level("04-30", "6 个"),
                level("06-30", "5 个")));
        says(NoForecast.OUT_OF_RANGE, forecast(ForecastSettings.defaults().withPopulation("T", 9),
                target(Goal.coverage(Population.growing(), bound(">= 90 %"))).build(), "06-30",
                Observation.tally("T", day("06-30"), 8, 10)));
    }

    @Test
    void metAndSettledIsAFact() {
        isKnown(true, forecast(Goal.amount(Measure.count(), bound(">= 1 件")), "06-30", event("02-01"),
                completeThrough("06-30")));
        isKnown(true, forecast(Goal.milestone(Scale.STAGES, "started"), "06-30",
                Observation.stage("T", day("05-01"), "built")));
        isKnown(true, forecast(Goal.redLine(), "2025-01-05", completeThrough("12-31")));
    }

    @Test
    void missedAndBreachedAreFacts() {
        isKnown(false, forecast(COUNT, "2025-01-05", total("12-31", "61 个")));
        isKnown(false, forecast(Goal.redLine(), "06-30", event("02-01")));
        isKnown(false, forecast(Goal.quota(1, Cadence.quarterly()), "06-30", completeThrough("06-30")));
    }

    /** The table of methods: no time left is missed, not infinite. */
    @Test
    void onTheLastDayNoTimeIsLeft() {
        Forecast last = forecast(COUNT, "12-31", total("12-31", "61 个"));
        isKnown(false, last);
        assertEquals(new Known(false, Verdict.NOT_MET, false), last);
        isKnown(true, forecast(LEVEL, "12-31", level("12-31", "5 个")));
    }
}
