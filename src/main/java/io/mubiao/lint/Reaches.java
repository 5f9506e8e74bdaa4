package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Between which numbers a formula lies, from what is known of its names; of amounts in a unit only the sign counts. */
final class Reaches {
    private static final Map<String, RoundingMode> ROUNDS = Map.of("round", RoundingMode.HALF_UP, "floor", RoundingMode.FLOOR,
            "ceiling", RoundingMode.CEILING, "round_half_even", RoundingMode.HALF_EVEN, "round_half_down", RoundingMode.HALF_DOWN,
            "round_up", RoundingMode.UP, "round_down", RoundingMode.DOWN);

    private final Units units;
    private final Function<Expr, Reach> known;

    /**
     * Of the formulas of a rule.
     *
     * @param known of a name, or of a function of texts such as {@code prior("tax")}
     */
    Reaches(Units units, Function<Expr, Reach> known) {
        this.units = units;
        this.known = known;
    }

    /** Whether an answer can depend on a figure: whether anything is named but the weight, be it in quotes. */
    static boolean usesFigures(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return isOfTexts(call) ? !call.function().equals("undefined") : call.operands().stream().anyMatch(Reaches::usesFigures);
        }
        return expr instanceof Expr.In || (expr instanceof Expr.Name name && !name.name().equals("w"));
    }

    private static boolean isOfTexts(Expr.Call call) {
        return !call.operands().isEmpty() && call.operands().stream().allMatch(Expr.Text.class::isInstance);
    }

    /** Between which numbers; empty where there never is one. */
    Optional<Reach> of(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return Optional.of(literal(literal.value(), literal.unit()));
        }
        if (!(expr instanceof Expr.Call call)) {
            return Optional.of(expr instanceof Expr.Name ? known.apply(expr) : Reach.ANY);
        }
        if (call.function().equals("undefined")) {
            return Optional.empty();
        }
        if (isOfTexts(call)) {
            return Optional.of(known.apply(call));
        }
        List<Expr> of = call.operands();
        return switch (call.function()) {
            case "if" -> choice(of);
            case "orelse", "if_zero_divisor" -> either(of(of.get(0)), of(of.get(1)));
            case "steps" -> steps(of);
            case "+", "-", "*", "/", "min", "max", "abs", "clamp", "mean", "mean_given", "sqrt" -> worked(call.function(), of);
            default -> ROUNDS.containsKey(call.function()) ? of(of.get(0)).map(it -> rounded(call.function(), it, of)) : Optional.of(Reach.ANY);
        };
    }

    Reach literal(Rational value, String symbol) {
        if (symbol.isEmpty() || value.signum() == 0) {
            return Reach.of(value);
        }
        Optional<Unit> share = units.find(symbol).filter(Unit::isShare);
        return share.map(it -> Reach.of(value.times(it.in(Unit.NONE)))).orElseGet(() -> Reach.of(value).sign());
    }

    private Optional<Reach> worked(String function, List<Expr> operands) {
        List<Optional<Reach>> found = operands.stream().map(this::of).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return function.equals("mean_given") ? Optional.of(Reach.ANY) : Optional.empty();
        }
        List<Reach> all = found.stream().map(Optional::orElseThrow).toList();
        Reach first = all.get(0);
        return Optional.of(switch (function) {
            case "+" -> first.plus(all.get(1));
            case "-" -> all.size() == 1 ? first.negate() : first.plus(all.get(1).negate());
            case "*" -> first.times(all.get(1));
            case "/" -> first.over(all.get(1));
            case "min" -> all.stream().reduce(Reach::min).orElseThrow();
            case "max" -> all.stream().reduce(Reach::max).orElseThrow();
            case "clamp" -> first.max(all.get(1)).min(all.get(2));
            case "abs" -> first.max(first.negate()).max(Reach.of(Rational.ZERO));
            case "sqrt" -> Reach.FROM_ZERO;
            default -> all.stream().reduce(Reach::or).orElseThrow();
        });
    }

    private Reach rounded(String function, Reach value, List<Expr> operands) {
        Optional<Rational> digits = operands.size() == 1 ? Optional.of(Rational.ZERO) : of(operands.get(1)).flatMap(Reach::only);
        return digits.filter(it -> it.denominator().bitLength() == 1 && it.abs().compareTo(Rational.of(12)) <= 0)
                .map(it -> new Rounding(it.numerator().intValueExact(), java.util.Objects.requireNonNull(ROUNDS.get(function)))).map(it -> value.each(number -> number.rounded(it)))
                .orElse(value.sign());
    }

    private Optional<Reach> choice(List<Expr> of) {
        Optional<Boolean> holds = test(of.get(0));
        return holds.isPresent() ? of(of.get(holds.get() ? 1 : 2)) : either(of(of.get(1)), of(of.get(2)));
    }

    /** Of the points of steps those that can be reached. */
    private Optional<Reach> steps(List<Expr> of) {
        Optional<Reach> value = of(of.get(0));
        Optional<Reach> points = of(of.get(1));
        for (int i = 2; i + 1 < of.size() && value.isPresent(); i += 2) {
            Optional<Boolean> reached = of(of.get(i)).flatMap(from -> value.get().relates(">=", from));
            points = reached.isEmpty() ? either(points, of(of.get(i + 1))) : reached.get() ? of(of.get(i + 1)) : points;
        }
        return value.isPresent() ? points : value;
    }

    private static Optional<Reach> either(Optional<Reach> one, Optional<Reach> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().or(other.get())) : one.or(() -> other);
    }

    /** Whether a test always or never holds. */
    Optional<Boolean> test(Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return Optional.empty();
        }
        List<Expr> of = call.operands();
        return switch (call.function()) {
            case "not" -> test(of.get(0)).map(it -> !it);
            case "and", "or" -> {
                boolean decides = call.function().equals("or");
                List<Optional<Boolean>> all = of.stream().map(this::test).toList();
                yield all.contains(Optional.of(decides)) ? Optional.of(decides)
                        : all.stream().allMatch(Optional::isPresent) ? Optional.of(!decides) : Optional.empty();
            }
            case "<", "<=", ">", ">=", "==", "!=" -> of(of.get(0)).flatMap(left -> of(of.get(1)).flatMap(right -> left.relates(call.function(), right)));
            default -> Optional.empty();
        };
    }
}
