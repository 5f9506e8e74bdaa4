package io.mubiao.forecast;

import io.mubiao.forecast.Forecast.Likely;
import io.mubiao.forecast.ForecastFigure.Name;
import io.mubiao.forecast.internal.LevelForecast.Point;
import io.mubiao.forecast.internal.LevelForecast;
import io.mubiao.forecast.internal.Levels;
import io.mubiao.target.Bound;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Levels, rates and changes: a line through the figures, continued to the deadline. */
final class LevelOutlook {
    private LevelOutlook() {}

    static Forecast of(Prospect prospect, Bound require) {
        Optional<Forecast> unfit = prospect.unfit(Optional.of(prospect.daysElapsed()));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        List<Point> points = new Series(prospect, require.unit()).daily();
        ForecastSettings settings = prospect.settings;
        if (points.size() < settings.minimumPoints()) {
            return Prospect.cannot(NoForecast.TOO_FEW_POINTS, points.size() + " < " + settings.minimumPoints());
        }
        Optional<ForecastSettings.Range> range = settings.range(prospect.target.id());
        Optional<Point> outside = range.flatMap(bounds -> points.stream().filter(point -> isOutside(point, bounds))
                .findFirst());
        if (outside.isPresent()) {
            return Prospect.cannot(NoForecast.OUT_OF_RANGE, outside.get().value() + " " + outside.get().on());
        }
        LocalDate due = prospect.term.last();
        Optional<LevelForecast> line = line(points, due, settings.halfLifeDays(), range);
        if (line.isEmpty()) {
            boolean weighed = line(points, due, 0, range).isPresent();
            return Prospect.cannot(weighed ? NoForecast.TOO_FEW_POINTS : NoForecast.NO_SCATTER, points.size() + "");
        }
        return new Likely(Method.WEIGHTED_REGRESSION, line.get().probability(require),
                line.get().interval(settings.level()), line.get().expected(),
                prospect.workings(require, figures(points, settings)));
    }

    private static boolean isOutside(Point point, ForecastSettings.Range bounds) {
        return point.value().compareAmount(bounds.low()) < 0 || point.value().compareAmount(bounds.high()) > 0;
    }

    private static Optional<LevelForecast> line(List<Point> points, LocalDate due, int halfLifeDays,
            Optional<ForecastSettings.Range> range) {
        return range.map(bounds -> LevelForecast.bounded(points, due, halfLifeDays, bounds.low(), bounds.high()))
                .orElseGet(() -> LevelForecast.of(points, due, halfLifeDays));
    }

    private static List<ForecastFigure> figures(List<Point> points, ForecastSettings settings) {
        List<ForecastFigure> figures = new ArrayList<>();
        points.forEach(point -> figures.add(new ForecastFigure(Name.LEVEL, point.value(), Optional.of(point.on()))));
        figures.add(ForecastFigure.of(Name.HALF_LIFE, Quantity.of(Rational.of(settings.halfLifeDays()), Unit.NONE)));
        return figures;
    }
}
