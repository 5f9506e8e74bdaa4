package io.mubiao.forecast;

import io.mubiao.forecast.Forecast.Heading;
import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.LevelForecast.Point;
import io.mubiao.forecast.internal.PaceForecast.Part;
import io.mubiao.forecast.internal.PaceForecast;
import io.mubiao.target.Bound;
import io.mubiao.target.PaceCurve;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cumulative amounts: the pace so far, and the scatter of its months. */
final class PaceOutlook {
    private PaceOutlook() {}

    static Forecast of(Prospect prospect, Bound require, Quantity done) {
        Optional<Rational> share = prospect.elapsed();
        Optional<Forecast> unfit = prospect.unfit(share);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        PaceCurve curve = prospect.now.curve();
        Method method = curve instanceof PaceCurve.Seasonal || curve instanceof PaceCurve.Plan
                ? Method.SEASONAL_PACE
                : Method.LINEAR_PACE;
        Quantity actual = Prospect.in(done, require.unit());
        List<Part> parts = parts(prospect, actual, share.orElseThrow());
        List<ForecastFigure> figures = new ArrayList<>(List.of(ForecastFigure.of(Name.DONE, actual),
                ForecastFigure.of(Name.ELAPSED_SHARE, Quantity.share(share.get()))));
        parts.forEach(part -> {
            figures.add(ForecastFigure.of(Name.PART_SHARE, Quantity.share(part.share())));
            figures.add(ForecastFigure.of(Name.PART, part.amount()));
        });
        Workings workings =
                CountOutlook.rated(prospect, require, actual, prospect.workings(require, figures));
        PaceForecast pace = PaceForecast.of(parts);
        Optional<BigDecimal> chance = pace.probability(require);
        Optional<PredictionInterval> interval = pace.interval(prospect.settings.level());
        return chance.isPresent() && interval.isPresent() && parts.size() >= prospect.settings.minimumPoints()
                ? new Likely(method, chance.get(), interval.get(), pace.expected(), workings)
                : new Heading(method, Optional.of(pace.expected()), require.accepts(pace.expected()), workings);
    }

    /** What each month added; a month in which nothing was planned goes with the next. */
    private static List<Part> parts(Prospect prospect, Quantity actual, Rational share) {
        List<Part> parts = new ArrayList<>();
        Quantity before = actual.times(Rational.ZERO);
        Rational from = Rational.ZERO;
        List<Point> points = new ArrayList<>(new Series(prospect, Optional.of(actual.unit())).monthly());
        points.removeIf(point -> !point.on().isBefore(prospect.asAt));
        points.add(new Point(prospect.asAt, actual));
        for (Point point : points) {
            Rational to = point.on().equals(prospect.asAt)
                    ? share
                    : PlannedShare.by(point.on(), prospect.now.curve(), prospect.term).orElse(from);
            if (to.compareTo(from) > 0) {
                parts.add(new Part(to.minus(from), point.value().minus(before)));
                from = to;
                before = point.value();
            }
        }
        Part last = parts.get(parts.size() - 1);
        parts.set(parts.size() - 1, new Part(last.share(), last.amount().plus(actual.minus(before))));
        return parts;
    }
}
