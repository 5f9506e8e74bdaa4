package io.mubiao.io.result;

import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.ForecastFigure;
import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.RequiredRate;
import io.mubiao.forecast.Workings;
import io.mubiao.io.internal.Tree;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;

/**
 * A forecast as JSON, for those who write whole scorecards. {@code kind} is likely, heading, known or cannot-say;
 * probabilities are decimal texts, amounts exact texts; what is absent is left out.
 */
final class ForecastJson {
    private ForecastJson() {}

    static Tree tree(Forecast it) {
        Tree tree = new Tree()
                .with("kind", kind(it))
                .with("method", it.method())
                .with("probability", it.probability().map(Object::toString))
                .with("expected", it.expected().map(Quantity::toString))
                .with("interval", it.interval().map(ForecastJson::tree));
        if (it instanceof Forecast.Heading heading) {
            tree.with("reaches", heading.reaches());
        } else if (it instanceof Forecast.Known known) {
            tree.with("met", known.met()).with("verdict", known.verdict().name()).with("settled", known.settled());
        } else if (it instanceof Forecast.CannotSay unsayable) {
            tree.with("why", unsayable.why()).with("detail", unsayable.detail());
        }
        it.workings().ifPresent(from -> workings(tree, from));
        return tree;
    }

    private static String kind(Forecast it) {
        return it instanceof Forecast.Likely ? "likely"
                : it instanceof Forecast.Heading ? "heading"
                : it instanceof Forecast.Known ? "known" : "cannot-say";
    }

    private static Tree tree(PredictionInterval it) {
        return new Tree()
                .with("low", it.low().toString())
                .with("high", it.high().toString())
                .with("level", it.level().toPlainString());
    }

    private static void workings(Tree tree, Workings from) {
        tree.with("asAt", from.asAt().toString())
                .with("required", from.required())
                .with("finish", from.finish().map(LocalDate::toString))
                .with("rate", from.rate().map(ForecastJson::tree))
                .with("figures", from.figures().stream().map(ForecastJson::tree).toList());
    }

    private static Tree tree(RequiredRate it) {
        return new Tree()
                .with("state", it.state())
                .with("soFarPerDay", it.soFar().map(Quantity::toString))
                .with("neededPerDay", it.needed().map(Quantity::toString))
                .with("ratio", it.ratio().map(Rational::toString));
    }

    private static Tree tree(ForecastFigure it) {
        return new Tree()
                .with("name", it.name())
                .with("value", it.value().toString())
                .with("on", it.on().map(LocalDate::toString));
    }
}
