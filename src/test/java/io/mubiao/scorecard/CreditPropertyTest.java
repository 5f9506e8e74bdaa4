package io.mubiao.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessor;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Owner;
import io.mubiao.testing.Ask;
import io.mubiao.testing.Mixed;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever shares a target, with whatever shares: the units together have what the targets have, nothing twice. */
class CreditPropertyTest {
    private static final List<String> UNITS = List.of("甲局", "乙局", "丙局", "丁局");

    /** Random owners and shares of every target of the mixed register. */
    static Map<String, Owner> owners(Random random) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        Mixed.REGISTER.targets().forEach(target -> {
            List<String> others = new ArrayList<>();
            UNITS.stream().filter(unit -> random.nextInt(3) == 0).forEach(others::add);
            if (random.nextInt(8) > 0) {
                owners.put(target.id(), new Owner("", random.nextInt(6) == 0 ? "" : UNITS.get(random.nextInt(4)), others));
            }
        });
        return owners;
    }

    static Credit credit(Random random) {
        Map<String, Map<String, Rational>> byTarget = new LinkedHashMap<>();
        Mixed.REGISTER.targets().stream().filter(target -> random.nextInt(3) == 0).forEach(target -> {
            int first = random.nextInt(11);
            int second = random.nextInt(11 - first);
            byTarget.put(target.id(), Map.of("甲局", Rational.of(first, 10), "乙局", Rational.of(second, 10),
                    "戊局", Rational.of(10 - first - second, 10)));
        });
        return new Credit(Rational.of(random.nextInt(11), 10), byTarget);
    }

    private static NodeScore root(Random random, View view, long seed, int count) {
        ScorecardRule rule = ScorecardRule.builder("c").scoreAll(Cards.shipped("c01-proportional")).owners(owners(random))
                .views(List.of(view)).build();
        return Scorer.of(rule, Mixed.REGISTER).score(Assessor.assess(Mixed.REGISTER,
                ObservationLog.of(Mixed.observations(seed, count)), Ask.day("12-31"))).root();
    }

    private static View view(Random random, NodeRule node, View.Level... below) {
        List<View.Level> levels = new ArrayList<>(List.of(new View.Level("owner", node)));
        levels.addAll(List.of(below));
        return new View("owner", "", node, levels, List.of(), credit(random), Optional.empty());
    }

    @Property
    void unitsTogetherHaveWhatTheTargetsHave(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        NodeRule skip = NodeRule.PLAIN.missing(Missing.SKIP);
        View.Level kinds = new View.Level("kind", random.nextBoolean() ? skip : skip.outOf(100));
        NodeScore root = root(random, random.nextBoolean() ? view(random, skip) : view(random, skip, kinds), seed, count);
        Rational sum = root.allItems().flatMap(item -> item.points().stream()).reduce(Rational.ZERO, Rational::plus);
        Rational full = root.allItems().filter(item -> item.points().isPresent()).map(ItemScore::full)
                .reduce(Rational.ZERO, Rational::plus);
        assertEquals(Mixed.REGISTER.targets().size(), root.allItems().count());
        assertEquals(sum, root.points().orElse(Rational.ZERO));
        assertEquals(full, root.points().isPresent() ? root.full() : Rational.ZERO);
        Map<String, Rational> credited = new LinkedHashMap<>();
        root.everyCredited().forEach(part -> {
            assertTrue(part.share().signum() > 0, part::toString);
            credited.merge(part.item().id(), part.share(), Rational::plus);
        });
        credited.forEach((item, share) -> assertEquals(Rational.ONE, share, item));
    }

    /** Pooled opportunities are the same whether units stand between or not. */
    @Property
    void pooledOpportunitiesDoNotDependOnWhoSharesThem(@ForAll long seed, @ForAll @IntRange(max = 120) int count) {
        Random random = new Random(seed);
        NodeRule pooled = NodeRule.PLAIN.rollup(Rollup.OPPORTUNITY).missing(Missing.SKIP);
        NodeScore byOwner = root(new Random(seed), view(random, pooled), seed, count);
        NodeScore byKind = root(new Random(seed), View.by("kind", pooled, pooled), seed, count);
        assertEquals(byKind.points(), byOwner.points());
    }
}
