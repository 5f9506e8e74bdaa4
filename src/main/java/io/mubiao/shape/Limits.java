package io.mubiao.shape;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What holds points in bounds and rounds them (封顶、保底、取舍), in this order: cap, floor, rounding. Immutable.
 *
 * @param <N> what a limit is: a formula where a rule says it, a number where it is known
 * @param cap the most points; empty for none
 * @param floor the least points; empty for none
 * @param rounding the declared rounding; empty if points are not rounded
 */
public record Limits<N>(Optional<N> cap, Optional<N> floor, Optional<Rounding> rounding) {
    public Limits {
        requireNonNull(cap, "cap");
        requireNonNull(floor, "floor");
        requireNonNull(rounding, "rounding");
    }

    /** Nothing held, nothing rounded. */
    public static <N> Limits<N> none() {
        return new Limits<>(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with at most so many points. */
    public Limits<N> cap(N most) {
        return new Limits<>(Optional.of(most), floor, rounding);
    }

    /** The same with at least so many points. */
    public Limits<N> floor(N least) {
        return new Limits<>(cap, Optional.of(least), rounding);
    }

    /** The same with a declared rounding. */
    public Limits<N> rounding(Rounding rule) {
        return new Limits<>(cap, floor, Optional.of(rule));
    }

    /** Whether points go through unchanged. */
    public boolean isNone() {
        return cap.isEmpty() && floor.isEmpty() && rounding.isEmpty();
    }

    /** The same rounding without cap and floor. */
    public Limits<N> withoutBounds() {
        return new Limits<>(Optional.empty(), Optional.empty(), rounding);
    }

    /** The same with what each limit becomes. */
    public <M> Limits<M> with(Function<? super N, ? extends M> each) {
        return new Limits<>(cap.map(each), floor.map(each), rounding);
    }

    /** Points between floor and cap, not rounded; the operators get the limit first. */
    public <V> V bound(V points, Function<? super N, ? extends V> as, BinaryOperator<V> min, BinaryOperator<V> max) {
        V capped = cap.isPresent() ? min.apply(as.apply(cap.get()), points) : points;
        return floor.isPresent() ? max.apply(as.apply(floor.get()), capped) : capped;
    }

    /** Points held and rounded; names in cap and floor get the given meanings. */
    public static Formula held(Limits<Formula> limits, Formula points, Map<String, Formula> meanings) {
        Formula held = limits.bound(points, it -> it.with(meanings), (most, it) -> Formula.call("min", most, it),
                (least, it) -> Formula.call("max", least, it));
        return limits.rounding.map(held::rounded).orElse(held);
    }

    /** Points held and rounded. */
    public static Rational held(Limits<Rational> limits, Rational points) {
        Rational held = limits.bound(points, it -> it, Rational::min, Rational::max);
        return limits.rounding.map(held::rounded).orElse(held);
    }

    /** Why limits leave no room: then everybody has the same points. */
    public static Optional<String> clash(Limits<Rational> limits) {
        return limits.cap.flatMap(most -> limits.floor.filter(least -> most.compareTo(least) <= 0)
                .map(least -> most.equals(least)
                        ? "cap and floor are both " + least + ", so everybody has that"
                        : "the cap " + most + " is below the floor " + least));
    }
}
