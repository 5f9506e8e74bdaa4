package io.mubiao.io.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a text by number; where they begin is found at the first question. */
final class SourceLines {
    private static final int SHOWN = 200;

    private final String text;
    private int[] starts = new int[0];
    private @Nullable Set<Long> signs;

    SourceLines(String text) {
        this.text = text;
    }

    /** The beginning of a line, from 1; empty where there is none. */
    String start(int line) {
        if (starts.length == 0) {
            starts = starts();
        }
        if (line < 1 || line > starts.length) {
            return "";
        }
        int from = starts[line - 1];
        int end = line == starts.length ? text.length() : starts[line] - 1;
        return text.substring(from, Math.min(end, from + SHOWN)).stripTrailing();
    }

    /** The character at a place near the beginning of a line, from 1; a blank where there is none. */
    char at(int line, int column) {
        String start = start(line);
        return column >= 1 && column <= start.length() ? start.charAt(column - 1) : ' ';
    }

    /** Whether a text without quotes at a place, in whole characters from 1, would begin with the sign of an anchor or tag. */
    boolean isReference(int line, int column) {
        Set<Long> known = signs == null ? signs() : signs;
        signs = known;
        return !known.isEmpty() && known.contains(place(line, column));
    }

    private static long place(int line, int column) {
        return ((long) line << Integer.SIZE) | column;
    }

    private Set<Long> signs() {
        if (text.indexOf('&') < 0 && text.indexOf('!') < 0) {
            return Set.of();
        }
        Set<Long> found = new HashSet<>();
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '&' || sign == '!') {
                found.add(place(line, column));
            }
            line += sign == '\n' ? 1 : 0;
            column = sign == '\n' ? 1 : column + (Character.isLowSurrogate(sign) ? 0 : 1);
        }
        return found;
    }

    private int[] starts() {
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        return Arrays.copyOf(found, count);
    }
}
