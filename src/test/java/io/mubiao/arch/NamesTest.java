package io.mubiao.arch;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.testing.MainTypes;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/** A public name means one type, also in the session that README opens. */
class NamesTest {
    /** What {@code jshell --startup DEFAULT} imports. */
    private static final List<String> DEFAULT = List.of("java.io", "java.math", "java.net", "java.nio.file", "java.util",
            "java.util.concurrent", "java.util.function", "java.util.prefs", "java.util.regex", "java.util.stream");

    private static Stream<Class<?>> types() {
        return MainTypes.all().stream().filter(type -> type.getEnclosingClass() == null && Modifier.isPublic(type.getModifiers())
                && !type.getPackageName().equals("io.mubiao.cli"));
    }

    private static List<Class<?>> publicTypes() {
        List<Class<?>> types = types().filter(type -> !type.getPackageName().contains(".internal")).toList();
        assertTrue(types.contains(Mubiao.class));
        return types;
    }

    /** Those of internal packages too. */
    @Test
    void everyPublicSimpleNameIsUnique() {
        Map<String, String> seen = new TreeMap<>();
        types().forEach(type -> assertEquals(null, seen.put(type.getSimpleName(), type.getName()),
                () -> type.getName() + " has the name of another public type"));
    }

    /** Nobody who reads a name in one package thinks of another. */
    @Test
    void noPackagePrivateTypeHasTheNameOfAPublicOne() {
        Map<String, String> known = types().collect(toMap(Class::getSimpleName, Class::getName));
        List<String> twice = MainTypes.all().stream()
                .filter(type -> type.getEnclosingClass() == null && !Modifier.isPublic(type.getModifiers()) && known.containsKey(type.getSimpleName()))
                .map(type -> type.getName() + " and " + known.get(type.getSimpleName())).toList();
        assertEquals(List.of(), twice);
    }

    /** But the modules for a host's own mapper, which need that mapper. */
    @Test
    void theSessionOfReadmeKnowsEveryPublicType() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(Path.of(Mubiao.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString());
            Stream.concat(DEFAULT.stream().map(name -> "import " + name + ".*;"),
                            Files.readAllLines(Path.of("examples/jshell/startup.jsh")).stream())
                    .forEach(line -> assertEquals("", problems(shell, line), line));
            String typed = publicTypes().stream().filter(type -> !type.getPackageName().equals("io.mubiao.io.jackson")).map(type -> type.getSimpleName() + ".class").collect(joining(", "));
            assertEquals("", problems(shell, "Class<?>[] types = {" + typed + "};"));
        }
    }

    private static String problems(JShell shell, String line) {
        List<SnippetEvent> events = shell.eval(line);
        return events.stream().filter(event -> event.status() != Snippet.Status.VALID)
                .flatMap(event -> shell.diagnostics(event.snippet())).map(it -> it.getMessage(null)).collect(joining("\n"));
    }
}
