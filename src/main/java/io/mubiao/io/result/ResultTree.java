package io.mubiao.io.result;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.Forecasts;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scoring.Score;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Results as plain data (结果数据树), for any mapper of the host: nothing but {@code LinkedHashMap}, {@code List}, {@code String},
 * {@code BigDecimal}, {@code Long} and {@code Boolean}, mutable and nobody else's. The fields are those of
 * {@link AssessmentJson}, {@link ScorecardJson} and {@link EvaluationJson}.
 */
public final class ResultTree {
    private record Kind<T>(Class<T> type, BiFunction<T, JsonStyle, Map<String, Object>> tree) {
        Map<String, Object> of(Object result, JsonStyle style) {
            return tree.apply(type.cast(result), style);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(Assessment.class, (it, style) -> AssessmentJson.row(it, Optional.empty(), style).map()),
            new Kind<>(Assessments.class, (it, style) -> listed(AssessmentJson.tree(it, style))),
            new Kind<>(Forecast.class, (it, style) -> ForecastJson.row(it, style).map()),
            new Kind<>(Scorecard.class, (it, style) -> listed(ScorecardJson.tree(it, null, style))),
            new Kind<>(ItemScore.class, (it, style) -> ScorecardJson.item(it, null, null, style).map()),
            new Kind<>(NodeScore.class, (it, style) -> ScorecardJson.node(it, style).map()),
            new Kind<>(Score.class, (it, style) -> ScorecardJson.score(it, style).map()),
            new Kind<>(Evaluation.class, (it, style) -> listed(EvaluationJson.tree(it, style))),
            new Kind<>(EnterpriseResult.class, (it, style) -> EvaluationJson.row(it, null, style).map()),
            new Kind<>(Explanation.class, (it, style) -> EvaluationJson.row(it, style).map()),
            new Kind<>(Problem.class, (it, style) -> ProblemRows.row(it, style).map()),
            new Kind<>(Place.class, (it, style) -> ProblemRows.row(it, style).map()),
            new Kind<>(Quantity.class, (it, style) -> new Row(style).number(it)),
            new Kind<>(Rational.class, (it, style) -> new Row(style).number(it)));

    private ResultTree() {}

    /** A result in full, see {@link #tree(Object, JsonStyle)}. */
    public static Map<String, Object> tree(Object result) {
        return tree(result, JsonStyle.FULL);
    }

    /**
     * A result in a style; whether it is indented means nothing here.
     *
     * @param result of one of the {@link #types}
     * @throws IllegalArgumentException if it is of none; names them
     */
    public static Map<String, Object> tree(Object result, JsonStyle style) {
        return KINDS.stream().filter(it -> it.type().isInstance(result)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no result: " + result.getClass().getName() + "; expected one of "
                        + KINDS.stream().map(it -> it.type().getSimpleName()).toList()))
                .of(result, style);
    }

    /** A scorecard with the forecasts of its targets. */
    public static Map<String, Object> tree(Scorecard card, Forecasts forecasts, JsonStyle style) {
        return listed(ScorecardJson.tree(card, forecasts, style));
    }

    /** What a profile of the rule lets out of an evaluation; as {@link EvaluationJson#write(Evaluation, String)}. */
    public static Map<String, Object> tree(Evaluation evaluation, String profile, JsonStyle style) {
        return listed(EvaluationJson.tree(evaluation, profile, style));
    }

    /** The assessments one by one, each made when it is asked for. */
    public static Stream<Map<String, Object>> rows(Assessments assessments, JsonStyle style) {
        return AssessmentJson.rows(assessments, style);
    }

    /** The types of results, the interfaces for all that implement them. */
    public static List<Class<?>> types() {
        return KINDS.stream().<Class<?>>map(Kind::type).toList();
    }

    /** Streams are for who writes row by row; a tree has lists. */
    private static Map<String, Object> listed(Map<String, Object> tree) {
        tree.replaceAll((key, value) -> value instanceof Stream<?> rows ? new ArrayList<>(rows.toList()) : value);
        return tree;
    }
}
