package io.mubiao.io.internal.sheet;

import com.google.common.io.ByteStreams;
import io.mubiao.io.Input;
import io.mubiao.work.internal.Checkpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/** A workbook that is no file, such as one that was uploaded: it is put into one to be read. */
public final class SheetUpload {
    private SheetUpload() {}

    /**
     * What is made of an input that is no file.
     *
     * @param book takes the workbook, if it is one; the file is gone afterwards
     * @param other takes the input if it is none; it can be read once
     */
    public static <T> T read(Input input, Function<Path, T> book, Function<Input, T> other) {
        try {
            InputStream bytes = new BufferedInputStream(input.bytes());
            bytes.mark(SheetBook.START);
            boolean isBook = SheetBook.isOne(bytes.readNBytes(SheetBook.START));
            bytes.reset();
            if (!isBook) {
                Input again = Input.of(bytes, input.name());
                return other.apply(input.format().map(again::withFormat).orElse(again));
            }
            Path file = Files.createTempFile("mubiao", ".xlsx");
            try {
                long most = Checkpoint.budget().bytes();
                Files.copy(most == Long.MAX_VALUE ? bytes : ByteStreams.limit(bytes, most + 1), file, StandardCopyOption.REPLACE_EXISTING);
                return book.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + input.name() + "' cannot be read", e);
        }
    }
}
