package io.mubiao.io.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The cells of a row of CSV, from its bytes, that are plain: digits perhaps with a point between them, days as 2024-09-30, and what
 * other rows have too, with no quote anywhere. Not thread-safe.
 */
final class PlainCells {
    enum Role { SHARED, VALUE, FIRST, LAST }

    private static final int MOST_DIGITS = 17;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int NONE = Integer.MIN_VALUE;
    /** As long as 2024-09-30. */
    private static final int DAY = 10;

    private final Role[] roles;
    private final boolean apart;
    /** What the cells that rows share are, one behind the other. */
    byte[] shared = new byte[64];
    int length;
    /** So many of 10^-{@link #scale}. */
    long unscaled;
    int scale;
    /** Days since 1970-01-01. */
    int first;
    int last;
    /** Whether there is one day, written alone. */
    boolean isDay;

    /** @param roles what each column is; without a last day the first may have both */
    PlainCells(Role[] roles) {
        this.roles = roles.clone();
        apart = Arrays.asList(roles).contains(Role.LAST);
    }

    /** Reads the row that begins somewhere; the place behind its cells, where its line ends, or -1 if not all of them are plain. */
    int read(byte[] bytes, int from) {
        int at = from;
        length = 0;
        for (int cell = 0; cell < roles.length; cell++) {
            at = switch (roles[cell]) {
                case SHARED -> shared(bytes, at);
                case VALUE -> number(bytes, at);
                case FIRST -> first(bytes, at);
                case LAST -> last(bytes, at);
            };
            if (at < 0 || (cell < roles.length - 1 ? bytes[at] != ',' : !isLineEnd(bytes[at]))) {
                return -1;
            }
            at++;
        }
        return first <= last ? at - 1 : -1;
    }

    private static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }

    private int shared(byte[] bytes, int from) {
        int at = from;
        int end = length;
        for (byte c = bytes[at]; c != ',' && !isLineEnd(c); c = bytes[++at]) {
            if (c == '"') {
                return -1;
            }
            if (end + 1 == shared.length) {
                shared = Arrays.copyOf(shared, 2 * end);
            }
            shared[end++] = c;
        }
        shared[end++] = ',';
        length = end;
        return at;
    }

    private int number(byte[] bytes, int from) {
        long number = 0;
        int point = -1;
        int at = from;
        while (at - from <= MOST_DIGITS) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                number = 10 * number + digit;
            } else if (bytes[at] == '.' && point < 0 && at > from) {
                point = at;
            } else {
                break;
            }
            at++;
        }
        unscaled = number;
        scale = point < 0 ? 0 : at - point - 1;
        return at == from || at - from > MOST_DIGITS || at == point + 1 ? -1 : at;
    }

    private int first(byte[] bytes, int from) {
        first = day(bytes, from);
        last = first;
        isDay = apart || bytes[from + DAY] != '/';
        if (first == NONE || isDay) {
            return first == NONE ? -1 : from + DAY;
        }
        return last(bytes, from + DAY + 1);
    }

    private int last(byte[] bytes, int from) {
        last = day(bytes, from);
        return last == NONE ? -1 : from + DAY;
    }

    private static int day(byte[] bytes, int from) {
        int year = number(bytes, from, 4);
        int month = year < 0 || bytes[from + 4] != '-' ? -1 : number(bytes, from + 5, 2);
        int day = month < 0 || bytes[from + 7] != '-' ? -1 : number(bytes, from + 8, 2);
        if (day < 0 || year < FIRST_YEAR || year > LAST_YEAR) {
            return NONE;
        }
        try {
            return (int) LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** Digits alone; negative if there is anything else. */
    private static int number(byte[] bytes, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
