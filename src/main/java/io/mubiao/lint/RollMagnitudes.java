package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.internal.RuleFormulas;
import io.mubiao.problem.Problems;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fixed numbers of a rule, wherever they are compared with figures or divided into them, that are far from the middle figure of a roll. */
final class RollMagnitudes {
    private static final int FEW = 5;
    private static final int LEAST = 3;
    private static final Rational FAR = Rational.of(20);
    private static final Rational VERY_FAR = Rational.HUNDRED;
    /** Of a mark that nearly everybody passes, as a test of whether there is anything is. */
    private static final Rational LOW = Rational.of(1000);
    private static final Set<String> RELATIONS = Set.of("<", "<=", ">", ">=", "==", "!=", "min", "max", "clamp");

    private final Evaluation evaluation;
    private final EvaluationRule rule;
    private final FixedNumbers fixed;
    private final Problems problems;
    private final List<String> everybody;
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, Optional<Rational>> middles = new HashMap<>();
    private final Set<List<String>> told = new HashSet<>();

    RollMagnitudes(Evaluation evaluation, Problems problems) {
        this.evaluation = evaluation;
        rule = evaluation.rule();
        fixed = new FixedNumbers(rule);
        this.problems = problems;
        everybody = evaluation.stream().map(EnterpriseResult::id).toList();
        evaluation.stream().forEach(it -> members.computeIfAbsent(it.group(), group -> new ArrayList<>()).add(it.id()));
    }

    void check() {
        for (Group group : rule.groups()) {
            group.items().forEach(item -> {
                String path = "groups." + group.id() + ".items." + item.id();
                references(path, item, group);
                item.other().ifPresent(other -> references(path, other, group));
            });
        }
        RuleFormulas.each(rule, this::formula);
    }

    /**
     * A figure and a number beside it.
     *
     * @param taken whether the number is taken from it or divides it, which small ones do with good reason
     */
    private record Held(String figure, FixedNumbers.Fixed number, boolean taken) {}

    private void references(String path, Item item, Group group) {
        rule.indicators().find(item.indicator()).ifPresent(indicator -> references(path, item, group, indicator.unit()));
    }

    private void references(String path, Item item, Group group, Unit unit) {
        List<String> ids = members.getOrDefault(group.id(), List.of());
        item.references().forEach((name, formula) -> middle(group.id(), ids, item.indicator()).ifPresent(middle ->
                fixed.of(formula.expr(), unit, true).forEach(it -> {
                    Rational far = it.isOneOfSome() || isFewer(ids, item.indicator()) ? VERY_FAR : FAR;
                    if (isFar(middle, it.value(), far) && told.add(List.of(path, name, it.value().toString()))) {
                        problems.warning("MAGNITUDE", path + "." + name, "the middle enterprise of this roll has " + RollTraps.shown(middle) + " where '"
                                + name + "' is " + it.shown(unit) + "; is the unit right?");
                    }
                })));
    }

    private boolean isFewer(List<String> ids, String figure) {
        return ids.stream().filter(id -> evaluation.number(id, figure).isPresent()).limit(FEW).count() < FEW;
    }

    private void formula(String path, Formula formula) {
        List<Held> held = new ArrayList<>();
        walk(formula.expr(), held);
        String[] parts = path.split("\\.", -1);
        String group = parts[0].equals("groups") && parts.length > 2 ? parts[1] : "";
        List<String> ids = group.isEmpty() ? everybody : members.getOrDefault(group, List.of());
        held.stream().map(Held::figure).distinct().forEach(figure -> middle(group, ids, figure).ifPresent(middle -> {
            List<Held> own = held.stream().filter(it -> it.figure().equals(figure)).toList();
            own.stream().filter(it -> it.number().value().compareTo(middle.times(VERY_FAR)) > 0).forEach(it -> tell(path, it, middle));
            Optional<Held> most = own.stream().filter(it -> !it.taken()).max((one, other) -> one.number().value().compareTo(other.number().value()));
            most.filter(it -> it.number().value().times(LOW).compareTo(middle) < 0).ifPresent(it -> tell(path, it, middle));
        }));
    }

    private void tell(String path, Held held, Rational middle) {
        if (told.add(List.of(path, held.figure(), held.number().value().toString()))) {
            problems.warning("MAGNITUDE", path, "the middle enterprise of this roll has " + RollTraps.shown(middle) + " for '" + held.figure()
                    + "', which the rule holds against " + held.number().shown(unit(held.figure()).orElse(Unit.NONE)) + "; is the unit right?");
        }
    }

    private void walk(Expr expr, List<Held> held) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        List<Expr> of = call.operands();
        if (RELATIONS.contains(call.function())) {
            of.forEach(figure -> of.forEach(number -> hold(figure, number, false, held)));
        } else if (call.function().equals("steps") && !of.isEmpty()) {
            for (int i = 2; i < of.size(); i += 2) {
                hold(of.get(0), of.get(i), false, held);
            }
        } else if (call.function().equals("-")) {
            of.forEach(figure -> of.forEach(number -> hold(figure, number, true, held)));
        } else if (call.function().equals("/")) {
            difference(of.get(0)).forEach(figure -> hold(figure, of.get(1), true, held));
        }
        of.forEach(part -> walk(part, held));
    }

    /** A figure, and what a figure is away from a mark. */
    private static Stream<Expr> difference(Expr expr) {
        return expr instanceof Expr.Call call && call.function().equals("-") ? call.operands().stream() : Stream.of(expr);
    }

    private void hold(Expr figure, Expr number, boolean taken, List<Held> held) {
        if (figure instanceof Expr.Name name) {
            unit(name.name()).ifPresent(unit -> fixed.of(number, unit, false).filter(it -> it.value().signum() > 0)
                    .forEach(it -> held.add(new Held(name.name(), it, taken))));
        }
    }

    /** Of a figure of the roll. */
    private Optional<Unit> unit(String name) {
        return rule.columns().find(name).filter(it -> it.kind() == Symbol.Kind.NUMBER).map(it -> it.unit())
                .or(() -> rule.derived().find(name).filter(it -> evaluation.kind(name) == Symbol.Kind.NUMBER).map(it -> it.unit()))
                .or(() -> rule.indicators().find(name).map(it -> it.unit()));
    }

    private Optional<Rational> middle(String group, List<String> ids, String figure) {
        return middles.computeIfAbsent(group + " " + figure, key -> {
            List<Rational> sorted = ids.stream().map(id -> evaluation.number(id, figure)).flatMap(Optional::stream).sorted().toList();
            return sorted.size() < LEAST ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2)).filter(it -> it.signum() > 0);
        });
    }

    private static boolean isFar(Rational middle, Rational number, Rational factor) {
        return number.signum() > 0 && (middle.compareTo(number.times(factor)) > 0 || number.compareTo(middle.times(factor)) > 0);
    }
}
