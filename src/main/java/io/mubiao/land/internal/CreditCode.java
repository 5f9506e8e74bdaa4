package io.mubiao.land.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Unified social credit codes (统一社会信用代码) by GB 32100-2015: 18 characters, the last of which checks the others. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{2}[0-9]{6}[0-9A-Za-z]{10}");

    private static final int[] VALUES = new int[128];
    private static final int[] WEIGHTS = new int[LENGTH - 1];

    static {
        for (char c = 0; c < VALUES.length; c++) {
            VALUES[c] = ALPHABET.indexOf(c);
        }
        WEIGHTS[0] = 1;
        for (int i = 1; i < WEIGHTS.length; i++) {
            WEIGHTS[i] = WEIGHTS[i - 1] * 3 % ALPHABET.length();
        }
    }

    private CreditCode() {}

    /** Whether a text looks like a code, right or wrong, in capitals or not. */
    public static boolean isLike(String text) {
        return text.length() == LENGTH && FORM.matcher(text).matches();
    }

    /** The code in capitals, as the standard has it. */
    public static String inCapitals(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a code in capitals; empty if nothing is. */
    public static String flaw(String code) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return "the character '" + code.charAt(i) + "' at place " + (i + 1) + " is not used in credit codes";
            }
            if (i < LENGTH - 1) {
                sum += value * WEIGHTS[i];
            }
        }
        char expected = ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
        char found = code.charAt(LENGTH - 1);
        return found == expected ? "" : "the check character is '" + found + "'; expected '" + expected
                + "' behind the 17 others";
    }

    /** Whether an id of ASCII, or any other, looks like a code. */
    public static boolean isLike(byte[] bytes, int from, int to) {
        boolean like = to - from == LENGTH;
        for (int i = 0; i < LENGTH && like; i++) {
            byte c = bytes[from + i];
            boolean digit = c >= '0' && c <= '9';
            like = digit || ((i < 2 || i > 7) && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')));
        }
        return like;
    }

    /** Whether what looks like a code has letters that are no capitals. */
    public static boolean hasSmallLetters(byte[] bytes, int from, int to) {
        boolean small = false;
        for (int i = from; i < to; i++) {
            small |= bytes[i] >= 'a';
        }
        return small;
    }

    /** Whether there is no flaw in what looks like a code in capitals. */
    public static boolean isRight(byte[] bytes, int from) {
        int sum = 0;
        boolean known = true;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = VALUES[bytes[from + i]];
            known &= value >= 0;
            sum += value * WEIGHTS[i];
        }
        return known && VALUES[bytes[from + LENGTH - 1]] == Math.floorMod(-sum, ALPHABET.length());
    }
}
