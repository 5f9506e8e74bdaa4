package io.mubiao.target.internal;

import io.mubiao.time.Span;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells of increments of one stream and unit, without an object for each, that their days count for a target and that no slip of a
 * factor may have brought them far from what is required. Not thread-safe.
 */
public final class PlainIncrements {
    private static final int MOST_DIGITS = 18;

    /** The days that count, from each even place to the one behind it. */
    private final int[] days;
    private final List<Plausibility.Stretch> far;
    /** By scale, once asked for: the amounts that may be far, from each even place to the one behind it. */
    private final long[] @Nullable [] amounts = new long[MOST_DIGITS + 1] @Nullable [];

    PlainIncrements(List<Span> days, List<Plausibility.Stretch> far) {
        this.days = new int[2 * days.size()];
        for (int i = 0; i < days.size(); i++) {
            this.days[2 * i] = (int) days.get(i).first().toEpochDay();
            this.days[2 * i + 1] = (int) days.get(i).last().toEpochDay();
        }
        this.far = far;
    }

    /**
     * Whether nothing is to be said of an increment.
     *
     * @param first its first day since 1970-01-01
     * @param unscaled its amount, so many of 10^-scale, the scale from 0 to 18
     */
    public boolean has(int first, int last, long unscaled, int scale) {
        return isCounted(first, last) && !mayBeFar(unscaled, scale);
    }

    private boolean isCounted(int first, int last) {
        for (int i = 0; i < days.length; i += 2) {
            if (days[i] <= first && last <= days[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeFar(long unscaled, int scale) {
        long[] known = amounts[scale];
        if (known == null) {
            known = far.stream().flatMapToLong(it -> LongStream.of(it.least(scale), it.most(scale))).toArray();
            amounts[scale] = known;
        }
        for (int i = 0; i < known.length; i += 2) {
            if (known[i] <= unscaled && unscaled <= known[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
