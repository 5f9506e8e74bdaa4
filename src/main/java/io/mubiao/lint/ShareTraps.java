package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Derived;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shares where points are due, shares that are rounded to 0 or 1, units of a share that nobody reaches, percents of percents. */
final class ShareTraps {
    private static final Rational TWO = Rational.of(2);
    private static final Set<String> ROUNDS = Set.of("round", "floor", "ceiling", "round_up", "round_down", "round_half_even", "round_half_down");

    private final ScoringRule rule;
    private final Problems problems;

    private ShareTraps(ScoringRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScoringRule rule, Problems problems) {
        ShareTraps traps = new ShareTraps(rule, problems);
        rule.parts().forEach(part -> traps.part("parts." + part.id(), part));
        for (Derived derived : rule.derived()) {
            traps.roundings("derived." + derived.id(), derived.formula().expr());
        }
        rule.total().rounding().filter(it -> it.digits() <= 0 && rule.points().compareTo(TWO) < 0)
                .ifPresent(rounding -> traps.coarse("total", rounding, rule.points()));
        traps.limit("total", "cap", rule.total().cap());
        traps.limit("total", "floor", rule.total().floor());
    }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        Optional<Rational> weight = part.weight().isPresent() ? part.weight().flatMap(it -> ShapeTraps.number(it, Optional.of(rule.points())))
                : Optional.of(rule.points());
        limit(at, "weight", part.weight());
        limit(at, "cap", part.limits().cap());
        limit(at, "floor", part.limits().floor());
        limit(at, "missing", part.fallback().missing());
        limit(at, "zero-divisor", part.fallback().zeroDivisor());
        part.limits().rounding().filter(it -> it.digits() <= 0).flatMap(rounding -> weight.filter(it -> it.compareTo(TWO) < 0
                && part.times().isEmpty())).ifPresent(full -> coarse(at, part.limits().rounding().orElseThrow(), full));
        part.limits().floor().flatMap(it -> ShapeTraps.number(it, weight)).filter(least -> weight.filter(full -> least.compareTo(full) >= 0
                && full.signum() > 0).isPresent()).ifPresent(least -> problems.warning("FLAT_SCORE", at, "the floor " + least
                        + " is not below the full points " + weight.orElseThrow() + ": everybody has at least all of them"));
        more(at, "missing", part.fallback().missing(), weight);
        more(at, "zero-divisor", part.fallback().zeroDivisor(), weight);
        part.shape().ifPresent(shape -> shape(at, part, shape, weight));
    }

    private void more(String at, String field, Optional<Formula> points, Optional<Rational> weight) {
        points.flatMap(it -> ShapeTraps.number(it, weight)).filter(most -> weight.filter(full -> most.compareTo(full) > 0).isPresent())
                .ifPresent(most -> problems.warning("GAP_PAYS", at, "'" + field + "' gives " + most + " points where the full points are "
                        + weight.orElseThrow()));
    }

    /** A bare share, which is a part of one point. */
    private void limit(String at, String field, Optional<Formula> points) {
        points.filter(it -> it.expr() instanceof Expr.Literal literal && literal.unit().equals("%")).ifPresent(share ->
                problems.warning("POINTS", at, "'" + field + "' is in points: " + share + " is " + ShapeTraps.number(share, Optional.empty())
                        .orElseThrow() + " points; " + share + " * w was probably meant"));
    }

    private void coarse(String at, Rounding rounding, Rational full) {
        problems.warning("COARSE_ROUNDING", at, "points out of " + full + " are rounded to " + rounding.digits()
                + " digits, so there is all or nothing; round after the points are multiplied, or to 2 digits");
    }

    private void shape(String at, Part part, Shape shape, Optional<Rational> weight) {
        FormulaTraps.scored(part).forEach(expr -> roundings(at, expr));
        if (shape instanceof Shape.Words words) {
            words.points().forEach((word, points) -> limit(at, word, Optional.of(points)));
            limit(at, "otherwise", words.otherwise());
        } else if (shape instanceof Shape.Banded banded) {
            banded.bands().bands().forEach(band -> limit(at, band.label(), Optional.of(Formula.parse(band.label()))));
        }
        if (shape instanceof Shape.Banded banded && ShareMarks.isShare(rule, part.of())) {
            banded.bands().rounding().filter(it -> it.digits() < 2).ifPresent(rounding -> rounded(at, part.of().expr(), rounding.digits()));
        } else if (shape instanceof Shape.PerUnit per && ShareMarks.isShare(rule, part.of())) {
            weight.filter(full -> per.points().signum() > 0 && part.times().isEmpty() && per.points().times(TWO).compareTo(full) < 0).ifPresent(full ->
                    problems.warning("MARK_OF_SHARE", at, "'" + part.of() + "' is a share, so 100 % of it gives " + per.points() + " of " + full
                            + " points; for " + per.points() + " points a percent write per-unit: " + per.points().times(Rational.HUNDRED)));
        } else if (shape instanceof Shape.Efficacy efficacy) {
            small(at, "efficacy", efficacy.floor());
            Slope.ends(part.references(), "low", "high").filter(sign -> sign <= 0).ifPresent(sign -> problems.warning("WRONG_WAY", at, "low "
                    + part.references().get("low") + " is not below high " + part.references().get("high") + (sign < 0
                            ? ", so the points run the other way; low " + part.references().get("high") + " and high "
                                    + part.references().get("low") + " were probably meant" : ", so there are no points")));
        } else if (shape instanceof Shape.RankPoints ranks && !ranks.inPoints()) {
            small(at, "step", ranks.step());
        }
    }

    /** A share written as a percent of a percent. */
    private void small(String at, String what, Rational share) {
        Rational percent = share.times(Rational.HUNDRED);
        if (share.signum() > 0 && percent.compareTo(Rational.ONE) < 0) {
            problems.warning("MARK_OF_SHARE", at, "'" + what + "' is " + percent + " %; " + percent.times(Rational.HUNDRED) + " % was probably meant");
        }
    }

    private void roundings(String at, Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        List<Expr> operands = call.operands();
        if (ROUNDS.contains(call.function()) && ShareMarks.isShare(rule, Formula.of(operands.get(0)))) {
            Optional<Rational> digits = operands.size() < 2 ? Optional.of(Rational.ZERO) : ShapeTraps.number(Formula.of(operands.get(1)), Optional.empty());
            digits.filter(it -> it.compareTo(TWO) < 0).ifPresent(it -> rounded(at, operands.get(0), it.compareTo(Rational.ONE) >= 0 ? 1 : 0));
        }
        operands.forEach(part -> roundings(at, part));
    }

    private void rounded(String at, Expr share, int digits) {
        problems.warning("COARSE_ROUNDING", at, rounded(share, digits));
    }

    static String rounded(Expr share, int digits) {
        return "'" + share + "' is a share: rounded to " + digits + " digits it is a multiple of " + (digits <= 0 ? "100" : "10")
                + " %; round to " + (Math.max(digits, 0) + 2) + " digits for " + Math.max(digits, 0) + " digits of a percent";
    }
}
