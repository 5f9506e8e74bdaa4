package io.mubiao.land.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.Foregone;
import io.mubiao.land.Bonus;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Item;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Parameter;
import io.mubiao.shape.Shape;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what can be worked out and cannot be meant: shares where points are due, tests that nobody or everybody meets. */
final class SlipCheck {
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final EvaluationRule rule;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    private SlipCheck(EvaluationRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(EvaluationRule rule, Problems problems) {
        SlipCheck check = new SlipCheck(rule, problems);
        check.columns();
        check.points();
        check.shares();
        check.labels();
        check.followed();
        rule.classes().ifPresent(check::byOverride);
        check.shifts();
        check.rates();
        RuleFormulas.each(rule, check::tests);
    }

    private void error(String code, String path, String message) {
        if (told.add(path + message)) {
            problems.error(code, path, message);
        }
    }

    private void columns() {
        for (Column it : rule.columns()) {
            if (it.least().isPresent() && it.most().isPresent() && it.least().get().compareTo(it.most().get()) > 0) {
                error("BAD_VALUE", "columns." + it.id(), "at-least " + it.least().get().toPlainString() + " is above at-most "
                        + it.most().get().toPlainString() + ", so no figure fits");
            }
            if (!it.values().isEmpty() && it.kind() != Symbol.Kind.TEXT) {
                error("BAD_VALUE", "columns." + it.id(), "only a text lists its values: write kind: text, or leave out 'values'");
            }
        }
    }

    private void points() {
        rule.groups().forEach(group -> group.items().forEach(item -> item("groups." + group.id() + ".items." + item.id(), item)));
        rule.total().limits().cap().ifPresent(it -> points("total", "cap", it));
        rule.total().limits().floor().ifPresent(it -> points("total", "floor", it));
        rule.bonuses().forEach(this::bonus);
        rule.categoryLimits().forEach((name, it) -> points("category-limits", name, it));
        rule.classes().ifPresent(it -> it.least().forEach((name, least) -> points("classes", "at-least." + name, least)));
    }

    private void item(String path, Item item) {
        item.limits().cap().ifPresent(it -> points(path, "cap", it));
        item.limits().floor().ifPresent(it -> points(path, "floor", it));
        Stream.of(item.negative(), item.zero(), item.missing(), item.zeroDivisor(), item.degenerate()).flatMap(it -> it.points().stream())
                .forEach(it -> points(path, "points", it));
        if (item.shape() instanceof Shape.RankPoints ranks) {
            step(path, ranks);
        }
        if (number(item.weight()).filter(it -> it.signum() < 0).isPresent()) {
            error("BAD_VALUE", path, "the weight is " + item.weight() + ", but a weight is the full points of an item; what is taken off is "
                    + "written as score: {deduction: …} or as a bonus with negative points");
        }
    }

    private void step(String path, Shape.RankPoints it) {
        if (it.inPoints() && it.step().signum() == 0) {
            error("BAD_VALUE", path, "'step' is 0, expected how many points each place loses");
        } else if (!it.inPoints() && (it.step().signum() == 0 || it.step().compareTo(Rational.ONE) > 0)) {
            error("BAD_VALUE", path, "'step' is " + it.step().times(Rational.HUNDRED) + " %, expected what each place loses: more than 0 %, at most 100 %");
        }
    }

    private void points(String path, String what, Formula formula) {
        if (isShare(formula)) {
            error("POINTS", path, "'" + what + "' is in points: found the share " + formula + ", write how many points, such as "
                    + (what.equals("cap") && !path.equals("total") ? "1.5 * w" : "90"));
        }
    }

    private void bonus(Bonus it) {
        String path = "bonuses." + it.id();
        it.limit().ifPresent(limit -> points(path, "limit", limit));
        if (!it.ofSubtotal() && isShare(it.amount())) {
            error("POINTS", path, "'points' is in points: found the share " + it.amount() + ", write share-of-subtotal: " + it.amount()
                    + " if so much of the items' sum is meant");
        }
        if (it.ofSubtotal() && number(it.amount()).filter(share -> share.abs().compareTo(Rational.ONE) > 0).isPresent()) {
            error("POINTS", path, isShare(it.amount()) ? "'share-of-subtotal' is " + it.amount() + ", expected at most 100 % of the items' sum"
                    : "'share-of-subtotal' is a share: found " + it.amount() + ", write " + it.amount() + " %, or points: " + it.amount());
        }
    }

    private void shares() {
        rule.baselines().forEach(it -> it.times().flatMap(this::number).filter(times -> times.signum() <= 0).ifPresent(times ->
                error("BAD_VALUE", "baselines." + it.id(), "'times' is " + times + ", expected more than 0")));
        rule.ranking().flatMap(RankingRule::smallGroups).ifPresent(it ->
                problems.attempt("BAD_VALUE", "ranking", () -> RankingRule.SmallGroups.under(it.minimum())));
    }

    /** Who takes the class of another says by which column, and nothing else of a class. */
    private void followed() {
        List<String> columns = rule.columns().stream().filter(it -> it.kind() == Symbol.Kind.TEXT).map(Column::id).toList();
        rule.exclusions().stream().filter(it -> !it.classOf().isEmpty()).forEach(it -> {
            String path = "scope.exclude." + it.id();
            problems.known("UNKNOWN_NAME", path, "text column", it.classOf(), columns);
            if (it.effect() != Exclusion.Effect.TREATED_AS && it.effect() != Exclusion.Effect.COLLECTED) {
                error("BAD_VALUE", path, "'class-of' belongs to effect: treated-as or collected");
            }
            if (rule.classes().isEmpty() && GivenClass.column(rule).isEmpty()) {
                error("BAD_VALUE", path, "'class-of' needs classes, and the rule has none");
            }
            if (!it.label().isEmpty()) {
                error("BAD_VALUE", path, "'class-of' gives the class, so that 'label' has no place beside it");
            }
        });
    }

    /** A class by overrides alone needs nothing of what others need. */
    private void byOverride(ClassRule it) {
        String path = "classes.by-override";
        it.byOverride().forEach(name -> problems.known("UNKNOWN_NAME", path, "class", name, it.classes()));
        it.byOverride().stream().filter(name -> Stream.of(it.least(), it.tests(), it.requires()).anyMatch(all -> all.containsKey(name)))
                .forEach(name -> error("BAD_VALUE", path, "class '" + name
                        + "' is reached by overrides alone, and needs no threshold, test or requirement"));
        it.quota().filter(quota -> quota.remainder() >= 0 && quota.remainder() < it.classes().size() && !it.isFound(quota.remainder()))
                .ifPresent(quota -> error("BAD_VALUE", path, "class '" + it.classes().get(quota.remainder())
                        + "' is reached by overrides alone, and takes no remainder"));
        if (it.byOverride().containsAll(it.classes())) {
            error("BAD_VALUE", path, "one class at least must be found before overrides");
        }
    }

    /** A label that is a class would be read as if whoever has it were graded. */
    private void labels() {
        List<String> classes = rule.classes().map(it -> it.classes()).orElse(List.of());
        rule.exclusions().stream().filter(it -> it.effect() != Exclusion.Effect.TREATED_AS && classes.contains(it.label())).forEach(it ->
                error("BAD_VALUE", "scope.exclude." + it.id(), "'" + it.label() + "' is a class: write effect: treated-as if he has this class "
                        + "without being ranked, or another label"));
        rule.ranking().flatMap(RankingRule::smallGroups).filter(it -> classes.contains(it.label())).ifPresent(it -> error("BAD_VALUE", "ranking",
                "'" + it.label() + "' is a class, but groups that are exempt have none; write another label"));
    }

    private void shifts() {
        int most = rule.classes().map(it -> it.classes().size() - 1).orElse(Integer.MAX_VALUE);
        rule.overrides().stream().filter(it -> it.effect() == PostRule.Effect.SHIFT && Math.abs(it.steps()) > most).forEach(it ->
                error("BAD_VALUE", "overrides." + it.id(), "a shift of " + it.steps() + " is more than the " + (most + 1)
                        + " classes have; write -1 for one class down, or set: for a class"));
    }

    private void rates() {
        for (Consequence it : rule.consequences()) {
            it.fractions().forEach((name, fraction) -> number(fraction.share()).filter(share -> share.signum() < 0).ifPresent(share ->
                    error("BAD_VALUE", "consequences." + it.id(), "class '" + name + "' takes " + fraction.share() + " of the rate of class '"
                            + fraction.of() + "', expected a share from 0 %")));
            Stream<Formula> rates = Stream.concat(it.rates().values().stream().flatMap(List::stream),
                    it.cases().stream().map(Consequence.Case::rate));
            rates.forEach(rate -> rate("consequences." + it.id(), it, rate));
        }
    }

    private void rate(String path, Consequence it, Formula rate) {
        Optional<Rational> number = number(rate);
        if (number.filter(value -> value.signum() < 0).isPresent()) {
            error("BAD_VALUE", path, "the rate is " + rate + ", but 'kind' says whether it is paid or received; write it without sign");
        } else if (it.kind() != Consequence.Kind.SURCHARGE && it.rateUnit().isShare()
                && number.filter(value -> value.compareTo(Rational.ONE) > 0).isPresent()) {
            error("BAD_VALUE", path, "more than the whole is given back: found the rate " + rate + ", expected at most 100 %");
        }
    }

    private void tests(String path, Formula formula) {
        for (Foregone.Finding found : Foregone.find(formula.expr(), rule.units(), name -> Optional.empty())) {
            error("SAME_FOR_ALL", path, found.holds() ? "the test '" + found.test() + "' holds for everybody, whatever the figures"
                    : "the test '" + found.test() + "' holds for nobody, whatever the figures");
        }
        compared(path, formula.expr());
        days(path, formula.expr());
    }

    /** Days of another age. */
    private void days(String path, Expr expr) {
        if (expr instanceof Expr.Day it && !CellValue.isOfFirm(it.day())) {
            String meant = it.day().getYear() < 100 ? "; " + it.day().plusYears(2000) + " was probably meant" : "";
            error("BAD_VALUE", path, "found the day '" + it.day() + "', expected one from " + CellValue.FIRST_YEAR + " to " + CellValue.LAST_YEAR + meant);
        } else if (expr instanceof Expr.Call call) {
            call.operands().forEach(operand -> days(path, operand));
        }
    }

    private void compared(String path, Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        if (COMPARISONS.contains(call.function()) && call.operands().size() == 2) {
            for (int i = 0; i < 2; i++) {
                Expr share = call.operands().get(1 - i);
                if (call.operands().get(i) instanceof Expr.Name name && isPoints(name.name()) && isShare(Formula.of(share))) {
                    error("POINTS", path, "'" + name.name() + "' is in points: found the share " + share + " in '" + expr + "', write how many points");
                }
            }
        }
        call.operands().forEach(operand -> compared(path, operand));
    }

    private static boolean isPoints(String name) {
        return name.equals("total") || name.equals("subtotal") || name.startsWith(SlotTable.SCORE);
    }

    private boolean isShare(Formula formula) {
        if (formula.expr() instanceof Expr.Literal literal) {
            return literal.value().signum() != 0 && !literal.unit().isEmpty() && rule.units().find(literal.unit()).filter(it -> it.isShare()).isPresent();
        }
        return formula.expr() instanceof Expr.Name name
                && rule.parameters().find(name.name()).filter(it -> it.unit().isShare() && !it.unit().symbol().isEmpty()).isPresent();
    }

    /** A fixed number, in its base units if it has one. */
    private Optional<Rational> number(Formula formula) {
        if (formula.expr() instanceof Expr.Literal literal) {
            return literal.unit().isEmpty() ? Optional.of(literal.value())
                    : rule.units().find(literal.unit()).map(it -> it.isShare() ? literal.value().times(it.in(Unit.NONE)) : literal.value());
        }
        if (formula.expr() instanceof Expr.Call call && call.function().equals("-") && call.operands().size() == 1) {
            return number(Formula.of(call.operands().get(0))).map(Rational::negate);
        }
        return formula.expr() instanceof Expr.Name name
                ? rule.parameters().find(name.name()).flatMap(Parameter::value).map(SlipCheck::amount) : Optional.empty();
    }

    private static Rational amount(Quantity it) {
        return it.unit().isShare() ? it.in(Unit.NONE).amount() : it.amount();
    }
}
