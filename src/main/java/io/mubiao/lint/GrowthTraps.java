package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.internal.RuleFormulas;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Derived;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Growth reckoned backwards: {@code growth(prior("tax"), tax)} for {@code growth(tax, prior("tax"))}. */
final class GrowthTraps {
    private static final Pattern EARLIER = Pattern.compile("上年|去年|前年|上一年|上期|基期");

    private final Function<String, String> titles;
    private final Problems problems;
    private final Map<String, Set<Integer>> derived = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    private GrowthTraps(Iterable<Derived> derived, Function<String, String> titles, Problems problems) {
        this.titles = titles;
        this.problems = problems;
        derived.forEach(it -> this.derived.put(it.id(), years(it.formula().expr())));
    }

    static void check(EvaluationRule rule, Problems problems) {
        GrowthTraps traps = new GrowthTraps(rule.derived(), name -> rule.columns().find(name).map(it -> it.title()).orElse(""), problems);
        RuleFormulas.each(rule, (path, formula) -> traps.walk(path, formula.expr()));
    }

    static void check(ScoringRule rule, Problems problems) {
        GrowthTraps traps = new GrowthTraps(rule.derived(), name -> rule.inputs().find(name).map(it -> it.title()).orElse(""), problems);
        rule.derived().forEach(it -> traps.walk("derived." + it.id(), it.formula().expr()));
        rule.parts().forEach(part -> traps.part("parts." + part.id(), part));
        rule.claims().forEach(it -> traps.walk((it.isVeto() ? "vetoes." : "duties.") + it.id(), it.when().expr()));
    }

    private void part(String at, Part part) {
        part.parts().forEach(inner -> part(at + ".parts." + inner.id(), inner));
        walk(at, part.formula().expr());
    }

    private void walk(String at, Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        if (call.function().equals("growth") || call.function().equals("cagr")) {
            List<Expr> turned = new ArrayList<>(call.operands());
            turned.set(0, call.operands().get(1));
            turned.set(1, call.operands().get(0));
            if (isBefore(turned.get(1), turned.get(0)) && told.add(at + call)) {
                problems.warning("WRONG_WAY", at, "'" + call + "' takes the earlier figure for the later one; "
                        + Formula.of(new Expr.Call(call.function(), turned)) + " was probably meant");
            }
        }
        call.operands().forEach(operand -> walk(at, operand));
    }

    /** Whether all of the one lies in years before all of the other. */
    private boolean isBefore(Expr one, Expr other) {
        Set<Integer> first = years(one);
        Set<Integer> second = years(other);
        return !first.isEmpty() && !second.isEmpty() && Collections.min(first) > Collections.max(second);
    }

    /** How many years before this one the figures of a formula are; of what only its title says, one. */
    private Set<Integer> years(Expr expr) {
        Set<Integer> years = new HashSet<>();
        if (expr instanceof Expr.Name name) {
            years.addAll(derived.getOrDefault(name.name(), Set.of()));
            if (!derived.containsKey(name.name())) {
                years.add(EARLIER.matcher(name.name() + titles.apply(name.name())).find() ? 1 : 0);
            }
        } else if (expr instanceof Expr.Call call && call.function().equals("prior") && call.operands().get(0) instanceof Expr.Text) {
            years.add(call.operands().size() == 2 && call.operands().get(1) instanceof Expr.Text number ? Integer.parseInt(number.text()) : 1);
        } else if (expr instanceof Expr.Call call) {
            call.operands().forEach(operand -> years.addAll(years(operand)));
        }
        return years;
    }
}
