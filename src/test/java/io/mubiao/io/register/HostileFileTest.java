package io.mubiao.io.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mubiao.io.Format;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.result.CsvOut;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import io.mubiao.work.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that never end, grow while they are read, or cannot be written. */
class HostileFileTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2022
            columns: {land: {title: 用地面积, unit: 亩}}
            indicators: {i: {formula: land / 1 亩}}
            groups: [{id: g, weights-total: 20, items: {i: {weight: 20, score: ratio, base: 1}}}]
            """, Format.YAML, "t");
    private static final CostBudget SMALL = CostBudget.DEFAULT.bytes(100_000).depth(20).characters(1_000).problems(100);

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLinkToAnEndlessDeviceIsRefused() throws IOException {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero));
        Path tree = Files.createSymbolicLink(folder.resolve("r.yaml"), zero);
        Problem problem = assertThrows(InvalidDefinitionException.class, () -> RegisterFile.read(tree, SMALL)).problems().get(0);
        assertEquals("NO_FILE", problem.code());
        Path sheet = Files.createSymbolicLink(folder.resolve("r.csv"), zero);
        assertEquals("NO_FILE", RollFile.read(sheet, RULE, CsvOptions.DEFAULT.budget(SMALL)).problems().get(0).code());
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsTold() throws IOException {
        Path sheet = folder.resolve("roll.csv");
        StringBuilder text = new StringBuilder("id,用地面积(亩)\n");
        for (int i = 0; i < 20_000; i++) {
            text.append('E').append(i).append(",1\n");
        }
        Files.writeString(sheet, text);
        CsvOptions growing = CsvOptions.DEFAULT.progress(rows -> {
            try {
                Files.writeString(sheet, "X" + rows + ",1\n".repeat(50_000), StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<WithProblems<Roll>> chunks = new ArrayList<>();
        RollFile.readChunks(sheet, RULE, growing, 5_000, chunks::add);
        assertEquals(20_000, chunks.stream().mapToInt(it -> it.value().size()).sum());
        List<Problem> problems = chunks.stream().flatMap(it -> it.problems().stream()).toList();
        assertEquals(List.of("CHANGED"), problems.stream().map(Problem::code).toList());
    }

    /** What was begun ends in a problem that names the file, whoever reads it and on however many threads. */
    @ParameterizedTest
    @CsvSource({"1, shorter, was written while it was read", "2, shorter, was written while it was read", "2, removed, 被删除"})
    void aFileThatShrinksOrVanishesWhileItIsReadIsTold(int threads, String how, String words) throws IOException {
        Path sheet = folder.resolve("roll.csv");
        Files.writeString(sheet, "id,用地面积(亩)\n" + IntStream.range(0, 400_000).mapToObj(i -> "E" + i + ",1\n").collect(Collectors.joining()));
        CsvOptions shrinking = CsvOptions.DEFAULT.threads(Threads.of(threads)).progress(rows -> {
            try {
                if (how.equals("removed")) {
                    Files.deleteIfExists(sheet);
                } else {
                    Files.newByteChannel(sheet, StandardOpenOption.WRITE).truncate(100_000).close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<WithProblems<Roll>> chunks = new ArrayList<>();
        RollFile.readChunks(sheet, RULE, shrinking, 1_000, chunks::add);
        List<Problem> problems = chunks.stream().flatMap(it -> it.problems().stream()).toList();
        assertEquals(List.of("CHANGED"), problems.stream().map(Problem::code).toList());
        String told = problems.get(0).message() + problems.get(0).toString(Locale.CHINESE);
        assertTrue(told.contains(words) && told.contains("roll.csv"), told);
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFile() throws IOException {
        Path sheet = folder.resolve("out.csv");
        CsvOut.write(sheet, StandardCharsets.UTF_8, true, List.of("a"), List.of(List.of("old")));
        String old = Files.readString(sheet);
        assertThrows(UncheckedIOException.class, () -> AtomicFile.write(sheet, out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        assertEquals(old, Files.readString(sheet));
        assertEquals(List.of("out.csv"), names());
    }

    @Test
    void writingGoesThroughALinkAndKeepsIt() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        CsvOut.write(link, StandardCharsets.UTF_8, false, List.of("a"), List.of(List.of("new")));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("a\r\nnew\r\n", Files.readString(real));
        assertEquals(List.of("link.csv", "real.csv"), names());
    }

    @Test
    void textCutOffWithinACharacterOrAQuotedCellIsTold() throws IOException {
        byte[] whole = "id,用地面积(亩)\nE1,1\n\"甲乙丙丁".getBytes(StandardCharsets.UTF_8);
        Path sheet = folder.resolve("cut.csv");
        Files.write(sheet, whole);
        assertEquals("SYNTAX", RollFile.read(sheet, RULE).problems().get(0).code());
        Files.write(sheet, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertEquals("ENCODING", RollFile.read(sheet, RULE).problems().get(0).code());
    }
}
