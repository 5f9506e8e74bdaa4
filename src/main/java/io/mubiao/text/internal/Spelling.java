package io.mubiao.text.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant (近似词). */
public final class Spelling {
    private static final int LONGEST = 100;
    private static final int MOST_COMPARED = 10_000;

    private Spelling() {}

    /**
     * The word nearest to a text: a third of its characters may differ, or one of the two holds the other, or holds half its
     * own or more in order, or ideographs in order, as 规模以上 holds 规上, or is one character with ideographs behind, as D类 is D, or two characters have changed places.
     */
    public static Optional<String> near(String text, Collection<String> words) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream().filter(word -> word.length() <= LONGEST && isNear(text, word))
                .min(Comparator.comparing(word -> distance(text, word)));
    }

    /** The question after the nearest word, behind a message; empty if none is near, or there are too many to compare. */
    public static String hint(String text, Collection<String> words) {
        return words.size() > MOST_COMPARED ? "" : near(text, words).map(it -> "; did you mean '" + it + "'?").orElse("");
    }

    private static boolean isNear(String text, String word) {
        boolean part = text.length() < word.length() ? isPart(text, word) : isPart(word, text);
        return part || text.equalsIgnoreCase(word) || isTwisted(text, word) || distance(text, word) * 3 <= Math.max(text.length(), word.length());
    }

    /** Scattered letters are found in many a long word; ideographs are not. */
    private static boolean isPart(String part, String whole) {
        boolean isStem = part.length() == 1 && whole.length() <= 3 && whole.startsWith(part) && whole.substring(1).codePoints().allMatch(Character::isIdeographic);
        return isStem || (part.length() > 1 && (whole.contains(part)
                || (holds(whole, part) && (part.length() * 2 >= whole.length() || part.codePoints().anyMatch(Character::isIdeographic)))));
    }

    /** Two characters beside each other have changed places. */
    private static boolean isTwisted(String text, String word) {
        if (text.length() != word.length()) {
            return false;
        }
        int at = 0;
        while (at < text.length() && text.charAt(at) == word.charAt(at)) {
            at++;
        }
        return at + 1 < text.length() && text.charAt(at) == word.charAt(at + 1) && text.charAt(at + 1) == word.charAt(at)
                && text.substring(at + 2).equals(word.substring(at + 2));
    }

    private static boolean holds(String whole, String part) {
        int next = 0;
        for (int i = 0; i < whole.length() && next < part.length(); i++) {
            next += whole.charAt(i) == part.charAt(next) ? 1 : 0;
        }
        return next == part.length();
    }

    /** How many characters must be put in, left out or changed to make one text of another. */
    public static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
