package io.mubiao.io.roll;

import io.mubiao.land.internal.CellValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;

/** A day that is written as 2024-09-15, and that every month has. */
final class PlainDay {
    static final int LENGTH = 10;
    /** Where there is no such day. */
    static final int NONE = Integer.MIN_VALUE;
    private static final int SHORTEST_MONTH = 28;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** 0000-00-, and what makes every byte that is neither this nor, in place of a zero, another digit reach the highest bit. */
    private static final long FORM = 0x2D30302D30303030L;
    private static final long LIMITS = 0x7F76767F76767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** The day before each month of the years from the first on. */
    private static final int[] MONTHS = new int[12 * (CellValue.LAST_YEAR - CellValue.FIRST_YEAR + 1)];

    static {
        for (int i = 0; i < MONTHS.length; i++) {
            MONTHS[i] = (int) LocalDate.of(CellValue.FIRST_YEAR + i / 12, 1 + i % 12, 1).toEpochDay() - 1;
        }
    }

    private PlainDay() {}

    /** The days since 1970-01-01 of the cell that begins somewhere; {@link #NONE} if it is no such day. */
    static int read(byte[] bytes, int from) {
        long front = (long) LONGS.get(bytes, from) ^ FORM;
        int ten = bytes[from + 8] - '0';
        int one = bytes[from + 9] - '0';
        if ((((front & ~HIGH_BITS) + LIMITS | front) & HIGH_BITS) != 0 || ten < 0 || ten > 9 || one < 0 || one > 9
                || !PlainText.isEnd(bytes[from + LENGTH])) {
            return NONE;
        }
        int year = 1000 * digit(front, 0) + 100 * digit(front, 1) + 10 * digit(front, 2) + digit(front, 3);
        int month = 10 * digit(front, 5) + digit(front, 6);
        int day = 10 * ten + one;
        if (year < CellValue.FIRST_YEAR || year > CellValue.LAST_YEAR || month < 1 || month > 12 || day < 1 || day > SHORTEST_MONTH) {
            return NONE;
        }
        return MONTHS[12 * (year - CellValue.FIRST_YEAR) + month - 1] + day;
    }

    private static int digit(long digits, int at) {
        return (int) (digits >>> (at * Byte.SIZE)) & 0xF;
    }
}
