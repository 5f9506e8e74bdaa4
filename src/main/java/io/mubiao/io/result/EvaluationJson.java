package io.mubiao.io.result;

import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Baselines;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rounding;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes evaluations and explanations as JSON (评价结果数据), as a {@link JsonStyle} says; without one in full. What is absent is
 * left out.
 */
public final class EvaluationJson {
    private EvaluationJson() {}

    /** All results, with counts, baselines and problems: for the office itself, whatever the profiles of the rule. */
    public static String write(Evaluation evaluation) {
        return write(evaluation, JsonStyle.FULL);
    }

    /** All results in a style: for the office itself, whatever the profiles of the rule. */
    public static String write(Evaluation evaluation, JsonStyle style) {
        return JsonOut.write(tree(evaluation, style), style);
    }

    /**
     * Writes all results, one after the other: for the office itself, whatever the profiles of the rule. The writer stays open.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void write(Evaluation evaluation, JsonStyle style, Writer out) {
        JsonOut.write(tree(evaluation, style), style, out);
    }

    /** As {@link #write(Evaluation, JsonStyle, Writer)}, in UTF-8. */
    public static void write(Evaluation evaluation, JsonStyle style, OutputStream out) {
        JsonOut.write(tree(evaluation, style), style, out);
    }

    /**
     * What a profile of the rule lets out of an evaluation (公开字段), nothing else of the enterprises: a row for each of
     * them, members of a merged unit too, with the profile's columns by their ids.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     */
    public static String write(Evaluation evaluation, String profile) {
        return write(evaluation, profile, JsonStyle.FULL);
    }

    /** What a profile lets out, in a style; as {@link #write(Evaluation, String)}. */
    public static String write(Evaluation evaluation, String profile, JsonStyle style) {
        return JsonOut.write(tree(evaluation, profile, style), style);
    }

    /** How one result came about: every input, formula and operand, so that it can be worked out again. */
    public static String write(Explanation explanation) {
        return write(explanation, JsonStyle.FULL);
    }

    /** How one result came about, in a style. */
    public static String write(Explanation explanation, JsonStyle style) {
        return JsonOut.write(row(explanation, style).map(), style);
    }

    /** The last field is a stream, so that nobody holds all the rows. */
    static Map<String, Object> tree(Evaluation evaluation, JsonStyle style) {
        Map<String, Object> tree = heading(evaluation, style)
                .with("classes", evaluation.classCounts())
                .whole("baselines", evaluation.baselines().stream().map(it -> row(it, evaluation.rule(), style)).toList())
                .whole("meanScores", new RecordTree(style).value(evaluation.baselines().meanScores()))
                .whole("problems", evaluation.problems().stream().map(it -> ProblemRows.row(it, style)).toList())
                .map();
        tree.put("results", evaluation.league().stream().map(it -> row(it, evaluation, style).whole("scope", scope(evaluation, it, style))
                .with("charges", evaluation.charges(it.id()).stream().map(charge -> brief(charge, style)).toList()).map()));
        return tree;
    }

    /** Why it is out, or not graded. */
    private static List<Row> scope(Evaluation evaluation, EnterpriseResult it, JsonStyle style) {
        return it.standing() == Standing.GRADED ? List.of() : scope(evaluation.explain(it.id()), style);
    }

    private static List<Row> scope(Explanation it, JsonStyle style) {
        return it.scope().stream().map(line -> new Row(style).with("kind", line.kind()).with("id", line.id())
                .with("title", line.title()).with("test", line.test())
                .with("operands", traces(line.operands(), style)).with("cite", row(line.cite(), style))).toList();
    }

    private static Row brief(Charge it, JsonStyle style) {
        return row(it, style).without("class", "years", "rate", "otherRate", "base", "cite");
    }

    static Map<String, Object> tree(Evaluation evaluation, String profile, JsonStyle style) {
        List<String> columns = ResultCells.columns(evaluation, profile);
        Map<String, Object> tree = heading(evaluation, style).with("profile", profile).map();
        tree.put("results", evaluation.league().stream().flatMap(it -> evaluation.sharing(it.id()).stream()
                .map(member -> member.equals(it.id()) ? it : evaluation.get(member))).map(it -> {
                    Row row = new Row(style);
                    columns.forEach(column -> row.with(column, cell(evaluation, it, column, style)));
                    return row.map();
                }));
        return tree;
    }

    private static Row row(Baselines.FormedBaseline it, EvaluationRule rule, JsonStyle style) {
        Row row = new RecordTree(style).row(it);
        rule.baselines().find(it.baseline()).ifPresent(of -> row.with("title", of.title())
                .with("unit", rule.indicators().find(of.indicator()).map(indicator -> indicator.unit().symbol())));
        return row;
    }

    private static @Nullable Object cell(Evaluation evaluation, EnterpriseResult it, String column, JsonStyle style) {
        return switch (column) {
            case "total" -> it.total().orElse(null);
            case "rank" -> it.place();
            case "places" -> it.places();
            case "reason" -> style.said(it.reason());
            default -> ResultCells.isCharge(evaluation, column) ? ResultCells.amount(evaluation, it, column).orElse(null)
                    : ResultCells.isOfResults(column) || evaluation.kind(column) == Symbol.Kind.TEXT
                    ? ResultCells.cell(evaluation, it, column)
                    : evaluation.number(it.id(), column).map(number -> TraceRows.value(evaluation.kind(column), number)).orElse(null);
        };
    }

    private static Row heading(Evaluation evaluation, JsonStyle style) {
        EvaluationRule rule = evaluation.rule();
        return new Row(style).with("rule", rule.id()).with("title", rule.title()).with("jurisdiction", rule.jurisdiction())
                .with("year", evaluation.year()).with("trial", rule.trial()).whole("sources", sources(rule.sources(), style));
    }

    static Row row(EnterpriseResult it, @Nullable Evaluation evaluation, JsonStyle style) {
        return new Row(style)
                .with("id", it.id())
                .with("name", it.name())
                .whole("members", evaluation == null || evaluation.sharing(it.id()).size() < 2 ? List.of() : evaluation.sharing(it.id()))
                .with("standing", it.standing())
                .with("group", it.group())
                .whole("ranking", evaluation == null ? List.of() : evaluation.ranking(it.id()))
                .with("total", it.total())
                .with("place", it.place())
                .with("places", it.places())
                .whole("initialClass", it.initialClass())
                .with("class", it.finalClass())
                .with("label", it.label())
                .whole("followed", it.followed().map(whom -> new Row(style).with("by", whom.by().name()).with("path",
                        whom.path().stream().map(firm -> new Row(style).with("id", firm.id()).with("name", firm.name())).toList())
                        .with("state", whom.state()).with("class", whom.className())))
                .said("reason", it.reason());
    }

    static Row row(Explanation it, JsonStyle style) {
        return new Row(style)
                .with("result", row(it.result(), null, style))
                .with("trial", it.trial())
                .with("sharing", it.sharing())
                .whole("mergedBy", it.mergedBy().stream().map(leaf -> TraceRows.row(leaf, style)).toList())
                .whole("members", it.members().stream().map(member -> new Row(style).with("id", member.id())
                        .with("name", member.name()).with("inputs", traces(member.inputs(), style))).toList())
                .whole("group", it.group().map(group -> new Row(style).with("id", group.id()).with("title", group.title())
                        .with("test", group.test()).with("operands", traces(group.operands(), style))
                        .with("cite", row(group.cite(), style))))
                .with("scope", scope(it, style))
                .whole("inputs", it.inputs().stream().map(leaf -> TraceRows.row(leaf, style)).toList())
                .whole("looked", it.looked().stream().map(used -> new Row(style).with("value", TraceRows.row(used.value(), style)).with("test", used.test())
                        .with("operands", traces(used.operands(), style)).with("cite", row(used.cite(), style))).toList())
                .with("baselines", it.baselines().stream().map(used -> new Row(style).with("id", used.id())
                        .with("title", used.title()).with("by", used.by()).with("value", used.value())
                        .with("formedBy", used.count()).with("operands", traces(used.operands(), style)).whole("how", used.definition().map(how -> how(how, style)))
                        .with("cite", row(used.cite(), style))).toList())
                .with("items", it.items().stream().map(line -> new Row(style).with("id", line.id()).with("title", line.title())
                        .with("weight", line.weight()).with("indicator", line.indicator().map(trace -> number(trace, style)))
                        .with("score", line.score().map(trace -> number(trace, style))).with("marks", line.marks())
                        .with("cite", row(line.cite(), style))).toList())
                .with("bonuses", it.bonuses().stream().map(line -> new Row(style).with("id", line.id())
                        .with("title", line.title()).with("given", line.given()).with("points", number(line.points(), style))
                        .with("limited", line.limited())
                        .with("test", line.test()).with("operands", traces(line.operands(), style)).with("cite", row(line.cite(), style))).toList())
                .with("total", it.total().map(trace -> number(trace, style)))
                .with("ranking", it.ranking().map(placing -> ranking(placing, style)))
                .whole("way", it.way().stream().map(step -> new Row(style).with("ground", step.ground()).with("class", step.className())
                        .with("holds", step.holds()).with("next", step.next()).with("test", step.test())
                        .with("operands", traces(step.operands(), style)).whole("vacancy", step.vacancy().map(places -> new Row(style)
                                .with("class", places.className()).with("best", places.isBest()).with("left", places.left())
                                .with("entered", places.entered()).with("reach", places.reach())))
                        .with("cite", row(step.cite(), style))).toList())
                .with("overrides", it.overrides().stream().map(line -> new Row(style).with("id", line.id())
                        .with("title", line.title()).with("fired", line.fired()).with("before", line.before())
                        .with("after", line.after()).with("test", line.test())
                        .with("operands", traces(line.operands(), style)).with("reason", line.manual().map(change -> change.reason()))
                        .with("by", line.manual().map(change -> change.by())).with("cite", row(line.cite(), style))).toList())
                .with("charges", it.charges().stream().map(charge -> row(charge, style)).toList())
                .with("chargeGrounds", it.chargeGrounds().stream().map(ground -> row(ground, style)).toList())
                .with("bases", it.bases().stream().map(base -> number(base, style)).toList())
                .with("sources", sources(it.sources(), style));
    }

    private static Row ranking(Explanation.Placing it, JsonStyle style) {
        return new Row(style).with("group", it.group()).with("place", it.place()).with("equal", it.equal())
                .with("ranked", it.ranked()).with("ungraded", it.ungraded()).with("base", it.base())
                .whole("quota", it.quota().map(quota -> new Row(style).with("cumulative", quota.cumulative()).with("round", quota.mode())
                        .with("remainder", quota.cumulative() || it.cutOffs().isEmpty() ? "" : it.cutOffs().get(quota.remainder()).className())))
                .with("order", new Row(style).with("rounded", it.order().rounded()).with("sameTotal", it.order().sameTotal())
                        .with("breakTies", it.order().breakTies()).with("ties", it.order().ties())
                        .whole("inTurn", it.order().inTurn().stream().map(each -> new Row(style).with("place", each.place()).with("own", each.own())
                                .with("total", each.total()).with("figures", each.figures())).toList()))
                .with("joined", it.joined().map(small -> new Row(style).with("group", small.group())
                        .with("ranked", small.ranked()).with("minimum", small.minimum())))
                .with("cutOffs", it.cutOffs().stream().map(cut -> new Row(style).with("class", cut.className()).with("cut", cut.cut().toString())
                        .with("lastPlace", cut.lastPlace()).with("lowest", cut.lowest())).toList())
                .with("again", it.again().stream().map(again -> new Row(style).with("title", again.title()).with("test", again.test())
                        .with("operands", traces(again.operands(), style)).with("concerned", again.concerned())
                        .with("on", again.on().map(on -> number(on, style))).with("place", again.place()).with("ranked", again.ranked())
                        .with("cite", row(again.cite(), style))).toList())
                .with("cite", row(it.cite(), style));
    }

    /** How a number came about, or without traces the number alone. */
    private static Row number(Trace trace, JsonStyle style) {
        Row row = TraceRows.row(trace, style);
        return style.isTraced() ? row : row.without("formula", "operands", "kind", "origin");
    }

    private static List<Row> traces(List<? extends Trace> traces, JsonStyle style) {
        return style.isTraced() ? traces.stream().map(it -> TraceRows.row(it, style)).toList() : List.of();
    }

    private static List<Row> sources(List<Source> sources, JsonStyle style) {
        return sources.stream().map(it -> new Row(style).with("id", it.id()).with("title", it.title())
                .with("url", it.url()).with("note", it.note())).toList();
    }

    private static Row how(BaselineRule it, JsonStyle style) {
        return new Row(style).with("kind", it.kind()).with("population", it.population()).with("year", it.priorYear() ? "prior" : "this")
                .with("when", it.when()).with("times", it.times()).with("round", it.rounding().map(Rounding::text));
    }

    private static Row row(Charge it, JsonStyle style) {
        return new Row(style)
                .with("id", it.consequence().id())
                .with("title", it.consequence().title())
                .with("kind", it.consequence().kind())
                .with("trial", it.consequence().trial())
                .with("class", it.className())
                .with("years", it.years())
                .with("rate", it.rate())
                .with("otherRate", it.otherRate())
                .with("base", it.base())
                .with("amount", it.amount())
                .said("reason", it.reason())
                .with("cite", row(it.consequence().cite(), style));
    }

    private static Row row(Charge.Ground it, JsonStyle style) {
        return new Row(style)
                .with("id", it.consequence().id())
                .with("class", it.className())
                .with("applied", it.concerned())
                .with("test", it.test())
                .whole("rest", it.rest())
                .with("operands", traces(it.operands(), style))
                .whole("fraction", it.fraction().map(part -> new Row(style).with("share", part.share()).with("class", part.className())
                        .with("rate", part.rate())))
                .whole("otherRate", it.otherRate().map(rate -> number(rate, style)))
                .whole("earlier", it.earlier())
                .with("cite", row(it.consequence().cite(), style));
    }

    private static Row row(Cite it, JsonStyle style) {
        return new Row(style).with("source", it.source()).with("clause", it.clause()).with("assumption", it.assumption());
    }
}
