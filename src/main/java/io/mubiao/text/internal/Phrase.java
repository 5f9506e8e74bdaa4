package io.mubiao.text.internal;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An English sentence cut at its varying parts, and that of another language.
 *
 * @param pieces the fixed words before, between and behind the varying parts
 * @param other the sentence in the other language, with {@code {}} or {@code {1}} for the parts
 * @param size how many characters are fixed
 */
record Phrase(ImmutableList<String> pieces, String other, int size) {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d?)}");
    /** What would be between quotes if two quoted words and what is said between them were taken for one. */
    private static final Pattern TWO_QUOTED = Pattern.compile("[^']*' .* '[^']*");

    static Phrase of(String english, String other) {
        ImmutableList<String> pieces = ImmutableList.copyOf(english.split("\\{}", -1));
        return new Phrase(pieces, other, pieces.stream().mapToInt(String::length).sum());
    }

    /** Whether it begins with a part that varies. */
    boolean isOpen() {
        return pieces.get(0).isEmpty();
    }

    /** Whether fixed words stand on both sides of a text. */
    boolean spans(String text) {
        return pieces.stream().anyMatch(it -> it.indexOf(text) > 0);
    }

    /** The text in the other language, its varying parts told by a function, or null where it is another sentence. */
    @Nullable
    String other(String text, UnaryOperator<String> inner) {
        String first = pieces.get(0);
        String last = pieces.get(pieces.size() - 1);
        if (text.length() < size || !text.startsWith(first) || !text.endsWith(last)) {
            return null;
        }
        if (pieces.size() == 1) {
            return text.equals(first) ? other : null;
        }
        String[] parts = parts(text);
        if (parts == null) {
            return null;
        }
        boolean endsInList = last.isEmpty() && isList(parts.length - 1);
        for (int i = 0; i < parts.length; i++) {
            if (isQuoted(i) && TWO_QUOTED.matcher(parts[i]).matches()) {
                return null;
            }
            boolean stays = isQuoted(i) || (endsInList && i == parts.length - 1);
            parts[i] = stays ? parts[i] : isList(i) ? list(parts[i], inner) : inner.apply(parts[i]);
        }
        if (!endsInList) {
            return filled(parts);
        }
        // What is appended behind a list is appended to the sentence.
        String list = parts[parts.length - 1];
        int end = endOfList(list);
        parts[parts.length - 1] = list.substring(0, end);
        return filled(parts) + (end < list.length() ? inner.apply(list.substring(end)) : "");
    }

    private String @Nullable [] parts(String text) {
        String[] parts = new String[pieces.size() - 1];
        int at = pieces.get(0).length();
        for (int i = 0; i < parts.length; i++) {
            int next = nextFixed(i);
            String piece = pieces.get(next);
            int end = next == parts.length ? text.length() - piece.length() : text.indexOf(piece, at);
            if (end < at) {
                return null;
            }
            // Of parts side by side the first takes all but what is appended to sentences.
            int cut = next == i + 1 ? end : Math.min(end(text, at), end);
            for (; i + 1 < next; i++) {
                parts[i] = text.substring(at, cut);
                at = cut;
                cut = end;
            }
            parts[i] = text.substring(at, end);
            at = end + piece.length();
        }
        return parts;
    }

    private int nextFixed(int part) {
        int next = part + 1;
        while (next < pieces.size() - 1 && pieces.get(next).isEmpty()) {
            next++;
        }
        return next;
    }

    /** Where a part ends that another follows at once: before what is appended to sentences. */
    private static int end(String text, int from) {
        int end = text.indexOf("; ", from);
        return end < 0 ? text.length() : end;
    }

    private boolean isQuoted(int part) {
        String behind = pieces.get(part + 1);
        return pieces.get(part).endsWith("'") && (behind.startsWith("'") || behind.startsWith("…'"));
    }

    /** Whether a part lists words that are to be written as they are. */
    private boolean isList(int part) {
        String before = pieces.get(part);
        return before.endsWith("one of ") || before.endsWith("known are ") || before.endsWith("it has ");
    }

    private static int endOfList(String part) {
        return end(part, Math.max(part.indexOf(']'), 0));
    }

    private static String list(String part, UnaryOperator<String> inner) {
        int end = endOfList(part);
        return part.substring(0, end) + (end < part.length() ? inner.apply(part.substring(end)) : "");
    }

    private String filled(String... parts) {
        Matcher slot = SLOT.matcher(other);
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (slot.find()) {
            String which = slot.group(1);
            slot.appendReplacement(text, Matcher.quoteReplacement(parts[which.isEmpty() ? next++ : which.charAt(0) - '1']));
        }
        return slot.appendTail(text).toString();
    }
}
