package io.mubiao.land.internal;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Typed;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.Label;
import io.mubiao.land.Merge;
import io.mubiao.land.Policy;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Requirement;
import io.mubiao.land.internal.CompiledRule.CompiledAgain;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.CompiledBonus;
import io.mubiao.land.internal.CompiledRule.CompiledCase;
import io.mubiao.land.internal.CompiledRule.CompiledClasses;
import io.mubiao.land.internal.CompiledRule.CompiledConsequence;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule.CompiledPlaces;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Parameter;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Ties;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles every formula of a rule, part by part, and collects what does not fit. */
public final class RuleCompiler {
    private final EvaluationRule rule;
    private final SlotTable slots;
    private final FormulaCompiler compiler;
    private final Map<String, Formula> parameters;
    private final Problems problems;
    private final Set<String> broken;

    RuleCompiler(EvaluationRule rule) {
        this(rule, Set.of(), new Problems());
    }

    /** @param broken the paths of parts that are wrong already and not compiled */
    private RuleCompiler(EvaluationRule rule, Set<String> broken, Problems problems) {
        this.rule = rule;
        this.problems = problems;
        this.broken = broken;
        this.parameters = rule.parameters().stream().collect(ImmutableMap.toImmutableMap(Parameter::id,
                parameter -> literal(parameter.value().orElse(Quantity.of(Rational.ONE, parameter.unit()))),
                (first, second) -> first));
        this.slots = new SlotTable(rule);
        this.compiler = new FormulaCompiler(slots, rule.units(), !rule.openParameters().isEmpty());
    }

    /** Everything that is wrong with a rule; open parameters are not. */
    public static void check(EvaluationRule rule, Problems problems) {
        RuleCheck.check(rule, problems);
        Set<String> broken = problems.found().stream().map(it -> it.place().path())
                .map(path -> path.startsWith("classes") ? "classes" : path).collect(Collectors.toSet());
        new RuleCompiler(rule, broken, problems).compile();
    }

    /** What leans on a part that is wrong itself. */
    private static final class Follows extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Follows(String name) {
            super("'" + name + "' is wrong itself");
        }
    }

    private boolean isBroken(String path) {
        return broken.stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "."));
    }

    private static Formula literal(Quantity number) {
        return Formula.of(new Expr.Literal(number.amount(), number.unit().symbol()));
    }

    CompiledRule compile() {
        slots.define(compiler, parameters, problems, this::isBroken);
        List<List<Optional<Test>>> labels = each(rule.labels(), "labels", Label::id, label -> label.choices().stream()
                .map(choice -> choice.when().map(this::test)).toList());
        List<Test> requirements = each(rule.requirements(), "scope.require", Requirement::id, it -> test(it.when()));
        List<Test> exclusions = each(rule.exclusions(), "scope.exclude", Exclusion::id, it -> test(it.when()));
        List<CompiledBaseline> baselines = each(rule.baselines(), "baselines", BaselineRule::id, this::baseline);
        List<CompiledGroup> groups = each(rule.groups(), "groups", Group::id, this::group);
        List<CompiledBonus> bonuses = each(rule.bonuses(), "bonuses", Bonus::id, bonus -> new CompiledBonus(bonus,
                bonus.when().map(this::test), compiler.number(known(bonus.amount()), Unit.NONE),
                known(bonus.amount()), bonus.limit().map(this::size)));
        Map<String, Rational> limits = part("category-limits", () -> numbers(rule.categoryLimits(), this::size)).orElse(Map.of());
        Limits<Formula> held = rule.total().limits();
        Limits<Rational> total = new Limits<>(held.cap().flatMap(it -> part("total.cap", () -> plain(it))),
                held.floor().flatMap(it -> part("total.floor", () -> plain(it))), held.rounding());
        List<CompiledAgain> again = each(RuleFormulas.again(rule).toList(), "ranking.again", RankingRule.Again::id, it -> {
            Typed on = compiler.number(known(it.on()));
            return new CompiledAgain(it, it.when().map(this::test), on.num(), on.unit());
        });
        Optional<CompiledClasses> classes = rule.classes().flatMap(it -> part("classes", () -> classes(it)));
        List<Optional<Test>> overrides = each(rule.overrides(), "overrides", PostRule::id, it -> it.when().map(this::test));
        List<CompiledConsequence> consequences =
                each(rule.consequences(), "consequences", Consequence::id, this::consequence);
        Optional<Test> except = part("merge.except", () -> rule.merge().flatMap(Merge::except).map(this::test))
                .flatMap(it -> it);
        Optional<Test> lead = part("merge.lead", () -> rule.merge().flatMap(Merge::lead).map(this::test))
                .flatMap(it -> it);
        Limits.clash(total).ifPresent(message -> problems.error("BAD_RULE", "total.cap", message));
        Expansions.check(slots.slots(), labels, groups, problems);
        return new CompiledRule(rule, slots.slots(), labels, requirements, exclusions, groups, baselines, bonuses, limits,
                total, classes, overrides, consequences, except, lead, usesPlace(), places(), rule.ranking().map(RankingRule::ties).orElse(Ties.BEST_PLACE),
                again);
    }

    private List<CompiledPlaces> places() {
        List<CompiledPlaces> places = new ArrayList<>();
        for (CompiledRule.Slot slot : List.copyOf(slots.slots())) {
            if (slot.role() == CompiledRule.Role.PLACE_OF) {
                List<String> texts = slots.placed(slot);
                Indicator indicator = rule.indicators().get(texts.get(0));
                List<Integer> by = Stream.concat(Stream.of("group"), texts.stream().skip(1)).map(name -> slots.symbol(name).slot()).toList();
                places.add(new CompiledPlaces(slot.symbol().slot(), slots.symbol(indicator.id()).slot(), by, indicator.higherIsBetter()));
            }
        }
        return places;
    }

    private boolean usesPlace() {
        Set<String> names = slots.slots().stream().filter(it -> it.role() == CompiledRule.Role.PLACE || it.role() == CompiledRule.Role.RANKED)
                .map(it -> it.symbol().name()).collect(Collectors.toSet());
        List<Formula> found = new ArrayList<>();
        RuleFormulas.each(rule, (path, formula) -> {
            if (formula.names().stream().anyMatch(names::contains)) {
                found.add(formula);
            }
        });
        return !found.isEmpty() || RuleFormulas.again(rule).findAny().isPresent();
    }

    private <T, R> List<R> each(List<T> parts, String path, Function<T, String> id, Function<T, R> compile) {
        List<R> compiled = new ArrayList<>();
        for (T it : parts) {
            part(path + "." + id.apply(it), () -> compile.apply(it)).ifPresent(compiled::add);
        }
        return compiled;
    }

    private <T> Optional<T> part(String path, Supplier<T> compile) {
        if (isBroken(path)) {
            return Optional.empty();
        }
        Problems own = new Problems();
        try {
            Optional<T> made = own.attempt("BAD_RULE", path, compile);
            if (own.isEmpty() || !leansOnWrong(path)) {
                problems.addAll(own.found());
            }
            return made;
        } catch (Follows e) {
            return Optional.empty();
        }
    }

    private boolean leansOnWrong(String path) {
        Set<Formula> found = new HashSet<>();
        RuleFormulas.each(rule, (at, formula) -> {
            if ((at + ".").startsWith(path + ".") && slots.leansOnWrong(formula, "")) {
                found.add(formula);
            }
        });
        return !found.isEmpty();
    }

    /** The formula with the parameters' numbers in it. */
    private Formula known(Formula formula) {
        return formula.with(parameters);
    }

    private Test test(Formula formula) {
        return compiler.test(known(formula));
    }

    private Rational plain(Formula formula) {
        return number(formula, Unit.NONE);
    }

    /** A limit: it holds bonuses and deductions alike, so a sign would say nothing. */
    private Rational size(Formula formula) {
        Rational number = plain(formula);
        if (number.signum() < 0) {
            throw new IllegalArgumentException("a limit is a size, the most points either way: found " + formula + ", write "
                    + number.negate());
        }
        if (number.signum() == 0 && formula.names().isEmpty()) {
            throw new IllegalArgumentException("a limit of 0 lets nobody have a point");
        }
        return number;
    }

    private Rational number(Formula formula, Unit unit) {
        if (compiler.number(known(formula), unit) instanceof Num.Const constant) {
            return constant.number();
        }
        throw new IllegalArgumentException("'" + formula + "' is no fixed number; expected a number or a parameter");
    }

    private static Map<String, Rational> numbers(Map<String, Formula> formulas, Function<Formula, Rational> number) {
        return formulas.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, it -> number.apply(it.getValue())));
    }

    private boolean isOpen(Formula formula) {
        return rule.openParameters().stream().anyMatch(parameter -> formula.names().contains(parameter.id()));
    }

    private CompiledBaseline baseline(BaselineRule it) {
        Symbol indicator = slots.symbol(it.indicator());
        Num whole = slots.slots().get(indicator.slot()).num().orElseThrow(() -> new Follows(it.indicator()));
        CompiledRule.Ratio ratio = CompiledRule.Ratio.of(whole);
        if (it.kind() == BaselineRule.Kind.RATIO_OF_SUMS && !ratio.isRatio()) {
            throw new IllegalArgumentException("ratio-of-sums needs an indicator of the form a / b, got '"
                    + it.indicator() + "'");
        }
        return new CompiledBaseline(it, slots.symbol(it.id()).slot(), indicator.slot(),
                it.constant().map(formula -> number(formula, indicator.unit())),
                it.by().stream().map(name -> slots.text(name).slot()).toList(), it.when().map(this::test),
                it.times().map(this::plain).orElse(Rational.ONE), ratio.numerator(), ratio.denominator(),
                ratio.factor(), level(it, new HashSet<>()), rule.indicators().get(it.indicator()).higherIsBetter());
    }

    /** How many others, one after the other, must be formed before; those in a circle are told elsewhere. */
    private int level(BaselineRule it, Set<String> open) {
        int level = 0;
        for (String name : it.when().map(Formula::names).orElse(Set.of())) {
            Optional<BaselineRule> other = rule.baselines().find(name);
            if (other.isPresent() && other.get().kind() != BaselineRule.Kind.CONSTANT && open.add(name)) {
                level = Math.max(level, 1 + level(other.get(), open));
                open.remove(name);
            }
        }
        return level;
    }

    private CompiledGroup group(Group group) {
        String path = "groups." + group.id() + ".items";
        List<CompiledItem> items = each(group.items(), path, Item::id, this::item);
        if (group.weightsTotal().isPresent() && items.size() == group.items().size()
                && group.items().stream().noneMatch(item -> isOpen(item.weight())) && !isOpen(group.weightsTotal().get())) {
            Num declared = compiler.number(known(group.weightsTotal().get()), Unit.NONE);
            new WeightCheck(slots.slots(), rule).wrong(items, declared, group).ifPresent(message -> problems.error("WEIGHTS", path, message));
        }
        return new CompiledGroup(group, group.when().map(this::test), items,
                group.rankOn().map(name -> slots.symbol(name).slot()).orElse(-1));
    }

    private CompiledItem item(Item item) {
        Symbol indicator = slots.symbol(item.indicator());
        Optional<Indicator> scored = rule.indicators().find(item.indicator());
        boolean higherIsBetter = scored.map(Indicator::higherIsBetter).orElse(true);
        boolean follows = slots.isWrong(item.indicator());
        scored.filter(it -> !follows).ifPresent(it -> ItemCheck.units(item, it, formula -> compiler.number(known(formula))));
        Map<Policy, Num> points = new LinkedHashMap<>();
        for (Policy policy : List.of(item.negative(), item.zero(), item.missing(), item.zeroDivisor(), item.degenerate())) {
            policy.points().ifPresent(formula -> points.put(policy, weighted(item, formula)));
        }
        Limits<Num> limits = item.limits().with(formula -> weighted(item, formula));
        Num weight = weighted(item, item.weight());
        Optional<Formula> negative = item.negative().points();
        boolean closed = Stream.of(Optional.of(item.weight()), item.limits().cap(), item.limits().floor(), negative)
                .flatMap(Optional::stream).noneMatch(this::isOpen);
        boolean fixed = Stream.of(Stream.of(weight), limits.cap().stream(), limits.floor().stream(), points.values().stream())
                .flatMap(it -> it).allMatch(Num.Const.class::isInstance);
        if (closed && fixed) {
            ItemCheck.room(item, fixed(weight), limits.with(RuleCompiler::fixed), negative.map(it -> fixed(points.get(item.negative()))));
        }
        if (follows) {
            throw new Follows(item.indicator());
        }
        Formula whole = known(item.formula(higherIsBetter));
        return new CompiledItem(item, slots.score(item.id()).slot(), indicator.slot(),
                compiler.number(whole, Unit.NONE), whole,
                compiler.number(known(item.plainFormula(higherIsBetter)), Unit.NONE),
                limits, weight, points, item.other().map(this::item));
    }

    /** A number of an item, which may use its weight and differ from enterprise to enterprise. */
    private Num weighted(Item item, Formula formula) {
        return compiler.number(known(formula.with(ImmutableMap.of("w", item.weight()))), Unit.NONE);
    }

    private static Rational fixed(@Nullable Num num) {
        return ((Num.Const) Objects.requireNonNull(num)).number();
    }

    private CompiledClasses classes(ClassRule it) {
        Problems wrong = new Problems();
        Map<String, List<Cut>> cuts = new LinkedHashMap<>();
        it.cuts().forEach((key, all) -> cuts.put(key, all.stream().map(cut -> Cut.of(known(cut), rule.units().measureWords())).toList()));
        if (it.cuts().values().stream().flatMap(List::stream).noneMatch(this::isOpen)) {
            cuts.forEach((key, shares) -> ClassCheck.shares(it, key, shares, this::plain, bound -> isOpen(bound.share()), wrong));
        }
        Map<String, Rational> least = numbers(it.least(), this::plain);
        if (it.least().values().stream().noneMatch(this::isOpen)) {
            ClassCheck.falling(it.classes(), least, wrong);
        }
        for (ClassRule.Bound bound : it.bounds()) {
            Rational share = plain(bound.share());
            if (!isOpen(bound.share()) && (share.signum() < 0 || share.compareTo(Rational.ONE) > 0)) {
                wrong.error("BAD_RULE", "", "the bound of class '" + bound.of() + "' must be from 0 % to 100 %, got "
                        + share.times(Rational.HUNDRED) + " %");
            }
        }
        wrong.refuse("classes");
        ImmutableMap.Builder<String, Test> tests = ImmutableMap.builder();
        it.tests().forEach((name, formula) -> tests.put(name, test(formula)));
        ImmutableMap.Builder<String, Test> requires = ImmutableMap.builder();
        it.requires().forEach((name, formula) -> requires.put(name, test(formula)));
        return new CompiledClasses(it, it.cutsBy().isEmpty() ? -1 : slots.text(it.cutsBy()).slot(), cuts,
                least, tests.build(), requires.build(),
                it.bounds().stream().map(bound -> plain(bound.share())).toList());
    }

    private CompiledConsequence consequence(Consequence it) {
        Typed base = compiler.number(known(it.base()));
        Unit product = base.unit().times(it.rateUnit().isShare() ? Unit.NONE : it.rateUnit());
        if (!product.isCompatibleWith(it.unit())) {
            throw new IllegalArgumentException("base in " + base.unit() + " times rate in " + it.rateUnit()
                    + " does not give " + it.unit());
        }
        Rational share = it.rateUnit().isShare() ? it.rateUnit().in(Unit.NONE) : Rational.ONE;
        Map<String, List<Rational>> rates = new LinkedHashMap<>();
        it.rates().forEach((name, years) ->
                rates.put(name, years.stream().map(rate -> number(rate, it.rateUnit())).toList()));
        it.fractions().forEach((name, fraction) -> {
            List<Rational> of = rates.get(fraction.of());
            if (of == null) {
                throw new IllegalArgumentException("class '" + name + "' takes a share of the rate of class '"
                        + fraction.of() + "', which has none");
            }
            Rational part = plain(fraction.share());
            rates.put(name, of.stream().map(part::times).toList());
        });
        return new CompiledConsequence(it, base.num(), rates,
                it.cases().stream().map(one -> new CompiledCase(one.when().map(this::test), number(one.rate(), it.rateUnit()))).toList(),
                it.stacking().map(stacking -> compiler.number(known(stacking.otherRate()), it.rateUnit())),
                it.when().map(this::test), product.in(it.unit()).times(share), base.unit());
    }
}
