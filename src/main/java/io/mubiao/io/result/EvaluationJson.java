package io.mubiao.io.result;

import io.mubiao.io.Format;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Tree;
import io.mubiao.io.internal.TreeWriter;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.outcome.NoSuchIdException;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes evaluations and explanations as JSON (评价结果数据). Numbers are exact texts: decimals where they are decimals, else
 * fractions; amounts carry their unit. What is absent is left out.
 */
public final class EvaluationJson {
    private EvaluationJson() {}

    /** All results, with counts, baselines and problems: for the office itself, whatever the profiles of the rule. */
    public static String write(Evaluation evaluation) {
        return TreeWriter.write(heading(evaluation.rule())
                .with("classes", new LinkedHashMap<>(evaluation.classCounts()))
                .with("baselines", evaluation.baselines().toString().lines().toList())
                .with("problems", evaluation.problems().stream().map(Object::toString).toList())
                .with("results", evaluation.league().stream().map(EvaluationJson::tree).toList()), Format.JSON);
    }

    /**
     * What a profile of the rule lets out of an evaluation (公开字段), nothing else of the enterprises: a row for each of
     * them, members of a merged unit too, with the profile's columns by their ids. Numbers are exact.
     *
     * @throws NoSuchIdException if the rule has no such profile; names those it has
     */
    public static String write(Evaluation evaluation, String profile) {
        List<String> columns = ResultCells.columns(evaluation, profile);
        List<Tree> rows = new ArrayList<>();
        for (EnterpriseResult it : evaluation.league()) {
            Checkpoint.pass();
            for (String member : evaluation.sharing(it.id())) {
                EnterpriseResult own = member.equals(it.id()) ? it : evaluation.get(member);
                Tree row = new Tree();
                columns.forEach(column -> row.with(column, ResultCells.cell(evaluation, own, column)));
                rows.add(row);
            }
        }
        return TreeWriter.write(heading(evaluation.rule())
                .with("profile", profile)
                .with("results", rows), Format.JSON);
    }

    private static Tree heading(EvaluationRule rule) {
        return new Tree().with("rule", rule.id()).with("title", rule.title()).with("jurisdiction", rule.jurisdiction())
                .with("year", rule.year()).with("trial", rule.trial()).with("sources", sources(rule.sources()));
    }

    /** How one result came about: every input, formula and operand, so that it can be worked out again. */
    public static String write(Explanation it) {
        return TreeWriter.write(new Tree()
                .with("result", tree(it.result()))
                .with("trial", it.trial())
                .with("sharing", it.sharing())
                .with("scope", it.scope().stream().map(line -> new Tree().with("kind", line.kind()).with("id", line.id())
                        .with("title", line.title()).with("test", line.test().map(Object::toString))
                        .with("cite", tree(line.cite()))).toList())
                .with("inputs", it.inputs().stream().map(EvaluationJson::tree).toList())
                .with("baselines", it.baselines().stream().map(used -> new Tree().with("id", used.id())
                        .with("title", used.title()).with("by", used.by()).with("value", used.value().toString())
                        .with("formedBy", used.count()).with("how", used.definition().map(EvaluationJson::how)).with("cite", tree(used.cite()))).toList())
                .with("items", it.items().stream().map(line -> new Tree().with("id", line.id()).with("title", line.title())
                        .with("weight", line.weight().toString()).with("indicator", line.indicator().map(EvaluationJson::tree))
                        .with("score", line.score().map(EvaluationJson::tree))
                        .with("marks", line.marks().stream().map(Fields::word).toList())
                        .with("cite", tree(line.cite()))).toList())
                .with("bonuses", it.bonuses().stream().map(line -> new Tree().with("id", line.id())
                        .with("title", line.title()).with("points", tree(line.points())).with("limited", line.limited())
                        .with("cite", tree(line.cite()))).toList())
                .with("total", it.total().map(EvaluationJson::tree))
                .with("ranking", it.ranking().map(placing -> new Tree().with("group", placing.group())
                        .with("place", placing.place()).with("equal", placing.equal()).with("ranked", placing.ranked())
                        .with("base", placing.base())
                        .with("cutOffs", placing.cutOffs().stream().map(cut -> new Tree().with("class", cut.className())
                                .with("lastPlace", cut.lastPlace()).with("lowest", cut.lowest().map(Rational::toString)))
                                .toList())))
                .with("way", it.way().stream().map(step -> new Tree().with("ground", step.ground()).with("class", step.className())
                        .with("holds", step.holds()).with("next", step.next()).with("test", step.test().map(Object::toString))
                        .with("operands", step.operands().stream().map(EvaluationJson::tree).toList())).toList())
                .with("overrides", it.overrides().stream().map(line -> new Tree().with("id", line.id())
                        .with("title", line.title()).with("fired", line.fired()).with("before", line.before())
                        .with("after", line.after()).with("test", line.test().map(Object::toString))
                        .with("operands", line.operands().stream().map(EvaluationJson::tree).toList()).with("reason", line.manual().map(change -> change.reason()))
                        .with("by", line.manual().map(change -> change.by())).with("cite", tree(line.cite()))).toList())
                .with("charges", it.charges().stream().map(EvaluationJson::tree).toList())
                .with("sources", sources(it.sources())), Format.JSON);
    }

    private static List<Tree> sources(List<Source> sources) {
        return sources.stream().map(it -> new Tree().with("id", it.id()).with("title", it.title())
                .with("url", it.url()).with("note", it.note())).toList();
    }

    private static Tree how(BaselineRule it) {
        return new Tree().with("kind", it.kind()).with("population", it.population()).with("year", it.priorYear() ? "prior" : "this")
                .with("times", it.times().map(Object::toString)).with("round", it.rounding().map(Rounding::text));
    }

    private static Tree tree(EnterpriseResult it) {
        return new Tree()
                .with("id", it.id())
                .with("name", it.name())
                .with("standing", it.standing())
                .with("group", it.group())
                .with("total", it.total().map(Rational::toString))
                .with("place", ResultCells.value(it.place()))
                .with("places", ResultCells.value(it.places()))
                .with("initialClass", it.initialClass())
                .with("class", it.finalClass())
                .with("label", it.label())
                .with("reason", it.reason());
    }

    static Tree tree(Trace trace) {
        if (trace instanceof Trace.Worked worked) {
            return new Tree().with("name", worked.name()).with("title", worked.title())
                    .with("formula", worked.formula().toString()).with("value", worked.number().map(Quantity::toString))
                    .with("operands", worked.operands().stream().map(EvaluationJson::tree).toList());
        }
        Trace.Leaf leaf = (Trace.Leaf) trace;
        return new Tree().with("name", leaf.name()).with("title", leaf.title()).with("kind", leaf.kind())
                .with("value", leaf.number().map(Quantity::toString)).with("text", leaf.text()).with("origin", leaf.origin());
    }

    private static Tree tree(Charge it) {
        return new Tree()
                .with("id", it.consequence().id())
                .with("title", it.consequence().title())
                .with("kind", it.consequence().kind())
                .with("trial", it.consequence().trial())
                .with("class", it.className())
                .with("years", it.years())
                .with("rate", it.rate().map(Quantity::toString))
                .with("otherRate", it.otherRate().map(Quantity::toString))
                .with("base", it.base().map(Quantity::toString))
                .with("amount", it.amount().map(Quantity::toString))
                .with("reason", it.reason())
                .with("cite", tree(it.consequence().cite()));
    }

    private static Map<String, Object> tree(Cite it) {
        return new Tree().with("source", it.source()).with("clause", it.clause()).with("assumption", it.assumption());
    }

}
