package io.mubiao.scorecard;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.shape.Limits;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down how a node's points came about from what is right below it. */
final class RollUpTrace {
    private static final Formula ZERO = Formula.of(Rational.ZERO);

    private final NodeScore node;
    private final NodeRule rule;
    private final List<NodeSum.Child> children;
    private final Map<String, Trace> operands = new LinkedHashMap<>();

    private RollUpTrace(NodeScore node) {
        this.node = node;
        rule = node.rule();
        children = Roller.children(node.node(), node.nodes(), node.items());
    }

    static Optional<Trace.Worked> of(NodeScore node) {
        return node.computedPoints().map(points -> new RollUpTrace(node).worked(points));
    }

    private Trace.Worked worked(Rational points) {
        Formula raw = switch (rule.rollup()) {
            case WEIGHTED_SUM -> rule.best().isPresent() ? best(rule.best().get()) : sum();
            case ALL_OR_NOTHING -> all();
            case OPPORTUNITY -> ofFull(pooled());
            case WORST_OF -> ofFull(worst());
            case LATEST -> latest().map(this::ofFull).orElse(ZERO);
        };
        Formula formula = Limits.held(rule.limits().with(Formula::of), raw, Map.of());
        return new Trace.Worked(node.id().isEmpty() ? "total" : node.id(), node.title(), formula,
                Quantity.of(points, Unit.NONE), List.copyOf(operands.values()));
    }

    private Formula sum() {
        List<Formula> terms = new ArrayList<>();
        Rational known = Rational.ZERO;
        Rational all = Rational.ZERO;
        for (int i = 0; i < children.size(); i++) {
            NodeSum.Child child = children.get(i);
            all = all.plus(child.counts());
            if (child.points().isPresent()) {
                known = known.plus(child.counts());
                boolean plain = child.weight().isEmpty() && child.size().equals(child.full());
                terms.add(plain ? points(i) : times(share(i), child.counts()));
            }
        }
        Formula sum = sum(terms);
        if (rule.missing() == Missing.REWEIGHT && !known.equals(all)) {
            sum = over(times(sum, all), Formula.of(known));
        }
        Rational full = rule.missing() == Missing.SKIP ? known : all;
        return rule.outOf().isPresent() ? over(times(sum, rule.outOf().get()), Formula.of(full)) : sum;
    }

    private Formula best(int most) {
        List<Formula> terms = new ArrayList<>(List.of(Formula.of(Rational.of(most))));
        List<NodeSum.Child> counting = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            NodeSum.Child child = children.get(i);
            if (child.points().isPresent()) {
                counting.add(child);
                terms.add(child.size().equals(child.full()) ? points(i) : times(share(i), child.counts()));
            } else if (rule.missing() == Missing.ZERO) {
                terms.add(ZERO);
            }
        }
        Formula sum = terms.size() == 1 ? ZERO : Formula.call("best", terms.toArray(Formula[]::new));
        Rational full = NodeSum.bestFull(rule, most, children, counting);
        return rule.outOf().isPresent() ? over(times(sum, rule.outOf().get()), Formula.of(full)) : sum;
    }

    /** A child that is missing and counts as nothing reaches no full points, not even none. */
    private Formula all() {
        List<Formula> tests = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            NodeSum.Child child = children.get(i);
            if (child.points().isPresent()) {
                tests.add(Formula.call(">=", points(i), Formula.of(child.full())));
            } else if (rule.missing() == Missing.ZERO) {
                tests.add(Formula.call(">", ZERO, ZERO));
            }
        }
        return Formula.call("if", Formula.chain("and", tests), Formula.of(node.full()), ZERO);
    }

    /** What was fulfilled ÷ what was to be fulfilled, child by child. */
    private Formula pooled() {
        List<Formula> fulfilled = new ArrayList<>();
        List<Formula> all = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            int items = i - node.nodes().size();
            List<NodeScore.Credited> below = items < 0 ? node.nodes().get(i).everyCredited().toList()
                    : List.of(node.items().get(items));
            Opportunities.Pair pair = Opportunities.pooled(below, rule.missing());
            if (pair.all().signum() != 0) {
                fulfilled.add(operand(i, pair.fulfilled()));
                all.add(Formula.of(pair.all()));
            }
        }
        return over(sum(fulfilled), sum(all));
    }

    private Formula worst() {
        List<Formula> shares = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).points().isPresent()) {
                shares.add(share(i));
            } else if (rule.missing() == Missing.ZERO) {
                shares.add(ZERO);
            }
        }
        return shares.size() == 1 ? shares.get(0) : Formula.call("min", shares.toArray(Formula[]::new));
    }

    private Optional<Formula> latest() {
        for (int i = children.size() - 1; i >= 0; i--) {
            if (children.get(i).points().isPresent()) {
                return Optional.of(share(i));
            }
        }
        return Optional.empty();
    }

    private Formula ofFull(Formula share) {
        return times(share, node.full());
    }

    private Formula share(int child) {
        Rational full = children.get(child).full();
        return full.signum() == 0 ? Formula.of(Rational.ONE) : over(points(child), Formula.of(full));
    }

    private Formula points(int child) {
        return operand(child, children.get(child).points().orElseThrow());
    }

    /** A number of a child under its id; a node and an item may have the same. */
    private Formula operand(int child, Rational value) {
        String name = children.get(child).id();
        while (operands.containsKey(name)) {
            name += "'";
        }
        String title = child < node.nodes().size() ? node.nodes().get(child).title()
                : node.items().get(child - node.nodes().size()).item().title();
        operands.put(name, new Trace.Leaf(name, title, Symbol.Kind.NUMBER, Unit.NONE,
                Optional.of(Quantity.of(value, Unit.NONE)), "", Trace.Origin.POLICY));
        return Formula.name(name);
    }

    private static Formula sum(List<Formula> terms) {
        return terms.isEmpty() ? ZERO : Formula.chain("+", terms);
    }

    private static Formula times(Formula formula, Rational factor) {
        return Formula.call("*", formula, Formula.of(factor));
    }

    private static Formula over(Formula formula, Formula divisor) {
        return Formula.call("/", formula, divisor);
    }
}
