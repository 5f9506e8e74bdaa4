package io.mubiao.io.result;

import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.ForecastFigure;
import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.RequiredRate;
import io.mubiao.forecast.Workings;

/**
 * A forecast as JSON, for those who write whole scorecards. {@code kind} is likely, heading, known or cannot-say;
 * probabilities are decimals from 0 to 1; what is absent is left out.
 */
final class ForecastJson {
    private ForecastJson() {}

    static Row row(Forecast it, JsonStyle style) {
        Row row = new Row(style)
                .with("kind", kind(it))
                .with("method", it.method())
                .with("probability", it.probability())
                .with("expected", it.expected())
                .with("interval", it.interval().map(within -> row(within, style)));
        if (it instanceof Forecast.Heading heading) {
            row.with("reaches", heading.reaches());
        } else if (it instanceof Forecast.Known known) {
            row.with("met", known.met()).with("verdict", known.verdict()).with("settled", known.settled());
        } else if (it instanceof Forecast.CannotSay unsayable) {
            row.with("why", unsayable.why()).said("detail", unsayable.detail());
        }
        if (style.isWhole()) {
            it.workings().ifPresent(from -> workings(row, from, style));
        }
        return row;
    }

    private static String kind(Forecast it) {
        return it instanceof Forecast.Likely ? "likely"
                : it instanceof Forecast.Heading ? "heading"
                : it instanceof Forecast.Known ? "known" : "cannot-say";
    }

    private static Row row(PredictionInterval it, JsonStyle style) {
        return new Row(style)
                .with("low", it.low())
                .with("high", it.high())
                .with("level", it.level());
    }

    private static void workings(Row row, Workings from, JsonStyle style) {
        row.with("asAt", from.asAt())
                .with("required", from.required())
                .with("finish", from.finish())
                .with("rate", from.rate().map(rate -> row(rate, style)))
                .with("figures", from.figures().stream().map(figure -> row(figure, style)).toList());
    }

    private static Row row(RequiredRate it, JsonStyle style) {
        return new Row(style)
                .with("state", it.state())
                .with("soFarPerDay", it.soFar())
                .with("neededPerDay", it.needed())
                .with("ratio", it.ratio());
    }

    private static Row row(ForecastFigure it, JsonStyle style) {
        return new Row(style)
                .with("name", it.name())
                .with("value", it.value())
                .with("on", it.on());
    }
}
