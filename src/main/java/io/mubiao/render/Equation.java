package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands behind a number that was worked out, such that what is printed as equal is equal. */
final class Equation {
    private final Words words;
    private final Trace.Worked it;
    private final PlainFormula.Parts parts;

    Equation(Words words, Trace.Worked it) {
        this.words = words;
        this.it = it;
        parts = PlainFormula.numbers(words, it.operands()).parts(it.formula());
    }

    /** The formula with numbers, without what holds and rounds it. */
    String core() {
        return parts.core();
    }

    /** What decided the choices, where the working does not stand for itself, and what holds and rounds the number, in words. */
    List<String> notes() {
        return saysItself() ? parts.notes() : Stream.concat(parts.reasons().stream(), parts.notes().stream()).toList();
    }

    /** = or ≈ and the working; where a limit held the number, the working with its own result and the limit; else empty. */
    String behind() {
        if (saysItself()) {
            return parts.reasons().isEmpty() ? "" : words.either("：", ": ") + String.join(words.either("，", ", "), parts.reasons());
        }
        Rational found = found();
        return isHeld(found) ? words.either("：", ": ") + held(found) : sign(found) + parts.core();
    }

    /** The working, = or ≈, and the number; where a limit held it, the working with its own result and the limit. */
    String forward() {
        if (saysItself()) {
            return PlainNumber.of(it.value());
        }
        Rational found = found();
        return isHeld(found) ? held(found) : parts.core() + sign(found) + PlainNumber.of(it.value());
    }

    private boolean saysItself() {
        return it.number().isPresent() && parts.core().equals(PlainNumber.of(it.value()));
    }

    /** What the working gives without what holds and rounds it. */
    private Rational found() {
        return new Trace.Worked(it.name(), it.title(), Formula.of(parts.expr()), it.value(), it.operands()).replay().amount();
    }

    private boolean isHeld(Rational found) {
        return found.minus(it.value().amount()).abs().compareTo(rounding(it.formula().expr())) > 0;
    }

    private String sign(Rational found) {
        boolean byStep = parts.expr() instanceof Expr.Call call && call.function().equals("steps");
        return byStep ? " = " : found.equals(it.value().amount()) ? sign(it) : " ≈ ";
    }

    private String held(Rational found) {
        Rational told = it.value().amount();
        boolean capped = told.compareTo(found) < 0;
        String working = parts.core().equals(PlainNumber.of(found)) ? parts.core()
                : parts.core() + (areExact(it.operands()) && PlainNumber.isExact(found) ? " = " : " ≈ ") + PlainNumber.of(found);
        return working + (capped ? words.either("，封顶 ", ", capped at ") : words.either("，保底 ", ", held at ")) + PlainNumber.of(told);
    }

    /** = where the number and all that it is worked out from are printed in full, else ≈. */
    static String sign(Trace.Worked it) {
        return areExact(it.operands()) && PlainNumber.isExact(it.value().amount()) ? " = " : " ≈ ";
    }

    /** What has no number is printed as missing, in full. */
    private static boolean areExact(List<Trace> operands) {
        return operands.stream().allMatch(operand -> {
            if (operand instanceof Trace.Leaf leaf) {
                return leaf.number().isEmpty() || PlainNumber.isExact(leaf.number().get().amount());
            }
            return (operand instanceof Trace.Worked worked && worked.number().isEmpty())
                    || PlainNumber.isExact(operand.value().amount());
        });
    }

    /** How far an outer rounding can move a number; zero where there is none. */
    private static Rational rounding(Expr expr) {
        boolean rounds = expr instanceof Expr.Call call && (call.function().toLowerCase(Locale.ROOT).startsWith("round")
                || call.function().equals("floor") || call.function().equals("ceiling"));
        if (!rounds) {
            return Rational.ZERO;
        }
        List<Expr> of = ((Expr.Call) expr).operands();
        int digits = of.size() == 2 && of.get(1) instanceof Expr.Literal literal ? literal.value().numerator().intValueExact() : 0;
        return digits >= 0 ? Rational.ONE.dividedBy(Rational.of(10).power(digits)) : Rational.of(10).power(-digits);
    }
}
