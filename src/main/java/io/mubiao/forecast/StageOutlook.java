package io.mubiao.forecast;

import io.mubiao.assess.GoalFacts;
import io.mubiao.forecast.Forecast.Heading;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.Accepted;
import io.mubiao.forecast.internal.ScheduleForecast;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.PaceCurve;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Staged work. How many items will have reached a stage is a count, with the day beside it on which all will have by
 * earned schedule. Of one item it is that day alone, and only where the target has a plan of its own: the stages up to
 * the wanted one are then equal parts of the work.
 */
final class StageOutlook {
    private static final Rational CENTURY = Rational.of(1200);
    private static final Rounding FLOOR = new Rounding(0, RoundingMode.FLOOR);
    private static final Rounding CEILING = new Rounding(0, RoundingMode.CEILING);

    private StageOutlook() {}

    static Forecast count(Prospect prospect, Goal.StageCount goal) {
        Bound require = goal.require();
        Unit unit = require.unit().orElseThrow().one();
        long done = CountOutlook.whole(prospect.now.actual().orElseThrow(), unit).orElse(0L);
        Integer total = goal.items().total().orElse(null);
        Forecast count = CountOutlook.of(prospect, require, unit, done, total == null ? Long.MAX_VALUE : total);
        Quantity low = Accepted.of(require).low();
        if (!(count instanceof Forecast.Likely likely) || low == null || low.amount().signum() <= 0) {
            return count;
        }
        Optional<LocalDate> finish = schedule(prospect, Quantity.of(done, unit).ratioTo(low))
                .flatMap(ScheduleForecast::estimate).flatMap(months -> day(months, prospect.term));
        return new Forecast.Likely(likely.by(), likely.chance(), likely.within(), likely.about(),
                likely.from().finishing(finish));
    }

    static Forecast milestone(Prospect prospect, Goal.Milestone goal) {
        if (prospect.target.pace().isEmpty() || prospect.target.pace().get() instanceof PaceCurve.AnnualOnly) {
            return Prospect.cannot(NoForecast.NO_PLAN, prospect.target.pace().map(Object::toString).orElse(""));
        }
        Optional<Forecast> unfit = prospect.unfit(prospect.elapsed());
        if (unfit.isPresent() && unfit.get().cannotSay().orElseThrow().why() != NoForecast.PLAN_OVER) {
            return unfit.get();
        }
        String wanted = goal.stage().get();
        int steps = goal.stages().steps().indexOf(wanted) + 1;
        int reached = prospect.facts(GoalFacts.Milestone.class).items().stream().mapToInt(GoalFacts.Item::furthest).max().orElse(0);
        Rational earned = Rational.of(reached, steps);
        ScheduleForecast schedule = schedule(prospect, earned).orElseThrow();
        Optional<LocalDate> finish = schedule.estimate().flatMap(months -> day(months, prospect.term));
        if (finish.isEmpty()) {
            return Prospect.cannot(reached == 0 ? NoForecast.TOO_EARLY : NoForecast.OUT_OF_RANGE, reached + " / " + wanted);
        }
        Workings workings = prospect.workings(wanted,
                months(Name.PLANNED_TIME, Rational.of(schedule.plannedPeriods())),
                months(Name.ELAPSED_TIME, elapsedMonths(prospect.asAt, prospect.term)),
                ForecastFigure.of(Name.EARNED_SHARE, Quantity.share(earned)),
                months(Name.EARNED_TIME, schedule.earnedPeriods()),
                months(Name.SPI_TIME, schedule.spiTime())).finishing(finish);
        return new Heading(Method.EARNED_SCHEDULE, Optional.empty(), !finish.get().isAfter(prospect.term.last()),
                workings);
    }

    private static ForecastFigure months(Name name, Rational value) {
        return ForecastFigure.of(name, Quantity.of(value, Unit.NONE));
    }

    /** By months of the term; empty where no curve says what is planned. */
    private static Optional<ScheduleForecast> schedule(Prospect prospect, Rational earned) {
        Span term = prospect.term;
        List<Rational> planned = new ArrayList<>();
        LocalDate end = term.first().minusDays(1);
        for (long month = 1; end.isBefore(term.last()); month++) {
            end = PlannedShare.monthEnd(term, month);
            Optional<Rational> share = PlannedShare.by(end, prospect.now.curve(), term);
            if (share.isEmpty()) {
                return Optional.empty();
            }
            planned.add(share.get());
        }
        return Optional.of(ScheduleForecast.of(planned, earned, elapsedMonths(prospect.asAt, term)));
    }

    private static Rational elapsedMonths(LocalDate day, Span term) {
        long whole = 0;
        while (!PlannedShare.monthEnd(term, whole + 1).isAfter(day)
                && PlannedShare.monthEnd(term, whole).isBefore(day)) {
            whole++;
        }
        LocalDate from = PlannedShare.monthEnd(term, whole);
        long length = ChronoUnit.DAYS.between(from, PlannedShare.monthEnd(term, whole + 1));
        return length <= 0
                ? Rational.of(whole)
                : Rational.of(whole).plus(Rational.of(ChronoUnit.DAYS.between(from, day), length));
    }

    /** The day that so many months from the first of a term end on; empty beyond a century. */
    private static Optional<LocalDate> day(Rational months, Span term) {
        if (months.compareTo(CENTURY) > 0) {
            return Optional.empty();
        }
        long whole = months.round(FLOOR).longValueExact();
        LocalDate from = term.first().plusMonths(whole).minusDays(1);
        long length = ChronoUnit.DAYS.between(from, term.first().plusMonths(whole + 1).minusDays(1));
        Rational part = months.minus(Rational.of(whole)).times(length);
        return Optional.of(from.plusDays(part.round(CEILING).longValueExact()));
    }
}
