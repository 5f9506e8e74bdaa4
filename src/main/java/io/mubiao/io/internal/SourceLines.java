package io.mubiao.io.internal;

import java.util.Arrays;

/** The lines of a text by number; where they begin is found at the first question. */
final class SourceLines {
    private static final int SHOWN = 200;

    private final String text;
    private int[] starts = new int[0];

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
