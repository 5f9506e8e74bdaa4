package io.mubiao.io.rule;

import io.mubiao.io.internal.Tree;
import io.mubiao.rule.Cite;
import io.mubiao.scorecard.Assign;
import io.mubiao.scorecard.Credit;
import io.mubiao.scorecard.GradeQuota;
import io.mubiao.scorecard.Judgement;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Rollup;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.ItemRule;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a scorecard rule into the tree that {@link ScorecardReader} reads back; its scoring rules stand in it. */
final class ScorecardWriter {
    private final ScorecardRule rule;

    private ScorecardWriter(ScorecardRule rule) {
        this.rule = rule;
    }

    static Tree tree(ScorecardRule rule) {
        return new ScorecardWriter(rule).tree();
    }

    private Tree tree() {
        Tree tree = RuleTree.sources(RuleTree.heading(rule, ""), rule);
        Tree rules = new Tree();
        rule.rules().forEach((name, scoring) -> rules.put(name, ScoringRuleWriter.tree(scoring, name)));
        tree.put("rules", rules);
        tree.with("assign", rule.assigns().stream().map(ScorecardWriter::assign).toList())
                .with("items", RuleTree.named(rule.items(), ItemRule::id, ScorecardWriter::item))
                .with("owners", RuleTree.grouped(rule.owners()).entrySet().stream().map(owned -> new Tree()
                        .with("targets", owned.getValue()).with("official", owned.getKey().leadOfficial())
                        .with("lead", owned.getKey().leadUnit()).with("cooperating", owned.getKey().cooperating())).toList())
                .with("labels", labels())
                .with("views", RuleTree.named(rule.views(), View::id, ScorecardWriter::view))
                .with("grades", rule.grades().map(it -> cite(ShapeTree.grades(it), "grades")))
                .with("lights", rule.lights().map(ScorecardWriter::lights))
                .with("node-lights", rule.nodeLights().map(it -> cite(ShapeTree.table(it), "node-lights")));
        return ScoringRuleWriter.claims(tree, rule.claims())
                .with("overrides", rule.overrides().stream().map(ScorecardWriter::override).toList())
                .with("judgements", rule.judgements().stream().map(ScorecardWriter::judgement).toList())
                .with("periods", numbers(rule.periods(), RuleTree::percent))
                .with("examples", RuleTree.examples(rule));
    }

    private Tree cite(Tree tree, String part) {
        return RuleTree.cite(tree, rule.cites().getOrDefault(part, Cite.NONE));
    }

    private static Tree assign(Assign it) {
        return new Tree().with("when", RuleTree.formula(it.when())).with("rule", it.rule().isEmpty() ? "none" : it.rule())
                .with("points", it.points().map(RuleTree::number));
    }

    private static Tree item(ItemRule it) {
        ItemRule.TargetSet set = it.set();
        return new Tree().with("title", it.title()).with("rule", it.rule()).with("points", it.points().map(RuleTree::number))
                .with("target", it.target()).with("targets", it.targets())
                .with("set", set.when().isEmpty() ? set.targets()
                        : new Tree().with("targets", set.targets()).with("when", RuleTree.formula(set.when())))
                .with("given", it.given()).with("peers", it.peers());
    }

    private Tree labels() {
        Tree labels = new Tree();
        rule.labels().forEach((label, texts) -> labels.put(label, RuleTree.grouped(texts)));
        return labels;
    }

    private static Tree view(View it) {
        return RuleTree.titled(it.id(), it.title()).with("root", node(new Tree(), it.root()))
                .with("levels", it.levels().stream().map(level -> node(new Tree().with("by", level.by()), level.node())).toList())
                .with("tree", it.tree().stream().map(ScorecardWriter::branch).toList())
                .with("credit", it.credit().equals(Credit.LEAD_ALONE) ? null : credit(it.credit()))
                .with("ranking", it.ranking()).with("quota", it.quota().map(ScorecardWriter::quota));
    }

    private static Tree branch(View.Branch it) {
        Tree tree = new Tree().with("id", it.id()).with("title", it.title().equals(it.id()) ? null : it.title());
        return node(tree, it.node()).with("nodes", it.branches().stream().map(ScorecardWriter::branch).toList()).with("items", it.items());
    }

    /** Weights in percent make points out of a hundred. */
    private static Tree node(Tree tree, NodeRule it) {
        boolean percent = !it.weights().isEmpty() && it.outOf().filter(Rational.HUNDRED::equals).isPresent();
        Function<Rational, Object> weight = percent ? RuleTree::percent : RuleTree::number;
        tree.with("rollup", it.rollup() == Rollup.WEIGHTED_SUM ? null : it.rollup()).with("weights", numbers(it.weights(), weight))
                .with("weights-total", it.weightsTotal().map(weight))
                .with("out-of", percent ? null : it.outOf().map(RuleTree::number).orElse(null))
                .with("missing", it.missing() == Missing.REFUSE ? null : it.missing())
                .with("complete", share(it.complete(), Rational.ZERO));
        return RuleTree.limits(tree, it.limits(), RuleTree::number).with("best", it.best()).with("graded", it.graded());
    }

    private static Tree numbers(Map<String, Rational> numbers, Function<Rational, Object> number) {
        Tree tree = new Tree();
        numbers.forEach((name, each) -> tree.put(name, number.apply(each)));
        return tree;
    }

    private static @Nullable Object share(Rational share, Rational usual) {
        return share.equals(usual) ? null : RuleTree.percent(share);
    }

    private static Tree credit(Credit it) {
        Tree targets = new Tree();
        it.byTarget().forEach((target, shares) -> targets.put(target, numbers(shares, RuleTree::percent)));
        return new Tree().with("lead", share(it.lead(), Rational.ONE)).with("targets", targets);
    }

    private static Tree quota(GradeQuota it) {
        Tree most = new Tree();
        it.most().forEach((label, limit) -> {
            List<Object> both = new ArrayList<>();
            limit.share().map(RuleTree::percent).ifPresent(both::add);
            limit.count().ifPresent(both::add);
            most.put(label, both.size() == 1 ? both.get(0) : both);
        });
        return RuleTree.cite(new Tree().with("most", most).with("of", it.of()).with("round", it.rounding()).with("refill", it.refill()), it.cite());
    }

    private static Tree lights(LightRule it) {
        Tree tree = new Tree().with("titles", it.titles()).with("tests", RuleTree.formulas(it.tests())).with("of", RuleTree.formula(it.of()));
        tree.putAll(ShapeTree.table(it.grades()));
        return RuleTree.cite(tree.with("memory", it.memory().stream().map(each -> new Tree().with("lights", each.lights())
                .with("in-a-row", each.periods()).with("becomes", each.becomes())).toList()), it.cite());
    }

    private static Tree override(ManualOverride it) {
        return place(it.view(), it.of()).with("points", it.points().map(RuleTree::number)).with("grade", it.grade()).with("light", it.light())
                .with("author", it.author()).with("reason", it.reason()).with("from", it.from().toString()).with("until", it.until().toString());
    }

    private static Tree judgement(Judgement it) {
        return place(it.view(), it.of()).with("assessor", it.assessor()).with("band", it.band()).with("on", it.on().toString())
                .with("comment", it.comment());
    }

    private static Tree place(String view, String of) {
        return new Tree().with("view", Optional.of(view)).with("of", of);
    }
}
