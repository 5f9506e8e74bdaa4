package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What stands in for a number that is missing or would be divided by zero, and roundings that change nothing. */
final class Fallbacks {
    private Fallbacks() {}

    /** The operand of orelse that counts, or the quotient of if_zero_divisor that is none by zero; empty for anything else. */
    static Optional<Expr> taken(Expr.Call call, Collection<Trace> operands) {
        List<Expr> of = call.operands();
        boolean orElse = call.function().equals("orelse");
        if (of.size() != 2 || !(orElse || call.function().equals("if_zero_divisor")) || !isKnown(call, operands)) {
            return Optional.empty();
        }
        if (value(of.get(0), operands).isPresent()) {
            return Optional.of(of.get(0));
        }
        return orElse && value(of.get(1), operands).isPresent() ? Optional.of(of.get(1)) : Optional.empty();
    }

    /** Whether it rounds a number that is rounded already. */
    static boolean isIdle(Expr.Call call, Collection<Trace> operands) {
        return Equation.isRounding(call) && isKnown(call, operands)
                && value(call, operands).filter(it -> value(call.operands().get(0), operands).equals(Optional.of(it))).isPresent();
    }

    private static boolean isKnown(Expr.Call call, Collection<Trace> operands) {
        List<String> names = operands.stream().map(it -> it instanceof Trace.Leaf leaf ? leaf.name() : it instanceof Trace.Worked worked ? worked.name() : "").toList();
        return call.names().allMatch(names::contains);
    }

    private static Optional<Rational> value(Expr expr, Collection<Trace> operands) {
        try {
            return Optional.of(new Trace.Worked("", "", Formula.of(expr), Quantity.of(Rational.ZERO, Unit.NONE), List.copyOf(operands)).replay().amount());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
