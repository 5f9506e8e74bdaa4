package io.mubiao.land.assess;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small populations for the laws: few different numbers, so that ties, caps, negatives and gaps are common. */
public final class Firms {
    /** Two ratios by town and of all, cap and floor, a policy for what is missing; whatever ranks and classes comes behind it. */
    public static final String SCORES = """
            id: laws
            year: 2022
            columns:
              tax: {unit: 万元, decimals: 1, negative: true}
              added: {unit: 万元, decimals: 1, negative: true}
              land: {unit: 亩, decimals: 1}
              energy: {unit: 吨标煤, decimals: 1}
              town: {kind: text}
              veto: {kind: flag, if-empty: 否}
              grace: {kind: flag, if-empty: 否}
            indicators:
              tax_per_mu: {formula: tax / land, unit: 万元/亩}
              added_per_tce: {formula: added / energy, unit: 万元/吨标煤}
            """;
    public static final String ITEMS = """
            groups:
              - id: all
                weights-total: 100
                items:
                  tax_per_mu: {weight: 60, score: ratio, base: {kind: ratio-of-sums, population: evaluated, by: [town]}, cap: 1.5 * w, floor: 0}
                  added_per_tce: {weight: 40, score: ratio, base: {kind: ratio-of-sums, population: graded, round: 3 half-up}, cap: 2 * w, negative: zero, missing: points, zero-divisor: zero}
            total: {round: 2 half-up}
            """.replace("missing: points", "missing: -3");
    public static final String TOWNS = "ranking: {by: [town], on: rounded, ties: best-place, small-groups: none}\n";

    private Firms() {}

    public static EvaluationRule rule(String... parts) {
        return Made.rule(SCORES, ITEMS, String.join("", parts));
    }

    /** One enterprise, by column. */
    public record Firm(Map<String, String> values) {
        public Firm {
            values = Map.copyOf(values);
        }

        /** What stands in a column; empty where nothing does. */
        public String value(String column) {
            return values.getOrDefault(column, "");
        }

        public Firm with(String column, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.put(column, value);
            return new Firm(changed);
        }

        public Firm timesMoney(BigDecimal factor) {
            Firm firm = this;
            for (String column : List.of("tax", "added")) {
                String value = value(column);
                firm = value.isEmpty() ? firm
                        : firm.with(column, new BigDecimal(value).multiply(factor).stripTrailingZeros().toPlainString());
            }
            return firm;
        }
    }

    public static Arbitrary<List<Firm>> lists(int least, int most) {
        return firm().list().ofMinSize(least).ofMaxSize(most).withoutEdgeCases();
    }

    public static Arbitrary<Firm> firm() {
        Arbitrary<String> money = Arbitraries.integers().between(-20, 120).map(it -> BigDecimal.valueOf(it * 5L, 1).toPlainString());
        Arbitrary<String> land = Arbitraries.integers().between(1, 8).map(Object::toString);
        Arbitrary<String> flags = Arbitraries.frequency(net.jqwik.api.Tuple.of(4, "否"), net.jqwik.api.Tuple.of(1, "是"));
        return Combinators.combine(money, gaps(money), gaps(land), gaps(land), Arbitraries.of("x", "y", "z"), flags, flags)
                .as((tax, added, mu, tce, town, veto, grace) -> new Firm(Map.of("tax", tax, "added", added, "land", mu,
                        "energy", tce, "town", town, "veto", veto, "grace", grace)));
    }

    private static Arbitrary<String> gaps(Arbitrary<String> numbers) {
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(15, numbers), net.jqwik.api.Tuple.of(1, Arbitraries.of("", "0")));
    }

    /** They are called 0, 1, 2 … in this order. */
    public static Roll roll(EvaluationRule rule, List<Firm> firms) {
        return roll(rule, firms, 0);
    }

    public static Roll roll(EvaluationRule rule, List<Firm> firms, int first) {
        Roll.Builder roll = Roll.builder(rule);
        for (int i = 0; i < firms.size(); i++) {
            roll.add(Integer.toString(first + i), firms.get(i).values());
        }
        return roll.build();
    }

    /** Every result by id. */
    public static Map<String, EnterpriseResult> results(Evaluation evaluation) {
        Map<String, EnterpriseResult> results = new LinkedHashMap<>();
        evaluation.forEach(it -> results.put(it.id(), it));
        return results;
    }

    public static int[] shuffled(int size, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, new java.util.Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
