package io.mubiao.land.assess;

import io.mubiao.formula.Value;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The total of every row. Rounded totals are whole numbers of 10^-digits, four bytes each where they fit; unrounded
 * totals are kept as they are.
 */
final class Totals {
    static final long NONE = Long.MIN_VALUE;
    static final int NONE_NARROW = Integer.MIN_VALUE;

    final int digits;
    private final boolean scaled;
    private final int @Nullable [] narrow;
    private final long @Nullable [] wide;
    private final @Nullable Enclosure @Nullable [] exact;

    private @Nullable Histogram histogram;

    private Totals(int digits, int @Nullable [] narrow, long @Nullable [] wide, @Nullable Enclosure @Nullable [] exact) {
        this.digits = digits;
        this.scaled = exact == null;
        this.narrow = narrow;
        this.wide = wide;
        this.exact = exact;
    }

    /**
     * Totals rounded to so many digits (negative digits are kept as if 0) that fit into four bytes, or do not. All are 0 until
     * {@link #clear} or {@link #setScaled}.
     */
    static Totals scaled(int size, int digits, boolean narrow) {
        return new Totals(Math.max(0, digits), narrow ? new int[size] : null, narrow ? null : new long[size], null);
    }

    /** Leaves rows without a total. */
    void clear(int from, int end) {
        if (narrow != null) {
            Arrays.fill(narrow, from, end, NONE_NARROW);
        } else if (wide != null) {
            Arrays.fill(wide, from, end, NONE);
        }
    }

    static Totals exact(int size) {
        return new Totals(0, null, null, new Enclosure[size]);
    }

    /** How many have each total, where that was counted already; used up by the one who takes it. */
    @Nullable Histogram histogram() {
        Histogram counted = histogram;
        histogram = null;
        return counted;
    }

    /** Keeps the counts, unless a total lay outside of them. */
    void counted(@Nullable Histogram whole) {
        histogram = whole == null || whole.isBroken() ? null : whole;
    }

    boolean isScaled() {
        return scaled;
    }

    /** The array of narrow totals, for the fast path; null where totals take eight bytes or are not rounded. */
    int @Nullable [] narrow() {
        return narrow;
    }

    void set(int row, Value total) {
        if (!total.isNumber()) {
            return;
        }
        Enclosure number = total.number();
        if (exact != null) {
            exact[row] = number;
        } else if (number.isExact()) {
            setScaled(row, number.low().times(Rational.of(10).power(digits)).round(
                    new io.mubiao.value.Rounding(0, java.math.RoundingMode.UNNECESSARY)).longValueExact());
        } else {
            throw new RankKey.Undecided();
        }
    }

    void setScaled(int row, long value) {
        if (wide != null) {
            wide[row] = value;
        } else if (narrow != null && value > NONE_NARROW && value <= Integer.MAX_VALUE) {
            narrow[row] = (int) value;
        } else {
            throw new TooWide();
        }
    }

    /** A total does not fit into four bytes; the stage is run again with eight. */
    static final class TooWide extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        TooWide() {
            super("too wide", null, false, false);
        }
    }

    /** A whole number of 10^-digits, {@link #NONE} if there is no total. */
    long scaled(int row) {
        if (narrow != null) {
            int value = narrow[row];
            return value == NONE_NARROW ? NONE : value;
        }
        return wide == null ? NONE : wide[row];
    }

    boolean has(int row) {
        return exact != null ? exact[row] != null : scaled(row) != NONE;
    }

    /** The total, null if there is none. */
    @Nullable Enclosure value(int row) {
        if (exact != null) {
            return exact[row];
        }
        long value = scaled(row);
        return value == NONE ? null : Enclosure.of(Rational.ofScaled(value, digits));
    }
}
