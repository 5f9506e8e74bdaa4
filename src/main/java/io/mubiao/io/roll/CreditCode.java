package io.mubiao.io.roll;

import java.util.Locale;
import java.util.regex.Pattern;

/** Unified social credit codes (统一社会信用代码) by GB 32100-2015: 18 characters, the last of which checks the others. */
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{2}[0-9]{6}[0-9A-Za-z]{10}");

    private CreditCode() {}

    /** Whether a text looks like a code, right or wrong, in capitals or not. */
    static boolean isLike(String text) {
        return text.length() == LENGTH && FORM.matcher(text).matches();
    }

    /** The code in capitals, as the standard has it. */
    static String inCapitals(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a code in capitals; empty if nothing is. */
    static String flaw(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return "the character '" + code.charAt(i) + "' at place " + (i + 1) + " is not used in credit codes";
            }
            if (i < LENGTH - 1) {
                sum += value * weight;
                weight = weight * 3 % ALPHABET.length();
            }
        }
        char expected = ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
        char found = code.charAt(LENGTH - 1);
        return found == expected ? "" : "the check character is '" + found + "'; expected '" + expected
                + "' behind the 17 others";
    }
}
