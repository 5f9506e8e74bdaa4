package io.mubiao.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Set<String> APART = Set.of("jshell", "spring", "spark");

    static Stream<Arguments> examples() {
        return Stream.of(Arguments.of("onetarget", (Consumer<String[]>) OneTarget::main),
                Arguments.of("whatwasknown", (Consumer<String[]>) WhatWasKnown::main),
                Arguments.of("keepassessing", (Consumer<String[]>) KeepAssessing::main),
                Arguments.of("landleague", (Consumer<String[]>) LandLeague::main));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsWhatItPromises(String folder, Consumer<String[]> main) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            main.accept(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertEquals(Files.readString(Path.of("examples", folder, "expected-output.txt")),
                printed.toString(StandardCharsets.UTF_8));
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
