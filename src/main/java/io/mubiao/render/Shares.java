package io.mubiao.render;

import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of a whole as they are shown: they add up to 100 %, and only what is all of it is 100 %. */
final class Shares {
    private Shares() {}

    /**
     * Percentages with so many decimals: each cut off, and what is missing at 100 given to those who lost most.
     *
     * @param counts of which at least one is above 0
     */
    static List<BigDecimal> of(List<Long> counts, int decimals) {
        long whole = counts.stream().mapToLong(Long::longValue).sum();
        List<Rational> exact = counts.stream().map(it -> Rational.of(it * 100, whole)).toList();
        List<BigDecimal> shown = new ArrayList<>(exact.stream().map(it -> it.round(new Rounding(decimals, RoundingMode.DOWN))
                .setScale(decimals)).toList());
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal hundred = BigDecimal.valueOf(100);
        List<Integer> byLoss = IntStream.range(0, counts.size()).boxed()
                .filter(i -> counts.get(i) > 0 && (counts.get(i) == whole || shown.get(i).add(step).compareTo(hundred) < 0))
                .sorted(Comparator.comparing((Integer i) -> Rational.of(shown.get(i)).minus(exact.get(i)))).toList();
        BigDecimal sum = shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; sum.compareTo(hundred) < 0; i = (i + 1) % byLoss.size()) {
            shown.set(byLoss.get(i), shown.get(byLoss.get(i)).add(step));
            sum = sum.add(step);
        }
        return shown;
    }
}
