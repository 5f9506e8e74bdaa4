package io.mubiao.io.roll;

import io.mubiao.land.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a column as they come, each different one kept once. Not thread-safe. */
final class TextCodes {
    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] codes = new int[16];
    private int size;

    /** The code of a text; -1 of none. */
    int code(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        Integer code = known.get(text);
        if (code == null) {
            code = texts.size();
            known.put(text, code);
            texts.add(text);
        }
        return code;
    }

    /** Makes room for so many rows in all. */
    void reserve(int rows) {
        if (rows > codes.length) {
            codes = Arrays.copyOf(codes, rows);
        }
    }

    void add(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size + (size >> 1));
        }
        codes[size++] = code;
    }

    TextColumn column() {
        return TextColumn.of(texts, codes, size);
    }
}
