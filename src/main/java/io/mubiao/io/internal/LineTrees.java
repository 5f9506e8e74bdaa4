package io.mubiao.io.internal;

import io.mubiao.io.Format;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The trees of a file of JSON lines, one by one; what stands behind the last line feed was cut off and is not read. */
public final class LineTrees implements Iterator<Node> {
    private final String text;
    private final ProblemList problems;
    private final TreeReader reader;
    private int from;
    private int line = 1;

    private LineTrees(String text, ProblemList problems) {
        this.text = text;
        this.problems = problems;
        reader = new TreeReader(Format.JSON, problems);
    }

    /**
     * The trees of a file; there is at least one.
     *
     * @throws ProblemList.GiveUp if the file cannot be read; the problems say why
     */
    public static LineTrees read(Path file, ProblemList problems) {
        try {
            FileBytes bytes = FileBytes.of(file, Checkpoint.budget().bytes(), problems);
            StringWriter whole = new StringWriter();
            try (Reader text = FileEncoding.open(bytes, Optional.of(StandardCharsets.UTF_8), problems)) {
                text.transferTo(whole);
            }
            return of(whole.toString(), problems);
        } catch (FileBytes.Changed e) {
            throw e.refuse(problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The trees of lines that are kept one by one, whole and without line feeds; there is at least one. */
    public static LineTrees of(Iterable<String> lines, ProblemList problems) {
        StringBuilder whole = new StringBuilder();
        lines.forEach(line -> whole.append(line.replace('\n', ' ')).append('\n'));
        return of(whole.toString(), problems);
    }

    private static LineTrees of(String text, ProblemList problems) {
        if (text.indexOf('\n') < 0) {
            problems.error(1, 1, "", "EMPTY", "the file has no whole line; expected at least the first");
            throw new ProblemList.GiveUp();
        }
        return new LineTrees(text, problems);
    }

    @Override
    public boolean hasNext() {
        int end = text.indexOf('\n', from);
        if (end < 0 && from < text.length()) {
            problems.warning(line, 1, "", "CUT_OFF", "the last line was cut off before its end; it is left out");
            from = text.length();
        }
        return end >= 0;
    }

    @Override
    public Node next() {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            throw new NoSuchElementException("there is no line " + line);
        }
        String one = text.substring(from, end);
        from = end + 1;
        return reader.parse(one, line++);
    }
}
