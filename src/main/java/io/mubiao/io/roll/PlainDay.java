package io.mubiao.io.roll;

import io.mubiao.land.internal.CellValue;
import java.time.LocalDate;

/** A day that is written as 2024-09-15, and that every month has. */
final class PlainDay {
    static final int LENGTH = 10;
    private static final String FORM = "0000-00-00";
    private static final int SHORTEST_MONTH = 28;

    private PlainDay() {}

    /** Whether the cell that begins somewhere is such a day. */
    static boolean isOne(byte[] bytes, int from) {
        for (int i = 0; i < LENGTH; i++) {
            byte c = bytes[from + i];
            if (FORM.charAt(i) == '-' ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        int month = number(bytes, from + 5, 2);
        int day = number(bytes, from + 8, 2);
        return PlainText.isEnd(bytes[from + LENGTH]) && number(bytes, from, 4) >= CellValue.FIRST_YEAR && number(bytes, from, 4) <= CellValue.LAST_YEAR && month >= 1 && month <= 12 && day >= 1
                && day <= SHORTEST_MONTH;
    }

    /** Its days since 1970-01-01. */
    static long of(byte[] bytes, int from) {
        return LocalDate.of(number(bytes, from, 4), number(bytes, from + 5, 2), number(bytes, from + 8, 2)).toEpochDay();
    }

    private static int number(byte[] bytes, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }
}
