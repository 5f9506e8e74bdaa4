package io.mubiao.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** What is in a workbook that was written. */
final class Books {
    private Books() {}

    /** The texts of the visible sheets by their names. */
    static Map<String, List<List<String>>> sheets(Path file) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            book.getSheets().forEach(sheet -> {
                List<List<String>> rows = new ArrayList<>();
                try {
                    for (Row row : sheet.read()) {
                        List<String> cells = new ArrayList<>();
                        for (Cell cell : row) {
                            cells.add(cell == null ? "" : cell.getText());
                        }
                        rows.add(cells);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                sheets.put(sheet.getName(), rows);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }

    static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
