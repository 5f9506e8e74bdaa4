package io.mubiao.land.question;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.land.Column;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Searches one slot outwards from its present number, range by range, the nearest first. A range in which the class is
 * proved to be out of reach is left out whole; others are halved down to single steps, which are tried.
 */
final class CounterfactualSearch {
    private static final Rational FAR = Rational.of(10).power(12);

    private final Evaluation evaluation;
    private final Inside inside;
    private final String id;
    private final String target;
    private final int goal;
    private final int row;
    private final ClassBound bound;
    private long examined;

    CounterfactualSearch(Evaluation evaluation, String id, String target) {
        this.evaluation = evaluation;
        this.inside = Inside.of(evaluation);
        this.id = id;
        this.target = target;
        Cohort cohort = inside.cohort();
        checkArgument(cohort.classer != null, "the rule has no classes");
        this.goal = cohort.rule.classes().orElseThrow().rule().classes().indexOf(target);
        checkArgument(goal >= 0, "unknown class '%s'; the rule has %s", target,
                cohort.rule.classes().orElseThrow().rule().classes());
        this.row = inside.row(id);
        this.bound = new ClassBound(cohort, row);
    }

    /** A run of steps of the grid, both ends included, and how far its near end is from the present number. */
    private record Range(BigInteger from, BigInteger through, Rational distance) {}

    Counterfactual byColumn(String name) {
        Column column = evaluation.rule().columns().get(name);
        checkArgument(column.kind() == Symbol.Kind.NUMBER, "column '%s' holds no numbers", name);
        int slot = inside.cohort().rule.slot(name);
        Value now = inside.cohort().frame(row).number(slot);
        checkArgument(now.isNumber(), "'%s' of '%s' is missing", name, id);
        Rational present = now.number().low();
        Rational least = column.least().map(Rational::of).orElse(FAR.negate());
        Rational most = column.most().map(Rational::of).orElse(FAR);
        Unit unit = column.unit();
        Optional<Rational> needed;
        Optional<EnterpriseResult> after = Optional.empty();
        if (isReached(inside.result(row))) {
            needed = Optional.of(present);
            after = Optional.of(inside.result(row));
        } else {
            needed = search(slot, present, least, most, column.decimals(),
                    value -> isReached(after(name, value)));
            after = needed.map(value -> after(name, value));
        }
        return new Counterfactual(id, name, target, Quantity.of(present, unit), needed.map(it -> Quantity.of(it, unit)),
                after, Quantity.of(least, unit), Quantity.of(most, unit), examined);
    }

    private EnterpriseResult after(String column, Rational value) {
        String unitId = inside.cohort().roll.id(row);
        String text = value.asDecimal().orElseThrow().toPlainString();
        Evaluation units = inside.isMerged() ? inside.units() : evaluation;
        return EvaluationWhatIf.of(units).with(unitId, column, text).run().moves()
                .find(unitId).map(Move::after).orElseGet(() -> units.get(unitId));
    }

    boolean isReached(EnterpriseResult result) {
        return result.finalClass().isPresent()
                && evaluation.rule().classes().orElseThrow().classes().indexOf(result.finalClass().get()) <= goal;
    }

    /** The nearest number of the grid that is possible by bounds and holds when tried. */
    Optional<Rational> search(int slot, Rational present, Rational least, Rational most, int decimals,
            Predicate<Rational> holds) {
        BigInteger scale = BigInteger.TEN.pow(decimals);
        BigInteger first = grid(least, scale, RoundingMode.CEILING);
        BigInteger last = grid(most, scale, RoundingMode.FLOOR);
        BigInteger below = grid(present, scale, RoundingMode.FLOOR).min(last);
        BigInteger above = grid(present, scale, RoundingMode.FLOOR).add(BigInteger.ONE).max(first);
        PriorityQueue<Range> open = new PriorityQueue<>(
                Comparator.comparing(Range::distance).thenComparing(Range::from, Comparator.reverseOrder()));
        add(open, first, below, present, scale);
        add(open, above, last, present, scale);
        while (!open.isEmpty()) {
            Checkpoint.pass();
            Range range = open.remove();
            if (++examined > Checkpoint.budget().steps()) {
                throw new TooCostlyException(TooCostlyException.Cost.STEPS, "a search not decided from "
                        + Rational.of(range.from(), scale) + " on", examined, Checkpoint.budget().steps());
            }
            Rational low = Rational.of(range.from(), scale);
            Rational high = Rational.of(range.through(), scale);
            if (!bound.reaches(Map.of(slot, Value.of(Enclosure.of(low, high))), goal)) {
                continue;
            }
            if (range.from().equals(range.through())) {
                if (holds.test(low)) {
                    return Optional.of(low);
                }
                continue;
            }
            split(open, range, present, scale);
        }
        return Optional.empty();
    }

    private static BigInteger grid(Rational value, BigInteger scale, RoundingMode mode) {
        return value.times(Rational.of(scale)).round(new Rounding(0, mode)).toBigIntegerExact();
    }

    private static void add(PriorityQueue<Range> open, BigInteger from, BigInteger through, Rational present,
            BigInteger scale) {
        if (from.compareTo(through) <= 0) {
            Rational low = Rational.of(from, scale);
            Rational high = Rational.of(through, scale);
            Rational distance = present.compareTo(low) < 0 ? low.minus(present)
                    : present.compareTo(high) > 0 ? present.minus(high) : Rational.ZERO;
            open.add(new Range(from, through, distance));
        }
    }

    /** Halves a range; a long one nearer to the present number, so that what is near is looked at finely first. */
    private static void split(PriorityQueue<Range> open, Range range, Rational present, BigInteger scale) {
        BigInteger width = range.through().subtract(range.from());
        BigInteger near = grid(range.distance(), scale, RoundingMode.FLOOR).max(BigInteger.ONE);
        BigInteger part = width.shiftRight(1).min(near.shiftLeft(1)).min(width.subtract(BigInteger.ONE)).max(BigInteger.ZERO);
        boolean above = Rational.of(range.from(), scale).compareTo(present) >= 0;
        BigInteger middle = above ? range.from().add(part) : range.through().subtract(part).subtract(BigInteger.ONE);
        add(open, range.from(), middle, present, scale);
        add(open, middle.add(BigInteger.ONE), range.through(), present, scale);
    }
}
