package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.ClassRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.Label;
import io.mubiao.land.Policy;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule of land efficiency says and nobody can ever get: bands of tests, groups, labels and classes without anybody. */
final class RuleTraps {
    private final EvaluationRule rule;
    private final Problems problems;

    RuleTraps(EvaluationRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    void check() {
        rule.groups().forEach(group -> group.items().forEach(item -> item("groups." + group.id() + ".items." + item.id(), item)));
        groups();
        rule.labels().forEach(this::label);
        rule.classes().ifPresent(this::classes);
    }

    private void item(String path, Item item) {
        Optional<Rational> weight = ShapeTraps.number(item.weight(), Optional.empty());
        ShapeTraps.check(path, item.shape(), weight, item.limits(), problems);
        if (item.shape() instanceof Shape.Custom custom && custom.formula().names().stream().allMatch("w"::equals)) {
            problems.warning("FLAT_SCORE", path, "the score is the same for everybody, whatever the figures");
        }
        Optional<Rational> floor = item.limits().floor().flatMap(it -> ShapeTraps.number(it, weight));
        if (item.negative().kind() == Policy.Kind.POINTS) {
            item.negative().points().flatMap(it -> ShapeTraps.number(it, weight)).filter(points -> floor.filter(it -> it.compareTo(points) > 0).isPresent())
                    .ifPresent(points -> problems.warning("FLOOR_SWALLOWS", path, "the floor " + floor.orElseThrow() + " swallows the points " + points
                            + " that the score gives"));
        }
    }

    private void groups() {
        String first = "";
        for (Group group : rule.groups()) {
            if (!first.isEmpty()) {
                problems.warning("NEVER_REACHED", "groups." + group.id(), "nobody gets here: '" + first + "' before it takes everybody");
            }
            first = first.isEmpty() && group.when().isEmpty() ? group.id() : first;
        }
    }

    private void label(Label label) {
        String first = "";
        for (Label.Choice choice : label.choices()) {
            if (!first.isEmpty()) {
                problems.warning("NEVER_REACHED", "labels." + label.id(), "nobody gets '" + choice.label() + "': '" + first + "' before it takes everybody");
            }
            first = first.isEmpty() && choice.when().isEmpty() ? choice.label() : first;
        }
    }

    private void classes(ClassRule it) {
        it.cuts().forEach((key, cuts) -> cuts(it, key, cuts));
        Map<String, Formula> reached = new LinkedHashMap<>();
        for (String name : it.classes()) {
            Formula least = it.least().get(name);
            Formula test = least != null ? Formula.call(">=", Formula.name("total"), least) : it.tests().get(name);
            if (test == null) {
                continue;
            }
            reached.forEach((better, asked) -> {
                if (implies(test, asked)) {
                    problems.warning("EMPTY_CLASS", "classes." + (least != null ? "at-least." : "tests.") + name, "class '" + name
                            + "' stays empty for every roll: whoever meets its test meets that of '" + better + "' before it");
                }
            });
            reached.put(name, test);
        }
    }

    private void cuts(ClassRule it, String key, List<Formula> cuts) {
        for (int i = 0; i < cuts.size() && i < it.classes().size(); i++) {
            Formula before = i == 0 ? Formula.parse("0 %") : cuts.get(i - 1);
            if (cuts.get(i).equals(before) || (i == 0 && ShapeTraps.number(cuts.get(i), Optional.empty()).filter(share -> share.signum() == 0).isPresent())) {
                problems.warning("EMPTY_CLASS", key.isEmpty() ? "classes.cuts" : "classes.cuts." + key, "class '" + it.classes().get(i)
                        + "' stays empty for every roll: its share ends where it begins, at " + cuts.get(i));
            }
        }
    }

    /** Whether whoever meets a test meets another one, of comparisons of one thing with numbers in one unit. */
    private static boolean implies(Formula test, Formula other) {
        if (test.equals(other)) {
            return true;
        }
        if (!(test.expr() instanceof Expr.Call a) || !(other.expr() instanceof Expr.Call b) || a.operands().size() != 2 || b.operands().size() != 2
                || !a.operands().get(0).equals(b.operands().get(0)) || !(a.operands().get(1) instanceof Expr.Literal left)
                || !(b.operands().get(1) instanceof Expr.Literal right) || !left.unit().equals(right.unit())) {
            return false;
        }
        int order = left.value().compareTo(right.value());
        return switch (a.function() + " " + b.function()) {
            case ">= >=", "> >", "> >=" -> order >= 0;
            case ">= >" -> order > 0;
            case "<= <=", "< <", "< <=" -> order <= 0;
            case "<= <" -> order < 0;
            default -> false;
        };
    }
}
