package io.mubiao.io.roll;

import io.mubiao.land.Column;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteOrder;

/**
 * Reads the plain numbers of a column straight from bytes: up to 18 digits, perhaps with a point between them, about which
 * there is nothing to say but that they are negative or have more digits than declared. Whatever else there is is read with care. Not
 * thread-safe.
 */
final class PlainNumber {
    private static final int MOST_DIGITS = 18;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SEVEN_BITS = ~HIGH_BITS;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final int decimals;
    private final boolean zero;
    private final boolean negative;
    private final long factor;
    private final int shift;
    private final long largest;
    private final long[] least = new long[MOST_DIGITS + 1];
    private final long[] most = new long[MOST_DIGITS + 1];

    private long value;
    private int places;
    private boolean more;
    private boolean below;

    PlainNumber(ColumnCells cells) {
        Column column = cells.column();
        decimals = column.decimals();
        BigDecimal times = cells.factor().asDecimal().map(BigDecimal::stripTrailingZeros).orElse(BigDecimal.ZERO);
        boolean fits = times.signum() > 0 && times.precision() <= MOST_DIGITS && times.scale() >= 0 && times.scale() <= MOST_DIGITS;
        factor = fits ? times.unscaledValue().longValueExact() : 1;
        shift = fits ? times.scale() : 0;
        boolean usable = fits || cells.factor().equals(io.mubiao.value.Rational.ONE);
        largest = usable ? Long.MAX_VALUE / factor / 10 : -1;
        zero = !cells.isLand();
        negative = zero && column.least().isEmpty();
        BigDecimal low = column.least().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        for (int i = 0; i <= MOST_DIGITS; i++) {
            least[i] = scaled(low, i, RoundingMode.CEILING);
            most[i] = column.most().isPresent() ? scaled(column.most().get(), i, RoundingMode.FLOOR) : Long.MAX_VALUE;
        }
    }

    private static long scaled(BigDecimal limit, int places, RoundingMode rounding) {
        return limit.movePointRight(places).setScale(0, rounding).toBigInteger()
                .min(java.math.BigInteger.valueOf(Long.MAX_VALUE)).max(java.math.BigInteger.valueOf(Long.MIN_VALUE)).longValueExact();
    }

    /** Reads a number that begins somewhere; its end, or -1 if it is none that is plain. */
    int read(byte[] bytes, int from) {
        boolean isNegative = negative && bytes[from] == '-';
        int first = isNegative ? from + 1 : from;
        long word = (long) LONGS.get(bytes, first) ^ ZEROS;
        int digits = digits(word);
        if (digits == 0 || digits == Long.BYTES) {
            return longer(bytes, first, isNegative);
        }
        int at = first + digits;
        if (bytes[at] != '.') {
            return take(number(word, digits), 0, isNegative) ? at : -1;
        }
        long behind = (long) LONGS.get(bytes, at + 1) ^ ZEROS;
        int after = digits(behind);
        if (after == 0 || after == Long.BYTES) {
            return longer(bytes, first, isNegative);
        }
        at += 1 + after;
        return bytes[at] != '.' && take(number(word, digits) * POWERS[after] + number(behind, after), after, isNegative) ? at : -1;
    }

    /** How many of eight bytes are digits before the first that is none. */
    private static int digits(long word) {
        return Long.numberOfTrailingZeros(((word & SEVEN_BITS) + ABOVE_NINE | word) & HIGH_BITS) >>> 3;
    }

    /** The number of the first digits of eight bytes: neighbours are put together, then pairs, then fours. */
    private static long number(long word, int digits) {
        long each = word << (Long.SIZE - Byte.SIZE * digits);
        long pairs = ((each * (10 << 8 | 1)) >>> 8) & 0x00FF00FF00FF00FFL;
        long fours = ((pairs * (100 << 16 | 1)) >>> 16) & 0x0000FFFF0000FFFFL;
        return (fours * (10_000L << 32 | 1)) >>> 32;
    }

    private int longer(byte[] bytes, int first, boolean isNegative) {
        long number = 0;
        int at = first;
        int digit = bytes[at] - '0';
        while (digit >= 0 && digit <= 9 && at - first < MOST_DIGITS) {
            number = 10 * number + digit;
            digit = bytes[++at] - '0';
        }
        int after = 0;
        if (at > first && bytes[at] == '.') {
            int point = at;
            digit = bytes[++at] - '0';
            while (digit >= 0 && digit <= 9 && at - first <= MOST_DIGITS) {
                number = 10 * number + digit;
                digit = bytes[++at] - '0';
            }
            after = at - point - 1;
            if (after == 0) {
                return -1;
            }
        }
        return at > first && !(digit >= 0 && digit <= 9) && bytes[at] != '.' && take(number, after, isNegative) ? at : -1;
    }

    private boolean take(long number, int after, boolean isNegative) {
        if (number > largest || after + shift > MOST_DIGITS || (isNegative && number == 0)) {
            return false;
        }
        below = isNegative;
        value = isNegative ? -number * factor : number * factor;
        places = after + shift;
        while (places > decimals && value % 10 == 0) {
            value /= 10;
            places--;
        }
        more = places > decimals;
        return (value != 0 || zero) && (isNegative || value >= least[places]) && value <= most[places];
    }

    /** What was read: so many of 10^-{@link #places}. */
    long value() {
        return value;
    }

    int places() {
        return places;
    }

    /** Whether it is below zero, which is told. */
    boolean isNegative() {
        return below;
    }

    /** Whether it has more digits after the point than declared. */
    boolean hasMore() {
        return more;
    }
}
