package io.mubiao.land.internal;

import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What a total needs of numbers, be they exact, whole columns, or the formulas of an explanation.
 *
 * @param <T> such a number
 * @param number a fixed number
 * @param plus the sum
 * @param min the less of two
 * @param max the greater of two
 * @param within points held on both sides of zero
 */
public record Arithmetic<T>(Function<Rational, T> number, BinaryOperator<T> plus, BinaryOperator<T> min, BinaryOperator<T> max,
        BiFunction<T, Rational, T> within) {
    /** Formulas, as an explanation shows them. */
    public static final Arithmetic<Formula> FORMULAS = new Arithmetic<>(Formula::of, (a, b) -> Formula.call("+", a, b),
            (a, b) -> Formula.call("min", a, b), (a, b) -> Formula.call("max", a, b),
            (points, limit) -> Formula.call("clamp", points, Formula.of(limit.negate()), Formula.of(limit)));

    public Arithmetic(Function<Rational, T> number, BinaryOperator<T> plus, BinaryOperator<T> min, BinaryOperator<T> max) {
        this(number, plus, min, max, (points, limit) -> max.apply(min.apply(points, number.apply(limit)),
                number.apply(limit.negate())));
    }
}
