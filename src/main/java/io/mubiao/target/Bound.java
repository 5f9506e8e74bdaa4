package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import io.mubiao.target.internal.BoundParser;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What is required of an amount (要求): a limit, a range, or about a value. Immutable; the text form is read back by
 * {@link #parse}.
 */
public sealed interface Bound {
    /**
     * Whether an amount satisfies the bound.
     *
     * @throws IllegalStateException if the bound has a hole
     * @throws IllegalArgumentException if the unit does not convert; names both
     */
    default boolean accepts(Quantity amount) {
        return accepts((Quantity limit) -> amount.compareAmount(limit));
    }

    /**
     * Whether an amount satisfies the bound that is known only by comparison, such as a root.
     *
     * @param comparison negative, zero or positive as the amount is below, at or above what it is given
     * @throws IllegalStateException if the bound has a hole
     */
    boolean accepts(ToIntFunction<Quantity> comparison);

    /** Which way is good. */
    Direction direction();

    /**
     * Whether an amount is too much, so that no more of it can help: above a maximum, an exact number, or the upper end.
     *
     * @throws IllegalStateException if the bound has a hole
     */
    default boolean isExceededBy(Quantity amount) {
        return direction() != Direction.HIGHER_IS_BETTER && !accepts(amount)
                && top().map(top -> amount.compareAmount(top) >= 0).orElse(true);
    }

    /** The upper end of what is accepted, if it has one. */
    private Optional<Quantity> top() {
        if (this instanceof Range range) {
            return Optional.of(range.high());
        }
        if (this instanceof About about) {
            return about.value().known().map(value -> about.high());
        }
        return reference();
    }

    /** The one number that attainment is measured against: the limit, or the value it should be about. */
    Optional<Quantity> reference();

    /** The unit of the bound's numbers, if it has any. */
    Optional<Unit> unit();

    /** The part that the document leaves open, if any. */
    Optional<Hole> hole();

    /** A comparator and its limit. */
    record Limit(Comparison comparator, Stated<Quantity> limit) implements Bound {
        public Limit {
            requireNonNull(comparator, "comparator");
            requireNonNull(limit, "limit");
        }

        @Override
        public boolean accepts(ToIntFunction<Quantity> comparison) {
            return comparator.accepts(comparison.applyAsInt(limit.get()));
        }

        @Override
        public Direction direction() {
            return comparator.direction();
        }

        @Override
        public Optional<Quantity> reference() {
            return limit.known();
        }

        @Override
        public Optional<Unit> unit() {
            return limit.known().map(Quantity::unit);
        }

        @Override
        public Optional<Hole> hole() {
            return limit.hole("limit");
        }

        @Override
        public String toString() {
            return (comparator.symbol() + " " + limit).strip();
        }
    }

    /** From a low to a high value; each end says whether it belongs. */
    record Range(Quantity low, boolean lowIncluded, Quantity high, boolean highIncluded) implements Bound {
        public Range {
            requireNonNull(low, "low");
            requireNonNull(high, "high");
            int order = low.compareAmount(high);
            if (order > 0 || (order == 0 && !(lowIncluded && highIncluded))) {
                throw new IllegalArgumentException("range must not be empty, got "
                        + text(low, lowIncluded, high, highIncluded));
            }
        }

        @Override
        public boolean accepts(ToIntFunction<Quantity> comparison) {
            int above = comparison.applyAsInt(low);
            int below = comparison.applyAsInt(high);
            return (above > 0 || (above == 0 && lowIncluded)) && (below < 0 || (below == 0 && highIncluded));
        }

        @Override
        public Direction direction() {
            return Direction.TWO_SIDED;
        }

        @Override
        public Optional<Quantity> reference() {
            return Optional.empty();
        }

        @Override
        public Optional<Unit> unit() {
            return Optional.of(low.unit());
        }

        @Override
        public Optional<Hole> hole() {
            return Optional.empty();
        }

        private static String text(Quantity low, boolean lowIncluded, Quantity high, boolean highIncluded) {
            return (lowIncluded ? "[" : "(") + low + ", " + high + (highIncluded ? "]" : ")");
        }

        @Override
        public String toString() {
            return text(low, lowIncluded, high, highIncluded);
        }
    }

    /**
     * About a value (左右). It says which side is bad: of 越高越好 less than the value by more than the tolerance, of 越低越好
     * more than it, of a two-sided one either; the ends belong. Without a tolerance one side ends at the value itself; both
     * sides need one, unless the value is left open.
     */
    record About(Stated<Quantity> value, Optional<Quantity> tolerance, Direction direction) implements Bound {
        public About {
            requireNonNull(value, "value");
            requireNonNull(direction, "direction");
            if (tolerance.isEmpty() && direction == Direction.TWO_SIDED && value.known().isPresent()) {
                throw new IllegalArgumentException("'" + value + "' 左右 does not say which side is bad; write '" + value
                        + "左右，越高越好' where less is, '" + value + "左右，越低越好' where more is, or for both a tolerance, such as '"
                        + value + " ± " + some(value.known().orElseThrow()) + " 左右'");
            }
            tolerance.ifPresent(width -> {
                if (width.amount().signum() < 0) {
                    throw new IllegalArgumentException("tolerance must be >= 0, got " + width);
                }
                value.known().ifPresent(known -> known.plus(width));
            });
        }

        /** A tolerance that a value may have, for an example. */
        private static Quantity some(Quantity value) {
            if (value.unit().isShare() && !value.unit().equals(Unit.NONE)) {
                return Quantity.share(Rational.of(2).dividedBy(Rational.of(1000)));
            }
            Rational tenth = value.amount().abs().dividedBy(Rational.of(10));
            return Quantity.of(tenth.min(Rational.ONE), value.unit());
        }

        @Override
        public boolean accepts(ToIntFunction<Quantity> comparison) {
            return (direction == Direction.LOWER_IS_BETTER || comparison.applyAsInt(low()) >= 0)
                    && (direction == Direction.HIGHER_IS_BETTER || comparison.applyAsInt(high()) <= 0);
        }

        /**
         * The value less the tolerance.
         *
         * @throws IllegalStateException if the value is left open
         */
        public Quantity low() {
            return tolerance.map(value.get()::minus).orElseGet(value::get);
        }

        /**
         * The value and the tolerance.
         *
         * @throws IllegalStateException if the value is left open
         */
        public Quantity high() {
            return tolerance.map(value.get()::plus).orElseGet(value::get);
        }

        @Override
        public Optional<Quantity> reference() {
            return value.known();
        }

        @Override
        public Optional<Unit> unit() {
            return value.known().map(Quantity::unit);
        }

        @Override
        public Optional<Hole> hole() {
            return value.hole("limit");
        }

        @Override
        public String toString() {
            return "~ " + value + tolerance.map(it -> " ± " + it).orElse("") + switch (direction) {
                case HIGHER_IS_BETTER -> ", higher is better";
                case LOWER_IS_BETTER -> ", lower is better";
                case TWO_SIDED -> "";
            };
        }
    }

    /** At least this much (不少于, 以上). */
    static Bound atLeast(Quantity limit) {
        return new Limit(Comparison.AT_LEAST, Stated.of(limit));
    }

    /** At most this much (不超过, 以下, 以内). */
    static Bound atMost(Quantity limit) {
        return new Limit(Comparison.AT_MOST, Stated.of(limit));
    }

    /** More than this much (超过). */
    static Bound moreThan(Quantity limit) {
        return new Limit(Comparison.MORE_THAN, Stated.of(limit));
    }

    /** Less than this much (低于, 不满). */
    static Bound lessThan(Quantity limit) {
        return new Limit(Comparison.LESS_THAN, Stated.of(limit));
    }

    /** Exactly this much. */
    static Bound exactly(Quantity amount) {
        return new Limit(Comparison.EXACTLY, Stated.of(amount));
    }

    /** A bare number as the text writes it: at least that many. */
    static Bound bare(Quantity amount) {
        return new Limit(Comparison.BARE, Stated.of(amount));
    }

    /** From low to high, both included. */
    static Bound between(Quantity low, Quantity high) {
        return new Range(low, true, high, true);
    }

    /** About a value (左右), within a tolerance on both sides, both ends included. */
    static Bound about(Quantity value, Quantity tolerance) {
        return new About(Stated.of(value), Optional.of(tolerance), Direction.TWO_SIDED);
    }

    /**
     * About a value (左右), of which one side is bad.
     *
     * @throws IllegalArgumentException if both sides are; that needs a tolerance
     */
    static Bound about(Quantity value, Direction direction) {
        return new About(Stated.of(value), Optional.empty(), direction);
    }

    /** A limit whose number the document leaves open. */
    static Bound open(Comparison comparator, String words) {
        return new Limit(comparator, Stated.open(words));
    }

    /**
     * Reads a bound as registers write it ({@code 62 个}, {@code >= 10 个}, {@code < 5 %}, {@code = 3 个}, {@code >= 97.5},
     * {@code ~ 7.5 % ± 0.2 %}, {@code ~ 5.5 %, lower is better}, {@code [49 %, 51 %)}, {@code <= ? 严控}) or in the words of
     * documents (不少于10个, 170个以上, 10个以上（不含）, 超过5%, 逾5%, 突破100亿元, 低于3%, 30%以内, 控制在3%以内, 达到62个, 降至5%, 40%-50%,
     * 保持在40%至50%之间, 6%-6.5%，越高越好, 7.5%±0.2%左右, 约5.5%，越低越好).
     *
     * @throws IllegalArgumentException if the text is none of these, a unit is unknown, or words have no sure meaning (近10亿元,
     *     控制在3%, 左右 that does not say which side is bad); says what to write
     */
    static Bound parse(String text, Units units) {
        return BoundParser.parse(text, units);
    }
}
