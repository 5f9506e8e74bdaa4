package io.mubiao.io.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells UTF-16 without a byte order mark by its zeros, which no text in another encoding has, and its order by what it says then. */
final class Utf16 {
    /** One character of so many is at least ASCII in a table or a tree. */
    private static final int LEAST_ASCII = 20;
    /** At most one character of so many is unusual in a text read in its own order. */
    private static final int MOST_ODD = 10;

    /** Common characters that end in a zero; all others that do are likely ASCII in the other order. */
    private static final String ROUND = "一　最需退耀刀怀";

    private Utf16() {}

    /** The order in which some first bytes of a file are UTF-16; empty if they are something else. */
    static Optional<Charset> order(byte[] start) {
        int units = start.length / 2;
        int zeros = 0;
        int little = 0;
        int big = 0;
        for (int i = 0; i < units; i++) {
            int first = start[2 * i] & 0xFF;
            int second = start[2 * i + 1] & 0xFF;
            zeros += (first == 0 ? 1 : 0) + (second == 0 ? 1 : 0);
            little += isUsual(second << Byte.SIZE | first) ? 1 : 0;
            big += isUsual(first << Byte.SIZE | second) ? 1 : 0;
        }
        int most = Math.max(little, big);
        boolean is = units >= 2 && zeros >= Math.max(2, units / LEAST_ASCII) && little != big && units - most <= units / MOST_ODD;
        return is ? Optional.of(little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** ASCII, Chinese characters and punctuation, full-width forms, halves of rare characters. */
    private static boolean isUsual(int unit) {
        if ((unit & 0xFF) == 0) {
            return ROUND.indexOf(unit) >= 0;
        }
        return (unit >= ' ' && unit < 0x7F) || unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0xA0 && unit <= 0xFF)
                || (unit >= 0x2000 && unit <= 0x26FF) || (unit >= 0x3000 && unit <= 0x33FF) || (unit >= 0x3400 && unit <= 0x9FFF)
                || (unit >= 0xD800 && unit <= 0xDFFF) || unit >= 0xFF00;
    }
}
