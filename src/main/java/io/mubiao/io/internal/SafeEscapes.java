package io.mubiao.io.internal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.mubiao.text.internal.Characters;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Of the characters that JSON may hold as they are, those that command a terminal or that nobody sees are written by code. */
final class SafeEscapes extends CharacterEscapes {
    @Serial
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean half = Character.isSurrogate((char) character);
        return !half && (Characters.isControl(character) || Characters.isInvisible(character))
                ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character)) : null;
    }
}
