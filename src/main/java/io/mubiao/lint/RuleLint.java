package io.mubiao.lint;

import io.mubiao.formula.Formula;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.ClassRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.land.PostRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody should look at in an evaluation rule (评价办法检查): numbers still to be given, what we assume, parts
 * without a source, columns nobody uses, items that refuse an answer.
 */
public final class RuleLint {
    private static final Pattern PRIOR = Pattern.compile("prior\\(\"([^\"]+)\"(?:, \\d+)?\\)");

    private final EvaluationRule rule;
    private final Problems problems = new Problems();

    private RuleLint(EvaluationRule rule) {
        this.rule = rule;
    }

    /** All findings, as warnings; an open parameter is an error for whoever wants to evaluate. */
    public static List<Problem> check(EvaluationRule rule) {
        RuleLint lint = new RuleLint(rule);
        lint.parameters();
        lint.cites();
        lint.items();
        lint.columns();
        RuleDoubts.check(rule, lint.problems);
        new RuleTraps(rule, lint.problems).check();
        new RuleSlips(rule, lint.problems).check();
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

    /** Whether nobody can be beyond the base, which is the largest figure there is. */
    private boolean isOfTheMost(Item item) {
        Formula base = item.references().get("base");
        return item.shape() instanceof Shape.Ratio && base != null && rule.baselines().find(base.toString())
                .filter(it -> it.kind() == BaselineRule.Kind.MAX && !it.priorYear() && it.times().isEmpty()).isPresent();
    }

    private void items() {
        List<String> refused = new ArrayList<>();
        List<String> uncapped = new ArrayList<>();
        rule.groups().forEach(group -> group.items().forEach(item -> {
            String path = "groups." + group.id() + ".items." + item.id();
            if (item.missing().kind() == Policy.Kind.REFUSE) {
                refused.add(path);
            }
            if (item.limits().cap().isEmpty() && ShapeTraps.isOpen(item.shape()) && !isOfTheMost(item)) {
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
        rule.derived().forEach(it -> use(it.formula(), used));
        rule.indicators().forEach(it -> use(it.formula(), used));
        rule.labels().forEach(label -> label.choices().forEach(choice ->
                choice.when().ifPresent(when -> use(when, used))));
        rule.tables().forEach(it -> used.add(it.by()));
        rule.requirements().forEach(it -> use(it.when(), used));
        rule.exclusions().forEach(it -> use(it.when(), used));
        rule.baselines().forEach(it -> {
            used.addAll(it.by());
            it.when().ifPresent(when -> use(when, used));
        });
        rule.groups().forEach(group -> {
            group.when().ifPresent(when -> use(when, used));
            group.items().stream().map(Item::references).forEach(references ->
                    references.values().forEach(formula -> use(formula, used)));
            group.items().forEach(item -> use(item.formula(true), used));
        });
        rule.bonuses().forEach(it -> {
            use(it.amount(), used);
            it.when().ifPresent(when -> use(when, used));
        });
        rule.ranking().ifPresent(it -> {
            used.addAll(it.by());
            it.again().forEach(again -> {
                use(again.on(), used);
                again.when().ifPresent(when -> use(when, used));
            });
        });
        rule.classes().ifPresent(it -> {
            it.tests().values().stream().forEach(test -> use(test, used));
            it.requires().values().stream().forEach(test -> use(test, used));
        });
        rule.overrides().forEach(it -> it.when().ifPresent(when -> use(when, used)));
        rule.consequences().forEach(it -> {
            use(it.base(), used);
            it.stacking().ifPresent(stacking -> use(stacking.otherRate(), used));
            it.when().ifPresent(when -> use(when, used));
        });
        rule.merge().ifPresent(it -> {
            used.add(it.by());
            it.except().ifPresent(when -> use(when, used));
            it.lead().ifPresent(when -> use(when, used));
        });
        rule.exports().values().forEach(used::addAll);
        rule.columns().stream().filter(column -> !used.contains(column.id())).forEach(column ->
                problems.warning("UNUSED", "columns." + column.id(), "nothing uses this column"));
    }

    /** The names of a formula, and the columns of which it asks for last year's figures. */
    private static void use(Formula formula, Set<String> used) {
        used.addAll(formula.names());
        PRIOR.matcher(formula.toString()).results().forEach(found -> used.add(found.group(1)));
    }
}
