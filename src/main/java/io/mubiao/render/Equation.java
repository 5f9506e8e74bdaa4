package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands behind a number that was worked out, such that what is printed as equal is equal. */
final class Equation {
    /** Numbers that are no fractions are known by enclosures that are narrower than this. */
    private static final Rational SAME = Rational.ofScaled(1, 30);

    private final Words words;
    private final Trace.Worked it;
    private final PlainFormula.Parts parts;

    Equation(Words words, Trace.Worked it) {
        this.words = words;
        this.it = it;
        parts = PlainFormula.numbers(words, it.operands()).parts(it.formula());
    }

    /** A number before its outer rounding; empty where that changes nothing. */
    static Optional<Trace.Worked> unrounded(Trace.Worked it) {
        if (!isRounding(it.formula().expr())) {
            return Optional.empty();
        }
        Formula inner = Formula.of(((Expr.Call) it.formula().expr()).operands().get(0));
        Quantity found = new Trace.Worked(it.name(), it.title(), inner, it.value(), it.operands()).replay();
        return found.amount().equals(it.value().amount()) ? Optional.empty()
                : Optional.of(new Trace.Worked(it.name(), it.title(), inner, found, it.operands()));
    }

    /** To how many decimals the outer rounding goes. */
    static int decimals(Trace.Worked rounded) {
        List<Expr> of = ((Expr.Call) rounded.formula().expr()).operands();
        return of.size() > 1 && of.get(1) instanceof Expr.Literal digits ? digits.value().round(Rounding.halfUp(0)).intValueExact() : 0;
    }

    /** The formula with numbers, without what holds and rounds it. */
    String core() {
        return parts.core();
    }

    /** What decided the choices, where the working does not stand for itself, and what holds and rounds the number, in words. */
    List<String> notes() {
        return saysItself() ? parts.notes() : Stream.concat(parts.reasons().stream(), parts.notes().stream()).toList();
    }

    /** What decided the choices, and what holds and rounds the number, also where the number stands for itself. */
    List<String> whole() {
        return Stream.concat(parts.reasons().stream(), parts.notes().stream()).toList();
    }

    /** = or ≈ and the working; where a limit held the number, the working with its own result and the limit; else empty. */
    String behind() {
        if (saysItself()) {
            return parts.reasons().isEmpty() ? "" : words.either("：", ": ") + String.join(words.either("，", ", "), parts.reasons());
        }
        Rational found = found();
        return isHeld() ? words.either("：", ": ") + held(found) : sign(found) + parts.core();
    }

    /** The working, = or ≈, and the number; where a limit held it, the working with its own result and the limit. */
    String forward() {
        if (saysItself()) {
            return PlainNumber.of(it.value());
        }
        Rational found = found();
        return isHeld() ? held(found) : parts.core() + sign(found) + PlainNumber.of(it.value());
    }

    /** = or ≈ before a number that stands alone; = before a working, which has its own sign. */
    String leading() {
        boolean alone = saysItself() || parts.core().equals(PlainNumber.of(found()));
        return alone && !PlainNumber.isExact(saysItself() ? it.value().amount() : found()) ? " ≈ " : " = ";
    }

    private boolean saysItself() {
        return it.number().isPresent() && parts.core().equals(PlainNumber.of(it.value()));
    }

    /** What the working gives without what holds and rounds it. */
    private Rational found() {
        return replayed(parts.expr());
    }

    /** Whether the number would be another one without its limits. */
    boolean isHeld() {
        return replayed(parts.free()).minus(replayed(it.formula().expr())).abs().compareTo(SAME) > 0;
    }

    private Rational replayed(Expr expr) {
        return new Trace.Worked(it.name(), it.title(), Formula.of(expr), it.value(), it.operands()).replay().amount();
    }

    private String sign(Rational found) {
        boolean byStep = parts.expr() instanceof Expr.Call call && call.function().equals("steps");
        return byStep ? " = " : found.equals(it.value().amount()) ? areExact(used()) && PlainNumber.isExact(it.value().amount()) ? " = " : " ≈ " : " ≈ ";
    }

    /** Operands without those of limits, and of choices that were settled by them alone: none of these is printed in the working. */
    private List<Trace> used() {
        Set<String> all = it.formula().names();
        Set<String> printed = Formula.of(parts.expr()).names();
        return it.operands().stream().filter(operand -> printed.contains(name(operand)) || !all.contains(name(operand))).toList();
    }

    private static String name(Trace operand) {
        return operand instanceof Trace.Leaf leaf ? leaf.name() : ((Trace.Worked) operand).name();
    }

    private String held(Rational found) {
        Rational told = it.value().amount();
        boolean capped = told.compareTo(found) < 0;
        String working = parts.core().equals(PlainNumber.of(found)) ? parts.core()
                : parts.core() + (areExact(used()) && PlainNumber.isExact(found) ? " = " : " ≈ ") + PlainNumber.of(found);
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

    static boolean isRounding(Expr expr) {
        return expr instanceof Expr.Call call && (call.function().startsWith("round") || call.function().equals("floor")
                || call.function().equals("ceiling"));
    }
}
