package io.mubiao.docs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README shows is what the examples run, and its sections begin with one command. */
class ReadmeTest {
    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String block(String section, String language) throws IOException {
        Matcher matcher = Pattern.compile("(?s)\n## " + section + "\n.*?```" + language + "\n(.*?)```").matcher(readme());
        assertTrue(matcher.find(), section);
        return matcher.group(1);
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void theJavaSnippetIsTheExample() throws IOException {
        String example = Files.readString(Path.of("examples/onetarget/OneTarget.java"));
        String body = example.lines().filter(line -> line.startsWith("import ")).collect(joining("\n"))
                + example.substring(example.indexOf("String[] args) {") + 16, example.lastIndexOf("    }"));
        Matcher first = Pattern.compile("(?s)```java\n(.*?)```").matcher(readme());
        assertTrue(first.find());
        assertEquals(stripped(body), stripped(first.group(1)));
    }

    @Test
    void theJshellSnippetIsTheScript() throws IOException {
        List<String> script = stripped(Files.readString(Path.of("examples/jshell/score.jsh"))).stream()
                .filter(line -> !line.startsWith("//") && !line.startsWith("/exit")).toList();
        assertEquals(script, stripped(block("JShell", "java").replaceAll(" +//.*", "")));
    }

    @Test
    void itIsShortAndBeginsWithTheCode() throws IOException {
        List<String> lines = readme().lines().toList();
        assertTrue(lines.size() < 150, () -> lines.size() + " lines");
        assertTrue(lines.subList(0, 20).containsAll(List.of("```xml", "```java")), "the first screen shows the dependency and code");
    }

    /** Rows of tables and code cannot be wrapped. */
    @Test
    void noLineOfProseIsLong() throws IOException {
        String prose = readme().replaceAll("(?ms)^(```|~~~).*?^\\1$", "");
        assertEquals(List.of(), prose.lines().filter(line -> !line.startsWith("|") && line.codePointCount(0, line.length()) > 160).toList());
    }

    @Test
    void runTestAndJshellBeginWithExactlyOneCommand() throws IOException {
        for (String section : List.of("Run", "Test", "JShell")) {
            Matcher matcher = Pattern.compile("\n## " + section + "\n\n```sh\n(mvn [^\n]*)\n```\n").matcher(readme());
            assertTrue(matcher.find(), section);
        }
    }

    @Test
    void everyPathThatIsNamedExists() throws IOException {
        StringBuilder texts = new StringBuilder(readme());
        try (Stream<Path> guide = Files.walk(Path.of("src/site/markdown"))) {
            for (Path page : guide.filter(Files::isRegularFile).toList()) {
                texts.append(Files.readString(page));
            }
        }
        Matcher matcher = Pattern.compile("(?:seeds|examples|src)/[\\w./-]*\\w").matcher(texts);
        while (matcher.find()) {
            assertTrue(Files.exists(Path.of(matcher.group())), matcher.group());
        }
    }

    @Test
    void nothingReadsWhatLiesOutsideTheRepository() throws IOException {
        for (Path root : List.of(Path.of("src"), Path.of("examples"), Path.of("seeds"), Path.of(".ci"))) {
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertFalse(new String(Files.readAllBytes(file), ISO_8859_1).contains(".." + "/shared"), file::toString);
                }
            }
        }
    }
}
