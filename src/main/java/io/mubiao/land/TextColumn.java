package io.mubiao.land;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of one column, each different text kept once (文本列). Immutable. */
public final class TextColumn {
    private final ImmutableList<String> texts;
    private final int[] codes;
    private final boolean gaps;

    private TextColumn(List<String> texts, int[] codes) {
        this.texts = ImmutableList.copyOf(texts);
        this.codes = codes;
        this.gaps = hasGaps(codes);
    }

    private static boolean hasGaps(int[] codes) {
        for (int code : codes) {
            if (code < 0) {
                return true;
            }
        }
        return false;
    }

    /** A column of texts, null where there is none. */
    public static TextColumn of(List<@Nullable String> values) {
        List<String> texts = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        int[] codes = new int[values.size()];
        for (int i = 0; i < codes.length; i++) {
            String text = values.get(i);
            codes[i] = text == null ? -1 : known.computeIfAbsent(text, it -> {
                texts.add(it);
                return texts.size() - 1;
            });
        }
        return new TextColumn(texts, codes);
    }

    /**
     * A column of codes into a list of different texts, -1 where there is none. The array is copied.
     *
     * @throws IllegalArgumentException if a code is not in the list
     */
    public static TextColumn of(List<String> texts, int[] codes) {
        return of(texts, codes, codes.length);
    }

    /** As {@link #of(List, int[])}, of the first so many codes. */
    public static TextColumn of(List<String> texts, int[] codes, int size) {
        int[] all = Arrays.copyOf(codes, size);
        for (int code : all) {
            if (code < -1 || code >= texts.size()) {
                throw new IllegalArgumentException("code must be from -1 to " + (texts.size() - 1) + ", got " + code);
            }
        }
        return new TextColumn(texts, all);
    }

    /** How many rows. */
    public int size() {
        return codes.length;
    }

    /** The text in a row, null if there is none. */
    public @Nullable String text(int row) {
        return codes[row] < 0 ? null : texts.get(codes[row]);
    }

    /** The place of a row's text in {@link #texts}, -1 if there is none. */
    public int code(int row) {
        return codes[row];
    }

    /** Whether a row has no text. */
    public boolean hasGaps() {
        return gaps;
    }

    /** The different texts. */
    public List<String> texts() {
        return texts;
    }

    /** Copies the codes of rows. */
    public void read(int from, int count, int[] into) {
        System.arraycopy(codes, from, into, 0, count);
    }
}
