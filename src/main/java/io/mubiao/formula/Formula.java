package io.mubiao.formula;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A formula of a rule (公式), such as {@code min(1.5 * w, w * tax / land / 24.097 万元/亩)}. Immutable; equal by meaning
 * of the text, and {@link #toString} is read back by {@link #parse}.
 *
 * <p>Numbers may carry a unit ({@code 3 亩}, {@code 20 %}), texts stand in double quotes, days as 2022-12-31. Operators:
 * {@code + - * /}, {@code < <= > >= == !=}, {@code and or not}, {@code in} with texts or code ranges
 * ({@code industry in ("06".."46")}). Functions: min, max, abs, clamp(x, low, high), round(x, digits), floor(x),
 * ceiling(x), round_half_even, round_half_down, round_up, round_down, if(test, a, b), orelse(x, y) (y where x is missing),
 * if_zero_divisor(x, y), undefined("why") (no number, because the document gives none), missing(x), mean(a, b, …), mean_given(a, b, …)
 * (of those that are there), sqrt(x), ln(x), log10(x), growth(now, before),
 * cagr(now, before, years), steps(x, below, from, points, …),
 * best(n, x, y, …) (the sum of the n largest), full_years(day, day), plus_years(day, n),
 * plus_months(day, n).
 */
public final class Formula {
    private final Expr expr;

    private Formula(Expr expr) {
        this.expr = expr;
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException if it cannot be read; names the place in the text
     */
    public static Formula parse(String text) {
        return new Formula(new FormulaParser(requireNonNull(text, "text")).parse());
    }

    /** A formula of a tree. */
    public static Formula of(Expr expr) {
        return new Formula(expr);
    }

    /** A formula that is a plain number. */
    public static Formula of(Rational number) {
        return new Formula(new Expr.Literal(number, ""));
    }

    /** This under a declared rounding. */
    public Formula rounded(Rounding rounding) {
        String function = switch (rounding.mode()) {
            case HALF_UP -> "round";
            case FLOOR -> "floor";
            case CEILING -> "ceiling";
            default -> "round_" + rounding.mode().name().toLowerCase(Locale.ROOT);
        };
        return call(function, this, of(Rational.of(rounding.digits())));
    }

    /** A function or operator of formulas. */
    public static Formula call(String function, Formula... operands) {
        return new Formula(new Expr.Call(function, Arrays.stream(operands).map(Formula::expr).toList()));
    }

    /**
     * Formulas joined by an operator that may be bracketed at will, in any number.
     *
     * @param operator +, *, and, or
     * @throws IllegalArgumentException if it is another, or there are no formulas
     */
    public static Formula chain(String operator, List<Formula> parts) {
        if (parts.isEmpty() || !List.of("+", "*", "and", "or").contains(operator)) {
            throw new IllegalArgumentException("expected +, *, and, or, and parts; got '" + operator + "' and " + parts.size());
        }
        return new Formula(Chain.of(operator, parts.stream().map(Formula::expr).toList()));
    }

    /** A name. */
    public static Formula name(String name) {
        return new Formula(new Expr.Name(name));
    }

    /** The tree. */
    public Expr expr() {
        return expr;
    }

    /** The names it uses, in order of first use. */
    public Set<String> names() {
        return expr.names().collect(ImmutableSet.toImmutableSet());
    }

    /** This formula with names replaced by formulas. */
    public Formula with(Map<String, Formula> meanings) {
        return new Formula(replace(expr, meanings));
    }

    private static Expr replace(Expr in, Map<String, Formula> meanings) {
        if (in instanceof Expr.Name name) {
            Formula meaning = meanings.get(name.name());
            return meaning == null ? in : meaning.expr;
        }
        if (in instanceof Expr.Call call) {
            List<Expr> operands = new ArrayList<>(call.operands().size());
            for (Expr part : call.operands()) {
                operands.add(replace(part, meanings));
            }
            return new Expr.Call(call.function(), operands);
        }
        return in instanceof Expr.In within ? new Expr.In(replace(within.value(), meanings), within.ranges()) : in;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula that && expr.equals(that.expr);
    }

    @Override
    public int hashCode() {
        return expr.hashCode();
    }

    @Override
    public String toString() {
        return expr.toString();
    }
}
