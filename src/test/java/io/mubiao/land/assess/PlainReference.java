package io.mubiao.land.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PlainRule} makes of a {@link PlainRoll}, worked out enterprise by enterprise in fractions that nobody
 * shortens or rounds before the rule does. Nothing of the engine is used.
 */
final class PlainReference {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final PlainRule rule;
    private final PlainRoll roll;
    private final List<Map<Integer, Fraction>> bases = new ArrayList<>();

    /** The totals; null where an input is missing or something is divided by zero. */
    final @Nullable BigDecimal[] totals;
    /** The places; 0 where there is no total. */
    final long[] places;
    /** The classes; empty where there is no total. */
    final String[] classes;

    PlainReference(PlainRule rule, PlainRoll roll) {
        this.rule = rule;
        this.roll = roll;
        totals = new BigDecimal[roll.size()];
        places = new long[roll.size()];
        classes = new String[roll.size()];
        for (int k = 0; k < rule.items().size(); k++) {
            bases.add(bases(k));
        }
        Map<Integer, List<Integer>> rankings = new HashMap<>();
        for (int row = 0; row < roll.size(); row++) {
            totals[row] = total(row);
            classes[row] = "";
            if (totals[row] != null) {
                rankings.computeIfAbsent(rule.byIndustry() ? roll.industries.get(row) : 0, it -> new ArrayList<>()).add(row);
            }
        }
        rankings.values().forEach(this::rank);
    }

    /** The baselines of an item by industry; there is none where the divisors add up to zero. */
    private Map<Integer, Fraction> bases(int k) {
        PlainRule.Item item = rule.items().get(k);
        Map<Integer, BigDecimal[]> sums = new HashMap<>();
        for (int row = 0; row < roll.size(); row++) {
            BigDecimal n = roll.numerator(row, k);
            BigDecimal d = roll.divisor(row, k);
            if (n != null && d != null) {
                int key = item.kind() == PlainRule.Base.SUMS_OF_ALL ? 0 : roll.industries.get(row);
                BigDecimal[] sum = sums.computeIfAbsent(key, it -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                sum[0] = sum[0].add(n);
                sum[1] = sum[1].add(d);
            }
        }
        Map<Integer, Fraction> formed = new HashMap<>();
        sums.forEach((industry, sum) -> {
            if (sum[1].signum() != 0) {
                Fraction base = Fraction.of(sum[0]).over(Fraction.of(sum[1]));
                formed.put(industry, item.baseDigits() < 0 ? base
                        : Fraction.of(base.rounded(item.baseDigits(), RoundingMode.HALF_UP)));
            }
        });
        return formed;
    }

    @Nullable Fraction base(int k, int industry) {
        PlainRule.Item item = rule.items().get(k);
        return switch (item.kind()) {
            case CONSTANT -> Fraction.of(item.base());
            case SUMS_BY_INDUSTRY -> bases.get(k).get(industry);
            case SUMS_OF_ALL -> bases.get(k).get(0);
        };
    }

    private @Nullable BigDecimal total(int row) {
        Fraction sum = Fraction.ZERO;
        for (int k = 0; k < rule.items().size(); k++) {
            Fraction score = score(row, k);
            if (score == null) {
                return null;
            }
            sum = sum.plus(score);
        }
        if (rule.totalCap().isPresent()) {
            sum = sum.atMost(Fraction.of(rule.totalCap().get()));
        }
        return sum.rounded(rule.digits(), rule.mode());
    }

    private @Nullable Fraction score(int row, int k) {
        PlainRule.Item item = rule.items().get(k);
        BigDecimal n = roll.numerator(row, k);
        BigDecimal d = roll.divisor(row, k);
        Fraction base = base(k, roll.industries.get(row));
        if (n == null || d == null || d.signum() == 0 || base == null || base.isZero()) {
            return null;
        }
        Fraction score = Fraction.of(n).over(Fraction.of(d)).over(base).times(Fraction.of(item.weight()));
        if (item.negativeIsZero() && n.signum() < 0) {
            score = Fraction.ZERO;
        }
        if (item.capped()) {
            score = score.atMost(Fraction.of("1.5").times(Fraction.of(item.weight())));
        }
        if (item.floored()) {
            score = score.atLeast(Fraction.ZERO);
        }
        return item.digits() < 0 ? score : Fraction.of(score.rounded(item.digits(), RoundingMode.HALF_UP));
    }

    private BigDecimal totalOf(int row) {
        return java.util.Objects.requireNonNull(totals[row]);
    }

    private void rank(List<Integer> rows) {
        rows.sort(Comparator.comparing(this::totalOf).reversed());
        List<Long> ends = ends(rows.size());
        long values = 0;
        for (int first = 0; first < rows.size(); values++) {
            int next = first;
            while (next < rows.size() && totalOf(rows.get(next)).compareTo(totalOf(rows.get(first))) == 0) {
                next++;
            }
            long place = switch (rule.ties()) {
                case BEST_PLACE -> first + 1L;
                case WORST_PLACE -> next;
                case DENSE -> values + 1;
            };
            int k = 0;
            while (k < 3 && place > ends.get(k)) {
                k++;
            }
            for (int row : rows.subList(first, next)) {
                places[row] = place;
                classes[row] = PlainRule.CLASSES.get(k);
            }
            first = next;
        }
    }

    /** The last place of each class among so many. */
    private List<Long> ends(int ranked) {
        List<Long> counts = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal cut : rule.cuts()) {
            counts.add(whole(cut.subtract(before), ranked));
            before = cut;
        }
        if (rule.remainder() >= 0) {
            long others = counts.stream().mapToLong(Long::longValue).sum() - counts.get(rule.remainder());
            counts.set(rule.remainder(), Math.max(0, ranked - others));
        }
        List<Long> ends = new ArrayList<>();
        long end = 0;
        for (int k = 0; k < 4; k++) {
            end = rule.remainder() < 0 ? whole(rule.cuts().get(k), ranked) : Math.min(ranked, end + counts.get(k));
            ends.add(end);
        }
        return ends;
    }

    private long whole(BigDecimal percent, int ranked) {
        return percent.multiply(BigDecimal.valueOf(ranked)).divide(HUNDRED).setScale(0, rule.quotaMode()).longValueExact();
    }
}
