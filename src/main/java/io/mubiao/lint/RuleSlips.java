package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.internal.Foregone;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.land.PostRule;
import io.mubiao.land.internal.RuleFormulas;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule of land efficiency says that can be meant and seldom is, each with what was probably meant. */
final class RuleSlips {
    private static final Rational SMALL = Rational.of(10);
    private static final Rational MANY_TIMES = Rational.of(20);
    private static final Rational HALF = Rational.ONE.dividedBy(Rational.of(2));
    private static final List<String> ORDERS = List.of("甲乙丙丁戊己庚辛", "一二三四五六七八九", "ⅠⅡⅢⅣⅤ", "优良中差");

    private final EvaluationRule rule;
    private final Problems problems;
    private final RuleDomains domains;
    private final RuleReach reach;

    RuleSlips(EvaluationRule rule, RuleReach reach, RuleDomains domains, Problems problems) {
        this.rule = rule;
        this.reach = reach;
        this.domains = domains;
        this.problems = problems;
    }

    void check() {
        tests();
        rule.groups().forEach(this::group);
        total();
        rule.bonuses().forEach(this::bonus);
        rule.baselines().forEach(this::baseline);
        rule.classes().ifPresent(this::classes);
        overrides();
        rule.consequences().forEach(this::rates);
        period();
        emptyDivisors();
    }

    private void warning(String code, String path, String message) {
        problems.warning(code, path, message);
    }

    /** Tests that whoever has figures within their limits meets, or nobody. */
    private void tests() {
        Set<String> told = new HashSet<>();
        RuleFormulas.each(rule, (path, formula) -> {
            for (Foregone.Finding it : Foregone.find(formula.expr(), rule.units(), domains::find)) {
                if (told.add(path + it.test())) {
                    warning("SAME_FOR_ALL", path, it.holds() ? "the test '" + it.test() + "' holds for everybody, within the limits that the rule sets"
                            : "the test '" + it.test() + "' holds for nobody, within the limits that the rule sets");
                }
            }
        });
        rule.classes().ifPresent(it -> it.least().forEach((name, least) -> {
            Optional<Rational> most = domains.find("total").flatMap(Foregone.Domain::most);
            if (most.isPresent() && number(least).filter(points -> points.compareTo(most.get()) > 0).isPresent()) {
                warning("EMPTY_CLASS", "classes.at-least." + name, "class '" + name + "' stays empty for every roll: it needs " + least
                        + ", but a total is at most " + most.get());
            }
        }));
    }

    private void group(Group group) {
        Map<String, String> scored = new HashMap<>();
        for (Item item : group.items()) {
            String path = "groups." + group.id() + ".items." + item.id();
            Optional<Indicator> indicator = rule.indicators().find(item.indicator());
            String before = scored.putIfAbsent(item.indicator(), item.id());
            if (before != null && indicator.isPresent()) {
                warning("TWICE", path, "the indicator '" + item.indicator() + "' is scored by '" + before + "' too; is another one meant?");
            }
            Optional<Rational> weight = number(item.weight());
            if (weight.filter(it -> it.signum() > 0).isPresent()) {
                gaps(path, item, weight.get());
                item.limits().cap().flatMap(RuleSlips::number).filter(cap -> cap.signum() > 0 && cap.times(SMALL).compareTo(weight.get()) < 0)
                        .filter(cap -> item.plainFormula(true).names().stream().noneMatch("w"::equals)
                                && (item.shape() instanceof Shape.Ratio || item.shape() instanceof Shape.InverseMean || item.shape() instanceof Shape.Efficacy))
                        .ifPresent(cap -> warning("SMALL_CAP", path, "the cap is " + cap + " of " + weight.get() + " points; write " + cap
                                + " * w if so many times the weight is meant"));
            }
            indicator.ifPresent(it -> direction(path, item, it));
            item.references().forEach((role, formula) -> indicator.ifPresent(it -> otherUnit(path + "." + role, formula, it.unit())));
        }
    }

    /** Points for who lacks a figure, or has none, that are as good as full points. */
    private void gaps(String path, Item item, Rational weight) {
        Map<String, Policy> policies = Map.of("missing", item.missing(), "zero", item.zero(), "zero-divisor", item.zeroDivisor(),
                "degenerate", item.degenerate(), "negative", item.negative());
        policies.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(it -> it.getValue().points()
                .flatMap(points -> ShapeTraps.number(points, Optional.of(weight)))
                .filter(points -> points.compareTo(it.getKey().equals("negative") ? Rational.ZERO : weight) > 0)
                .ifPresent(points -> warning("GAP_PAYS", path, "'" + it.getKey() + "' gives " + points + " points where the full points are " + weight)));
    }

    /** More tax an area of land is better, more energy a sum of money is worse. */
    private void direction(String path, Item item, Indicator indicator) {
        boolean grows = item.shape() instanceof Shape.Ratio || item.shape() instanceof Shape.Efficacy || item.shape() instanceof Shape.RankPoints;
        Units units = rule.units();
        Unit unit = indicator.unit();
        boolean isYield = List.of("亩", "吨标煤", "kWh", "吨", "人").stream().anyMatch(it -> unit.isCompatibleWith(units.get("万元").per(units.get(it))));
        boolean isUse = List.of("亩", "吨标煤", "kWh", "吨").stream().anyMatch(it -> unit.isCompatibleWith(units.get(it).per(units.get("万元"))));
        if (grows && (indicator.higherIsBetter() ? isUse : isYield)) {
            warning("DIRECTION", path, indicator.higherIsBetter()
                    ? "'" + indicator.title() + "' is in " + unit + " and more of it scores more; write better: lower if less is better"
                    : "'" + indicator.title() + "' is in " + unit + " and less of it scores more; leave out better: lower if more is better");
        }
    }

    /** A number in a smaller unit than the indicator's that would be a usual one in the indicator's. */
    private void otherUnit(String path, Formula formula, Unit unit) {
        if (formula.expr() instanceof Expr.Literal literal && !literal.unit().isEmpty() && literal.value().signum() > 0) {
            rule.units().find(literal.unit()).filter(it -> it.isCompatibleWith(unit) && !it.isShare()).ifPresent(it -> {
                Rational factor = it.in(unit);
                Rational meant = literal.value().times(factor);
                if (factor.times(Rational.of(1000)).compareTo(Rational.ONE) <= 0 && meant.times(SMALL).compareTo(Rational.ONE) < 0) {
                    warning("OTHER_UNIT", path, "found " + literal + ", which is " + meant + " " + unit + "; is " + literal.value() + " " + unit + " meant?");
                }
            });
        }
    }

    private void total() {
        Optional<Rational> cap = rule.total().limits().cap().flatMap(RuleSlips::number);
        Optional<Rational> floor = rule.total().limits().floor().flatMap(RuleSlips::number);
        for (Group group : rule.groups()) {
            group.weightsTotal().flatMap(RuleSlips::number).ifPresent(weights -> {
                cap.filter(it -> it.compareTo(weights) < 0).ifPresent(it -> warning("SMALL_CAP", "total", "the cap " + it
                        + " is below the full points of group '" + group.id() + "', " + weights));
                floor.filter(it -> it.compareTo(weights) >= 0).ifPresent(it -> warning("FLOOR_SWALLOWS", "total", "the floor " + it
                        + " gives everybody in group '" + group.id() + "' at least the full points, " + weights));
            });
        }
    }

    private void bonus(Bonus it) {
        String path = "bonuses." + it.id();
        Optional<Rational> amount = number(it.amount());
        Optional<Rational> limit = it.limit().flatMap(RuleSlips::number);
        if (!it.ofSubtotal() && amount.isPresent() && limit.filter(most -> most.compareTo(amount.get().abs()) < 0).isPresent()) {
            warning("LIMIT_BINDS", path, "the limit " + limit.get() + " holds everybody below the " + amount.get() + " points of the bonus");
        }
        if (it.ofSubtotal() && amount.filter(share -> share.abs().compareTo(Rational.ONE) > 0).isPresent()) {
            warning("MAGNITUDE", path, "the bonus is " + it.amount() + " of what the items sum up to, more than all of it");
        }
        if (it.when().isEmpty() && reach.of(it.amount()).only().isPresent() && !it.amount().toString().contains("undefined(")) {
            warning("FLAT_SCORE", path, "everybody gets this bonus; say 'when'");
        }
    }

    private void baseline(BaselineRule it) {
        String path = "baselines." + it.id();
        it.times().flatMap(RuleSlips::number).filter(times -> times.compareTo(MANY_TIMES) >= 0).ifPresent(times -> warning("MAGNITUDE", path,
                "'times' is " + times + ", so many times the figure; write " + times + " % if a share is meant"));
        boolean higher = rule.indicators().find(it.indicator()).map(Indicator::higherIsBetter).orElse(true);
        it.percentile().filter(some -> higher && some.share().compareTo(HALF) < 0).ifPresent(some -> warning("PERCENTILE", path, "a percentile of "
                + percent(some.share()) + " has " + percent(some.share()) + " of the enterprises below it; write "
                + percent(Rational.ONE.minus(some.share())) + " for the figure that the best " + percent(some.share()) + " reach"));
    }

    private static String percent(Rational share) {
        return share.times(Rational.HUNDRED) + " %";
    }

    private void classes(ClassRule it) {
        String last = it.classes().get(it.rest());
        if (it.requires().containsKey(last)) {
            warning("NO_EFFECT", "classes.require." + last, "who fails this goes to the next class, but '" + last + "' is the last");
        }
        scale(it);
        List<Integer> places = it.classes().stream().map(RuleSlips::place).toList();
        for (int i = 1; i < places.size(); i++) {
            boolean known = places.get(i - 1) >= 0 && places.get(i) / 1000 == places.get(i - 1) / 1000;
            if (known && places.get(i) < places.get(i - 1)) {
                warning("ORDER", "classes.order", "'order' lists the best class first: found '" + it.classes().get(i - 1) + "' before '"
                        + it.classes().get(i) + "'");
                return;
            }
        }
    }

    /** Thresholds and shares that are a hundredth of what is usual. */
    private void scale(ClassRule it) {
        boolean ofMany = rule.groups().stream().flatMap(group -> group.weightsTotal().flatMap(RuleSlips::number).stream()).anyMatch(Rational.HUNDRED::equals);
        String best = it.classes().get(0);
        Optional.ofNullable(it.least().get(best)).flatMap(RuleSlips::number).filter(least -> ofMany && least.signum() > 0
                && least.compareTo(Rational.ONE) <= 0).ifPresent(least -> warning("MAGNITUDE", "classes.at-least." + best, "class '" + best
                        + "' needs " + least + " of 100 points; " + least.times(Rational.HUNDRED) + " was probably meant"));
        it.cuts().forEach((key, all) -> all.stream().limit(1).flatMap(share -> ShapeTraps.number(share, Optional.empty()).stream())
                .filter(share -> share.signum() > 0 && share.times(Rational.HUNDRED).compareTo(Rational.ONE) < 0)
                .forEach(share -> warning("MAGNITUDE", "classes.cuts", "class '" + best + "' has " + percent(share) + " of all; "
                        + percent(share.times(Rational.HUNDRED)) + " was probably meant")));
    }

    /** Where the first character of a class stands in what is usually counted by; negative if nowhere. More stars are better. */
    private static int place(String name) {
        if (name.contains("星")) {
            return -1;
        }
        char first = name.isEmpty() ? ' ' : name.charAt(0);
        for (int i = 0; i < ORDERS.size(); i++) {
            if (ORDERS.get(i).indexOf(first) >= 0) {
                return 1000 * (i + 1) + ORDERS.get(i).indexOf(first);
            }
        }
        return first < 128 && Character.isLetterOrDigit(first) ? first : -1;
    }

    /** Of two overrides for the same facts the later has the last word. */
    private void overrides() {
        List<String> classes = rule.classes().map(ClassRule::classes).orElse(List.of());
        List<PostRule> all = new ArrayList<>();
        for (PostRule later : rule.overrides()) {
            for (PostRule it : all) {
                boolean same = it.when().isPresent() && it.when().equals(later.when());
                int first = classes.indexOf(it.to());
                int second = classes.indexOf(later.to());
                boolean undone = (it.effect() == PostRule.Effect.NOT_ABOVE && later.effect() == PostRule.Effect.NOT_BELOW) ? second < first
                        : (it.effect() == PostRule.Effect.NOT_BELOW && later.effect() == PostRule.Effect.NOT_ABOVE) ? second > first
                        : it.effect() != PostRule.Effect.SHIFT && later.effect() == PostRule.Effect.SET && first != second;
                if (same && undone) {
                    warning("UNDONE", "overrides." + later.id(), "it undoes '" + it.id() + "', which concerns the same enterprises; the later one counts");
                }
            }
            all.add(later);
        }
    }

    /** A worse class pays no less and is given back no more. */
    private void rates(Consequence it) {
        List<String> classes = rule.classes().map(ClassRule::classes).orElse(List.of());
        String before = "";
        Rational reached = Rational.ZERO;
        for (String name : classes) {
            Optional<Rational> rate = Optional.ofNullable(it.rates().get(name)).flatMap(years -> rate(years.get(0)));
            if (rate.isEmpty()) {
                continue;
            }
            int order = before.isEmpty() ? 0 : rate.get().compareTo(reached);
            if (it.kind() == Consequence.Kind.SURCHARGE ? order < 0 : order > 0) {
                warning("ORDER", "consequences." + it.id(), it.kind() == Consequence.Kind.SURCHARGE
                        ? "class '" + name + "' pays less than the better class '" + before + "'"
                        : "class '" + name + "' is given back more than the better class '" + before + "'");
                return;
            }
            before = name;
            reached = rate.get();
        }
    }

    /** All rates of a consequence are in one unit. */
    private static Optional<Rational> rate(Formula formula) {
        return formula.expr() instanceof Expr.Literal literal ? Optional.of(literal.value()) : Optional.empty();
    }

    private void period() {
        rule.valid().filter(span -> rule.year() > 0 && span.last().getYear() < rule.year()).ifPresent(span -> warning("PERIOD", "valid",
                "it ended on " + span.last() + ", before the year " + rule.year() + " that is evaluated"));
    }

    /** A blank that counts as zero is a divisor that counts as zero. */
    private void emptyDivisors() {
        Set<String> divisors = new LinkedHashSet<>();
        Stream.concat(rule.indicators().stream().map(Indicator::formula), rule.derived().stream().map(it -> it.formula())).forEach(it ->
                divisors(it.expr(), divisors));
        rule.columns().stream().filter(it -> divisors.contains(it.id()) && it.otherwise().matches("0+(\\.0*)?")).forEach(it ->
                warning("ZERO_DIVISOR", "columns." + it.id(), "an empty cell counts as 0, by which something is divided; leave out if-empty if it is missing"));
    }

    private static void divisors(Expr expr, Set<String> into) {
        if (expr instanceof Expr.Call call) {
            if (call.function().equals("/") && call.operands().get(1) instanceof Expr.Name name) {
                into.add(name.name());
            }
            call.operands().forEach(operand -> divisors(operand, into));
        }
    }

    private static Optional<Rational> number(Formula formula) {
        return ShapeTraps.number(formula, Optional.empty());
    }
}
