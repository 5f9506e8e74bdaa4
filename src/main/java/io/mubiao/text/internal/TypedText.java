package io.mubiao.text.internal;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * A number, unit, day or fixed word as somebody typed it, made plain (规范化): no full-width characters, one kind of
 * blank, none around it, nothing invisible. Not for names and sentences, whose width is theirs. Immutable.
 *
 * @param text the plain text
 * @param changes what was changed; blanks around it are not told
 */
public record TypedText(String text, Set<Change> changes) {
    private static final int FULL = '\uFF01' - '!';
    private static final int MINUS = 0x2212;
    /** Small forms of signs, such as ﹪. */
    private static final int FIRST_SMALL = 0xFE50;
    private static final int LAST_SMALL = 0xFE6B;

    public TypedText {
        requireNonNull(text, "text");
        changes = Set.copyOf(changes);
    }

    /** The plain text of what was typed. */
    public static TypedText of(String typed) {
        boolean plain = true;
        for (int i = 0; i < typed.length() && plain; i++) {
            plain = typed.charAt(i) < DELETE;
        }
        return plain ? new TypedText(typed.strip(), Set.of()) : changed(typed);
    }

    private static final int DELETE = 0x7F;

    private static TypedText changed(String typed) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        StringBuilder plain = new StringBuilder(typed.length());
        if (typed.codePoints().anyMatch(Characters::isInvisible)) {
            changes.add(Change.INVISIBLE);
        }
        stripped(typed).codePoints().forEach(it -> {
            if (it >= '\uFF01' && it <= '\uFF5E') {
                changes.add(Change.FULL_WIDTH);
                plain.append((char) (it - FULL));
            } else if (it >= FIRST_SMALL && it <= LAST_SMALL) {
                String sign = Normalizer.normalize(Character.toString(it), Normalizer.Form.NFKC);
                changes.addAll(sign.codePointAt(0) == it ? Set.of() : Set.of(Change.FULL_WIDTH));
                plain.append(sign);
            } else if (it == MINUS) {
                changes.add(Change.FULL_WIDTH);
                plain.append('-');
            } else if (it > ' ' && !Characters.isInvisible(it) && Characters.isBlank(it) && !Characters.isControl(it)) {
                changes.add(Change.BLANKS);
                plain.append(' ');
            } else if (!Characters.isInvisible(it)) {
                plain.appendCodePoint(it);
            }
        });
        return new TypedText(plain.toString().strip(), changes);
    }

    /** A text without the blanks and invisible characters around it; what is inside stays. */
    public static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isNothing(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isNothing(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean isNothing(int character) {
        return Characters.isBlank(character) || Characters.isInvisible(character);
    }
}
