package io.mubiao.land.assess;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rule of {@link WholeRuleExactTest} makes of a roll, clause by clause in fractions and whole numbers. Nothing of the
 * engine is used.
 */
final class WholeRuleReference {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D");
    private static final long[] CUTS = {20, 60, 90, 100};

    /** A row, or the rows that are evaluated as one. */
    record Firm(String id, BigDecimal tax, BigDecimal land, @Nullable BigDecimal now, BigDecimal before, String lot, boolean lead,
            boolean veto, boolean fund, BigDecimal extra, int yearsInC) {
        Fraction ratio() {
            return Fraction.of(tax).over(Fraction.of(land)).lowest();
        }

        boolean isOut() {
            return land.compareTo(BigDecimal.valueOf(20)) < 0;
        }

        String size() {
            return land.compareTo(BigDecimal.valueOf(300)) >= 0 ? "big" : "small";
        }

        Firm with(Firm member) {
            return new Firm(id, tax.add(member.tax), land.add(member.land),
                    now == null || member.now == null ? null : now.add(member.now), before.add(member.before), lot, lead, veto,
                    fund, extra.add(member.extra), yearsInC);
        }
    }

    private final boolean whole;
    private final boolean rounded;
    private final Map<String, Fraction> means;
    private final @Nullable Fraction lastMean;
    private final Map<String, Fraction> lastRatios;
    /** Each enterprise as total, place, class before and after overrides, label. */
    final Map<String, String> outcomes = new LinkedHashMap<>();

    /**
     * @param whole whether the rule merges rows and uses last year's figures
     * @param rounded whether it ranks on rounded totals
     */
    WholeRuleReference(List<Firm> firms, List<Firm> lastYear, boolean whole, boolean rounded) {
        this.whole = whole;
        this.rounded = rounded;
        List<List<Firm>> units = units(firms);
        List<Firm> merged = units.stream().map(WholeRuleReference::sum).toList();
        means = merged.stream().filter(it -> !it.isOut()).collect(Collectors.groupingBy(it -> whole ? it.size() : "", TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), WholeRuleReference::mean)));
        List<Firm> cohort = units(lastYear).stream().map(WholeRuleReference::sum).filter(it -> !it.isOut() && !it.fund).toList();
        lastMean = whole ? mean(cohort) : null;
        Map<String, Firm> before = lastYear.stream().collect(Collectors.toMap(Firm::id, it -> it));
        lastRatios = new LinkedHashMap<>();
        for (List<Firm> unit : units) {
            List<Firm> then = unit.stream().map(it -> before.get(it.id)).filter(java.util.Objects::nonNull).toList();
            if (then.size() == unit.size()) {
                lastRatios.put(unit.get(0).id, sum(then).ratio());
            }
        }
        Stream.of("big", "small").forEach(size -> rank(merged.stream().filter(it -> it.size().equals(size)).toList()));
    }

    private List<List<Firm>> units(List<Firm> firms) {
        Map<String, List<Firm>> lots = new LinkedHashMap<>();
        firms.forEach(it -> lots.computeIfAbsent(whole && !it.lot.isEmpty() ? "lot " + it.lot : it.id, lot -> new ArrayList<>()).add(it));
        lots.values().forEach(lot -> lot.sort(Comparator.comparing((Firm it) -> !it.lead).thenComparing(Firm::id)));
        return List.copyOf(lots.values());
    }

    private static Firm sum(List<Firm> unit) {
        return unit.subList(1, unit.size()).stream().reduce(unit.get(0), Firm::with);
    }

    private static Fraction mean(List<Firm> firms) {
        Fraction sum = Fraction.ZERO;
        for (Firm firm : firms) {
            sum = sum.plus(firm.ratio()).lowest();
        }
        return sum.over(Fraction.of(firms.size())).lowest();
    }

    private @Nullable Fraction total(Firm firm) {
        if (firm.now == null) {
            return null;
        }
        Fraction toMean = firm.ratio().over(java.util.Objects.requireNonNull(means.get(whole ? firm.size() : "")));
        Fraction sum = toMean.times(Fraction.of(50)).atMost(Fraction.of(75)).atLeast(Fraction.ZERO).plus(rate(firm));
        if (lastMean != null) {
            sum = sum.plus(firm.ratio().over(lastMean).times(Fraction.of(20)).atMost(Fraction.of(30)).atLeast(Fraction.ZERO));
        }
        Fraction bonus = Fraction.of(firm.extra).atMost(Fraction.of(3)).atLeast(Fraction.of(-3));
        boolean fast = growth(firm).compareTo(Fraction.of("1.05").power(3)) >= 0;
        sum = sum.plus(bonus).plus(fast ? sum.times(Fraction.of("0.02")) : Fraction.ZERO);
        return sum.atMost(Fraction.of(110));
    }

    private static Fraction growth(Firm firm) {
        return Fraction.of(java.util.Objects.requireNonNull(firm.now)).over(Fraction.of(firm.before));
    }

    /** 30 × (∛growth − 1), at least 0, half up to hundredths: of ⌊2 × 100 × 30 × ∛growth⌋, a whole cube root. */
    private static Fraction rate(Firm firm) {
        Fraction growth = growth(firm);
        BigInteger twice = cubeRoot(growth.top().multiply(BigInteger.valueOf(6000).pow(3)).divide(growth.bottom()));
        BigInteger hundredths = twice.add(BigInteger.ONE).shiftRight(1).subtract(BigInteger.valueOf(3000));
        return Fraction.of(new BigDecimal(hundredths.max(BigInteger.ZERO), 2));
    }

    private static BigInteger cubeRoot(BigInteger value) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = value.bitLength() / 3 + 1; bit >= 0; bit--) {
            BigInteger more = root.setBit(bit);
            root = more.pow(3).compareTo(value) <= 0 ? more : root;
        }
        return root;
    }

    private void rank(List<Firm> firms) {
        Map<String, Fraction> exact = new LinkedHashMap<>();
        Map<String, Fraction> keys = new LinkedHashMap<>();
        List<Firm> ranked = new ArrayList<>();
        for (Firm firm : firms) {
            Fraction total = firm.isOut() ? null : total(firm);
            if (total != null) {
                exact.put(firm.id, total);
                keys.put(firm.id, rounded ? Fraction.of(total.rounded(2, RoundingMode.HALF_UP)) : total);
            }
            if (total != null && !firm.fund) {
                ranked.add(firm);
            } else {
                outcomes.put(firm.id, (total == null ? "-" : shown(total)) + " - - - " + (firm.fund && !firm.isOut() ? "T" : "-"));
            }
        }
        ranked.sort(Comparator.comparing((Firm it) -> of(keys, it), Comparator.reverseOrder()));
        int place = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Firm firm = ranked.get(i);
            boolean tie = i > 0 && of(keys, firm).compareTo(of(keys, ranked.get(i - 1))) == 0;
            place = tie ? place : i + 1;
            int initial = 0;
            while (place > (CUTS[initial] * ranked.size() + 50) / 100) {
                initial++;
            }
            outcomes.put(firm.id, shown(of(exact, firm)) + " " + place + " " + CLASSES.get(initial) + " "
                    + CLASSES.get(overridden(firm, initial)) + " -");
        }
    }

    private static Fraction of(Map<String, Fraction> numbers, Firm firm) {
        return java.util.Objects.requireNonNull(numbers.get(firm.id));
    }

    private static String shown(Fraction total) {
        return total.rounded(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private int overridden(Firm firm, int initial) {
        int now = initial;
        Fraction before = whole ? lastRatios.get(firm.id) : null;
        if (before != null && firm.ratio().compareTo(before) < 0) {
            now = Math.min(3, now + 1);
        }
        if (firm.yearsInC >= 2 && now == 2) {
            now = 3;
        }
        return firm.veto ? Math.max(now, 2) : now;
    }
}
