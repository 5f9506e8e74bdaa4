package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Points that fall as what is better rises, or rise as what is worse does. */
final class DirectionTraps {
    static final Set<Reading> LESS_IS_BETTER = EnumSet.of(Reading.POINTS_BEHIND, Reading.BEHIND_SHARE, Reading.DAYS_LATE, Reading.SHORTFALL);
    static final Set<Reading> MORE_IS_BETTER = EnumSet.of(Reading.ATTAINMENT, Reading.CAPPED_ATTAINMENT, Reading.OF_EXPECTED,
            Reading.POINTS_AHEAD, Reading.DAYS_AHEAD);
    private static final Rational ONE = Rational.ONE;

    private final ScoringRule rule;
    private final Problems problems;

    private DirectionTraps(ScoringRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScoringRule rule, Problems problems) {
        DirectionTraps traps = new DirectionTraps(rule, problems);
        rule.parts().forEach(part -> traps.part("parts." + part.id(), part));
    }

    /** What is known of the value that a part scores. */
    private enum Better { MORE, LESS, MORE_UNLESS_SAID, UNKNOWN }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        part.shape().ifPresent(shape -> shape(at, part, shape));
    }

    private void shape(String at, Part part, Shape shape) {
        Better better = better(part);
        Optional<Boolean> rises = rises(part, shape);
        boolean counts = shape instanceof Shape.PerUnitBeyond || shape instanceof Shape.FullLess || shape instanceof Shape.PerUnit;
        if (rises.isEmpty() || better == Better.UNKNOWN || (better == Better.MORE_UNLESS_SAID && counts)) {
            return;
        }
        if (rises.get() && better == Better.LESS) {
            problems.warning("WRONG_WAY", at, "less of '" + part.of() + "' is better, but more of it gives more points" + meant(shape));
        } else if (!rises.get() && better != Better.LESS) {
            problems.warning("WRONG_WAY", at, "more of '" + part.of() + "' is better, but more of it gives fewer points" + meant(shape)
                    + (better == Better.MORE_UNLESS_SAID ? "; where less is better write better: lower at the input" : ""));
        }
    }

    /** The points of steps the other way round. */
    private static String meant(Shape shape) {
        if (!(shape instanceof Shape.Steps steps)) {
            return "";
        }
        List<Rational> points = points(steps);
        return "; the points " + Stream.iterate(points.size() - 1, i -> i >= 0, i -> i - 1).map(i -> points.get(i).toString())
                .collect(Collectors.joining(", ")) + " were probably meant";
    }

    private static List<Rational> points(Shape.Steps steps) {
        Stream<Rational> reached = steps.steps().stream().map(Shape.Steps.Step::points);
        boolean last = steps.side() == Shape.Steps.Side.AT_MOST || steps.side() == Shape.Steps.Side.BELOW;
        return (last ? Stream.concat(reached, Stream.of(steps.below())) : Stream.concat(Stream.of(steps.below()), reached)).toList();
    }

    private Better better(Part part) {
        Expr of = part.of().expr();
        if (of instanceof Expr.Call call && call.function().equals("place")) {
            return Better.LESS;
        }
        if (!(of instanceof Expr.Name name)) {
            return Better.UNKNOWN;
        }
        Optional<RuleInput> input = rule.inputs().find(name.name());
        Optional<Reading> reading = input.isPresent() ? input.get().reading() : Reading.find(name.name());
        if (!part.higherIsBetter() || input.filter(it -> !it.higherIsBetter()).isPresent() || reading.filter(LESS_IS_BETTER::contains).isPresent()) {
            return Better.LESS;
        }
        return reading.filter(MORE_IS_BETTER::contains).isPresent() ? Better.MORE
                : input.isPresent() && reading.isEmpty() && input.get().over().isEmpty() ? Better.MORE_UNLESS_SAID : Better.UNKNOWN;
    }

    /** Whether points rise with the value, or fall; empty where they do neither or nobody can tell. */
    private Optional<Boolean> rises(Part part, Shape shape) {
        if (shape instanceof Shape.PerUnitBeyond beyond) {
            return Optional.of(beyond.above() == (beyond.points().signum() > 0));
        } else if (shape instanceof Shape.FullLess less) {
            return Optional.of(!less.above());
        } else if (shape instanceof Shape.PerUnit per) {
            return per.points().signum() == 0 ? Optional.empty() : Optional.of(per.points().signum() > 0);
        } else if (shape instanceof Shape.Progress) {
            return ends(part, "base", "target").map(sign -> sign > 0);
        } else if (shape instanceof Shape.Steps steps) {
            return run(points(steps));
        } else if (shape instanceof Shape.Curve curve) {
            return run(curve.knots().stream().map(Shape.Steps.Step::points).toList());
        }
        return shape instanceof Shape.Banded banded ? run(points(banded)) : Optional.empty();
    }

    /** Of two references of a part that are numbers of one unit, how the second lies to the first. */
    static Optional<Integer> ends(Part part, String one, String other) {
        Formula first = part.references().get(one);
        Formula second = part.references().get(other);
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
