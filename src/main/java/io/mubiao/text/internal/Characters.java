package io.mubiao.text.internal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a character is to a reader: a blank, something that nobody sees, or neither (字符). */
public final class Characters {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private Characters() {}

    /** Whether it is white space of any kind, such as a no-break or an ideographic blank. */
    public static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Whether it takes no room and means nothing: zero-width blanks, marks of byte order and of writing direction. */
    public static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT || isSelector(character)
                || character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x3164
                || character == 0xFFA0;
    }

    /** Whether it selects a variant of the character before it; it is part of some names. */
    private static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** Whether it commands instead of being shown: NUL, escape, line ends, and halves of characters. */
    public static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** Whether a text holds anything that nobody sees in a line: controls (line ends too) or invisible characters. */
    public static boolean hasHidden(String text) {
        return text.codePoints().anyMatch(it -> isControl(it) || isInvisible(it));
    }

    /** The hidden characters of a text by code and name, each once: {@code U+0000 (NULL)}. */
    public static String hidden(String text) {
        return text.codePoints().filter(it -> isControl(it) || isInvisible(it)).distinct().limit(5)
                .mapToObj(Characters::named).collect(Collectors.joining(", "));
    }

    private static String named(int character) {
        String name = Character.getName(character);
        return code(character) + (name == null ? "" : " (" + name + ")");
    }

    /** The code of a character: {@code U+00A0}. */
    public static String code(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    /**
     * A text that can be shown in a line of a table or a terminal: what would begin another line, command the terminal or
     * turn the direction of writing is replaced by a picture (␊) or its code (⟨U+202E⟩). All else stays.
     */
    public static String shown(String text) {
        if (text.codePoints().noneMatch(Characters::isUnsafe)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(it -> {
            if (!isUnsafe(it)) {
                shown.appendCodePoint(it);
            } else if (it < ' ') {
                shown.append((char) (PICTURES + it));
            } else if (it == DELETE) {
                shown.append((char) PICTURE_OF_DELETE);
            } else {
                shown.append('⟨').append(code(it)).append('⟩');
            }
        });
        return shown.toString();
    }

    /** A record as records print themselves, in one line that can be shown. */
    public static String shown(Record record) {
        return shown(Arrays.stream(record.getClass().getRecordComponents())
                .map(it -> it.getName() + "=" + part(record, it)).collect(Collectors.joining(", ",
                        record.getClass().getSimpleName() + "[", "]")));
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isUnsafe(int character) {
        return character < ' ' || (character >= DELETE
                && (isControl(character) || (isInvisible(character) && !isSelector(character))));
    }
}
