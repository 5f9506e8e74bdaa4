package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.land.ClassRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Policy;
import io.mubiao.land.PostRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.internal.RuleFormulas;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody should look at in an evaluation rule (评价办法检查): numbers still to be given, what we assume, parts
 * without a source, columns nobody uses, items that refuse an answer.
 */
public final class RuleLint {
    private final EvaluationRule rule;
    private final RuleReach reach;
    private final Problems problems = new Problems();

    private RuleLint(EvaluationRule rule) {
        this.rule = rule;
        reach = new RuleReach(rule);
    }

    /** All findings, as warnings; an open parameter is an error for whoever wants to evaluate. */
    public static List<Problem> check(EvaluationRule rule) {
        RuleLint lint = new RuleLint(rule);
        lint.parameters();
        lint.cites();
        lint.items();
        lint.columns();
        RuleDomains domains = new RuleDomains(rule, lint.reach);
        RuleDoubts.check(rule, lint.problems);
        ShareTests.check(rule, lint.problems);
        new RuleTraps(rule, lint.reach, domains, lint.problems).check();
        new LimitTraps(rule, lint.reach, lint.problems).check();
        new RuleSlips(rule, lint.reach, domains, lint.problems).check();
        GrowthTraps.check(rule, lint.problems);
        CiteLint.examples(rule, lint.problems);
        return CiteLint.once(rule, lint.problems.found());
    }

    /**
     * As {@link #check(EvaluationRule)}, with what a roll shows: constants far from every figure (MAGNITUDE), scores that are the
     * same for all, classes without anybody.
     */
    public static List<Problem> check(Evaluation evaluation) {
        Problems problems = new Problems();
        problems.addAll(check(evaluation.rule()));
        new RollTraps(evaluation, problems).check();
        return problems.found();
    }

    private void parameters() {
        CiteLint.open(rule, problems);
    }

    private void cites() {
        rule.parameters().stream().filter(it -> it.value().isPresent())
                .forEach(it -> cite("parameters." + it.id(), it.cite(), false));
        rule.columns().forEach(it -> cite("columns." + it.id(), it.cite(), false));
        rule.labels().forEach(it -> cite("labels." + it.id(), it.cite(), false));
        rule.tables().forEach(it -> cite("tables." + it.id(), it.cite(), true));
        rule.derived().forEach(it -> cite("derived." + it.id(), it.cite(), false));
        rule.merge().ifPresent(it -> cite("merge", it.cite(), true));
        rule.groups().forEach(it -> cite("groups." + it.id(), it.cite(), false));
        rule.indicators().forEach(it -> cite("indicators." + it.id(), it.cite(), false));
        rule.baselines().forEach(it -> cite("baselines." + it.id(), it.cite(), true));
        rule.groups().forEach(group -> group.items().forEach(it ->
                cite("groups." + group.id() + ".items." + it.id(), it.cite(), true)));
        rule.bonuses().forEach(it -> cite("bonuses." + it.id(), it.cite(), true));
        rule.requirements().forEach(it -> cite("scope.require." + it.id(), it.cite(), true));
        rule.exclusions().forEach(it -> cite("scope.exclude." + it.id(), it.cite(), true));
        rule.ranking().ifPresent(it -> {
            cite("ranking", it.cite(), true);
            it.again().forEach(again -> cite("ranking.again." + again.id(), again.cite(), false));
        });
        rule.classes().ifPresent(it -> cite("classes", it.cite(), true));
        rule.overrides().forEach(it -> cite("overrides." + it.id(), it.cite(), true));
        rule.consequences().forEach(it -> cite("consequences." + it.id(), it.cite(), true));
        cite("total", rule.total().cite(), false);
    }

    private void cite(String path, Cite cite, boolean needsSource) {
        CiteLint.check(path, cite, needsSource, problems);
    }

    private void items() {
        List<String> refused = new ArrayList<>();
        List<String> uncapped = new ArrayList<>();
        rule.groups().forEach(group -> group.items().forEach(item -> {
            String path = "groups." + group.id() + ".items." + item.id();
            if (item.missing().kind() == Policy.Kind.REFUSE) {
                refused.add(path);
            }
            if (item.limits().cap().isEmpty() && ShapeTraps.isOpen(item.shape()) && !reach.isOfTheBest(item)
                    && reach.given(item).most().isEmpty()) {
                uncapped.add(path);
            }
        }));
        rule.classes().map(ClassRule::classes).ifPresent(classes -> rule.overrides().forEach(it -> {
            boolean holdsNobody = (it.effect() == PostRule.Effect.NOT_ABOVE && it.to().equals(classes.get(0)))
                    || (it.effect() == PostRule.Effect.NOT_BELOW && it.to().equals(classes.get(classes.size() - 1)));
            if (holdsNobody) {
                problems.warning("NO_EFFECT", "overrides." + it.id(), "nobody can be beyond class '" + it.to() + "', so this changes nothing");
            }
        }));
        if (!refused.isEmpty()) {
            problems.warning("MISSING_REFUSED", refused.get(0), "who lacks the figures of an item gets no total, in " + refused.size()
                    + " items; say missing: if the rule says otherwise");
        }
        if (!uncapped.isEmpty()) {
            problems.warning("NO_CAP", uncapped.get(0), "a score that grows with its figure has no cap, in " + uncapped.size() + " items");
        }
        rule.classes().filter(it -> it.method() == ClassRule.Method.RANK && it.quota().isPresent()
                && it.quota().get().mode() == java.math.RoundingMode.FLOOR && it.quota().get().cumulative()).ifPresent(it ->
                problems.warning("SMALL_GROUPS", "classes", "with cumulative floor cuts even a ranking of one enterprise has somebody in "
                        + "the last class; small-groups can say otherwise"));
    }

    private void columns() {
        Set<String> used = new LinkedHashSet<>();
        RuleFormulas.each(rule, (path, formula) -> use(formula.expr(), used));
        rule.tables().forEach(it -> used.add(it.by()));
        rule.baselines().forEach(it -> used.addAll(it.by()));
        rule.groups().forEach(group -> group.rankOn().ifPresent(used::add));
        rule.ranking().ifPresent(it -> used.addAll(it.by()));
        rule.merge().ifPresent(it -> used.add(it.by()));
        rule.exclusions().forEach(it -> used.add(it.classOf()));
        rule.exports().values().forEach(used::addAll);
        rule.columns().stream().filter(column -> !used.contains(column.id())).forEach(column ->
                problems.warning("UNUSED", "columns." + column.id(), "nothing uses this column"));
    }

    /** The names of a formula, those in quotes too: of what it asks for last year's figure or a place. */
    private static void use(Expr expr, Set<String> used) {
        expr.names().forEach(used::add);
        if (expr instanceof Expr.Call call) {
            call.operands().forEach(operand -> use(operand, used));
        } else if (expr instanceof Expr.Text text) {
            used.add(text.text());
        }
    }
}
