package io.mubiao.io.internal.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of what a reader gives. Not thread-safe. */
public final class ReaderLines implements CsvLines {
    private final Reader reader;
    private final long longest;
    private final Deque<String> given = new ArrayDeque<>();
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int end;
    private int number;

    /** @param longest the characters of the longest line that is read */
    public ReaderLines(Reader reader, long longest) {
        this.reader = reader;
        this.longest = longest;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public @Nullable String take() throws IOException {
        String line = given.poll();
        if (line == null) {
            line = read();
        }
        if (line != null) {
            number++;
        }
        return line;
    }

    @Override
    public void giveBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            given.push(lines.get(i));
        }
        number -= lines.size();
    }

    private @Nullable String read() throws IOException {
        StringBuilder line = new StringBuilder();
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (line.isEmpty() && at < end && buffer[at] == '\n' && at - from < longest) {
                at++;
                return new String(buffer, from, at - from);
            }
            line.append(buffer, from, at - from);
            if (line.length() > longest) {
                throw new TooLong(number + 1, longest);
            }
            if (at < end) {
                char ending = buffer[at++];
                line.append(ending);
                if (ending == '\r' && fill() && buffer[at] == '\n') {
                    line.append(buffer[at++]);
                }
                return line.toString();
            }
        }
        return line.length() == 0 ? null : line.toString();
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int count = reader.read(buffer, 0, buffer.length);
            if (count < 0) {
                return false;
            }
            at = 0;
            end = count;
        }
        return true;
    }
}
