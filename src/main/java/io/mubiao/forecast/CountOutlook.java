package io.mubiao.forecast;

import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.Accepted;
import io.mubiao.forecast.internal.CountForecast;
import io.mubiao.target.Bound;
import io.mubiao.target.Direction;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Counts of single events, and items that reach a stage. */
final class CountOutlook {
    private CountOutlook() {}

    /** The whole number of a unit that an amount is, if it is one that can be counted. */
    static Optional<Long> whole(Quantity amount, Unit unit) {
        Optional<BigDecimal> exact = amount.in(unit).amount().asDecimal();
        return exact.filter(value -> value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(CountForecast.LIMIT)) <= 0).map(BigDecimal::longValueExact);
    }

    /** @param ceiling how many there can be at most; {@link Long#MAX_VALUE} for no limit */
    static Forecast of(Prospect prospect, Bound require, Unit unit, long done, long ceiling) {
        Optional<Rational> share = prospect.elapsed();
        Optional<Forecast> unfit = prospect.unfit(share);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Accepted accepted = Accepted.of(require);
        long most = accepted.most(unit) >= ceiling ? Long.MAX_VALUE : accepted.most(unit);
        CountForecast count = CountForecast.within(done, share.orElseThrow(), accepted.least(unit), most,
                prospect.settings.level());
        PredictionInterval interval = new PredictionInterval(Quantity.of(Math.min(count.low(), ceiling), unit),
                Quantity.of(Math.min(count.high(), ceiling), unit), count.level());
        Rational expected = ceiling == Long.MAX_VALUE ? count.expected() : count.expected(ceiling);
        Workings workings = prospect.workings(require,
                ForecastFigure.of(Name.DONE, Quantity.of(done, unit)),
                ForecastFigure.of(Name.ELAPSED_SHARE, Quantity.share(share.get())),
                ForecastFigure.of(Name.REST, Quantity.of(expected.minus(Rational.of(done)), unit)),
                ForecastFigure.of(Name.REST_LOW, Quantity.of(count.restLow(), unit)),
                ForecastFigure.of(Name.REST_HIGH, Quantity.of(count.restHigh(), unit)));
        return new Likely(Method.NEGATIVE_BINOMIAL, count.probability(), interval, Quantity.of(expected, unit),
                rated(prospect, require, Quantity.of(done, unit), workings));
    }

    /** With the rate required, where there is a minimum to be reached. */
    static Workings rated(Prospect prospect, Bound require, Quantity done, Workings workings) {
        Quantity low = Accepted.of(require).low();
        return low == null || require.direction() == Direction.LOWER_IS_BETTER || require.isExceededBy(done)
                ? workings
                : workings.with(prospect.rate(done, low));
    }
}
