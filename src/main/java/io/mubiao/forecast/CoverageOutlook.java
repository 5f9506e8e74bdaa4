package io.mubiao.forecast;

import io.mubiao.assess.GoalFacts;
import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.CoverageForecast;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.Optional;

/**
 * Shares of members, samples and cells. Of a list that grows, the share so far is taken to hold for those to come, and
 * what is reported to stay; of a closed list those not yet satisfied are open, unreported ones too.
 */
final class CoverageOutlook {
    private CoverageOutlook() {}

    static Forecast of(Prospect prospect, Goal.Coverage goal, GoalFacts.Coverage facts) {
        Optional<Rational> share = prospect.elapsed();
        Optional<Forecast> unfit = prospect.unfit(share);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        long satisfied = facts.counted();
        long members = facts.counting();
        if (goal.population().get() instanceof Population.Growing) {
            long all = prospect.settings.populationOf(prospect.target.id())
                    .orElseGet(() -> members + toCome(members, share.orElseThrow()));
            return all < members
                    ? Prospect.cannot(NoForecast.OUT_OF_RANGE, members + " > " + all)
                    : toCome(prospect, Method.BETA_BINOMIAL, goal.require(), satisfied, members, all - members);
        }
        return open(prospect, goal.require(), satisfied, members - satisfied, share.orElseThrow());
    }

    /** How many more there will be if they come at the pace of those that came: n(1 − f)/f, to the nearest. */
    static long toCome(long came, Rational share) {
        return Rational.of(came).times(Rational.ONE.minus(share)).dividedBy(share)
                .round(io.mubiao.value.Rounding.halfUp(0)).longValueExact();
    }

    /** Whether so many of those to come will do that the share is accepted. */
    static Forecast toCome(Prospect prospect, Method method, Bound require, long satisfied, long decided, long more) {
        if (more > CoverageForecast.LIMIT) {
            return Prospect.cannot(NoForecast.OUT_OF_RANGE, Long.toString(more));
        }
        CoverageForecast share = CoverageForecast.of(satisfied, decided, more, prospect.settings.level());
        return new Likely(method, share.probability(require), share.interval(), share.expected(),
                prospect.workings(require, ForecastFigure.of(Name.SATISFIED, number(satisfied)),
                        ForecastFigure.of(Name.DECIDED, number(decided)), ForecastFigure.of(Name.TO_COME, number(more))));
    }

    private static Forecast open(Prospect prospect, Bound require, long satisfied, long open, Rational elapsed) {
        if (open > CoverageForecast.LIMIT) {
            return Prospect.cannot(NoForecast.OUT_OF_RANGE, Long.toString(open));
        }
        CoverageForecast share = CoverageForecast.ofOpen(satisfied, open, elapsed, prospect.settings.level());
        return new Likely(Method.BETA_BINOMIAL, share.probability(require), share.interval(), share.expected(),
                prospect.workings(require, ForecastFigure.of(Name.SATISFIED, number(satisfied)),
                        ForecastFigure.of(Name.STILL_OPEN, number(open)),
                        ForecastFigure.of(Name.ELAPSED_SHARE, Quantity.share(elapsed))));
    }

    static Quantity number(long value) {
        return Quantity.of(value, Unit.NONE);
    }
}
