package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mubiao.text.internal.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who cannot write is told why, in the words of a person. */
class AtomicFileTest {
    @TempDir
    private Path folder;

    private static void refuses(Path file, String english, String chinese) {
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> AtomicFile.write(file, out -> out.write(new byte[70_000])));
        said(e, english, chinese);
    }

    private static void said(UncheckedIOException e, String english, String chinese) {
        assertEquals(english, e.getMessage());
        assertEquals(chinese, Translation.translate(english, Locale.CHINESE));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path none = folder.resolve("none");
        refuses(none.resolve("x.xlsx"), "no such folder: '" + none + "'", "没有这个文件夹：“" + none + "”");
    }

    @Test
    void aFileIsNoFolderAndAFolderNoFile() throws IOException {
        refuses(folder, "'" + folder + "' is a folder; expected a file", "“" + folder + "”是文件夹；应为文件");
        Path file = Files.writeString(folder.resolve("a"), "");
        refuses(file.resolve("x.csv"), "'" + file + "' is a file; expected a folder", "“" + file + "”是文件；应为文件夹");
    }

    @Test
    void aFullDiskIsToldAndWhatIsForbidden() {
        Path file = folder.resolve("x.csv");
        said(Unwritable.of(file, new AccessDeniedException(file.toString())), "no permission to write '" + file + "'", "没有权限写入“" + file + "”");
        said(Unwritable.of(file, new FileSystemException(file.toString(), null, "Read-only file system")), "no permission to write '" + file + "'",
                "没有权限写入“" + file + "”");
        said(Unwritable.of(file, new IOException("it broke")), "'" + file + "' cannot be written: it broke", "“" + file + "”不能写入：it broke");
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        refuses(full, "the disk is full; '/dev/full' is not written", "磁盘已满；“/dev/full”没有写入");
    }
}
