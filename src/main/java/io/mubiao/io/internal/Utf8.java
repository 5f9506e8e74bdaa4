package io.mubiao.io.internal;

import com.google.common.io.ByteStreams;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Crew;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether bytes are UTF-8, told in little more time than it takes to read them. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = 4;
    private static final long PART = 1 << 20;

    private Utf8() {}

    /** Whether a file is characters of UTF-8. Parts of it that begin with a character are looked at by several threads. */
    static boolean isAll(FileEncoding.Bytes file, Threads threads) throws IOException {
        return isAll(file, threads, threads.count() == 1 ? 1 : (int) Math.max(1, Math.min(4L * threads.count(), file.size() / PART)));
    }

    static boolean isAll(FileEncoding.Bytes file, Threads threads, int parts) throws IOException {
        long[] borders = new long[parts + 1];
        for (int part = 1; part < parts; part++) {
            borders[part] = border(file, file.size() / parts * part);
        }
        borders[parts] = Long.MAX_VALUE;
        AtomicBoolean all = new AtomicBoolean(true);
        try {
            Crew.each(threads, parts, part -> {
                try (InputStream input = file.open()) {
                    input.skipNBytes(borders[part]);
                    if (all.get() && !isAll(ByteStreams.limit(input, borders[part + 1] - borders[part]))) {
                        all.set(false);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return all.get();
    }

    /** The first place from one on where a character may begin, or where one must and none does. */
    private static long border(FileEncoding.Bytes file, long from) throws IOException {
        try (InputStream input = file.open()) {
            input.skipNBytes(from);
            byte[] next = input.readNBytes(LONGEST - 1);
            int at = 0;
            while (at < next.length && isBehind(next[at])) {
                at++;
            }
            return from + at;
        }
    }

    private static boolean isAll(InputStream input) throws IOException {
        byte[] bytes = new byte[BLOCK + LONGEST];
        int kept = 0;
        while (true) {
            int count = input.readNBytes(bytes, kept, BLOCK);
            int end = kept + count;
            int bad = end(bytes, 0, end);
            if (bad == end && count < BLOCK) {
                return true;
            }
            kept = end - bad;
            if (count < BLOCK || kept >= LONGEST || (kept > 0 && kept >= length(bytes[bad]))) {
                return false;
            }
            System.arraycopy(bytes, bad, bytes, 0, kept);
        }
    }

    /** Whether bytes, from one place up to another, are whole characters. */
    static boolean isAll(byte[] bytes, int from, int to) {
        return end(bytes, from, to) == to;
    }

    /** Behind the last whole character before the first that is damaged or goes on behind the end. */
    private static int end(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            if (bytes[at] >= 0) {
                at++;
                while (at + Long.BYTES <= end && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
                    at += Long.BYTES;
                }
            } else {
                int length = length(bytes[at]);
                if (length == 0 || at + length > end || !isCharacter(bytes, at, length)) {
                    return at;
                }
                at += length;
            }
        }
        return at;
    }

    /** How many bytes a character has that begins with a byte; 0 if none does. */
    private static int length(byte first) {
        int b = first & 0xFF;
        return b < 0x80 ? 1 : b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
    }

    private static boolean isCharacter(byte[] bytes, int at, int length) {
        int second = bytes[at + 1] & 0xFF;
        int least = switch (bytes[at] & 0xFF) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
        int most = switch (bytes[at] & 0xFF) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
        return second >= least && second <= most && (length < 3 || isBehind(bytes[at + 2])) && (length < 4 || isBehind(bytes[at + 3]));
    }

    private static boolean isBehind(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
