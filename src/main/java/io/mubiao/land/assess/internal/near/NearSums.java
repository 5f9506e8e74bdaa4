package io.mubiao.land.assess.internal.near;

import io.mubiao.land.assess.internal.column.NearNumber;
import io.mubiao.value.Rational;
import java.math.BigDecimal;

/**
 * Sums of doubles by group, each with what was rounded off beside it, so that of n summands with sizes adding up to s no more
 * than {@code (n × U)² × s} is lost, and with a bound for what the summands themselves are off by. Not thread-safe.
 */
public final class NearSums {
    private static final double U = NearNumber.REL / 2;

    private final Rational factor;
    private final double rel;
    private final double abs;
    private final double[] high;
    private final double[] low;
    private final double[] size;
    private final long[] counts;

    /**
     * Sums of nothing yet.
     *
     * @param factor what doubles are multiples of
     * @param rel the share that a summand can be off by
     * @param abs what it can be off by beside
     */
    public NearSums(Rational factor, double rel, double abs, int groups) {
        this.factor = factor;
        this.rel = rel;
        this.abs = abs;
        this.high = new double[groups];
        this.low = new double[groups];
        this.size = new double[groups];
        this.counts = new long[groups];
    }

    /** Adds the rows whose bits are set. */
    public void add(double[] rows, int[] codes, long[] bits, int words) {
        for (int w = 0; w < words; w++) {
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int i = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                add(rows[i], codes[i]);
            }
        }
    }

    public void add(double v, int code) {
        double before = high[code];
        double sum = before + v;
        double taken = sum - before;
        low[code] += before - (sum - taken) + (v - taken);
        high[code] = sum;
        size[code] += Math.abs(v);
        counts[code]++;
    }

    public NearSum sum(int code) {
        double n = counts[code];
        double lost = (n * n * U * U + rel) * size[code] + abs * n;
        return new NearSum(Rational.of(new BigDecimal(high[code])).plus(Rational.of(new BigDecimal(low[code]))), lost * 2, factor);
    }
}
