package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the points of a way of scoring rise with the value, or fall. */
final class Slope {
    private static final Rational ONE = Rational.ONE;

    private Slope() {}

    /** Empty where they do neither or nobody can tell. */
    static Optional<Boolean> rises(Shape shape, Map<String, Formula> references) {
        if (shape instanceof Shape.PerUnitBeyond beyond) {
            return Optional.of(beyond.above() == (beyond.points().signum() > 0));
        } else if (shape instanceof Shape.FullLess less) {
            return Optional.of(!less.above());
        } else if (shape instanceof Shape.PerUnit per) {
            return per.points().signum() == 0 ? Optional.empty() : Optional.of(per.points().signum() > 0);
        } else if (shape instanceof Shape.InverseMean) {
            return Optional.of(false);
        } else if (shape instanceof Shape.Progress) {
            return ends(references, "base", "target").map(sign -> sign > 0);
        } else if (shape instanceof Shape.Steps steps) {
            return run(points(steps)).or(() -> reached(steps));
        } else if (shape instanceof Shape.Curve curve) {
            return run(curve.knots().stream().map(Shape.Steps.Step::points).toList());
        }
        return shape instanceof Shape.Banded banded ? run(points(banded)) : Optional.empty();
    }

    /** Whether points are counted by units, as often of what is bad as of what is good. */
    static boolean counts(Shape shape) {
        return shape instanceof Shape.PerUnitBeyond || shape instanceof Shape.FullLess || shape instanceof Shape.PerUnit;
    }

    /** The points of steps the other way round. */
    static String meant(Shape shape) {
        if (!(shape instanceof Shape.Steps steps)) {
            return "";
        }
        List<Rational> points = points(steps);
        boolean whole = run(points).isPresent();
        int first = whole || isBelowLast(steps) ? 0 : 1;
        int last = points.size() - (whole || !isBelowLast(steps) ? 1 : 2);
        return "; the points " + IntStream.range(0, points.size()).mapToObj(i -> points.get(i < first || i > last ? i : first + last - i).toString())
                .collect(Collectors.joining(", ")) + " were probably meant";
    }

    private static boolean isBelowLast(Shape.Steps steps) {
        return steps.side() == Shape.Steps.Side.AT_MOST || steps.side() == Shape.Steps.Side.BELOW;
    }

    private static List<Rational> points(Shape.Steps steps) {
        Stream<Rational> reached = steps.steps().stream().map(Shape.Steps.Step::points);
        return (isBelowLast(steps) ? Stream.concat(reached, Stream.of(steps.below())) : Stream.concat(Stream.of(steps.below()), reached)).toList();
    }

    /** Of steps of which each gives more than whoever is on none has. */
    private static Optional<Boolean> reached(Shape.Steps steps) {
        List<Rational> points = steps.steps().stream().map(Shape.Steps.Step::points).toList();
        return run(points).filter(rises -> rises == isBelowLast(steps) && points.stream().allMatch(it -> it.compareTo(steps.below()) > 0));
    }

    /** Of two references that are numbers of one unit, how the second lies to the first. */
    static Optional<Integer> ends(Map<String, Formula> references, String one, String other) {
        Formula first = references.get(one);
        Formula second = references.get(other);
        return first != null && second != null && first.expr() instanceof Expr.Literal a && second.expr() instanceof Expr.Literal b
                && a.unit().equals(b.unit()) ? Optional.of(b.value().compareTo(a.value())) : Optional.empty();
    }

    private static List<Rational> points(Shape.Banded banded) {
        List<Optional<Rational>> points = banded.bands().bands().stream()
                .sorted(Comparator.comparing((Bands.Band band) -> band.interval().low(), Comparator.comparing((Optional<Rational> low) -> low.isPresent())
                        .thenComparing(low -> low.orElse(ONE))))
                .map(band -> ShapeTraps.number(Formula.parse(band.label()), Optional.of(ONE))).toList();
        return points.stream().anyMatch(Optional::isEmpty) ? List.of() : points.stream().map(Optional::orElseThrow).toList();
    }

    private static Optional<Boolean> run(List<Rational> points) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < points.size(); i++) {
            int sign = points.get(i).compareTo(points.get(i - 1));
            rises |= sign > 0;
            falls |= sign < 0;
        }
        return rises == falls ? Optional.empty() : Optional.of(rises);
    }
}
