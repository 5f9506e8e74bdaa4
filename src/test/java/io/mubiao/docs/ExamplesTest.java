package io.mubiao.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import keepassessing.KeepAssessing;
import landleague.GeneratedCohort;
import landleague.LandLeague;
import onetarget.OneTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whatwasknown.WhatWasKnown;

/** Every example prints what its expected-output.txt says. */
class ExamplesTest {
    /** Sessions that .ci/run tries, and programs with a build of their own. */
    private static final Set<String> APART = Set.of("jshell", "plain", "spark", "spring");
    private static final Path PLAIN = Path.of("examples/plain");

    static Stream<Arguments> examples() {
        return Stream.of(Arguments.of("onetarget", (Consumer<String[]>) OneTarget::main),
                Arguments.of("whatwasknown", (Consumer<String[]>) WhatWasKnown::main),
                Arguments.of("keepassessing", (Consumer<String[]>) KeepAssessing::main),
                Arguments.of("landleague", (Consumer<String[]>) LandLeague::main));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsWhatItPromises(String folder, Consumer<String[]> main) throws IOException {
        assertPrints(Path.of("examples", folder, "expected-output.txt"), main);
    }

    static List<String> plain() throws IOException {
        try (Stream<Path> files = Files.list(PLAIN)) {
            return files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".java")).map(it -> it.replace(".java", ""))
                    .sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void eachPlainProgramPrintsWhatStandsBesideIt(String program) throws Exception {
        Method main = Class.forName("plain." + program).getMethod("main", String[].class);
        assertPrints(PLAIN.resolve(program + ".txt"), arguments -> {
            try {
                main.invoke(null, (Object) arguments);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(program, e);
            }
        });
    }

    @Test
    void plainProgramsAreTenOfAboutTenLines() throws IOException {
        assertEquals(10, plain().size());
        for (String program : plain()) {
            List<String> lines = Files.readAllLines(PLAIN.resolve(program + ".java"));
            int begin = lines.indexOf("    public static void main(String[] args) {");
            int body = lines.indexOf("    }") - begin - 1;
            assertTrue(begin > 0 && body <= 14, () -> program + " has " + body + " lines");
        }
    }

    private static void assertPrints(Path expected, Consumer<String[]> main) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            main.accept(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertEquals(Files.readString(expected), printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theRollsOnDiskAreTheGeneratedOnes() throws IOException {
        for (int year : new int[] {2023, 2024}) {
            assertEquals(GeneratedCohort.csv(year), Files.readString(Path.of("examples/landleague/roll-" + year + ".csv")));
        }
    }

    @Test
    void noExampleIsLeftOut() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("examples"))) {
            assertEquals(examples().count(), folders.filter(folder -> !APART.contains(folder.getFileName().toString())).count());
        }
    }
}
