package io.mubiao.formula.internal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Iterables;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Symbol;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Functions of formulas, whose operands the {@link FormulaCompiler} compiles. */
final class FunctionCompiler {
    private final FormulaCompiler formulas;
    private final boolean placeholders;

    FunctionCompiler(FormulaCompiler formulas, boolean placeholders) {
        this.formulas = formulas;
        this.placeholders = placeholders;
    }

    Typed function(Expr.Call call) {
        return switch (call.function()) {
            case "min" -> formulas.alike(call, Num.Op.MIN);
            case "max" -> formulas.alike(call, Num.Op.MAX);
            case "clamp" -> clamp(call);
            case "abs" -> abs(call);
            case "round" -> rounded(call, RoundingMode.HALF_UP);
            case "floor" -> rounded(call, RoundingMode.FLOOR);
            case "ceiling" -> rounded(call, RoundingMode.CEILING);
            case "round_half_even" -> rounded(call, RoundingMode.HALF_EVEN);
            case "round_half_down" -> rounded(call, RoundingMode.HALF_DOWN);
            case "round_up" -> rounded(call, RoundingMode.UP);
            case "round_down" -> rounded(call, RoundingMode.DOWN);
            case "if" -> choice(call);
            case "orelse" -> otherwise(call, false);
            case "if_zero_divisor" -> otherwise(call, true);
            case "undefined" -> undefined(call);
            case "growth" -> growth(call);
            case "sqrt" -> root(call);
            case "ln" -> log(call, false);
            case "log10" -> log(call, true);
            case "mean" -> isOfTexts(call) ? formulas.special(call) : mean(call);
            case "mean_given" -> meanGiven(call);
            case "cagr" -> compound(call);
            case "steps" -> steps(call);
            case "best" -> best(call);
            case "full_years" -> days(call, Num.Op.FULL_YEARS, Symbol.Kind.DAY, Symbol.Kind.NUMBER);
            case "plus_years" -> days(call, Num.Op.PLUS_YEARS, Symbol.Kind.NUMBER, Symbol.Kind.DAY);
            case "plus_months" -> days(call, Num.Op.PLUS_MONTHS, Symbol.Kind.NUMBER, Symbol.Kind.DAY);
            default -> formulas.special(call);
        };
    }

    private Typed clamp(Expr.Call call) {
        count(call, 3);
        List<Expr> parts = call.operands();
        return formulas.call(new Expr.Call("min", List.of(parts.get(2), new Expr.Call("max", List.of(parts.get(1), parts.get(0))))));
    }

    private Typed abs(Expr.Call call) {
        Typed of = formulas.amount(one(call));
        return new Typed(new Num.Abs(of.num()), of.kind(), of.unit());
    }

    private Typed choice(Expr.Call call) {
        count(call, 3);
        List<Expr> parts = call.operands();
        Typed then = formulas.typed(parts.get(1));
        Typed otherwise = formulas.typed(parts.get(2));
        List<Num> same = Typed.alike("choose between", parts.get(1), then, parts.get(2), otherwise);
        return new Typed(new Num.Choice(formulas.test(parts.get(0)), same.get(0), same.get(1)), then.kind(),
                then.isZero() ? otherwise.unit() : then.unit());
    }

    private static Typed undefined(Expr.Call call) {
        checkArgument(one(call) instanceof Expr.Text, "'%s': undefined takes a text that says why", call);
        return new Typed(new Num.Undefined(((Expr.Text) call.operands().get(0)).text()), Symbol.Kind.NUMBER, Unit.NONE);
    }

    private Typed growth(Expr.Call call) {
        count(call, 2);
        Expr change = new Expr.Call("-", call.operands());
        return formulas.typed(new Expr.Call("/", List.of(change, new Expr.Call("abs", List.of(call.operands().get(1))))));
    }

    private Typed root(Expr.Call call) {
        return new Typed(new Num.Root(plain(call), 2), Symbol.Kind.NUMBER, Unit.NONE);
    }

    private Typed log(Expr.Call call, boolean ten) {
        return new Typed(new Num.Log(plain(call), ten), Symbol.Kind.NUMBER, Unit.NONE);
    }

    /** The plain number that a root or logarithm is of. */
    private Num plain(Expr.Call call) {
        Typed of = formulas.amount(one(call));
        checkArgument(of.isZero() || of.unit().isCompatibleWith(Unit.NONE), "'%s': %s is of a plain number, found %s; divide by an amount "
                + "of one, such as 1 万元", call, call.function(), Typed.name(of.unit()));
        return Typed.convert(of, Unit.NONE);
    }

    private static boolean isOfTexts(Expr.Call call) {
        return call.operands().stream().allMatch(Expr.Text.class::isInstance);
    }

    /** The mean of numbers that must all be there. */
    private Typed mean(Expr.Call call) {
        Expr sum = call.operands().get(0);
        for (Expr part : call.operands().subList(1, call.operands().size())) {
            sum = new Expr.Call("+", List.of(sum, part));
        }
        return formulas.typed(new Expr.Call("/", List.of(sum, new Expr.Literal(Rational.of(call.operands().size()), ""))));
    }

    /** The mean of those that are there; missing where none is. */
    private Typed meanGiven(Expr.Call call) {
        Expr.Literal zero = new Expr.Literal(Rational.ZERO, "");
        Expr sum = zero;
        Expr count = zero;
        Expr none = null;
        for (Expr part : call.operands()) {
            Expr lacks = new Expr.Call("missing", List.of(part));
            sum = new Expr.Call("+", List.of(sum, new Expr.Call("if", List.of(lacks, zero, part))));
            count = new Expr.Call("+", List.of(count, new Expr.Call("if", List.of(lacks, zero, new Expr.Literal(Rational.ONE, "")))));
            none = none == null ? lacks : new Expr.Call("and", List.of(none, lacks));
        }
        checkArgument(none != null, "mean_given needs numbers, got '%s'", call);
        return formulas.typed(new Expr.Call("if", List.of(none, call.operands().get(0), new Expr.Call("/", List.of(sum, count)))));
    }

    private Typed otherwise(Expr.Call call, boolean zeroDivisor) {
        count(call, 2);
        Expr left = call.operands().get(0);
        Expr right = call.operands().get(1);
        Typed first = formulas.typed(left);
        Typed second = formulas.typed(right);
        List<Num> same = Typed.alike("choose between", left, first, right, second);
        Num num = zeroDivisor ? new Num.IfZeroDivisor(same.get(0), same.get(1)) : new Num.OrElse(same.get(0), same.get(1));
        return new Typed(num, first.kind(), first.isZero() ? second.unit() : first.unit());
    }

    private Typed rounded(Expr.Call call, RoundingMode mode) {
        checkArgument(call.operands().size() == 1 || call.operands().size() == 2,
                "%s needs a number and digits, got '%s'", call.function(), call);
        Typed of = formulas.typed(call.operands().get(0));
        int digits = call.operands().size() == 1 ? 0 : whole(call.operands().get(1));
        return new Typed(new Num.Rounded(of.num(), new Rounding(digits, mode)), of.kind(), of.unit());
    }

    private Typed compound(Expr.Call call) {
        count(call, 3);
        Typed ratio = formulas.typed(new Expr.Call("/", call.operands().subList(0, 2)));
        int years = whole(call.operands().get(2));
        checkArgument(ratio.unit().equals(Unit.NONE) && years >= 1 && years <= 100,
                "'%s': expected two amounts of one kind and from 1 to 100 years", call);
        Num root = new Num.Root(ratio.num(), years);
        return new Typed(new Num.Binary(Num.Op.MINUS, root, new Num.Const(Rational.ONE)), Symbol.Kind.NUMBER, Unit.NONE);
    }

    private Typed steps(Expr.Call call) {
        List<Expr> parts = call.operands();
        checkArgument(parts.size() >= 4 && parts.size() % 2 == 0,
                "'%s': expected steps(value, points below, threshold, points, …)", call);
        Typed of = formulas.typed(parts.get(0));
        List<Rational> from = new ArrayList<>();
        List<Rational> points = new ArrayList<>(List.of(constant(parts.get(1))));
        for (int i = 2; i < parts.size(); i += 2) {
            Typed threshold = formulas.typed(parts.get(i));
            Num same = Typed.alike("compare", parts.get(0), of, parts.get(i), threshold).get(1);
            checkArgument(same instanceof Num.Const, "'%s': threshold '%s' is no fixed number", call, parts.get(i));
            from.add(((Num.Const) same).number());
            points.add(constant(parts.get(i + 1)));
        }
        for (int i = 1; i < from.size(); i++) {
            checkArgument(placeholders || from.get(i - 1).compareTo(from.get(i)) < 0, "'%s': thresholds must rise", call);
        }
        return new Typed(new Num.Steps(of.num(), from, points), Symbol.Kind.NUMBER, Unit.NONE);
    }

    private Typed best(Expr.Call call) {
        List<Expr> parts = call.operands();
        checkArgument(parts.size() >= 2, "'%s': expected best(how many, number, number, …)", call);
        int most = whole(parts.get(0));
        checkArgument(most >= 1, "'%s': expected how many of them first, at least 1", call);
        List<Typed> all = parts.subList(1, parts.size()).stream().map(formulas::typed).toList();
        int first = Math.max(0, Iterables.indexOf(all, each -> !each.isZero()));
        List<Num> nums = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            checkArgument(all.get(i).kind() == Symbol.Kind.NUMBER, "'%s' is a %s, expected a number", parts.get(i + 1), all.get(i).kind());
            nums.add(Typed.alike("add", parts.get(first + 1), all.get(first), parts.get(i + 1), all.get(i)).get(1));
        }
        return new Typed(new Num.Best(most, nums), Symbol.Kind.NUMBER, all.get(first).unit());
    }

    private Typed days(Expr.Call call, Num.Op op, Symbol.Kind second, Symbol.Kind result) {
        count(call, 2);
        Typed a = formulas.typed(call.operands().get(0));
        Typed b = formulas.typed(call.operands().get(1));
        checkArgument(a.kind() == Symbol.Kind.DAY && b.kind() == second && b.unit().equals(Unit.NONE),
                "'%s': expected a day and a %s", call, second);
        return new Typed(Typed.binary(op, a.num(), b.num()), result, Unit.NONE);
    }

    private Rational constant(Expr expr) {
        Typed typed = formulas.typed(expr);
        checkArgument(typed.num() instanceof Num.Const, "'%s' is no fixed number", expr);
        return ((Num.Const) typed.num()).number();
    }

    private int whole(Expr expr) {
        Rational number = constant(expr);
        checkArgument(number.denominator().equals(BigInteger.ONE) && number.abs().compareTo(Rational.of(1000)) <= 0,
                "'%s' is no whole number up to 1000", expr);
        return number.numerator().intValueExact();
    }

    private static Expr one(Expr.Call call) {
        count(call, 1);
        return call.operands().get(0);
    }

    static void count(Expr.Call call, int expected) {
        checkArgument(call.operands().size() == expected, "'%s': %s takes %s operand(s), got %s", call, call.function(),
                expected, call.operands().size());
    }
}
