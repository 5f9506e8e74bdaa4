package io.mubiao.io.internal;

import io.mubiao.work.internal.Checkpoint;
import java.io.Reader;

/** A text given out in pieces, which refuses a line that is too long and ends when its thread is interrupted. */
final class LineReader extends Reader {
    /** A line that is longer than what is read; unchecked, so that it passes through the parser. */
    static final class TooLong extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        final int line;
        final int most;

        TooLong(int line, int most) {
            super("line " + line + " has more than " + most + " characters");
            this.line = line;
            this.most = most;
        }
    }

    private final String text;
    private final int most;
    private int at;
    private int line = 1;
    private int length;

    LineReader(String text, int most) {
        this.text = text;
        this.most = most;
    }

    @Override
    public int read(char[] into, int from, int count) {
        Checkpoint.pass("line", line);
        if (at == text.length()) {
            return -1;
        }
        int given = Math.min(count, text.length() - at);
        text.getChars(at, at + given, into, from);
        at += given;
        for (int i = from; i < from + given; i++) {
            if (into[i] == '\n') {
                line++;
                length = 0;
            } else if (++length > most) {
                throw new TooLong(line, most);
            }
        }
        return given;
    }

    @Override
    public void close() {}
}
