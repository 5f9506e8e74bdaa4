package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fixed numbers that a part of a formula can be: as written, of parameters, of tables, of named constants. */
final class FixedNumbers {
    private static final int DEEP = 8;

    private final EvaluationRule rule;

    FixedNumbers(EvaluationRule rule) {
        this.rule = rule;
    }

    /**
     * A fixed number.
     *
     * @param value the number in the unit of what it is held against
     * @param isOneOfSome whether it goes by a text which of some it is
     */
    record Fixed(Rational value, boolean isOneOfSome) {
        String shown(Unit unit) {
            return (value + " " + unit).strip();
        }

        private Fixed oneOfSome() {
            return new Fixed(value, true);
        }
    }

    /** Those that can be put into a unit; a plain number is in it already where bare is said. */
    Stream<Fixed> of(Expr expr, Unit unit, boolean bare) {
        return of(expr, unit, bare, DEEP);
    }

    private Stream<Fixed> of(Expr expr, Unit unit, boolean bare, int depth) {
        if (depth == 0) {
            return Stream.empty();
        }
        if (expr instanceof Expr.Literal literal) {
            return literal(literal, unit, bare).map(it -> new Fixed(it, false)).stream();
        }
        if (expr instanceof Expr.Name name) {
            return named(name.name(), unit, bare, depth - 1);
        }
        if (!(expr instanceof Expr.Call call)) {
            return Stream.empty();
        }
        List<Expr> parts = call.operands();
        return switch (call.function()) {
            case "if" -> parts.stream().skip(1).flatMap(it -> of(it, unit, bare, depth - 1)).map(Fixed::oneOfSome);
            case "orelse" -> parts.stream().flatMap(it -> of(it, unit, bare, depth - 1));
            case "*" -> parts.size() == 2 ? Stream.concat(multiplied(parts.get(0), parts.get(1), unit, bare, depth),
                    multiplied(parts.get(1), parts.get(0), unit, bare, depth)) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private Stream<Fixed> multiplied(Expr factor, Expr number, Unit unit, boolean bare, int depth) {
        Optional<Rational> times = factor instanceof Expr.Literal literal ? literal(literal, Unit.NONE, false) : Optional.empty();
        return times.stream().filter(it -> it.signum() > 0 && !(number instanceof Expr.Literal)).flatMap(by -> of(number, unit, bare, depth - 1)
                .map(it -> new Fixed(it.value().times(by), it.isOneOfSome())));
    }

    private Optional<Rational> literal(Expr.Literal literal, Unit unit, boolean bare) {
        return bare && literal.unit().isEmpty() ? Optional.of(literal.value())
                : (literal.unit().isEmpty() ? Optional.of(Unit.NONE) : rule.units().find(literal.unit()))
                        .filter(it -> it.isCompatibleWith(unit)).map(it -> literal.value().times(it.in(unit)));
    }

    private Stream<Fixed> named(String name, Unit unit, boolean bare, int depth) {
        return Stream.of(
                rule.parameters().find(name).flatMap(it -> it.value()).filter(it -> it.unit().isCompatibleWith(unit)).stream()
                        .map(it -> parameter(it, unit)),
                rule.tables().find(name).stream().filter(it -> it.unit().isCompatibleWith(unit)).flatMap(table ->
                        Stream.concat(table.values().values().stream(), table.otherwise().stream()).flatMap(it -> of(it.expr(), table.unit(), true, depth))
                                .map(it -> new Fixed(it.value().times(table.unit().in(unit)), true))),
                rule.baselines().find(name).filter(it -> it.kind() == BaselineRule.Kind.CONSTANT && it.times().isEmpty()).stream()
                        .flatMap(it -> it.constant().stream()).flatMap(it -> of(it.expr(), unit, bare, depth))).flatMap(it -> it);
    }

    private static Fixed parameter(Quantity value, Unit unit) {
        return new Fixed(value.in(unit).amount(), false);
    }
}
