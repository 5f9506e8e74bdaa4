package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways of scoring that read well and do nothing: the same points for everybody, limits that never bind or swallow what they hold. */
final class ShapeTraps {
    private ShapeTraps() {}

    /**
     * Of one scored line.
     *
     * @param weight what w is, where that is a number
     * @param given what the score can be before cap and floor
     */
    static void check(String path, Shape shape, Optional<Rational> weight, Limits<Formula> limits, Reach given, Problems problems) {
        if (weight.filter(it -> it.signum() == 0).isPresent() && shape.formula(true).names().contains("w")) {
            problems.warning("FLAT_SCORE", path, "the weight is 0: the line counts for nobody");
        } else if (isFlat(shape) || (given.only().isPresent() && Reaches.usesFigures(shape.formula(true).expr())
                && !shape.formula(true).toString().contains("undefined("))) {
            problems.warning("FLAT_SCORE", path, "the score is the same for everybody, whatever the figures");
        }
        Optional<Rational> cap = limits.cap().flatMap(it -> number(it, weight));
        Optional<Rational> floor = limits.floor().flatMap(it -> number(it, weight));
        given.most().filter(most -> cap.filter(it -> it.compareTo(most) > 0).isPresent()).ifPresent(most -> problems.warning("CAP_NEVER_BINDS", path,
                "the cap " + cap.orElseThrow() + " never binds: the score gives at most " + most));
        if (shape instanceof Shape.PerUnitBeyond beyond && beyond.points().signum() < 0 && floor.filter(it -> it.signum() >= 0).isPresent()) {
            problems.warning("FLOOR_SWALLOWS", path, "the floor " + floor.orElseThrow() + " swallows the whole deduction; the floor of what it is taken "
                    + "from is meant");
        }
        levels(shape, weight).map(all -> all.stream().min(Comparator.naturalOrder()).orElseThrow()).filter(least -> !isFlat(shape) && floor.filter(it ->
                it.compareTo(least) > 0).isPresent()).ifPresent(least -> problems.warning("FLOOR_SWALLOWS", path, "the floor " + floor.orElseThrow()
                        + " swallows the points " + least + " that the score gives"));
    }

    /** What a shape gives, as far as its reach is concerned: a curve lies between its knots. */
    static Formula reached(Shape shape, boolean higherIsBetter) {
        return shape instanceof Shape.Curve curve ? Formula.call("mean", curve.knots().stream().map(it -> Formula.of(it.points())).toArray(Formula[]::new))
                : shape.formula(higherIsBetter);
    }

    /** A formula of numbers and w. */
    static Optional<Rational> number(Formula formula, Optional<Rational> weight) {
        Formula filled = weight.map(it -> formula.with(Map.of("w", Formula.of(it)))).orElse(formula);
        return value(filled.expr());
    }

    private static Optional<Rational> value(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal.unit().isEmpty() ? Optional.of(literal.value())
                    : literal.unit().equals("%") ? Optional.of(literal.value().dividedBy(Rational.HUNDRED)) : Optional.empty();
        }
        if (expr instanceof Expr.Call call && call.operands().size() == 2) {
            Optional<Rational> left = value(call.operands().get(0));
            Optional<Rational> right = value(call.operands().get(1));
            return left.isEmpty() || right.isEmpty() ? Optional.empty() : switch (call.function()) {
                case "+" -> Optional.of(left.get().plus(right.get()));
                case "-" -> Optional.of(left.get().minus(right.get()));
                case "*" -> Optional.of(left.get().times(right.get()));
                case "/" -> right.get().signum() == 0 ? Optional.empty() : Optional.of(left.get().dividedBy(right.get()));
                default -> Optional.empty();
            };
        }
        return expr instanceof Expr.Call call && call.function().equals("-") && call.operands().size() == 1
                ? value(call.operands().get(0)).map(Rational::negate) : Optional.empty();
    }

    /** Whether points grow without end. */
    static boolean isOpen(Shape shape) {
        return shape instanceof Shape.Ratio || shape instanceof Shape.PerUnit || shape instanceof Shape.Custom
                || (shape instanceof Shape.PerUnitBeyond beyond && beyond.points().signum() > 0);
    }

    private static boolean isFlat(Shape shape) {
        if (shape instanceof Shape.RankPoints ranks) {
            return ranks.step().signum() == 0 || (!ranks.inPoints() && ranks.least().equals(Rational.ONE));
        }
        if (shape instanceof Shape.PerUnit per) {
            return per.points().signum() == 0;
        }
        return points(shape).filter(all -> all.size() > 1 && all.stream().distinct().count() == 1).isPresent();
    }

    /** The points of each level as formulas; empty for shapes that have none, or have points elsewhere too. */
    private static Optional<List<Formula>> points(Shape shape) {
        if (shape instanceof Shape.Steps steps) {
            return Optional.of(Stream.concat(Stream.of(steps.below()), steps.steps().stream().map(Shape.Steps.Step::points)).map(Formula::of).toList());
        }
        if (shape instanceof Shape.Curve curve) {
            return Optional.of(curve.knots().stream().map(knot -> Formula.of(knot.points())).toList());
        }
        if (shape instanceof Shape.Banded banded) {
            return Optional.of(banded.bands().bands().stream().map(band -> Formula.parse(band.label())).toList());
        }
        if (shape instanceof Shape.Words words) {
            List<Formula> all = new ArrayList<>(words.points().values());
            words.otherwise().ifPresent(all::add);
            return Optional.of(all);
        }
        return Optional.empty();
    }

    static Optional<List<Rational>> levels(Shape shape, Optional<Rational> weight) {
        List<Optional<Rational>> numbers = points(shape).map(all -> all.stream().map(it -> number(it, weight)).toList()).orElse(List.of());
        return numbers.isEmpty() || numbers.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(numbers.stream().map(Optional::orElseThrow).toList());
    }
}
