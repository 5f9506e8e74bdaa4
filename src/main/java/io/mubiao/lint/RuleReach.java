package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.rule.Parameter;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Between which numbers the figures, points and totals of a rule of land efficiency lie, whatever the roll. */
final class RuleReach {
    private final EvaluationRule rule;
    private final Map<String, Reach> names = new HashMap<>();
    private final Reaches reaches;

    RuleReach(EvaluationRule rule) {
        this.rule = rule;
        reaches = new Reaches(rule.units(), this::known);
    }

    Reach of(Formula formula) {
        return reaches.of(formula.expr()).orElse(Reach.ANY);
    }

    private Reach known(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return switch (call.function()) {
                case "prior" -> rule.columns().find(((Expr.Text) call.operands().get(0)).text()).map(this::column).orElse(Reach.ANY);
                case "place", "peers" -> Reach.FROM_ONE;
                case "ranked", "consecutive" -> Reach.FROM_ZERO;
                default -> Reach.ANY;
            };
        }
        String name = ((Expr.Name) expr).name();
        Reach before = names.putIfAbsent(name, Reach.ANY);
        if (before != null) {
            return before;
        }
        Reach found = named(name);
        names.put(name, found);
        return found;
    }

    private Reach named(String name) {
        Optional<Reach> own = Stream.of(rule.parameters().find(name).map(this::parameter), rule.columns().find(name).map(this::column),
                rule.derived().find(name).map(it -> of(it.formula())), rule.indicators().find(name).map(it -> of(it.formula())),
                rule.tables().find(name).map(it -> Stream.concat(it.values().values().stream(), it.otherwise().stream()).map(this::of)
                        .reduce(Reach::or).orElse(Reach.ANY)),
                rule.baselines().find(name).map(this::baseline)).flatMap(Optional::stream).findFirst();
        return own.orElse(name.equals("place") || name.equals("ranked") ? Reach.FROM_ONE : Reach.ANY);
    }

    private Reach parameter(Parameter it) {
        return new Reach(it.value().or(it::least).flatMap(value -> quantity(value).least()), it.value().or(it::most).flatMap(value -> quantity(value).most()));
    }

    private Reach quantity(Quantity it) {
        return in(it.unit(), Reach.of(it.amount()));
    }

    private Reach column(Column it) {
        return it.kind() != Symbol.Kind.NUMBER ? Reach.ANY : in(it.unit(), new Reach(it.least().map(Rational::of), it.most().map(Rational::of)));
    }

    private static Reach in(Unit unit, Reach amount) {
        return unit.isShare() ? amount.each(it -> it.times(unit.in(Unit.NONE))) : amount.sign();
    }

    private Reach baseline(BaselineRule it) {
        if (it.kind() == BaselineRule.Kind.CONSTANT) {
            return it.constant().map(this::of).orElse(Reach.ANY).times(times(it)).sign();
        }
        boolean spread = it.kind() == BaselineRule.Kind.DEVIATION || it.kind() == BaselineRule.Kind.SAMPLE_DEVIATION;
        Reach figures = spread ? Reach.FROM_ZERO : rule.indicators().find(it.indicator()).map(one -> of(one.formula())).orElse(Reach.ANY);
        return figures.times(times(it)).sign();
    }

    private Reach times(BaselineRule it) {
        return it.times().map(this::of).orElse(Reach.of(Rational.ONE));
    }

    boolean isHigherBetter(Item item) {
        return rule.indicators().find(item.indicator()).map(Indicator::higherIsBetter).orElse(true);
    }

    /** Whether a reference is the best, or the worst, figure of all who are scored by it. */
    private boolean isEnd(Item item, String reference, BaselineRule.Kind kind) {
        Formula base = item.references().get(reference);
        return base != null && rule.baselines().find(base.toString()).filter(it -> it.kind() == kind && it.indicator().equals(item.indicator())
                && !it.priorYear() && it.when().isEmpty() && it.times().isEmpty() && it.rounding().isEmpty()).isPresent();
    }

    /** Whether nobody can be beyond the base, which is the best figure there is. */
    boolean isOfTheBest(Item item) {
        return item.shape() instanceof Shape.Ratio && isEnd(item, "base", isHigherBetter(item) ? BaselineRule.Kind.MAX : BaselineRule.Kind.MIN);
    }

    /** What the shape alone gives, the figures below zero left out where they have points of their own. */
    private Reach shape(Item item) {
        boolean higher = isHigherBetter(item);
        Reach weight = of(item.weight());
        boolean fromZero = item.negative().kind() == Policy.Kind.POINTS || of(Formula.name(item.indicator())).isFromZero();
        if (fromZero && isOfTheBest(item)) {
            return Reach.TO_ONE.times(weight);
        }
        if (item.shape() instanceof Shape.Efficacy efficacy && isEnd(item, "low", BaselineRule.Kind.MIN) && isEnd(item, "high", BaselineRule.Kind.MAX)) {
            return new Reach(Optional.of(efficacy.floor()), Optional.of(Rational.ONE)).times(weight);
        }
        return of(item.shape() instanceof Shape.Curve ? ShapeTraps.reached(item.shape(), higher) : item.plainFormula(higher));
    }

    /** What an item gives before cap and floor. */
    Reach given(Item item) {
        return of(Formula.name(item.indicator())).isFromZero() ? shape(item) : or(shape(item), item, item.negative());
    }

    /** The points of an item, of those without a figure too. */
    Reach item(Item item) {
        List<Policy> others = List.of(item.missing(), item.zeroDivisor(), item.degenerate());
        if (Stream.concat(others.stream(), Stream.of(item.zero(), item.negative())).anyMatch(it -> it.kind() == Policy.Kind.REWEIGHT)) {
            return Reach.ANY;
        }
        Reach points = held(item, given(item));
        for (Policy policy : Stream.concat(Stream.of(item.zero()), others.stream()).toList()) {
            points = or(points, item, policy);
        }
        return item.other().map(this::item).map(points::or).orElse(points);
    }

    private Reach or(Reach points, Item item, Policy policy) {
        return policy.points().map(it -> points.or(of(it.with(Map.of("w", item.weight()))))).orElse(points);
    }

    private Reach held(Item item, Reach points) {
        return held(item.limits().with(it -> of(it.with(Map.of("w", item.weight())))), points);
    }

    private static Reach held(Limits<Reach> limits, Reach points) {
        Reach bound = limits.bound(points, it -> it, Reach::min, Reach::max);
        return limits.rounding().map(it -> bound.each(number -> number.rounded(it))).orElse(bound);
    }

    /** The points of a bonus, of those who do not get it too, under no limit. */
    Reach given(Bonus bonus) {
        return of(bonus.amount()).times(bonus.ofSubtotal() ? subtotal() : Reach.of(Rational.ONE)).or(Reach.of(Rational.ZERO));
    }

    private Reach limited(Reach points, Optional<Formula> limit) {
        return limit.map(this::of).map(it -> points.min(it).max(it.negate())).orElse(points);
    }

    /** What the bonuses of a category give together, under no limit but their own. */
    Reach category(String name) {
        return Reach.sum(rule.bonuses().stream().filter(it -> it.category().equals(name)).map(it -> limited(given(it), it.limit())).toList());
    }

    /** Of the groups whose items are summed. */
    private Reach subtotal() {
        return rule.groups().stream().filter(it -> it.rankOn().isEmpty()).map(it -> it.items().isEmpty() ? Reach.ANY
                : Reach.sum(it.items().stream().map(this::item).toList())).reduce(Reach::or).orElse(Reach.ANY);
    }

    /** What items and bonuses sum up to, under no cap of the total. */
    Reach sum() {
        Map<String, Reach> bonuses = new LinkedHashMap<>();
        rule.bonuses().stream().filter(it -> !it.category().isEmpty()).forEach(it -> bonuses.computeIfAbsent(it.category(), name ->
                limited(category(name), Optional.ofNullable(rule.categoryLimits().get(name)))));
        return Reach.sum(Stream.of(Stream.of(subtotal()), bonuses.values().stream(), rule.bonuses().stream().filter(it -> it.category().isEmpty())
                .map(it -> limited(given(it), it.limit()))).flatMap(it -> it).toList());
    }

    Reach total() {
        Reach summed = held(rule.total().limits().with(this::of), sum());
        return rule.groups().stream().flatMap(it -> it.rankOn().stream()).map(it -> held(rule.total().limits().with(this::of).withoutBounds(),
                of(Formula.name(it)))).reduce(summed, Reach::or);
    }
}
