package io.mubiao.io.internal.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The row below the headers that numbers the columns: 甲 乙 1 2 3, 栏次 1 2, (1) (2) (3)=(1)÷(2). */
public final class ColumnNumbers {
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final Pattern WORD = Pattern.compile("栏次|栏号|列次|列号|序号|编号|行次|代码");
    private static final Pattern EMPTY = Pattern.compile("[-—–/×*]*");
    private static final Pattern NUMBER = Pattern.compile("(\\(|\\[)?([0-9]{1,3})(\\)|\\]|\\.)?(=.*)?");
    private static final int FEWEST = 4;

    private ColumnNumbers() {}

    /**
     * Whether they are: labels that count up, each kind from its beginning; figures alone must be many and stand at the top.
     *
     * @param keys the cells of a row, as {@link CellText#key}
     * @param isFirst whether the row is among the first below the headers
     */
    public static boolean are(List<String> keys, boolean isFirst) {
        int stem = 0;
        int letter = 0;
        int number = 0;
        int labels = 0;
        boolean certain = false;
        for (String key : keys.stream().filter(it -> !EMPTY.matcher(it).matches()).toList()) {
            Matcher digits = NUMBER.matcher(key);
            String lower = key.toLowerCase(Locale.ROOT);
            if (WORD.matcher(key).matches() && labels == 0) {
                certain = true;
            } else if (key.length() == 1 && stem < STEMS.length() && STEMS.charAt(stem) == key.charAt(0)) {
                stem++;
                labels++;
            } else if (digits.matches() && Integer.parseInt(digits.group(2)) == number + 1) {
                number++;
                labels++;
                certain |= digits.group(1) != null || digits.group(4) != null;
            } else if (lower.length() == 1 && letter < LETTERS.length() && LETTERS.charAt(letter) == lower.charAt(0)) {
                letter++;
                labels++;
            } else {
                return false;
            }
        }
        int kinds = (stem > 0 ? 1 : 0) + (letter > 0 ? 1 : 0) + (number > 0 ? 1 : 0);
        boolean mixed = labels >= FEWEST && (kinds > 1 || number == 0);
        return labels >= 2 && (certain || mixed || (isFirst && labels >= FEWEST && labels == keys.size()));
    }
}
