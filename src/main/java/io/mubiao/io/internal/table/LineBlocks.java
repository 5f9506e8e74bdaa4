package io.mubiao.io.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts UTF-8 into blocks of whole lines. Not thread-safe. */
public final class LineBlocks {
    /** The size of a block. */
    public static final int SIZE = 1 << 18;
    private static final int FIRST = 1 << 14;
    /** Bytes behind the end that may be looked at: a point and eight digits behind eight digits. */
    private static final int SPARE = 24;

    private final InputStream input;
    private final long longest;
    private final int largest;
    private byte[] rest = new byte[0];
    private int size;
    private boolean ended;

    /**
     * @param longest the characters of the longest line that is read, at least {@link #SIZE}
     * @param largest the bytes of a block, if no line is longer
     */
    public LineBlocks(InputStream input, long longest, int largest) {
        this.input = input;
        this.longest = longest;
        this.largest = largest;
        size = Math.min(FIRST, largest);
    }

    /** The characters of the longest line that is read. */
    public long longest() {
        return longest;
    }

    /** Passes over so many lines. */
    public void skip(int lines) throws IOException {
        LineBlock block = new LineBlock();
        int left = lines;
        while (left > 0 && next(block)) {
            int at = 0;
            while (left > 0 && at < block.end) {
                while (at < block.end && block.bytes[at] != '\n' && block.bytes[at] != '\r') {
                    at++;
                }
                at = ByteLines.after(block.bytes, at, block.end);
                left--;
            }
            giveBack(block, at);
        }
    }

    private void giveBack(LineBlock block, int from) {
        byte[] all = Arrays.copyOf(Arrays.copyOfRange(block.bytes, from, block.end), block.end - from + rest.length);
        System.arraycopy(rest, 0, all, block.end - from, rest.length);
        rest = all;
    }

    /** Fills a block with the next lines; false if there is nothing more. The last one may be empty. */
    public boolean next(LineBlock block) throws IOException {
        if (ended && rest.length == 0) {
            return false;
        }
        int capacity = Math.max(size, rest.length);
        size = Math.min(largest, 2 * size);
        byte[] bytes = block.bytes.length >= capacity + SPARE ? block.bytes : new byte[capacity + SPARE];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int filled = rest.length;
        int cut = 0;
        block.tooLong = false;
        while (cut == 0) {
            filled += fill(bytes, filled);
            cut = ended ? filled : cut(bytes, filled);
            if (filled > longest) {
                int before = beforeTooLong(bytes, filled);
                block.tooLong = before >= 0;
                cut = before >= 0 ? before : cut;
            }
            if (cut > 0 || block.tooLong || ended) {
                break;
            }
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length)));
        }
        ended |= block.tooLong;
        rest = block.tooLong ? new byte[0] : Arrays.copyOfRange(bytes, cut, filled);
        block.bytes = bytes;
        block.end = cut;
        block.last = ended && !block.tooLong;
        Arrays.fill(bytes, cut, Math.min(bytes.length, cut + SPARE), (byte) '\n');
        return true;
    }

    /** Puts what a block before did not finish in front of a block. */
    public static void prepend(LineBlock block, byte[] unfinished) {
        byte[] bytes = Arrays.copyOf(unfinished, unfinished.length + block.end + SPARE);
        System.arraycopy(block.bytes, 0, bytes, unfinished.length, block.end);
        block.bytes = bytes;
        block.end += unfinished.length;
        Arrays.fill(bytes, block.end, bytes.length, (byte) '\n');
    }

    private int fill(byte[] bytes, int from) throws IOException {
        int count = input.readNBytes(bytes, from, bytes.length - SPARE - from);
        ended |= count < bytes.length - SPARE - from;
        return count;
    }

    /** Behind the last line end that is certainly one. */
    private static int cut(byte[] bytes, int filled) {
        int at = filled;
        while (at > 0 && bytes[at - 1] != '\n' && (bytes[at - 1] != '\r' || at == filled)) {
            at--;
        }
        return at;
    }

    /** Where the first line begins that is longer than what is read; -1 if none is. */
    private int beforeTooLong(byte[] bytes, int filled) {
        int from = 0;
        long characters = 0;
        for (int at = 0; at < filled; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                from = at + 1;
                characters = 0;
            } else {
                characters += (bytes[at] & 0xC0) == 0x80 ? 0 : (bytes[at] & 0xF8) == 0xF0 ? 2 : 1;
                if (characters > longest) {
                    return from;
                }
            }
        }
        return -1;
    }
}
