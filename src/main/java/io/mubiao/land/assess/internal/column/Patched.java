package io.mubiao.land.assess.internal.column;

import java.util.function.IntToDoubleFunction;

/** Rows of which those that are no numbers are worked out one by one by the exact evaluator, for this part alone. */
final class Patched extends Vec {
    private final Vec of;
    private final IntToDoubleFunction exact;

    /**
     * @param range the least and the most that an exact row can be, of the same factor
     * @param exact an exact row rounded to the nearest double, or NaN
     * @param whole whether exact rows are whole numbers
     */
    Patched(Vec of, double[] range, boolean whole, IntToDoubleFunction exact) {
        this(of, range, whole, 0, exact);
    }

    /** @param rel the share that an exact row can be off by all the same */
    Patched(Vec of, double[] range, boolean whole, double rel, IntToDoubleFunction exact) {
        super(of.factor, Math.min(of.low, range[0]), Math.max(of.high, range[1]), of.whole && whole ? 0 : Math.max(Math.max(of.rel, rel), 2 * U),
                of.abs, of.whole && whole);
        this.of = of;
        this.exact = exact;
    }

    @Override
    void rows(Block block, double[] into) {
        of.rows(block, into);
        boolean[] wanted = block.wanted;
        for (int i = 0; i < block.rows; i++) {
            if (Double.isNaN(into[i]) && (wanted == null || wanted[i])) {
                double row = exact.applyAsDouble(block.from + i);
                into[i] = row >= low && row <= high ? row : Double.NaN;
            }
        }
    }
}
