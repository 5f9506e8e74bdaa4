package io.mubiao.io.rule;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.lookup.LookupList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of samples, whose components are all filled, what a rule can say: one thing or the other, not both. */
final class Saying {
    private Saying() {}

    /** What a value of a rule's part can say, in one way or in several. */
    static List<Object> of(Object value) {
        if (value instanceof Optional<?> part && part.isPresent()) {
            return of(part.get()).stream().<Object>map(Optional::of).toList();
        }
        if (value instanceof LookupList<?> parts) {
            List<List<Object>> ways = parts.stream().map(Saying::of).toList();
            int most = ways.stream().mapToInt(List::size).max().orElse(1);
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                int at = i;
                all.add(LookupList.of("sample", "part", ways.stream().map(it -> it.get(Math.min(at, it.size() - 1))).toList(), Object::toString));
            }
            return all;
        }
        if (value instanceof BaselineRule it) {
            return List.of(baseline(it, BaselineRule.Kind.CONSTANT, it.constant(), Optional.empty()), baseline(it, it.kind(), Optional.empty(), it.among()));
        } else if (value instanceof Group it) {
            return List.of(new Group(it.id(), it.title(), it.when(), it.weightsTotal(), it.items().stream().map(Saying::item).toList(), it.rankOn(), it.cite()));
        } else if (value instanceof Column it && it.kind() != Symbol.Kind.TEXT) {
            return List.of(column(it, it.kind(), List.of()), column(it, Symbol.Kind.TEXT, it.values()));
        } else if (value instanceof RankingRule it) {
            return it.smallGroups().isEmpty() ? List.of(it) : Stream.of(new RankingRule.SmallGroups(it.smallGroups().get().minimum(), Optional.empty(), "免"),
                    new RankingRule.SmallGroups(7, it.smallGroups().get().into().or(() -> Optional.of("并")), "")).<Object>map(small -> new RankingRule(it.by(),
                    it.onRounded(), it.breakTies(), it.ties(), Optional.of(small), it.again(), it.cite())).toList();
        } else if (value instanceof ClassRule it) {
            return List.of(classes(it));
        } else if (value instanceof PostRule it) {
            boolean to = it.effect() == PostRule.Effect.SET || it.effect() == PostRule.Effect.NOT_ABOVE || it.effect() == PostRule.Effect.NOT_BELOW;
            return List.of(new PostRule(it.id(), it.title(), it.effect() == PostRule.Effect.MANUAL ? Optional.empty() : it.when().or(() -> Optional.of(Formula.parse("q1"))),
                    it.effect(), to ? it.to() : "", it.effect() == PostRule.Effect.SHIFT ? it.steps() : 0, it.cite()));
        } else if (value instanceof Consequence it) {
            return List.of(consequence(it, it.rates(), List.of()), consequence(it, Map.of(), it.cases()));
        }
        return List.of(value);
    }

    private static Column column(Column it, Symbol.Kind kind, List<String> values) {
        return new Column(it.id(), it.title(), kind, it.unit(), it.decimals(), it.least(), it.most(), values, it.otherwise(), it.cite());
    }

    private static BaselineRule baseline(BaselineRule it, BaselineRule.Kind kind, Optional<Formula> constant, Optional<BaselineRule.Among> among) {
        return new BaselineRule(it.id(), it.title(), it.indicator(), kind, constant, it.by(), it.population(), it.when(), it.priorYear(), it.times(),
                it.percentile(), among, it.rounding(), it.cite());
    }

    private static Item item(Item it) {
        return new Item(it.id(), it.indicator(), it.weight(), it.shape(), roles(it.references()), it.limits(),
                it.instead().map(other -> new Item.Instead(other.indicator(), roles(other.references()))), it.negative(), it.zero(), it.missing(), it.zeroDivisor(),
                it.degenerate(), it.cite());
    }

    private static Map<String, Formula> roles(Map<String, Formula> references) {
        ImmutableMap.Builder<String, Formula> roles = ImmutableMap.builder();
        List<String> names = List.of("base", "low", "high", "target");
        references.forEach((any, formula) -> roles.put(names.get(roles.build().size()), formula));
        return roles.build();
    }

    private static ClassRule classes(ClassRule it) {
        List<String> order = Stream.concat(Stream.of("末"), it.classes().stream()).toList();
        List<String> all = order.size() == 1 ? List.of("末", "初") : order;
        ImmutableMap.Builder<String, List<Formula>> cuts = ImmutableMap.builder();
        it.cuts().forEach((key, shares) -> cuts.put(it.cutsBy().isEmpty() ? "" : key, all.stream().map(name -> shares.isEmpty() ? Formula.parse("1")
                : shares.get(Math.min(shares.size() - 1, all.indexOf(name)))).toList()));
        return new ClassRule(all, it.method(), cuts.build(), it.cutsBy(), it.quota(), it.baseIsPopulation(), it.least(), it.tests(), it.requires(),
                it.bounds(), it.byOverride(), it.cite());
    }

    private static Consequence consequence(Consequence it, Map<String, List<Formula>> rates, List<Consequence.Case> cases) {
        return new Consequence(it.id(), it.title(), it.kind(), it.base(), it.rateUnit(), rates, cases, it.fractions(), it.stacking(), it.when(), it.valid(),
                it.trial(), it.unit(), it.cite());
    }
}
