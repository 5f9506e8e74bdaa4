package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The total of every row. Rounded totals are whole numbers of 10^-digits, four bytes each where they fit, eight where those
 * do; unrounded totals are kept as doubles with a bound, or as they are, like rounded ones that do not even fit into eight.
 */
public final class Totals {
    static final long NONE = Long.MIN_VALUE;
    private static final long MOST_EXACT = 1L << 52;
    public static final int NONE_NARROW = Integer.MIN_VALUE;
    /** Scaled totals lie below 2^62, so that the difference of two fits too. */
    static final int MOST_BITS = 62;

    public final int digits;
    private final boolean rounded;
    private final int @Nullable [] narrow;
    private final long @Nullable [] wide;
    private final @Nullable Enclosure @Nullable [] exact;

    private final @Nullable NearTotals near;

    private @Nullable Histogram histogram;

    private Totals(int digits, boolean rounded, int @Nullable [] narrow, long @Nullable [] wide,
            @Nullable Enclosure @Nullable [] exact) {
        this(digits, rounded, narrow, wide, exact, null);
    }

    private Totals(int digits, boolean rounded, int @Nullable [] narrow, long @Nullable [] wide,
            @Nullable Enclosure @Nullable [] exact, @Nullable NearTotals near) {
        this.near = near;
        this.digits = Math.max(0, digits);
        this.rounded = rounded;
        this.narrow = narrow;
        this.wide = wide;
        this.exact = exact;
    }

    /**
     * Totals rounded to so many digits (negative digits are kept as if 0) that fit into four bytes, or do not. All are 0 until
     * {@link #clear} or {@link #setScaled}.
     */
    public static Totals scaled(int size, int digits, boolean narrow) {
        return new Totals(Math.max(0, digits), true, narrow ? new int[size] : null, narrow ? null : new long[size], null);
    }

    /** Leaves rows without a total. */
    public void clear(int from, int end) {
        if (narrow != null) {
            Arrays.fill(narrow, from, end, NONE_NARROW);
        } else if (wide != null) {
            Arrays.fill(wide, from, end, NONE);
        } else if (near != null) {
            near.clear(from, end);
        }
    }

    /** Totals rounded to so many digits, of any size. */
    static Totals rounded(int size, int digits) {
        return new Totals(digits, true, null, null, new Enclosure[size]);
    }

    /** Totals that are not rounded. */
    static Totals exact(int size) {
        return new Totals(0, false, null, null, new Enclosure[size]);
    }

    /** Totals that are not rounded, as doubles, and exact when they are asked for. */
    static Totals near(NearTotals near) {
        return new Totals(0, false, null, null, null, near);
    }

    /** The doubles of totals that are kept so; null where they are not. */
    public @Nullable NearTotals near() {
        return near;
    }

    /** Rounded totals as doubles, exact; null where they are none that a double can be. */
    @Nullable NearTotals asNear() {
        int size = narrow != null ? narrow.length : wide != null ? wide.length : 0;
        NearTotals all = new NearTotals(size, Rational.ofScaled(1, digits), 0, 0, row -> Value.of(Rational.ofScaled(scaled(row), digits)),
                NearTotals.EQUAL_ALONE);
        for (int row = 0; row < size; row++) {
            long total = scaled(row);
            if (total != NONE && Math.abs(total) > MOST_EXACT) {
                return null;
            }
            all.set(row, total == NONE ? Double.NaN : total);
        }
        return isScaled() ? all : null;
    }

    /** These with another total in a row. */
    public Totals with(int row, Enclosure total) {
        if (near != null) {
            return near(near.with(row, total));
        }
        int size = narrow != null ? narrow.length : wide != null ? wide.length : exact == null ? 0 : exact.length;
        @Nullable Enclosure[] all = new Enclosure[size];
        for (int i = 0; i < size; i++) {
            all[i] = i == row ? total : value(i);
        }
        return new Totals(digits, rounded, null, null, all);
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

    /** Whether {@link #scaled(int)} may be called: rounded totals that fit into eight bytes. */
    public boolean isScaled() {
        return narrow != null || wide != null;
    }

    /** Whether the totals that are kept are rounded. */
    public boolean isRounded() {
        return rounded;
    }

    /** The array of narrow totals, for the fast path; null where totals take eight bytes or are not rounded. */
    public int @Nullable [] narrow() {
        return narrow;
    }

    void set(int row, Value total) {
        if (!total.isNumber()) {
            return;
        }
        Enclosure number = total.number();
        if (rounded && !number.isExact()) {
            throw new OpenException();
        }
        if (exact != null) {
            exact[row] = number;
        } else if (near != null) {
            near.set(row, number);
        } else {
            setScaled(row, scaled(number.low(), digits).orElseThrow(TooWide::new));
        }
    }

    /** A decimal as a whole number of 10^-digits; empty if that does not fit into eight bytes with room to spare. */
    public static OptionalLong scaled(Rational decimal, int digits) {
        BigInteger whole = decimal.times(Rational.of(10).power(digits)).round(
                new Rounding(0, RoundingMode.UNNECESSARY)).toBigIntegerExact();
        return whole.bitLength() > MOST_BITS ? OptionalLong.empty() : OptionalLong.of(whole.longValueExact());
    }

    public void setScaled(int row, long value) {
        if (wide != null) {
            wide[row] = value;
        } else if (narrow != null && value > NONE_NARROW && value <= Integer.MAX_VALUE) {
            narrow[row] = (int) value;
        } else {
            throw new TooWide();
        }
    }

    /** A total does not fit; the stage is run again with more room. */
    static final class TooWide extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        TooWide() {
            super("too wide", null, false, false);
        }
    }

    /** A whole number of 10^-digits, {@link #NONE} if there is no total. */
    public long scaled(int row) {
        if (narrow != null) {
            int value = narrow[row];
            return value == NONE_NARROW ? NONE : value;
        }
        return wide == null ? NONE : wide[row];
    }

    public boolean has(int row) {
        return exact != null ? exact[row] != null : near != null ? near.has(row) : scaled(row) != NONE;
    }

    /** The total, null if there is none. */
    public @Nullable Enclosure value(int row) {
        if (exact != null) {
            return exact[row];
        }
        if (near != null) {
            return near.value(row);
        }
        long value = scaled(row);
        return value == NONE ? null : Enclosure.of(Rational.ofScaled(value, digits));
    }
}
