package io.mubiao.io.roll;

import io.mubiao.io.internal.table.LineBlocks;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A file some bytes of which may be damaged is read, or refused, as one of which all bytes are tried before any is read. */
class RollUntriedPropertyTest {
    @Property(tries = 500)
    void untriedBytesAreReadAsTriedOnes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = damaged(RollBlocksPropertyTest.text(random).getBytes(StandardCharsets.UTF_8), random);
        Path file = Files.createTempFile("untried", ".csv");
        try {
            Files.write(file, bytes);
            CsvOptions any = random.nextInt(4) == 0 ? CsvOptions.DEFAULT.charset(StandardCharsets.UTF_8) : CsvOptions.DEFAULT;
            CsvOptions options = any.budget(CostBudget.DEFAULT.problems(random.nextInt(3) == 0 ? 2 + random.nextInt(9) : 1000));
            List<WithProblems<Roll>> tried = read(file, options, Integer.MAX_VALUE - 1, LineBlocks.SIZE);
            for (int size : new int[] {8 + random.nextInt(400), LineBlocks.SIZE}) {
                RollBlocksPropertyTest.assertSame(tried, read(file, options.threads(1 + random.nextInt(3)), Integer.MAX_VALUE, size),
                        Arrays.toString(bytes));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<WithProblems<Roll>> read(Path file, CsvOptions options, int rows, int size) {
        List<WithProblems<Roll>> chunks = new ArrayList<>();
        options.under(() -> {
            new RollReader("any.csv", Enterprises.RULE, options, rows, size, chunks::add).file(file, 1L << 28);
            return rows;
        });
        return chunks;
    }

    /** Some bytes are others, are gone, or are there twice. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            int kind = random.nextInt(3);
            byte[] behind = Arrays.copyOfRange(bytes, kind == 1 ? at + 1 : at, bytes.length);
            byte[] all = Arrays.copyOf(bytes, at + (kind == 2 ? 1 : 0) + behind.length);
            System.arraycopy(behind, 0, all, all.length - behind.length, behind.length);
            if (kind == 0) {
                all[at] = (byte) (random.nextInt(3) == 0 ? 0x80 + random.nextInt(128) : all[at] ^ 1 << random.nextInt(8));
            }
            bytes = all;
        }
        return bytes;
    }
}
