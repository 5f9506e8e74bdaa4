package io.mubiao.io.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Says why a file cannot be written in words of ours, not by the name of an exception. */
public final class Unwritable {
    private static final Pattern FULL = Pattern.compile("no.space.left|not.enough.space|quota.exceeded");

    private Unwritable() {}

    /** What to throw where a file could not be written. */
    public static UncheckedIOException of(Path file, IOException e) {
        return new UncheckedIOException(reason(file, e), e);
    }

    private static String reason(Path file, IOException e) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String system = Objects.requireNonNullElse(e instanceof FileSystemException known ? known.getReason() : e.getMessage(), "");
        if (isFull(e)) {
            return "the disk is full; '" + file + "' is not written";
        }
        if (Files.isDirectory(file)) {
            return "'" + file + "' is a folder; expected a file";
        }
        if (folder != null && !Files.exists(folder)) {
            return "no such folder: '" + folder + "'";
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return "'" + folder + "' is a file; expected a folder";
        }
        if (e instanceof AccessDeniedException || system.toLowerCase(Locale.ROOT).contains("read-only")) {
            return "no permission to write '" + file + "'";
        }
        if (e instanceof NoSuchFileException && !Files.exists(file)) {
            return "no such file: '" + file + "'";
        }
        return "'" + file + "' cannot be written: " + (system.isEmpty() ? e.getClass().getSimpleName() : system);
    }

    /** Whether there is no room left, which only the words of the system tell. */
    static boolean isFull(IOException e) {
        return FULL.matcher(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)).find();
    }
}
