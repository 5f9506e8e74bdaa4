package io.mubiao.land.assess.internal.near;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.Rising;
import io.mubiao.land.assess.internal.column.NearNumber;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Values in order by their doubles; which one has a place is told by exact values of those that can have it. Not thread-safe. */
public final class NearOrder {
    private final IntFunction<Value> exact;
    private final Rational factor;
    private int[] rows = new int[16];
    private double[] least = new double[16];
    private double[] most = new double[16];
    private int size;

    /**
     * No values yet.
     *
     * @param exact the value of a row
     * @param factor what doubles are multiples of
     */
    public NearOrder(IntFunction<Value> exact, Rational factor) {
        this.exact = exact;
        this.factor = factor;
    }

    /** One more row; of one that is NaN its exact value is looked at, if it has one. */
    public void add(int row, double value, double error) {
        double v = value;
        double e = error;
        if (Double.isNaN(v)) {
            Value number = exact.apply(row);
            if (!number.isNumber()) {
                return;
            }
            v = NearNumber.of(number.number(), factor).row();
            e = Math.abs(v) * 2 * NearNumber.REL + NearNumber.abs(factor);
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            least = Arrays.copyOf(least, 2 * size);
            most = Arrays.copyOf(most, 2 * size);
        }
        rows[size] = row;
        least[size] = v - e;
        most[size++] = v + e;
    }

    public int size() {
        return size;
    }

    /** The value with a place from 0, the smallest first. It is no less than that place among the least, no more than among the most. */
    public Enclosure get(int place) {
        double from = at(least, place);
        double to = at(most, place);
        List<Enclosure> candidates = new ArrayList<>();
        int below = 0;
        for (int i = 0; i < size; i++) {
            if (most[i] < from) {
                below++;
            } else if (least[i] <= to) {
                candidates.add(exact.apply(rows[i]).number());
            }
        }
        candidates.sort(Rising::order);
        return candidates.get(place - below);
    }

    private double at(double[] of, int place) {
        double[] sorted = Arrays.copyOf(of, size);
        Arrays.sort(sorted);
        return sorted[place];
    }
}
