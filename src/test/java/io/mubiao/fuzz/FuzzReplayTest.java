package io.mubiao.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Some of what the fuzzer begins with passes, and so does everything that it found once. */
class FuzzReplayTest {
    private static final int SOME = 3;

    /** The limit only ends a hang. */
    @TestFactory
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    List<DynamicTest> inputs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.all()) {
            target.corpus().stream().limit(SOME).forEach(input ->
                    tests.add(dynamicTest(target.name() + " begins", () -> target.take(input))));
            for (Path found : found(target)) {
                tests.add(dynamicTest(target.name() + ' ' + found.getFileName(), () -> target.take(Files.readAllBytes(found))));
            }
        }
        return tests;
    }

    private static List<Path> found(FuzzTarget target) throws IOException {
        Path folder = FuzzTarget.found(target);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
