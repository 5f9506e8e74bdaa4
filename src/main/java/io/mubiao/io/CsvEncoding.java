package io.mubiao.io;

import io.mubiao.io.ProblemList.GiveUp;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of a file: the one asked for, else the one that a byte order mark names, else UTF-8, else GB18030 (which
 * GBK is a part of). The whole file is tried before anything of it is used.
 */
final class CsvEncoding {
    private static final int MARK = '\uFEFF';

    private CsvEncoding() {}

    /**
     * A reader of the file behind its byte order mark.
     *
     * @throws GiveUp if the file is in none of the encodings it may be in
     */
    static Reader open(Path file, Optional<Charset> asked, ProblemList problems) throws IOException {
        Charset charset = find(file, asked, problems);
        return withoutMark(new StrictReader(Files.newInputStream(file), charset));
    }

    /** The rest of a text behind its byte order mark. */
    static Reader withoutMark(Reader text) throws IOException {
        PushbackReader rest = new PushbackReader(text, 1);
        int first = rest.read();
        if (first >= 0 && first != MARK) {
            rest.unread(first);
        }
        return rest;
    }

    private static Charset find(Path file, Optional<Charset> asked, ProblemList problems) throws IOException {
        List<Charset> possible = (asked.isPresent() ? asked : marked(file)).map(List::of)
                .orElseGet(() -> List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")));
        List<String> refused = new ArrayList<>();
        for (Charset charset : possible) {
            long bad = firstBad(file, charset);
            if (bad < 0) {
                if (!refused.isEmpty()) {
                    problems.warning(1, 1, "", "ENCODING_GUESSED", "the file has no byte order mark and is not "
                            + String.join(", ", refused) + "; read as " + charset);
                }
                return charset;
            }
            refused.add(charset + " (byte " + bad + ")");
        }
        problems.error(0, 0, "", "ENCODING", "the file is not in " + String.join(", nor in ", refused)
                + "; expected "
                + (asked.isPresent() ? "the encoding asked for" : "UTF-8, UTF-16 with a byte order mark, or GB18030"));
        throw new GiveUp();
    }

    /** The position of the first byte, from 0, that is not in an encoding; -1 if there is none. */
    private static long firstBad(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = new StrictReader(Files.newInputStream(file), charset)) {
            int count = 0;
            while (count >= 0) {
                count = reader.read(buffer, 0, buffer.length);
            }
            return -1;
        } catch (StrictReader.BadByte e) {
            return e.position;
        }
    }

    private static Optional<Charset> marked(Path file) throws IOException {
        byte[] start;
        try (InputStream input = Files.newInputStream(file)) {
            start = input.readNBytes(3);
        }
        if (Arrays.equals(start, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
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
