package io.mubiao.io.internal.table;

import io.mubiao.io.internal.ProblemList;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a text with their ends (CR LF, LF or CR), numbered from 1; lines can be given back. */
public interface CsvLines {
    /** A line that is longer than what is read. */
    final class TooLong extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        public final int line;
        private final long longest;

        public TooLong(int line, long longest) {
            super(words(longest));
            this.line = line;
            this.longest = longest;
        }

        public void tell(ProblemList problems) {
            problems.error(line, 0, "", "TOO_LARGE", words(longest));
        }

        private static String words(long longest) {
            return "the line has more than " + longest + " characters; expected at most that many";
        }
    }

    /** The number of the line that was taken last. */
    int number();

    /**
     * The next line; null at the end.
     *
     * @throws TooLong if it is too long
     */
    @Nullable String take() throws IOException;

    /** Takes back the lines that were taken last, in their order. */
    void giveBack(List<String> lines);
}
