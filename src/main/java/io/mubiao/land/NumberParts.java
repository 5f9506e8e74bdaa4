package io.mubiao.land;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a column as they come, in little more room than the column takes. Not thread-safe. */
final class NumberParts {
    private static final int PART = 1 << 12;
    private static final long[] POWERS = new long[NumberColumn.MOST_DECIMALS + 1];
    /** The most that can be multiplied by a power. */
    private static final long[] MOST = new long[POWERS.length];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = i == 0 ? 1 : 10 * POWERS[i - 1];
            MOST[i] = (Long.MAX_VALUE >> 1) / POWERS[i];
        }
    }

    /** Some rows; those that fit stand as ints among those of all parts. */
    private static final class Part {
        private final int decimals;
        private final long @Nullable [] plain;
        /** Greater than the most if there is no number at all. */
        private final long least;
        private final long most;
        private final boolean gaps;

        Part(int decimals, long @Nullable [] plain, long least, long most, boolean gaps) {
            this.decimals = decimals;
            this.plain = plain;
            this.least = least;
            this.most = most;
            this.gaps = gaps;
        }
    }

    private static final Part GONE = new Part(0, null, Long.MAX_VALUE, Long.MIN_VALUE, true);
    private static final int[] NONE = {};
    /** A part of the room, as two to this power, that may stay unused. */
    private static final int SPARE = 4;

    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, BigDecimal> wide = new HashMap<>();
    private int[] narrow = NONE;
    private int room;
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

    /** Makes room for so many rows in all when they come. */
    void reserve(int rows) {
        room = Math.max(room, rows);
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

    /** Rows of two arrays: so many of 10^-places each. */
    void add(long[] numbers, byte[] places, int from, int end) {
        requireThere();
        int row = from;
        while (row < end) {
            int full = Math.min(end, row + PART - count);
            for (; row < full && (places[row] == decimals || numbers[row] == NumberColumn.MISSING); row++) {
                last[count++] = numbers[row];
            }
            if (count == PART) {
                seal();
            } else if (row < end) {
                add(numbers[row], places[row++]);
            }
        }
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
        return value == NumberColumn.MISSING || value > MOST[tens] || value < -MOST[tens] ? NumberColumn.MISSING : value * POWERS[tens];
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
        boolean gaps = false;
        for (int i = 0; i < count; i++) {
            if (last[i] == NumberColumn.MISSING) {
                gaps = true;
            } else {
                low = Math.min(low, last[i]);
                high = Math.max(high, last[i]);
                while (needed < decimals && last[i] % POWERS[decimals - needed] != 0) {
                    needed++;
                }
            }
        }
        if (needed < decimals) {
            shorten(POWERS[decimals - needed]);
            low = low > high ? low : low / POWERS[decimals - needed];
            high = low > high ? high : high / POWERS[decimals - needed];
        }
        boolean fits = low > high || (low > Integer.MIN_VALUE && high <= Integer.MAX_VALUE);
        if (fits) {
            narrow();
        }
        parts.add(new Part(needed, fits ? null : Arrays.copyOf(last, count), low, high, gaps));
        finest = Math.max(finest, needed);
        count = 0;
    }

    private void shorten(long divisor) {
        for (int i = 0; i < count; i++) {
            last[i] = last[i] == NumberColumn.MISSING ? NumberColumn.MISSING : last[i] / divisor;
        }
    }

    private void narrow() {
        int first = parts.size() * PART;
        if (first + count > narrow.length) {
            narrow = Arrays.copyOf(narrow, Math.max(first + count, Math.max(room, narrow.length + (narrow.length >> 1))));
        }
        for (int i = 0; i < count; i++) {
            narrow[first + i] = last[i] == NumberColumn.MISSING ? NumberColumn.MISSING_NARROW : (int) last[i];
        }
    }

    private long at(Part part, int row) {
        if (part.plain != null) {
            return part.plain[row % PART];
        }
        return narrow[row] == NumberColumn.MISSING_NARROW ? NumberColumn.MISSING : narrow[row];
    }

    private void requireThere() {
        if (isGone) {
            throw new IllegalStateException("the column was taken already");
        }
    }

    /** The column so far. */
    NumberColumn column() {
        requireThere();
        long[] open = Arrays.copyOf(last, count);
        NumberColumn column = column(size());
        if (open.length > 0) {
            parts.remove(parts.size() - 1);
            System.arraycopy(open, 0, last, 0, open.length);
            count = open.length;
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
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        boolean fits = wide.isEmpty();
        for (Part part : parts) {
            if (part.least <= part.most) {
                fits &= scaled(part.most, finest - part.decimals) != NumberColumn.MISSING;
                low = Math.min(low, scaled(part.least, finest - part.decimals));
                high = Math.max(high, scaled(part.most, finest - part.decimals));
            }
        }
        if (low > high && fits) {
            return narrow(size, 0, 0);
        }
        return fits && low > Integer.MIN_VALUE && high <= Integer.MAX_VALUE ? narrow(size, low, high) : plain(size);
    }

    private NumberColumn narrow(int size, long low, long high) {
        int[] all = isGone && narrow.length - size <= size >> SPARE ? narrow : Arrays.copyOf(narrow, size);
        boolean gaps = false;
        for (int p = 0; p < parts.size(); p++) {
            Part part = isGone ? parts.set(p, GONE) : parts.get(p);
            int factor = (int) POWERS[finest - part.decimals];
            gaps |= part.gaps;
            for (int row = p * PART; factor > 1 && row < Math.min(size, (p + 1) * PART); row++) {
                all[row] = all[row] == NumberColumn.MISSING_NARROW ? NumberColumn.MISSING_NARROW : all[row] * factor;
            }
        }
        return new NumberColumn(finest, all, size, low, high, gaps);
    }

    private NumberColumn plain(int size) {
        long[] all = new long[size];
        for (int p = 0; p < parts.size(); p++) {
            Part part = isGone ? parts.set(p, GONE) : parts.get(p);
            int rows = Math.min(PART, size - p * PART);
            for (int i = 0; i < rows; i++) {
                int row = p * PART + i;
                long value = at(part, row);
                all[row] = scaled(value, finest - part.decimals);
                if (all[row] == NumberColumn.MISSING && value != NumberColumn.MISSING) {
                    wide.put(row, BigDecimal.valueOf(value, part.decimals));
                }
            }
        }
        return new NumberColumn(finest, all, wide);
    }
}
