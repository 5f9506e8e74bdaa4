package io.mubiao.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files that inputs become, and the seeds that inputs are made of. */
final class Scratch {
    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch of(String name) {
        try {
            Path folder = Files.createTempDirectory("mubiao-fuzz-" + name);
            folder.toFile().deleteOnExit();
            return new Scratch(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The input as a file: JSON if it begins like an object of JSON, else YAML. */
    Path tree(byte[] input) throws IOException {
        return file(input, input.length > 1 && input[0] == '{' && input[1] == '\n' ? "input.json" : "input.yaml");
    }

    /** The input as a file of a name. */
    Path file(byte[] input, String name) throws IOException {
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        return Files.write(file, input);
    }

    /** The files of a folder of seeds. */
    static List<byte[]> seeds(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().map(Scratch::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
