package io.mubiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who lacks an optional library hears from the command which, and not how Java says so. */
class MissingLibraryCommandTest {
    private static final String LEDGER = "examples/plain/ledger.xlsx";
    private static final String REGISTER = "seeds/jinan-2024/register.yaml";
    private static final String OBSERVATIONS = "seeds/jinan-2024/observations.yaml";
    private static final String SCORECARD = "seeds/scoring/scorecards/c05-grades.yaml";

    @TempDir
    private Path folder;

    private static String refused(String without, String... args) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains(without)) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream other = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (URLClassLoader loader = new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            Object status = loader.loadClass(Main.class.getName()).getMethod("run", List.class, PrintStream.class, PrintStream.class)
                    .invoke(null, List.of(args), other, to);
            assertEquals(1, status, said.toString(StandardCharsets.UTF_8));
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertTrue(!text.contains("Exception") && !text.contains("用法"), text);
        return text.lines().reduce("", (before, last) -> last);
    }

    @Test
    void withoutWorkbooks() throws Exception {
        for (String[] args : List.of(new String[] {LEDGER, OBSERVATIONS, "2024-09-30"}, new String[] {REGISTER, LEDGER, "2024-09-30"},
                new String[] {"land", "seeds/rules/huaian-2024-by-county.yaml", LEDGER})) {
            assertTrue(refused("fastexcel", args).startsWith("读写工作簿（.xlsx）需要的程序库不在：请添加依赖 org.dhatim:fastexcel-reader:"));
        }
        assertTrue(refused("fastexcel", "--lang", "en", LEDGER, OBSERVATIONS, "2024-09-30").startsWith("a workbook (.xlsx) needs a library"));
        assertTrue(refused("fastexcel", REGISTER, OBSERVATIONS, "2024-09-30", "--explain", "P05", "--json", "--out", folder.resolve("x.xlsx").toString())
                .contains("org.dhatim:fastexcel:"));
    }

    @Test
    void withoutReports() throws Exception {
        String out = folder.resolve("x.html").toString();
        for (String library : List.of("freemarker", "echarts")) {
            assertTrue(refused(library, REGISTER, OBSERVATIONS, "2024-09-30", "--scorecard", SCORECARD, "--out", out)
                    .contains("org.webjars.npm:echarts:"), library);
        }
    }

    @Test
    void withoutTheReaderOfArguments() throws Exception {
        assertEquals("命令行需要的程序库不在：请添加依赖 info.picocli:picocli:4.7.7", refused("picocli", "--help"));
        assertEquals("the command needs a library that is not there: add the dependency info.picocli:picocli:4.7.7",
                refused("picocli", REGISTER, OBSERVATIONS, "2024-09-30", "--lang", "en"));
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<picocli.version>4.7.7</picocli.version>"));
    }
}
