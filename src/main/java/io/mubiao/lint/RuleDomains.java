package io.mubiao.lint;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.Foregone;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Label;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names of a rule can be, whatever the roll: columns within their limits, the texts of labels, totals within all that items give. */
final class RuleDomains {
    private final Map<String, Foregone.Domain> domains = new HashMap<>();

    RuleDomains(EvaluationRule rule, RuleReach reach) {
        rule.columns().forEach(it -> domains.put(it.id(), it.kind() == Symbol.Kind.NUMBER
                ? new Foregone.Domain(Set.of(), it.least().map(Rational::of), it.most().map(Rational::of), it.unit())
                : texts(it.values())));
        rule.labels().forEach(it -> domains.put(it.id(), texts(it.choices().stream().map(Label.Choice::label).toList())));
        rule.classes().ifPresent(it -> domains.put("class", texts(it.classes())));
        domains.put("group", texts(rule.groups().stream().map(Group::id).toList()));
        Set.of("place", "ranked").forEach(it -> domains.putIfAbsent(it, new Foregone.Domain(Set.of(), Optional.of(Rational.ONE), Optional.empty(), Unit.NONE)));
        Reach total = reach.total();
        domains.put("total", new Foregone.Domain(Set.of(), total.least(), total.most(), Unit.NONE));
    }

    private static Foregone.Domain texts(List<String> all) {
        return new Foregone.Domain(new LinkedHashSet<>(all), Optional.empty(), Optional.empty(), Unit.NONE);
    }

    Optional<Foregone.Domain> find(String name) {
        return Optional.ofNullable(domains.get(name));
    }
}
