package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a scoring rule says and hardly means: more or fewer points than the item has, factors of 80, less that earns less. */
final class ScoreTraps {
    private static final Rational FAR = Rational.of(10);

    private static final Set<String> PLACES = Set.of("名次", "排名", "位次", "排位", "位列", "第几", "place", "rank");

    private final ScoringRule rule;
    private final Problems problems;

    private ScoreTraps(ScoringRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScoringRule rule, Problems problems) {
        ScoreTraps traps = new ScoreTraps(rule, problems);
        rule.parts().forEach(part -> traps.part("parts." + part.id(), part));
        traps.sum();
    }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        part.times().flatMap(it -> ShapeTraps.number(it, Optional.empty())).filter(it -> it.compareTo(FAR) >= 0).ifPresent(factor ->
                problems.warning("FAR_FACTOR", at, "times " + factor + " makes " + factor + " points of each; " + factor + " % was probably meant"));
        boolean proportional = part.shape().filter(shape -> shape instanceof Shape.Ratio || shape instanceof Shape.Efficacy).isPresent();
        Optional<RuleInput> input = part.of().expr() instanceof Expr.Name name ? rule.inputs().find(name.name()) : Optional.empty();
        if (proportional && part.higherIsBetter() && input.filter(it -> !it.higherIsBetter()).isPresent()) {
            problems.warning("WRONG_WAY", at, "less of '" + part.of() + "' is better, but more earns more points; write better: lower in the part");
        }
        boolean byPlace = part.shape().filter(Shape.RankPoints.class::isInstance).isPresent();
        if (byPlace && input.filter(it -> it.reading().isPresent() || it.over().isPresent() || !isCalledPlace(it)
                || it.unit().filter(unit -> !unit.equals(Unit.NONE)).isPresent()).isPresent()) {
            problems.warning("NO_PLACE", at, "points by place are given to '" + part.of() + "', which is no place; write of: place(\"" + part.of() + "\")");
        }
    }

    /** Whether a given number says itself that it is a place. */
    private static boolean isCalledPlace(RuleInput it) {
        return PLACES.stream().anyMatch((it.id() + it.title()).toLowerCase(Locale.ROOT)::contains);
    }

    /** What the parts give at full against what the item has. */
    private void sum() {
        if (rule.total().cap().isPresent()) {
            return;
        }
        Rational most = Rational.ZERO;
        boolean isWhole = true;
        boolean takes = false;
        for (Part part : rule.parts()) {
            Optional<Rational> own = most(part);
            most = most.plus(own.orElse(Rational.ZERO));
            isWhole &= own.isPresent();
            takes |= takes(part);
        }
        if (most.compareTo(rule.points()) > 0) {
            problems.warning("MORE_THAN_FULL", "parts", "the parts give up to " + most + " points, the item has " + rule.points());
        } else if (isWhole && takes && most.signum() == 0) {
            problems.warning("NEVER_POSITIVE", "parts", "points are only taken, so nobody has more than 0; let a part give the full points first");
        } else if (isWhole && most.compareTo(rule.points()) < 0) {
            problems.warning("LESS_THAN_FULL", "parts", "the parts give at most " + most + " points, the item has " + rule.points());
        }
    }

    private static boolean takes(Part part) {
        return part.shape().filter(shape -> shape instanceof Shape.PerUnitBeyond beyond && beyond.points().signum() < 0).isPresent()
                || part.parts().stream().anyMatch(ScoreTraps::takes);
    }

    /** The points at full, without extra ones beyond a mark; empty where nobody can tell. */
    private Optional<Rational> most(Part part) {
        if (part.times().isPresent()) {
            return Optional.empty();
        }
        Optional<Rational> full = part.shape().isPresent() ? most(part, part.shape().get()) : sum(part.parts());
        Optional<Rational> cap = part.limits().cap().flatMap(it -> ShapeTraps.number(it, Optional.of(rule.points())));
        return cap.isPresent() && full.isPresent() ? Optional.of(full.get().min(cap.get())) : full;
    }

    private Optional<Rational> sum(List<Part> parts) {
        Rational all = Rational.ZERO;
        for (Part part : parts) {
            Optional<Rational> own = most(part);
            if (own.isEmpty()) {
                return own;
            }
            all = all.plus(own.get());
        }
        return Optional.of(all);
    }

    private Optional<Rational> most(Part part, Shape shape) {
        Optional<Rational> weight = part.weight().isPresent() ? part.weight().flatMap(it -> ShapeTraps.number(it, Optional.of(rule.points())))
                : Optional.of(rule.points());
        if (shape instanceof Shape.PerUnitBeyond beyond) {
            return beyond.points().signum() < 0 ? Optional.of(Rational.ZERO) : Optional.empty();
        }
        if (shape instanceof Shape.Ratio || shape instanceof Shape.Efficacy || shape instanceof Shape.Progress || shape instanceof Shape.FullLess
                || shape instanceof Shape.InverseMean || shape instanceof Shape.RankPoints) {
            return weight;
        }
        return ShapeTraps.levels(shape, weight).flatMap(levels -> levels.stream().max(Rational::compareTo));
    }
}
