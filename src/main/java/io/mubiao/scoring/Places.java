package io.mubiao.scoring;

import io.mubiao.value.Rational;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The places of numbers among each other (名次). Immutable. */
public final class Places {
    private final Ties ties;
    private final NavigableMap<Rational, Long> counts = new TreeMap<>();
    private final NavigableMap<Rational, Long> better = new TreeMap<>();
    private final NavigableMap<Rational, Long> valuesBetter = new TreeMap<>();

    private Places(Collection<Rational> values, boolean higherIsBetter, Ties ties) {
        this.ties = ties;
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        long before = 0;
        long distinct = 0;
        for (Map.Entry<Rational, Long> entry : (higherIsBetter ? counts.descendingMap() : counts).entrySet()) {
            better.put(entry.getKey(), before);
            valuesBetter.put(entry.getKey(), distinct);
            before += entry.getValue();
            distinct++;
        }
    }

    /** Places among these numbers. */
    public static Places among(Collection<Rational> values, boolean higherIsBetter, Ties ties) {
        return new Places(values, higherIsBetter, ties);
    }

    /**
     * The place of one of the numbers, from 1.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public long of(Rational value) {
        Long equal = counts.get(value);
        if (equal == null) {
            throw new IllegalArgumentException(value + " is none of the numbers that are ranked");
        }
        return ties.place(better.getOrDefault(value, 0L), equal, valuesBetter.getOrDefault(value, 0L));
    }
}
