package io.mubiao.land.assess.internal.near;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.column.FastTotals;
import io.mubiao.land.assess.internal.column.NearNumber;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Totals that are not rounded, as doubles with a proved bound on their error: the true total is {@code factor × t} with
 * {@code |v − t| ≤ rel × |v| + abs}. Each is worked out exactly when it is asked for.
 */
public final class NearTotals {
    /** Of whole numbers there is nothing to look at closely. */
    public static final Supplier<FastTotals.Closely> EQUAL_ALONE = () -> new FastTotals.Closely() {
        @Override
        public boolean areSame(int a, int b) {
            return false;
        }

        @Override
        public double error(int row) {
            return 0;
        }
    };

    private final double[] near;
    private final Rational factor;
    private final double rel;
    private final double abs;
    private final double least;
    private final IntFunction<Value> exact;
    private final Supplier<FastTotals.Closely> closely;
    private final Map<Integer, Enclosure> aside = new ConcurrentHashMap<>();
    private volatile boolean isInexact;

    /** @param closely a closer look at single rows, each for one thread */
    public NearTotals(int size, Rational factor, double rel, double abs, IntFunction<Value> exact, Supplier<FastTotals.Closely> closely) {
        this(new double[size], factor, rel, abs, exact, closely);
    }

    private NearTotals(double[] near, Rational factor, double rel, double abs, IntFunction<Value> exact, Supplier<FastTotals.Closely> closely) {
        this.closely = closely;
        this.near = near;
        this.factor = factor;
        this.rel = rel;
        this.abs = abs;
        this.least = NearNumber.abs(factor);
        this.exact = exact;
    }

    /** These with another total in a row. */
    public NearTotals with(int row, Enclosure total) {
        NearTotals other = new NearTotals(near.clone(), factor, rel, abs, exact, closely);
        other.isInexact = isInexact;
        other.aside.putAll(aside);
        other.aside.put(row, total);
        other.set(row, total);
        return other;
    }

    public void clear(int from, int end) {
        Arrays.fill(near, from, end, Double.NaN);
    }

    /** Takes the doubles of some rows; NaN leaves a row without a total. */
    public void set(int row, double v) {
        near[row] = v;
    }

    public void set(int row, Enclosure total) {
        NearNumber number = NearNumber.of(total, factor);
        near[row] = number.row();
        if (!number.isExact()) {
            isInexact = true;
        }
    }

    /** What the doubles are multiples of. */
    public Rational factor() {
        return factor;
    }

    /** The share of a double that it can be off by. */
    public double rel() {
        return Math.max(rel, NearNumber.REL);
    }

    /** What a double can be off by beside. */
    public double abs() {
        return abs + least;
    }

    public int size() {
        return near.length;
    }

    public boolean has(int row) {
        return !Double.isNaN(near[row]);
    }

    public @Nullable Enclosure value(int row) {
        if (!has(row)) {
            return null;
        }
        Enclosure own = aside.get(row);
        return own != null ? own : exact.apply(row).number();
    }

    /** The double of a row; NaN where there is no total. */
    public double near(int row) {
        return near[row];
    }

    /** A number beside these, in the same measure. */
    public NearNumber near(Enclosure number) {
        return NearNumber.of(number, factor);
    }

    /** A closer look at single rows, none of those kept aside; for one thread. */
    FastTotals.Closely closely() {
        FastTotals.Closely own = closely.get();
        return new FastTotals.Closely() {
            @Override
            public boolean areSame(int a, int b) {
                return !aside.containsKey(a) && !aside.containsKey(b) && own.areSame(a, b);
            }

            @Override
            public double error(int row) {
                double all = NearTotals.this.error(near[row]);
                double error = aside.containsKey(row) ? Double.NaN : own.error(row);
                return error < all ? error : all;
            }
        };
    }

    /** Whether equal doubles are equal totals and others are not. */
    public boolean isExact() {
        return rel == 0 && abs == 0 && !isInexact;
    }

    /** How far a double can be from the total. */
    double error(double v) {
        return isExact() ? 0 : errorOfOther(v);
    }

    /** How far the double of a number beside these can be from it. */
    double errorOfOther(double v) {
        return (Math.abs(v) * rel() + abs()) * 2;
    }
}
