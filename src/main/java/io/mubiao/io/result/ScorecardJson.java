package io.mubiao.io.result;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecasts;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Judgement;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Score;
import io.mubiao.value.Rational;
import java.io.OutputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes scorecards as JSON (考核结果), as a {@link JsonStyle} says; without one in full: items with their assessment, points,
 * light and forecast, and the nodes of every view. What is absent is left out.
 */
public final class ScorecardJson {
    private ScorecardJson() {}

    /** A scorecard. */
    public static String write(Scorecard card) {
        return write(card, JsonStyle.FULL);
    }

    /** A scorecard in a style. */
    public static String write(Scorecard card, JsonStyle style) {
        return JsonOut.write(tree(card, null, style), style);
    }

    /** A scorecard with the forecasts of its targets. */
    public static String write(Scorecard card, Forecasts forecasts) {
        return write(card, forecasts, JsonStyle.FULL);
    }

    /** A scorecard with the forecasts of its targets, in a style. */
    public static String write(Scorecard card, Forecasts forecasts, JsonStyle style) {
        return JsonOut.write(tree(card, forecasts, style), style);
    }

    /**
     * Writes a scorecard, one item after the other; the writer stays open.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void write(Scorecard card, JsonStyle style, Writer out) {
        JsonOut.write(tree(card, null, style), style, out);
    }

    /** As {@link #write(Scorecard, JsonStyle, Writer)}, in UTF-8. */
    public static void write(Scorecard card, JsonStyle style, OutputStream out) {
        JsonOut.write(tree(card, null, style), style, out);
    }

    /** The last field is a stream, so that nobody holds all the rows. */
    static Map<String, Object> tree(Scorecard card, @Nullable Forecasts forecasts, JsonStyle style) {
        Assessments assessments = card.assessments();
        Map<String, Object> views = new LinkedHashMap<>();
        card.views().forEach(view -> views.put(view, node(card.root(view), style)));
        Map<String, Object> tree = new Row(style)
                .with("scorecard", card.rule().id())
                .with("title", card.rule().title())
                .with("register", assessments.register().id())
                .with("asOf", assessments.question().date())
                .with("known", assessments.question().known())
                .with("counts", assessments.counts())
                .with("views", views)
                .map();
        tree.put("items", card.stream().map(item -> item(item, assessments, forecasts, style).map()));
        return tree;
    }

    /** @param assessments where the clause of a target stands; none for an item on its own */
    static Row item(ItemScore item, @Nullable Assessments assessments, @Nullable Forecasts forecasts, JsonStyle style) {
        Optional<Assessment> assessment = item.assessment();
        return new Row(style)
                .with("id", item.id())
                .with("title", item.title())
                .whole("rule", item.rule().rule())
                .with("points", item.points())
                .with("full", item.full())
                .whole("computed", item.override().isPresent() ? item.score().points() : Optional.empty())
                .whole("raw", item.score().raw())
                .whole("parts", item.score().parts())
                .said("why", item.why())
                .with("light", item.light())
                .with("vetoes", claims(item.vetoes(), style))
                .whole("duties", claims(item.duties(), style))
                .whole("undecided", claims(item.score().undecided(), style))
                .whole("override", item.override().map(it -> override(it, style)))
                .whole("judgements", item.judgements().stream().map(it -> judgement(it, style)).toList())
                .with("trace", style.isTraced() ? item.score().trace().map(it -> TraceRows.row(it, style)) : Optional.empty())
                .with("forecast", forecasts == null ? Optional.empty()
                        : assessment.map(it -> ForecastJson.row(forecasts.get(it.target().id()), style)))
                .whole("assessment", assessment.map(it -> AssessmentJson.row(it,
                        assessments == null ? Optional.empty() : assessments.register().clauseOf(it.target().id()), style)))
                .with("status", style.isWhole() ? Optional.empty() : assessment.map(Assessment::status));
    }

    static Row score(Score it, JsonStyle style) {
        return new Row(style)
                .with("rule", it.rule().id())
                .with("points", it.points())
                .with("full", it.full())
                .whole("raw", it.raw())
                .whole("parts", it.parts())
                .with("absence", it.absence())
                .said("why", it.why())
                .with("vetoes", claims(it.vetoes(), style))
                .whole("duties", claims(it.duties(), style))
                .whole("undecided", claims(it.undecided(), style))
                .with("trace", style.isTraced() ? it.trace().map(trace -> TraceRows.row(trace, style)) : Optional.empty());
    }

    static Row node(NodeScore node, JsonStyle style) {
        return new Row(style)
                .with("id", node.id())
                .with("title", node.title())
                .whole("rollup", node.rule().rollup())
                .whole("best", node.rule().best())
                .with("points", node.points())
                .with("full", node.full())
                .whole("computed", node.override().isPresent() ? node.computedPoints() : Optional.empty())
                .whole("raw", node.raw())
                .share("completeness", Optional.of(node.completeness()))
                .with("reason", node.reason())
                .whole("detail", style.said(node.detail()))
                .with("grade", node.grade())
                .whole("computedGrade", node.computedGrade())
                .whole("denied", node.denied().map(denied -> new Row(style).with("label", denied.label())
                        .with("place", denied.place()).with("places", denied.places())))
                .with("light", node.light())
                .with("place", node.place())
                .whole("bindingness", node.byBindingness())
                .with("vetoes", node.vetoes().stream().map(veto -> new Row(style).with("id", veto.claim().id())
                        .with("item", veto.item()).with("grade", veto.claim().grade())).toList())
                .whole("override", node.override().map(it -> override(it, style)))
                .whole("judgements", node.judgements().stream().map(it -> judgement(it, style)).toList())
                .whole("items", node.items().stream().map(child -> new Row(style).with("id", child.item().id())
                        .with("points", child.item().points()).with("light", child.item().light())
                        .with("share", child.share().equals(Rational.ONE) ? null : child.share())).toList())
                .with("nodes", node.nodes().stream().map(it -> node(it, style)).toList());
    }

    private static List<Row> claims(List<Claim> claims, JsonStyle style) {
        return claims.stream().map(claim -> new Row(style).with("id", claim.id()).with("title", claim.title())
                .with("grade", claim.grade())).toList();
    }

    private static Row override(ManualOverride by, JsonStyle style) {
        return new Row(style).with("author", by.author()).with("reason", by.reason()).with("from", by.from())
                .with("until", by.until());
    }

    private static Row judgement(Judgement by, JsonStyle style) {
        return new Row(style).with("assessor", by.assessor()).with("band", by.band()).with("on", by.on())
                .with("comment", by.comment());
    }
}
