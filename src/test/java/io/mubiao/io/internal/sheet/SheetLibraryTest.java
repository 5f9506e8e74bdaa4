package io.mubiao.io.internal.sheet;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.roll.RollFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.testing.RawBook;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the libraries for workbooks everything else works, and who asks for one hears what to add. */
class SheetLibraryTest {
    @TempDir
    private Path folder;

    private static URLClassLoader withoutThem() throws MalformedURLException {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("fastexcel")) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    private static Object read(ClassLoader loader, Path file) throws Exception {
        Class<?> rules = loader.loadClass(EvaluationRule.class.getName());
        Object builder = rules.getMethod("builder", String.class).invoke(null, "demo");
        Object rule = loader.loadClass(EvaluationRule.class.getName() + "$Builder").getMethod("build").invoke(builder);
        return loader.loadClass(RollFile.class.getName()).getMethod("read", Path.class, rules).invoke(null, file, rule);
    }

    @Test
    void csvIsReadAndAWorkbookNamesTheDependency() throws Exception {
        Path csv = Files.writeString(folder.resolve("t.csv"), "id\nE1\n");
        Path book = new RawBook().sheet("表", RawBook.rows(1, List.of(List.of("id"), List.of("E1")))).write(folder.resolve("t.xlsx"));
        try (URLClassLoader loader = withoutThem()) {
            assertTrue(read(loader, csv).toString().contains("problems=[]"), () -> "the roll has problems");
            Throwable refusal = requireNonNull(assertThrows(InvocationTargetException.class, () -> read(loader, book)).getCause());
            assertInstanceOf(IllegalStateException.class, refusal);
            assertEquals("a workbook (.xlsx) needs a library that is not there: add the dependency org.dhatim:fastexcel-reader:0.20.2;"
                    + " on a module path also --add-modules org.dhatim.fastexcel.reader", refusal.getMessage());
        }
        assertTrue(read(getClass().getClassLoader(), book).toString().contains("problems=[]"));
    }

    @Test
    void theVersionNamedIsTheOneThatIsBuiltWith() throws Exception {
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<fastexcel.version>0.20.2</fastexcel.version>"));
    }
}
