package io.mubiao.scorecard;

import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down how a node's points came about from what is right below it. */
final class RollUpTrace {
    private RollUpTrace() {}

    static Optional<Trace.Worked> of(NodeScore node) {
        Optional<Rational> points = node.computedPoints();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        List<Trace> operands = new ArrayList<>();
        List<Formula> terms = new ArrayList<>();
        List<NodeSum.Child> children = Roller.children(node.node(), node.nodes(), node.items());
        List<Rational> counting = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            NodeSum.Child child = children.get(i);
            if (child.points().isEmpty()) {
                continue;
            }
            counting.add(child.counts());
            operands.add(operand(child, node, i));
            Formula name = Formula.name(child.id());
            boolean plain = child.weight().isEmpty() && child.size().equals(child.full());
            terms.add(plain ? name
                    : Formula.call("*", Formula.call("/", name, Formula.of(child.full())), Formula.of(child.counts())));
        }
        NodeRule rule = node.rule();
        if (rule.rollup() != Rollup.WEIGHTED_SUM) {
            return Optional.of(worked(node, Formula.of(node.raw().orElseThrow()), operands));
        }
        Rational known = Rational.sum(counting);
        Rational all = Rational.sum(children.stream().map(NodeSum.Child::counts).toList());
        Formula sum = terms.isEmpty() ? Formula.of(Rational.ZERO) : terms.get(0);
        for (Formula term : terms.subList(Math.min(1, terms.size()), terms.size())) {
            sum = Formula.call("+", sum, term);
        }
        if (rule.missing() == Missing.REWEIGHT && !known.equals(all)) {
            sum = Formula.call("/", Formula.call("*", sum, Formula.of(all)), Formula.of(known));
        }
        if (rule.outOf().isPresent()) {
            Rational full = rule.missing() == Missing.SKIP ? known : all;
            sum = Formula.call("/", Formula.call("*", sum, Formula.of(rule.outOf().get())), Formula.of(full));
        }
        return Optional.of(worked(node, sum, operands));
    }

    private static Trace.Worked worked(NodeScore node, Formula raw, List<Trace> operands) {
        NodeRule rule = node.rule();
        Formula formula = new io.mubiao.scoring.Limits(rule.cap().map(Formula::of), rule.floor().map(Formula::of),
                rule.rounding()).of(raw, java.util.Map.of());
        return new Trace.Worked(node.id().isEmpty() ? "total" : node.id(), node.title(), formula,
                Quantity.of(node.computedPoints().orElseThrow(), Unit.NONE), operands);
    }

    private static Trace operand(NodeSum.Child child, NodeScore node, int index) {
        Quantity points = Quantity.of(child.points().orElseThrow(), Unit.NONE);
        String title = index < node.nodes().size() ? node.nodes().get(index).title()
                : node.items().get(index - node.nodes().size()).item().title();
        return new Trace.Leaf(child.id(), title, io.mubiao.formula.Symbol.Kind.NUMBER, Unit.NONE, Optional.of(points), "",
                Trace.Origin.POLICY);
    }
}
