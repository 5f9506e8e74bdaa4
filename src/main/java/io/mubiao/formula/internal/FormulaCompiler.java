package io.mubiao.formula.internal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import io.mubiao.work.TooCostlyException;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a formula its slots and units. Amounts are converted where their units differ, exactly, and refused where they
 * do not convert; zero has every unit.
 */
public final class FormulaCompiler {
    private static final int MANY = 32;
    /** A mean of those that are there asks three times for each: nested, that grows without end. */
    private static final int MOST_NODES = 100_000;
    private static final ImmutableList<String> FUNCTIONS = ImmutableList.of("min", "max", "abs", "clamp", "round", "floor", "ceiling", "if",
            "orelse", "if_zero_divisor", "undefined", "missing", "mean", "mean_given", "sqrt", "ln", "log10", "growth", "cagr", "steps", "best", "full_years", "plus_years", "plus_months");
    private final Names names;
    private final Units units;
    private final boolean placeholders;
    private int nodes;

    /** A compiler for these names and units. */
    public FormulaCompiler(Names names, Units units) {
        this(names, units, false);
    }

    /** The same; with placeholders for numbers that are still open, whose order among each other means nothing. */
    public FormulaCompiler(Names names, Units units, boolean placeholders) {
        this.names = names;
        this.units = units;
        this.placeholders = placeholders;
    }

    /**
     * A formula that gives a number, in the unit it has by itself.
     *
     * @throws IllegalArgumentException if a name is unknown, units do not fit, or it gives no number
     */
    public Typed number(Formula formula) {
        nodes = 0;
        Typed typed = typed(formula.expr());
        checkArgument(typed.kind() == Symbol.Kind.NUMBER, "formula '%s' gives %s, expected a number", formula, Typed.kind(typed.kind()));
        return typed;
    }

    /**
     * A formula that gives a number, in the given unit.
     *
     * @throws IllegalArgumentException as {@link #number(Formula)}, or if the units do not convert; names both
     */
    public Num number(Formula formula, Unit unit) {
        Typed typed = number(formula);
        if (!typed.isZero() && !typed.unit().isCompatibleWith(unit)) {
            throw new IllegalArgumentException("formula '" + formula + "' gives " + Typed.name(typed.unit()) + ", expected "
                    + Typed.name(unit) + (unit.equals(Unit.NONE) ? "; divide by 1 " + typed.unit().symbol() : ""));
        }
        return Typed.convert(typed, unit);
    }

    /** A formula that gives a day. */
    public Num day(Formula formula) {
        nodes = 0;
        Typed typed = typed(formula.expr());
        checkArgument(typed.kind() == Symbol.Kind.DAY, "formula '%s' gives %s, expected a day", formula, Typed.kind(typed.kind()));
        return typed.num();
    }

    /**
     * A formula that gives yes or no.
     *
     * @throws IllegalArgumentException as {@link #number(Formula)}, or if it is no test
     */
    public Test test(Formula formula) {
        nodes = 0;
        return test(formula.expr());
    }

    private Test test(Expr expr) {
        if (expr instanceof Expr.In in) {
            Symbol of = text(in.value());
            for (Expr.Range range : in.ranges()) {
                checkArgument(range.from().equals(range.through())
                        || (range.from().matches("[A-Za-z]?[0-9]+") && range.through().matches("[A-Za-z]?[0-9]+")),
                        "range %s: expected codes of digits, such as \"06\"..\"46\"", range);
            }
            return new Test.TextIn(of.slot(), of.name(), in.ranges());
        }
        Symbol symbol = symbol(expr);
        if (symbol != null) {
            checkArgument(symbol.kind() == Symbol.Kind.FLAG, "'%s' is a %s, expected a test", expr, symbol.kind());
            return new Test.Compare(Test.Relation.EQUAL, new Num.Slot(symbol.slot(), symbol.name()),
                    new Num.Const(Rational.ONE));
        }
        if (expr instanceof Expr.Call call) {
            List<Expr> parts = call.operands();
            switch (call.function()) {
                case "and", "or" -> {
                    return new Test.Both(call.function().equals("and"), test(parts.get(0)), test(parts.get(1)));
                }
                case "not" -> {
                    return new Test.Not(test(parts.get(0)));
                }
                case "missing" -> {
                    count(call, 1);
                    return isText(parts.get(0)) ? new Test.TextIsMissing(text(parts.get(0)).slot())
                            : new Test.IsMissing(typed(parts.get(0)).num());
                }
                case "<", "<=", ">", ">=", "==", "!=" -> {
                    return comparison(call.function(), parts.get(0), parts.get(1));
                }
                default -> { }
            }
        }
        throw new IllegalArgumentException("'" + expr + "' is no test; expected a comparison, a flag, and, or, not, in");
    }

    /** A flag is a test by itself, and compared with nothing but another one. */
    private void flag(Expr expr, Expr other) {
        if (isFlag(expr) && !isFlag(other)) {
            throw new IllegalArgumentException("'" + expr + "' is yes or no and is compared with nothing: write " + expr + ", or not " + expr);
        }
    }

    private boolean isFlag(Expr expr) {
        return expr instanceof Expr.Name name && names.find(name.name()).filter(it -> it.kind() == Symbol.Kind.FLAG).isPresent();
    }

    private Test comparison(String sign, Expr left, Expr right) {
        flag(left, right);
        flag(right, left);
        if (isText(left) || isText(right)) {
            checkArgument(sign.equals("==") || sign.equals("!="), "texts are compared with == or !=, got '%s'", sign);
            Test same = same(left, right);
            return sign.equals("==") ? same : new Test.Not(same);
        }
        Typed a = typed(left);
        Typed b = typed(right);
        List<Num> same = Typed.alike("compare", left, a, right, b);
        Num first = same.get(0);
        Num second = same.get(1);
        return switch (sign) {
            case "<" -> new Test.Compare(Test.Relation.LESS, first, second);
            case "<=" -> new Test.Compare(Test.Relation.AT_MOST, first, second);
            case ">" -> new Test.Compare(Test.Relation.LESS, second, first);
            case ">=" -> new Test.Compare(Test.Relation.AT_MOST, second, first);
            case "==" -> new Test.Compare(Test.Relation.EQUAL, first, second);
            default -> new Test.Not(new Test.Compare(Test.Relation.EQUAL, first, second));
        };
    }

    private Test same(Expr left, Expr right) {
        if (right instanceof Expr.Text text) {
            Symbol symbol = text(left);
            return new Test.TextIn(symbol.slot(), symbol.name(), List.of(new Expr.Range(text.text(), text.text())));
        }
        if (left instanceof Expr.Text) {
            return same(right, left);
        }
        Symbol a = text(left);
        Symbol b = text(right);
        return new Test.SameText(a.slot(), a.name(), b.slot(), b.name());
    }

    private boolean isText(Expr expr) {
        Symbol symbol = symbol(expr);
        return expr instanceof Expr.Text || (symbol != null && symbol.kind() == Symbol.Kind.TEXT);
    }

    private Symbol text(Expr expr) {
        Symbol symbol = symbol(expr);
        if (symbol != null && symbol.kind() == Symbol.Kind.TEXT) {
            return symbol;
        }
        throw new IllegalArgumentException("'" + expr + "' is no text column");
    }

    /** What a name, or a function of texts such as prior("tax"), stands for; null for anything else. */
    private @Nullable Symbol symbol(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return find(name.name());
        }
        boolean ofTexts = expr instanceof Expr.Call call && !call.operands().isEmpty()
                && call.operands().stream().allMatch(Expr.Text.class::isInstance);
        return ofTexts ? ofTexts((Expr.Call) expr).orElse(null) : null;
    }

    private Optional<Symbol> ofTexts(Expr.Call call) {
        return names.find(call.function(), call.operands().stream().map(part -> ((Expr.Text) part).text()).toList());
    }

    private Typed typed(Expr expr) {
        if (++nodes > MOST_NODES) {
            throw new TooCostlyException(TooCostlyException.Cost.NODES, "formula", nodes, MOST_NODES);
        }
        if (expr instanceof Expr.Literal literal) {
            Unit unit = literal.unit().isEmpty() ? Unit.NONE : units.get(literal.unit());
            return new Typed(new Num.Const(literal.value()), Symbol.Kind.NUMBER, unit);
        }
        if (expr instanceof Expr.Day day) {
            return new Typed(new Num.Const(Rational.of(day.day().toEpochDay())), Symbol.Kind.DAY, Unit.NONE);
        }
        if (expr instanceof Expr.Name name) {
            return slot(find(name.name()));
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        throw new IllegalArgumentException("'" + expr + "' gives no number");
    }

    private static Typed slot(Symbol symbol) {
        checkArgument(symbol.kind() != Symbol.Kind.TEXT, "'%s' is a text, expected a number", symbol.name());
        return new Typed(new Num.Slot(symbol.slot(), symbol.name()), symbol.kind(), symbol.unit());
    }

    /** What nests: kept small, since compiled code takes room on the stack for all that a method may do. */
    private Typed call(Expr.Call call) {
        return switch (call.function()) {
            case "+" -> alike(call, Num.Op.PLUS);
            case "-" -> call.operands().size() == 2 ? alike(call, Num.Op.MINUS) : negative(call);
            case "*" -> product(call);
            case "/" -> quotient(call);
            default -> function(call);
        };
    }

    private Typed function(Expr.Call call) {
        return switch (call.function()) {
            case "min" -> alike(call, Num.Op.MIN);
            case "max" -> alike(call, Num.Op.MAX);
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
            case "mean" -> isOfTexts(call) ? special(call) : mean(call);
            case "mean_given" -> meanGiven(call);
            case "cagr" -> compound(call);
            case "steps" -> steps(call);
            case "best" -> best(call);
            case "full_years" -> days(call, Num.Op.FULL_YEARS, Symbol.Kind.DAY, Symbol.Kind.NUMBER);
            case "plus_years" -> days(call, Num.Op.PLUS_YEARS, Symbol.Kind.NUMBER, Symbol.Kind.DAY);
            case "plus_months" -> days(call, Num.Op.PLUS_MONTHS, Symbol.Kind.NUMBER, Symbol.Kind.DAY);
            default -> special(call);
        };
    }

    private Typed negative(Expr.Call call) {
        Typed of = amount(call.operands().get(0));
        return new Typed(Typed.binary(Num.Op.MINUS, new Num.Const(Rational.ZERO), of.num()), of.kind(), of.unit());
    }

    private Typed product(Expr.Call call) {
        return Typed.product(amount(call.operands().get(0)), amount(call.operands().get(1)));
    }

    private Typed quotient(Expr.Call call) {
        return Typed.quotient(amount(call.operands().get(0)), amount(call.operands().get(1)));
    }

    private Typed clamp(Expr.Call call) {
        count(call, 3);
        List<Expr> parts = call.operands();
        return call(new Expr.Call("min", List.of(parts.get(2), new Expr.Call("max", List.of(parts.get(1), parts.get(0))))));
    }

    private Typed abs(Expr.Call call) {
        Typed of = amount(one(call));
        return new Typed(new Num.Abs(of.num()), of.kind(), of.unit());
    }

    private Typed choice(Expr.Call call) {
        count(call, 3);
        List<Expr> parts = call.operands();
        Typed then = typed(parts.get(1));
        Typed otherwise = typed(parts.get(2));
        List<Num> same = Typed.alike("choose between", parts.get(1), then, parts.get(2), otherwise);
        return new Typed(new Num.Choice(test(parts.get(0)), same.get(0), same.get(1)), then.kind(),
                then.isZero() ? otherwise.unit() : then.unit());
    }

    private static Typed undefined(Expr.Call call) {
        checkArgument(one(call) instanceof Expr.Text, "'%s': undefined takes a text that says why", call);
        return new Typed(new Num.Undefined(((Expr.Text) call.operands().get(0)).text()), Symbol.Kind.NUMBER, Unit.NONE);
    }

    private Typed growth(Expr.Call call) {
        count(call, 2);
        Expr change = new Expr.Call("-", call.operands());
        return typed(new Expr.Call("/", List.of(change, new Expr.Call("abs", List.of(call.operands().get(1))))));
    }

    private Typed root(Expr.Call call) {
        return new Typed(new Num.Root(plain(call), 2), Symbol.Kind.NUMBER, Unit.NONE);
    }

    private Typed log(Expr.Call call, boolean ten) {
        return new Typed(new Num.Log(plain(call), ten), Symbol.Kind.NUMBER, Unit.NONE);
    }

    /** The plain number that a root or logarithm is of. */
    private Num plain(Expr.Call call) {
        Typed of = amount(one(call));
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
        return typed(new Expr.Call("/", List.of(sum, new Expr.Literal(Rational.of(call.operands().size()), ""))));
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
        return typed(new Expr.Call("if", List.of(none, call.operands().get(0), new Expr.Call("/", List.of(sum, count)))));
    }

    private Typed otherwise(Expr.Call call, boolean zeroDivisor) {
        count(call, 2);
        Expr left = call.operands().get(0);
        Expr right = call.operands().get(1);
        Typed first = typed(left);
        Typed second = typed(right);
        List<Num> same = Typed.alike("choose between", left, first, right, second);
        Num num = zeroDivisor ? new Num.IfZeroDivisor(same.get(0), same.get(1)) : new Num.OrElse(same.get(0), same.get(1));
        return new Typed(num, first.kind(), first.isZero() ? second.unit() : first.unit());
    }

    private Typed special(Expr.Call call) {
        List<String> texts = call.operands().stream()
                .filter(Expr.Text.class::isInstance).map(part -> ((Expr.Text) part).text()).toList();
        if (texts.size() == call.operands().size()) {
            return slot(names.find(call.function(), texts).orElseThrow(() -> unknownFunction(call)));
        }
        throw unknownFunction(call);
    }

    /** A function that nobody knows, or one of texts that is given something else. */
    private IllegalArgumentException unknownFunction(Expr.Call call) {
        if (names.functions().contains(call.function())) {
            Expr of = call.operands().isEmpty() ? call : call.operands().get(0);
            if (of instanceof Expr.Text text && !names.known().contains(text.text())) {
                return new IllegalArgumentException("'" + call + "': unknown name '" + text.text() + "'" + Spelling.hint(text.text(), names.known()));
            }
            String such = of instanceof Expr.Text text ? text.text() : of instanceof Expr.Name name ? name.name() : "x";
            return new IllegalArgumentException("'" + call + "': " + call.function() + " takes one name in double quotes, such as "
                    + call.function() + "(\"" + such + "\")" + (call.function().equals("prior")
                            ? ", and a number of years from 1 on if it is not last year, such as prior(\"" + such + "\", 2)" : ""));
        }
        List<String> known = new ArrayList<>(FUNCTIONS);
        known.addAll(names.functions());
        return new IllegalArgumentException("unknown function '" + call.function() + "' of " + call.operands().size()
                + " operand(s), or no number" + Spelling.hint(call.function(), known)
                + "; known are min, max, abs, clamp, round, floor, ceiling, if, orelse, if_zero_divisor, undefined, missing, mean, mean_given, "
                + "sqrt, ln, log10, growth, "
                + "cagr, steps, best, full_years, plus_years, plus_months, and in overrides consecutive(\"D\")"
                + (names.functions().isEmpty() ? "" : "; of a name in double quotes " + String.join(", ", names.functions())));
    }

    private Typed alike(Expr.Call call, Num.Op op) {
        checkArgument(call.operands().size() >= 2, "%s needs two operands, got '%s'", call.function(), call);
        Typed result = typed(call.operands().get(0));
        Expr before = call.operands().get(0);
        List<Num> nums = new ArrayList<>(List.of(result.num()));
        for (Expr part : call.operands().subList(1, call.operands().size())) {
            Typed other = typed(part);
            List<Num> same = Typed.alike(call.function(), before, result, part, other);
            nums.add(same.get(1));
            Unit unit = result.isZero() ? other.unit() : result.unit();
            boolean days = result.kind() == Symbol.Kind.DAY;
            checkArgument(!days || op == Num.Op.MIN || op == Num.Op.MAX,
                    "'%s': days are not added; use plus_years, plus_months or full_years", call);
            result = new Typed(Typed.binary(op, same.get(0), same.get(1)), result.kind(), unit);
        }
        return nums.size() <= MANY || op == Num.Op.MINUS ? result : new Typed(Typed.halved(op, nums), result.kind(), result.unit());
    }

    /** A share is a plain number in products and quotients: 20 % times an amount is a fifth of it. */
    private Typed amount(Expr expr) {
        Typed typed = typed(expr);
        checkArgument(typed.kind() == Symbol.Kind.NUMBER, "'%s' is a %s, expected a number", expr, typed.kind());
        return typed.unit().isShare() ? new Typed(Typed.convert(typed, Unit.NONE), typed.kind(), Unit.NONE) : typed;
    }

    private Typed rounded(Expr.Call call, RoundingMode mode) {
        checkArgument(call.operands().size() == 1 || call.operands().size() == 2,
                "%s needs a number and digits, got '%s'", call.function(), call);
        Typed of = typed(call.operands().get(0));
        int digits = call.operands().size() == 1 ? 0 : whole(call.operands().get(1));
        return new Typed(new Num.Rounded(of.num(), new Rounding(digits, mode)), of.kind(), of.unit());
    }

    private Typed compound(Expr.Call call) {
        count(call, 3);
        Typed ratio = typed(new Expr.Call("/", call.operands().subList(0, 2)));
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
        Typed of = typed(parts.get(0));
        List<Rational> from = new ArrayList<>();
        List<Rational> points = new ArrayList<>(List.of(constant(parts.get(1))));
        for (int i = 2; i < parts.size(); i += 2) {
            Typed threshold = typed(parts.get(i));
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
        List<Typed> all = parts.subList(1, parts.size()).stream().map(this::typed).toList();
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
        Typed a = typed(call.operands().get(0));
        Typed b = typed(call.operands().get(1));
        checkArgument(a.kind() == Symbol.Kind.DAY && b.kind() == second && b.unit().equals(Unit.NONE),
                "'%s': expected a day and a %s", call, second);
        return new Typed(Typed.binary(op, a.num(), b.num()), result, Unit.NONE);
    }

    private Rational constant(Expr expr) {
        Typed typed = typed(expr);
        checkArgument(typed.num() instanceof Num.Const, "'%s' is no fixed number", expr);
        return ((Num.Const) typed.num()).number();
    }

    private int whole(Expr expr) {
        Rational number = constant(expr);
        checkArgument(number.denominator().equals(BigInteger.ONE) && number.abs().compareTo(Rational.of(1000)) <= 0,
                "'%s' is no whole number up to 1000", expr);
        return number.numerator().intValueExact();
    }

    private Symbol find(String name) {
        return names.find(name).orElseThrow(() -> new IllegalArgumentException("unknown name '" + name + "'"
                + Spelling.hint(name, names.known())
                + (names.known().isEmpty() ? "" : "; known are " + String.join(", ", names.known()))));
    }

    private static Expr one(Expr.Call call) {
        count(call, 1);
        return call.operands().get(0);
    }

    private static void count(Expr.Call call, int expected) {
        checkArgument(call.operands().size() == expected, "'%s': %s takes %s operand(s), got %s", call, call.function(),
                expected, call.operands().size());
    }
}
