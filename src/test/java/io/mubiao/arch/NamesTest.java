package io.mubiao.arch;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.mubiao.Mubiao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** A public name means one type, also in the session that README opens. */
@AnalyzeClasses(packages = "io.mubiao", importOptions = MainClassesOnly.class)
class NamesTest {
    /** What {@code jshell --startup DEFAULT} imports. */
    private static final List<String> DEFAULT = List.of("java.io", "java.math", "java.net", "java.nio.file", "java.util",
            "java.util.concurrent", "java.util.function", "java.util.prefs", "java.util.regex", "java.util.stream");

    private static List<JavaClass> publicTypes(JavaClasses classes) {
        List<JavaClass> types = classes.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getPackageName().contains(".internal") && !type.getPackageName().equals("io.mubiao.cli"))
                .toList();
        assertTrue(types.contains(classes.get(Mubiao.class)));
        return types;
    }

    @ArchTest
    static void everyPublicSimpleNameIsUnique(JavaClasses classes) {
        Map<String, String> seen = new TreeMap<>();
        publicTypes(classes).forEach(type -> assertEquals(null, seen.put(type.getSimpleName(), type.getName()),
                () -> type.getName() + " has the name of another public type"));
    }

    /** But the modules for a host's own mapper, which need that mapper. */
    @ArchTest
    static void theSessionOfReadmeKnowsEveryPublicType(JavaClasses classes) throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(Path.of(Mubiao.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString());
            Stream.concat(DEFAULT.stream().map(name -> "import " + name + ".*;"),
                            Files.readAllLines(Path.of("examples/jshell/startup.jsh")).stream())
                    .forEach(line -> assertEquals("", problems(shell, line), line));
            String typed = publicTypes(classes).stream().filter(type -> !type.getPackageName().equals("io.mubiao.io.jackson")).map(type -> type.getSimpleName() + ".class").collect(joining(", "));
            assertEquals("", problems(shell, "Class<?>[] types = {" + typed + "};"));
        }
    }

    private static String problems(JShell shell, String line) {
        List<SnippetEvent> events = shell.eval(line);
        return events.stream().filter(event -> event.status() != Snippet.Status.VALID)
                .flatMap(event -> shell.diagnostics(event.snippet())).map(it -> it.getMessage(null)).collect(joining("\n"));
    }
}
