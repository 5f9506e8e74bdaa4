package io.mubiao.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A clone on a file system that ignores case has every file. */
class FileNamesTest {
    @Test
    void noTwoFilesDifferOnlyByCase() throws IOException {
        Map<String, Path> seen = new HashMap<>();
        for (String top : List.of("src", "examples", "seeds")) {
            try (Stream<Path> files = Files.walk(Path.of(top))) {
                files.forEach(file -> assertEquals(null, seen.put(file.toString().toLowerCase(Locale.ROOT), file),
                        () -> file + " differs from another file only by case"));
            }
        }
    }
}
