package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.internal.RuleFormulas;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Parameter;
import io.mubiao.scoring.internal.ShareMarks;
import io.mubiao.shape.Shape;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shares that a rule of land holds against plain numbers: 90 is 9000 %, in whatever test, shape or baseline it stands. */
final class ShareTests {
    private static final Rational TWO = Rational.of(2);
    private static final Rational FAR = Rational.of(10);
    private static final Set<String> COMPARES = Set.of("<", "<=", ">", ">=", "==", "!=");
    /** What of shares is a share in the same measure. */
    private static final Set<String> KEEPS = Set.of("+", "-", "max", "min", "abs", "mean", "mean_given", "orelse", "clamp");
    private static final Set<String> FIRST = Set.of("round", "floor", "ceiling", "round_half_even", "round_half_down", "round_up", "round_down",
            "if_zero_divisor");
    private static final Set<String> OF_NAME = Set.of("prior", "mean", "lowest", "highest");
    private static final Set<String> RATES = Set.of("growth", "cagr");

    private final EvaluationRule rule;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    private ShareTests(EvaluationRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(EvaluationRule rule, Problems problems) {
        ShareTests tests = new ShareTests(rule, problems);
        for (Group group : rule.groups()) {
            for (Item item : group.items()) {
                String path = "groups." + group.id() + ".items." + item.id();
                if (item.shape() instanceof Shape.Custom) {
                    tests.compared(path, item.plainFormula(true).expr());
                }
                boolean isOfShare = item.shape() instanceof Shape.Steps steps ? steps.ofRatio() : tests.isPercent(item.indicator());
                ShareMarks.far(item.shape()).filter(mark -> isOfShare).ifPresent(mark -> problems.warning("MARK_OF_SHARE", path, ShareMarks.told(mark)));
            }
        }
        rule.baselines().stream().filter(it -> tests.isPercent(it.indicator())).forEach(it -> it.constant().flatMap(constant -> tests.plain(constant.expr()))
                .filter(mark -> mark.compareTo(TWO) >= 0).ifPresent(mark -> problems.warning("MARK_OF_SHARE", "baselines." + it.id(), ShareMarks.told(mark))));
        RuleFormulas.each(rule, (path, formula) -> {
            if (!path.contains(".items.")) {
                tests.compared(path, formula.expr());
            }
        });
    }

    private void compared(String path, Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        if (COMPARES.contains(call.function()) && call.operands().size() == 2) {
            for (int side = 0; side < 2; side++) {
                Expr of = call.operands().get(side);
                Rational least = isShare(of) ? Rational.ONE : isRate(of) ? FAR : null;
                Optional<Rational> mark = least == null ? Optional.empty()
                        : plain(call.operands().get(1 - side)).filter(it -> it.abs().compareTo(least) >= 0);
                mark.filter(it -> told.add(path + call)).ifPresent(it -> problems.warning("MARK_OF_SHARE", path, told(call, it)));
            }
        }
        call.operands().forEach(part -> compared(path, part));
    }

    private static String told(Expr.Call test, Rational mark) {
        Rational percent = mark.times(Rational.HUNDRED);
        return mark.abs().equals(Rational.ONE)
                ? "'" + test + "' compares a share with " + mark + ", which is " + percent + " %; write " + percent + " %, or " + mark + " % if that is meant"
                : "'" + test + "' compares a share with " + mark + ", which is " + percent + " %; " + mark + " % was probably meant";
    }

    /** A number without a unit, as it stands or as a parameter. */
    private Optional<Rational> plain(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal.unit().isEmpty() ? Optional.of(literal.value()) : Optional.empty();
        }
        if (expr instanceof Expr.Call call && call.function().equals("-") && call.operands().size() == 1) {
            return plain(call.operands().get(0)).map(Rational::negate);
        }
        return expr instanceof Expr.Name name ? rule.parameters().find(name.name()).flatMap(Parameter::value)
                .filter(it -> it.unit().equals(Unit.NONE)).map(Quantity::amount) : Optional.empty();
    }

    /** Whether it is worked out as a share, and declared by nobody to be one in percent. */
    private static boolean isRate(Expr expr) {
        return expr instanceof Expr.Call call && RATES.contains(call.function());
    }

    private boolean isShare(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return isPercent(name.name());
        }
        if (!(expr instanceof Expr.Call call) || call.operands().isEmpty()) {
            return false;
        }
        List<Expr> of = call.operands();
        if (of.get(0) instanceof Expr.Text text) {
            return OF_NAME.contains(call.function()) && isPercent(text.text());
        }
        return KEEPS.contains(call.function()) ? of.stream().anyMatch(this::isShare)
                : FIRST.contains(call.function()) ? isShare(of.get(0))
                : call.function().equals("if") && of.stream().skip(1).anyMatch(this::isShare);
    }

    private boolean isPercent(String name) {
        Optional<Unit> unit = rule.columns().find(name).map(it -> it.unit()).or(() -> rule.indicators().find(name).map(it -> it.unit()))
                .or(() -> rule.derived().find(name).map(it -> it.unit())).or(() -> rule.baselines().find(name)
                        .flatMap(it -> rule.indicators().find(it.indicator())).map(it -> it.unit()));
        return unit.filter(it -> it.isShare() && !it.equals(Unit.NONE)).isPresent();
    }
}
