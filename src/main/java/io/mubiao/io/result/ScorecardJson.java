package io.mubiao.io.result;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecasts;
import io.mubiao.io.Format;
import io.mubiao.io.internal.Tree;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.rating.Claim;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Judgement;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes scorecards as JSON (考核结果): items with their assessment, points, light and forecast, and the nodes of every view.
 * Points are exact texts ({@code "39/7"}). What is absent is left out.
 */
public final class ScorecardJson {
    private ScorecardJson() {}

    /** A scorecard. */
    public static String write(Scorecard card) {
        return write(card, Optional.empty());
    }

    /** A scorecard with the forecasts of its targets. */
    public static String write(Scorecard card, Forecasts forecasts) {
        return write(card, Optional.of(forecasts));
    }

    private static String write(Scorecard card, Optional<Forecasts> forecasts) {
        Assessments assessments = card.assessments();
        Tree views = new Tree();
        card.views().forEach(view -> views.with(view, node(card.root(view))));
        Tree counts = new Tree();
        assessments.counts().forEach((status, count) -> counts.with(status.name(), count));
        return TreeWriter.write(new Tree()
                .with("scorecard", card.rule().id())
                .with("title", card.rule().title())
                .with("register", assessments.register().id())
                .with("asOf", assessments.question().date().toString())
                .with("known", assessments.question().known())
                .with("counts", counts)
                .with("views", views)
                .with("items", card.stream().map(item -> item(item, assessments, forecasts.orElse(null))).toList()),
                Format.JSON);
    }

    private static Tree item(ItemScore item, Assessments assessments, @Nullable Forecasts forecasts) {
        Optional<Assessment> assessment = item.assessment();
        Tree parts = new Tree();
        item.score().parts().forEach((id, points) -> parts.with(id, points.toString()));
        return new Tree()
                .with("id", item.id())
                .with("title", item.title())
                .with("rule", item.rule().rule())
                .with("points", exact(item.points()))
                .with("full", item.full().toString())
                .with("computed", item.override().isPresent() ? exact(item.score().points()) : Optional.empty())
                .with("raw", exact(item.score().raw()))
                .with("parts", parts)
                .with("why", item.why())
                .with("light", item.light())
                .with("vetoes", claims(item.vetoes()))
                .with("duties", claims(item.duties()))
                .with("undecided", claims(item.score().undecided()))
                .with("override", item.override().map(ScorecardJson::override))
                .with("judgements", item.judgements().stream().map(ScorecardJson::judgement).toList())
                .with("trace", item.score().trace().map(EvaluationJson::tree))
                .with("forecast", forecasts == null ? Optional.empty()
                        : assessment.map(it -> ForecastJson.tree(forecasts.get(it.target().id()))))
                .with("assessment", assessment.map(it ->
                        AssessmentJson.tree(it, assessments.register().clauseOf(it.target().id()))));
    }

    private static Tree node(NodeScore node) {
        List<Tree> items = new ArrayList<>();
        node.items().forEach(child -> items.add(new Tree().with("id", child.item().id())
                .with("points", exact(child.item().points())).with("light", child.item().light())
                .with("share", child.share().equals(Rational.ONE) ? null : child.share().toString())));
        return new Tree()
                .with("id", node.id())
                .with("title", node.title())
                .with("rollup", node.rule().rollup())
                .with("best", node.rule().best())
                .with("points", exact(node.points()))
                .with("full", node.full().toString())
                .with("computed", node.override().isPresent() ? exact(node.computedPoints()) : Optional.empty())
                .with("raw", exact(node.raw()))
                .with("completeness", AssessmentJson.share(node.completeness()))
                .with("reason", node.reason())
                .with("detail", node.detail())
                .with("grade", node.grade())
                .with("computedGrade", node.computedGrade())
                .with("denied", node.denied().map(denied -> new Tree().with("label", denied.label())
                        .with("place", denied.place()).with("places", denied.places())))
                .with("light", node.light())
                .with("place", node.place().isPresent() ? Optional.of(node.place().getAsLong()) : Optional.empty())
                .with("bindingness", bindingness(node))
                .with("vetoes", node.vetoes().stream().map(veto -> new Tree().with("id", veto.claim().id())
                        .with("item", veto.item()).with("grade", veto.claim().grade())).toList())
                .with("override", node.override().map(ScorecardJson::override))
                .with("judgements", node.judgements().stream().map(ScorecardJson::judgement).toList())
                .with("items", items)
                .with("nodes", node.nodes().stream().map(ScorecardJson::node).toList());
    }

    /** The verdicts of binding and of expected targets apart. */
    private static Tree bindingness(NodeScore node) {
        Tree apart = new Tree();
        node.byBindingness().forEach((bindingness, counts) -> {
            Tree verdicts = new Tree();
            counts.forEach((verdict, count) -> verdicts.with(verdict.name(), count));
            apart.with(bindingness.name(), verdicts);
        });
        return apart;
    }

    private static Optional<String> exact(Optional<Rational> number) {
        return number.map(Rational::toString);
    }

    private static List<Tree> claims(List<Claim> claims) {
        return claims.stream().map(claim -> new Tree().with("id", claim.id()).with("title", claim.title())
                .with("grade", claim.grade())).toList();
    }

    private static Tree override(ManualOverride by) {
        return new Tree().with("author", by.author()).with("reason", by.reason()).with("from", day(by.from()))
                .with("until", day(by.until()));
    }

    private static Tree judgement(Judgement by) {
        return new Tree().with("assessor", by.assessor()).with("band", by.band()).with("on", day(by.on()))
                .with("comment", by.comment());
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
