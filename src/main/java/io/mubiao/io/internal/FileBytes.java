package io.mubiao.io.internal;

import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.work.internal.Checkpoint;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The bytes of a file as it was when reading began, however often they are opened: what is written behind them meanwhile is
 * not read, and told at the end. A pipe or device is refused: it may never end, or never begin.
 */
public final class FileBytes implements FileEncoding.Bytes {
    /** The file was removed or became shorter before all of it was read. */
    public static final class Changed extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String what;

        Changed(String message) {
            super(message);
            what = message;
        }

        /** Adds it to what is wrong with the file. */
        public void tell(ProblemList problems) {
            problems.error(0, 0, "", "CHANGED", what);
        }

        /** As {@link #tell}, in place of an exception that nobody declares. */
        public GiveUp refuse(ProblemList problems) {
            tell(problems);
            return new GiveUp();
        }
    }

    private final Path file;
    private final BasicFileAttributes before;

    private FileBytes(Path file, BasicFileAttributes before) {
        this.file = file;
        this.before = before;
    }

    /**
     * The bytes of a file.
     *
     * @throws GiveUp if there is no such file, it is no regular one, or it is larger than so many bytes
     */
    public static FileBytes of(Path file, long most, ProblemList problems) throws IOException {
        BasicFileAttributes now = attributes(file, problems);
        if (now.isDirectory()) {
            throw refuse(problems, "NO_FILE", "'" + file + "' is a folder; expected a file");
        }
        if (!now.isRegularFile()) {
            throw refuse(problems, "NO_FILE", "'" + file + "' is a pipe or a device; expected a file");
        }
        if (now.size() > most) {
            throw refuse(problems, "TOO_LARGE", "the file has " + now.size() + " bytes; expected at most " + most);
        }
        return new FileBytes(file, now);
    }

    private static BasicFileAttributes attributes(Path file, ProblemList problems) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw refuse(problems, "NO_FILE", "no such file: '" + file + "'");
        }
    }

    private static GiveUp refuse(ProblemList problems, String code, String message) {
        problems.error(0, 0, "", code, message);
        return new GiveUp();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new Front(Files.newInputStream(file), before.size());
        } catch (NoSuchFileException e) {
            throw removed();
        }
    }

    private Changed removed() {
        return new Changed("the file was removed while it was read: '" + file + "'; read it again when it is there");
    }

    private Changed written(long size) {
        return new Changed("the file was written while it was read (" + before.size() + " bytes before, " + size
                + " now); read it again when it is complete");
    }

    private BasicFileAttributes now() throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw removed();
        }
    }

    @Override
    public long size() {
        return before.size();
    }

    /** Tells if somebody wrote the file since reading began. */
    public void checkUnchanged(ProblemList problems) throws IOException {
        try {
            BasicFileAttributes now = now();
            if (now.size() != before.size() || !now.lastModifiedTime().equals(before.lastModifiedTime())) {
                throw written(now.size());
            }
        } catch (Changed e) {
            e.tell(problems);
        }
    }

    /** Not more than the first bytes of a stream, and not fewer. */
    private final class Front extends FilterInputStream {
        private long left;

        Front(InputStream input, long left) {
            super(input);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? in.read() : -1;
            left -= took(read, 1);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            Checkpoint.pass();
            int read = left > 0 || count == 0 ? in.read(into, from, (int) Math.min(count, left)) : -1;
            left -= took(read, read);
            return read;
        }

        private int took(int read, int bytes) throws IOException {
            if (read < 0 && left > 0) {
                throw written(now().size());
            }
            return read < 0 ? 0 : bytes;
        }
    }
}
