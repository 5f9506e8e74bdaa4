package io.mubiao.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide of src/site/markdown: the Java of each page runs from top to bottom, with the imports of the JShell session, and
 * prints what stands behind it ("…" leaves lines out); both languages have the same pages with the same Java.
 */
class GuideTest {
    private static final Path ENGLISH = Path.of("src/site/markdown");
    private static final Path CHINESE = ENGLISH.resolve("zh");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```(?:\n\n```text\n(.*?)```)?", Pattern.DOTALL);
    private static final String MARK = "\u0001";

    private record Page(String name, List<String> snippets, List<String> printed) {
        static Page of(Path file) throws IOException {
            List<String> snippets = new ArrayList<>();
            List<String> printed = new ArrayList<>();
            Matcher matcher = SNIPPET.matcher(Files.readString(file));
            while (matcher.find()) {
                snippets.add(matcher.group(1));
                printed.add(matcher.group(2) == null ? "…\n" : matcher.group(2));
            }
            return new Page(file.getFileName().toString().replace(".md", ""), snippets, printed);
        }

        String className() {
            return "Guide" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }

        String source(String imports) {
            StringBuilder source = new StringBuilder(imports).append("public class ").append(className())
                    .append(" {\n    public static void run() throws Exception {\n");
            snippets.forEach(snippet -> source.append(snippet).append("System.out.print(\"\\001\");\n"));
            return source.append("    }\n}\n").toString();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @TestFactory
    List<DynamicTest> everyPageRuns(@TempDir Path folder) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (Path file : files(ENGLISH)) {
            Page page = Page.of(file);
            if (!page.snippets().isEmpty()) {
                pages.add(page);
            }
        }
        compile(pages, folder);
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, GuideTest.class.getClassLoader());
        return pages.stream().map(page -> dynamicTest(page.name(), () -> run(page, loader))).toList();
    }

    private static void compile(List<Page> pages, Path folder) throws IOException {
        String imports = Files.readString(Path.of("examples/jshell/startup.jsh"));
        List<Path> sources = new ArrayList<>();
        for (Page page : pages) {
            sources.add(Files.writeString(folder.resolve(page.className() + ".java"), page.source(imports)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(errors, manager, null, List.of("-proc:none", "-cp", path, "-d", folder.toString()),
                    null, manager.getJavaFileObjectsFromPaths(sources)).call();
            assertTrue(compiled, errors::toString);
        }
    }

    private static void run(Page page, ClassLoader loader) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(page.className()).getMethod("run").invoke(null);
        } finally {
            System.setOut(before);
        }
        String[] parts = printed.toString(StandardCharsets.UTF_8).split(MARK, -1);
        for (int i = 0; i < page.snippets().size(); i++) {
            assertPrinted(page.printed().get(i), parts[i], page.snippets().get(i));
        }
    }

    private static void assertPrinted(String promised, String printed, String snippet) {
        String pattern = Stream.of(promised.split("…\n", -1)).map(Pattern::quote)
                .reduce((a, b) -> a + "(?:.*\n)*?" + b).orElseThrow();
        assertTrue(printed.matches(pattern), () -> snippet + "printed\n" + printed + "and not\n" + promised);
    }

    @Test
    void bothLanguagesRunTheSame() throws IOException {
        assertEquals(files(ENGLISH).stream().map(Path::getFileName).toList(),
                files(CHINESE).stream().map(Path::getFileName).toList());
        for (Path file : files(ENGLISH)) {
            assertEquals(Page.of(file), Page.of(CHINESE.resolve(file.getFileName())), file::toString);
        }
    }

    /** What asks for a cluster is not run here, but it is compiled: with the example of Spark, line by line. */
    @Test
    void whatIsShownOfTheClusterIsCompiled() throws IOException {
        String shown = Files.readString(Path.of("examples/spark/src/main/java/onspark/Shown.java")).replaceAll("\\s+", "");
        List<Path> all = new ArrayList<>(files(ENGLISH));
        all.addAll(files(CHINESE));
        all.add(Path.of("README.md"));
        int found = 0;
        for (Path file : all) {
            Matcher blocks = Pattern.compile("~~~java\n(.*?)~~~", Pattern.DOTALL).matcher(Files.readString(file));
            while (blocks.find()) {
                String lines = blocks.group(1).replaceAll(";\\s*//.*", ";").replaceAll("\\s+", "");
                assertTrue(shown.contains(lines), () -> file + " shows what is not in Shown.java:\n" + lines);
                found++;
            }
        }
        assertEquals(5, found);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> all = new ArrayList<>(files(ENGLISH));
        all.addAll(files(CHINESE));
        all.add(Path.of("README.md"));
        for (Path file : all) {
            Matcher links = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(file));
            while (links.find()) {
                Path to = file.toAbsolutePath().resolveSibling(links.group(1));
                assertTrue(Files.exists(to), file + " leads to " + links.group(1));
            }
        }
    }
}
