package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.Histogram;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Totals;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rounds totals that are never negative, of everybody, and counts them in the same pass.
 *
 * <p>The nearest whole number r of a double v below 2^31 comes out of {@code (v + s) − s} with s = 1.5 × 2^52, where doubles
 * are whole numbers; v − r is exact, as both are multiples of the last bit of v. Half rounding gives r, in any of its modes,
 * unless the true total is at or beyond r ± 1/2: that takes |v − r| ≥ 1/2 − e, where e bounds the error of v. Such a row,
 * or one that is not a number, is moved out of the range of totals, so that one comparison finds it; the exact evaluator
 * does it.
 */
final class PlainTotals {
    private static final double S = RawColumn.SHIFT;
    private static final double OUT = 0x1p40;

    private final int[] totals;
    private final @Nullable Histogram counts;
    private final RankCodes rankings;
    private final double doubtful;
    private final long most;

    private PlainTotals(Vec program, int[] totals, @Nullable Histogram counts, Scope scope) {
        this.totals = totals;
        this.counts = counts;
        this.rankings = scope.rankings;
        // 1/2 + e, with room for the rounding of this sum and of the one it is compared in.
        this.doubtful = 0.5 + (program.high * (program.rel + Vec.U) + program.abs) * 2 + 0x1p-50;
        this.most = (long) Math.ceil(program.high) + 1;
    }

    /** Null where totals can be negative, do not fit into four bytes, or not everybody has one. */
    static @Nullable PlainTotals of(Vec program, Totals totals, @Nullable Histogram counts, Scope scope) {
        int[] narrow = totals.narrow();
        boolean fits = narrow != null && program.low >= 0 && program.high < Integer.MAX_VALUE - 2 && scope.isPlain();
        return fits && narrow != null ? new PlainTotals(program, narrow, counts, scope) : null;
    }

    void block(Block block, double[] rows, IntConsumer exact) {
        double limit = doubtful;
        for (int i = 0; i < block.rows; i++) {
            double shifted = rows[i] + S;
            double distance = Math.abs(rows[i] - (shifted - S));
            rows[i] = shifted + Math.floor(distance + limit) * OUT;
        }
        Histogram histogram = counts;
        if (histogram == null) {
            write(block, rows, exact);
        } else {
            count(block, rows, histogram, exact);
        }
    }

    private void write(Block block, double[] rows, IntConsumer exact) {
        int first = block.from;
        for (int i = 0; i < block.rows; i++) {
            long total = Double.doubleToRawLongBits(rows[i]) - RawColumn.SHIFT_BITS;
            if (total >= 0 && total <= most) {
                totals[first + i] = (int) total;
            } else {
                totals[first + i] = Totals.NONE_NARROW;
                exact.accept(first + i);
            }
        }
    }

    private void count(Block block, double[] rows, Histogram histogram, IntConsumer exact) {
        int[] codes = block.codes(rankings);
        int[] cells = histogram.counts;
        int width = histogram.width;
        int best = (int) histogram.best - width;
        int first = block.from;
        long limit = most;
        for (int i = 0; i < block.rows; i++) {
            long total = Double.doubleToRawLongBits(rows[i]) - RawColumn.SHIFT_BITS;
            if (total >= 0 && total <= limit) {
                totals[first + i] = (int) total;
                cells[codes[i] * width + best - (int) total]++;
            } else {
                totals[first + i] = Totals.NONE_NARROW;
                exact.accept(first + i);
                histogram.count(codes[i] - 1, totals[first + i]);
            }
        }
    }
}
