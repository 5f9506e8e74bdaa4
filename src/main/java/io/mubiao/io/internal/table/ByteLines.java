package io.mubiao.io.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a stretch of UTF-8. Not thread-safe. */
public final class ByteLines implements CsvLines {
    private byte[] bytes = {};
    private int end;
    private int first;
    private int[] starts = new int[4];
    private int taken;
    private int at;
    private boolean ranOut;

    /** @param before how many lines come before the one that begins at {@code from} */
    public ByteLines(byte[] bytes, int from, int end, int before) {
        begin(bytes, from, end, before);
    }

    /** Lines of nothing, until they {@link #begin}. */
    ByteLines() {}

    /** Begins again, with another stretch. */
    void begin(byte[] all, int from, int behind, int before) {
        bytes = all;
        end = behind;
        first = before;
        at = from;
        taken = 0;
        ranOut = false;
    }

    @Override
    public int number() {
        return first + taken;
    }

    @Override
    public @Nullable String take() {
        if (at == end) {
            ranOut = true;
            return null;
        }
        if (taken == starts.length) {
            starts = Arrays.copyOf(starts, 2 * taken);
        }
        int from = at;
        starts[taken++] = from;
        while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        at = after(bytes, at, end);
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    /** Behind the line end that begins somewhere, if one does. */
    public static int after(byte[] bytes, int at, int end) {
        if (at == end) {
            return end;
        }
        return bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    @Override
    public void giveBack(List<String> lines) {
        if (!lines.isEmpty()) {
            taken -= lines.size();
            at = starts[taken];
        }
    }

    /** Whether more lines were wanted than there are. */
    public boolean ranOut() {
        return ranOut;
    }

    /** Where the next line begins. */
    public int at() {
        return at;
    }

    /** Where a line that was taken begins. */
    public int start(int number) {
        return starts[number - first - 1];
    }
}
