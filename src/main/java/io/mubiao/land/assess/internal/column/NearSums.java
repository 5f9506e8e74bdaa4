package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.NearSum;
import io.mubiao.value.Rational;
import java.math.BigDecimal;

/**
 * Sums of doubles by group, each with what was rounded off beside it, so that of n summands with sizes adding up to s no more
 * than {@code (n × U)² × s} is lost, and with a bound for what the summands themselves are off by. Not thread-safe.
 */
final class NearSums {
    private final Vec of;
    private final double[] high;
    private final double[] low;
    private final double[] size;
    private final long[] counts;

    NearSums(Vec of, int groups) {
        this.of = of;
        this.high = new double[groups];
        this.low = new double[groups];
        this.size = new double[groups];
        this.counts = new long[groups];
    }

    /** Adds the rows whose bits are set. */
    void add(double[] rows, int[] codes, long[] bits, int words) {
        for (int w = 0; w < words; w++) {
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int i = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                add(rows[i], codes[i]);
            }
        }
    }

    void add(double v, int code) {
        double before = high[code];
        double sum = before + v;
        double taken = sum - before;
        low[code] += before - (sum - taken) + (v - taken);
        high[code] = sum;
        size[code] += Math.abs(v);
        counts[code]++;
    }

    NearSum sum(int code) {
        double n = counts[code];
        double lost = (n * n * Vec.U * Vec.U + of.rel) * size[code] + of.abs * n;
        return new NearSum(Rational.of(new BigDecimal(high[code])).plus(Rational.of(new BigDecimal(low[code]))), lost * 2, of.factor);
    }
}
