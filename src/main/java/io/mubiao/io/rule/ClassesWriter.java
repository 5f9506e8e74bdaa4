package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Tree;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.shape.Quota;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns ranking, classes, overrides and consequences into the trees that {@link ClassesReader} reads back. */
final class ClassesWriter {
    private ClassesWriter() {}

    static Tree ranking(RankingRule it) {
        Object small = it.smallGroups().<Object>map(each -> new Tree().with("under", each.minimum()).with("join", each.into())
                .with("exempt", each.label())).orElse("none");
        return RuleTree.cite(new Tree().with("by", it.by()).with("on", it.onRounded() ? "rounded" : "unrounded").with("break-by", it.breakTies())
                .with("ties", it.ties()).with("small-groups", small).with("again", again(it)), it.cite());
    }

    private static Tree again(RankingRule of) {
        Tree tree = new Tree();
        of.again().forEach(it -> tree.put(it.id(), RuleTree.cite(new Tree().with("title", it.title().equals(it.id()) ? null : it.title())
                .with("when", RuleTree.formula(it.when())).with("on", RuleTree.formula(it.on()))
                .with("better", it.higherIsBetter() ? null : "lower"), it.cite())));
        return tree;
    }

    static Tree classes(ClassRule it) {
        boolean base = it.baseIsPopulation() || it.method() == ClassRule.Method.RANK;
        Tree tree = new Tree().with("order", it.classes()).with("by", it.method()).with("cuts-by", it.cutsBy())
                .with("cuts", cuts(it)).with("at-least", RuleTree.formulas(it.least())).with("tests", RuleTree.formulas(it.tests()))
                .with("by-override", it.byOverride())
                .with("require", RuleTree.formulas(it.requires())).with("bounds", bounds(it.bounds()))
                .with("quota-base", base ? it.baseIsPopulation() ? "population" : "ranked" : null)
                .with("quota-rounding", it.quota().map(quota -> (quota.cumulative() ? "cumulative" : "each") + ' ' + Fields.word(quota.mode())))
                .with("remainder", it.quota().map(Quota::remainder).filter(at -> at >= 0 && at < it.classes().size()).map(it.classes()::get));
        return RuleTree.cite(tree, it.cite());
    }

    private static Tree cuts(ClassRule it) {
        Tree cuts = new Tree();
        it.cuts().forEach((key, shares) -> {
            Tree own = new Tree();
            for (int i = 0; i < shares.size() && i < it.classes().size(); i++) {
                if (!it.byOverride().contains(it.classes().get(i))) {
                    own.put(it.classes().get(i), RuleTree.formula(shares.get(i)));
                }
            }
            if (it.cutsBy().isEmpty()) {
                cuts.putAll(own);
            } else {
                cuts.put(key, own);
            }
        });
        return cuts;
    }

    private static Tree bounds(List<ClassRule.Bound> bounds) {
        Map<String, List<String>> byClass = new LinkedHashMap<>();
        bounds.forEach(bound -> byClass.computeIfAbsent(bound.of(), any -> new ArrayList<>())
                .add((bound.atMost() ? "at-most " : "at-least ") + bound.share()));
        Tree tree = new Tree();
        byClass.forEach((name, texts) -> tree.put(name, texts.size() == 1 ? texts.get(0) : texts));
        return tree;
    }

    static Tree override(PostRule it) {
        Tree tree = new Tree().with("id", it.id()).with("title", it.title().equals(it.id()) ? null : it.title())
                .with("when", RuleTree.formula(it.when()));
        switch (it.effect()) {
            case SET, NOT_ABOVE, NOT_BELOW -> tree.with(Fields.word(it.effect()), it.to());
            case SHIFT -> tree.with("shift", it.steps());
            case MANUAL -> tree.with("manual", true);
        }
        return RuleTree.cite(tree, it.cite());
    }

    static Tree consequence(Consequence it, Units units) {
        Tree tree = new Tree().with("id", it.id()).with("title", it.title().equals(it.id()) ? null : it.title()).with("kind", it.kind())
                .with("base", RuleTree.formula(it.base())).with("rate-unit", RuleTree.unit(it.rateUnit()));
        tree.put("rates", it.cases().isEmpty() ? rates(it.rates()) : it.cases().stream().map(each -> new Tree()
                .with("when", RuleTree.formula(each.when())).with("rate", RuleTree.formula(each.rate()))).toList());
        Tree fractions = new Tree();
        it.fractions().forEach((name, fraction) -> fractions.put(name, new Tree().with("share", RuleTree.formula(fraction.share()))
                .with("of", fraction.of())));
        Optional<Tree> stacking = it.stacking().map(other -> new Tree().with(other.max() ? "max-with" : "sum-with",
                RuleTree.formula(other.otherRate())));
        return RuleTree.cite(tree.with("fractions", fractions).with("stacking", stacking).with("when", RuleTree.formula(it.when()))
                .with("valid", it.valid().map(Object::toString)).with("trial", it.trial() ? true : null)
                .with("unit", it.unit().equals(units.get(ClassesReader.MONEY)) ? null : RuleTree.unit(it.unit())), it.cite());
    }

    private static Tree rates(Map<String, List<Formula>> rates) {
        Tree tree = new Tree();
        rates.forEach((name, years) -> tree.put(name, years.size() == 1 ? RuleTree.formula(years.get(0))
                : years.stream().map(RuleTree::formula).toList()));
        return tree;
    }
}
