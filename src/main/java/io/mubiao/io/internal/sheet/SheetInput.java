package io.mubiao.io.internal.sheet;

import io.mubiao.io.Input;
import io.mubiao.work.internal.Checkpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Workbooks from wherever they are: what is no file is kept in one of its own for as long as it is read. */
public final class SheetInput {
    private static final int BLOCK = 1 << 16;

    private SheetInput() {}

    /**
     * Reads it.
     *
     * @throws UncheckedIOException if it cannot be had
     */
    public static <T> T read(Input input, Function<Path, T> reading) {
        if (input.path().isPresent()) {
            return reading.apply(input.path().get());
        }
        try {
            return kept(input.bytes(), reading);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + input.name() + "' cannot be read", e);
        }
    }

    /**
     * What is made of an input that is no file, whatever its name.
     *
     * @param book takes the workbook, if it is taken for one
     * @param other takes the input if it does not; it can be read once
     */
    public static <T> T read(Input input, Function<Path, T> book, Function<Input, T> other) {
        try {
            InputStream bytes = new BufferedInputStream(input.bytes());
            bytes.mark(SheetStart.BYTES);
            boolean isBook = SheetStart.of(bytes.readNBytes(SheetStart.BYTES)).isTaken(input.name());
            bytes.reset();
            if (isBook) {
                return kept(bytes, book);
            }
            Input again = Input.of(bytes, input.name());
            return other.apply(input.format().map(again::withFormat).orElse(again));
        } catch (IOException e) {
            throw new UncheckedIOException("'" + input.name() + "' cannot be read", e);
        }
    }

    private static <T> T kept(InputStream bytes, Function<Path, T> reading) throws IOException {
        Path file = Files.createTempFile("mubiao", ".xlsx");
        try {
            copy(bytes, file);
            return reading.apply(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** No more than one byte beyond the budget: that many are refused where the file is opened. */
    private static void copy(InputStream from, Path file) throws IOException {
        byte[] block = new byte[BLOCK];
        long most = Checkpoint.budget().bytes();
        try (OutputStream to = Files.newOutputStream(file)) {
            long copied = 0;
            for (int read = from.read(block); read >= 0 && copied <= most; read = from.read(block)) {
                Checkpoint.pass();
                to.write(block, 0, read);
                copied += read;
            }
        }
    }
}
