package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.result.CsvOut;
import io.mubiao.land.Roll;
import io.mubiao.problem.Problem;
import io.mubiao.problem.WithProblems;
import io.mubiao.testing.RawBook;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** A table means the same as CSV and as a sheet; whatever is done to a workbook, it is read or refused. */
class RollSheetPropertyTest {
    private static final List<String> WORDS = List.of("合计", "注：", "—", "", "x", "'E1", "１２", "1,234", "12,34", "3%", "2024/9/30", "1e5",
        "E-1", "是", "大", "-7", "0", "全县", "5 亩", "100", "公司", "91350100M000100Y43");

    @Property
    void theSameTableGivesTheSameRollAndTheSameProblems(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> header = new ArrayList<>(List.of("统一社会信用代码", "企业名称"));
        Enterprises.RULE.columns().forEach(column -> header.add(column.header()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> row = new ArrayList<>(List.of(random.nextInt(4) > 0 ? "E" + random.nextInt(30) : word(random), word(random)));
            Enterprises.RULE.columns().forEach(column -> row.add(random.nextInt(4) > 0 ? usual(column.kind().name(), random) : word(random)));
            rows.add(row);
        }
        Path sheet = Files.createTempFile("same", ".xlsx");
        try {
            write(sheet, header, rows, random);
            WithProblems<Roll> asSheet = RollFile.readSheet(sheet, Enterprises.RULE, SheetOptions.DEFAULT);
            String csv = CsvOut.write(header, rows);
            WithProblems<Roll> asCsv = RollFile.parse(csv, "t", Enterprises.RULE);
            assertEquals(told(asCsv), told(asSheet));
            assertEquals(cells(asCsv.value()), cells(asSheet.value()));
        } finally {
            Files.delete(sheet);
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String usual(String kind, Random random) {
        return switch (kind) {
            case "NUMBER" -> BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5)).toPlainString();
            case "DAY" -> LocalDate.ofEpochDay(random.nextInt(25_000)).toString();
            case "FLAG" -> random.nextBoolean() ? "是" : "否";
            default -> random.nextBoolean() ? "大" : "小";
        };
    }

    /** Numbers and days are typed or texts, as it happens. */
    private static void write(Path file, List<String> header, List<List<String>> rows, Random random) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            for (int c = 0; c < header.size(); c++) {
                sheet.value(0, c, header.get(c));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < header.size(); c++) {
                    write(sheet, r + 1, c, rows.get(r).get(c), random);
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, int cell, String text, Random random) {
        if (text.matches("-?[0-9]+(\\.[0-9]+)?") && random.nextBoolean()) {
            sheet.value(row, cell, new BigDecimal(text));
        } else if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && random.nextBoolean()) {
            sheet.value(row, cell, LocalDate.parse(text));
            sheet.style(row, cell).format("yyyy-mm-dd").set();
        } else if (!text.isEmpty()) {
            sheet.value(row, cell, text);
        }
    }

    private static List<String> told(WithProblems<Roll> read) {
        return read.problems().stream().map(RollSheetPropertyTest::told).toList();
    }

    private static String told(Problem it) {
        return it.place().line() + ":" + it.place().column() + " " + it.severity() + " " + it.code() + " " + it.message();
    }

    private static List<String> cells(Roll roll) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < roll.size(); row++) {
            int at = row;
            cells.add(roll.id(row) + "|" + roll.name(row));
            roll.columns().forEach(column -> cells.add(roll.number(column).map(it -> String.valueOf(it.value(at)))
                    .or(() -> roll.text(column).map(it -> String.valueOf(it.text(at)))).orElseThrow()));
        }
        return cells;
    }

    /** Its list of parts says that it stands before the file. */
    @Test
    void aWorkbookWhoseListOfPartsIsDamagedIsRefused() throws IOException {
        aDamagedWorkbookIsReadOrRefused(-10479);
    }

    @Property
    void aDamagedWorkbookIsReadOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String rows = RawBook.rows(1, List.of(List.of("id", "用地面积(亩)", "税收(万元)", "行业"), List.of("E1", "1", "2", "x"), List.of("E2", "1", "2", "y")));
        StringBuilder damaged = new StringBuilder(rows);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, "<>/\"=cvr9sA&;".charAt(random.nextInt(13)));
                default -> damaged.setCharAt(at, "<>/\"=cvr9sA&;".charAt(random.nextInt(13)));
            }
        }
        byte[] bytes = new RawBook().sheet("表", damaged.toString()).bytes();
        if (random.nextInt(3) == 0) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        Path file = Files.createTempFile("damaged", ".xlsx");
        try {
            Files.write(file, bytes);
            WithProblems<Roll> read = RollFile.readSheet(file, Enterprises.RULE, SheetOptions.DEFAULT);
            assertTrue(read.value().size() > 0 || !read.problems().isEmpty());
        } finally {
            Files.delete(file);
        }
    }
}
