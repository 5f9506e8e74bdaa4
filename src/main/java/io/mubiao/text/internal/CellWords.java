package io.mubiao.text.internal;

import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;

/** How a cell is read whatever program gives it: widths, a spreadsheet's marks of text, words for "no figure" (单元格). */
public final class CellWords {
    private static final ImmutableSet<String> NO_FIGURE =
            ImmutableSet.of("", "-", "--", "–", "—", "——", "/", "N/A", "n/a", "无数据");
    /** A spreadsheet's mark of a text, and what becomes of it where quotes are made curly. */
    private static final String TEXT_MARKS = "'＇‘’`´";

    private CellWords() {}

    /** Whether a stripped cell says that there is nothing to say. */
    public static boolean isMissing(String stripped) {
        return stripped.length() <= 3 && NO_FIGURE.contains(half(stripped));
    }

    /** Full-width digits, letters and signs as half-width ones. */
    public static String half(String text) {
        int at = 0;
        while (at < text.length() && !isFull(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder half = new StringBuilder(text);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            half.setCharAt(at, isFull(c) ? (char) (c - '\uFF01' + '!') : c == '\u3000' ? ' ' : c);
        }
        return half.toString();
    }

    private static boolean isFull(char c) {
        return c >= '\uFF01' && c <= '\uFF5E';
    }

    /** What decides whether two cells say the same: no blanks, no difference of width. */
    public static String key(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            if (!Characters.isBlank(c) && !Characters.isInvisible(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** A cell without the mark by which a spreadsheet keeps a text a text: 'E1 and ="E1" are E1. */
    public static String withoutMark(String cell) {
        String text = TypedText.stripped(cell);
        if (text.length() > 1 && TEXT_MARKS.indexOf(text.charAt(0)) >= 0 && TEXT_MARKS.indexOf(text.charAt(text.length() - 1)) < 0) {
            return text.substring(1);
        }
        boolean formula = text.length() > 3 && text.startsWith("=\"") && text.indexOf('"', 2) == text.length() - 1;
        return formula ? text.substring(2, text.length() - 1) : cell;
    }
}
