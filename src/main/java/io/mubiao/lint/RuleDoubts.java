package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.Bonus;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.PostRule;
import io.mubiao.land.internal.RuleFormulas;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rule says in numbers or directions that its own names or units gainsay. */
final class RuleDoubts {
    private static final Rational TWO = Rational.of(2);
    private static final Pattern DOWN = Pattern.compile("否决|降档|降级|降为|扣分|减分");
    private static final Pattern UP = Pattern.compile("升档|提档|升级|保底|加分");
    private static final Pattern LOWERED = Pattern.compile("否决|(?<!(不|不得|不予|最多|至多|最多只|至多只)[上下]?)(降档|降级|降为|降低|下调|下降|降[一二两三1-3])(?!.{0,6}(不超过|为限))");
    private static final Pattern LIFTED = Pattern.compile("保底|(?<!(不|不得|不予|最多|至多|最多只|至多只)[上下]?)(升档|提档|升级|提升|上调|上升|升[一二两三1-3])(?!.{0,6}(不超过|为限))");
    private static final Pattern FORBIDDEN = Pattern.compile("不得(?!低于)|不能(?!低于)|不予");
    private static final List<String> COMPARES = List.of("<", "<=", ">", ">=", "==", "!=");

    private final EvaluationRule rule;
    private final Problems problems;

    private RuleDoubts(EvaluationRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(EvaluationRule rule, Problems problems) {
        RuleDoubts doubts = new RuleDoubts(rule, problems);
        rule.indicators().forEach(doubts::hundredfold);
        rule.groups().forEach(group -> {
            group.items().forEach(item -> doubts.item("groups." + group.id() + ".items." + item.id(), item));
            doubts.scale(group);
        });
        rule.bonuses().forEach(doubts::bonus);
        rule.overrides().forEach(doubts::override);
        RuleFormulas.each(rule, (path, formula) -> doubts.places(path, formula.expr()));
    }

    private static Optional<Rational> plain(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.unit().isEmpty() ? Optional.of(literal.value()) : Optional.empty();
    }

    private static boolean isPercent(Unit unit) {
        return unit.isShare() && !unit.equals(Unit.NONE);
    }

    private void hundredfold(Indicator it) {
        boolean hundred = it.formula().expr() instanceof Expr.Call call && call.function().equals("*")
                && call.operands().stream().anyMatch(part -> plain(part).filter(Rational.HUNDRED::equals).isPresent());
        if (hundred && isPercent(it.unit())) {
            problems.warning("HUNDREDFOLD", "indicators." + it.id(), "times 100 and the unit " + it.unit() + " both make percent: a half is 5000 %; leave one out");
        }
    }

    private void item(String path, Item item) {
        Optional<Indicator> scored = rule.indicators().find(item.indicator());
        if (scored.isPresent() && isPercent(scored.get().unit())) {
            Stream<Formula> marks = item.shape() instanceof Shape.Steps steps && !steps.ofRatio() ? steps.steps().stream().map(Shape.Steps.Step::from)
                    : item.references().values().stream();
            marks.flatMap(mark -> plain(mark.expr()).stream()).filter(mark -> mark.compareTo(TWO) >= 0).findFirst().ifPresent(mark ->
                    problems.warning("MARK_OF_SHARE", path, "a share is marked at " + mark + ", which is " + mark.times(Rational.HUNDRED) + " %; " + mark
                            + " % was probably meant"));
        }
        scored.ifPresent(it -> direction(path, item, it));
        Optional<Rational> weight = ShapeTraps.number(item.weight(), Optional.empty());
        if (item.limits().cap().isEmpty() && weight.isPresent()) {
            ShapeTraps.levels(item.shape(), weight).flatMap(levels -> levels.stream().max(Rational::compareTo))
                    .filter(most -> most.compareTo(weight.get()) > 0).ifPresent(most -> problems.warning("MORE_THAN_FULL", path,
                            "the score gives up to " + most + " points, the weight is " + weight.get()));
        }
    }

    /** Points that fall as what is better rises, or rise as what is worse does. */
    private void direction(String path, Item item, Indicator scored) {
        boolean higher = scored.higherIsBetter();
        Optional<Boolean> rises = Slope.rises(item.shape(), item.references()).filter(it -> !higher || !Slope.counts(item.shape()));
        if (rises.isPresent() && rises.get() != higher) {
            String unless = "; where less is better write better: lower at the indicator";
            problems.warning("WRONG_WAY", path, higher
                    ? "more of '" + scored.title() + "' is better, but more of it gives fewer points" + Slope.meant(item.shape()) + unless
                    : "less of '" + scored.title() + "' is better, but more of it gives more points" + Slope.meant(item.shape()));
        }
        if (Slope.ends(item.references(), "low", "high").filter(sign -> sign < 0).isPresent()) {
            Formula low = item.references().get("low");
            Formula high = item.references().get("high");
            problems.warning("WRONG_WAY", path, higher ? "low " + low + " is above high " + high + ", so more of the indicator gives fewer points"
                    : "low " + low + " is above high " + high + ", so less of the indicator gives fewer points");
        }
    }

    /** Weights that are shares of 1 beside bonuses in whole points. */
    private void scale(Group group) {
        Optional<Rational> all = group.weightsTotal().flatMap(it -> ShapeTraps.number(it, Optional.empty()));
        Optional<Bonus> whole = rule.bonuses().stream().filter(it -> !it.ofSubtotal() && ShapeTraps.number(it.amount(), Optional.empty())
                .filter(points -> points.abs().compareTo(Rational.ONE) >= 0).isPresent()).findFirst();
        if (all.filter(it -> it.compareTo(Rational.ONE) <= 0).isPresent() && whole.isPresent()) {
            problems.warning("OTHER_SCALE", "groups." + group.id(), "the weights sum to " + all.get() + ", but '" + whole.get().title() + "' is "
                    + whole.get().amount() + " points");
        }
    }

    private void bonus(Bonus it) {
        Optional<Rational> points = ShapeTraps.number(it.amount(), Optional.empty());
        if (points.isPresent() && ((DOWN.matcher(it.title()).find() && points.get().signum() > 0)
                || (UP.matcher(it.title()).find() && points.get().signum() < 0))) {
            problems.warning("WRONG_WAY", "bonuses." + it.id(), "'" + it.title() + "' gives " + it.amount() + " points; a deduction is negative");
        }
    }

    private void override(PostRule it) {
        boolean lifts = it.effect() == PostRule.Effect.NOT_BELOW || (it.effect() == PostRule.Effect.SHIFT && it.steps() > 0);
        boolean lowers = it.effect() == PostRule.Effect.NOT_ABOVE || (it.effect() == PostRule.Effect.SHIFT && it.steps() < 0);
        String forbidden = it.effect() == PostRule.Effect.NOT_ABOVE || it.effect() == PostRule.Effect.SET ? it.to() : "";
        if (!forbidden.isEmpty() && FORBIDDEN.matcher(it.title()).find() && named(it.title(), forbidden)) {
            problems.warning("WRONG_WAY", "overrides." + it.id(), "'" + it.title() + "' forbids '" + forbidden + "', but that is what it leaves; "
                    + "write the best class that is allowed");
            return;
        }
        if ((lifts && LOWERED.matcher(it.title()).find()) || (lowers && LIFTED.matcher(it.title()).find())) {
            problems.warning("WRONG_WAY", "overrides." + it.id(), lifts
                    ? "'" + it.title() + "' can only lift a class; a ceiling is not-above, and down is a negative shift"
                    : "'" + it.title() + "' can only lower a class; a floor is not-below, and up is a positive shift");
        }
    }

    /** Whether a title names a class behind what it forbids: 不得评为A类、B类. */
    private static boolean named(String title, String name) {
        Matcher from = FORBIDDEN.matcher(title);
        return from.find() && Pattern.compile("(?<![A-Za-z])" + Pattern.quote(name) + "([类级档等]|、|$)").matcher(title.substring(from.end())).find();
    }

    /** A place compared with a share: nobody's is below 1. */
    private void places(String path, Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        if (COMPARES.contains(call.function())) {
            for (int side = 0; side < 2; side++) {
                boolean isPlace = call.operands().get(side) instanceof Expr.Name name && name.name().equals("place")
                        && rule.columns().find("place").isEmpty() && rule.indicators().find("place").isEmpty();
                if (isPlace && call.operands().get(1 - side) instanceof Expr.Literal share && share.unit().equals("%")) {
                    problems.warning("SHARE_OF_PLACES", path, "a place is a number from 1 on; write place <= " + share.value() + " % * ranked for a share of the places");
                }
            }
        }
        call.operands().forEach(part -> places(path, part));
    }
}
