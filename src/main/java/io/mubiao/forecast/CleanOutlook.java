package io.mubiao.forecast;

import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.CleanForecast;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

/** Red lines that are clean so far. */
final class CleanOutlook {
    private CleanOutlook() {}

    static Forecast of(Prospect prospect) {
        Period period = prospect.settings.cleanPeriod();
        long clean = 0;
        while (!end(prospect, period, clean + 1).isAfter(prospect.asAt)) {
            clean++;
        }
        long all = clean;
        while (end(prospect, period, all).isBefore(prospect.term.last())) {
            all++;
        }
        if (clean == 0) {
            return Prospect.cannot(NoForecast.TOO_EARLY, "0 × " + period);
        }
        long left = all - clean;
        CleanForecast line = CleanForecast.of(clean, left);
        BigDecimal level = prospect.settings.level();
        Unit unit = prospect.now.actual().map(Quantity::unit).orElse(Unit.NONE);
        PredictionInterval interval =
                new PredictionInterval(Quantity.of(line.low(level), unit), Quantity.of(line.high(level), unit), level);
        return new Likely(Method.CLEAN_PERIODS, line.probability(), interval, Quantity.of(line.expected(), unit),
                prospect.workings("<= " + Quantity.of(0, unit),
                        ForecastFigure.of(Name.CLEAN_PERIODS, CoverageOutlook.number(clean)),
                        ForecastFigure.of(Name.PERIODS_LEFT, CoverageOutlook.number(left)),
                        ForecastFigure.of(Name.UPPER_BOUND, share(line.upperBound())),
                        ForecastFigure.of(Name.AT_LEAST, share(line.atLeast()))));
    }

    private static Quantity share(BigDecimal probability) {
        return Quantity.share(Rational.of(probability));
    }

    private static LocalDate end(Prospect prospect, Period period, long number) {
        return prospect.term.first().plus(period.multipliedBy(Math.toIntExact(number))).minusDays(1);
    }
}
