package io.mubiao.land;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decimals of one column, exact: whole numbers of 10^-decimals (数值列). Immutable. Numbers that fit take four or eight
 * bytes each; the few that do not fit are kept aside.
 */
public final class NumberColumn {
    /** What {@link #read(int, int, long[])} gives where there is no number, or one that does not fit. */
    public static final long MISSING = Long.MIN_VALUE;
    /** What {@link #read(int, int, int[])} gives where there is no number. */
    public static final int MISSING_NARROW = Integer.MIN_VALUE;

    static final int MOST_DECIMALS = 18;

    private final int decimals;
    private final int size;
    /** At least as many as rows. */
    private final int @Nullable [] narrow;
    private final long @Nullable [] plain;
    private final Map<Integer, BigDecimal> wide;
    private final long least;
    private final long most;
    private final boolean gaps;

    NumberColumn(int decimals, long[] unscaled, Map<Integer, BigDecimal> wide) {
        this.decimals = decimals;
        size = unscaled.length;
        this.wide = Map.copyOf(wide);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        boolean missing = false;
        for (long value : unscaled) {
            if (value == MISSING) {
                missing = true;
            } else {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        gaps = missing;
        least = low > high ? 0 : low;
        most = low > high ? 0 : high;
        boolean fits = wide.isEmpty() && least > Integer.MIN_VALUE && most <= Integer.MAX_VALUE;
        plain = fits ? null : unscaled;
        narrow = fits ? narrowed(unscaled) : null;
    }

    /** @param size the rows; what stands behind them in the array is nothing */
    NumberColumn(int decimals, int[] unscaled, int size, long least, long most, boolean gaps) {
        this.decimals = decimals;
        this.size = size;
        wide = Map.of();
        narrow = unscaled;
        plain = null;
        this.least = least;
        this.most = most;
        this.gaps = gaps;
    }

    /** Collects numbers one by one. */
    public static Builder builder() {
        return new Builder();
    }

    private static int[] narrowed(long[] unscaled) {
        int[] values = new int[unscaled.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = unscaled[i] == MISSING ? MISSING_NARROW : (int) unscaled[i];
        }
        return values;
    }

    /**
     * A column of whole numbers of 10^-decimals; {@link #MISSING} where there is none. The array is copied.
     *
     * @param decimals from 0 to 18
     */
    public static NumberColumn of(int decimals, long[] unscaled) {
        checkArgument(decimals >= 0 && decimals <= MOST_DECIMALS, "decimals must be from 0 to 18, got %s", decimals);
        return new NumberColumn(decimals, unscaled.clone(), Map.of());
    }

    /** A column of whole numbers, {@link #MISSING_NARROW} where there is none; the array is copied. */
    public static NumberColumn of(int[] numbers) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        boolean missing = false;
        for (int number : numbers) {
            missing |= number == MISSING_NARROW;
            low = number == MISSING_NARROW ? low : Math.min(low, number);
            high = Math.max(high, number == MISSING_NARROW ? high : number);
        }
        return new NumberColumn(0, numbers.clone(), numbers.length, low > high ? 0 : low, low > high ? 0 : high, missing);
    }

    /**
     * A column of decimals, null where there is none.
     *
     * @throws IllegalArgumentException if a number has more than 18 digits after the point
     */
    public static NumberColumn of(List<@Nullable BigDecimal> values) {
        int decimals = 0;
        for (BigDecimal value : values) {
            if (value != null) {
                decimals = Math.max(decimals, value.stripTrailingZeros().scale());
            }
        }
        checkArgument(decimals <= MOST_DECIMALS, "a number has %s digits after the point, expected at most 18", decimals);
        long[] unscaled = new long[values.size()];
        Map<Integer, BigDecimal> wide = new HashMap<>();
        for (int i = 0; i < unscaled.length; i++) {
            BigDecimal value = values.get(i);
            unscaled[i] = MISSING;
            if (value != null) {
                BigDecimal scaled = value.setScale(decimals);
                if (scaled.unscaledValue().bitLength() <= 62) {
                    unscaled[i] = scaled.unscaledValue().longValueExact();
                } else {
                    wide.put(i, value);
                }
            }
        }
        return new NumberColumn(decimals, unscaled, wide);
    }

    /**
     * This column with other numbers in some rows; null where there is none.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public NumberColumn with(Map<Integer, @Nullable BigDecimal> changes) {
        changes.keySet().forEach(row -> RollCheck.row(row, size()));
        int finer = decimals;
        for (BigDecimal value : changes.values()) {
            finer = value == null ? finer : Math.max(finer, value.stripTrailingZeros().scale());
        }
        if (finer > decimals) {
            List<@Nullable BigDecimal> all = new java.util.ArrayList<>(size());
            for (int row = 0; row < size(); row++) {
                Rational value = value(row);
                all.add(changes.containsKey(row) ? changes.get(row) : value == null ? null : value.asDecimal().orElseThrow());
            }
            return of(all);
        }
        long[] unscaled = new long[size()];
        read(0, unscaled.length, unscaled);
        Map<Integer, BigDecimal> aside = new HashMap<>(wide);
        changes.forEach((row, value) -> {
            aside.remove(row);
            BigDecimal scaled = value == null ? null : value.setScale(decimals);
            boolean fits = scaled != null && scaled.unscaledValue().bitLength() <= 62;
            unscaled[row] = fits && scaled != null ? scaled.unscaledValue().longValueExact() : MISSING;
            if (!fits && value != null) {
                aside.put(row, value);
            }
        });
        return new NumberColumn(decimals, unscaled, aside);
    }

    /** How many rows. */
    public int size() {
        return size;
    }

    /** Digits after the point. */
    public int decimals() {
        return decimals;
    }

    /** Whether there is no number in a row. */
    public boolean isMissing(int row) {
        return unscaled(row) == MISSING && !wide.containsKey(row);
    }

    /** The number in a row, null if there is none. */
    public @Nullable Rational value(int row) {
        long value = unscaled(row);
        if (value != MISSING) {
            return Rational.ofScaled(value, decimals);
        }
        BigDecimal aside = wide.isEmpty() ? null : wide.get(row);
        return aside == null ? null : Rational.of(aside);
    }

    /** The first row from one on whose number lies outside of these limits, or is not whole where it must be; -1 if none does. */
    int firstOutside(int from, Optional<BigDecimal> low, Optional<BigDecimal> high, boolean whole) {
        boolean inside = low.isEmpty() || BigDecimal.valueOf(least, decimals).compareTo(low.get()) >= 0;
        inside &= high.isEmpty() || BigDecimal.valueOf(most, decimals).compareTo(high.get()) <= 0;
        if (inside && wide.isEmpty() && (!whole || decimals == 0)) {
            return -1;
        }
        for (int row = from; row < size(); row++) {
            Rational value = value(row);
            boolean below = value != null && low.isPresent() && value.compareTo(Rational.of(low.get())) < 0;
            boolean above = value != null && high.isPresent() && value.compareTo(Rational.of(high.get())) > 0;
            if (below || above || (value != null && whole && !value.denominator().equals(BigInteger.ONE))) {
                return row;
            }
        }
        return -1;
    }

    /** The first row from one on whose number is not a whole one of these, nor this one besides; -1 if none is. */
    int firstOther(int from, long low, long high, long besides) {
        if (decimals > 0 || !wide.isEmpty()) {
            Optional<BigDecimal> first = Optional.of(BigDecimal.valueOf(low));
            Optional<BigDecimal> last = Optional.of(BigDecimal.valueOf(high));
            int beyond = firstOutside(from, first, last, true);
            while (beyond >= 0 && Optional.of(Rational.of(besides)).equals(Optional.ofNullable(value(beyond)))) {
                beyond = firstOutside(beyond + 1, first, last, true);
            }
            return beyond;
        }
        if (least >= low && most <= high) {
            return -1;
        }
        for (int row = from; row < size(); row++) {
            long value = unscaled(row);
            if (value != MISSING && value != besides && (value < low || value > high)) {
                return row;
            }
        }
        return -1;
    }

    private long unscaled(int row) {
        if (narrow != null) {
            int value = narrow[row];
            return value == MISSING_NARROW ? MISSING : value;
        }
        return plain()[row];
    }

    private long[] plain() {
        if (plain == null) {
            throw new AssertionError("a column has numbers of one width");
        }
        return plain;
    }

    /** Whether {@link #narrow} and {@link #read(int, int, int[])} may be called. */
    public boolean isNarrow() {
        return narrow != null;
    }

    /** The whole numbers of 10^-decimals of all rows, {@link #MISSING_NARROW} where there is none; only of a narrow column. */
    public IntBuffer narrow() {
        if (narrow == null) {
            throw new IllegalStateException("the numbers do not fit into an int");
        }
        return IntBuffer.wrap(narrow, 0, size).slice().asReadOnlyBuffer();
    }

    /** Copies whole numbers of 10^-decimals of rows; only of a narrow column. */
    public void read(int from, int count, int[] into) {
        if (narrow == null) {
            throw new IllegalStateException("the numbers do not fit into an int");
        }
        System.arraycopy(narrow, from, into, 0, count);
    }

    /** Copies whole numbers of 10^-decimals of rows. */
    public void read(int from, int count, long[] into) {
        if (narrow == null) {
            System.arraycopy(plain(), from, into, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                int value = narrow[from + i];
                into[i] = value == MISSING_NARROW ? MISSING : value;
            }
        }
    }

    /** Whether a row has no number, or one that is kept aside. */
    public boolean hasGaps() {
        return gaps;
    }

    /** The smallest whole number of 10^-decimals that is not kept aside. */
    public long least() {
        return least;
    }

    /** The largest whole number of 10^-decimals that is not kept aside. */
    public long most() {
        return most;
    }

    /** Collects numbers in the order of the rows; not thread-safe. */
    public static final class Builder {
        private final NumberParts parts = new NumberParts();

        private Builder() {}

        /**
         * One more row with a number.
         *
         * @throws IllegalArgumentException if the number has more than 18 digits after the point
         */
        public Builder add(BigDecimal number) {
            parts.add(requireNonNull(number, "number"));
            return this;
        }

        /** One more row without a number. */
        public Builder addMissing() {
            parts.addMissing();
            return this;
        }

        /**
         * One more row, whose number is so many of 10^-places; {@link #MISSING} if it has none.
         *
         * @param places from 0 to 18
         */
        public Builder add(long number, int places) {
            parts.add(number, places);
            return this;
        }

        /**
         * Rows of two arrays, from one up to another, as {@link #add(long, int)} takes them one by one.
         *
         * @param places of each from 0 to 18
         */
        public Builder add(long[] numbers, byte[] places, int from, int end) {
            parts.add(numbers, places, from, end);
            return this;
        }

        /** Makes room for so many rows in all; more can come all the same. */
        public void reserve(int rows) {
            parts.reserve(rows);
        }

        /** How many rows so far. */
        public int size() {
            return parts.size();
        }

        /** The column so far; more can be added, which does not change it. */
        public NumberColumn build() {
            return parts.column();
        }

        /**
         * The column, in less room than {@link #build()} takes on the way.
         *
         * @throws IllegalStateException if anything is asked of this builder after that but its size
         */
        public NumberColumn take() {
            return parts.take();
        }
    }
}
