package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.work.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that becomes shorter or is removed behind a reader's back is told as that, and never as the end of its text. */
class FileBytesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoLongerThereIsNoEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x".repeat(5 << 20));
        ProblemList problems = new ProblemList("a.csv");
        FileBytes bytes = FileBytes.of(file, Long.MAX_VALUE, problems);
        try (InputStream begun = bytes.open()) {
            begun.readNBytes(10);
            Files.writeString(file, "x".repeat(1 << 20));
            assertThrows(FileBytes.Changed.class, begun::readAllBytes);
        }
        for (int threads = 1; threads <= 2; threads++) {
            Threads some = Threads.of(threads);
            assertThrows(FileBytes.Changed.class, () -> FileEncoding.text(bytes, Optional.empty(), some, problems));
            assertThrows(FileBytes.Changed.class, () -> Utf8.isAll(bytes, some, 4));
        }
        Files.delete(file);
        assertThrows(FileBytes.Changed.class, bytes::open);
        bytes.checkUnchanged(problems);
        assertEquals("CHANGED", problems.inFileOrder().get(0).code());
    }
}
