package io.mubiao.land.assess;

import io.mubiao.value.Rational;

/** Rows times a number of their group, held between two limits: a ratio to a baseline with its cap and floor. */
final class GroupScaled extends Vec {
    private final Vec of;
    private final RankCodes groups;
    private final double[] table;
    private final double floor;
    private final double cap;

    private GroupScaled(Vec of, RankCodes groups, double[] table, double floor, double cap, double[] range, double rel,
            double abs) {
        super(Rational.ONE, range[0], range[1], rel, abs, false);
        this.of = of;
        this.groups = groups;
        this.table = table;
        this.floor = floor;
        this.cap = cap;
    }

    /** @param table the number of each group by its code plus one; NaN where the exact evaluator must look */
    static GroupScaled of(Vec of, RankCodes groups, double[] table) {
        double most = 0;
        boolean positive = of.low >= 0;
        for (double number : table) {
            most = Double.isNaN(number) ? most : Math.max(most, Math.abs(number));
            positive &= !(number < 0);
        }
        double magnitude = of.magnitude() * most * ROOM;
        return new GroupScaled(of, groups, table, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                new double[] {positive ? 0 : -magnitude, magnitude}, (of.rel + 3 * U) * ROOM, of.abs * most * ROOM);
    }

    /** The same, held at one more limit; null where that would not be the same as holding it after. */
    static @org.jspecify.annotations.Nullable GroupScaled held(GroupScaled it, double limit, boolean max) {
        if (max ? it.floor != Double.NEGATIVE_INFINITY || limit > it.cap : it.cap != Double.POSITIVE_INFINITY
                || limit < it.floor) {
            return null;
        }
        double[] range = max ? new double[] {Math.max(it.low, limit), Math.max(it.high, limit)}
                : new double[] {Math.min(it.low, limit), Math.min(it.high, limit)};
        return new GroupScaled(it.of, it.groups, it.table, max ? limit : it.floor, max ? it.cap : limit, range,
                it.rel * ROOM, it.abs * ROOM + 2 * U * Math.abs(limit));
    }

    private double[] factors(Block block) {
        double[] factors = block.take();
        int[] codes = block.codes(groups);
        for (int i = 0; i < block.rows; i++) {
            factors[i] = table[codes[i]];
        }
        return factors;
    }

    @Override
    void rows(Block block, double[] into) {
        of.rows(block, into);
        double[] factors = factors(block);
        double low = floor;
        double high = cap;
        for (int i = 0; i < block.rows; i++) {
            into[i] = Math.min(Math.max(into[i] * factors[i], low), high);
        }
        block.give(factors);
    }

    @Override
    void addTo(Block block, double[] sum) {
        double[] rows = block.take();
        of.rows(block, rows);
        double[] factors = factors(block);
        double low = floor;
        double high = cap;
        for (int i = 0; i < block.rows; i++) {
            sum[i] += Math.min(Math.max(rows[i] * factors[i], low), high);
        }
        block.give(factors);
        block.give(rows);
    }
}
