package io.mubiao.io.rule;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Tree;
import io.mubiao.lookup.LookupList;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.OverSet;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.value.Rational;
import java.util.List;

/** Turns a scoring rule into the tree that {@link ScoringRuleReader} reads back. */
final class ScoringRuleWriter {
    private static final Formula NOTHING = Formula.of(Rational.ZERO);

    private ScoringRuleWriter() {}

    /** @param name what the file that holds it calls it; empty for a file of its own */
    static Tree tree(ScoringRule rule, String name) {
        Tree tree = RuleTree.sources(RuleTree.heading(rule, name), rule).with("points", RuleTree.number(rule.points()))
                .with("measure-words", rule.units().measureWords())
                .with("parameters", RuleTree.named(rule.parameters(), Parameter::id, RuleTree::parameter))
                .with("inputs", RuleTree.named(rule.inputs(), RuleInput::id, ScoringRuleWriter::input))
                .with("derived", RuleTree.named(rule.derived(), Derived::id, RuleTree::derived));
        tree.put("parts", RuleTree.named(rule.parts(), Part::id, ScoringRuleWriter::part));
        return claims(tree.with("total", RuleTree.limits(new Tree(), rule.total(), RuleTree::formula)), rule.claims())
                .with("ties", rule.ties()).with("examples", RuleTree.examples(rule));
    }

    /** Vetoes set a grade, duties none. */
    static Tree claims(Tree tree, LookupList<Claim> claims) {
        return tree.with("vetoes", RuleTree.named(claims.stream().filter(Claim::isVeto).toList(), Claim::id, ScoringRuleWriter::claim))
                .with("duties", RuleTree.named(claims.stream().filter(it -> !it.isVeto()).toList(), Claim::id, ScoringRuleWriter::claim));
    }

    private static Tree claim(Claim it) {
        return RuleTree.cite(RuleTree.titled(it.id(), it.title()).with("when", RuleTree.formula(it.when())).with("grade", it.grade()), it.cite());
    }

    private static Tree input(RuleInput it) {
        Tree tree = RuleTree.titled(it.id(), it.title());
        if (it.over().isPresent()) {
            OverSet set = it.over().get();
            tree.with(Fields.word(set.fold()), set.test().map(RuleTree::formula).or(() -> it.reading().map(Reading::word)))
                    .with("missing", set.lacking() == OverSet.Lacking.REFUSE ? null : set.lacking());
        } else {
            Symbol.Kind usual = it.reading().map(Reading::kind).orElse(Symbol.Kind.NUMBER);
            tree.with("of", it.reading().map(Reading::word)).with("kind", it.kind() == usual ? null : it.kind());
        }
        return tree.with("unit", it.unit().map(RuleTree::unit)).with("better", it.higherIsBetter() ? null : "lower");
    }

    private static Tree part(Part it) {
        boolean valued = it.shape().isPresent() && (!it.of().equals(NOTHING) || it.shape().get().formula(true).names().contains("x"));
        Tree tree = RuleTree.titled(it.id(), it.title()).with("of", valued ? RuleTree.formula(it.of()) : null)
                .with("better", it.higherIsBetter() ? null : "lower").with("weight", RuleTree.formula(it.weight()))
                .with("score", it.shape().map(ShapeTree::of))
                .with("parts", RuleTree.named(it.parts(), Part::id, ScoringRuleWriter::part));
        for (String role : List.of("base", "low", "high", "target")) {
            Formula reference = it.references().get(role);
            tree.with(role, reference == null ? null : RuleTree.formula(reference));
        }
        tree.with("times", RuleTree.formula(it.times())).with("gate", it.gate().map(ScoringRuleWriter::gate))
                .with("missing", RuleTree.formula(it.fallback().missing()))
                .with("zero-divisor", RuleTree.formula(it.fallback().zeroDivisor()));
        return RuleTree.cite(RuleTree.limits(tree, it.limits(), RuleTree::formula), it.cite());
    }

    private static Object gate(Part.Gate gate) {
        return gate.otherwise().equals(NOTHING) ? gate.when().toString()
                : new Tree().with("when", RuleTree.formula(gate.when())).with("else", RuleTree.formula(gate.otherwise()));
    }
}
