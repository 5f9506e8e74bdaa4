package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Locale;

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

    /** What holds and rounds the number, in words. */
    List<String> notes() {
        return parts.notes();
    }

    /** = or ≈ and the working; where a limit held the number, the working with its own result and the limit; else empty. */
    String behind() {
        Rational told = it.value().amount();
        if (parts.core().equals(PlainNumber.of(it.value()))) {
            return "";
        }
        Rational found = new Trace.Worked(it.name(), it.title(), Formula.of(parts.expr()), it.value(), it.operands()).replay().amount();
        if (found.minus(told).abs().compareTo(rounding(it.formula().expr())) <= 0) {
            boolean byStep = parts.expr() instanceof Expr.Call call && call.function().equals("steps");
            return (byStep ? " = " : found.equals(told) ? sign(it) : " ≈ ") + parts.core();
        }
        boolean capped = told.compareTo(found) < 0;
        return words.either("：", ": ") + parts.core() + (areExact(it.operands()) && PlainNumber.isExact(found) ? " = " : " ≈ ")
                + PlainNumber.of(found) + (capped ? words.either("，封顶 ", ", capped at ") : words.either("，保底 ", ", held at "))
                + PlainNumber.of(told);
    }

    /** = where the number and all that it is worked out from are printed in full, else ≈. */
    static String sign(Trace.Worked it) {
        return areExact(it.operands()) && PlainNumber.isExact(it.value().amount()) ? " = " : " ≈ ";
    }

    private static boolean areExact(List<Trace> operands) {
        return operands.stream().allMatch(operand -> operand instanceof Trace.Leaf leaf
                ? leaf.number().isEmpty() || PlainNumber.isExact(leaf.number().get().amount())
                : PlainNumber.isExact(operand.value().amount()));
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
