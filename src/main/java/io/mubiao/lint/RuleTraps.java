package io.mubiao.lint;

import io.mubiao.formula.Formula;
import io.mubiao.land.ClassRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.Policy;
import io.mubiao.problem.Problems;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What a rule of land efficiency says and nobody can ever get: bands of tests, groups, labels and classes without anybody. */
final class RuleTraps {
    private final EvaluationRule rule;
    private final RuleReach reach;
    private final RuleDomains domains;
    private final Problems problems;

    RuleTraps(EvaluationRule rule, RuleReach reach, RuleDomains domains, Problems problems) {
        this.rule = rule;
        this.reach = reach;
        this.domains = domains;
        this.problems = problems;
    }

    void check() {
        rule.groups().forEach(group -> group.items().forEach(item -> item("groups." + group.id() + ".items." + item.id(), item, group)));
        groups();
        rule.labels().forEach(it -> choices(it.choices().stream().map(one -> new Choice("labels." + it.id(), one.label(), one.when()))));
        rule.classes().ifPresent(this::classes);
        rule.consequences().forEach(it -> choices(it.cases().stream().map(one ->
                new Choice("consequences." + it.id(), one.rate().toString(), one.when()))));
    }

    private void item(String path, Item item, Group group) {
        Optional<Rational> weight = ShapeTraps.number(item.weight(), Optional.empty());
        Reach given = varies(item) ? new Reach(Optional.empty(), reach.given(item).most()) : reach.given(item);
        Limits<Formula> own = isSharedCap(item, group) ? new Limits<>(Optional.empty(), item.limits().floor(), item.limits().rounding()) : item.limits();
        ShapeTraps.check(path, item.shape(), weight, own, given, problems);
        if (item.shape() instanceof Shape.Custom custom && !varies(item) && !Reaches.usesFigures(custom.formula().expr())) {
            problems.warning("FLAT_SCORE", path, "the score is the same for everybody, whatever the figures");
        }
        Optional<Rational> floor = item.limits().floor().flatMap(it -> ShapeTraps.number(it, weight));
        if (item.negative().kind() == Policy.Kind.POINTS) {
            item.negative().points().flatMap(it -> ShapeTraps.number(it, weight)).filter(points -> floor.filter(it -> it.compareTo(points) > 0).isPresent())
                    .ifPresent(points -> problems.warning("FLOOR_SWALLOWS", path, "the floor " + floor.orElseThrow() + " swallows the points " + points
                            + " that the score gives"));
        }
    }

    /** Whether who lacks a figure, or has none, gets points of his own. */
    private static boolean varies(Item item) {
        return Stream.of(item.missing(), item.zero(), item.zeroDivisor()).anyMatch(it -> it.points().filter(points -> !points.equals(Formula.name("w")))
                .isPresent());
    }

    /** Whether another item of the group has the same cap and needs it: said of all by items-default, it is no item's own fault. */
    private boolean isSharedCap(Item item, Group group) {
        return group.items().stream().allMatch(it -> it.limits().cap().isPresent())
                && group.items().stream().filter(it -> !it.id().equals(item.id()) && it.limits().cap().equals(item.limits().cap()))
                .anyMatch(it -> reach.given(it).most().filter(most -> ShapeTraps.number(it.limits().cap().orElseThrow(),
                        ShapeTraps.number(it.weight(), Optional.empty())).filter(cap -> cap.compareTo(most) > 0).isPresent()).isEmpty());
    }

    /** One of some of which the first whose test holds counts. */
    private record Choice(String path, String name, Optional<Formula> when) {}

    private void groups() {
        behind(rule.groups().stream().map(it -> new Choice("groups." + it.id(), it.id(), it.when())), (it, before) -> before.when().isEmpty()
                ? "nobody gets here: '" + before.name() + "' before it takes everybody"
                : "nobody gets here: '" + before.name() + "' before it takes whoever meets its test");
    }

    private void choices(Stream<Choice> all) {
        behind(all, (it, before) -> before.when().isEmpty()
                ? "nobody gets '" + it.name() + "': '" + before.name() + "' before it takes everybody"
                : "nobody gets '" + it.name() + "': '" + before.name() + "' before it takes whoever meets its test");
    }

    private void behind(Stream<Choice> all, BiFunction<Choice, Choice, String> told) {
        Implied wider = new Implied(rule.units(), domains::find);
        Optional<Choice> first = Optional.empty();
        for (Choice one : all.toList()) {
            first.or(() -> one.when().flatMap(test -> wider.by(test).map(names -> new Choice(one.path(), names, Optional.of(test)))))
                    .ifPresent(before -> problems.warning("NEVER_REACHED", one.path(), told.apply(one, before)));
            one.when().ifPresent(test -> wider.add(one.name(), test));
            first = first.or(() -> Optional.of(one).filter(it -> it.when().isEmpty()));
        }
    }

    private void classes(ClassRule it) {
        it.cuts().forEach((key, cuts) -> cuts(it, key, cuts));
        byOverride(it);
        Implied reached = new Implied(rule.units(), domains::find);
        for (String name : it.classes()) {
            Formula least = it.least().get(name);
            Formula test = least != null ? Formula.call(">=", Formula.name("total"), least) : it.tests().get(name);
            if (test == null) {
                continue;
            }
            reached.by(test).ifPresent(better -> problems.warning("EMPTY_CLASS", "classes." + (least != null ? "at-least." : "tests.") + name, "class '"
                    + name + "' stays empty for every roll: whoever meets its test meets that of '" + better + "' before it"));
            reached.add(name, test);
        }
    }

    /** A class by overrides alone that none of them gives. */
    private void byOverride(ClassRule it) {
        it.byOverride().stream().filter(name -> rule.overrides().stream().noneMatch(override -> switch (override.effect()) {
            case SET, NOT_ABOVE, NOT_BELOW -> override.to().equals(name);
            case SHIFT, MANUAL -> true;
        })).forEach(name -> problems.warning("EMPTY_CLASS", "classes.by-override", "class '" + name
                + "' stays empty for every roll: it is reached by overrides alone, and none gives it"));
    }

    private void cuts(ClassRule it, String key, List<Formula> cuts) {
        for (int i = 0; i < cuts.size() && i < it.classes().size(); i++) {
            Formula before = i == 0 ? Formula.parse("0 %") : cuts.get(i - 1);
            if (!it.isFound(i)) {
                continue;
            }
            if (cuts.get(i).equals(before) || (i == 0 && ShapeTraps.number(cuts.get(i), Optional.empty()).filter(share -> share.signum() == 0).isPresent())) {
                problems.warning("EMPTY_CLASS", key.isEmpty() ? "classes.cuts" : "classes.cuts." + key, "class '" + it.classes().get(i)
                        + "' stays empty for every roll: its share ends where it begins, at " + cuts.get(i));
            }
        }
    }
}
