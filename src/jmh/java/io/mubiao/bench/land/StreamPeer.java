package io.mubiao.bench.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain streams of decimals: by industry the baselines, the totals, and then the ranks of the sorted totals. */
final class StreamPeer implements AutoCloseable {
    private final List<Enterprise> enterprises;
    private final ForkJoinPool pool;

    /** With one thread the streams are sequential, with more they are parallel in a pool of their own. */
    StreamPeer(Cohort cohort, int threads) {
        enterprises = Enterprise.of(cohort);
        pool = threads == 1 ? null : new ForkJoinPool(threads);
    }

    LandResult evaluate() throws ExecutionException, InterruptedException {
        return pool == null ? evaluate(enterprises.stream())
                : pool.submit(() -> evaluate(enterprises.parallelStream())).get();
    }

    private LandResult evaluate(Stream<Enterprise> rows) {
        LandResult result = LandResult.ofRows(enterprises.size());
        boolean parallel = rows.isParallel();
        Map<Integer, List<Enterprise>> industries = rows.collect(Collectors.groupingBy(Enterprise::industry));
        Stream<List<Enterprise>> each = industries.values().stream();
        (parallel ? each.parallel() : each).forEach(industry -> evaluate(industry, result));
        return result;
    }

    private static void evaluate(List<Enterprise> industry, LandResult result) {
        Map<Indicator, BigDecimal> baselines = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            baselines.put(indicator, indicator.baseline(industry));
        }
        List<Scored> sorted = industry.stream().map(enterprise -> Scored.of(enterprise, baselines))
                .sorted(Comparator.comparing(Scored::total).reversed()).toList();
        int rank = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Scored scored = sorted.get(i);
            if (i == 0 || !scored.total.equals(sorted.get(i - 1).total)) {
                rank = i + 1;
            }
            result.totals()[scored.row] = scored.total.unscaledValue().longValueExact();
            result.ranks()[scored.row] = rank;
            result.classes()[scored.row] = LandRule.classOf(rank, sorted.size());
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }

    private record Scored(int row, BigDecimal total) {
        static Scored of(Enterprise enterprise, Map<Indicator, BigDecimal> baselines) {
            BigDecimal total = BigDecimal.ZERO;
            for (Map.Entry<Indicator, BigDecimal> baseline : baselines.entrySet()) {
                total = total.add(baseline.getKey().score(enterprise, baseline.getValue()));
            }
            return new Scored(enterprise.row(), total.setScale(2, RoundingMode.HALF_UP));
        }
    }
}
