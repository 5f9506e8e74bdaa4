package io.mubiao.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the Javadoc of classes, in blocks of code, run with the imports of the JShell session and print what
 * stands behind {@code // prints}; an … at its end leaves out what follows. A sketch, which has a line of three dots, is not run.
 */
class JavadocExamplesTest {
    private static final Path MAIN = Path.of("src/main/java/io/mubiao");
    /** What a newcomer meets first. */
    private static final Set<String> FIRST = Set.of("Mubiao", "Quantity", "Units", "Target", "Goal", "Register", "Observation",
            "ObservationLog", "Assessment", "Scorecard", "EvaluationRule", "RuleFile", "Roll", "Evaluation");
    private static final Pattern EXAMPLE = Pattern.compile("\n \\* <pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);
    private static final Pattern PRINTS = Pattern.compile(" // prints (.*)$");
    private static final int LONGEST = 8;

    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java") && !it.endsWith("package-info.java")).sorted().toList()) {
                Matcher matcher = EXAMPLE.matcher(Files.readString(file));
                String name = file.getFileName().toString().replace(".java", "");
                while (matcher.find()) {
                    String code = matcher.group(1).lines().map(line -> line.replaceFirst("^ \\* ?", "")).collect(Collectors.joining("\n"));
                    if (code.lines().noneMatch(line -> line.strip().equals("..."))) {
                        examples.merge(name, code, (one, other) -> one + "\n" + other);
                    }
                }
            }
        }
        return examples;
    }

    @Test
    void whatANewcomerMeetsFirstHasAShortExample() throws IOException {
        Map<String, String> examples = examples();
        assertEquals(Set.of(), FIRST.stream().filter(name -> !examples.containsKey(name)).collect(Collectors.toCollection(TreeSet::new)));
        examples.forEach((name, code) -> assertTrue(code.lines().count() <= LONGEST, name));
        FIRST.forEach(name -> assertTrue(String.valueOf(examples.get(name)).contains(" // prints "), name));
    }

    /** After each line that says what it prints, a mark. */
    private static String source(String name, String code, String imports) {
        StringBuilder source = new StringBuilder(imports).append("public class Of").append(name)
                .append(" {\n    public static void run() throws Exception {\n");
        code.lines().forEach(line -> source.append(line).append('\n')
                .append(PRINTS.matcher(line).find() ? "System.out.print(\"\\001\");\n" : ""));
        return source.append("    }\n}\n").toString();
    }

    @TestFactory
    List<DynamicTest> eachRunsAndPrintsWhatItSays(@TempDir Path folder) throws IOException {
        Map<String, String> examples = examples();
        String imports = Files.readString(Path.of("examples/jshell/startup.jsh"));
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> it : examples.entrySet()) {
            sources.add(Files.writeString(folder.resolve("Of" + it.getKey() + ".java"), source(it.getKey(), it.getValue(), imports)));
        }
        compile(sources, folder);
        URLClassLoader loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}, JavadocExamplesTest.class.getClassLoader());
        return examples.entrySet().stream().map(it -> dynamicTest(it.getKey(), () -> run(it.getKey(), it.getValue(), loader))).toList();
    }

    private static void compile(List<Path> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(errors, manager, null, List.of("-proc:none", "-encoding", "UTF-8", "-cp", path, "-d",
                    folder.toString()), null, manager.getJavaFileObjectsFromPaths(sources)).call();
            assertTrue(compiled, errors::toString);
        }
    }

    private static void run(String name, String code, ClassLoader loader) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Of" + name).getMethod("run").invoke(null);
        } finally {
            System.setOut(before);
        }
        List<String> promised = code.lines().map(PRINTS::matcher).filter(Matcher::find).map(it -> it.group(1)).toList();
        String[] parts = printed.toString(StandardCharsets.UTF_8).split("\u0001", -1);
        assertEquals(promised.size() + 1, parts.length, name);
        assertEquals("", parts[parts.length - 1], "what is printed is promised");
        for (int i = 0; i < promised.size(); i++) {
            String promise = promised.get(i);
            String start = promise.endsWith(" …") ? promise.substring(0, promise.length() - 2) : promise + "\n";
            assertTrue(promise.endsWith(" …") ? parts[i].startsWith(start) : parts[i].equals(start), parts[i] + "instead of\n" + promise);
        }
    }
}
