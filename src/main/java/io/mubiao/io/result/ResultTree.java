package io.mubiao.io.result;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.compare.ScorecardImpact;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.Forecasts;
import io.mubiao.formula.Formula;
import io.mubiao.gap.Gaps;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.GoalTree;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Aggregates;
import io.mubiao.land.assess.Baselines;
import io.mubiao.land.assess.ChunkSummary;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.question.ChargeMove;
import io.mubiao.land.question.EvaluationDiff;
import io.mubiao.land.question.EvaluationImpact;
import io.mubiao.method.Figure;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Place;
import io.mubiao.problem.Problem;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.KeptScorecard;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.YearScore;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.Score;
import io.mubiao.target.Goal;
import io.mubiao.time.Moment;
import io.mubiao.trace.Evidence;
import io.mubiao.trace.Trace;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
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
            new Kind<>(ChargeMove.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(EvaluationDiff.Amounts.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(Problem.class, (it, style) -> ProblemRows.row(it, style).map()),
            new Kind<>(Place.class, (it, style) -> ProblemRows.row(it, style).map()),
            new Kind<>(Quantity.class, (it, style) -> new Row(style).number(it)),
            new Kind<>(Rational.class, (it, style) -> new Row(style).number(it)),
            new Kind<>(EvaluationImpact.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(ScorecardImpact.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(Gaps.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(Forecasts.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(YearScore.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(Aggregates.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(ChunkSummary.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(Baselines.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(Figure.class, (it, style) -> QuestionRows.row(it, style).map()),
            new Kind<>(KeptScorecard.class, (it, style) -> tree(it.scorecard(), style)),
            new Kind<>(Trace.class, (it, style) -> new RecordTree(style).trace(it).map()),
            new Kind<>(Goal.class, (it, style) -> new Row(style).with("goal", GoalTree.of(it)).map()),
            new Kind<>(Evidence.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(AsOf.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(Unit.class, (it, style) -> DataRows.map(it)),
            new Kind<>(Enclosure.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(Given.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(Observation.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(ObservationLog.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(Roll.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(Roll.Row.class, (it, style) -> DataRows.row(it, style).map()),
            new Kind<>(Record.class, (it, style) -> new RecordTree(style).row(it).map()));

    private ResultTree() {}

    /** A result in full, see {@link #tree(Object, JsonStyle)}. */
    public static Map<String, Object> tree(Object result) {
        return tree(result, JsonStyle.FULL);
    }

    /**
     * A result in a style; whether it is indented means nothing here.
     *
     * @param result of one of the {@link #types}, or any record of this library
     * @throws IllegalArgumentException if it is neither
     */
    public static Map<String, Object> tree(Object result, JsonStyle style) {
        return kind(result).orElseThrow(() -> refused(result.getClass())).of(result, style);
    }

    private static Optional<Kind<?>> kind(Object result) {
        boolean foreign = result instanceof Record && !RecordTree.isOurs(result.getClass());
        return foreign ? Optional.empty() : KINDS.stream().filter(it -> it.type().isInstance(result)).findFirst();
    }

    static boolean isKnown(Object result) {
        return kind(result).isPresent();
    }

    static IllegalArgumentException refused(Class<?> type) {
        return new IllegalArgumentException("no result: " + type.getName() + "; expected what an assessment, a scorecard, an evaluation or a question"
                + " gives, or data that go into them");
    }

    /**
     * Anything plain: the tree of a result, the lower-case word of a constant, the text of a moment or formula.
     *
     * @throws IllegalArgumentException if it is nothing to be shown, such as an assessor
     */
    public static Object plain(Object value, JsonStyle style) {
        if (value instanceof Enum<?> constant) {
            return Fields.word(constant);
        }
        return value instanceof Moment || value instanceof Formula ? value.toString() : tree(value, style);
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

    /** The types of results that are not just records, the interfaces for all that implement them. */
    public static List<Class<?>> types() {
        return KINDS.stream().<Class<?>>map(Kind::type).filter(it -> it != Record.class).toList();
    }

    /** Streams are for who writes row by row; a tree has lists. */
    private static Map<String, Object> listed(Map<String, Object> tree) {
        tree.replaceAll((key, value) -> value instanceof Stream<?> rows ? new ArrayList<>(rows.toList()) : value);
        return tree;
    }
}
