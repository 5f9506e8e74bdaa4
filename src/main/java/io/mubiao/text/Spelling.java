package io.mubiao.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Spelling {
    private static final int LONGEST = 100;

    private Spelling() {}

    /** The word nearest to a text: a third of its characters may differ, or one of the two is part of the other. */
    public static Optional<String> near(String text, List<String> words) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream().filter(word -> word.length() <= LONGEST && isNear(text, word))
                .min(Comparator.comparing(word -> distance(text, word)));
    }

    private static boolean isNear(String text, String word) {
        boolean part = Math.min(text.length(), word.length()) > 1 && (text.contains(word) || word.contains(text));
        return part || distance(text, word) * 3 <= Math.max(text.length(), word.length());
    }

    private static int distance(String one, String other) {
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
