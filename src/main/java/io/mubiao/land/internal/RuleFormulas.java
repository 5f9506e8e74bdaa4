package io.mubiao.land.internal;

import io.mubiao.formula.Formula;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Label;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Table;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Walks all formulas of a rule, each with the path of the part it stands in. */
public final class RuleFormulas {
    /** The path of those who are ranked once more begins with this. */
    static final String AGAIN = "ranking.again.";

    private final EvaluationRule rule;
    private final BiConsumer<String, Formula> hears;

    private RuleFormulas(EvaluationRule rule, BiConsumer<String, Formula> hears) {
        this.rule = rule;
        this.hears = hears;
    }

    /** Hears every formula with its path. */
    public static void each(EvaluationRule rule, BiConsumer<String, Formula> hears) {
        RuleFormulas walk = new RuleFormulas(rule, hears);
        walk.inputs();
        walk.scores();
        walk.outcomes();
    }

    /** Every name that a rule gives. */
    static Stream<String> names(EvaluationRule rule) {
        return Stream.of(rule.parameters().stream().map(Parameter::id), rule.columns().stream().map(Column::id),
                rule.tables().stream().map(Table::id), rule.derived().stream().map(Derived::id),
                rule.indicators().stream().map(Indicator::id), rule.labels().stream().map(Label::id),
                rule.baselines().stream().map(BaselineRule::id), again(rule).map(RankingRule.Again::id)).flatMap(it -> it);
    }

    static Stream<RankingRule.Again> again(EvaluationRule rule) {
        return rule.ranking().stream().flatMap(it -> it.again().stream());
    }

    private void inputs() {
        rule.labels().forEach(label -> label.choices().forEach(choice -> hear("labels." + label.id(), choice.when())));
        rule.tables().forEach(it -> {
            hear("tables." + it.id(), it.values());
            hear("tables." + it.id(), it.otherwise());
        });
        rule.derived().forEach(it -> hears.accept("derived." + it.id(), it.formula()));
        rule.merge().ifPresent(it -> {
            hear("merge", it.except());
            hear("merge", it.lead());
        });
        rule.requirements().forEach(it -> hears.accept("scope.require." + it.id(), it.when()));
        rule.exclusions().forEach(it -> hears.accept("scope.exclude." + it.id(), it.when()));
    }

    private void scores() {
        rule.indicators().forEach(it -> hears.accept("indicators." + it.id(), it.formula()));
        rule.baselines().forEach(it -> {
            hear("baselines." + it.id(), it.constant());
            hear("baselines." + it.id(), it.when());
            hear("baselines." + it.id(), it.times());
        });
        for (Group group : rule.groups()) {
            hear("groups." + group.id(), group.when());
            hear("groups." + group.id(), group.weightsTotal());
            group.items().forEach(item -> {
                String path = "groups." + group.id() + ".items." + item.id();
                hears.accept(path, item.formula(true));
                item.other().ifPresent(other -> hears.accept(path, other.formula(true)));
                hear(path, item.references());
                hear(path, item.missing().points());
                hear(path, item.zeroDivisor().points());
                hear(path, item.degenerate().points());
            });
        }
        rule.bonuses().forEach(it -> {
            hear("bonuses." + it.id(), it.when());
            hears.accept("bonuses." + it.id(), it.amount());
            hear("bonuses." + it.id(), it.limit());
        });
        hear("category-limits", rule.categoryLimits());
        hear("total", rule.total().limits().cap());
        hear("total", rule.total().limits().floor());
    }

    private void outcomes() {
        rule.ranking().ifPresent(ranking -> ranking.again().forEach(it -> {
            hear(AGAIN + it.id(), it.when());
            hears.accept(AGAIN + it.id(), it.on());
        }));
        rule.classes().ifPresent(it -> {
            it.cuts().values().forEach(shares -> shares.forEach(share -> hears.accept("classes.cuts", share)));
            hear("classes.at-least", it.least());
            hear("classes.tests", it.tests());
            hear("classes.require", it.requires());
            it.bounds().forEach(bound -> hears.accept("classes.bounds", bound.share()));
        });
        rule.overrides().forEach(it -> hear("overrides." + it.id(), it.when()));
        rule.consequences().forEach(it -> {
            String path = "consequences." + it.id();
            hears.accept(path, it.base());
            it.rates().values().forEach(years -> years.forEach(rate -> hears.accept(path, rate)));
            it.cases().forEach(one -> {
                hear(path, one.when());
                hears.accept(path, one.rate());
            });
            it.fractions().values().forEach(fraction -> hears.accept(path, fraction.share()));
            it.stacking().ifPresent(stacking -> hears.accept(path, stacking.otherRate()));
            hear(path, it.when());
        });
    }

    private void hear(String path, Optional<Formula> formula) {
        formula.ifPresent(it -> hears.accept(path, it));
    }

    private void hear(String path, Map<String, Formula> formulas) {
        formulas.values().forEach(it -> hears.accept(path, it));
    }
}
