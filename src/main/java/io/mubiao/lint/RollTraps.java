package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.problem.Problems;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a roll shows of a rule: constants that are far from every figure, scores that are the same for all, classes without anybody. */
final class RollTraps {
    private static final int FEW = 5;
    private static final int MANY = 20;
    private static final Rational FAR = Rational.of(20);
    private static final Rational ODD = Rational.of(200);
    private static final int MOST_TOLD = 10;

    private final Evaluation evaluation;
    private final EvaluationRule rule;
    private final Problems problems;

    RollTraps(Evaluation evaluation, Problems problems) {
        this.evaluation = evaluation;
        rule = evaluation.rule();
        this.problems = problems;
    }

    void check() {
        for (Group group : rule.groups()) {
            List<String> members = evaluation.stream().filter(it -> it.group().equals(group.id())).map(EnterpriseResult::id).toList();
            if (members.size() >= FEW) {
                group.items().forEach(item -> item("groups." + group.id() + ".items." + item.id(), item, members));
            }
        }
        names();
        long graded = evaluation.stream().filter(it -> it.standing() == Standing.GRADED).count();
        if (graded >= MANY) {
            evaluation.classCounts().forEach((name, count) -> {
                if (count == 0) {
                    problems.warning("EMPTY_CLASS", "classes", "none of the " + graded + " graded enterprises of this roll is in class '" + name + "'");
                }
            });
        }
    }

    private void item(String path, Item item, List<String> members) {
        List<Rational> scores = numbers(members, "score_" + item.id());
        if (scores.size() >= FEW && scores.stream().distinct().count() == 1) {
            problems.warning("FLAT_SCORE", path, "all " + scores.size() + " enterprises of this roll score " + scores.get(0));
        }
        List<Rational> values = rule.labels().find(item.indicator()).isPresent() ? List.of() : numbers(members, item.indicator());
        if (values.size() < FEW) {
            return;
        }
        Rational middle = values.get(values.size() / 2);
        members.stream().filter(id -> evaluation.number(id, item.indicator()).filter(it -> middle.signum() > 0
                && it.compareTo(middle.times(ODD)) > 0).isPresent()).limit(MOST_TOLD).forEach(id -> problems.warning("MAGNITUDE", path + "." + id,
                        "enterprise '" + id + "' has " + shown(evaluation.number(id, item.indicator()).orElseThrow()) + " where the middle one has "
                        + shown(middle) + "; are its figures in other units?"));
        Unit unit = rule.indicators().get(item.indicator()).unit();
        for (Map.Entry<String, Formula> reference : item.references().entrySet()) {
            constant(reference.getValue(), unit).filter(it -> it.signum() > 0 && middle.signum() > 0).ifPresent(base -> {
                Rational times = middle.dividedBy(base);
                if (times.compareTo(FAR) > 0 || times.times(FAR).compareTo(Rational.ONE) < 0) {
                    problems.warning("MAGNITUDE", path + "." + reference.getKey(), "the middle enterprise of this roll has "
                            + shown(middle) + " where '" + reference.getKey() + "' is " + base
                            + " " + unit + "; is the unit right?");
                }
            });
        }
    }

    private static String shown(Rational number) {
        return number.round(Rounding.halfUp(4)).stripTrailingZeros().toPlainString();
    }

    /** One name under two ids, where no rows are evaluated as one. */
    private void names() {
        if (rule.merge().isPresent()) {
            return;
        }
        Map<String, String> seen = new HashMap<>();
        int told = 0;
        for (EnterpriseResult it : evaluation) {
            String other = it.name().equals(it.id()) ? null : seen.putIfAbsent(it.name(), it.id());
            if (other != null && told++ < MOST_TOLD) {
                problems.warning("SAME_NAME", it.id(), "'" + it.id() + "' has the name of '" + other + "', " + it.name() + "; are they one enterprise?");
            }
        }
    }

    /** A fixed number in the unit of the indicator. */
    private Optional<Rational> constant(Formula formula, Unit unit) {
        if (!(formula.expr() instanceof Expr.Literal literal)) {
            return Optional.empty();
        }
        return literal.unit().isEmpty() ? Optional.of(literal.value()) : rule.units().find(literal.unit())
                .filter(it -> it.isCompatibleWith(unit)).map(it -> literal.value().times(it.in(unit)));
    }

    private List<Rational> numbers(List<String> members, String name) {
        return members.stream().map(id -> evaluation.number(id, name)).flatMap(Optional::stream).sorted().toList();
    }
}
