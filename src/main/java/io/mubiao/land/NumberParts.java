package io.mubiao.land;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a column as they come, in little more room than the column takes. Not thread-safe. */
final class NumberParts {
    private static final int PART = 1 << 12;
    private static final long[] POWERS = new long[NumberColumn.MOST_DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    /** Some rows, as ints if they fit. */
    private static final class Part {
        private final int decimals;
        private final int @Nullable [] narrow;
        private final long @Nullable [] plain;
        private final long least;
        private final long most;

        Part(int decimals, int @Nullable [] narrow, long @Nullable [] plain, long least, long most) {
            this.decimals = decimals;
            this.narrow = narrow;
            this.plain = plain;
            this.least = least;
            this.most = most;
        }

        long at(int i) {
            if (narrow != null) {
                return narrow[i] == NumberColumn.MISSING_NARROW ? NumberColumn.MISSING : narrow[i];
            }
            return plain == null ? NumberColumn.MISSING : plain[i];
        }
    }

    private static final Part GONE = new Part(0, null, null, 0, 0);

    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, BigDecimal> wide = new HashMap<>();
    private final long[] last = new long[PART];
    private int count;
    private int decimals;
    private int finest;
    private boolean isGone;

    NumberParts() {}

    /** How many rows so far. */
    int size() {
        return parts.size() * PART + count;
    }

    /** One more row without a number. */
    void addMissing() {
        put(NumberColumn.MISSING);
    }

    /** One more number, null if there is none. */
    void add(@Nullable BigDecimal number) {
        if (number == null) {
            addMissing();
            return;
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        plain = plain.scale() < 0 ? plain.setScale(0) : plain;
        checkArgument(plain.scale() <= NumberColumn.MOST_DECIMALS,
                "a number has %s digits after the point, expected at most 18", plain.scale());
        if (plain.unscaledValue().bitLength() <= 62) {
            add(plain.unscaledValue().longValueExact(), plain.scale());
        } else {
            finest = Math.max(finest, plain.scale());
            wide.put(size(), plain);
            addMissing();
        }
    }

    /**
     * One more number: so many of 10^-places.
     *
     * @param places from 0 to 18
     */
    void add(long number, int places) {
        if (places == decimals || number == NumberColumn.MISSING) {
            put(number);
            return;
        }
        long value = number;
        int digits = places;
        while (digits > decimals && value % 10 == 0) {
            value /= 10;
            digits--;
        }
        if (digits > decimals) {
            refine(digits);
        }
        long scaled = scaled(value, decimals - digits);
        if (scaled == NumberColumn.MISSING) {
            wide.put(size(), BigDecimal.valueOf(value, digits));
        }
        put(scaled);
    }

    private void put(long value) {
        requireThere();
        last[count++] = value;
        if (count == PART) {
            seal();
        }
    }

    /** So many times ten; missing where that does not fit. */
    private static long scaled(long value, int tens) {
        long most = (Long.MAX_VALUE >> 1) / POWERS[tens];
        return value == NumberColumn.MISSING || value > most || value < -most ? NumberColumn.MISSING : value * POWERS[tens];
    }

    private void refine(int digits) {
        int first = parts.size() * PART;
        for (int i = 0; i < count; i++) {
            long value = last[i];
            last[i] = scaled(value, digits - decimals);
            if (last[i] == NumberColumn.MISSING && value != NumberColumn.MISSING) {
                wide.put(first + i, BigDecimal.valueOf(value, decimals));
            }
        }
        decimals = digits;
    }

    private void seal() {
        int needed = 0;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (last[i] != NumberColumn.MISSING) {
                low = Math.min(low, last[i]);
                high = Math.max(high, last[i]);
                while (needed < decimals && last[i] % POWERS[decimals - needed] != 0) {
                    needed++;
                }
            }
        }
        long divisor = POWERS[decimals - needed];
        low = low > high ? 0 : low / divisor;
        high = low > high ? 0 : high / divisor;
        boolean fits = low > Integer.MIN_VALUE && high <= Integer.MAX_VALUE;
        int[] narrow = fits ? new int[count] : null;
        long[] plain = fits ? null : new long[count];
        for (int i = 0; i < count; i++) {
            if (narrow != null) {
                narrow[i] = last[i] == NumberColumn.MISSING ? NumberColumn.MISSING_NARROW : (int) (last[i] / divisor);
            } else if (plain != null) {
                plain[i] = last[i] == NumberColumn.MISSING ? NumberColumn.MISSING : last[i] / divisor;
            }
        }
        parts.add(new Part(needed, narrow, plain, low, high));
        finest = Math.max(finest, needed);
        count = 0;
    }

    private void requireThere() {
        if (isGone) {
            throw new IllegalStateException("the column was taken already");
        }
    }

    /** The column so far. */
    NumberColumn column() {
        requireThere();
        int open = count;
        NumberColumn column = column(size());
        if (open > 0) {
            parts.remove(parts.size() - 1);
            count = open;
        }
        return column;
    }

    /** The column; nothing can be added after that, and it takes less room than {@link #column()}. */
    NumberColumn take() {
        requireThere();
        isGone = true;
        return column(size());
    }

    private NumberColumn column(int size) {
        if (count > 0) {
            seal();
        }
        long low = 0;
        long high = 0;
        boolean fits = wide.isEmpty();
        for (Part part : parts) {
            low = Math.min(low, scaled(part.least, finest - part.decimals));
            high = Math.max(high, scaled(part.most, finest - part.decimals));
            fits &= scaled(part.most, finest - part.decimals) != NumberColumn.MISSING;
        }
        return fits && low > Integer.MIN_VALUE && high <= Integer.MAX_VALUE ? narrow(size) : plain(size);
    }

    private NumberColumn narrow(int size) {
        int[] all = new int[size];
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        boolean gaps = false;
        for (int p = 0; p < parts.size(); p++) {
            Part part = isGone ? parts.set(p, GONE) : parts.get(p);
            int factor = (int) POWERS[finest - part.decimals];
            int rows = Math.min(PART, size - p * PART);
            for (int i = 0; i < rows; i++) {
                long value = part.at(i);
                gaps |= value == NumberColumn.MISSING;
                if (value != NumberColumn.MISSING) {
                    low = Math.min(low, value * factor);
                    high = Math.max(high, value * factor);
                }
                all[p * PART + i] = value == NumberColumn.MISSING ? NumberColumn.MISSING_NARROW : (int) value * factor;
            }
        }
        return new NumberColumn(finest, all, low > high ? 0 : low, low > high ? 0 : high, gaps);
    }

    private NumberColumn plain(int size) {
        long[] all = new long[size];
        for (int p = 0; p < parts.size(); p++) {
            Part part = isGone ? parts.set(p, GONE) : parts.get(p);
            int rows = Math.min(PART, size - p * PART);
            for (int i = 0; i < rows; i++) {
                int row = p * PART + i;
                long value = part.at(i);
                all[row] = scaled(value, finest - part.decimals);
                if (all[row] == NumberColumn.MISSING && value != NumberColumn.MISSING) {
                    wide.put(row, BigDecimal.valueOf(value, part.decimals));
                }
            }
        }
        return new NumberColumn(finest, all, wide);
    }
}
