package io.mubiao.io.roll;

import static io.mubiao.io.roll.Enterprises.codes;
import static io.mubiao.io.roll.Enterprises.land;
import static io.mubiao.io.roll.Enterprises.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.testing.Refusal;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read in the encoding it is in, or refused with the byte that is not; a large one in chunks. */
class RollFileEncodingTest {
    private static final String TEXT = "id,name,用地面积(亩)\nA,联通，𠮷,1\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("t.csv"), bytes);
    }

    private WithProblems<Roll> read(byte[] bytes) throws IOException {
        return RollFile.read(file(bytes), land());
    }

    private static void assertRead(WithProblems<Roll> read, String... codes) {
        assertEquals(List.of(codes), codes(read), () -> read.problems().toString());
        assertEquals("联通，𠮷", read.value().name(0));
    }

    @Test
    void utf8NeedsNoMark() throws IOException {
        assertRead(read(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMarkDecides() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertRead(read(("\uFEFF" + TEXT).getBytes(charset)));
        }
        byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'i', 'd', (byte) 0xFF};
        only(read(marked), "ENCODING", "UTF-8", "byte 5");
    }

    @Test
    void gbkAndGb18030AreFoundOutAndSaid() throws IOException {
        assertRead(read(TEXT.getBytes(GB18030)), "ENCODING_GUESSED");
    }

    @Test
    void whatIsInNoEncodingIsRefusedWithThePlace() throws IOException {
        byte[] bytes = TEXT.getBytes(GB18030);
        bytes[bytes.length - 3] = (byte) 0xFF;
        only(read(bytes), "ENCODING", "UTF-8 (byte 8)", "GB18030 (byte " + (bytes.length - 3) + ")");
    }

    @Test
    void theBytesBeforeABadOneAreCountedInLargeFilesToo() throws IOException {
        byte[] bytes = ("id,用地面积(亩)\n" + "A,1\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        bytes[300_001] = (byte) 0xFF;
        only(read(bytes), "ENCODING", "UTF-8 (byte 300001)");
    }

    @Test
    void anEncodingAskedForIsNotFoundOut() throws IOException {
        CsvOptions options = CsvOptions.DEFAULT.charset(GB18030);
        assertRead(RollFile.read(file(TEXT.getBytes(GB18030)), land(), options));
        only(RollFile.read(file(TEXT.getBytes(GB18030)), land(), options.charset(StandardCharsets.UTF_8)), "ENCODING",
                "byte 8");
        assertRead(RollFile.read(file(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)), land(),
                options.charset(StandardCharsets.UTF_8)));
    }

    @Test
    void aCutOffCharacterIsNotOverlooked() throws IOException {
        byte[] bytes = "id,用地面积(亩)\nA,亩".getBytes(StandardCharsets.UTF_8);
        WithProblems<Roll> read = RollFile.read(file(java.util.Arrays.copyOf(bytes, bytes.length - 1)), land(),
                CsvOptions.DEFAULT.charset(StandardCharsets.UTF_8));
        only(read, "ENCODING", "byte " + (bytes.length - 3));
    }

    @Test
    void filesThatAreMissingOrTooLargeAreProblems() throws IOException {
        only(RollFile.read(folder.resolve("none.csv"), land()), "NO_FILE", "none.csv");
        only(RollFile.read(folder, land()), "NO_FILE", "folder");
        only(RollFile.read(file(TEXT.getBytes(StandardCharsets.UTF_8)), land(),
                CsvOptions.DEFAULT.budget(CostBudget.DEFAULT.bytes(10).depth(1).characters(100).problems(10))), "TOO_LARGE", "10");
    }

    private List<WithProblems<Roll>> chunks(String text, int rows) throws IOException {
        List<WithProblems<Roll>> chunks = new ArrayList<>();
        RollFile.readChunks(file(text.getBytes(StandardCharsets.UTF_8)), land(), CsvOptions.DEFAULT, rows, chunks::add);
        return chunks;
    }

    @Test
    void chunksHaveTheirRowsAndTheirProblems() throws IOException {
        List<WithProblems<Roll>> chunks = chunks("id,用地面积\nA,１\nB,2\nC,x\nD,4\nA,5\nE,６\nF,7\n", 2);
        assertEquals(List.of(2, 2, 1), chunks.stream().map(chunk -> chunk.value().size()).toList());
        assertEquals(List.of("UNIT_ASSUMED", "FULL_WIDTH"), codes(chunks.get(0)));
        assertEquals(List.of("BAD_VALUE", "DUPLICATE", "FULL_WIDTH"), codes(chunks.get(1)));
        assertTrue(chunks.get(1).problems().get(1).message().contains("line 2"));
        assertTrue(chunks.get(2).isClean());
        assertEquals("F", chunks.get(2).value().id(0));
    }

    @Test
    void thereIsAlwaysAChunkAndNeverAnEmptyOneToEnd() throws IOException {
        assertEquals(1, chunks("id,用地面积(亩)\n", 2).size());
        assertEquals(1, chunks("id,用地面积(亩)\nA,1\nB,2\n", 2).size());
        assertEquals("MISSING_COLUMN", codes(chunks("id\nA\n", 2).get(0)).get(0));
        Refusal.naming(() -> RollFile.readChunks(folder, land(), CsvOptions.DEFAULT, 0, chunk -> {}), "0");
    }
}
