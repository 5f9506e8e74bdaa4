package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.Tree;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Label;
import io.mubiao.land.Merge;
import io.mubiao.land.Policy;
import io.mubiao.land.Refill;
import io.mubiao.land.Requirement;
import io.mubiao.land.Table;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns an evaluation rule into the tree that {@link RuleReader} reads back; classes and what follows by {@link ClassesWriter}. */
final class RuleWriter {
    private static final int USUAL_DECIMALS = 2;

    private final EvaluationRule rule;

    private RuleWriter(EvaluationRule rule) {
        this.rule = rule;
    }

    static Tree tree(EvaluationRule rule) {
        return new RuleWriter(rule).tree();
    }

    private Tree tree() {
        Tree tree = RuleTree.heading(rule, "").with("jurisdiction", rule.jurisdiction())
                .with("year", rule.year() == 0 ? RuleReader.NO_YEAR : rule.year()).with("valid", rule.valid().map(Object::toString))
                .with("trial", rule.trial() ? true : null).with("measure-words", rule.units().measureWords())
                .with("no-prior-class", rule.noPriorClass());
        RuleTree.sources(tree, rule)
                .with("parameters", RuleTree.named(rule.parameters(), Parameter::id, RuleTree::parameter))
                .with("columns", RuleTree.named(rule.columns(), Column::id, RuleWriter::column))
                .with("labels", RuleTree.named(rule.labels(), Label::id, RuleWriter::label))
                .with("tables", RuleTree.named(rule.tables(), Table::id, RuleWriter::table))
                .with("derived", RuleTree.named(rule.derived(), Derived::id, RuleTree::derived))
                .with("merge", rule.merge().map(RuleWriter::merge))
                .with("scope", new Tree().with("require", rule.requirements().stream().map(RuleWriter::requirement).toList())
                        .with("exclude", rule.exclusions().stream().map(RuleWriter::exclusion).toList()))
                .with("indicators", RuleTree.named(rule.indicators(), Indicator::id, RuleWriter::indicator))
                .with("baselines", RuleTree.named(rule.baselines(), BaselineRule::id, RuleWriter::baseline))
                .with("groups", rule.groups().stream().map(RuleWriter::group).toList())
                .with("bonuses", RuleTree.named(rule.bonuses(), Bonus::id, RuleWriter::bonus))
                .with("category-limits", RuleTree.formulas(rule.categoryLimits()))
                .with("total", RuleTree.cite(RuleTree.limits(new Tree(), rule.total().limits(), RuleTree::formula), rule.total().cite()))
                .with("ranking", rule.ranking().map(ClassesWriter::ranking))
                .with("classes", rule.classes().map(ClassesWriter::classes))
                .with("overrides", rule.overrides().stream().map(ClassesWriter::override).toList())
                .with("refill", rule.overrides().size() == 0 && rule.refill() == Refill.NONE ? null : rule.refill())
                .with("consequences", rule.consequences().stream().map(it -> ClassesWriter.consequence(it, rule.units())).toList());
        return tree.with("exports", rule.exports()).with("examples", RuleTree.examples(rule));
    }

    private static Tree column(Column it) {
        boolean number = it.kind() == Symbol.Kind.NUMBER;
        boolean usual = it.least().equals(number ? Optional.of(BigDecimal.ZERO) : Optional.empty());
        return RuleTree.cite(RuleTree.titled(it.id(), it.title()).with("kind", number ? null : it.kind())
                .with("unit", RuleTree.unit(it.unit()))
                .with("decimals", it.decimals() == (number ? USUAL_DECIMALS : 0) ? null : it.decimals())
                .with("negative", (number && it.least().isEmpty()) ? true : null).with("at-least", usual ? null : it.least().orElse(null))
                .with("at-most", it.most()).with("values", it.values()).with("if-empty", it.otherwise()), it.cite());
    }

    private static Tree label(Label it) {
        return RuleTree.cite(RuleTree.titled(it.id(), it.title()).with("choices", it.choices().stream().map(choice -> new Tree()
                .with("label", choice.label()).with("when", RuleTree.formula(choice.when()))).toList()), it.cite());
    }

    private static Tree table(Table it) {
        return RuleTree.cite(RuleTree.titled(it.id(), it.title()).with("by", it.by()).with("unit", RuleTree.unit(it.unit()))
                .with("values", RuleTree.formulas(it.values())).with("otherwise", RuleTree.formula(it.otherwise())), it.cite());
    }

    private static Tree merge(Merge it) {
        return RuleTree.cite(new Tree().with("by", it.by()).with("except", RuleTree.formula(it.except()))
                .with("lead", RuleTree.formula(it.lead())).with("sums", it.sums())
                .with("also-independent", it.alsoIndependent() ? true : null), it.cite());
    }

    private static Tree requirement(Requirement it) {
        return RuleTree.cite(new Tree().with("id", it.id()).with("when", RuleTree.formula(it.when())), it.cite());
    }

    private static Tree exclusion(Exclusion it) {
        return RuleTree.cite(new Tree().with("id", it.id()).with("title", it.title().equals(it.id()) ? null : it.title())
                .with("when", RuleTree.formula(it.when())).with("effect", it.effect()).with("label", it.label())
                .with("class-of", it.classOf()).with("keeps-place", isPlaceSaid(it) ? it.place() : null), it.cite());
    }

    private static boolean isPlaceSaid(Exclusion it) {
        return it.place() != Exclusion.Kept.NONE || (it.effect() == Exclusion.Effect.TREATED_AS && !it.classOf().isEmpty());
    }

    private static Tree indicator(Indicator it) {
        return RuleTree.cite(RuleTree.titled(it.id(), it.title()).with("formula", RuleTree.formula(it.formula()))
                .with("unit", RuleTree.unit(it.unit())).with("better", it.higherIsBetter() ? null : "lower"), it.cite());
    }

    private static Tree baseline(BaselineRule it) {
        boolean constant = it.constant().isPresent();
        boolean usual = constant && it.population() == BaselineRule.Population.EVALUATED;
        Tree tree = RuleTree.titled(it.id(), it.title()).with("of", it.indicator()).with("constant", RuleTree.formula(it.constant()))
                .with("kind", constant ? null : it.kind()).with("by", it.by()).with("population", usual ? null : it.population())
                .with("when", RuleTree.formula(it.when())).with("year", it.priorYear() ? "prior" : null)
                .with("times", RuleTree.formula(it.times()))
                .with("share", it.percentile().map(at -> RuleTree.percent(at.share())))
                .with("method", it.percentile().map(BaselineRule.Percentile::method));
        it.among().ifPresent(among -> among(tree, among));
        return RuleTree.cite(tree.with("round", it.rounding().map(Rounding::text)), it.cite());
    }

    private static void among(Tree tree, BaselineRule.Among it) {
        tree.with("best", it.best().map(Object::toString))
                .with("drop", new Tree().with("best", it.dropBest().map(Object::toString)).with("worst", it.dropWorst().map(Object::toString)))
                .with("best-rounding", it.isRounded() || it.rounding() != RoundingMode.HALF_UP ? it.rounding() : null);
    }

    private static Tree group(Group it) {
        return RuleTree.cite(new Tree().with("id", it.id()).with("title", it.title().equals(it.id()) ? null : it.title())
                .with("when", RuleTree.formula(it.when())).with("weights-total", RuleTree.formula(it.weightsTotal()))
                .with("items", RuleTree.named(it.items(), Item::id, RuleWriter::item)).with("rank-on", it.rankOn()), it.cite());
    }

    private static Tree item(Item it) {
        Tree tree = new Tree().with("of", it.indicator().equals(it.id()) ? null : it.indicator()).with("weight", RuleTree.formula(it.weight()))
                .with("score", ShapeTree.of(it.shape()));
        RuleTree.limits(references(tree, it.references()), it.limits(), RuleTree::formula)
                .with("or", it.instead().map(other -> references(new Tree().with("of", other.indicator()), other.references())))
                .with("negative", policy(it.negative(), Policy.Kind.COMPUTE)).with("zero", policy(it.zero(), Policy.Kind.COMPUTE))
                .with("missing", policy(it.missing(), Policy.Kind.REFUSE)).with("zero-divisor", policy(it.zeroDivisor(), Policy.Kind.REFUSE))
                .with("degenerate", policy(it.degenerate(), Policy.Kind.REFUSE));
        return RuleTree.cite(tree, it.cite());
    }

    private static Tree references(Tree tree, Map<String, Formula> references) {
        for (String role : List.of("base", "low", "high", "target")) {
            Formula reference = references.get(role);
            tree.with(role, reference == null ? null : RuleTree.formula(reference));
        }
        return tree;
    }

    private static @Nullable Object policy(Policy policy, Policy.Kind usual) {
        return policy.kind() == usual ? null : policy.points().map(RuleTree::formula).orElse(policy.kind());
    }

    private static Tree bonus(Bonus it) {
        return RuleTree.cite(RuleTree.titled(it.id(), it.title()).with("when", RuleTree.formula(it.when()))
                .with(it.ofSubtotal() ? "share-of-subtotal" : "points", RuleTree.formula(it.amount()))
                .with("limit", RuleTree.formula(it.limit())).with("category", it.category())
                .with("if-missing", it.missingIsNone() ? "none" : null), it.cite());
    }
}
