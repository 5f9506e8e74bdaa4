package io.mubiao.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.testing.RawBook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Large workbooks are read and written row by row, in a JVM whose heap would not hold their cells. So many rows, and so large a heap:
 * {@code -Dmubiao.bookRows=1000000 -Dmubiao.bookHeap=1200m}.
 */
class LargeBookTest {
    private static final int ROWS = Integer.getInteger("mubiao.bookRows", 20_000);

    private static final int TARGETS = LargeBook.TARGETS;

    @TempDir
    private Path folder;

    /** A workbook of one sheet whose rows are spelt out one by one. */
    private static void write(Path file, String sheet, String header, IntFunction<String> cells) throws IOException {
        Path small = Files.write(file.resolveSibling("small.xlsx"), new RawBook().sheet(sheet, "").bytes());
        try (ZipFile from = new ZipFile(small.toFile()); OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : from.stream().<ZipEntry>map(it -> it).toList()) {
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                int at = text.indexOf("<sheetData>") + "<sheetData>".length();
                boolean rows = at > "<sheetData>".length();
                zip.write(text.substring(0, rows ? at : text.length()).getBytes(StandardCharsets.UTF_8));
                if (rows) {
                    zip.write(("<row r=\"1\">" + header + "</row>").getBytes(StandardCharsets.UTF_8));
                    for (int row = 0; row < ROWS; row++) {
                        zip.write(("<row r=\"" + (row + 2) + "\">" + cells.apply(row) + "</row>").getBytes(StandardCharsets.UTF_8));
                    }
                    zip.write(text.substring(at).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static String texts(Object... cells) {
        StringBuilder row = new StringBuilder();
        for (Object cell : cells) {
            row.append(cell instanceof Number ? "<c><v>" + cell + "</v></c>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.toString();
    }

    private String run(String what, String heap, Path... files) throws IOException, InterruptedException {
        Path told = folder.resolve("told.txt");
        ProcessBuilder child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + System.getProperty("mubiao.bookHeap", heap), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), LargeBook.class.getName(), what);
        for (Path file : files) {
            child.command().add(file.toString());
        }
        Process process = child.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        boolean ended = process.waitFor(60 + ROWS / 1_000L, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, () -> what + " takes too long: the heap is too small");
        String text = Files.readString(told);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    @Test
    void rollsAreReadAndResultsWrittenRowByRow() throws IOException, InterruptedException {
        Path roll = folder.resolve("roll.xlsx");
        int bad = ROWS - 10;
        write(roll, "企业名册", texts("统一社会信用代码", "企业名称", "县区", "用地面积(亩)", "税收(万元)", "营业收入(万元)", "能耗(吨标煤)", "从业人员(人)", "研发费用(万元)", "投产日期"),
                row -> texts("QY" + row, "第" + row + "号企业", "县" + row % 20, row % 500 + 1.5, row == bad ? "约九" : row % 977 + row % 100 / 100.0, row % 5000,
                        row % 313, row % 800, row % 90, "2018-05-" + String.format(Locale.ROOT, "%02d", row % 28 + 1)));
        Path results = folder.resolve("results.xlsx");
        String told = run("roll", "32m", roll, results);
        assertTrue(told.contains("表「企业名册」 E" + (bad + 2) + " ") && told.contains("约九"), told);
        assertTrue(told.contains("read " + (ROWS - 1)), told);
        try (ZipFile book = new ZipFile(results.toFile())) {
            ZipEntry sheet = book.getEntry("xl/worksheets/sheet1.xml");
            assertTrue(sheet.getSize() > 500L * ROWS, "the sheet has " + sheet.getSize() + " bytes");
        }
    }

    @Test
    void observationsAreReadRowByRow() throws IOException, InterruptedException {
        Path file = folder.resolve("observations.xlsx");
        int bad = ROWS - 10;
        write(file, "报送", texts("指标编号", "指标名称", "类型", "日期", "数值", "单位", "来源", "口径", "记录时间", "备注"),
                row -> texts("T" + row % TARGETS, "第" + row % TARGETS + "项", "累计数", LocalDate.of(2024, 1, 1).plusDays(row / TARGETS % 360),
                        row == bad ? "约九" : row / TARGETS, "个", "统计局", "上报", "2025-01-05", "备注" + row));
        String told = run("observations", "48m", file);
        assertTrue(told.contains("表「报送」 E" + (bad + 2) + " ") && told.contains("约九"), told);
        assertTrue(told.contains("read " + (ROWS - 1)), told);
    }
}
