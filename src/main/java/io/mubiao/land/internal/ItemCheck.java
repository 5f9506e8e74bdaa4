package io.mubiao.land.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.internal.Typed;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.shape.internal.Marks;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that a scored line can mean what it says: numbers in the unit of what is scored, limits that leave room. */
final class ItemCheck {
    private ItemCheck() {}

    /**
     * Every number an indicator is held against must be in its unit.
     *
     * @throws InvalidDefinitionException naming all that are not, and what to write
     */
    static void units(Item item, Indicator indicator, Function<Formula, Typed> typed) {
        Problems problems = new Problems();
        compared(item).forEach((what, formulas) -> formulas.forEach(formula -> problems.attempt("BAD_RULE", "", () -> {
            Typed found = typed.apply(formula);
            if (what.equals("base") && isNegative(formula) && item.shape() instanceof Shape.Ratio) {
                throw new IllegalArgumentException("base is negative, so whoever has more gets less: found " + formula
                        + ", expected what the document holds " + indicator.title() + " against");
            }
            if (what.equals("base") && found.isZero() && item.shape() instanceof Shape.Ratio
                    && item.degenerate().kind() == Policy.Kind.REFUSE) {
                throw new IllegalArgumentException("base is 0, so nobody can have points: found " + formula
                        + ", expected what the document holds " + indicator.title() + " against");
            }
            if (!found.isZero()) {
                Marks.unit(what, formula, found.unit(), indicator.unit(), indicator.title());
            }
            return true;
        })));
        problems.refuse("item '" + item.id() + "'");
    }

    private static boolean isNegative(Formula formula) {
        if (formula.expr() instanceof Expr.Call call && call.function().equals("-") && call.operands().size() == 1) {
            return call.operands().get(0) instanceof Expr.Literal minus && minus.value().signum() > 0;
        }
        return formula.expr() instanceof Expr.Literal literal && literal.value().signum() < 0;
    }

    /** What is compared with the indicator or divided into it, by what it is called. */
    private static Map<String, List<Formula>> compared(Item item) {
        Shape shape = item.shape();
        Map<String, List<Formula>> compared = new LinkedHashMap<>(Marks.of(shape));
        if (compared.isEmpty() && !(shape instanceof Shape.Custom || shape instanceof Shape.Banded)) {
            item.references().forEach((role, formula) -> compared.put(role, List.of(formula)));
        }
        return compared;
    }

    /** The fewest and the most points a shape can give; null where nothing is known. */
    private record Range(@Nullable Rational least, @Nullable Rational most) {
        static final Range ANY = new Range(null, null);

        static Range of(List<Rational> points) {
            return new Range(points.stream().reduce(Rational::min).orElseThrow(), points.stream().reduce(Rational::max).orElseThrow());
        }

        Range with(Rational points) {
            return new Range(least == null ? null : least.min(points), most == null ? null : most.max(points));
        }
    }

    /**
     * Limits must not give everybody the same points.
     *
     * @throws IllegalArgumentException if they do
     */
    static void room(Item item, Rational weight, Limits<Rational> limits, Optional<Rational> negative) {
        Range shape = range(item.shape(), weight);
        Range range = negative.map(shape::with).orElse(shape);
        if (weight.signum() != 0) {
            Limits.clash(limits).ifPresent(message -> {
                throw new IllegalArgumentException(message);
            });
        }
        least(item.shape()).filter(it -> weight.signum() > 0 && it.compareTo(weight) >= 0).ifPresent(it -> {
            throw new IllegalArgumentException("least is " + it + ", so everybody has at least the full points " + weight);
        });
        Optional<Rational> cap = limits.cap();
        Optional<Rational> floor = limits.floor();
        Rational least = range.least();
        Rational most = range.most();
        if (floor.isPresent() && most != null && most.compareTo(floor.get()) <= 0
                && (least == null || least.compareTo(floor.get()) < 0)) {
            throw new IllegalArgumentException("the score is at most " + most + ", so floor " + floor.get()
                    + " gives everybody " + floor.get()
                    + deduction(item));
        }
        boolean weighted = item.shape() instanceof Shape.Ratio || item.shape() instanceof Shape.Efficacy
                || item.shape() instanceof Shape.InverseMean;
        if (weighted && floor.isPresent() && weight.signum() > 0 && floor.get().compareTo(weight) >= 0) {
            throw new IllegalArgumentException("floor " + floor.get() + " gives everybody at least the full points " + weight);
        }
        Rational bottom = least == null && weighted && weight.signum() > 0 ? Rational.ZERO : least;
        if (cap.isPresent() && bottom != null && cap.get().compareTo(bottom) <= 0
                && (most == null || most.compareTo(cap.get()) > 0)) {
            throw new IllegalArgumentException("cap " + cap.get() + " leaves nobody a point above it: the score is " + bottom
                    + " or more");
        }
    }

    /** The points under which a shape takes nobody, where it is a number of points. */
    private static Optional<Rational> least(Shape shape) {
        return shape instanceof Shape.FullLess it ? Optional.of(it.least())
                : shape instanceof Shape.RankPoints it && it.inPoints() ? Optional.of(it.least()) : Optional.empty();
    }

    private static String deduction(Item item) {
        if (item.shape() instanceof Shape.PerUnitBeyond it && it.points().signum() < 0) {
            Formula taken = new Shape.PerUnitBeyond(it.above(), it.from(), it.each(), it.points().negate(), it.whole())
                    .formula(true);
            return "; a deduction takes points from nothing: for full points less the deduction write score: {full-less: …} "
                    + "or {formula: '" + Formula.call("-", Formula.name("w"), taken) + "'}, for a deduction of so many points at most a negative "
                    + "floor";
        }
        return "";
    }

    private static Range range(Shape shape, Rational weight) {
        if (shape instanceof Shape.Steps steps) {
            List<Rational> points = new ArrayList<>(List.of(steps.below()));
            steps.steps().forEach(step -> points.add(step.points()));
            return Range.of(points);
        }
        if (shape instanceof Shape.Curve curve) {
            return Range.of(curve.knots().stream().map(Shape.Steps.Step::points).toList());
        }
        if (shape instanceof Shape.PerUnitBeyond beyond) {
            return beyond.points().signum() < 0 ? new Range(null, Rational.ZERO) : new Range(Rational.ZERO, null);
        }
        if (shape instanceof Shape.Banded bands) {
            return fixed(bands.bands().bands().stream().map(band -> Formula.parse(band.label())).toList(), weight);
        }
        if (shape instanceof Shape.Words words && words.otherwise().isPresent()) {
            return fixed(Stream.concat(words.points().values().stream(), words.otherwise().stream()).toList(), weight);
        }
        if (shape instanceof Shape.FullLess less) {
            return Range.of(List.of(less.least(), weight));
        }
        if (shape instanceof Shape.Progress) {
            return Range.of(List.of(Rational.ZERO, weight));
        }
        if (shape instanceof Shape.RankPoints ranks) {
            return Range.of(List.of(ranks.inPoints() ? ranks.least() : weight.times(ranks.least()), weight));
        }
        return Range.ANY;
    }

    /** The range of points that are numbers, or the weight; any of others. */
    private static Range fixed(List<Formula> points, Rational weight) {
        List<Rational> numbers = new ArrayList<>();
        for (Formula formula : points) {
            if (formula.expr() instanceof Expr.Literal literal && literal.unit().isEmpty()) {
                numbers.add(literal.value());
            } else if (formula.expr() instanceof Expr.Name name && name.name().equals("w")) {
                numbers.add(weight);
            } else {
                return Range.ANY;
            }
        }
        return Range.of(numbers);
    }
}
