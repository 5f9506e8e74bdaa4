package io.mubiao.io.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However bytes are cut into blocks, and whether rows are taken from them or not: the same rows in the same lines. */
class CsvBlocksPropertyTest {
    private static final List<String> PARTS = List.of("a", "bc", "12.5", "指标", "𠮷", "\uFEFF", " ", "\t", "\"\"", "\"", "\"x,y\"", "\"x\ny\"", ",", ",", ",", "\n", "\n", "\r\n",
            "\r", "\n\n", "\"q\"\"r\"", "'", "\u0000");
    private static final int LONGEST_CELL = 40;

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(120); i > 0; i--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private interface Reading {
        void run() throws IOException;
    }

    /** What a reading has found, and the line that was too long if one was. */
    private static List<String> all(List<String> found, Reading reading) throws IOException {
        try {
            reading.run();
        } catch (CsvLines.TooLong e) {
            found.add("too long: " + e.line);
        }
        return found;
    }

    private static List<String> careful(String text, long longest) throws IOException {
        List<String> found = new ArrayList<>();
        return all(found, () -> rows(new CsvRows(new ReaderLines(new StringReader(text), longest), LONGEST_CELL), found));
    }

    private static void rows(TableRows rows, List<String> found) throws IOException {
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            found.add(row.toString());
        }
    }

    private static TableRows blocks(String text, long longest, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CsvBlocks(new LineBlocks(new ByteArrayInputStream(bytes), longest, size), LONGEST_CELL);
    }

    /** Takes rows without quotes that are not blank, some of the time. */
    private static RowBytes some(Random random, List<String> found) {
        return (bytes, from, line) -> {
            int end = from;
            while (bytes[end] != '\n' && bytes[end] != '\r' && bytes[end] != '"') {
                end++;
            }
            List<String> cells = List.of(new String(bytes, from, end - from, StandardCharsets.UTF_8).split(",", -1));
            TableRow row = new TableRow(line, cells, "");
            if (bytes[end] == '"' || row.isBlank() || random.nextInt(4) == 0) {
                return -1;
            }
            found.add(row.toString());
            return end;
        };
    }

    @Property
    void blocksGiveTheRowsOfTheText(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String text = text(random);
        long longest = random.nextBoolean() ? 1 << 20 : 12 + random.nextInt(30);
        List<String> expected = careful(text, longest);
        for (int size : new int[] {1 + random.nextInt(10), 8 + random.nextInt(100), LineBlocks.SIZE}) {
            List<String> found = new ArrayList<>();
            TableRows blocks = blocks(text, longest, size);
            assertEquals(expected, all(found, () -> rows(blocks, found)), text);
            List<String> taken = new ArrayList<>();
            TableRows lent = blocks(text, longest, size);
            assertEquals(expected, all(taken, () -> {
                lent.lend(some(random, taken));
                for (TableRow row = lent.next(); row != null; row = lent.next()) {
                    taken.add(row.toString());
                    lent.lend(some(random, taken));
                }
            }), text);
        }
    }
}
