package io.mubiao.formula.internal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import io.mubiao.work.TooCostlyException;
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
    static final int MOST_NODES = 100_000;
    private static final ImmutableList<String> FUNCTIONS = ImmutableList.of("min", "max", "abs", "clamp", "round", "floor", "ceiling", "if",
            "orelse", "if_zero_divisor", "undefined", "missing", "mean", "mean_given", "sqrt", "ln", "log10", "growth", "cagr", "steps", "best", "full_years", "plus_years", "plus_months");
    private final Names names;
    private final Units units;
    private final FunctionCompiler functions;
    private int nodes;
    private String begun = "";

    /** A compiler for these names and units. */
    public FormulaCompiler(Names names, Units units) {
        this(names, units, false);
    }

    /** The same; with placeholders for numbers that are still open, whose order among each other means nothing. */
    public FormulaCompiler(Names names, Units units, boolean placeholders) {
        this.names = names;
        this.units = units;
        functions = new FunctionCompiler(this, placeholders);
    }

    /**
     * A formula that gives a number, in the unit it has by itself.
     *
     * @throws IllegalArgumentException if a name is unknown, units do not fit, or it gives no number
     */
    public Typed number(Formula formula) {
        begin(formula);
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
        begin(formula);
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
        begin(formula);
        return test(formula.expr());
    }

    Test test(Expr expr) {
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
                    FunctionCompiler.count(call, 1);
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

    /** A word that a text is compared with, and that nothing is called. */
    private void unquoted(Expr text, Expr other) {
        if (other instanceof Expr.Name word && names.find(word.name()).isEmpty() && isText(text)) {
            throw new IllegalArgumentException("unknown name '" + word.name() + "'; a text stands in double quotes: \"" + word.name() + "\"");
        }
    }

    private boolean isFlag(Expr expr) {
        return expr instanceof Expr.Name name && names.find(name.name()).filter(it -> it.kind() == Symbol.Kind.FLAG).isPresent();
    }

    private Test comparison(String sign, Expr left, Expr right) {
        flag(left, right);
        flag(right, left);
        unquoted(left, right);
        unquoted(right, left);
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

    private void begin(Formula formula) {
        nodes = 0;
        begun = formula.expr() instanceof Expr.Call call ? call.function() + "(" : "";
    }

    Typed typed(Expr expr) {
        if (++nodes > MOST_NODES) {
            throw new TooCostlyException(TooCostlyException.Cost.NODES, "formula '" + begun + "…'", nodes, MOST_NODES);
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
    Typed call(Expr.Call call) {
        return switch (call.function()) {
            case "+" -> alike(call, Num.Op.PLUS);
            case "-" -> call.operands().size() == 2 ? alike(call, Num.Op.MINUS) : negative(call);
            case "*" -> product(call);
            case "/" -> quotient(call);
            default -> functions.function(call);
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

    Typed special(Expr.Call call) {
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
            return new IllegalArgumentException("'" + call + "': '" + call.function() + "' takes one name in double quotes, such as '"
                    + Expr.Call.ofTexts(call.function(), List.of(such)) + "'" + (call.function().equals("prior")
                            ? ", and a number of years from 1 on if it is not last year, such as 'prior(\"" + such + "\", 2)'" : ""));
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

    Typed alike(Expr.Call call, Num.Op op) {
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
    Typed amount(Expr expr) {
        Typed typed = typed(expr);
        checkArgument(typed.kind() == Symbol.Kind.NUMBER, "'%s' is a %s, expected a number", expr, typed.kind());
        return typed.unit().isShare() ? new Typed(Typed.convert(typed, Unit.NONE), typed.kind(), Unit.NONE) : typed;
    }

    private Symbol find(String name) {
        return names.find(name).orElseThrow(() -> new IllegalArgumentException("unknown name '" + name + "'"
                + Spelling.hint(name, names.known())
                + (names.known().isEmpty() ? "" : "; known are " + String.join(", ", names.known()))));
    }
}
