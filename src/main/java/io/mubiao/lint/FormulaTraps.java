package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions of formulas that do nothing, or the contrary, and words and tests that pay whoever is worse. */
final class FormulaTraps {
    private static final Rational TEN = Rational.of(10);
    private static final Rational FEW = Rational.of(5, 100);
    private static final Set<String> GOOD = Set.of("met", "on_pace");
    private static final List<Set<String>> WORDS = List.of(Set.of("优", "优秀"), Set.of("良", "良好"), Set.of("中", "中等", "合格", "一般"),
            Set.of("差", "较差", "不合格"));

    private final ScoringRule rule;
    private final Problems problems;

    private FormulaTraps(ScoringRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(ScoringRule rule, Problems problems) {
        FormulaTraps traps = new FormulaTraps(rule, problems);
        rule.derived().forEach(it -> traps.walk("derived." + it.id(), it.formula().expr()));
        rule.parts().forEach(part -> traps.part("parts." + part.id(), part));
        rule.claims().forEach(claim -> traps.claim((claim.isVeto() ? "vetoes." : "duties.") + claim.id(), claim));
        rule.inputs().forEach(traps::input);
        rule.total().cap().flatMap(it -> ShapeTraps.number(it, Optional.of(rule.points()))).filter(cap -> cap.compareTo(rule.points()) < 0)
                .ifPresent(cap -> problems.warning("SMALL_CAP", "total", "the cap " + cap + " is below the full points " + rule.points()));
    }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        scored(part).forEach(expr -> walk(at, expr));
        part.shape().filter(Shape.Words.class::isInstance).ifPresent(shape -> words(at, (Shape.Words) shape));
        part.times().flatMap(it -> share(it.expr())).filter(it -> it.signum() > 0 && it.compareTo(FEW) < 0).ifPresent(factor ->
                problems.warning("MARK_OF_SHARE", at, "'times' is " + percent(factor) + "; " + percent(factor.times(Rational.HUNDRED))
                        + " was probably meant"));
        part.gate().flatMap(gate -> share(gate.otherwise().expr())).filter(it -> it.signum() > 0).ifPresent(share -> problems.warning("POINTS", at,
                "'else' is in points: " + percent(share) + " is " + share + " points; " + percent(share) + " * w was probably meant"));
    }

    /** What a part scores, and the formula of its points. */
    static List<Expr> scored(Part part) {
        if (!(part.shape().orElse(null) instanceof Shape.Custom custom)) {
            return List.of(part.of().expr());
        }
        Expr points = custom.formula().with(Map.of("x", part.of())).expr();
        return custom.formula().names().contains("x") ? List.of(points) : List.of(part.of().expr(), points);
    }

    private static String percent(Rational share) {
        return share.times(Rational.HUNDRED) + " %";
    }

    private static Optional<Rational> share(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.unit().equals("%") ? Optional.of(literal.value().dividedBy(Rational.HUNDRED))
                : Optional.empty();
    }

    private void input(RuleInput input) {
        input.over().flatMap(over -> over.test()).flatMap(ShareMarks::of).ifPresent(message ->
                problems.warning("MARK_OF_SHARE", "inputs." + input.id(), message));
    }

    /** A test that holds of everybody: nothing counted is below zero. */
    private void claim(String at, Claim claim) {
        if (claim.when().expr() instanceof Expr.Call call && call.function().equals(">=") && call.operands().get(0) instanceof Expr.Name name
                && rule.inputs().find(name.name()).flatMap(RuleInput::unit).filter(unit -> !unit.equals(Unit.NONE)).isEmpty()
                && !name.name().startsWith("points_") && !name.name().startsWith("days_") && !name.name().equals("behind_share")
                && !name.name().equals("shortfall") && number(call.operands().get(1)).filter(it -> it.signum() == 0).isPresent()) {
            problems.warning("SAME_FOR_ALL", at, "'" + claim.when() + "' holds at 0 too; '" + name.name() + " > 0' was probably meant");
        }
    }

    private void words(String at, Shape.Words words) {
        Optional<Rational> better = Optional.empty();
        for (Set<String> same : WORDS) {
            Optional<Rational> points = words.points().entrySet().stream().filter(it -> same.contains(it.getKey())).findFirst()
                    .flatMap(it -> ShapeTraps.number(it.getValue(), Optional.of(Rational.ONE)));
            Optional<Rational> best = better;
            if (points.filter(it -> best.filter(more -> more.compareTo(it) < 0).isPresent()).isPresent()) {
                problems.warning("WRONG_WAY", at, "a worse word has more points: '" + String.join(", ", words.points().keySet()) + "'");
                return;
            }
            better = points.isPresent() ? points : better;
        }
    }

    private static Optional<Rational> number(Expr expr) {
        return ShapeTraps.number(Formula.of(expr), Optional.of(Rational.ONE));
    }

    private void walk(String at, Expr expr) {
        if (expr instanceof Expr.Call call) {
            call(at, call);
            call.operands().forEach(part -> walk(at, part));
        }
    }

    private void call(String at, Expr.Call call) {
        List<Expr> of = call.operands();
        switch (call.function()) {
            case "clamp" -> {
                Optional<Rational> low = number(of.get(1));
                if (low.isPresent() && number(of.get(2)).filter(high -> high.compareTo(low.get()) < 0).isPresent()) {
                    problems.warning("WRONG_WAY", at, "'" + call + "' has its limits the wrong way round; clamp(x, low, high)");
                }
                far(at, call);
            }
            case "min" -> far(at, call);
            case "max" -> {
                far(at, call);
                boolean full = of.stream().anyMatch(it -> it instanceof Expr.Literal && number(it).filter(Rational.ONE::equals).isPresent());
                if (of.size() == 2 && full && of.stream().anyMatch(it -> ShareMarks.isShare(rule, Formula.of(it)))) {
                    problems.warning("WRONG_WAY", at, "'" + call + "' is never less than 100 %; min was probably meant");
                }
            }
            case "best" -> number(of.get(0)).filter(n -> n.compareTo(Rational.of(of.size() - 1L)) >= 0).ifPresent(n ->
                    problems.warning("NO_EFFECT", at, "'" + call + "' takes the best " + n + " of " + (of.size() - 1)));
            case "if" -> {
                Optional<Rational> then = number(of.get(1));
                if (of.get(0) instanceof Expr.Name name && GOOD.contains(name.name()) && rule.inputs().find(name.name()).isEmpty() && then.isPresent()
                        && number(of.get(2)).filter(other -> other.compareTo(then.get()) > 0).isPresent()) {
                    problems.warning("WRONG_WAY", at, "'" + call + "' gives less where '" + name.name() + "' holds");
                }
            }
            default -> {
                // The others have no traps.
            }
        }
    }

    /** A share held by a plain number. */
    private void far(String at, Expr.Call call) {
        boolean share = call.operands().stream().anyMatch(it -> ShareMarks.isShare(rule, Formula.of(it)));
        call.operands().stream().filter(it -> share && it instanceof Expr.Literal literal && literal.unit().isEmpty() && literal.value().compareTo(TEN) >= 0)
                .findFirst().flatMap(FormulaTraps::number).ifPresent(mark -> problems.warning("MARK_OF_SHARE", at, ShareMarks.told(mark)));
    }
}
