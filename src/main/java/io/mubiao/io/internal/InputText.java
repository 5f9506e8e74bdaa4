package io.mubiao.io.internal;

import io.mubiao.io.Format;
import io.mubiao.io.Input;
import io.mubiao.work.internal.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** The text and tree of an input that is no file, under the limits and in the encodings that files have. */
public final class InputText {
    private InputText() {}

    /**
     * Its text.
     *
     * @throws ProblemList.GiveUp if it is too large or in no encoding that is read; the problems say why
     */
    public static String of(Input input, ProblemList problems) {
        return of(input, Optional.empty(), problems);
    }

    /** Its text in an encoding, if one is given. */
    public static String of(Input input, Optional<Charset> asked, ProblemList problems) {
        int most = (int) Math.min(Checkpoint.budget().bytes(), Integer.MAX_VALUE - Long.BYTES);
        try {
            InputStream bytes = input.bytes();
            byte[] all = bytes.readNBytes(most);
            if (all.length == most && bytes.read() >= 0) {
                problems.error(0, 0, "", "TOO_LARGE", "more than " + most + " bytes; expected at most that many");
                throw new ProblemList.GiveUp();
            }
            try (Reader text = FileEncoding.open(new InMemory(all), asked, problems)) {
                StringWriter whole = new StringWriter();
                text.transferTo(whole);
                return whole.toString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its tree.
     *
     * @throws IllegalArgumentException if its name tells no format and none was given
     * @throws ProblemList.GiveUp if it cannot be read; the problems say why
     */
    public static Node tree(Input input, ProblemList problems) {
        return FormatVersion.check(TreeReader.parse(of(input, problems), format(input), problems), problems);
    }

    /**
     * Its format.
     *
     * @throws IllegalArgumentException if its name tells none and none was given
     */
    public static Format format(Input input) {
        return input.format().orElseThrow(() -> new IllegalArgumentException("cannot tell the format of '" + input.name()
                + "'; expected .yaml, .yml or .json, or a format given"));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record InMemory(byte[] all) implements FileEncoding.Bytes {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(all);
        }

        @Override
        public long size() {
            return all.length;
        }
    }
}
