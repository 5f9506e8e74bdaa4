package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.formula.Symbol;
import io.mubiao.io.result.CsvOut;
import io.mubiao.land.Column;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any text gives a roll or problems and nothing else; what is written is read back equal. */
class RollFilePropertyTest {
    private static final String DIRT = ",,,\"\"\r\n\t ;'=-+./%()（），。０9Ee亩元\u0000\u3000\uFEFF\uD83D\uD842\uDFB7";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Property
    void anyTextIsReadOrReported(@ForAll String text) {
        read(text);
        read("id,用地面积(亩),行业\n" + text);
    }

    @Property
    void damagedFilesAreReadOrReported(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(CsvOut.write(header(), rows(random)));
        for (int i = 0; i <= random.nextInt(20); i++) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, DIRT.charAt(random.nextInt(DIRT.length())));
            }
        }
        read(text.toString());
    }

    private static void read(String text) {
        WithProblems<Roll> read = RollFile.parse(text, "any", Enterprises.RULE);
        long limit = CostBudget.DEFAULT.problems();
        assertTrue(read.problems().size() <= 2 * limit + 2);
        assertTrue(read.value().size() > 0 || !read.problems().isEmpty() || text.lines().count() < 2, text);
    }

    @Property
    void anyBytesAreReadOrReported(@ForAll byte[] bytes) throws IOException {
        Path file = Files.createTempFile("any", ".csv");
        try {
            RollFile.read(file.toAbsolutePath(), Enterprises.RULE);
            Files.write(file, bytes);
            RollFile.read(file, Enterprises.RULE);
            RollFile.read(file, Enterprises.RULE, CsvOptions.DEFAULT.charset(StandardCharsets.UTF_16));
        } finally {
            Files.delete(file);
        }
    }

    @Property
    void aWrittenRollIsReadBackEqual(@ForAll long seed) throws IOException {
        List<List<String>> rows = rows(new Random(seed));
        Roll.Builder builder = Roll.builder(Enterprises.RULE);
        rows.forEach(row -> builder.add(row.get(0), row.get(1), values(row)));
        Roll expected = builder.build();
        assertSame(expected, RollFile.parse(CsvOut.write(header(), rows), "written", Enterprises.RULE).orThrow());
        Path file = Files.createTempFile("written", ".csv");
        try {
            for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030, StandardCharsets.UTF_16LE)) {
                CsvOut.write(file, charset, !charset.equals(GB18030), header(), rows);
                assertSame(expected, RollFile.read(file, Enterprises.RULE).orThrow());
            }
            CsvOut.write(file, StandardCharsets.UTF_8, false, header(), rows);
            List<WithProblems<Roll>> chunks = new ArrayList<>();
            RollFile.readChunks(file, Enterprises.RULE, CsvOptions.DEFAULT, 3, chunks::add);
            int start = 0;
            for (WithProblems<Roll> chunk : chunks) {
                int from = start;
                int[] part = java.util.stream.IntStream.range(0, chunk.value().size()).map(row -> from + row).toArray();
                assertSame(expected.withRows(part), chunk.orThrow());
                start += part.length;
            }
            assertEquals(expected.size(), start);
        } finally {
            Files.delete(file);
        }
    }

    private static void assertSame(Roll expected, Roll read) {
        assertEquals(expected.size(), read.size());
        assertEquals(expected.columns(), read.columns());
        for (int row = 0; row < expected.size(); row++) {
            int at = row;
            assertEquals(expected.id(row), read.id(row));
            for (String column : expected.columns()) {
                assertEquals(expected.number(column).map(it -> String.valueOf(it.value(at))),
                        read.number(column).map(it -> String.valueOf(it.value(at))), column);
                assertEquals(expected.text(column).map(it -> String.valueOf(it.text(at))),
                        read.text(column).map(it -> String.valueOf(it.text(at))), column);
            }
            assertTrue(Objects.equals(expected.name(row), read.name(row)), expected.name(row));
        }
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("统一社会信用代码", "企业名称"));
        Enterprises.RULE.columns().forEach(column -> header.add(column.header()));
        return header;
    }

    private static Map<String, String> values(List<String> row) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        for (int i = 2; i < row.size(); i++) {
            values.put(Enterprises.RULE.columns().get(i - 2).id(), row.get(i));
        }
        return values;
    }

    private static List<List<String>> rows(Random random) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(9); i >= 0; i--) {
            List<String> row = new ArrayList<>(List.of("企业-" + i, text(random)));
            for (Column column : Enterprises.RULE.columns()) {
                row.add(random.nextInt(5) == 0 ? "" : cell(column, random));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String cell(Column column, Random random) {
        if (column.kind() == Symbol.Kind.NUMBER) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(62), random.nextInt(19));
            return (column.least().isPresent() ? number.abs() : number).toPlainString();
        }
        return switch (column.kind()) {
            case DAY -> LocalDate.ofEpochDay(random.nextInt(30_000)).toString();
            case FLAG -> random.nextBoolean() ? "是" : "否";
            default -> column.values().isEmpty() ? text(random) : column.values().get(random.nextInt(2));
        };
    }

    /** A text as it is kept: no blanks around it, and nothing in front that a spreadsheet runs. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            String part = random.nextBoolean() ? DIRT : "甲乙丙abc𠮷";
            char c = part.charAt(random.nextInt(part.length()));
            text.append(Character.isSurrogate(c) ? '吉' : c);
        }
        return text.append("x").toString();
    }
}
