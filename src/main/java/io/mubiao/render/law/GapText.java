package io.mubiao.render.law;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an item gives where there is no ordinary answer, and whether cap and floor hold that. */
final class GapText {
    private final EvaluationRule rule;
    private final Say say;
    private final FormulaText formulas;

    GapText(EvaluationRule rule, Say say, FormulaText formulas) {
        this.rule = rule;
        this.say = say;
        this.formulas = formulas;
    }

    String negative(Item it) {
        return ofText(it) && it.negative().equals(Policy.COMPUTE) ? "" : say.either("指标为负的", "a negative indicator ") + policy(it.negative())
                + (isBeyond(it, it.negative()) ? say.either("，再按封顶、保底取定", ", which cap and floor then hold") : "");
    }

    String zero(Item it) {
        return it.zero().equals(Policy.COMPUTE) ? "" : say.either("指标为零的，不论封顶保底，", "an indicator of zero, whatever cap and floor, ") + policy(it.zero());
    }

    /** Whether an item scores a text, which is neither negative nor divided. */
    private boolean ofText(Item it) {
        return rule.indicators().find(it.indicator()).isEmpty();
    }

    /** What is done where there is no ordinary answer; cases that are treated alike stand together. */
    String gaps(Item it) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        cases.computeIfAbsent(gap(it, it.missing()), key -> new ArrayList<>()).add(say.either("缺数据", "figures missing"));
        if (!ofText(it) || !it.zeroDivisor().equals(Policy.REFUSE)) {
            cases.computeIfAbsent(gap(it, it.zeroDivisor()), key -> new ArrayList<>()).add(say.either("指标的除数为零", "divisor of the indicator zero"));
        }
        if (!ofText(it) || !it.degenerate().equals(Policy.REFUSE)) {
            cases.computeIfAbsent(gap(it, it.degenerate()), key -> new ArrayList<>()).add(say.either("计分公式的除数为零或基准值无企业形成", "divisor of the score zero or nobody to form its baseline"));
        }
        return cases.entrySet().stream().map(same -> say.list(same.getValue()) + say.either("的", ": ") + same.getKey())
                .collect(Collectors.joining(say.either("；", "; ")));
    }

    private String gap(Item item, Policy it) {
        return policy(it) + (isBeyond(item, it) ? say.either("，不论封顶保底", ", whatever cap and floor") : "");
    }

    /** Whether points of their own may lie beyond the cap or the floor, so that it matters which holds. */
    private static boolean isBeyond(Item item, Policy it) {
        if (it.kind() != Policy.Kind.POINTS || it.points().isEmpty()) {
            return false;
        }
        Optional<Rational> points = number(it.points().get());
        return item.limits().floor().filter(floor -> !isAtMost(number(floor), points)).isPresent()
                || item.limits().cap().filter(cap -> points.filter(given -> given.signum() <= 0).isEmpty() && !isAtMost(points, number(cap))).isPresent();
    }

    private static Optional<Rational> number(Formula formula) {
        return formula.expr() instanceof Expr.Literal literal && literal.unit().isEmpty() ? Optional.of(literal.value()) : Optional.empty();
    }

    private static boolean isAtMost(Optional<Rational> one, Optional<Rational> other) {
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) <= 0;
    }

    private String policy(Policy it) {
        return switch (it.kind()) {
            case REFUSE -> say.either("不予计算", "there is no total");
            case COMPUTE -> say.either("按公式计算", "as the formula says");
            case POINTS -> say.either("得 ", "gives ") + it.points().map(formulas::points).orElse("");
            case MEAN_SCORE -> say.either("取同组得分的平均，不定级的也计入", "the mean score of the group, the ungraded too");
            case REWEIGHT -> say.either("剔除该项，其余权重按比例提高", "it is left out and the other weights rise in proportion");
        };
    }
}
