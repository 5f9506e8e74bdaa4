package io.mubiao.io.internal.sheet;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number format of a spreadsheet makes of a number. */
enum NumberForm {
    /** A number. */
    PLAIN,
    /** A hundredth of what is shown, with the sign of percent behind it. */
    PERCENT,
    /** A day, perhaps with a time. */
    DAY,
    /** A month. */
    MONTH,
    /** A time of day or a duration. */
    TIME;

    private static final Pattern SECONDS = Pattern.compile("s\\.0+");
    private static final Pattern FIGURES = Pattern.compile("[0#?@]");
    private static final int FIRST_EAST_ASIAN = 27;
    private static final int LAST_EAST_ASIAN = 36;
    private static final int FIRST_MORE = 50;
    private static final int LAST_MORE = 58;

    /**
     * By the format of a cell.
     *
     * @param id its number; Chinese spreadsheets know some that stand in no file
     */
    static NumberForm of(@Nullable Integer id, @Nullable String format) {
        if (format != null) {
            return of(format);
        }
        int number = id == null ? 0 : id;
        return (number >= FIRST_EAST_ASIAN && number <= LAST_EAST_ASIAN) || (number >= FIRST_MORE && number <= LAST_MORE)
                ? eastAsian(number) : PLAIN;
    }

    private static NumberForm eastAsian(int id) {
        return switch (id) {
            case 27, 36, 50, 52, 57 -> MONTH;
            case 32, 33, 34, 35, 55, 56 -> TIME;
            default -> DAY;
        };
    }

    static NumberForm of(String format) {
        String bare = SECONDS.matcher(bare(format.toLowerCase(Locale.ROOT))).replaceAll("s");
        if (bare.contains("%")) {
            return PERCENT;
        }
        if (bare.contains("general") || FIGURES.matcher(bare).find()) {
            return PLAIN;
        }
        return dayOrTime(bare);
    }

    private static NumberForm dayOrTime(String bare) {
        boolean year = bare.contains("y") || bare.contains("e");
        boolean day = bare.contains("d") || bare.contains("aaa");
        boolean time = bare.contains("h") || bare.contains("s");
        if (year && !day && bare.contains("m")) {
            return MONTH;
        }
        return year || day ? DAY : time ? TIME : bare.contains("m") ? MONTH : PLAIN;
    }

    /** The first part of a format without quoted, escaped and bracketed text; what counts hours in brackets stays. */
    private static String bare(String format) {
        StringBuilder bare = new StringBuilder();
        for (int at = 0; at < format.length() && format.charAt(at) != ';'; at++) {
            char c = format.charAt(at);
            if (c == '\\' || c == '_' || c == '*' || c == '!') {
                at++;
            } else if (c == '"') {
                int end = format.indexOf('"', at + 1);
                at = end < 0 ? format.length() : end;
            } else if (c == '[') {
                int end = format.indexOf(']', at);
                String inside = end < 0 ? "" : format.substring(at + 1, end);
                bare.append(inside.matches("h+|m+|s+") ? "h" : "");
                at = end < 0 ? format.length() : end;
            } else {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
