package io.mubiao.io.internal;

import com.google.common.io.CharSource;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.work.Threads;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of a file: the one asked for, else the one that a byte order mark names, else UTF-8, UTF-16 (see
 * {@link Utf16}), GB18030 (which GBK is a part of). The whole file is tried before anything of it is used. A file that is
 * UTF-8 but for a few bytes is damaged, and never taken for GB18030.
 */
public final class FileEncoding {
    private static final int MARK = '\uFEFF';
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int SAMPLE = 1 << 12;

    private FileEncoding() {}

    /** The bytes of a file, from their beginning, as often as asked. */
    interface Bytes {
        InputStream open() throws IOException;

        /** How many they are. */
        long size();
    }

    /** A text whose encoding is known, from its beginning, as often as asked. */
    public interface Text {
        /** Its characters behind a byte order mark. */
        Reader reader() throws IOException;

        /** The same in UTF-8. */
        InputStream utf8() throws IOException;

        /** Whether it holds whole characters alone, so that it can be had in UTF-8. */
        boolean isUnicode();

        /** About how many bytes it has in UTF-8; 0 if nobody knows. */
        default long size() {
            return 0;
        }
    }

    private record Plain(String text) implements Text {
        @Override
        public Reader reader() throws IOException {
            return withoutMark(new StringReader(text));
        }

        @Override
        public InputStream utf8() {
            return new ByteArrayInputStream(text.substring(text.startsWith("\uFEFF") ? 1 : 0).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isUnicode() {
            for (int at = 0; at < text.length(); at++) {
                boolean whole = Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (Character.isSurrogate(text.charAt(at)) && !whole) {
                    return false;
                }
                at += whole ? 1 : 0;
            }
            return true;
        }
    }

    private record Encoded(Bytes bytes, Charset charset) implements Text {
        @Override
        public Reader reader() throws IOException {
            return withoutMark(new StrictReader(bytes.open(), charset));
        }

        @Override
        public InputStream utf8() throws IOException {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                return new CharSource() {
                    @Override
                    public Reader openStream() throws IOException {
                        return reader();
                    }
                }.asByteSource(StandardCharsets.UTF_8).openStream();
            }
            PushbackInputStream rest = new PushbackInputStream(bytes.open(), 3);
            byte[] start = rest.readNBytes(3);
            if (!Arrays.equals(start, UTF_8_MARK)) {
                rest.unread(start);
            }
            return rest;
        }

        @Override
        public boolean isUnicode() {
            return true;
        }

        @Override
        public long size() {
            return bytes.size();
        }
    }

    /** The text that a string is. */
    public static Text text(String text) {
        return new Plain(text);
    }

    /**
     * A reader of the file behind its byte order mark.
     *
     * @throws GiveUp if the file is in none of the encodings it may be in
     */
    public static Reader open(Bytes bytes, Optional<Charset> asked, ProblemList problems) throws IOException {
        return text(bytes, asked, Threads.ONE, problems).reader();
    }

    /**
     * The text of a file.
     *
     * @throws GiveUp if the file is in none of the encodings it may be in
     */
    public static Text text(Bytes bytes, Optional<Charset> asked, Threads threads, ProblemList problems) throws IOException {
        return new Encoded(bytes, find(bytes, asked, threads, problems));
    }

    /**
     * The text of a file that is likely UTF-8, which nobody has tried: {@link #text(Bytes, Optional, Threads, ProblemList)} gives
     * this text if all of it is. Empty if it is likely in another encoding.
     */
    public static Optional<Text> untried(Bytes bytes, Optional<Charset> asked) throws IOException {
        return possible(bytes, asked).get(0).equals(StandardCharsets.UTF_8)
                ? Optional.of(new Encoded(bytes, StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Whether all of a file is UTF-8. */
    public static boolean isUtf8(Bytes file, Threads threads) throws IOException {
        return Utf8.isAll(file, threads);
    }

    /** Whether bytes are whole characters of UTF-8. */
    public static boolean isUtf8(byte[] bytes, int from, int to) {
        return Utf8.isAll(bytes, from, to);
    }

    /** The rest of a text behind its byte order mark. */
    public static Reader withoutMark(Reader text) throws IOException {
        PushbackReader rest = new PushbackReader(text, 1);
        int first = rest.read();
        if (first >= 0 && first != MARK) {
            rest.unread(first);
        }
        return rest;
    }

    private static Charset find(Bytes file, Optional<Charset> asked, Threads threads, ProblemList problems) throws IOException {
        List<Charset> possible = possible(file, asked);
        List<String> refused = new ArrayList<>();
        if (!possible.get(0).equals(StandardCharsets.UTF_8) && asked.isEmpty() && marked(file).isEmpty()) {
            refused.add("UTF-8");
        }
        for (Charset charset : possible) {
            long bad = firstBad(file, charset, threads);
            if (bad < 0) {
                if (!refused.isEmpty()) {
                    problems.warning(1, 1, "", "ENCODING_GUESSED", "the file has no byte order mark and is not "
                            + String.join(", ", refused) + "; read as " + charset);
                }
                return charset;
            }
            refused.add(charset + " (byte " + bad + ")");
            if (asked.isEmpty() && charset.equals(StandardCharsets.UTF_8) && isDamaged(file)) {
                break;
            }
        }
        String expected = asked.isPresent() ? "the encoding asked for" : "UTF-8, UTF-16 or GB18030";
        String others = String.join(" / ", refused.subList(1, refused.size()));
        problems.error(0, 0, "", "ENCODING", others.isEmpty() ? "the file is not in " + refused.get(0) + "; expected " + expected
                : "the file is not in " + refused.get(0) + ", nor in " + others + "; expected " + expected);
        throw new GiveUp();
    }

    private static List<Charset> possible(Bytes file, Optional<Charset> asked) throws IOException {
        Optional<Charset> known = asked.isPresent() ? asked : marked(file);
        return known.isPresent() ? List.of(known.get()) : unmarked(file);
    }

    /** What a file without a mark may be in, likeliest first. */
    private static List<Charset> unmarked(Bytes file) throws IOException {
        byte[] start;
        try (InputStream input = file.open()) {
            start = input.readNBytes(SAMPLE);
        }
        return Utf16.order(start).map(List::of).orElseGet(() -> List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")));
    }

    /** Whether most of what is not ASCII is whole characters of three bytes of UTF-8. */
    private static boolean isDamaged(Bytes file) throws IOException {
        long whole = 0;
        long stray = 0;
        try (InputStream input = new BufferedInputStream(file.open())) {
            int left = 0;
            for (int b = input.read(); b >= 0; b = input.read()) {
                boolean goesOn = (b & 0xC0) == 0x80;
                stray += (left > 0 && !goesOn) || (left == 0 && goesOn) ? 1 : 0;
                if (goesOn && left > 0) {
                    left--;
                    whole += left == 0 ? 1 : 0;
                } else {
                    left = b >= 0xE0 && b <= 0xEF ? 2 : 0;
                    stray += b >= 0xC0 && left == 0 ? 1 : 0;
                }
            }
        }
        return whole >= 3 && whole >= 3 * stray;
    }

    /** The position of the first byte, from 0, that is not in an encoding; -1 if there is none. */
    private static long firstBad(Bytes file, Charset charset, Threads threads) throws IOException {
        if (charset.equals(StandardCharsets.UTF_8) && Utf8.isAll(file, threads)) {
            return -1;
        }
        char[] buffer = new char[1 << 14];
        try (Reader reader = new StrictReader(file.open(), charset)) {
            int count = 0;
            while (count >= 0) {
                count = reader.read(buffer, 0, buffer.length);
            }
            return -1;
        } catch (StrictReader.BadByte e) {
            return e.position;
        }
    }

    private static Optional<Charset> marked(Bytes file) throws IOException {
        byte[] start;
        try (InputStream input = file.open()) {
            start = input.readNBytes(3);
        }
        if (Arrays.equals(start, UTF_8_MARK)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (start.length < 2) {
            return Optional.empty();
        }
        return switch (((start[0] & 0xFF) << 8) | (start[1] & 0xFF)) {
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }
}
