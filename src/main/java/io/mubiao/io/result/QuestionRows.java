package io.mubiao.io.result;

import io.mubiao.compare.ScorecardImpact;
import io.mubiao.forecast.Forecasts;
import io.mubiao.gap.Gaps;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Aggregates;
import io.mubiao.land.assess.Baselines;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.question.ChargeMove;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.method.Figure;
import io.mubiao.scorecard.View;
import io.mubiao.scorecard.YearScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What questions to results give, as data: what would move, what lacks, what sums up many. */
final class QuestionRows {
    private QuestionRows() {}

    /** What moves; the changed evaluation has a tree of its own. */
    static Row row(EvaluationImpact it, JsonStyle style) {
        RecordTree records = new RecordTree(style);
        return new Row(style).with("empty", it.isEmpty()).with("moves", records.value(it.moves())).with("rankShifts", records.value(it.rankShifts()));
    }

    static Row row(ChargeMove it, JsonStyle style) {
        return named(it.consequence(), style).with("before", it.before().map(charge -> amount(charge, style)))
                .with("after", it.after().map(charge -> amount(charge, style)));
    }

    private static Row amount(Charge it, JsonStyle style) {
        return new Row(style).with("amount", it.amount()).said("reason", it.reason());
    }

    static Row row(EvaluationDiff.Amounts it, JsonStyle style) {
        return named(it.consequence(), style).with("enterprises", it.enterprises()).with("before", it.before()).with("after", it.after());
    }

    private static Row named(Consequence it, JsonStyle style) {
        return new Row(style).with("id", it.id()).with("title", it.title()).with("kind", it.kind()).with("trial", it.trial());
    }

    /** What moves; the scorecards before and after have trees of their own. */
    static Row row(ScorecardImpact it, JsonStyle style) {
        RecordTree records = new RecordTree(style);
        return new Row(style).with("empty", it.isEmpty()).with("diff", records.value(it.diff())).with("additions", records.value(it.additions()));
    }

    static Row row(Gaps it, JsonStyle style) {
        return new Row(style).with("size", it.size()).with("gaps", new RecordTree(style).value(it.stream()));
    }

    static Row row(Forecasts it, JsonStyle style) {
        return new Row(style).with("register", it.assessments().register().id()).with("asOf", it.assessments().question().date())
                .with("forecasts", it.assessments().stream().map(of -> {
                    Map<String, Object> row = new LinkedHashMap<>(Map.of("id", of.target().id()));
                    row.putAll(ForecastJson.row(it.get(of.target().id()), style).map());
                    return row;
                }).toList());
    }

    static Row row(YearScore it, JsonStyle style) {
        RecordTree records = new RecordTree(style);
        Map<String, Object> views = new LinkedHashMap<>();
        for (View view : it.rule().views()) {
            views.put(view.id(), records.row(it.root(view.id())).with("nodes", records.value(it.nodes(view.id()))));
        }
        return new Row(style).with("scorecard", it.rule().id()).with("periods", List.copyOf(it.periods().keySet())).with("views", views);
    }

    static Row row(Aggregates it, JsonStyle style) {
        return new Row(style).with("by", it.by()).with("size", it.size()).with("rows", new RecordTree(style).value(it.stream()));
    }

    static Row row(ChunkSummary it, JsonStyle style) {
        return new Row(style).with("size", it.size()).with("classes", it.classCounts()).with("standings", it.standingCounts())
                .with("problems", new RecordTree(style).value(it.problems()));
    }

    static Row row(Baselines it, JsonStyle style) {
        return new Row(style).with("size", it.stream().count()).with("baselines", new RecordTree(style).value(it.stream()));
    }

    static Row row(Figure it, JsonStyle style) {
        return new Row(style).with("name", it.name()).with("value", it.value()).with("reason", it.reason()).said("detail", it.detail())
                .with("trace", new RecordTree(style).value(it.trace()));
    }
}
