package io.mubiao.io;

import static java.util.Objects.requireNonNull;

import com.google.common.io.CharStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read, wherever it is (读入来源): a file, an address, a stream, a text from a database. Its name is what messages call
 * it, and the ending of the name tells its format. Immutable; a stream or reader can be read once, and stays open.
 */
public final class Input {
    private interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final @Nullable Path path;
    private final @Nullable Format format;
    private final Opening opening;
    private final Function<String, ? extends @Nullable Input> file;

    private Input(String name, @Nullable Path path, @Nullable Format format, Opening opening,
            Function<String, ? extends @Nullable Input> file) {
        this.name = requireNonNull(name, "name");
        this.path = path;
        this.format = format;
        this.opening = opening;
        this.file = file;
    }

    private Input(String name, @Nullable Path path, Opening opening) {
        this(name, path, null, opening, other -> {
            throw new IllegalArgumentException("'" + name + "' cannot name the file '" + other + "': nobody said where its files are");
        });
    }

    /** A file; what it names lies beside it. */
    public static Input of(Path file) {
        return new Input(file.toString(), file, () -> opened(file));
    }

    /** A pipe without a writer would never open. */
    private static InputStream opened(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString());
        }
        return Files.newInputStream(file);
    }

    /** What is at an address, such as a resource of the class path. */
    public static Input of(URL address) {
        return new Input(address.toString(), null, address::openStream);
    }

    /** Bytes in any encoding that files may have. */
    public static Input of(InputStream bytes, String name) {
        return new Input(name, null, () -> bytes);
    }

    /** A text that is read when it is asked for. */
    public static Input of(Reader text, String name) {
        return new Input(name, null, () -> new ByteArrayInputStream(CharStreams.toString(text).getBytes(StandardCharsets.UTF_8)));
    }

    /** A text. */
    public static Input of(String text, String name) {
        return new Input(name, null, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** This input in a format that its name does not tell. */
    public Input withFormat(Format other) {
        return new Input(name, path, other, opening, file);
    }

    /**
     * This input with a way to the files that it names ({@code file: ../c01-proportional.yaml}); of a file itself this counts, too.
     *
     * @param resolver gives the input of a name as it stands there; null or an IllegalArgumentException if there is none
     */
    public Input withFiles(Function<String, ? extends @Nullable Input> resolver) {
        return new Input(name, null, format().orElse(null), opening, resolver);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The file that it is, with what it names beside it; empty if it is none. */
    public Optional<Path> path() {
        return Optional.ofNullable(path).filter(it -> format == null);
    }

    /** The format, if it was given or its name tells. */
    public Optional<Format> format() {
        String plain = name.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
        return format != null ? Optional.of(format)
                : plain.endsWith(".json") ? Optional.of(Format.JSON)
                : plain.endsWith(".yaml") || plain.endsWith(".yml") ? Optional.of(Format.YAML) : Optional.empty();
    }

    /**
     * A file that it names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Input file(String named) {
        Input found = file.apply(named);
        if (found == null) {
            throw new IllegalArgumentException("'" + name + "' cannot name the file '" + named + "': nothing is known by that name");
        }
        return found;
    }

    /**
     * Its bytes; a text's are UTF-8.
     *
     * @throws UncheckedIOException if they cannot be had
     */
    public InputStream bytes() {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + name + "' cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
