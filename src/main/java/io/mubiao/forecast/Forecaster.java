package io.mubiao.forecast;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Verdict;
import io.mubiao.forecast.Forecast.Known;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Population;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.work.internal.Checkpoint;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Forecasts the targets of a register from their assessments and the log these were made from (预测器). Immutable.
 *
 * <table><caption>Which method</caption>
 * <tr><th>goal</th><th>method</th></tr>
 * <tr><td>amount: count, or total in a unit that counts things ({@link Unit#isCount})</td><td>negative binomial</td></tr>
 * <tr><td>amount: other total</td><td>linear or seasonal pace, by its curve; with a t interval from its months</td></tr>
 * <tr><td>amount: level or ratio; change</td><td>weighted regression</td></tr>
 * <tr><td>milestone</td><td>earned schedule, if the target has a curve of its own: a day alone</td></tr>
 * <tr><td>stage count</td><td>negative binomial, with the day of earned schedule beside it</td></tr>
 * <tr><td>coverage; quota; maintain every, worst, share</td><td>beta-binomial</td></tr>
 * <tr><td>maintain mean</td><td>sample mean</td></tr>
 * <tr><td>red line</td><td>clean periods</td></tr>
 * </table>
 *
 * <p>A forecast stands on the assessment's own ground: it looks ahead from the as-of date, and from the day of the last
 * figure while the curve owes no more since (30 June, asked on 15 July, by months). Between the points of a monthly
 * curve the plan elapses by the day. Counts and red lines that are stated to be complete only through an earlier day are
 * forecast from there. What is settled, missed or breached is a fact and not forecast; so is what the deadline finds.
 */
public final class Forecaster {
    private final ForecastSettings settings;

    private Forecaster(ForecastSettings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    /** With the default settings. */
    public static Forecaster of() {
        return new Forecaster(ForecastSettings.defaults());
    }

    /** With these settings. */
    public static Forecaster of(ForecastSettings settings) {
        return new Forecaster(settings);
    }

    /** One forecast per target; the log must be the one that was assessed. */
    public Forecasts forecast(Assessments assessments, ObservationLog log) {
        return new Forecasts(assessments, assessments.stream().map(it -> {
            Checkpoint.pass("target", it.target().id());
            return new Forecasts.OfTarget(it.target().id(), forecast(new Prospect(settings, log, assessments, it)));
        }).toList());
    }

    /**
     * The forecast of one target.
     *
     * @throws NoSuchIdException if the register has no such target
     */
    public Forecast forecast(Assessments assessments, ObservationLog log, String targetId) {
        return forecast(new Prospect(settings, log, assessments, assessments.get(targetId)));
    }

    private static Forecast forecast(Prospect prospect) {
        Assessment now = prospect.now;
        Verdict verdict = now.verdict();
        if (verdict == Verdict.UNMEASURABLE || verdict == Verdict.NOT_APPLICABLE || verdict == Verdict.STALE) {
            return Prospect.cannot(NoForecast.valueOf(verdict.name()), now.detail());
        }
        if (verdict == Verdict.MISSED || verdict == Verdict.BREACHED || (now.settled() && (verdict == Verdict.MET || verdict == Verdict.NOT_MET))) {
            return new Known(verdict == Verdict.MET, verdict, now.settled());
        }
        if (now.goal() instanceof Goal.Judged) {
            return Prospect.cannot(NoForecast.JUDGED, "");
        }
        if (now.asOf().isBefore(prospect.term.first())) {
            return Prospect.cannot(NoForecast.NOT_BEGUN, prospect.term.first().toString());
        }
        if (verdict == Verdict.INSUFFICIENT_DATA) {
            return insufficient(prospect);
        }
        return open(prospect);
    }

    /** Back to the last day for which everything is known, where events are only stated to be complete through it. */
    private static Forecast insufficient(Prospect prospect) {
        Assessment now = prospect.now;
        Optional<Reason> reason = now.reason();
        String stream = streamOfEvents(now);
        boolean isPartly = reason.filter(why -> why == Reason.NOT_COMPLETE || why == Reason.ENDS_EARLY).isPresent();
        if (isPartly && !stream.isEmpty()) {
            Optional<LocalDate> through = prospect.view().completeThrough(stream, prospect.term.first());
            if (through.isPresent() && through.get().isBefore(now.asOf())) {
                Prospect then = prospect.on(through.get());
                if (then.now.verdict() == Verdict.MET || then.now.verdict() == Verdict.NOT_MET) {
                    return open(then);
                }
            }
        }
        boolean isClosedList = now.goal() instanceof Goal.Coverage coverage
                && !(coverage.population().get() instanceof Population.Growing);
        if (isClosedList && reason.equals(Optional.of(Reason.UNREPORTED))) {
            return open(prospect);
        }
        return Prospect.cannot(NoForecast.INSUFFICIENT_DATA, reason.map(Enum::name).orElse("")
                + (now.detail().isEmpty() ? "" : ": " + now.detail()));
    }

    private static String streamOfEvents(Assessment now) {
        if (now.goal() instanceof Goal.Amount amount && amount.measure() instanceof Measure.Count count) {
            return count.stream().isEmpty() ? now.target().id() : count.stream();
        }
        return now.goal() instanceof Goal.RedLine ? now.target().id() : "";
    }

    /** Something is left open and there is a figure to start from. */
    private static Forecast open(Prospect prospect) {
        Goal goal = prospect.now.goal();
        if (!(goal instanceof Goal.Quota) && !prospect.asAt.isBefore(prospect.term.last())) {
            return new Known(prospect.now.verdict() == Verdict.MET, prospect.now.verdict(), false);
        }
        return goal.match(new Goal.Cases<Forecast>(
                amount -> withActual(prospect, actual -> amount(prospect, amount, actual)),
                milestone -> StageOutlook.milestone(prospect, milestone),
                count -> withActual(prospect, actual -> StageOutlook.count(prospect, count)),
                quota -> QuotaOutlook.of(prospect, quota, prospect.facts(GoalFacts.Quota.class)),
                coverage -> withActual(prospect, actual ->
                        CoverageOutlook.of(prospect, coverage, prospect.facts(GoalFacts.Coverage.class))),
                change -> withActual(prospect, actual -> LevelOutlook.of(prospect, change.require())),
                redLine -> CleanOutlook.of(prospect),
                maintain -> withActual(prospect, actual ->
                        SampleOutlook.of(prospect, maintain, prospect.facts(GoalFacts.Maintain.class))),
                judged -> Prospect.cannot(NoForecast.JUDGED, "")));
    }

    private static Forecast withActual(Prospect prospect, Function<Quantity, Forecast> forecast) {
        return prospect.now.actual().map(forecast)
                .orElseGet(() -> Prospect.cannot(NoForecast.INSUFFICIENT_DATA, prospect.now.detail()));
    }

    private static Forecast amount(Prospect prospect, Goal.Amount goal, Quantity actual) {
        if (goal.measure() instanceof Measure.Level || goal.measure() instanceof Measure.Ratio) {
            return LevelOutlook.of(prospect, goal.require());
        }
        Unit unit = goal.require().unit().orElseThrow();
        boolean counted = prospect.settings.isCounted(prospect.target.id())
                .orElse(goal.measure() instanceof Measure.Count || unit.isCount());
        Optional<Long> whole = counted ? CountOutlook.whole(actual, unit.one()) : Optional.empty();
        return whole.isPresent()
                ? CountOutlook.of(prospect, goal.require(), unit.one(), whole.get(), Long.MAX_VALUE)
                : PaceOutlook.of(prospect, goal.require(), actual);
    }
}
