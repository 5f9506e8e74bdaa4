package io.mubiao.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder of the library can be taken in at a glance, and says what it is for. */
class RoomsTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_FILES = 35;
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? ([\\w.]+)");

    private static List<Path> rooms() throws IOException {
        try (Stream<Path> folders = Files.walk(MAIN)) {
            List<Path> rooms = folders.filter(it -> Files.isDirectory(it) && !sources(it).isEmpty() && !it.equals(MAIN)).toList();
            assertTrue(rooms.contains(MAIN.resolve("io/mubiao/target")));
            return rooms;
        }
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noFolderIsCrowded() throws IOException {
        assertEquals(List.of(), rooms().stream().filter(it -> sources(it).size() > MOST_FILES)
                .map(it -> it + ": " + sources(it).size()).toList());
    }

    @Test
    void everyFolderSaysWhatComesInWhatGoesOutAndWhereToBegin() throws IOException {
        for (Path room : rooms()) {
            String text = Files.readString(room.resolve("package-info.java"));
            String words = text.substring(0, text.indexOf("*/")).replaceAll("\\s+\\*?\\s*", " ");
            int begin = Math.max(words.indexOf("Begin to read"), 0);
            assertTrue(words.indexOf(" In: ") > 0 && words.indexOf(" Out: ") > words.indexOf(" In: ")
                    && begin > words.indexOf(" Out: "), room + " does not say In, Out and where to begin: " + words);
            assertTrue(text.substring(0, text.indexOf(text.contains("<dl>") ? "<dl>" : "*/")).lines().count() <= 10,
                    room + " says it in too many lines");
        }
    }

    @Test
    void whatAFolderNamesIsThere() throws IOException {
        for (Path room : rooms()) {
            Matcher link = LINK.matcher(Files.readString(room.resolve("package-info.java")));
            while (link.find()) {
                if (link.group(1).startsWith("io.mubiao")) {
                    assertTrue(isThere(link.group(1)), room + " names " + link.group(1));
                }
            }
        }
    }

    @Test
    void theModuleExportsWhatIsNotInternalButTheCommand() throws IOException {
        List<String> exported = Files.readAllLines(MAIN.resolve("module-info.java")).stream().map(String::strip)
                .filter(it -> it.startsWith("exports ")).map(it -> it.substring(8, it.length() - 1)).sorted().toList();
        assertEquals(rooms().stream().map(it -> MAIN.relativize(it).toString().replace('/', '.'))
                .filter(it -> !it.contains(".internal") && !it.equals("io.mubiao.cli")).sorted().toList(), exported);
    }

    private static boolean isThere(String name) {
        Path file = MAIN.resolve(name.replace('.', '/') + ".java");
        return Files.exists(file) || Files.exists(file.getParent().resolveSibling(file.getParent().getFileName() + ".java"));
    }
}
